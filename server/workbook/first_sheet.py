"""The first sheet: the least that makes a correct export, as data that an adapter writes.

Columns come from the schemas, header and description as they stand there; columns that the first
sheet lacks are read wherever somebody adds them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import marshmallow as ma

from boekbrug.server.fields import Choice, Money, Number, Percent, SheetDate, YesNo
from boekbrug.server.wording.said import in_every_language, word
from boekbrug.server.workbook import presets
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.presets import Rows
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings import DIVIDER, SCHEMA
from boekbrug.server.workbook.settings_schema import SettingsSchema
from boekbrug.server.workbook.sheet_fields import Amount, Days, Rate, ServerColumn
from boekbrug.server.workbook.start import FOLDED_FROM, TITLE, start_rows

Parameter = tuple[str, str, str]
"""A setting of a program module: its label, its default, and its hint."""

FIRST_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "VAT": (
        *("Code", "Name", "Rate %", "Treatment", "Suggested account", "Code at the accountant"),
    ),
    "Accounts": ("Number", "Name", "Kind"),
    "Customers": (
        *("Customer", "Kind", "VAT number", "Street", "Postcode", "City", "Country", "Language"),
        *("Payment term", "E-mail", "Hold", "Accountant's no.", "State", "Problem"),
    ),
    "Invoices": (
        *("Number", "Kind", "Date", "Due", "Customer", "Description", "Net", "VAT", "Account"),
        *("Total as printed", "Reference", "Hold", "State", "Exported on", "Export", "Problem"),
    ),
    "Lines": (
        *("Invoice", "Description", "Quantity", "Unit price", "Discount %", "VAT", "Account"),
        "Problem",
    ),
}
"""The columns that the first sheet has; the others of the schemas are added when needed."""

FILLED_BY_PEOPLE = ("VAT", "Accounts", "Customers", "Invoices", "Lines")
SERVER_HEADERS: Mapping[str, tuple[str, ...]] = {
    "Check": ("Kind", "Where", "Found", "Allowed", "What to do"),
    "Exports": (
        *(
            "No.",
            "When",
            "Who",
            "Period",
            "Invoices",
            "Credit notes",
            "Net",
            "VAT",
            "Total incl. VAT",
        ),
        *("Cost", "File", "State", "Accountant's answer"),
    ),
    "Balance": ("Date", "What", "Export", "Invoices", "Amount", "Balance"),
}
MEANING = "What it means"
_MEANING_HEADERS = in_every_language(word("header", MEANING))
_DIVIDERS = in_every_language(word("setting", DIVIDER))
FIRST_FOLDED = "Receivable account"
WIDTHS: Mapping[str, int] = {
    "Account": 12,
    "Allowed": 44,
    "Found": 36,
    "City": 18,
    "Customer": 32,
    "Description": 40,
    "E-mail": 28,
    "Name": 40,
    "Problem": 60,
    "Setting": 34,
    "State": 16,
    "Street": 30,
    "Value": 30,
    "What it means": 80,
    "What to do": 60,
    "Where": 30,
}

SETTING_CHOICES: Mapping[str, tuple[str, ...]] = {
    str(field.data_key): ("yes", "no") if isinstance(field, YesNo) else tuple(field.choices)
    for field in SCHEMA.fields.values()
    if isinstance(field, Choice | YesNo)
}
"""The settings that have a fixed list of answers."""


class ColumnKind(StrEnum):
    """How a column is shown and typed. A percentage is typed 21: never a % format."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PERCENT = "percent"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstColumn:
    """A column of a new tab; `width` in characters, `server` when the server writes it.

    `name` is its English name, by which it is found; `header` is what is written above it.
    """

    name: str
    header: str
    kind: ColumnKind
    width: int
    description: str
    server: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTab:
    """A tab of a new workbook: a row of headers (none without columns), then `rows`.

    `name` is its English name, by which it is found; `title` is what is written, in `language`.
    `folded_from` is the number of the first row (the headers are row 1) that stands folded.
    """

    name: str
    title: str
    columns: tuple[FirstColumn, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    server: bool = False
    folded_from: int | None = None
    language: str = "en"

    @property
    def meanings(self) -> Mapping[str, str]:
        """What each setting of tab Settings means, by its name; nothing in another tab."""
        at = next(
            (n for n, column in enumerate(self.columns) if column.header in _MEANING_HEADERS), None
        )
        if at is None:
            return {}
        return {
            str(row[0]): str(row[at]) for row in self.rows if row[at] and row[0] not in _DIVIDERS
        }


def first_sheet(
    *,
    first_document_on: date,
    programs: tuple[str, ...],
    parameters: Sequence[Parameter],
    rows: Mapping[str, Rows] | None = None,
    country: str = "BE",
) -> tuple[FirstTab, ...]:
    """Return the tabs of a new workbook, filled in for a firm of that country.

    Args:
        first_document_on: older documents are never exported.
        programs: the program modules to offer; the first is filled in.
        parameters: the settings of these modules.
        rows: by tab, what to fill in: header to cell. A header that the first sheet lacks gets
            its column; rows of Settings answer the settings that they name.
        country: of the firm, two letters; see `presets`.
    """
    usual = presets.of_country(country)
    given = {"VAT": usual.vat_codes, "Accounts": usual.accounts, **(rows or {})}
    schemas = schemas_for(programs)
    answers = {
        "Program": programs[0],
        # As text: a date in a column of texts would show as its serial number.
        "First document date": first_document_on.isoformat(),
    }
    return (
        _start_tab(),
        _settings_tab(
            schemas["Settings"],
            {**usual.settings, **answers},
            parameters,
            given.get("Settings", ()),
        ),
        *(_tab(name, schemas[name], given.get(name, ())) for name in FILLED_BY_PEOPLE),
        *_server_tabs(),
    )


def column_named(tab: str, header: str, programs: tuple[str, ...]) -> FirstColumn | None:
    """Return a column that a tab of people may have, also one that the first sheet lacks."""
    schema = schemas_for(programs).get(tab)
    columns = _columns(schema) if schema else ()
    return next((column for column in columns if column.header == header), None)


def _start_tab() -> FirstTab:
    """Return tab Start of a workbook that belongs to nobody yet."""
    return FirstTab(
        name="Start",
        title="Start",
        columns=(),
        rows=start_rows((TITLE, "not attached yet"), {}),
        server=True,
        folded_from=FOLDED_FROM,
    )


def _settings_tab(
    schema: ma.Schema,
    answers: Mapping[str, Cell],
    parameters: Sequence[Parameter],
    typed: Rows,
) -> FirstTab:
    """Return tab Settings: what people decide, then folded what their accountant knows."""
    first = SettingsSchema().fields.values()
    listed = {str(field.data_key): _description(field) for field in first}
    listed |= {label: hint for label, _, hint in parameters}
    values = {**{label: default for label, default, _ in parameters}, **answers}
    values |= {str(row["Setting"]): row["Value"] for row in typed}
    rows: list[tuple[Cell, ...]] = []
    for label, meaning in listed.items():
        if label == FIRST_FOLDED:
            rows.append((DIVIDER, None, "What stands below is right for most; unfold it to see."))
        rows.append((label, values.get(label) or None, meaning))
    # Tables such as Series have a row an entry.
    rows += [(row["Setting"], row["Value"], None) for row in typed if row["Setting"] not in listed]
    folded_from = next(number for number, row in enumerate(rows, start=3) if row[0] == DIVIDER)
    return FirstTab(
        name="Settings",
        title="Settings",
        columns=tuple(_columns(schema)),
        rows=tuple(rows),
        folded_from=folded_from,
    )


def _tab(name: str, schema: ma.Schema, rows: Rows) -> FirstTab:
    wanted = {header for row in rows for header in row}.union(FIRST_COLUMNS[name])
    columns = tuple(column for column in _columns(schema) if column.header in wanted)
    return FirstTab(
        name=name,
        title=name,
        columns=columns,
        rows=tuple(tuple(row.get(column.header) for column in columns) for row in rows),
    )


def _server_tabs() -> Iterator[FirstTab]:
    for title, headers in SERVER_HEADERS.items():
        columns = (
            FirstColumn(
                name=header,
                header=header,
                kind=ColumnKind.TEXT,
                width=WIDTHS.get(header, 16),
                description="",
                server=True,
            )
            for header in headers
        )
        yield FirstTab(name=title, title=title, columns=tuple(columns), server=True)


def _columns(schema: ma.Schema) -> Iterator[FirstColumn]:
    for field in schema.fields.values():
        header = str(field.data_key)
        yield FirstColumn(
            name=header,
            header=header,
            kind=_kind(field),
            width=WIDTHS.get(header, max(12, len(header) + 2)),
            description=_description(field),
            server=isinstance(field, ServerColumn),
            choices=tuple(field.choices) if isinstance(field, Choice) else (),
        )


def _description(field: ma.fields.Field[Any]) -> str:
    return str(field.metadata["description"])


def _kind(field: ma.fields.Field[Any]) -> ColumnKind:
    kinds = {
        Amount: ColumnKind.MONEY,
        Days: ColumnKind.NUMBER,
        Money: ColumnKind.MONEY,
        Number: ColumnKind.NUMBER,
        Rate: ColumnKind.NUMBER,
        Percent: ColumnKind.PERCENT,
        SheetDate: ColumnKind.DATE,
        Choice: ColumnKind.CHOICE,
        YesNo: ColumnKind.TICK,
    }
    return kinds.get(type(field), ColumnKind.TEXT)
