"""The loader, and what it is compared with: marshmallow row by row, and a loop by hand."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import marshmallow as ma

from boekbrug.server.cell_values import (
    read_code,
    read_digits,
    read_number,
    read_percent,
    read_text,
)
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Cell, text_of
from boekbrug.server.workbook.columns import Row, is_blank, read_rows
from boekbrug.server.workbook.layout import FoundTab
from boekbrug.server.workbook.sheet_fields import read_vat_reference

NUMBER_ALLOWED = said("no-number.allowed")
PERCENT_ALLOWED = said("no-percentage.allowed")
VAT_ALLOWED = said("no-vat-code.allowed")

Loaded = list[tuple[Mapping[str, Any], Mapping[str, str]]]
"""Of each row its values and, by attribute, what is allowed where a cell was refused."""

TEXT_LENGTH_MAX = 500


def by_column(tab: FoundTab) -> list[Row]:
    """Load with the server's own loader and keep every row, as `server.workbook.lines` does."""
    return list(read_rows(tab))


def by_schema(tab: FoundTab, rows: list[dict[str, Cell]]) -> Any:
    """Load with marshmallow as its manual says; `rows` are ready, by header, without blanks."""
    try:
        return tab.schema.load(rows, many=True), {}
    except ma.ValidationError as error:
        return error.valid_data, error.messages


def by_hand(tab: FoundTab) -> Loaded:
    """Load with a loop as a programmer writes it who uses no library."""
    header_row = tab.header_row or 0
    columns = [tab.tab.columns[tab.columns[name]][header_row:] for name in tab.columns]
    loaded: Loaded = []
    for row in zip(*columns, strict=True):
        invoice, text, quantity, price, discount, vat, account, problem = row
        if all(cell is False or is_blank(cell) for cell in row[:-1]):
            continue
        values: dict[str, Any] = {"problem": text_of(problem)}
        refused: dict[str, str] = {}
        amount = Decimal(1) if is_blank(quantity) else read_number(quantity)
        number = "" if is_blank(account) else read_digits(account)
        words = "" if is_blank(text) else _text(text)
        for attribute, value, allowed in (
            ("invoice", _required(invoice, read_code), "the number of an invoice as text"),
            ("description", words, "text of at most 500 characters"),
            ("quantity", amount, NUMBER_ALLOWED),
            ("unit_price", _required(price, read_number), NUMBER_ALLOWED),
            ("discount_percent", _discount(discount), PERCENT_ALLOWED),
            ("vat", _required(vat, read_vat_reference), VAT_ALLOWED),
            ("account", number, "an account of tab Accounts"),
        ):
            if value is None:
                refused[attribute] = allowed
            else:
                values[attribute] = value
        loaded.append((values, refused))
    return loaded


def rows_for_schema(tab: FoundTab) -> list[dict[str, Cell]]:
    """Return the rows as marshmallow takes them."""
    header_row = tab.header_row or 0
    columns = [tab.tab.columns[index][header_row:] for index in tab.columns.values()]
    return [
        {name: cell for name, cell in zip(tab.columns, row, strict=True) if not is_blank(cell)}
        for row in zip(*columns, strict=True)
    ]


def same(tab: FoundTab) -> bool:
    """Whether all three load the same values and refuse the same cells with the same words.

    Compared is what stands in the tab: of a column that it lacks everybody has the default.
    """
    ours = [
        (_there(tab, _read(tab, row)), {name: one.allowed for name, one in row.refused.items()})
        for row in read_rows(tab)
    ]
    return ours == by_hand(tab) == list(_schema_rows(tab))


def _read(tab: FoundTab, row: Row) -> dict[str, Any]:
    return {name: row[name] for name in tab.schema.fields if name in row}


def _there(tab: FoundTab, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = tab.schema.fields
    return {name: one for name, one in values.items() if fields[name].data_key in tab.columns}


def _schema_rows(tab: FoundTab) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    values, messages = by_schema(tab, rows_for_schema(tab))
    attributes = {str(field.data_key): name for name, field in tab.schema.fields.items()}
    for at, row in enumerate(values):
        refused = messages.get(at, {})
        yield _there(tab, row), {attributes[header]: said[0] for header, said in refused.items()}


def _required(cell: Cell, read: Any) -> Any:
    return None if is_blank(cell) else read(cell)


def _text(cell: Cell) -> str | None:
    text = read_text(cell)
    return text if text is not None and len(text) <= TEXT_LENGTH_MAX else None


def _discount(cell: Cell) -> Decimal | None:
    return Decimal("0.00") if is_blank(cell) else read_percent(cell)
