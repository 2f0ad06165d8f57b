"""Rule B16: suppliers in tab Customers, as the accountant's list has them."""

from dataclasses import replace

import pytest
from export_support import BAKERY, GARAGE, JOURNALS, SALES, csf, invoice
from house_support import Book, Opened
from sheet_cases import (
    DEJAVU,
    INVOICE_A,
    LINES_A,
    Typed,
    blocking,
    files,
    prepared,
    warnings,
)
from third_party_support import PLAIN
from winbooks_support import rows
from workbook_support import Row

from boekbrug.adapters.programs.winbooks_rows import CSF
from boekbrug.server.bookkeeping.problems import Problem, merged, sentence
from boekbrug.server.workflow.preparation import Prepared

PRINTER: Row = {"Customer": "Drukkerij Peeters", "Kind": "supplier", "VAT number": "?"}
LEFT_OUT = (
    "left out: no invoice goes to them, and nothing here is checked, numbered or written. Is one "
    "a customer, correct its kind; is it both, give the customer its own row."
)


def sold(*others: Row, to: str = "Café Déjà Vu BV") -> Typed:
    """Return case A, sold to that customer, with these rows below the first customer."""
    return Typed(({**INVOICE_A, "Customer": to},), LINES_A, (DEJAVU, *others))


def later(found: Prepared) -> list[str]:
    problems: tuple[Problem, ...] = found.plan.later
    return [sentence(one) for one in merged(problems)]


@pytest.mark.parametrize(
    "kind",
    ["Supplier", "vendor", "Leverancier", "crediteur", "fournisseur", "Lieferant", "Kreditor", 2.0],
)
def test_b16_a_row_is_a_suppliers_by_its_kind_in_four_languages_or_by_the_type_of_winbooks(
    kind: str | float,
):
    found = prepared(sold({**PRINTER, "Kind": kind}))
    assert (blocking(found), warnings(found)[1:]) == ([], [])
    assert later(found) == [f"Customers, row 3: found a supplier, {LEFT_OUT}"]
    assert [row["NUMBER"] for row in rows(files(found)[0].content, CSF)] == ["100001"]


def test_b16_suppliers_are_counted_in_one_sentence():
    printer, garage = PRINTER, {**DEJAVU, "Customer": "Garage Maes", "Accountant's no.": None}
    found = prepared(sold(printer, garage, *[printer] * 4))
    assert later(found)[-1] == (f"Customers, rows 3 and 5-8 (5 rows): found suppliers, {LEFT_OUT}")


def test_b16_the_type_of_a_customer_does_not_say_of_what_kind_it_is():
    found = prepared(sold({**PRINTER, "Kind": 1.0, "VAT number": None}, to="Drukkerij Peeters"))
    assert (
        "Customers, row 3, Kind: found 1, allowed: one of company, person, public body, "
        "collective, supplier." in blocking(found)
    )


def test_b16_a_row_is_a_suppliers_by_a_number_that_the_program_has_for_suppliers():
    typed = sold({**PRINTER, "Kind": "company", "Accountant's no.": "70044"})
    typed = replace(
        typed, customers=({**DEJAVU, "Accountant's no.": "10001"}, *typed.customers[1:])
    )
    found = prepared(
        typed.set(**{"Accountant's no. starts at": 10000.0}), program="plain", programs=PLAIN
    )
    assert later(found) == [f"Customers, row 3: found a supplier, {LEFT_OUT}"]
    assert [one.number for one in found.reading.workbook.suppliers] == ["70044"]
    # WinBooks has no numbers of suppliers: there the row is a customer's like any other.
    [told] = later(prepared(typed))
    assert told.startswith('Customers, row 3, VAT number: found "?"')


def test_b16_nothing_is_said_of_what_a_supplier_has_in_its_cells():
    pasted: Row = {**PRINTER, "Name": "#REF!", "Phone": 12345.0}
    assert later(prepared(sold(pasted))) == [f"Customers, row 3: found a supplier, {LEFT_OUT}"]
    assert len(later(prepared(sold({**pasted, "Kind": "company"})))) == 3


def test_b16_an_invoice_to_a_supplier_is_told_so():
    assert blocking(prepared(sold(PRINTER, to="DRUKKERIJ Peeters"))) == [
        'Invoices, row 2, Customer: found "DRUKKERIJ Peeters", allowed: a customer; row 3 of tab '
        "Customers is a supplier's. Choose the customer. Is it both, give the customer a row and "
        "a number of its own."
    ]


def test_b16_a_firm_that_is_both_is_known_by_the_number_of_its_row_as_a_customer():
    both = {**DEJAVU, "Kind": "supplier", "Accountant's no.": "440017"}
    typed = Typed((INVOICE_A,), LINES_A, (both, DEJAVU))
    found = prepared(typed)
    assert blocking(found) == []
    assert [row["NUMBER"] for row in rows(files(found)[0].content, CSF)] == ["100001"]
    assert later(found) == [f"Customers, row 2: found a supplier, {LEFT_OUT}"]


def test_b16_a_suppliers_number_may_be_a_customers_too_and_is_never_given_to_one():
    same = {**PRINTER, "Accountant's no.": "100001"}
    assert blocking(prepared(sold(same))) == []
    first = {**PRINTER, "Accountant's no.": "100000"}
    unnumbered = {**DEJAVU, "Accountant's no.": None}
    found = prepared(Typed((INVOICE_A,), LINES_A, (unnumbered, first)))
    assert [given.external_id for given in found.plan.given_ids] == ["100001"]


def test_b16_the_row_of_a_supplier_is_left_as_it_is(opened: Opened):
    peeters = {**PRINTER, "VAT number": None}
    both = {**GARAGE, "Kind": "supplier"}
    book: Book = opened(
        customers=[peeters, GARAGE, BAKERY, both], invoices=SALES, settings=JOURNALS
    )
    assert book.check().sentence == (
        "2 invoices; an export costs EUR 0.24. Nothing is wrong. 1 thing good to know: see tab "
        "Check."
    )
    assert [row[1:3] for row in book.table("Check") if row[0] == "Good to know"] == [
        ("Invoices and Lines, Account", "nothing on 2 lines"),
        ("Customers, rows 2 and 5", "suppliers"),
    ]
    assert book.export().sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    header, *told = book.table("Customers")
    names = ("Customer", "Kind", "Accountant's no.", "State", "Problem")
    at = [header.index(name) for name in names]
    assert [tuple(row[place] or "" for place in at) for row in told if row[0]] == [
        ("Drukkerij Peeters", "supplier", "", "", ""),
        ("Garage Maes", "person", "100000", "exported", ""),
        ("Bakkerij Janssens", "person", "100001", "exported", ""),
        ("Garage Maes", "supplier", "", "", ""),
    ]
    (file,) = book.house.delivered()
    assert [row["NAME1"] for row in csf(file.read_bytes())] == ["Garage Maes", "Bakkerij Janssens"]


def test_b16_a_customer_who_becomes_a_supplier_loses_the_state_that_the_server_wrote(
    opened: Opened,
):
    book = opened(customers=[GARAGE, BAKERY], invoices=[invoice("2026/1", 100.0)])
    book.check()
    assert book.rows("Customers")["Bakkerij Janssens"]["State"] == "new"
    book.type("Customers", "Bakkerij Janssens", "Kind", "supplier")
    book.check()
    assert book.rows("Customers")["Bakkerij Janssens"]["State"] == ""
