"""Dutch: what is said about the trade.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Customers' numbers.
    "customer-number-on-copied-row": ProblemWords(
        found='{number}, dat is van "{owner}" (rij {owner_row})',
        allowed="leeg, of een nummer dat niemand gehad heeft",
        cure="Rij {own_row} lijkt een kopie van rij {owner_row}: maak deze cel leeg, dan krijgt ze "
        "het volgende nummer.",
    ),
    "customer-number-of-another": ProblemWords(
        found='{number} voor "{customer}", dat is van "{owner}"',
        allowed="leeg, of een nummer dat niemand gehad heeft",
        cure='Maak deze cel leeg, dan krijgt ze het volgende nummer, of schrijf de naam "{owner}".',
    ),
    "customer-number-of-another-workbook": ProblemWords(
        found='{number} voor "{customer}", dat is van "{owner}" in een ander bestand',
        allowed="leeg, of een nummer dat niemand gehad heeft",
        cure="Maak deze cel leeg, dan krijgt ze het volgende nummer. Is het een nieuwe naam van "
        "dezelfde klant, wijzig de naam dan eerst in het bestand dat de klant het laatst "
        "exporteerde.",
    ),
    "customer-number-emptied": ProblemWords(
        found="niets",
        allowed="{known}, het nummer van deze klant",
        cure="Het wordt teruggezet.",
    ),
    "customer-number-changed": ProblemWords(
        found='{number} voor "{customer}"',
        allowed="{known}, het nummer waaronder uw boekhouder deze klant kent",
        cure="Zet {known} in deze cel.",
    ),
    "customer-renamed": ProblemWords(
        found='"{customer}" met nummer {number}',
        allowed='"{former}", de naam waaraan het nummer gegeven werd, of een nieuwe naam',
        cure="Geen enkele rij heeft de oude naam nog: dit geldt dus als een nieuwe naam van "
        "dezelfde klant. Is het een andere klant? Zet dan de oude naam terug, en geef de andere "
        "een eigen rij.",
    ),
    # Numbers of documents, and when documents are.
    "document-number-exported": ProblemWords(
        found='"{number}" van {day} voor "{customer}"; export {batch} bevat een '
        'document met dat nummer, van {past_day} voor "{past_customer}"',
        allowed="een nummer dat in geen enkele export zit",
        cure="Is het hetzelfde document met een andere datum? Zet dan {past_day} terug: met een "
        "eigen nummer zou het twee keer geëxporteerd en aangerekend worden. Is het een ander "
        "document? Geef het dan een eigen nummer.{instead}",
    ),
    "numbering-changed": ProblemWords(
        allowed="{allowed}",
        cure="Zo was het toen export {batch} {kind} {number} opnam; na een wijziging zou alles "
        "opnieuw geëxporteerd en aangerekend worden.{instead}",
    ),
    "outside-book-years": ProblemWords(
        found="{day}",
        allowed="een dag van een van de boekjaren {years}",
        cure="Verbeter dit, of voeg het boekjaar toe op tabblad Instellingen.",
    ),
    "several-book-years": ProblemWords(
        found="documenten van de boekjaren {years}",
        allowed="documenten van één boekjaar in één bestand",
        cure="Exporteer elk boekjaar apart.",
    ),
    "several-accounting-periods": ProblemWords(
        found="documenten van de boekhoudperiodes {first} t/m {last}",
        allowed="documenten van één boekhoudperiode in één bestand",
        cure="Exporteer elke periode apart.",
    ),
    # Accounts.
    "account-missing": ProblemWords(
        found="niets",
        allowed="een rekening uit tabblad Rekeningen",
        cure="Kies ze in de cel, of vul op tabblad Btw de Voorgestelde rekening in van de code van "
        "deze regel.",
    ),
    "discount-account-missing": ProblemWords(
        found="niets",
        allowed="de rekening waarop kortingen geboekt worden, vaak 708000",
        cure="Sommige documenten hebben een korting op het hele document; vraag het aan uw "
        "boekhouder.",
    ),
    "accounts-suggested": ProblemWords(
        found="niets op {lines}",
        verb="gebruikt:",
        allowed="{accounts}, {why}",
    ),
    # Amounts.
    "total-below-zero": ProblemWords(
        found="{kind} met een totaal van {gross}",
        allowed="een totaal van 0,00 of meer",
        cure="Verbeter de regels, of maak er {other_kind} van.",
    ),
    "total-too-large": ProblemWords(
        found="een totaal van {gross}",
        allowed="hoogstens {most}",
        cure="Verbeter aantal en prijs.",
    ),
    "printed-amount-differs": ProblemWords(
        allowed="{computed} (btw {mode})",
        cure="Verbeter de regels of het gedrukte bedrag; "
        "Tolerantie op tabblad Instellingen is {tolerance}.",
    ),
    "printed-amount-differs-either-way": ProblemWords(
        allowed="{computed} (btw {mode}) of {alternative} (btw {other_mode})",
        cure="Verbeter de regels of het gedrukte bedrag; "
        "Tolerantie op tabblad Instellingen is {tolerance}.",
    ),
    "vat-rounded-on-lines": ProblemWords(
        found="btw op lijnen {on_lines}, op totaal {on_total}: {differences}",
        verb="gebruikt:",
        allowed="op lijnen, zoals tabblad Instellingen zegt; sinds {since} rondt de wet "
        "e-facturen op het totaal af",
        cure="Vraag uw boekhouder wat u bij Btw berekend kiest.",
    ),
    "balance-too-low": ProblemWords(
        found="EUR {balance}",
        verb="nodig",
        allowed="EUR {fee} voor {invoices}; er ontbreekt EUR {missing}",
        cure="{cures}",
    ),
    # VAT.
    "country-within-eu": ProblemWords(
        allowed="een land buiten de EU voor btw-code {vat_code} ({treatment})",
        cure="Verbeter dit, of de btw-code van {kind} {number}.",
    ),
    "vat-number-not-of-eu": ProblemWords(
        allowed="het btw-nummer van een andere EU-lidstaat voor btw-code {vat_code} ({treatment})",
        cure="Verbeter dit, of de btw-code van {kind} {number}.",
    ),
    "vat-number-not-domestic": ProblemWords(
        allowed="een btw-nummer van {country} voor btw-code {vat_code} ({treatment})",
        cure="Verbeter dit, of de btw-code van {kind} {number}.",
    ),
    "domestic-vat-for-foreigner": ProblemWords(
        found="{vat_code} ({rate} %) voor een klant met btw-nummer {vat_number}",
        verb="overgenomen",
        allowed="zoals het is; het is ongewoon",
        cure="Vraag bij twijfel uw boekhouder.",
    ),
    "zero-rate-for-person": ProblemWords(
        found="{vat_code} (0 %) voor een particulier",
        verb="overgenomen",
        allowed="zoals het is; het is ongewoon",
        cure="Vraag bij twijfel uw boekhouder.",
    ),
    "program-code-missing": ProblemWords(
        found="niets",
        allowed="de code die het programma van uw boekhouder heeft voor {vat_code} ({treatment}, "
        "{rate} %)",
        cure="Vraag ze aan uw boekhouder.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # Where.
    "place balance": "Tegoed",
    "place period": "Periode",
    "place invoices and lines": "Facturen en Regels",
    # Words of the trade, as they stand in a sheet.
    "term invoice": "factuur",
    "term credit note": "creditnota",
    "an invoice": "een factuur",
    "a credit note": "een creditnota",
    "yes": "ja",
    "no": "nee",
    "term on lines": "op lijnen",
    "term on total": "op totaal",
    "term domestic": "binnenland",
    "term zero rate": "nultarief",
    "term exempt": "vrijgesteld",
    "term reverse charge domestic": "medecontractant",
    "term EU goods": "EU-goederen",
    "term EU goods triangular": "driehoeksverkeer",
    "term EU services": "EU-diensten",
    "term export goods": "uitvoer",
    "term services outside EU": "diensten buiten EU",
    "term outside VAT": "buiten btw",
    "term OSS goods": "OSS-goederen",
    "term OSS services": "OSS-diensten",
    "term margin": "marge",
    "term small enterprise": "kleine onderneming",
    "term deposit": "voorschot",
    # Values.
    "from day to day": "{first} t/m {last}",
    "difference of a code": "{vat_code} {sign}{cents}",
    "accounts by codes": "zoals de btw-code voorstelt",
    "accounts by others": "zoals de btw-code voorstelt, anders de klant of tabblad Instellingen",
    "one line": "1 regel",
    "lines counted": "{count} regels",
    "one invoice": "1 factuur",
    "invoices": "{count} facturen",
    "shorter period": "Of kies een kortere periode.",
    # Why a document is left out.
    "left out: on hold": "tegengehouden",
    "left out: customer on hold": 'klant "{customer}" wordt tegengehouden',
    "left out: to fix": "eerst moet iets in deze rij of haar regels rechtgezet worden",
    "left out: other days": "buiten {first} t/m {last}",
    "left out: exported": "export {batch} van {day}",
    "left out: before the first": "voor {first}, de eerste documentdatum",
}
