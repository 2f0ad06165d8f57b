"""Tab Lines, and the line that an invoice of one line has in its own row."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.books import Account, VatCode
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row, read_rows
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.registers import Register


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A row of tab Lines; `line` is None when something in it is wrong.

    `invoice` is the number it names ('' when that cannot be read), `kind` its cell Kind.
    """

    row: Row
    invoice: str
    kind: Kind | None
    line: Line | None
    problems: tuple[Problem, ...]


def read_lines(
    layout: FoundLayout, codes: VatCodes, accounts: Register[Account]
) -> list[TypedLine]:
    """Return the rows of tab Lines in their order; each keeps its own problems."""
    tab = layout.tabs.get("Lines")
    return [] if tab is None else [_typed_line(row, codes, accounts) for row in read_rows(tab)]


def own_line(
    row: Row, description: str, codes: VatCodes, accounts: Register[Account]
) -> Line | list[Problem]:
    """Return the one line that an Invoices row holds itself, or what is wrong with it."""
    code = _code_of(row, codes, accounts)
    if isinstance(code, list):
        return code
    return Line(
        origin=row.origin,
        description=description,
        quantity=Decimal(1),
        unit_price=row["net"],
        vat_code=code.code,
        account=row["account"],
    )


def _typed_line(row: Row, codes: VatCodes, accounts: Register[Account]) -> TypedLine:
    problems = [*row.problems(), *_negative_price(row)]
    code = _code_of(row, codes, accounts) if not row.lacks else []
    if isinstance(code, list):
        problems += code
    return TypedLine(
        row=row,
        invoice=row.get("invoice", ""),
        kind=row.get("kind"),
        line=None if problems or isinstance(code, list) else _line(row, code),
        problems=tuple(problems),
    )


def _line(row: Row, code: VatCode) -> Line:
    return Line(
        origin=row.origin,
        description=row["description"],
        quantity=row["quantity"],
        unit_price=row["unit_price"],
        discount_percent=row["discount_percent"],
        vat_code=code.code,
        account=row["account"],
    )


def _code_of(row: Row, codes: VatCodes, accounts: Register[Account]) -> VatCode | list[Problem]:
    """Return the VAT code of a line whose account is known too, else what is wrong."""
    code = codes.meant_by(row, "vat")
    problems = [code] if isinstance(code, Problem) else []
    problems += _unknown_account(row, accounts)
    return problems if problems or isinstance(code, Problem) else code


def _unknown_account(row: Row, accounts: Register[Account]) -> Iterator[Problem]:
    number: str = row["account"]
    if number and accounts.find(number) is None:
        yield accounts.refusal(row, "account", number)


def _negative_price(row: Row) -> Iterator[Problem]:
    if row.get("unit_price", 0) < 0:
        yield row.wrong("unit_price", "negative-price")
