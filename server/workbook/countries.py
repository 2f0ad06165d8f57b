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

NAMES: Mapping[str, str] = {
    "Belgium": "BE",
    "België": "BE",
    "Belgique": "BE",
    "Belgien": "BE",
    "Netherlands": "NL",
    "The Netherlands": "NL",
    "Nederland": "NL",
    "Pays-Bas": "NL",
    "Niederlande": "NL",
    "France": "FR",
    "Frankrijk": "FR",
    "Frankreich": "FR",
    "Germany": "DE",
    "Duitsland": "DE",
    "Allemagne": "DE",
    "Deutschland": "DE",
    "Luxembourg": "LU",
    "Luxemburg": "LU",
    "United Kingdom": "GB",
    "UK": "GB",
    "Verenigd Koninkrijk": "GB",
    "Royaume-Uni": "GB",
    "Ireland": "IE",
    "Ierland": "IE",
    "Irlande": "IE",
    "Spain": "ES",
    "Spanje": "ES",
    "Espagne": "ES",
    "Italy": "IT",
    "Italië": "IT",
    "Italie": "IT",
    "Portugal": "PT",
    "Austria": "AT",
    "Oostenrijk": "AT",
    "Autriche": "AT",
    "Switzerland": "CH",
    "Zwitserland": "CH",
    "Suisse": "CH",
    "Denmark": "DK",
    "Denemarken": "DK",
    "Danemark": "DK",
    "Sweden": "SE",
    "Zweden": "SE",
    "Suède": "SE",
    "Poland": "PL",
    "Polen": "PL",
    "Pologne": "PL",
    "Greece": "GR",
    "Griekenland": "GR",
    "Grèce": "GR",
    "EL": "GR",
    "United States": "US",
    "USA": "US",
    "Verenigde Staten": "US",
    "États-Unis": "US",
}

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
