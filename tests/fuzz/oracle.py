"""What must hold of every damaged workbook: nothing that a person reads otherwise passes.

Compared are the cells with what the file shows, and what was made of them with what a person may
take each cell for (`fuzz.reading`). A difference is allowed where a problem names the row.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from boekbrug.server.bookkeeping.model import Document, Line, UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.cells import Cell, CellError, Cells
from boekbrug.server.workbook.reader import Reading
from fuzz.grid import EMPTY, Grid, Sheet, Shown, Style
from fuzz.lost import lost_headers
from fuzz.reading import DAYS, Meanings, amounts, days, folded, percentages, texts, ticks, unescaped
from fuzz.rows import cell_at, is_prepared, is_typed, is_unnumbered

Read = Callable[..., Meanings]
"""Of a cell; `LOCAL` ones take the locale too."""
LOCAL = (amounts, percentages, days)

KINDS = {
    "invoice": Kind.INVOICE,
    "factuur": Kind.INVOICE,
    "facture": Kind.INVOICE,
    "credit note": Kind.CREDIT_NOTE,
    "creditnota": Kind.CREDIT_NOTE,
}
ZERO_WHEN_EMPTY = {
    *("Discount amount", "Document discount amount", "Payable rounding", "Already paid"),
}


def cell_differences(grid: Grid, cells: Cells) -> Iterator[str]:
    """Yield every cell that was read as something else than the file shows."""
    titles = [sheet.title for sheet in grid]
    if [tab.title for tab in cells.tabs] != titles:
        yield f"tabs {[tab.title for tab in cells.tabs]} for {titles}"
        return
    for sheet, tab in zip(grid, cells.tabs, strict=True):
        rows = zip_longest(sheet.rows, zip(*tab.columns, strict=True), fillvalue=())
        for number, (shown, found) in enumerate(rows, start=1):
            pairs = zip_longest(shown, found)
            for column, (one, cell) in enumerate(pairs, start=1):
                if not _is_same(one or EMPTY, cell):
                    yield f"{sheet.title}, row {number}, column {column}: {cell!r} for {one!r}"


def _is_same(shown: Shown, cell: Cell) -> bool:
    if shown.kind == "number":
        return _is_same_number(shown, cell)
    if shown.kind == "empty" or (shown.kind == "text" and not shown.raw.strip()):
        return cell is None or (isinstance(cell, str) and not cell.strip())
    if shown.kind == "boolean":
        return cell is (shown.raw.strip() in ("1", "true"))
    if shown.kind == "text":
        return isinstance(cell, str) and _lines(cell) == _lines(shown.raw)
    return isinstance(cell, CellError)


def _is_same_number(shown: Shown, cell: Cell) -> bool:
    if shown.style is Style.PERCENT:
        figure = f"{float(shown.raw) * 100:.12g}"
        return cell in (f"{figure} %", f"{figure}0 %")
    if shown.style in DAYS:
        found = days(shown)
        return not found or (getattr(cell, "date", lambda: cell)() in found)
    return shown.style is Style.CLOCK or (isinstance(cell, float) and cell == float(shown.raw))


def _lines(words: str) -> str:
    return unescaped(words).replace("\r\n", "\n").replace("\r", "\n")


class Judge:
    """Compares one reading with the grid that the file shows."""

    def __init__(self, grid: Grid, reading: Reading, locale: str = "") -> None:
        """Look at which tab is which, and at what is named."""
        self._locale = locale
        self._workbook = reading.workbook
        self._sheets = {sheet.name: sheet for sheet in reversed(grid) if sheet.name}
        self._named = {
            Origin(one.tab, row)
            for one in reading.workbook.problems
            if _stops(one)
            for row in one.rows
        }
        self._told = {Origin(one.tab, row) for one in reading.workbook.problems for row in one.rows}
        self._named_tabs = {
            one.tab for one in reading.workbook.problems if _stops(one) and not one.rows
        }

    def violations(self) -> Iterator[str]:
        """Yield whatever passed that should not have."""
        for name in ("Invoices", "Lines"):
            yield from self._lost_rows(name)
        for name, sheet in self._sheets.items():
            if not self._named_tabs & {sheet.title, name}:
                yield from lost_headers(sheet)
        for document in self._workbook.documents:
            if not document.hold:
                yield from self._document(document)
        for code in self._workbook.vat_codes.values():
            row = code.origin.row
            yield from self._compare("VAT", row, "Rate %", percentages, code.rate)
            yield from self._compare("VAT", row, "Code", texts, folded(code.code))
        for customer in self._workbook.customers.values():
            row = customer.origin.row
            yield from self._compare("Customers", row, "Customer", texts, folded(customer.key))

    def _document(self, document: Document) -> Iterator[str]:
        row = document.origin.row
        expected: list[tuple[str, Read, Any]] = [
            ("Number", texts, folded(document.number)),
            ("Kind", _kinds, document.kind),
            ("Date", days, document.issued_on),
            *([] if self._has_term(row) else [("Due", days, document.due_on)]),
            ("Customer", texts, folded(document.customer)),
            ("Document discount %", percentages, document.discount_percent),
            ("Net as printed", amounts, document.printed.net),
            ("VAT as printed", amounts, document.printed.vat),
            ("Total as printed", amounts, document.printed.total),
            ("Hold", ticks, document.hold),
            ("Supply date", days, document.supplied_on),
            ("Document discount amount", amounts, document.discount_amount),
            ("Payable rounding", amounts, document.payable_rounding),
            ("Already paid", amounts, document.paid),
            ("Your reference", texts, folded(document.your_reference)),
        ]
        for header, read, value in expected:
            yield from self._compare("Invoices", row, header, read, value)
        for line in document.lines:
            if line.origin.tab == document.origin.tab:
                yield from self._compare("Invoices", row, "Net", amounts, line.unit_price)
                yield from self._line("Invoices", line)
            else:
                yield from self._long_line(document, line)

    def _has_term(self, row: int) -> bool:
        sheet = self._sheets.get("Invoices")
        return sheet is not None and cell_at(sheet, row, "Payment term").kind != "empty"

    def _long_line(self, document: Document, line: Line) -> Iterator[str]:
        row = line.origin.row
        yield from self._compare("Lines", row, "Invoice", texts, folded(document.number))
        yield from self._compare("Lines", row, "Quantity", amounts, line.quantity)
        yield from self._compare("Lines", row, "Unit price", amounts, line.unit_price)
        yield from self._compare("Lines", row, "Discount %", percentages, line.discount_percent)
        yield from self._compare("Lines", row, "Net", amounts, line.net)
        yield from self._compare("Lines", row, "Total incl. VAT", amounts, line.total)
        yield from self._compare("Lines", row, "Includes VAT", ticks, line.includes_vat)
        yield from self._compare("Lines", row, "Discount amount", amounts, line.discount_amount)
        yield from self._line("Lines", line)

    def _line(self, name: str, line: Line) -> Iterator[str]:
        codes = self._workbook.vat_codes.values()

        def read(cell: Shown) -> Meanings:
            names = texts(cell)
            rates = {code.code for code in codes if code.rate in percentages(cell)}
            known = {code.code for code in codes if folded(code.code) in names}
            return frozenset(known or rates)

        yield from self._compare(name, line.origin.row, "VAT", read, line.vat_code)
        yield from self._compare(name, line.origin.row, "Account", texts, line.account)

    def _compare(self, name: str, row: int, header: str, read: Read, value: Any) -> Iterator[str]:
        """Yield what is wrong with a value that came from a cell."""
        sheet = self._sheets.get(name)
        if sheet is None or self._is_named(sheet, row):
            if sheet is None and name not in self._named_tabs:
                yield f"{name}, row {row}: {value!r} from a tab that is not there"
            return
        cell = cell_at(sheet, row, header)
        meanings = read(cell, self._locale) if read in LOCAL else read(cell)
        if meanings == {None}:
            meanings = frozenset({_default(header, read)})
        if meanings != {value}:
            may_be = f"which may be {set(meanings)}"
            yield f"{name}, row {row}, {header}: {value!r} for {cell!r}, {may_be}"

    def _lost_rows(self, name: str) -> Iterator[str]:
        """Yield the rows in which people typed that became nothing, and that nobody names."""
        sheet = self._sheets.get(name)
        if sheet is None:
            return
        documents = self._workbook.documents
        kept = {document.origin.row for document in documents}
        if name == "Lines":
            kept = {
                line.origin.row
                for one in documents
                for line in one.lines
                if line.origin.tab == sheet.title
            }
            kept |= {origin.row for one in self._known_unreadable() for origin in one.lines}
        else:
            kept |= {one.origin.row for one in self._known_unreadable()}
        for row in range((sheet.header_row or 0) + 2, len(sheet.rows) + 1):
            if (
                row not in kept
                and not self._is_named(sheet, row)
                and is_typed(sheet, row)
                and not self._is_empty(sheet, row)
            ):
                yield f"{name}, row {row}: nothing became of {sheet.rows[row - 1]}"

    def _is_empty(self, sheet: Sheet, row: int) -> bool:
        """Whether a row counts as empty, as people know: told so, or made ready for later."""
        is_told = Origin(sheet.title, row) in self._told
        rules = (is_unnumbered, is_prepared) if sheet.name == "Invoices" else ()
        return any(rule(sheet, row, is_told=is_told) for rule in rules)

    def _known_unreadable(self) -> Iterator[UnreadableRow]:
        """Yield the rows that wait, or that are named, they or one of their lines."""
        for one in self._workbook.unreadable:
            is_known = any(line.tab in self._named_tabs for line in one.lines)
            is_known |= any(place in self._named for place in (one.origin, *one.lines))
            if one.hold or is_known:
                yield one

    def _is_named(self, sheet: Sheet, row: int) -> bool:
        return (
            sheet.header_row is None
            or Origin(sheet.title, row) in self._named
            or bool(self._named_tabs & {sheet.title, sheet.name})
            or (sheet.name == "Lines" and self._is_without_invoices)
        )

    @property
    def _is_without_invoices(self) -> bool:
        """Whether tab Invoices itself is named: then no line is looked at."""
        invoices = self._sheets.get("Invoices")
        return bool(self._named_tabs & {"Invoices", invoices.title if invoices else "Invoices"})


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _kinds(cell: Shown) -> Meanings:
    found = texts(cell)
    return (
        found if found == {None} else frozenset({KINDS.get(one) for one in found if one in KINDS})
    )


def _default(header: str, read: Read) -> Any:
    """Return what an empty cell of the column means."""
    if header == "Quantity":
        return Decimal(1)
    if header in ("Hold", "Includes VAT"):
        return False
    if header in ZERO_WHEN_EMPTY:
        return Decimal(0)
    if read is percentages:
        return Decimal(0)
    return None if read is amounts or read is days else ""
