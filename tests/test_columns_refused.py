"""Columns that the first sheet lacks: what they refuse, word for word in both languages."""

import pytest
from refused_columns import NOTE, REFUSED, customer, line, note
from workbook_support import GARAGE, PERSON, VAT, Row, Rows, errors, invoice, read, sheet, tab

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cells


@pytest.mark.parametrize(("rows", "english", "dutch"), REFUSED, ids=[one[1] for one in REFUSED])
def test_what_a_column_refuses_is_told_in_both_languages(
    rows: dict[str, Rows], english: str, dutch: str
):
    (problem,) = read(sheet(**rows)).workbook.problems
    assert sentence(problem).partition(", row 2, ")[2] == english
    assert in_language(sentence(problem), "nl").partition(": ")[2] == dutch


def test_a_customer_leads_to_another_that_leads_nowhere_else():
    head: Row = {**GARAGE, "Customer": "Holding"}
    rows: Rows = {
        2: {**GARAGE, "Branch of": "Holding"},
        3: {**head, "Branch of": "Group"},
        4: {**head, "Customer": "Group", "Branch of": "Group"},
        5: {**head, "Customer": "Els", "Branch of": "Nobody", "Hold": True},
        6: {**head, "Customer": "Jan", "Booked on": "Holding", "Branch of": "Nobody"},
    }
    told = errors(sheet(Customers=rows))
    assert told == [
        'Customers, row 2, Branch of: found "Holding", allowed: a customer that names none itself '
        'in Branch of. Row 3 leads on to "Group": write that one.',
        'Customers, row 3, Branch of: found "Group", allowed: a customer that names none itself '
        'in Branch of. Row 4 leads on to "Group": write that one.',
        'Customers, row 4, Branch of: found "Group", allowed: another customer. Correct it, '
        "or empty the cell.",
        'Customers, row 6, Branch of: found "Nobody", allowed: a customer of tab Customers. Choose '
        "one in the cell, or add the customer.",
        'Customers, row 6, Booked on: found "Holding", allowed: a customer of kind collective. '
        "Row 3 is of kind company: correct that, or name another.",
    ]


def test_a_private_person_has_a_name():
    rows: Rows = {2: {**PERSON, "Last name": None}}
    assert errors(sheet(Customers=rows)) == [
        "Customers, row 2, Last name: found nothing, allowed: the name of a private person: "
        "here, or in First name or Name."
    ]


def test_a_credit_note_names_no_credit_note():
    rows: Rows = {
        2: {**NOTE, "Credits": "period"},
        3: {**NOTE, "Number": "CN2026/4", "Credits": "CN2026/3"},
    }
    assert errors(sheet(Invoices=rows)) == [
        'Invoices, row 3, Credits: found "CN2026/3", allowed: the number of an invoice. This is '
        "the number of a credit note."
    ]


def test_a_credit_note_that_credits_nothing_is_a_warning():
    (problem,) = read(sheet(**note(Credits=""))).workbook.problems
    assert not problem.blocks
    assert sentence(problem) == (
        "Invoices, row 2, Credits: found nothing, expected: the number of the invoice that it "
        "credits, or period for a volume rebate. It is exported as it stands."
    )


def test_a_tab_of_lines_needs_one_column_of_amounts_and_says_so_once():
    rows: Rows = {2: {"Invoice": "2026/18", "Net": 5.0, "VAT": "H21"}, 3: {"Invoice": "2026/18"}}
    told = errors(sheet(Invoices=line()["Invoices"], Lines=rows))
    assert told[0].startswith("Lines, row 3, Unit price: found nothing, allowed: a price, or an a")
    assert told[1].startswith("Lines, row 3, VAT: found nothing, allowed: a code of tab VAT, or ")


def test_a_line_of_a_tab_with_prices_only_has_one():
    assert errors(sheet(**line(Unit_price=None, VAT="H21"))) == [
        "Lines, row 2, Unit price: found nothing, allowed: a number with at most six decimals, "
        "like 7, 1234.5 or 0,125."
    ]


def test_a_code_that_could_not_be_read_sends_to_its_own_row():
    faulty = {"VAT": {**VAT, 3: {**VAT[3], "Rate %": "much"}}}
    told = errors(sheet(**faulty, **customer(Default_VAT_code="M12")))
    assert told[-1] == (
        'Customers, row 2, Default VAT code: found "M12", allowed: a VAT code of tab VAT without '
        "errors. Correct row 3 of tab VAT first."
    )


def test_a_tab_of_lines_without_any_amount_is_named_once_and_not_row_by_row():
    lines = tab("Lines", {2: {"Invoice": "2026/18", "VAT": "H21"}}, ("Invoice", "VAT"))
    others = sheet(Invoices={2: invoice(Net=None, VAT=None)}).tabs
    cells = Cells((*(one for one in others if one.title != "Lines"), lines))
    assert errors(cells)[0] == (
        "Lines, Unit price: found no column with this header, allowed: one, with its header in row "
        "1. Write the header there; the order of the columns does not matter."
    )
    assert [one for one in errors(cells) if one.startswith("Lines, row")] == []
