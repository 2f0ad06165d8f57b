"""Whoever spells a name otherwise is told the one that is meant."""

import pytest
from workbook_support import Row, errors, invoice, sheet

from boekbrug.server.workbook.nearest import LOOKUPS_MAX, NearestNames

LINE: Row = {"Invoice": "2026/18", "Unit price": 12.5, "VAT": "H21"}
CUSTOMERS = (
    *("Bakkerij Janssens bv", "Bakkerij Jansen nv", "Garage Maes", "ABC bv", "BV Peeters"),
    *("Peeters Jan", "De Smet", "De Smedt", "Café Déjà Vu", "Stad Gent", "K1", "K2"),
)
ACCOUNTS = ("400000", "700000", "700100", "700700", "708000")
CODES = ("H21", "M12", "L6", "IC-S", "IC-G", "OUT")


def nearest(names: tuple[str, ...], name: str) -> str | None:
    found = NearestNames({one: row for row, one in enumerate(names, 2)}).of(name)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Jan Peeters", "Peeters Jan"),
        ("Peeters", "BV Peeters"),
        ("Cafe Deja Vu bv", "Café Déjà Vu"),
        ("ABC", "ABC bv"),
        ("ABC nv", "ABC bv"),
        ("Janssens", "Bakkerij Janssens bv"),
        ("BVBA Bakkerij Janssens", "Bakkerij Janssens bv"),
        ("Bakkerij Janssens B.V.", "Bakkerij Janssens bv"),
        ("Maes", "Garage Maes"),
        ("garagemaes", "Garage Maes"),
        ("Grage Mase", "Garage Maes"),
        ("De Smeet", "De Smet"),
        ("gent", "Stad Gent"),
        ("K3", None),
        ("Bakkerij", None),
        ("Xyz", None),
        ("&", None),
    ],
)
def test_a_customer_is_found_by_any_of_its_words_in_any_order(name: str, meant: str | None):
    assert nearest(CUSTOMERS, name) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *(("700001", "700000"), ("700002", "700000"), ("70000", "700000"), ("7000000", "700000")),
        *(("700010", "700000"), ("700710", "700700"), ("799999", None), ("7", None)),
    ],
)
def test_an_account_is_the_one_with_the_fewest_other_digits(name: str, meant: str | None):
    assert nearest(ACCOUNTS, name) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [("H2I", "H21"), ("ICS", "IC-S"), ("ic s", "IC-S"), ("IC", None), ("Z", None)],
)
def test_a_short_code_may_have_one_other_letter(name: str, meant: str | None):
    assert nearest(CODES, name) == meant


def test_of_the_few_that_have_the_same_words_all_are_told():
    names = NearestNames(dict.fromkeys(CODES, 2))
    assert names.all_of("IC") == ("IC-G", "IC-S")
    assert NearestNames({f"Shop {number}": 2 for number in range(9)}).all_of("shop") == ()


def test_no_nearest_name_is_sought_after_a_hundred():
    names = NearestNames({"Garage Maes": 12})
    assert names.of("garage mae") == ("Garage Maes", 12)
    for number in range(LOOKUPS_MAX - 1):
        assert names.of(str(number)) is None
    assert names.of("Garage Maess") is None
    assert names.of("GARAGE MAE") == ("Garage Maes", 12)


@pytest.mark.parametrize("number", ["2026-18", "2026/018", "2026.18", "2026 18"])
def test_a_line_whose_invoice_is_spelt_otherwise_is_told_which_it_may_be(number: str):
    told = errors(sheet(Invoices={2: invoice()}, Lines={2: {**LINE, "Invoice": number}}))
    assert told == [
        f'Lines, row 2, Invoice: found "{number}", allowed: the number of a row of tab Invoices; '
        'nearest is "2026/18". Correct the number, add the invoice, or remove its lines.'
    ]
