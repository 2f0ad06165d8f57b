"""Dutch: why a file is not read or not written."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "refused: file too large": "gevonden {size} MB, toegelaten: hoogstens {most} MB. Zet "
    "oudere jaren in een eigen bestand.",
    "refused: file too large unpacked": "gevonden {size} MB na het uitpakken, toegelaten: "
    "hoogstens {most} MB. Zet oudere jaren in een eigen bestand.",
    "refused: too many rows": "gevonden {rows} rijen in tabblad {tab}, toegelaten: hoogstens "
    "{most}. Zet oudere jaren in een eigen bestand.",
    "refused: tab too wide": "gevonden {rows} rijen van {columns} kolommen in tabblad {tab}, "
    "toegelaten: hoogstens {most} cellen in een tabblad. Verwijder wat ver rechts van de tabel "
    "staat.",
    "refused: too many parts": "gevonden een bestand van {count} delen, toegelaten: hoogstens "
    '{most}. Open het in Excel en sla het op als "Excel-werkmap (*.xlsx)".',
    "refused: too many cells": "gevonden {cells} cellen in alle tabbladen, toegelaten: "
    "hoogstens {most}. Zet oudere jaren in een eigen bestand.",
    "refused: password": "gevonden een bestand met een wachtwoord, toegelaten: een zonder. "
    "Open het in Excel, kies Bestand > Info > Werkmap beveiligen > Versleutelen met "
    "wachtwoord, maak het wachtwoord leeg en sla op.",
    "refused: old xls": "gevonden een oud .xls-bestand, toegelaten: een .xlsx-bestand. Open "
    'het in Excel en sla het op als "Excel-werkmap (*.xlsx)".',
    "refused: cut off": "gevonden een onvolledig bestand, toegelaten: een volledig. "
    "Kopieer het opnieuw vanwaar het kwam, of neem de laatste goede versie ervan.",
    "refused: empty file": "gevonden een leeg bestand, toegelaten: een .xlsx-bestand. Kopieer "
    "het opnieuw vanwaar het kwam, of neem de laatste goede versie ervan.",
    "refused: text file": "gevonden een tekstbestand met de naam van een werkmap, toegelaten: "
    "een .xlsx-bestand. Geef het opnieuw zijn eigen uitgang, zoals .csv, open het in Excel en "
    'sla het op als "Excel-werkmap (*.xlsx)".',
    "refused: no workbook": "gevonden geen werkmap die te lezen is, toegelaten: een "
    '.xlsx-bestand. Open het in Excel en sla het op als "Excel-werkmap (*.xlsx)".',
    "refused: macros": "gevonden een werkmap met macro's, die Excel alleen opent met een naam "
    "die op .xlsm eindigt, toegelaten: een zonder. Noem ze opnieuw .xlsm, open ze in Excel en "
    'sla ze op als "Excel-werkmap (*.xlsx)".',
    "refused: unread file": "gevonden een bestand dat niet te lezen is, toegelaten: een "
    '.xlsx-bestand. Open het in Excel en sla het op als "Excel-werkmap (*.xlsx)".',
    "refused: too long text": "gevonden een tekst van {length} tekens, toegelaten: hoogstens "
    "{most} in een cel. Kort ze in.",
    "refused: no day": "gevonden een getal dat te groot is voor een dag in tabblad {tab}, "
    "toegelaten: dagen tot 31 december 9999. Zoek de cel die ######## toont, en geef ze de "
    "opmaak getal of een andere dag.",
    "refused: no tab": "gevonden geen tabblad {tab}, toegelaten: een bestand met de tabbladen "
    "van Boekbrug. Voer `boekbrug workbook new` uit en plak uw rijen erin.",
    "of file": "{file}: {sentence}",
    "file: saved meanwhile": "gevonden: telkens opgeslagen door iemand anders toen erin "
    "geschreven werd, nodig: in rust. Wacht tot niemand erin werkt; dan wordt het resultaat "
    "geschreven.",
    "file: open in": "gevonden: open in {program}, nodig: gesloten. Sluit het; dan wordt het "
    "resultaat geschreven.",
    "file: file gone": "gevonden: geen bestand met die naam, nodig: de werkmap. Zet ze terug "
    "waar ze stond, of koppel ze opnieuw waar ze nu staat.",
    "file: file locked": "gevonden: vergrendeld, nodig: vrij om te lezen en te schrijven. "
    "Sluit het in Excel, en laat de server in zijn map schrijven.",
    "file: disk refuses": 'gevonden "{reason}" van de schijf, nodig: een schijf die antwoordt. '
    "Kijk de schijf of het netwerkstation na en druk dan opnieuw.",
}
"""By key, as in English."""
