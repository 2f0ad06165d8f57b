"""What one run changes in the sheet: the server's columns of the team's tabs, and its own tabs.

The sheet is read again before it is written. A row gets what was found on it when it still stands
where it stood, or is the only one with its key; a cell that reads so already is left alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.fields import read_yes_no
from boekbrug.server.records.entries import ProblemDetail
from boekbrug.server.workbook.cells import Cells, Changes, RowChange, Tab, TabContent, text_of
from boekbrug.server.workbook.first_sheet import SERVER_HEADERS
from boekbrug.server.workbook.layout import FoundLayout, FoundTab, find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workflow.review import (
    Report,
    balance_tab,
    check_tab,
    exports_tab,
    start_tab,
)

PROBLEM_LENGTH_MAX = 1000
"""What a person reads in a cell; tab Check has the sentences whole."""

Key = frozenset[tuple[str, str]]
Found = dict[Key, dict[int, dict[str, str]]]
"""By the key of a row, then by the number that the row had: header to text."""


def sheet_changes(cells: Cells, report: Report, programs: Collection[str]) -> Changes:
    """Return everything that the run writes into this sheet."""
    layout, _ = find_layout(cells, schemas_for(programs))
    rows: list[RowChange] = []
    for name in ("Invoices", "Customers", "Lines"):
        tab = layout.tab(name)
        if tab and tab.header_row:
            rows += _tab_changes(tab, report)
    return Changes(rows=tuple(rows), tabs=tuple(_own_tabs(cells, layout, report)))


def start_changes(cells: Cells, report: Report, programs: Collection[str]) -> Changes:
    """Return what a run writes that has looked at no document: tab Start."""
    layout, _ = find_layout(cells, schemas_for(programs))
    return Changes(tabs=(TabContent(layout.title("Start"), start_tab(report).rows),))


def _tab_changes(tab: FoundTab, report: Report) -> Iterator[RowChange]:
    found: Found = {}
    if tab.name == "Invoices":
        _add_documents(found, report)
    _add_problems(found, tab.title, report.problems)
    keys = {row: frozenset(tab.key_of(row).items()) for row in _rows(tab)}
    times = Counter(keys.values())
    for row, key in keys.items():
        if not key:
            continue
        values = {"Problem": ""} | _values_of(found.get(key, {}), row, is_only=times[key] == 1)
        if tab.name == "Customers":
            values = _customer_values(tab, row, report, values)
        changed = {
            tab.header(name): text
            for name, text in values.items()
            if name in tab.columns and text != text_of(tab.cell(name, row))
        }
        if changed:
            yield RowChange(tab=tab.title, row=row, key=dict(key), values=changed)


def _rows(tab: FoundTab) -> range:
    return range((tab.header_row or 0) + 1, tab.tab.row_count + 1)


def _values_of(rows: Mapping[int, dict[str, str]], row: int, *, is_only: bool) -> dict[str, str]:
    """Return the values for a row: its own, or those of the only row that had its key."""
    if row in rows:
        return rows[row]
    return next(iter(rows.values())) if is_only and len(rows) == 1 else {}


def _add_documents(found: Found, report: Report) -> None:
    for document in report.documents:
        values = {
            "State": document.state,
            "Exported on": document.exported_on,
            "Export": str(document.batch) if document.batch else "",
        }
        rows = found.setdefault(frozenset(document.key.items()), {})
        rows.setdefault(document.row, {}).update(values)


def _add_problems(found: Found, title: str, problems: Iterable[ProblemDetail]) -> None:
    for problem in problems:
        if problem.tab != title or problem.weight == "warning":
            continue
        for row, key in zip(problem.rows, problem.keys, strict=True):
            values = found.setdefault(frozenset(key.items()), {}).setdefault(row, {})
            said = filter(None, (values.get("Problem"), f"{problem.column}: {problem.finding}"))
            values["Problem"] = " ".join(said)[:PROBLEM_LENGTH_MAX]


def _customer_values(
    tab: FoundTab, row: int, report: Report, values: Mapping[str, str]
) -> dict[str, str]:
    customer = text_of(tab.cell("Customer", row)).casefold()
    given = report.external_ids.get(customer, "")
    typed = text_of(tab.cell("Accountant's no.", row))
    if values["Problem"]:
        state = State.TO_FIX
    elif read_yes_no(tab.cell("Hold", row)):
        state = State.ON_HOLD
    else:
        state = State.EXPORTED if customer in report.exported_customers else State.NEW
    number = {"Accountant's no.": given} if given and not typed else {}
    return {**values, **number, "State": state.value}


def _own_tabs(cells: Cells, layout: FoundLayout, report: Report) -> Iterator[TabContent]:
    answers = _answers(_tab_titled(cells, layout.title("Exports")))
    for content in (
        start_tab(report),
        check_tab(report),
        exports_tab(report, answers),
        balance_tab(report),
    ):
        yield TabContent(layout.title(content.tab), content.rows)


def _tab_titled(cells: Cells, title: str) -> Tab | None:
    return next((tab for tab in cells.tabs if tab.title == title), None)


def _answers(exports: Tab | None) -> dict[str, str]:
    """Return what people typed as the accountant's answer, by the number of the export."""
    if exports is None or len(exports.columns) < len(SERVER_HEADERS["Exports"]):
        return {}
    numbers, answers = exports.columns[0], exports.columns[len(SERVER_HEADERS["Exports"]) - 1]
    pairs = zip(numbers[1:], answers[1:], strict=True)
    return {text_of(number): text_of(answer) for number, answer in pairs if answer is not None}
