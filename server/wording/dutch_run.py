"""Dutch: what is said about programs, files and how runs end.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "no-folder": ProblemWords(
        found="geen map die het bestand aanneemt", verb="nodig", allowed="een", cure="{why}"
    ),
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
        '"{nearest_letter}" bij "Teken buiten de codering" op tabblad Instellingen.',
    ),
    "text-written-otherwise": ProblemWords(
        verb="geschreven als", allowed="{written}", cure="{limits}"
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
    "place export": "Export",
    # Places that are no tab of the sheet, or not always.
    "place this file": "Dit bestand",
    # Programs.
    "letters and digits": "1 tot {most} letters en cijfers",
    "one other": "{before} en 1 ander",
    "others": "{before} en {count} andere",
    "program lacks": "{program} kent geen {characters}.",
    "program holds": "{program} heeft hier plaats voor {most} tekens.",
    "program lacks and holds": "{program} kent geen {characters} en heeft hier plaats voor {most} "
    "tekens.",
    # How a run ends.
    "our side": "Er ging iets mis aan onze kant.",
    "ask to top up": "Vraag {contact} om het tegoed aan te vullen.",
    "ask": "Vraag het aan {contact}.",
    "checked": "{documents}; een export kost EUR {fee}. Er is niets verkeerd.",
    "good to know": "{things} goed om te weten: zie tabblad {check}.",
    "one thing": "1 ding",
    "things": "{count} dingen",
    "to fix": "{things} recht te zetten: zie tabblad {check}.",
    "to fix in row": "{things} recht te zetten in 1 rij: zie tabblad {check}.",
    "to fix in rows": "{things} recht te zetten in {rows} rijen: zie tabblad {check}.",
    "sheet left": "Het bestand bleef zoals het is.",
    "nothing to export": "Er is niets te exporteren in {period}.",
    "held by export": "Niets nieuws in {period}; het zit in export {exports}.",
    "held by exports": "Niets nieuws in {period}; het zit in exports {exports}.",
    "month": "{month}",
    "from to": "{first} t/m {last}",
    "counted": "{parts}",
    "one credit note": "1 creditnota",
    "credit notes": "{count} creditnota's",
    "exported": "Export {number} is klaar: {documents}. Hij kostte EUR {fee}.",
    "exported again": "Export {number} opnieuw: dezelfde bestanden, gratis.",
    "rehearsed": "Het proefbestand is klaar: {documents}, gratis.",
    "made and paid": "Export {number} is gemaakt en betaald.",
    "file waits": "Het bestand wacht onder Downloaden; de volgende export levert het af, gratis.",
    "made, paid and delivered": "Export {number} is gemaakt, betaald en afgeleverd.",
    "sheet waits": "Het blad toont het nog niet; de volgende controle of export zet het erin.",
    "sheet not told": "Het blad toont het nog niet.",
    "since your check": "Sinds uw controle {different}: nu {documents}, die EUR {fee} kosten.",
    "look again": "Kijk nog eens na.",
    "row changed": "is {rows} gewijzigd",
    "rows changed": "zijn {rows} gewijzigd",
    "document came in": "kwam er 1 document bij",
    "documents came in": "kwamen er {count} documenten bij",
    "document went out": "viel er 1 document weg",
    "documents went out": "vielen er {count} documenten weg",
    "else changed": "zijn instellingen, klanten of nummers gewijzigd",
    "moved": "Terwijl deze export gemaakt werd, is er iets gewijzigd: {moved}.",
    "moved number": "nummer {number} ging naar een andere klant",
    "moved a customer": "een klant kreeg een ander nummer",
    "moved customer": 'klant "{customer}" kreeg een ander nummer',
    "moved an export": "een andere export nam zijn nummer of een van zijn documenten",
    "press again": "Druk opnieuw.",
    "short of money": "Tegoed: gevonden EUR {found}, nodig EUR {needed}; er ontbreekt EUR "
    "{missing}.",
    "short of money and credit": "Tegoed: gevonden EUR {found} en een krediet van EUR {credit}, "
    "nodig EUR {needed}; er ontbreekt EUR {missing}.",
    "still going on": "{code} is nog bezig. Druk later opnieuw.",
    "another run": "een andere opdracht",
    # What a run does.
    "stage waiting": "wacht op een andere opdracht",
    "stage reading": "blad wordt gelezen",
    "stage setting up": "blad wordt klaargezet",
    "stage checking": "elke cel wordt gecontroleerd",
    "stage rendering": "bestand wordt gemaakt",
    "stage committing": "boeken worden bijgewerkt",
    "stage delivering": "bestand wordt afgeleverd",
    "stage telling": "resultaat wordt in het blad gezet",
    # Set-up.
    "everything in place": "Alles staat er: er is niets gewijzigd.",
    "set up": "Klaargezet: {steps}.",
    "and then": "{before}; {last}",
    "and so many more": "en nog {count}",
    "column there": "{tab}: kolom {column} staat er al.",
    "column added": "{done}.",
    "tab added": "tabblad {tab} toegevoegd",
    "tab protected": "{tab}: beveiligd",
    "tab filled in": "{tab}: ingevuld",
    "tab with column": "{tab}: kolom {columns} toegevoegd",
    "tab with columns": "{tab}: kolommen {columns} toegevoegd",
    "headers in sight": "{tab}: kolomtitels blijven in beeld",
    "look of column": "{tab}: opmaak van kolom {column}",
    "settings added": "{tab}: instellingen toegevoegd",
    "settings listed": "{tab}: keuzelijsten van instellingen",
    "settings explained": "{tab}: notities bij instellingen",
    "no tab for column": "Dit bestand: gevonden geen tabblad {tab}, nodig: een. Druk op "
    "Boekhouding > Tabbladen en opmaak herstellen en voeg dan de kolom toe.",
    "no headers for column": "{tab}: gevonden geen rij met kolomtitels, nodig: een. Druk op "
    "Boekhouding > Tabbladen en opmaak herstellen en voeg dan de kolom toe.",
    "checklist": "{connected}  {settings}  {answers}",
    "done": "[x] {what}",
    "open": "[ ] {what}",
    "is connected": "gekoppeld",
    "settings right": "instellingen",
    "settings to fix": "instellingen: {count} recht te zetten",
    "answers there": "antwoorden van de boekhouder",
    "answer missing": "{count} antwoord van de boekhouder ontbreekt",
    "answers missing": "{count} antwoorden van de boekhouder ontbreken",
    # Tab Start.
    "label Set-up": "Instelling",
    "label Last run": "Laatste opdracht",
    "label Result": "Resultaat",
    "label Question?": "Vraag?",
    "label To fix": "Recht te zetten",
    "label Last export": "Laatste export",
    "label Balance": "Tegoed",
    "label Page of this run": "Pagina van deze opdracht",
    "label Do not change the rows below": "Wijzig de rijen hieronder niet",
    "none yet": "nog geen",
    "rows tell copies": "Ze onderscheiden dit bestand van zijn kopieën.",
    "dossier": "dossier {name}",
    "run by": "{action}, {when}, door {who}",
    "action set-up": "Klaarzetten",
    "action add-column": "Nieuwe kolom",
    "action check": "Controle",
    "action rehearse": "Proef",
    "action export": "Export",
    "quote": "Vermeld {code}",
    "count to fix": "{count}, zie tabblad {check}",
    "export of": "Export {number}, {days}: {files}",
    "euro": "EUR {amount}",
    # Tab Check.
    "header Where": "Waar",
    "header Found": "Gevonden",
    "header Allowed": "Toegelaten",
    "header What to do": "Wat te doen",
    "weight blocking": "Recht te zetten",
    "weight warning": "Goed om te weten",
    "weight later": "Voor later",
    "nothing wrong": "niets verkeerd",
    "documents taken": "Documenten",
    "left out": "Weggelaten",
    "one document": "1 document",
    "documents": "{count} documenten",
    "before first date": "vóór de eerste documentdatum",
    # Tabs Exports and Balance.
    "header No.": "Nr.",
    "header When": "Wanneer",
    "header Who": "Wie",
    "header Invoices": "Facturen",
    "header Credit notes": "Creditnota's",
    "header Cost": "Kosten",
    "header File": "Bestand",
    "header Accountant's answer": "Antwoord van de boekhouder",
    "header What": "Wat",
    "header Amount": "Bedrag",
    "header Balance": "Tegoed",
    "is delivered": "afgeleverd",
    "waits for download": "wacht onder Downloaden",
    "in export": "export {number} van {day}",
}
