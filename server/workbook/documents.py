"""From an Invoices row and its lines to a document, or what has to be corrected first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from stdnum.be import ogm_vcs

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.model import Document, Line, Printed
from boekbrug.server.bookkeeping.problems import Problem, Severity, rows_in_words
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind, LineKind
from boekbrug.server.bookkeeping.texts import document_text
from boekbrug.server.workbook.columns import Row, as_far_as_read, is_blank
from boekbrug.server.workbook.document_columns import Books, DocumentColumns
from boekbrug.server.workbook.identities import Identity
from boekbrug.server.workbook.line_columns import lowered, net_of, turned
from boekbrug.server.workbook.lines import TypedLine, code_and_account, own_line
from boekbrug.server.workbook.registers import is_held
from boekbrug.server.workbook.vat_numbers import NUMBER_LENGTH_MAX

OWN_LINE = ("net", "vat", "account")
REFERENCE_DIGITS = 12
LENGTHS_WITHOUT_ZEROS = (10, 11)
_TOLD_OTHERWISE = frozenset({"kind", "customer"})
"""Without a column Kind the series says it; an empty customer may be the one of Settings."""


def make_document(
    row: Row,
    identity: Identity | None,
    typed: Sequence[TypedLine] | None,
    books: Books,
    columns: DocumentColumns,
) -> tuple[Document | None, list[Problem]]:
    """Return the document of a row, and what is wrong with it besides its cells.

    Each check runs where the cells that it needs could be read; there is a document only when
    all of them could.

    Args:
        row: of tab Invoices.
        identity: what it is known by, None when that cannot be told.
        typed: its rows of tab Lines, None when nobody knows which they are.
        books: what it refers to.
        columns: what the first sheet lacks and this one has.
    """
    kind: Kind | None = identity.kind if identity else row.get("kind")
    customer, problems = _customer(row, books)
    lines, found = _lines(row, identity, typed, books)
    problems += [*found, *columns.problems_of(row, identity, books)]
    if lines is not None and kind is not None:
        lines = with_signs(lines, kind, books.settings)
    problems += _wrong_sign(row, kind, _net(row, kind, lines, books.settings), books.settings)
    problems += as_far_as_read(_early_due_date(row))
    problems += as_far_as_read(_odd_reference(row))
    if identity is None or customer is None or lines is None or row.lacks - _TOLD_OTHERWISE:
        return None, problems
    more = columns.values_of(row, identity, books)
    document = _document(row, identity, customer, lines, more)
    if books.settings.credit_note_sign < 0 and identity.kind is Kind.CREDIT_NOTE:
        document = _with_amounts_turned(document)
    return document, problems


def payment_reference(text: str) -> str:
    """Return the twelve digits of a structured reference with a right check, else ''.

    >>> payment_reference("+++090/9337/55493+++"), payment_reference("PO-4711")
    ('090933755493', '')
    """
    digits = ogm_vcs.compact(text.replace("*", ""))
    # A number cell has lost the zeros that the reference begins with; the check proves them.
    if len(digits) in LENGTHS_WITHOUT_ZEROS:
        digits = digits.zfill(REFERENCE_DIGITS)
    is_number = len(digits) <= NUMBER_LENGTH_MAX and digits.isascii()
    return digits if is_number and ogm_vcs.is_valid(digits) else ""


def _document(
    row: Row,
    identity: Identity,
    customer: Customer,
    lines: list[Line],
    more: Mapping[str, Any],
) -> Document:
    values, series = row, identity.series
    usual = {
        "due_on": values["due_on"],
        "journal": series.journal if series else "",
    }
    return Document(
        origin=row.origin,
        key=identity.key,
        number=identity.number,
        kind=identity.kind,
        year=identity.parsed.year,
        sequence=identity.parsed.sequence,
        issued_on=values["issued_on"],
        customer=customer.key,
        names_nobody=names_nobody(row),
        description=row["description"],
        reference=payment_reference(row["reference"]) if row["reference"] else "",
        lines=tuple(lines),
        discount_percent=values["discount_percent"],
        printed=Printed(values["net_printed"], values["vat_printed"], values["total_printed"]),
        number_pattern=series.pattern if series else "",
        hold=is_held(row),
        **{**usual, **more},
    )


def names_nobody(row: Row) -> bool:
    """Whether the customer's cell is empty."""
    return "customer" in row.refused and is_blank(row.cell("customer"))


def customer_name(row: Row, books: Books) -> str:
    """Return whom a row names, of an empty cell the customer of Settings; '' where nobody can."""
    name: str = row.get("customer", "")
    return books.settings.nobodys_customer if names_nobody(row) else name


def _customer(row: Row, books: Books) -> tuple[Customer | None, list[Problem]]:
    """Return who a row is to; what is wrong with an empty cell, or with Settings, stands there."""
    name = customer_name(row, books)
    customer = books.customers.find(name)
    is_told = "customer" in row.refused or books.customers.waits(name)
    if customer is None and not is_told:
        return None, [books.customers.refusal(row, "customer", name)]
    return customer, []


def _lines(
    row: Row, identity: Identity | None, typed: Sequence[TypedLine] | None, books: Books
) -> tuple[list[Line] | None, list[Problem]]:
    """Return the lines of the document, from one place only, or None when one is wrong."""
    filled = [attribute for attribute in OWN_LINE if row.get(attribute, "?") not in (None, "")]
    if typed and filled:
        return None, [_lines_in_both(row, filled[0], typed, books.lines_title)]
    if typed:
        lines = [one.line for one in typed if one.line is not None]
        return (lines if len(lines) == len(typed) else None), []
    if typed is None and not filled:
        return None, []
    half = _half_a_line(row, filled, books.lines_title)
    code, found = code_and_account(row, books.codes, books.accounts)
    if half or found or code is None or identity is None or row.lacks - _TOLD_OTHERWISE:
        return None, [*filter(None, [half]), *found]
    text = row["description"] or document_text(
        identity.kind, identity.number, books.settings.language
    )
    return [own_line(row, text, code)], []


def _lines_in_both(row: Row, attribute: str, typed: Sequence[TypedLine], title: str) -> Problem:
    lines = rows_in_words([one.row.number for one in typed])
    return row.wrong(attribute, "lines-in-both", title=title, lines=lines, **_headers(row))


def _half_a_line(row: Row, filled: Sequence[str], title: str) -> Problem | None:
    if "net" in filled and "vat" in filled:
        return None
    if "net" in filled:
        return row.wrong("vat", "net-without-vat", net=row.header("net"))
    code = "vat-without-net" if filled else "invoice-without-lines"
    return row.wrong("net", code, title=title, **_headers(row))


def _headers(row: Row) -> dict[str, Any]:
    """Return the headers of a line in the row itself, for the gaps of a sentence."""
    return {attribute: row.header(attribute) for attribute in OWN_LINE}


def with_signs(lines: list[Line], kind: Kind, settings: Settings) -> list[Line]:
    """Return the lines as the books have their signs: turned where credit notes are negative."""
    if kind is Kind.CREDIT_NOTE and settings.credit_note_sign < 0:
        lines = [turned(line) for line in lines]
    return [lowered(line) if line.kind is LineKind.DISCOUNT else line for line in lines]


def _with_amounts_turned(document: Document) -> Document:
    printed = document.printed
    net, vat, total = (
        None if amount is None else -amount + ZERO
        for amount in (printed.net, printed.vat, printed.total)
    )
    return replace(
        document,
        printed=Printed(net, vat, total),
        paid=-document.paid + ZERO,
        payable_rounding=-document.payable_rounding + ZERO,
    )


def _net(
    row: Row, kind: Kind | None, lines: Sequence[Line] | None, settings: Settings
) -> Decimal | None:
    """Return the net as the books have its sign; None when it cannot be told."""
    if kind is None:
        return None
    if lines is not None:
        return sum(map(net_of, lines), ZERO)
    net: Decimal | None = row.get("net")
    is_turned = kind is Kind.CREDIT_NOTE and settings.credit_note_sign < 0
    return -net if net and is_turned else net


def _wrong_sign(
    row: Row, kind: Kind | None, net: Decimal | None, settings: Settings
) -> Iterator[Problem]:
    """Yield the problem of a document whose net has the other sign (rule B7)."""
    if net is None or net >= 0:
        return
    attribute = "number" if row.get("net") is None else "net"
    if kind is Kind.INVOICE:
        header = row.header("kind")
        yield row.wrong(attribute, "negative-invoice", net=net, kind=header, settings=settings.tab)
        return
    wrongly = "negative" if settings.credit_note_sign > 0 else "positive"
    net *= settings.credit_note_sign
    yield row.wrong(attribute, f"credit-note-typed-{wrongly}", net=net, settings=settings.tab)


def _early_due_date(row: Row) -> Iterator[Problem]:
    due_on = row["due_on"]
    if due_on and due_on < row["issued_on"]:
        yield row.wrong("due_on", "due-before-invoice", severity=Severity.WARNING)


def _odd_reference(row: Row) -> Iterator[Problem]:
    reference: str = row["reference"]
    if reference and not payment_reference(reference):
        yield row.wrong("reference", "odd-reference", severity=Severity.WARNING)
