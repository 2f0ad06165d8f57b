"""Dutch: what WinBooks cannot take of a workbook.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "winbooks-currency": ProblemWords(allowed="{currency} voor WinBooks"),
    "winbooks-journal-code": ProblemWords(
        verb="nodig:",
        allowed="de code van het dagboek in WinBooks, 1 tot {most} letters, cijfers of tekens "
        "zonder accenten",
        cure="Vraag ze aan uw boekhouder.",
    ),
    "winbooks-one-journal": ProblemWords(
        allowed="een ander dagboek dan dat van de facturen",
        cure="In WinBooks bevat een dagboek verkopen of creditnota's, nooit beide.",
    ),
    "winbooks-vat-code": ProblemWords(
        found="{found} voor {own_code}",
        allowed="1 tot {most} letters en cijfers, zoals 211400",
        cure="Vraag uw boekhouder naar de btw-code in WinBooks.",
    ),
    "winbooks-company-without-vat-number": ProblemWords(
        verb="genomen:",
        allowed="VATCAT 0, onbepaald; WinBooks houdt dan geen btw-listing van de klant bij",
        cure="Vul het nummer in als er een is.",
    ),
    "winbooks-book-year": ProblemWords(
        found="{found} als code voor {day}",
        allowed='een van 1 tot 9 en A tot Z, omdat "Boekjaar schrijven" op ja staat',
    ),
    "winbooks-number-off-pattern": ProblemWords(
        found="{number}, wat {becomes} wordt",
        allowed="{length} cijfers volgens het patroon {pattern}",
        cure="Geef de reeks een ander patroon op tabblad Instellingen.",
    ),
    "winbooks-number-too-long": ProblemWords(
        found="{number}, wat {becomes} wordt",
        allowed="hoogstens {most} cijfers in WinBooks",
        cure="Geef de reeks een ander patroon op tabblad Instellingen.",
    ),
    "winbooks-account-length": ProblemWords(
        allowed="{length} cijfers, zoals elke rekening van dit dossier in WinBooks",
    ),
    "winbooks-number-shared": ProblemWords(
        allowed="één document met het nummer {number} in dagboek {journal} van WinBooks",
        cure="Wijzig een nummer, of geef de reeks een ander dagboek of patroon op tabblad "
        "Instellingen.",
    ),
    "winbooks-number-taken": ProblemWords(
        allowed="een nummer dat niet in dagboek {journal} van WinBooks staat: {other} van export "
        "{batch} werd daar {number}, zoals dit zou worden",
        cure="Wijzig het nummer, of geef de reeks een ander dagboek of patroon op tabblad "
        "Instellingen.",
    ),
    "winbooks-period-beyond": ProblemWords(
        allowed="1 tot {most} in WinBooks",
        cure="Vraag uw boekhouder welke periodes het boekjaar vanaf daar in WinBooks heeft; kies "
        'dan "{own_table}" bij Periodes op tabblad Instellingen, met een rij Periode voor elke '
        "periode.",
    ),
    "winbooks-period-of-closing": ProblemWords(
        allowed="1 tot {most} in WinBooks",
        cure="{number} is de periode waarin WinBooks een boekjaar afsluit: vraag het uw "
        "boekhouder.",
    ),
    "winbooks-vat-number-too-long": ProblemWords(
        found="{found}, wat {written} wordt",
        allowed="hoogstens {most} tekens in WinBooks",
        cure="Klopt het? Maak deze cel dan leeg en geef uw boekhouder het nummer door.",
    ),
    "winbooks-rate-rounded": ProblemWords(
        verb="geschreven als",
        allowed="{written}",
        cure="WinBooks heeft plaats voor vijf decimalen van een koers. De bedragen in beide munten "
        "blijven die van de koers zoals getypt.",
    ),
    "winbooks-rate-without-room": ProblemWords(
        allowed="{least} tot {most} in WinBooks",
        cure="Kijk na of het de eenheden van de vreemde munt voor één van uw eigen munt zijn.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "months of book year": "maand {number} van het boekjaar",
    "quarters of book year": "kwartaal {number} van het boekjaar",
}
