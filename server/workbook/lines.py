"""Tab Lines, and the line that an invoice of one line has in its own row."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import Account, VatCode
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind, LineKind
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row, as_far_as_read, is_blank, read_rows
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.layout_problems import headers_lacking
from boekbrug.server.workbook.line_columns import AS_TYPED, RENAMED, RULES
from boekbrug.server.workbook.presence import Check, checks_for, headers, present
from boekbrug.server.workbook.registers import Register

OF_AMOUNTS = ("quantity", "unit_price", "net", "vat_amount", "total", "vat", "discount_amount")
"""What a line of words alone has nothing of."""
BESIDE_ACCOUNT = frozenset({"line_kind", "cost_centre"})
"""What the checks of an account ask for beside it."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A row of tab Lines; `line` is None when something in it is wrong.

    `invoice` is the number it names ('' when that cannot be read), `kind` its cell Kind. `outline`
    is as much of a wrong line as its checks of VAT code and account ask for, None without the
    code; where `is_accounted` is false, what tells its account could not be read.
    """

    row: Row
    invoice: str
    kind: Kind | None
    line: Line | None
    problems: tuple[Problem, ...]
    outline: Line | None
    is_accounted: bool


@dataclass(frozen=True, slots=True)
class _LineBooks:
    """What lines refer to, and what is asked of each row by the columns that the tab has.

    A tab is whole when it has all that a line needs; what it lacks is said once, not of each row.
    """

    codes: VatCodes
    accounts: Register[Account]
    settings: Settings
    is_whole: bool
    as_typed: tuple[str, ...]
    renamed: tuple[str, ...]
    checks: tuple[Check[Settings], ...]


def read_lines(
    layout: FoundLayout, codes: VatCodes, accounts: Register[Account], settings: Settings
) -> list[TypedLine]:
    """Return the rows of tab Lines in their order; each keeps its own problems."""
    tab = layout.tabs.get("Lines")
    if tab is None:
        return []
    books = _LineBooks(
        codes,
        accounts,
        settings,
        not any(headers_lacking("Lines", tab.schema, tab.columns)),
        present(tab, AS_TYPED),
        present(tab, RENAMED),
        checks_for(tab, RULES),
    )
    return [_typed_line(row, books) for row in read_rows(tab)]


def own_line(row: Row, description: str, code: VatCode) -> Line:
    """Return the one line that an Invoices row holds itself."""
    return Line(
        origin=row.origin,
        description=description,
        quantity=Decimal(1),
        unit_price=row["net"],
        vat_code=code.code,
        account=row["account"],
    )


def outlined_own_line(row: Row, codes: VatCodes, accounts: Register[Account]) -> TypedLine:
    """Return the one line that an Invoices row holds itself, where the row is wrong."""
    code, _ = code_and_account(row, codes, accounts)
    has_net = row.get("net", ZERO) is not None
    return TypedLine(
        row=row,
        invoice="",
        kind=None,
        line=None,
        problems=(),
        outline=_outline(row, code) if code and has_net else None,
        is_accounted=_has_account(row, accounts),
    )


def code_and_account(
    row: Row, codes: VatCodes, accounts: Register[Account]
) -> tuple[VatCode | None, list[Problem]]:
    """Return the VAT code that a row names, and what is wrong with code and account.

    Each is looked up by itself, where its cell is filled and could be read.
    """
    code: VatCode | None = None
    problems: list[Problem] = []
    if row.get("vat", "") != "":
        meant = codes.meant_by(row, "vat")
        if isinstance(meant, Problem):
            problems.append(meant)
        else:
            code = meant
    number: str = row.get("account", "")
    if number and accounts.find(number) is None:
        problems.append(accounts.refusal(row, "account", number))
    return code, problems


def _typed_line(row: Row, books: _LineBooks) -> TypedLine:
    is_bare = _is_of_words_alone(row)
    problems = [*row.problems(), *(_of_words_alone(row) if is_bare else _wrong_price(row))]
    for check in books.checks:
        problems += as_far_as_read(check(row, books.settings))
    code: VatCode | None = None
    if row.get("line_kind") is not LineKind.TEXT:
        code, found = code_and_account(row, books.codes, books.accounts)
        problems += [*(() if is_bare else _without_code(row)), *found]
    line = None
    if books.is_whole and not problems and not row.lacks:
        line = _line(row, code, books)
    return TypedLine(
        row=row,
        invoice=row.get("invoice", ""),
        kind=row.get("kind"),
        line=line,
        problems=tuple(problems),
        outline=line or (_outline(row, code) if code else None),
        is_accounted=_has_account(row, books.accounts) and not row.lacks & BESIDE_ACCOUNT,
    )


def _outline(row: Row, code: VatCode) -> Line:
    """Return a line without its amounts."""
    return Line(
        origin=row.origin,
        description="",
        quantity=Decimal(1),
        unit_price=ZERO,
        vat_code=code.code,
        account=row.get("account", ""),
        kind=row.get("line_kind", LineKind.ITEM),
        cost_centre=row.get("cost_centre", ""),
    )


def _has_account(row: Row, accounts: Register[Account]) -> bool:
    """Whether it could be read which account a row names, if any."""
    number: str | None = row.get("account")
    return number == "" or (number is not None and accounts.find(number) is not None)


def _line(row: Row, code: VatCode | None, books: _LineBooks) -> Line:
    values = row
    more: dict[str, Any] = {name: values[name] for name in books.as_typed}
    more |= {RENAMED[name]: values[name] for name in books.renamed}
    if books.settings.prices_include_vat or "includes_vat" in more:
        said = values["includes_vat"]
        more["includes_vat"] = books.settings.prices_include_vat if said is None else said
    return Line(
        origin=row.origin,
        description=values["description"],
        quantity=values["quantity"],
        unit_price=values["unit_price"] or ZERO,
        discount_percent=values["discount_percent"],
        vat_code=code.code if code else "",
        account=values["account"] if code else "",
        **more,
    )


def _without_code(row: Row) -> Iterator[Problem]:
    """Yield the problem of a line without VAT code, unless it may be a text or no line has one."""
    if row.get("vat") == "" and "VAT" in row.tab.columns and row.get("line_kind"):
        yield row.wrong("vat", "no-vat-code")


def _is_of_words_alone(row: Row) -> bool:
    """Whether a line that is no text has a description, and nothing that an amount comes of."""
    if row.get("line_kind", LineKind.TEXT) is LineKind.TEXT or not row.get("description"):
        return False
    fields = row.tab.schema.fields
    headers_typed = {str(fields[name].data_key) for name in OF_AMOUNTS} & row.tab.columns.keys()
    return all(is_blank(row.tab.cell(header, row.number)) for header in headers_typed)


def _of_words_alone(row: Row) -> Iterator[Problem]:
    """Yield the problem of such a line; a tab without any amounts has its own."""
    kind = row.header("line_kind")
    if "Line kind" not in row.tab.columns:
        kind = said("column to add", header=kind)
    text = word("choice", LineKind.TEXT.value)
    for attribute in present(row.tab, ("unit_price", "net", "total"))[:1]:
        yield row.wrong(attribute, "line-of-words-alone", kind=kind, text=text)


def _wrong_price(row: Row) -> Iterator[Problem]:
    price: Decimal | None = row.get("unit_price", ZERO)
    if price is None:
        yield from _without_price(row)
    elif price < 0:
        yield row.wrong("unit_price", "negative-price")


def _without_price(row: Row) -> Iterator[Problem]:
    """Yield the problem of a line that has no amount instead of its price."""
    values, columns = row, row.tab.columns
    if values.get("line_kind", LineKind.TEXT) is LineKind.TEXT:
        return
    if "Net" not in columns and "Total incl. VAT" not in columns:
        if "Unit price" in columns:
            yield row.wrong("unit_price", "no-number")
    # A cell that could not be read has a problem of its own.
    elif values.get("net", ZERO) is None and values.get("total", ZERO) is None:
        around = headers(row, "net", "total")
        yield row.wrong("unit_price", "line-without-amount", **around)
