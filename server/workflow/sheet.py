"""What one run changes in the sheet: the server's columns of the team's tabs, and its own tabs.

The sheet may have been sorted since it was read, and rows inserted or deleted. A row gets what was
found on it when it still stands where it stood, or is the only one with its key; a cell that reads
so already is left alone. What a row claims of an export that no export holds stays until somebody
has answered for it, and where the row is left alone; so does what one says whose number is another
row's: either of them may be the exported one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from boekbrug.server.bookkeeping.claims import CLAIMED
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.problems import Severity
from boekbrug.server.bookkeeping.touched import LEFT_ALONE
from boekbrug.server.cell_values import read_code, read_yes_no
from boekbrug.server.records.entries import ProblemDetail
from boekbrug.server.wording.said import in_language, said, word
from boekbrug.server.workbook.cells import (
    Cell,
    Cells,
    Changes,
    RowChange,
    TabContent,
    TabNotes,
    Tick,
    text_of,
)
from boekbrug.server.workbook.damage_shape import damaged_shape
from boekbrug.server.workbook.layout import FoundLayout, FoundTab
from boekbrug.server.workbook.sheet_language import language_of_tab
from boekbrug.server.workbook.suppliers import is_supplier
from boekbrug.server.workflow.answered import answers_in
from boekbrug.server.workflow.review import (
    Report,
    balance_tab,
    check_tab,
    exports_tab,
    start_tab,
)

TOLD_TABS = ("Invoices", "Customers", "Lines")
PROBLEM_LENGTH_MAX = 1000
"""What a person reads in a cell; tab Check has the sentences whole."""
NOTES_MAX = 1000
"""Of one tab; column Problem has the sentences of all rows."""

Key = frozenset[tuple[str, str]]
Told = tuple[int, Key]
"""What a run remembers of a row: the number that it had, and the key to find it again by."""


def sheet_changes(cells: Cells, layout: FoundLayout, report: Report) -> Changes:
    """Return everything that the run writes into this sheet."""
    found = [tab for name in TOLD_TABS if (tab := layout.tab(name)) and tab.header_row]
    told = [_tab_told(tab, report) for tab in found]
    return Changes(
        rows=tuple(chain.from_iterable(rows for rows, _ in told)),
        tabs=tuple(_own_tabs(cells, layout, report)),
        notes=tuple(notes for _, notes in told),
        is_in_doubt=any(one.problem.severity is Severity.ERROR for one in damaged_shape(layout)),
    )


def start_changes(_: Cells, layout: FoundLayout, report: Report) -> Changes:
    """Return what a run writes that has looked at no document: tab Start."""
    return Changes(
        tabs=(TabContent(layout.title("Start"), start_tab(report, layout.title("Check")).rows),)
    )


class _Rows:
    """The rows of a tab as they stand now, found by what a run remembers of them."""

    def __init__(self, tab: FoundTab, told: Iterable[Told]) -> None:
        first = (tab.header_row or 0) + 1
        rows = range(first, tab.tab.row_count + 1)
        self.keys = {row: key for row in rows if (key := frozenset(tab.key_of(row).items()))}
        self._now = defaultdict[Key, list[int]](list)
        for row, key in self.keys.items():
            self._now[key].append(row)
        self._told = defaultdict[Key, set[int]](set)
        for row, key in told:
            self._told[key].add(row)

    def row_of(self, told: Told) -> int | None:
        """Return where a row stands that had that number and key; None when nobody can tell."""
        row, key = told
        if self.keys.get(row) == key:
            return row
        is_only = len(self._now[key]) == len(self._told[key]) == 1
        return self._now[key][0] if is_only else None


def _tab_told(tab: FoundTab, report: Report) -> tuple[list[RowChange], TabNotes]:
    """Return what the run tells the rows of a tab of people, and the notes in it."""
    wrong = list(_wrong_rows(tab, report))
    told = [*_documents_told(tab, report)]
    told += [(one, {"Problem": f"{problem.column}: {problem.finding}"}) for one, problem in wrong]
    rows = _Rows(tab, (one for one, _ in told))
    return list(_row_changes(tab, rows, told, report)), _notes(tab, rows, wrong)


def _row_changes(
    tab: FoundTab, rows: _Rows, told: Iterable[tuple[Told, dict[str, str]]], report: Report
) -> Iterator[RowChange]:
    found = defaultdict[int, dict[str, str]](dict)
    for one, values in told:
        if row := rows.row_of(one):
            said = " ".join(filter(None, (found[row].get("Problem"), values.get("Problem"))))
            found[row] |= values | {"Problem": said[:PROBLEM_LENGTH_MAX]}
    for row in rows.keys:
        values = {"Problem": "", **found.get(row, {})}
        if tab.name == "Customers" and is_supplier(tab, row, report.supplier_numbers):
            values = {"Problem": "", "State": ""}
        elif tab.name == "Customers":
            values = _customer_values(tab, row, report, values)
        texts = {
            tab.columns[name] + 1: text
            for name, text in values.items()
            if name in tab.columns and not _says(tab.cell(name, row), text)
        }
        if texts:
            yield RowChange(tab=tab.title, row=row, texts=texts)


def _says(cell: Cell, text: str) -> bool:
    """Whether a cell reads so already."""
    return read_yes_no(cell) is True if isinstance(text, Tick) else text == text_of(cell)


def _documents_told(tab: FoundTab, report: Report) -> Iterator[tuple[Told, dict[str, str]]]:
    """Yield what the run has to say of the documents in the tab: English header to text."""
    asked_to_hold = {*report.run.request.hold}
    tick = Tick(in_language(said("yes"), language_of_tab(tab, report.language)))
    asked_about = _claiming_rows(tab, report)
    for document in report.documents if tab.name == "Invoices" else ():
        is_held = document.number in asked_to_hold and document.state == State.ON_HOLD.value
        is_left_alone = not document.number or document.state in LEFT_ALONE
        keeps = document.row in asked_about or (is_left_alone and not document.batch)
        export = {
            "Exported on": document.exported_on,
            "Export": str(document.batch) if document.batch else "",
        }
        yield (
            (document.row, frozenset(document.key.items())),
            {
                "State": in_language(word("state", document.state), report.language),
                **({} if keeps else export),
                **({"Hold": tick} if is_held else {}),
            },
        )


def _claiming_rows(tab: FoundTab, report: Report) -> frozenset[int]:
    """Return the rows, as the run read them, that claim an export and are asked about."""
    headers = {tab.header(name) for name in CLAIMED}
    return frozenset(
        row
        for problem in (*report.problems, *report.following)
        if problem.tab == tab.title and problem.column in headers and problem.weight != "warning"
        for row in problem.rows
    )


def _wrong_rows(tab: FoundTab, report: Report) -> Iterator[tuple[Told, ProblemDetail]]:
    for problem in (*report.problems, *report.following):
        if problem.tab == tab.title and problem.weight != "warning":
            for row, key in zip(problem.rows, problem.keys, strict=True):
                yield (row, frozenset(key.items())), problem


def _notes(tab: FoundTab, rows: _Rows, wrong: Iterable[tuple[Told, ProblemDetail]]) -> TabNotes:
    """Return a note for each cell that a problem names, where its row stands now."""
    columns = {**tab.columns, **{tab.header(name): at for name, at in tab.columns.items()}}
    texts: dict[tuple[int, int], str] = {}
    for told, problem in wrong:
        row, column = rows.row_of(told), columns.get(problem.column)
        if row is not None and column is not None and len(texts) < NOTES_MAX:
            place = row, column + 1
            texts[place] = " ".join(filter(None, (texts.get(place), problem.finding)))
    return TabNotes(tab.title, texts)


def _customer_values(
    tab: FoundTab, row: int, report: Report, values: Mapping[str, str]
) -> dict[str, str]:
    customer = (read_code(tab.cell("Customer", row)) or "").casefold()
    given = report.external_ids.get(customer, "")
    typed = text_of(tab.cell("Accountant's no.", row))
    if values["Problem"]:
        state = State.TO_FIX
    elif read_yes_no(tab.cell("Hold", row)):
        state = State.ON_HOLD
    else:
        state = State.EXPORTED if customer in report.exported_customers else State.NEW
    number = {"Accountant's no.": given} if given and not typed else {}
    told = in_language(word("state", state.value), report.language)
    return {**values, **number, "State": told}


def _own_tabs(cells: Cells, layout: FoundLayout, report: Report) -> Iterator[TabContent]:
    answers = answers_in(cells, layout)
    for content in (
        start_tab(report, layout.title("Check")),
        check_tab(report),
        exports_tab(report, answers),
        balance_tab(report),
    ):
        yield TabContent(layout.title(content.tab), content.rows)
