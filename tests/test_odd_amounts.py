"""Amounts as people and programs write them: read when they have one shape, told when odd."""

from decimal import Decimal

import pytest
from workbook_support import invoice, read, sheet

from boekbrug.server.bookkeeping.problems import merged, sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell

MINUS = "\u2212"


def told(net: Cell, **more: Cell) -> list[str]:
    """Return what is said of an invoice with that net amount."""
    found = read(sheet(Invoices={2: invoice(Net=net, **more)})).workbook.problems
    return [sentence(one) for one in merged(found)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("€ 12,50", "12.50"), ("€12.50", "12.50"), ("12,50 €", "12.50"), ("EUR 12,50", "12.50")),
        *(("12,50 eur", "12.50"), ("12,5 euro", "12.50"), ("€ 1.234,56", "1234.56")),
        *(("€ 1 234,56", "1234.56"), ("€\u00a01\u202f234,56", "1234.56"), ("$ 12.50", "12.50")),
        *(("-€ 12,50", "-12.50"), ("€ -12,50", "-12.50"), (f"€ {MINUS}12,50", "-12.50")),
        *(("(€ 12,50)", "-12.50"), ("€ (12,50)", "-12.50"), ("€ 12,50-", "-12.50")),
        *(("€ 12,-", "12.00"), ("12,- EUR", "12.00")),
    ],
)
def test_an_amount_with_a_currency_is_told_with_the_amount_to_type(text: str, amount: str):
    assert told(text) == [
        f'Invoices, row 2, Net: found "{text}", allowed: an amount with at most two decimals, like '
        f"1234.56 or 1.234,56. Type {amount} without the currency: amounts are in that of the "
        "books, unless column Currency names another."
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("(12,50)", "-12.50"), ("12.50-", "-12.50"), ("12,50 -", "-12.50")),
        *(("12,-", "12.00"), ("1.234,-", "1234.00"), ("1.234,56-", "-1234.56")),
        *(("\uff11\uff12,\uff15\uff10", "12.50"), ("\uff11\uff12\uff0e\uff15", "12.50")),
        *(("\u0661\u0662.\u0665\u0660", "12.50"), ("(\uff11\uff12)", "-12.00")),
    ],
)
def test_an_amount_in_other_marks_is_told_with_what_it_may_mean(text: str, amount: str):
    [one] = told(text)
    assert one.startswith(f'Invoices, row 2, Net: found "{text}", allowed: an amount with at most')
    assert one.endswith(f" If it means {amount}, type that.")


@pytest.mark.parametrize(
    "text",
    [
        *("12,50 %", "12 1/2", "12\u00bd", "12\u00b2", "1/2", "12,50 CR", "€", "EUR", "() ", "-"),
        *("€ 1.234", "(1.234)", "12,505 EUR", "12,50 EURO EUR", "(-12,50)", "-(12)", "2*12,50"),
        *(
            "12-50",
            "12,50--",
            "((12,50))",
            f"€{' ' * 40}12",
            "€€ 12",
            "12,50 st.",
            "ca. 12,50",
            "1E5",
        ),
    ],
)
def test_what_could_be_something_else_is_said_to_be_no_amount(text: str):
    [one] = told(text)
    assert "without the currency" not in one
    assert "If it means" not in one
    assert one.startswith("Invoices, row 2, Net: found ")


@pytest.mark.parametrize(
    ("text", "net"),
    [
        *(("12,50", "12.50"), ("1.234,56", "1234.56"), ("1,234.56", "1234.56")),
        *(("1 234,56", "1234.56"), ("1\u2009234,56", "1234.56"), ("1\u202f234,56", "1234.56")),
        *(("1'234.56", "1234.56"), ("1\u2019234,56", "1234.56"), ("12,5 ", "12.50")),
    ],
)
def test_an_amount_of_one_meaning_is_read(text: str, net: str):
    [document] = read(sheet(Invoices={2: invoice(Net=text)})).workbook.documents
    assert document.lines[0].unit_price == Decimal(net)


def test_a_quantity_and_a_price_are_told_too_and_rows_on_hold_are_not():
    lines = {2: {"Invoice": "2026/18", "Quantity": "2-", "Unit price": "€ 3", "VAT": "H21"}}
    sold = invoice(Net=None, VAT=None)
    found = read(sheet(Invoices={2: sold}, Lines=lines)).workbook.problems
    assert [(one.code, one.column) for one in found] == [
        ("amount-in-other-marks", "Quantity"),
        ("amount-with-currency", "Unit price"),
    ]
    assert told("€ 12,50", Hold="yes") == []


def test_the_amount_is_told_as_people_write_it_there():
    [one] = read(sheet(Invoices={2: invoice(Net="€ 12,50")})).workbook.problems
    assert in_language(sentence(one), "nl") == (
        'Invoices, rij 2, Net: gevonden "€ 12,50", toegelaten: een bedrag met hoogstens twee '
        "decimalen, zoals 1234,56 of 1.234,56. Typ 12,50 zonder de munt: bedragen zijn in die van "
        "de boekhouding, tenzij kolom Munt een andere noemt."
    )
