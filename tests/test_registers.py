"""Customers, accounts and VAT codes: each name once, and whoever refers to them is led there."""

import pytest
from workbook_support import (
    ACCOUNTS,
    GARAGE,
    PERSON,
    VAT,
    Row,
    Rows,
    errors,
    invoice,
    read,
    settings,
    sheet,
    warnings,
)

from boekbrug.server.workbook.cells import Cell

FAULTY = {**GARAGE, "Kind": "firm"}


def test_a_customer_is_read_whole():
    row: Row = {
        **GARAGE,
        "Name": "Garage Maes bv",
        "VAT number": "BE 0428.759.497",
        "Street": "Rue  Haute 12",
        "Postcode": 1000.0,
        "City": "Brussel",
        "Country": "België",
        "Language": "Nederlands",
        "Payment term": "30E",
        "E-mail": "an@garage.example",
        "Hold": False,
        "Accountant's no.": 100001.0,
    }
    (customer,) = read(sheet(Customers={2: row})).workbook.customers.values()
    assert (customer.key, customer.name) == ("Garage Maes", "Garage Maes bv")
    assert (customer.vat_number, customer.country) == ("BE0428759497", "BE")
    assert (customer.street, customer.postcode, customer.city) == (
        "Rue Haute 12",
        "1000",
        "Brussel",
    )
    assert (customer.language, customer.payment_terms) == ("nl", "30E")
    assert (customer.email, customer.external_id) == ("an@garage.example", "100001")


def test_a_name_without_another_is_the_name_for_the_accountant():
    assert read(sheet()).workbook.customers["Garage Maes"].name == "Garage Maes"


def test_a_customer_is_found_in_any_case():
    (document,) = read(sheet(Invoices={2: invoice(Customer="GARAGE maes")})).workbook.documents
    assert document.customer == "Garage Maes"


def test_two_customers_of_one_name_are_told_with_their_rows():
    customers = {2: GARAGE, 9: {**PERSON, "Customer": "garage maes"}}
    assert errors(sheet(Customers=customers)) == [
        'Customers, rows 2 and 9, Customer: found "Garage Maes" twice, allowed: each once. '
        "Remove row 9, or give it a name of its own."
    ]


def test_an_invoice_of_a_customer_with_errors_is_sent_to_that_row():
    assert errors(sheet(Customers={4: FAULTY}, Invoices={2: invoice(), 3: invoice("2026/19")})) == [
        'Customers, row 4, Kind: found "firm", allowed: one of company, person, public body, '
        "collective, supplier.",
        'Invoices, rows 2 and 3, Customer: found "Garage Maes", allowed: a customer of tab '
        "Customers without errors. Correct row 4 of tab Customers first.",
    ]


def test_a_line_with_a_code_or_account_with_errors_is_sent_to_that_row():
    cells = sheet(
        VAT={**VAT, 2: {"Code": "H21", "Rate %": 0.21, "Treatment": "domestic"}},
        Accounts={2: {"Number": "700000"}},
        Invoices={2: invoice(Account="700000")},
    )
    assert errors(cells)[2:] == [
        'Invoices, row 2, VAT: found "H21", allowed: a VAT code of tab VAT without errors. '
        "Correct row 2 of tab VAT first.",
        'Invoices, row 2, Account: found "700000", allowed: an account of tab Accounts without '
        "errors. Correct row 2 of tab Accounts first.",
    ]


def test_a_customer_on_hold_is_left_alone_and_so_are_the_invoices():
    held = {**FAULTY, "Hold": "yes", "Postcode": "10"}
    reading = read(sheet(Customers={2: held}, Invoices={2: invoice()}))
    assert reading.workbook.problems == ()
    assert [row.hold for row in reading.workbook.unreadable] == [True]


def test_a_row_on_hold_gives_way_to_one_of_its_name():
    customers = {2: {**GARAGE, "Hold": True}, 3: GARAGE, 4: {**GARAGE, "Hold": True}}
    reading = read(sheet(Customers=customers))
    assert reading.workbook.problems == ()
    assert reading.workbook.customers["Garage Maes"].origin.row == 3


def test_a_number_of_a_row_on_hold_belongs_to_it_all_the_same():
    customers = {
        2: {**GARAGE, "Hold": True, "Accountant's no.": "7"},
        3: {**PERSON, "Accountant's no.": "7"},
        4: {**GARAGE, "Customer": "Copy", "Hold": True, "Accountant's no.": "7"},
        5: {**GARAGE, "Customer": "Other"},
    }
    assert [sentence.partition(":")[0] for sentence in errors(sheet(Customers=customers))] == [
        "Customers, row 3, Accountant's no."
    ]


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        (
            "VAT number",
            "BE0428759498",
            'found "BE0428759498", allowed: a Belgian VAT number with a right check digit, like '
            "BE0403019261.",
        ),
        (
            "VAT number",
            "SE1",
            'found "SE1", allowed: a VAT number of SE with a right check digit.',
        ),
        (
            "VAT number",
            403019261.0,
            "found 403019261, allowed: the VAT number of another than Acme bv itself. "
            "Remove the customer and its test invoices.",
        ),
        (
            "Postcode",
            800.0,
            "found 800, allowed: 4 digits for BE. A postcode that begins with 0 has to be typed "
            "as text.",
        ),
        (
            "Payment term",
            "soon",
            'found "soon", allowed: days like 30 or 30d, 30E for 30 days to the end of the '
            "month, or CONT for payment at once.",
        ),
    ],
)
def test_a_customer_with_a_wrong_cell(column: str, cell: Cell, sentence: str):
    customers: Rows = {2: {**GARAGE, column: cell}}
    assert errors(sheet(Customers=customers)) == [f"Customers, row 2, {column}: {sentence}"]


def test_an_account_has_the_length_of_settings():
    cells = sheet(
        Settings=settings(Account_length=6.0),
        Accounts={**ACCOUNTS, 9: {"Number": "7000", "Name": "x"}},
    )
    assert errors(cells) == [
        'Accounts, row 9, Number: found "7000", allowed: 6 digits, as Settings says '
        "(Account length)."
    ]


def test_a_vat_code_has_an_account_that_exists_and_no_rate_but_at_home():
    row: Row = {"Code": "X", "Rate %": 21.0, "Treatment": "EU goods", "Suggested account": "700001"}
    assert errors(sheet(VAT={2: row})) == [
        "VAT, row 2, Rate %: found 21, allowed: 0 for EU goods.",
        'VAT, row 2, Suggested account: found "700001", allowed: an account of tab Accounts; '
        'nearest is "700000" (row 2). Choose it in the cell, or add the account.',
    ]


def test_a_code_at_the_accountant_is_that_of_the_dossiers_program_or_of_a_named_one():
    row: Row = {"Code": "H21", "Rate %": 21.0, "Treatment": "domestic"}
    codes: Row = {"Code at the accountant": 211400.0, "Code journal_csv": "J"}
    cells = sheet(VAT={2: {**row, **codes}, 3: {**row, "Code": "B", "Code winbooks": "9"}})
    found = read(cells).workbook.vat_codes
    assert found["H21"].program_codes == {"winbooks": "211400", "journal_csv": "J"}
    assert found["B"].program_codes == {"winbooks": "9"}


def test_without_bare_rates_the_codes_are_offered():
    row: Row = {"Code": "A", "Rate %": 21.0, "Treatment": "domestic"}
    cells = sheet(VAT={2: row, 3: {**row, "Code": "B"}}, Invoices={2: invoice(VAT=21.0)})
    assert errors(cells) == [
        "Invoices, row 2, VAT: found 21, allowed: a code of tab VAT (A, B). "
        "21 may be A, B: write the one that is meant."
    ]


def test_with_bare_rates_only_the_codes_are_offered_too():
    row: Row = {"Code": "A", "Rate %": 5.5, "Treatment": "domestic"}
    assert errors(sheet(VAT={2: row}, Invoices={2: invoice(VAT=6.0)})) == [
        "Invoices, row 2, VAT: found 6, allowed: 5.5, or a code of tab VAT (A)."
    ]


def test_an_unticked_box_is_no_row():
    assert errors(sheet(Customers={2: {"Hold": False, "Accountant's no.": "100001"}})) == []


def test_a_row_without_a_name_is_told():
    assert errors(sheet(Customers={3: {"Kind": "person", "Country": "BE"}})) == [
        "Customers, row 3, Customer: found nothing, allowed: the customer's name as text."
    ]
    assert warnings(sheet()) == []


@pytest.mark.parametrize(
    ("cell", "nearest"),
    [
        *(("H2I", "H21"), ("btw 12", "M12"), ("21 % btw", "H21"), ("ICS", "IC-S")),
        ("IC", "IC-G, IC-S"),
    ],
)
def test_a_vat_code_that_is_misspelt_is_told_the_nearest(cell: str, nearest: str):
    (found,) = errors(sheet(Invoices={2: invoice(VAT=cell)}))
    assert found == (
        f'Invoices, row 2, VAT: found "{cell}", allowed: 21, 12, 6, or a code of tab VAT (IC-S, '
        f"IC-G, OUT …); nearest is {nearest}."
    )


@pytest.mark.parametrize("cell", ["7", "btw 7", "btw", "Z", "1,5 of 2"])
def test_a_vat_code_that_is_like_none_is_told_all_that_may_stand_there(cell: str):
    (found,) = errors(sheet(Invoices={2: invoice(VAT=cell)}))
    assert found.endswith("or a code of tab VAT (IC-S, IC-G, OUT …).")


def test_a_code_with_a_rate_that_it_may_not_have_makes_no_bare_rate_doubtful():
    wrong: Row = {"Code": "X2", "Rate %": 21.0, "Treatment": "EU services"}
    cells = sheet(VAT={**VAT, 9: wrong}, Invoices={2: invoice(VAT=21.0)})
    assert errors(cells) == ["VAT, row 9, Rate %: found 21, allowed: 0 for EU services."]
    assert read(cells).workbook.documents[0].lines[0].vat_code == "H21"
