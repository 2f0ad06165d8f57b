"""What could be read of an Invoices row that did not become a document, for the checks of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from boekbrug.server.bookkeeping.model import Document, DocumentKey, Line, Outline
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.document_columns import Books, DocumentColumns
from boekbrug.server.workbook.documents import with_signs
from boekbrug.server.workbook.identities import Identity
from boekbrug.server.workbook.lines import TypedLine, outlined_own_line

READ = ("issued_on", "discount_percent")
"""What the checks ask of every row, by the attribute of document and row."""
READ_WHERE_PRESENT = (
    *("discount_amount", "cost_centre", "delivery_country", "period"),
    *("supplied_from", "supplied_on"),
)
NOBODYS: Mapping[str, Any] = {
    "key": DocumentKey("", "", ""),
    "kind": Kind.INVOICE,
    "issued_on": date.min,
    "customer": "",
}
"""What stands for what could not be read."""


def outline_of(
    row: Row,
    identity: Identity | None,
    typed: Sequence[TypedLine],
    books: Books,
    columns: DocumentColumns,
) -> Outline | None:
    """Return what could be read of a row; None without the number, which its lines go by.

    Args:
        row: of tab Invoices.
        identity: what it is known by, None when that cannot be told.
        typed: its rows of tab Lines.
        books: what it refers to.
        columns: what the first sheet lacks and this one has.
    """
    number: str | None = row.get("number")
    if number is None:
        return None
    read = _read(row, identity, books, columns)
    lines = typed or [outlined_own_line(row, books.codes, books.accounts)]
    document = Document(
        origin=row.origin,
        number=number,
        year=0,
        sequence=0,
        due_on=None,
        description="",
        reference="",
        lines=tuple(one.outline for one in lines if one.outline),
        **{**NOBODYS, **read},
    )
    return Outline(
        document=document,
        unread=frozenset(_asked_for(columns) - read.keys()),
        accounted=tuple(one.outline for one in lines if one.outline and one.is_accounted),
        right=tuple(_right(lines, read.get("kind"), books.settings)),
    )


def _right(lines: Iterable[TypedLine], kind: Kind | None, settings: Settings) -> list[Line]:
    """Return the lines with nothing wrong; without the kind their signs may not be known."""
    right = [one.line for one in lines if one.line]
    if kind is None and settings.credit_note_sign < 0:
        return []
    return with_signs(right, kind or Kind.INVOICE, settings)


def _asked_for(columns: DocumentColumns) -> set[str]:
    """Return the attributes that a document of this tab has from its row, as far as checks ask."""
    return {*NOBODYS, *READ, *(name for name in READ_WHERE_PRESENT if name in columns.as_typed)}


def _read(
    row: Row, identity: Identity | None, books: Books, columns: DocumentColumns
) -> dict[str, Any]:
    """Return what is known of the document, by its attributes."""
    read = {name: row[name] for name in _asked_for(columns) - NOBODYS.keys() if name in row}
    customer = books.customers.find(row.get("customer", ""))
    known = {
        "key": identity.key if identity else None,
        "kind": identity.kind if identity else row.get("kind"),
        "issued_on": row.get("issued_on"),
        "customer": customer.key if customer else None,
    }
    return read | {name: value for name, value in known.items() if value is not None}
