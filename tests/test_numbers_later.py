"""What is wrong with numbers of customers that an export leaves alone: told too, for later."""

from dataclasses import replace
from decimal import Decimal

from bookkeeping_support import MARCH
from test_causes import ENTRY, PROGRAMS, SURROUNDINGS
from workbook_support import GARAGE, Row, invoice, settings, sheet

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import Problem, sentence
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.workflow.preparation import plan_for, read_sheet

ANSWERS = settings(
    Programs="winbooks", Invoice_journal="VERKP", Credit_note_journal="VERKCN", Account_length=6.0
)
NUMBER = "Accountant's no."


def customer(name: str, number: str, **more: str) -> Row:
    return {**GARAGE, "Customer": name, NUMBER: number, "VAT number": "", **more}


def planned(*customers: Row, **known: str) -> Plan:
    """Return the plan of one invoice for Garage Maes; `known` are other customers' numbers."""
    rows = {2: customer("Garage Maes", "100000"), **dict(enumerate(customers, start=3))}
    cells = sheet(Settings=ANSWERS, Customers=rows, Invoices={2: invoice()})
    reading = read_sheet(cells, replace(ENTRY, id=""), PROGRAMS)
    numbers = {number: name for name, number in known.items()} | {"100000": "Garage Maes"}
    past = History(balance=Decimal(100), external_ids=numbers)
    request = RunRequest(period=MARCH)
    return plan_for(reading, replace(ENTRY, id=""), past, request, SURROUNDINGS).plan


def told(problems: tuple[Problem, ...]) -> list[tuple[object, ...]]:
    return [(one.code, *one.rows, one.column) for one in problems]


def test_a_number_of_a_customer_without_documents_is_told_for_later():
    plan = planned(customer("Zorro", "100050"), Zorro="100001")
    assert [sentence(one) for one in plan.later] == [
        'Customers, row 3, Accountant\'s no.: found 100050 for "Zorro", allowed: 100001, the '
        "number that your accountant knows this customer by. Put 100001 into this cell."
    ]
    assert plan.blocking == ()


def test_a_copied_row_a_new_name_and_an_emptied_cell_of_others_change_nothing_now():
    copy = customer("Copy", "100000")
    assert told(planned(copy).later) == [("customer-number-on-copied-row", 3, NUMBER)]
    renamed = planned(customer("Zorro & Zoon", "100001"), Zorro="100001")
    assert told(renamed.later) == [("customer-renamed", 3, "Customer")]
    assert renamed.given_ids == ()
    assert planned(customer("Zorro", ""), Zorro="100001").later == ()


def test_of_two_rows_with_the_number_of_a_gone_name_the_second_is_the_copy():
    plan = planned(customer("One", "100001"), customer("Two", "100001"), Zorro="100001")
    assert told(plan.later) == [
        ("number-of-another-row", 4, NUMBER),
        ("customer-renamed", 3, "Customer"),
    ]


def test_rows_on_hold_and_second_rows_of_a_name_are_not_asked_for_their_number():
    held = customer("Zorro", "100050", Hold="yes")
    assert planned(held, Zorro="100001").later == ()
    double = planned(customer("Zorro", "100001"), customer("Zorro", "100050"), Zorro="100001")
    assert told(double.later) == [("name-twice", 3, 4, "Customer")]


def test_a_number_that_the_program_cannot_hold_is_told_of_every_customer():
    assert told(planned(customer("Zorro", "C 12-ABCDEFGHIJ")).later) == [
        ("accountants-number-for-program", 3, NUMBER)
    ]


def test_another_mistake_of_the_customer_hides_none_of_its_number():
    wrong = {"VAT number": "BE0428759498"}
    known = planned(customer("Zorro", "100050", **wrong), Zorro="100001")
    assert told(known.later) == [
        ("wrong-vat-number", 3, "VAT number"),
        ("customer-number-changed", 3, NUMBER),
    ]
    unfit = planned(customer("Zorro", "C 12-ABCDEFGHIJ", **wrong))
    assert told(unfit.later) == [
        ("wrong-vat-number", 3, "VAT number"),
        ("accountants-number-for-program", 3, NUMBER),
    ]


def test_the_number_of_a_row_that_cannot_be_read_is_in_use():
    wrong = customer("Zorro", "100001", **{"VAT number": "BE0428759498"})
    rows = {2: customer("Garage Maes", ""), 3: wrong}
    cells = sheet(Settings=ANSWERS, Customers=rows, Invoices={2: invoice()})
    reading = read_sheet(cells, ENTRY, PROGRAMS)
    past = History(balance=Decimal(100), external_ids={"100000": "Gone"})
    plan = plan_for(reading, ENTRY, past, RunRequest(period=MARCH), SURROUNDINGS).plan
    assert [one.external_id for one in plan.given_ids] == ["100002"]


def test_a_row_that_cannot_be_read_keeps_its_number_from_being_renamed():
    wrong = customer("Zorro", "", **{"VAT number": "BE0428759498"})
    rows = {2: customer("Garage Maes", "100001"), 3: wrong}
    cells = sheet(Settings=ANSWERS, Customers=rows, Invoices={2: invoice()})
    reading = read_sheet(cells, ENTRY, PROGRAMS)
    past = History(balance=Decimal(100), external_ids={"100001": "Zorro"})
    plan = plan_for(reading, ENTRY, past, RunRequest(period=MARCH), SURROUNDINGS).plan
    assert told(plan.blocking) == [("customer-number-on-copied-row", 2, NUMBER)]
