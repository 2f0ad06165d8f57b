"""Tab Invoices with its lines: documents, and the rows that did not become one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from boekbrug.server.bookkeeping.model import Document, UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin, Problem, found_in_words
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.bookkeeping.told import NOTHING_TOLD, SheetTold
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.cells import CellError
from boekbrug.server.workbook.columns import Row, is_blank, read_rows
from boekbrug.server.workbook.document_columns import Books, DocumentColumns
from boekbrug.server.workbook.documents import customer_name, make_document, names_nobody
from boekbrug.server.workbook.identities import Identity, doubles, identify
from boekbrug.server.workbook.layout import FoundLayout, FoundTab
from boekbrug.server.workbook.lines import TypedLine
from boekbrug.server.workbook.nearest import bare_number
from boekbrug.server.workbook.outlines import outline_of
from boekbrug.server.workbook.prepared import told_as_prepared, without_prepared
from boekbrug.server.workbook.registers import is_held
from boekbrug.server.workbook.told_cells import told_in


@dataclass(frozen=True, slots=True)
class ReadInvoices:
    """What became of the rows of Invoices and Lines; `orphans` are lines without an invoice.

    `prepared` are the numbers of rows that hold nothing else yet. `told` is what the server's
    cells say, but those of a copy: its number has a problem of its own.
    """

    documents: tuple[Document, ...]
    unreadable: tuple[UnreadableRow, ...]
    orphans: tuple[Origin, ...]
    prepared: tuple[str, ...]
    problems: tuple[Problem, ...]
    told: SheetTold = NOTHING_TOLD


@dataclass(slots=True)
class _InvoiceRow:
    """A row on its way to a document: who it is, what is wrong with that, and its lines.

    A copy is a row whose number another row keeps.
    """

    row: Row
    identity: Identity | None
    problems: list[Problem]
    is_copy: bool = False
    lines: list[TypedLine] = field(default_factory=list)

    @property
    def number(self) -> str | None:
        """The number, where the cell could be read."""
        number: str | None = self.row.get("number")
        return number

    @property
    def kind(self) -> Kind | None:
        """The kind, where it is known."""
        return self.identity.kind if self.identity else self.row.get("kind")


def read_invoices(layout: FoundLayout, books: Books, lines: Sequence[TypedLine]) -> ReadInvoices:
    """Return the documents and every problem of the rows of Invoices and Lines but those held."""
    tab = layout.tabs.get("Invoices")
    if tab is None or "Number" not in tab.columns:
        return ReadInvoices((), (), (), (), ())
    typed, prepared = without_prepared(
        [row for row in read_rows(tab) if not _is_nobody(row)], {line.invoice for line in lines}
    )
    rows = [_InvoiceRow(row, *identify(row, books.settings, books.years)) for row in typed]
    problems = [*told_as_prepared(prepared, typed), *_mark_copies(rows)]
    orphans = list(_hand_out(lines, rows, tab))
    columns = DocumentColumns.of(tab, [one.identity for one in rows])
    documents: list[Document] = []
    unreadable: list[UnreadableRow] = []
    for one in rows:
        document, found = _document_of(one, books, columns)
        if document:
            documents.append(document)
        else:
            unreadable.append(_unreadable(one, books, columns))
        if not is_held(one.row):
            problems += found
    problems += [problem for _, found in orphans for problem in found]
    return ReadInvoices(
        tuple(documents),
        tuple(unreadable),
        tuple(line.row.origin for line, _ in orphans),
        tuple(row["number"] for row in prepared),
        tuple(problems),
        told_in(tab, (one.row for one in rows if not one.is_copy)),
    )


def _is_nobody(row: Row) -> bool:
    """Whether a row counts as empty: it has neither number nor date."""
    return is_blank(row.cell("number")) and is_blank(row.cell("issued_on"))


def _mark_copies(rows: Iterable[_InvoiceRow]) -> Iterator[Problem]:
    """Mark the rows whose number another row keeps, and yield a problem for each such number."""
    by_row = {one.row.number: one for one in rows}
    named = [(one.row, one.identity) for one in by_row.values() if one.identity]
    for copies, problem in doubles(named):
        for row in copies:
            by_row[row.number].is_copy = True
        yield problem


def _hand_out(
    lines: Iterable[TypedLine], rows: Iterable[_InvoiceRow], tab: FoundTab
) -> Iterator[tuple[TypedLine, list[Problem]]]:
    """Give each line to its row; yield those that have none, each with what is wrong."""
    claimants: dict[str, list[_InvoiceRow]] = {}
    # A row on hold gives way to one of the same number that is not.
    for one in sorted(rows, key=lambda one: is_held(one.row)):
        if one.number is not None and not one.is_copy:
            claimants.setdefault(one.number, []).append(one)
    alike = cache(lambda: _by_bare_number(claimants))
    for line in lines:
        named = claimants.get(line.invoice, [])
        fitting = [one for one in named if line.kind in (None, one.kind)]
        fitting = fitting or [one for one in named if one.kind is None]
        if len({one.kind for one in fitting}) > 1:
            yield line, [*line.problems, _whose(line)]
        elif fitting:
            fitting[0].lines.append(line)
        elif line.invoice:
            yield line, [*line.problems, _of_nobody(line, tab.title, alike())]
        else:
            yield line, [*line.problems]


def _document_of(
    one: _InvoiceRow, books: Books, columns: DocumentColumns
) -> tuple[Document | None, list[Problem]]:
    """Return the document of a row, or None, with the problems of the row and its lines."""
    problems = [*_of_cells(one.row, books.settings), *one.problems]
    problems += [problem for line in one.lines for problem in line.problems]
    # The lines of a copy's number are those of the row that keeps it.
    is_doubtful = one.is_copy or one.number is None or bool(one.problems)
    lines = None if is_doubtful and not one.lines else one.lines
    document, found = make_document(one.row, one.identity, lines, books, columns)
    return None if one.is_copy else document, problems + found


def _of_cells(row: Row, settings: Settings) -> list[Problem]:
    """Return the problems of the cells; where a number with an error stands alone, only its."""
    besides = {"customer"} if names_nobody(row) else frozenset[str]()
    problems = [*row.problems(besides=besides)]
    if besides and not settings.nobodys_customer:
        problems.append(row.wrong("customer", "invoice-without-customer", settings=settings.tab))
    if not isinstance(row.cell("number"), CellError):
        return problems
    header = row.tab.schema.fields["number"].data_key
    others = (row.tab.cell(name, row.number) for name in row.tab.typed_columns if name != header)
    is_alone = all(cell is False or is_blank(cell) for cell in others)
    return problems[:1] if is_alone else problems  # the number is the first column


def _unreadable(one: _InvoiceRow, books: Books, columns: DocumentColumns) -> UnreadableRow:
    # The number of a copy is another document's: with it the copy would pass for that one.
    return UnreadableRow(
        origin=one.row.origin,
        number=None if one.is_copy else one.number,
        key=one.identity.key if one.identity and not one.is_copy else None,
        issued_on=one.row.get("issued_on"),
        hold=is_held(one.row) or books.customers.waits(customer_name(one.row, books)),
        lines=tuple(line.row.origin for line in one.lines),
        needs_journal_of=_needs_journal_of(one),
        outline=outline_of(one.row, one.identity, one.lines, books, columns),
    )


def _needs_journal_of(one: _InvoiceRow) -> Kind | None:
    series = one.identity.series if one.identity else None
    has_own = one.row.get("journal") or (series and series.journal)
    return None if has_own else one.kind or Kind.INVOICE


def _whose(line: TypedLine) -> Problem:
    return line.row.wrong("kind", "line-of-two-kinds", kind=line.row.header("kind"))


def _of_nobody(
    line: TypedLine, title: str, alike: Mapping[tuple[str, ...], Sequence[str]]
) -> Problem:
    kind = said("kind before", kind=word("choice", line.kind.value)) if line.kind else ""
    near = [one for one in alike.get(bare_number(line.invoice), ()) if one != line.invoice]
    nearest = said("nearest number", number=found_in_words(near[0])) if len(near) == 1 else ""
    code = "line-without-invoice"
    return line.row.wrong("invoice", code, kind=kind, title=title, nearest=nearest)


def _by_bare_number(numbers: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    alike: dict[tuple[str, ...], list[str]] = {}
    for number in numbers:
        alike.setdefault(bare_number(number), []).append(number)
    return alike
