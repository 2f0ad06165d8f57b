"""English: a sheet that is set up, gets a column or is connected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "server writes here": "Boekbrug writes here; what people type is put back.",
    "connected as": "connected, {email}",
    "attached and not connected": "{file}: found an .xlsx file, allowed: a Google Sheet. Attach a "
    "file with `boekbrug workbook attach`.",
    "no set-up of file": "{file}: found an .xlsx file, allowed: a Google Sheet. Run `boekbrug "
    "workbook new`: it makes a file with every tab, list and format; paste your rows into it.",
    "no column in file": "{file}: found an .xlsx file, allowed: a Google Sheet. Open it, go to tab "
    "{tab} and type {header} in the first empty cell of the row with the headers: a column is read "
    "wherever it stands.",
}
