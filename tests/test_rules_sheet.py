"""Rules of the trade that hold a whole sheet, from its cells to the files (docs/bookkeeping.md)."""

from dataclasses import replace
from decimal import Decimal

from bookkeeping_support import CASE_A, history, planned, workbook
from bookkeeping_support import customer as customer_named
from sheet_cases import (
    CASE_A as SHEET_A,
)
from sheet_cases import (
    CASE_CASH,
    DEJAVU,
    INVOICE_A,
    THE_THIRD,
    Typed,
    blocking,
    files,
    prepared,
    warnings,
)
from winbooks_support import rows, table
from workbook_support import Row

from boekbrug.adapters.programs.winbooks_facts import FACTS
from boekbrug.adapters.programs.winbooks_rows import ACT
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.workbook.cells import Cell

SALE: Row = {
    "Number": "2026/40",
    "Kind": "invoice",
    "Date": "2026-03-16",
    "Customer": "Café Déjà Vu BV",
}


def line(price: Cell, quantity: Cell = 1.0, **more: Cell) -> Row:
    return {
        "Invoice": "2026/40",
        "Quantity": quantity,
        "Unit price": price,
        "VAT": "H21",
        "Account": "700000",
        **{name.replace("_", " "): cell for name, cell in more.items()},
    }


def sale(*lines: Row, customer: Row = DEJAVU, **columns: Cell) -> Typed:
    """Return a sheet of one invoice, with further columns."""
    more = {name.replace("_", " "): cell for name, cell in columns.items()}
    return Typed(({**SALE, **more},), lines, (customer,))


def one(typed: Typed) -> BookedDocument:
    found = prepared(typed)
    assert blocking(found) == []
    assert found.plan.batch is not None
    (document,) = found.plan.batch.documents
    return document


def act(typed: Typed) -> list[dict[str, str]]:
    return rows(files(prepared(typed))[1].content, ACT)


def test_b1_a_copy_of_the_sheet_goes_on_with_the_numbers_and_charges_of_its_dossier():
    past = history(external_ids={"100017": "Dejavu"}, charged=frozenset({CASE_A.key}))
    for copy in ("this year's", "next year's"):
        plan = planned(workbook(CASE_A), past=past, workbook_id=copy)
        assert plan.batch is not None
        assert [who.external_id for who in plan.batch.customers] == ["100017"]
        assert (plan.charges, plan.fee) == ((), Decimal("0.00"))


def test_b2_a_credit_note_and_an_invoice_of_one_number_are_two_documents():
    both = Typed(
        ({**INVOICE_A, "Number": "2026/5"}, {**THE_THIRD, "Credits": "period"}),
        ({**line(100.0), "Invoice": "2026/5"}, {**line(40.0), "Invoice": "CN2026/5"}),
    )
    found = {(row["DBKCODE"], row["DOCNUMBER"]) for row in act(both)}
    assert found == {("VERKP", "20260005"), ("VERKCN", "20260005")}


def test_b2_two_documents_with_one_number_of_the_program_are_named_together():
    numbers = ("A2026/112", "B2026/112")
    two = Typed(
        tuple({**SALE, "Number": number} for number in numbers),
        tuple({**line(1.0), "Invoice": number} for number in numbers),
    )
    assert blocking(prepared(two)) == [
        'Invoices, rows 2 and 3, Number: found "A2026/112" and "B2026/112", allowed: one document '
        "with the number 20260112 in journal VERKP of WinBooks. Change a number, or give its "
        "series another journal or pattern in Settings."
    ]


def test_b3_the_amounts_as_printed_decide_where_vat_is_rounded():
    printed: Row = {"VAT as printed": 125.38, "Total as printed": 828.19}
    typed = replace(SHEET_A, invoices=({**INVOICE_A, **printed},))
    assert (one(SHEET_A).vat_total, one(typed).vat_total) == (Decimal("125.40"), Decimal("125.38"))
    assert warnings(prepared(typed)) == []


def test_b10_only_customers_that_are_new_or_changed_are_written():
    typed = workbook(CASE_A, customers=[customer_named(external_id="100001")])
    first = planned(typed)
    assert list(first.customer_digests) == ["Dejavu"]
    written = {"100001": first.customer_digests["Dejavu"]}
    past = history(external_ids={"100001": "Dejavu"}, customer_digests=written)
    again = planned(typed, past=past)
    assert again.batch is not None
    assert again.batch.customers == ()


def test_b13_a_deposit_is_booked_on_its_account_and_deducted_by_a_negative_quantity():
    deposit = sale(line(500.0, Line_kind="deposit", Account="416000"))
    assert warnings(prepared(deposit)) == [
        "Lines, row 2, Account: found account 416000 for a line of kind deposit, taken as it is; "
        "tab Accounts says that it is for something else. Correct the account or its kind."
    ]
    final = sale(line(2000.0), line(500.0, -1.0, Account="416000"))
    assert table(act(final)) == [
        ("1", "001", "", "400000", "100001", "1815.00", "1500.00", "", ""),
        ("3", "002", "", "416000", "", "500.00", "", "", "211400"),
        ("3", "003", "", "700000", "", "-2000.00", "", "", "211400"),
        ("3", "VAT", "FIXED", "451000", "", "-315.00", "1500.00", "211400", ""),
    ]


def test_b15_an_invoice_of_nothing_keeps_its_number_and_its_rows():
    assert table(act(sale(line(100.0), line(100.0, -1.0)))) == [
        ("1", "001", "", "400000", "100001", "0.00", "0.00", "", ""),
        ("3", "002", "", "700000", "", "0.00", "", "", "211400"),
        ("3", "VAT", "FIXED", "451000", "", "0.00", "0.00", "211400", ""),
    ]


def test_b19_the_page_of_how_to_import_asks_for_invoices_that_came_through_peppol():
    assert FACTS.how_to[-1] == (
        "Are these invoices in your program through Peppol already? Then do not import them again: "
        "choose one way, or every sale is booked twice."
    )


def test_b24_a_cost_centre_is_asked_for_and_no_file_holds_it():
    typed = sale(line(100.0, Cost_centre="K1"))
    assert one(typed).gross == Decimal("121.00")
    assert [file.name for file in files(prepared(typed))] == ["CSF.TXT", "ACT.TXT"]
    assert not any(b"K1" in file.content for file in files(prepared(typed)))


def test_b25_the_own_vat_number_among_the_customers_is_an_error():
    own: Row = {**DEJAVU, "VAT number": "BE0403019261"}
    assert blocking(prepared(sale(line(100.0), customer=own))) == [
        'Customers, row 2, VAT number: found "BE0403019261", allowed: the VAT number of another '
        "than Acme bv itself. Remove the customer and its test invoices."
    ]


def test_b6_a_cash_discount_is_offered_in_the_sheet_by_percentage_or_amount():
    invoice = {name: cell for name, cell in CASE_CASH.invoices[0].items() if "%" not in name}
    amount = replace(CASE_CASH, invoices=({**invoice, "Cash discount amount": 20.0},))
    assert files(prepared(amount)) == files(prepared(CASE_CASH))
    assert one(amount).vat[0].base == Decimal("980.00")
