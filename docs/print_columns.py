"""Prints `docs/columns.md`: every tab, column and setting, as the schemas have them.

A test holds the page to them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from boekbrug.server.fields import Choice, SheetField
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.first_sheet import FIRST_COLUMNS
from boekbrug.server.workbook.layout_problems import NEEDED_HEADERS
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings_schema import AllSettingsSchema, SettingsSchema
from boekbrug.server.workbook.sheet_fields import ServerColumn
from boekbrug.server.workbook.synonyms import HEADERS, SETTINGS, STAND_INS

PAGE = Path(__file__).resolve().with_name("columns.md")
HEAD = """# Columns and settings

Everything that may stand in a workbook; printed by `make columns`. What is made of it, and the
rules between cells, stand in [bookkeeping.md](bookkeeping.md).

Tabs and columns are found by their names, in any order, in the first ten rows; every other name
that is listed here does as well. Columns that nobody knows are yours and stay as they are.
*Required*: every row needs it. *Needed*: the tab needs the column, not every row. *Optional*: the
column may be empty or absent. *Server*: the server writes it. Columns in **bold** stand in the
first sheet, which
`boekbrug workbook new` makes; the others are read wherever somebody adds the header: by hand, or
with the button's *Add a column*.

Cells are taken in the shapes that people use (a number, `12,50`, `1.234,56`, a date cell, ISO, or
31/01/2026) and refused with a sentence where they could mean two things. Nothing is guessed.
Only texts can: `1,234` is a thousand or one and a bit. A Google Sheet's locale (*File > Settings*)
says which, as long as its numbers have that mark; an .xlsx file has no locale. The text of a date
has the day first, or the month where the locale writes it so: 03/04/2026 is 4 March in a sheet of
the United States, 3 April in every other and in a file. What can be read in one way is taken
whatever the locale says: `12,50` anywhere, 31/01/2026 also in the United States. Where another text
of the same column contradicts the locale, with the other decimal mark or the other order, texts
of two readings are named with both.
"""
TABS = {
    "Settings": "A row is a setting; the settings themselves follow below.",
    "VAT": "A row is a VAT code, which is more than a rate: 0 % has many reasons, each with its "
    "own box in the\nreturn. With several programs a column *Code* and the program's name gives "
    "each its own code.",
    "Accounts": "A row is a ledger account.",
    "Customers": "A row is a customer.",
    "Invoices": "A row is an invoice or a credit note. One of a single line holds it in *Net*, "
    "*VAT* and *Account*; any\nother has its lines in tab *Lines* and leaves these three empty. A "
    "row without number and date counts\nas empty. Without a column *Kind* the table *Series* in "
    "Settings tells the kind by the letters of the\nnumber.",
    "Lines": "A row is a line of an invoice; the tab may be absent.",
}
SETTINGS_HEAD = """## The settings

A missing or empty setting takes what the dossier was added with, else its default. What the dossier
was added with may stand here too (*Dossier*, *Own VAT number*, *Legal name*, *Own country*, *Book
currency*, *Time zone*) and must then agree. Settings in **bold** stand in the first sheet.

| setting | allowed | what it is | other names |
|---|---|---|---|"""
TABLES_HEAD = """
Some settings are tables, with one row an entry, all with the same name:

| setting | an entry | what it is |
|---|---|---|
| Series | `CN = credit note, VERKCN, YYYYNNNN` | the letters before a number, what they mean, its \
journal, the pattern of the program's number; the last two may be left out |
| Book year | `2026-07-01..2027-06-30 = 3` | first and last day and the program's code of it, \
which may be left out; without any, calendar years |
| Period | `2026-01-01..2026-01-28 = 1` | first and last day and the number of an accounting \
period, where Periods says own table |
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *_tabs(), SETTINGS_HEAD, *_settings(), TABLES_HEAD])


def _tabs() -> Iterator[str]:
    for tab, schema in schemas_for(["winbooks"]).items():
        yield f"## {tab}\n"
        yield f"{TABS[tab]}\n"
        yield "| column | filled by | allowed | what it is | other names |"
        yield "|---|---|---|---|---|"
        for field in schema.fields.values():
            header = str(field.data_key)
            names = (*HEADERS[tab].get(header, ()), *STAND_INS.get((tab, header), ()))
            is_first = header in FIRST_COLUMNS.get(tab, (header,))
            yield _row(
                _name(header, is_first=is_first), _filled_by(tab, field), *_told(field), names
            )
        yield ""


def _settings() -> Iterator[str]:
    first = {field.data_key for field in SettingsSchema().fields.values()}
    for field in AllSettingsSchema().fields.values():
        name = str(field.data_key)
        shown = _name(name, is_first=field.data_key in first)
        yield _row(shown, *_told(field), SETTINGS.get(name, ()))
    for program in installed().values():
        for one in declared(program.Parameters):
            shown = _name(one.label, is_first=True)
            yield _row(shown, f"{program.TITLE}; {one.default} when empty", one.hint, ())


def _name(name: str, *, is_first: bool) -> str:
    return f"**{name}**" if is_first else name


def _filled_by(tab: str, field: Any) -> str:
    if isinstance(field, ServerColumn):
        return "server"
    if (tab, field.data_key) in NEEDED_HEADERS:
        return "needed"
    return "required" if field.required else "optional"


def _told(field: Any) -> tuple[str, str]:
    """Return what the cells of a column may hold, and what it is for."""
    if isinstance(field, ServerColumn) or not isinstance(field, SheetField):
        return "", str(field.metadata["description"])
    allowed = ", ".join(field.choices) if isinstance(field, Choice) else field.allowed
    return allowed, field.description


def _row(*cells: str | Iterable[str]) -> str:
    told = (cell if isinstance(cell, str) else ", ".join(cell) for cell in cells)
    return " | ".join(["", *(cell.replace("|", r"\|") for cell in told), ""]).strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} made.")
