"""One mistake gives one sentence: what follows from it stands beside its row, not in the list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from example_firm import DOSSIER, EXAMPLE, SUMMER

from boekbrug.adapters.local.open_workbook import OpenWorkbook
from boekbrug.adapters.local.refusals import ExcelLimits
from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.causes import listed_problems, worst_first
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import Problem, Severity
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import RunRequest, Team, WorkbookEntry
from boekbrug.server.workbook.cells import Cell, Cells, Tab
from boekbrug.server.workflow.preparation import Surroundings, plan_for, read_sheet

PROGRAMS = {"winbooks": installed()["winbooks"]}
SURROUNDINGS = Surroundings(
    programs=PROGRAMS, today=date(2026, 10, 1), top_up_text="", code_version=""
)
LIMITS = ExcelLimits(
    file_bytes_max=10_000_000, uncompressed_bytes_max=100_000_000, rows_max=100_000
)
ENTRY = WorkbookEntry(
    id="w",
    dossier_id=1,
    dossier=DOSSIER,
    team=Team(id=1, key="acme", name="Acme bv", credit_limit=ZERO),
    kind="excel",
    location="",
    folder="",
    secret_version=1,
    lines_estimate=None,
)
Change = Callable[[Cells], Cells]


def acme() -> Cells:
    return OpenWorkbook(EXAMPLE.read_bytes(), LIMITS).cells()


def typed(tab: str, header: str, row: int, value: Cell) -> Change:
    """Return what types a value into one cell."""

    def change(cells: Cells) -> Cells:
        return replace(cells, tabs=tuple(map(changed, cells.tabs)))

    def changed(one: Tab) -> Tab:
        if one.title != tab:
            return one
        columns = [
            (*column[: row - 1], value, *column[row:]) if column[0] == header else column
            for column in one.columns
        ]
        return replace(one, columns=tuple(columns))

    return change


def without(tab: str) -> Change:
    return lambda cells: replace(cells, tabs=tuple(one for one in cells.tabs if one.title != tab))


def called(tab: str, title: str) -> Change:
    def change(cells: Cells) -> Cells:
        tabs = (replace(one, title=title) if one.title == tab else one for one in cells.tabs)
        return replace(cells, tabs=tuple(tabs))

    return change


def planned(change: Change) -> Plan:
    reading = read_sheet(change(acme()), ENTRY, PROGRAMS)
    history = History(balance=Decimal(100))
    return plan_for(reading, ENTRY, history, RunRequest(period=SUMMER), SURROUNDINGS).plan


def codes(plan: Plan) -> list[str]:
    usual = {problem.code for problem in planned(lambda cells: cells).warnings}
    listed = worst_first((*plan.blocking, *plan.warnings, *plan.later))
    return [problem.code for problem in listed if problem.code not in usual]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (typed("Invoices", "Net", 23, -50.0), "negative-invoice"),
        (typed("Customers", "Kind", 33, "friend"), "not-of-the-list"),
        (typed("Customers", "Postcode", 33, "1000000000000"), "postcode-of-other-length"),
        (typed("Customers", "Payment term", 33, -5.0), "unreadable-payment-terms"),
        (typed("Customers", "VAT number", 33, "FR1"), "wrong-vat-number"),
        (typed("VAT", "Rate %", 2, "much"), "no-percentage"),
        (typed("VAT", "Suggested account", 2, "22"), "unknown-account"),
        (typed("VAT", "Treatment", 1, "Treatmenz"), "misspelt-header"),
        (typed("Settings", "Value", 3, date(2026, 11, 1)), "journal-not-as-text"),
        (typed("Invoices", "Kind", 1, "Colour"), "missing-header"),
        (typed("Invoices", "Kind", 1, "Kinds"), "misspelt-header"),
        (typed("Lines", "Invoice", 1, "Bill"), "missing-header"),
        (typed("Customers", "Customer", 1, "Custom"), "misspelt-header"),
        (typed("Lines", "Quantity", 1, "Hours"), "renamed-header"),
        (typed("Lines", "Unit price", 1, "Sum"), "missing-header"),
        (typed("Invoices", "Net", 1, "Sum"), "renamed-header"),
        (typed("Invoices", "Description", 1, "Net"), "second-header"),
        (typed("Settings", "Value", 1, "Answer"), "missing-header"),
        (without("VAT"), "missing-tab"),
        (without("Accounts"), "missing-tab"),
        (without("Customers"), "missing-tab"),
        (without("Settings"), "missing-tab"),
        (called("Lines", "Linees"), "misspelt-tab"),
        (called("Invoices", "Invoices 2026"), "misspelt-tab"),
        (called("Customers", "Custommers"), "misspelt-tab"),
    ],
)
def test_one_mistake_is_one_sentence(change: Change, code: str):
    assert codes(planned(change)) == [code]


def test_what_follows_still_stands_beside_its_row():
    plan = planned(typed("Customers", "Kind", 33, "friend"))
    assert {(problem.code, *problem.rows) for problem in plan.following} == {
        ("faulty-customer", 23),
        ("faulty-customer", 63),
        ("faulty-customer", 103),
    }


def test_a_cause_stands_before_what_may_follow_from_it():
    assert codes(planned(typed("Customers", "Customer", 33, date(2026, 11, 1)))) == [
        "customer-not-as-text",
        "unknown-customer",
    ]
    assert codes(planned(typed("Invoices", "Number", 21, "garbage"))) == [
        "unreadable-number",
        "line-without-invoice",
    ]


def test_the_worst_is_first_and_errors_are_before_warnings():
    def problem(tab: str, *rows: int, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(tab=tab, rows=rows, found="a", allowed="b", severity=severity)

    warning = problem("Lines", 1, 2, 3, severity=Severity.WARNING)
    one, two, tab = problem("VAT", 9), problem("Lines", 7, 8), problem("Settings")
    assert worst_first([warning, one, two, tab]) == [tab, two, one, warning]


def test_where_a_list_cannot_hold_all_every_kind_has_a_few_of_its_own():
    def problem(code: str, found: str, severity: Severity = Severity.ERROR) -> Problem:
        place = {"tab": "Invoices", "rows": (7,), "column": "Net"}
        return Problem(**place, found=found, allowed=code, severity=severity, code=code)  # type: ignore[arg-type] # a place

    amounts = [problem("no-amount", str(number)) for number in range(55)]
    unknown = problem("unknown-customer", "Zoo")
    warned = problem("odd-reference", "x", Severity.WARNING)
    plan = replace(planned(lambda cells: cells), blocking=(*amounts, unknown), warnings=(warned,))
    shown, others = listed_problems(plan)
    assert [(weight, one.code) for weight, one in shown] == [
        *[("blocking", "no-amount")] * 5,
        ("blocking", "unknown-customer"),
        ("warning", "odd-reference"),
    ]
    assert {one.code for _, one in others} == {"no-amount"}
    assert len(others) == 50
    few = replace(plan, blocking=tuple(amounts[:49]))
    assert [len(part) for part in listed_problems(few)] == [50, 0]
    many = replace(plan, blocking=tuple(problem(f"kind-{n // 2}", str(n)) for n in range(120)))
    shown, _ = listed_problems(many)
    assert (len(shown), len({one.code for _, one in shown})) == (50, 50)
