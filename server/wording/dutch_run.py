"""Dutch: what is said about programs, files and how runs end.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Every program.
    "accountants-number-for-program": ProblemWords(allowed="{allowed}"),
    "document-out-of-balance": ProblemWords(
        found="{number} met {difference} meer debet dan credit",
        allowed="een document dat op 0,00 uitkomt",
        cure="Dit ligt niet aan uw bestand: zeg het aan wie deze server beheert.",
    ),
    "parameter-of-program": ProblemWords(allowed="{allowed}"),
    "character-without-letter": ProblemWords(
        allowed="tekst zonder {characters}",
        cure="{program} kent dit teken niet en niets wat erop lijkt: schrijf het in Latijnse "
        "letters.",
    ),
    "character-refused": ProblemWords(
        allowed="tekst zonder {characters}",
        cure="{program} kent dit teken niet: schrijf het anders, of kies "
        '"{nearest_letter}" bij "Character outside the encoding" op tabblad Instellingen.',
    ),
    "text-written-otherwise": ProblemWords(
        verb="geschreven als", allowed="{written}", cure="{limits}"
    ),
    # WinBooks.
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
    "winbooks-payment-term": ProblemWords(allowed="{allowed}"),
    "winbooks-company-without-vat-number": ProblemWords(
        verb="genomen:",
        allowed="VATCAT 0, onbepaald; WinBooks houdt dan geen btw-listing van de klant bij",
        cure="Vul het nummer in als er een is.",
    ),
    "winbooks-book-year": ProblemWords(
        found="{found} als code voor {day}",
        allowed='een van 1 tot 9 en A tot Z, omdat "Write book year" yes is',
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
    # Which file it is, and how much of it.
    "tabs-of-server-missing": ProblemWords(
        found="geen tabblad met deze naam",
        allowed="de tabbladen {tabs}",
        cure="Druk in een Google-spreadsheet op Boekhouding > Tabbladen en opmaak herstellen; "
        "voer voor een .xlsx-bestand `boekbrug workbook new` uit en plak uw rijen in het bestand "
        "dat het maakt.",
    ),
    "another-workbook": ProblemWords(
        allowed='"{attached}", de id waarmee dit bestand gekoppeld werd',
        cure="Het lijkt een kopie van een ander bestand: zet het gekoppelde bestand terug, of "
        "koppel dit.",
    ),
    "unknown-export": ProblemWords(
        found="een export die de server niet kent",
        allowed="een van de exports van de server, die eindigen bij {last}",
        cure="De server werd hersteld uit een oudere kopie, of het bestand is van een ander team. "
        "Exporteren blijft uit tot wie de server beheert gekeken heeft.",
    ),
    "test-copy": ProblemWords(
        found="een testkopie",
        allowed="controles",
        cure="Exporteer uit het bestand waarvan het een kopie is, of koppel daarvan een nieuwe "
        "kopie.",
    ),
    "file-followed": ProblemWords(
        found='"{title}", dat dit bestand opvolgt',
        allowed="één exporterend bestand tegelijk",
        cure='Exporteer uit "{title}".',
    ),
    "too-many-documents": ProblemWords(
        found="{count} documenten",
        allowed="hoogstens {most} in één export",
        cure="Exporteer een kortere periode.",
    ),
    "too-many-lines": ProblemWords(
        found="{count} regels",
        allowed="hoogstens {most} in één export",
        cure="Exporteer een kortere periode.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # Places that are no tab of the sheet, or not always.
    "place this file": "Dit bestand",
    "place period": "Periode",
    "place balance": "Tegoed",
    # Programs.
    "letters and digits": "1 tot {most} letters en cijfers",
    "one other": "{before} en 1 ander",
    "others": "{before} en {count} andere",
    "program lacks": "{program} kent geen {characters}.",
    "program holds": "{program} heeft hier plaats voor {most} tekens.",
    "program lacks and holds": "{program} kent geen {characters} en heeft hier plaats voor {most} "
    "tekens.",
}
