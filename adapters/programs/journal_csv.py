"""Journal (CSV): a double-entry journal that any program or person can read.

One file, `journal.csv`: UTF-8 without byte order mark, CR LF, commas, quotes where needed, one
header row, decimal point, two decimals, dates 2026-03-31. One row for the customer, one for each
account and VAT code, one for each VAT code with a rate; every document balances.

| column | holds |
|---|---|
| document, date, journal, line | number, date and journal of the document; its rows from 1 |
| account, account_name | the ledger account |
| customer_number, customer | the external ID and the name, on the customer's row |
| text | the document's text |
| debit, credit | the amount in one of the two, never negative; both empty for 0.00 |
| vat_code | the workbook's own code, on revenue rows and VAT rows |
| vat_base | on VAT rows, the base that the VAT was computed from; negative on credit notes |
| due_date | on the customer's row |

A text that begins with = + - @ or a tab gets an apostrophe in front, so that no spreadsheet
program takes it for a formula. Amounts never do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.programs.checks import unbalanced, unfit_external_ids
from boekbrug.server.programs.protocol import Facts
from boekbrug.server.programs.textfile import delimited, money, rows_of, single_line
from boekbrug.server.wording.said import said

API = 1
TITLE = "Journal CSV"
ENCODING = "utf-8"
JOURNAL_NAME = "journal.csv"
COLUMNS = (
    "document", "date", "journal", "line", "account", "account_name", "customer_number",
    "customer", "text", "debit", "credit", "vat_code", "vat_base", "due_date",
)  # fmt: skip

FACTS = Facts(
    countries=(),
    encoding=ENCODING,
    external_id_pattern="[0-9A-Za-z]{1,20}",
    external_id_allowed=said("letters and digits", most=20),
    number_pattern=None,
    vat_codes=None,
    several_periods_in_a_file=True,
    several_book_years_in_a_file=True,
    needs_journals=False,
    tells_vat_base=True,
    importing_again=said("journal importing again"),
    overwrites_customers="",
    how_to=tuple(
        said(f"journal step {step}") for step in ("unzip", "open", "rows", "apostrophe", "compare")
    ),
    sources=("The layout is Boekbrug's own, version 1, 2026-11-22",),
    certainty="Complete: the file is defined here.",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_EMPTY = dict.fromkeys(COLUMNS, "")


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Nothing to fill in."""


def check(batch: Batch, _: Parameters, /) -> Iterator[Problem]:
    """Yield unusable customer numbers and documents that do not balance."""
    yield from unfit_external_ids(batch, FACTS)
    yield from unbalanced(batch)


def render(batch: Batch, _: Parameters, /) -> Iterator[ExportFile]:
    """Yield `journal.csv`."""
    rows = (row for document in batch.documents for row in _document_rows(document, batch))
    content = delimited((COLUMNS, *rows), encoding=ENCODING)
    yield ExportFile(JOURNAL_NAME, content, "text/csv")


def totals(files: Iterable[ExportFile], _: Parameters, /) -> Totals:
    """Return the control totals; the row with a due date is the customer's.

    Raises:
        ValueError: a row does not have all its fields.
    """
    [content] = [file.content for file in files if file.name == JOURNAL_NAME]
    header, *rows = rows_of(content, name=JOURNAL_NAME, encoding=ENCODING, width=len(COLUMNS))
    documents = 0
    gross = net = debit = credit = ZERO
    vat_by_code: dict[str, Decimal] = {}
    for row in (dict(zip(header, fields, strict=True)) for fields in rows):
        debited, credited = (Decimal(row[side] or ZERO) for side in ("debit", "credit"))
        debit, credit = debit + debited, credit + credited
        if row["due_date"]:
            documents, gross = documents + 1, gross + debited - credited
        elif row["vat_base"]:
            before = vat_by_code.get(row["vat_code"], ZERO)
            vat_by_code[row["vat_code"]] = before + credited - debited
        else:
            net += credited - debited
    return Totals(
        documents=documents,
        net=net,
        vat=sum(vat_by_code.values(), ZERO),
        gross=gross,
        vat_by_code=vat_by_code,
        debit=debit,
        credit=credit,
    )


def _document_rows(document: BookedDocument, batch: Batch) -> Iterator[Sequence[str]]:
    for line, (account, amount, fields) in enumerate(_entries(document, batch), start=1):
        filled = {
            "document": _guarded(document.number),
            "date": document.issued_on.isoformat(),
            "journal": _guarded(document.journal),
            "line": str(line),
            "account": _guarded(account),
            "account_name": _guarded(batch.account_names[account]),
            "text": _guarded(document.text),
            "debit": money(amount) if amount > 0 else "",
            "credit": money(-amount) if amount < 0 else "",
        }
        yield tuple((_EMPTY | filled | fields).values())


def _entries(
    document: BookedDocument, batch: Batch
) -> Iterator[tuple[str, Decimal, dict[str, str]]]:
    """Yield account, amount (positive is debit) and what only this kind of row has."""
    sign = document.kind.sign
    customer_fields = {
        "customer_number": _guarded(document.customer.external_id),
        "customer": _guarded(document.customer.name),
        "due_date": document.due_on.isoformat(),
    }
    yield document.receivable_account, sign * document.gross, customer_fields
    for revenue in document.revenue:
        told = batch.vat_codes.get(revenue.vat_code)
        code = _guarded(told.program_code) if told else ""
        yield revenue.account, -sign * revenue.net, {"vat_code": code}
    for vat in document.vat:
        if vat.rate:
            code = _guarded(batch.vat_codes[vat.vat_code].program_code)
            fields = {"vat_code": code, "vat_base": money(sign * vat.base)}
            yield vat.account, -sign * vat.vat, fields


def _guarded(text: str) -> str:
    line = single_line("".join(mark for mark in text if mark.isprintable() or mark.isspace()))
    is_formula = text.startswith(_FORMULA_STARTS) or line.startswith(_FORMULA_STARTS)
    return f"'{line}" if is_formula else line
