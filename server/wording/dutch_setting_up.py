"""Dutch: a sheet that is set up, gets a column or is connected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "server writes here": "Hier schrijft Boekbrug; wat u er typt, wordt teruggezet.",
    "connected as": "gekoppeld, {email}",
    "attached and not connected": "{file}: gevonden een .xlsx-bestand, toegelaten: een "
    "Google-spreadsheet. Koppel een bestand met `boekbrug workbook attach`.",
    "no set-up of file": "{file}: gevonden een .xlsx-bestand, toegelaten: een Google-spreadsheet. "
    "Gebruik `boekbrug workbook new`: dat maakt een bestand met alle tabbladen, lijsten en opmaak; "
    "plak uw rijen daarin.",
    "no column in file": "{file}: gevonden een .xlsx-bestand, toegelaten: een Google-spreadsheet. "
    "Open het bestand, ga naar tabblad {tab} en typ {header} in de eerste lege cel van de rij met "
    "de kolomtitels: een kolom wordt gelezen waar ze ook staat.",
}
