"""Countries: the codes of ISO 3166-1 (2026), the names that people type, lengths of postcodes."""

from collections.abc import Mapping

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM
ZW
"""
CODES = tuple(_CODES.split())

_NAMES: Mapping[str, tuple[str, ...]] = {
    "AT": ("Austria", "Oostenrijk", "Autriche", "Österreich"),
    "BE": ("Belgium", "België", "Belgique", "Belgien"),
    "BG": ("Bulgaria", "Bulgarije", "Bulgarie", "Bulgarien"),
    "CH": ("Switzerland", "Zwitserland", "Suisse", "Schweiz"),
    "CY": ("Cyprus", "Chypre", "Zypern"),
    "CZ": ("Czechia", "Czech Republic", "Tsjechië", "Tchéquie", "République tchèque", "Tschechien"),
    "DE": ("Germany", "Duitsland", "Allemagne", "Deutschland"),
    "DK": ("Denmark", "Denemarken", "Danemark", "Dänemark"),
    "EE": ("Estonia", "Estland", "Estonie"),
    "ES": ("Spain", "Spanje", "Espagne", "Spanien"),
    "FI": ("Finland", "Finlande", "Finnland"),
    "FR": ("France", "Frankrijk", "Frankreich"),
    "GB": (
        "United Kingdom",
        "UK",
        "Great Britain",
        "Verenigd Koninkrijk",
        "Groot-Brittannië",
        "Royaume-Uni",
        "Vereinigtes Königreich",
        "Großbritannien",
    ),
    "GR": ("Greece", "Griekenland", "Grèce", "Griechenland", "EL"),
    "HR": ("Croatia", "Kroatië", "Croatie", "Kroatien"),
    "HU": ("Hungary", "Hongarije", "Hongrie", "Ungarn"),
    "IE": ("Ireland", "Ierland", "Irlande", "Irland"),
    "IT": ("Italy", "Italië", "Italie", "Italien"),
    "LT": ("Lithuania", "Litouwen", "Lituanie", "Litauen"),
    "LU": ("Luxembourg", "Luxemburg", "Groothertogdom Luxemburg"),
    "LV": ("Latvia", "Letland", "Lettonie", "Lettland"),
    "MT": ("Malta", "Malte"),
    "NL": ("Netherlands", "The Netherlands", "Holland", "Nederland", "Pays-Bas", "Niederlande"),
    "NO": ("Norway", "Noorwegen", "Norvège", "Norwegen"),
    "PL": ("Poland", "Polen", "Pologne"),
    "PT": ("Portugal",),
    "RO": ("Romania", "Roemenië", "Roumanie", "Rumänien"),
    "SE": ("Sweden", "Zweden", "Suède", "Schweden"),
    "SI": ("Slovenia", "Slovenië", "Slovénie", "Slowenien"),
    "SK": ("Slovakia", "Slowakije", "Slovaquie", "Slowakei"),
    "US": ("United States", "USA", "Verenigde Staten", "États-Unis", "Vereinigte Staaten"),
}
NAMES: Mapping[str, str] = {name: code for code, names in _NAMES.items() for name in names}
"""The EU, its neighbours and the United States in English, Dutch, French and German."""

POSTCODE_DIGITS: Mapping[str, int] = {
    "AT": 4,
    "BE": 4,
    "BG": 4,
    "CH": 4,
    "CY": 4,
    "DE": 5,
    "DK": 4,
    "EE": 5,
    "ES": 5,
    "FI": 5,
    "FR": 5,
    "HR": 5,
    "HU": 4,
    "IT": 5,
    "LT": 5,
    "LU": 4,
    "NO": 4,
    "RO": 6,
    "SI": 4,
}
"""Where a postcode is so many digits and nothing else; one typed as a number may lack its zero."""
