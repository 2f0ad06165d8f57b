"""From typed documents to the rows of WinBooks: what the rules of the trade make of them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import (
    CASE_A,
    CODES,
    SETTINGS,
    YEAR,
    document,
    line,
    planned,
    said,
    vat_code,
    workbook,
)
from programs_support import DEJAVU, batch
from winbooks_support import csf, parameters, rendered, rows, table

from boekbrug.adapters.programs import winbooks
from boekbrug.adapters.programs.winbooks_rows import ACT
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, Document, Printed
from boekbrug.server.bookkeeping.program_codes import with_program_codes
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind, Treatment, VatScheme, VatStatus
from boekbrug.server.programs.verify import verify


def exported(*typed: Document, **given: Any) -> list[dict[str, str]]:
    """Return the rows of ACT.TXT that the plan of these documents gives."""
    plan = planned(workbook(*typed, **given), period=YEAR)
    assert plan.batch is not None, said(plan.blocking)
    codes = given.get("vat_codes", CODES)
    told, problems = with_program_codes(plan.batch, codes, "winbooks", winbooks.FACTS.vat_codes)
    assert not problems
    content = rendered(told)["ACT.TXT"]
    assert verify(told, winbooks.render(told, parameters()), winbooks, parameters()) == ()
    return rows(content, ACT)


def test_a_credit_note_says_which_invoice_it_credits():
    note = document("CN2026/3", line("40.00"), kind=Kind.CREDIT_NOTE, row=3, credits=(CASE_A.key,))
    assert {row["COMMENT"] for row in exported(CASE_A, note) if row["DBKTYPE"] == "3"} == {
        "Creditnota CN2026/3 op 2026/18"
    }


def test_an_offered_cash_discount_lowers_the_base_and_not_the_revenue():
    typed = document(
        "2026/18", line("1000.00"), cash_discount=CashDiscount(percent=Decimal(2), days=8)
    )
    assert table(exported(typed)) == [
        ("1", "001", "", "400000", "100000", "1205.80", "980.00", "", ""),
        ("3", "002", "", "700000", "", "-1000.00", "", "", "211400"),
        ("3", "VAT", "FIXED", "451000", "", "-205.80", "980.00", "211400", ""),
    ]


def test_the_cents_of_rounding_have_an_account_and_no_vat_code():
    typed = document("2026/18", line("100.00"), printed=Printed(total=Decimal("121.02")))
    assert table(exported(typed)) == [
        ("1", "001", "", "400000", "100000", "121.02", "100.00", "", ""),
        ("3", "002", "", "700000", "", "-100.00", "", "", "211400"),
        ("3", "003", "", "757000", "", "-0.02", "", "", ""),
        ("3", "VAT", "FIXED", "451000", "", "-21.00", "100.00", "211400", ""),
    ]


def test_a_foreign_document_has_its_own_amounts_beside_those_of_the_books():
    typed = document("2026/18", line("100.00"), currency=Currency("USD", Decimal("1.0847")))
    found = exported(typed)
    assert [(row["AMOUNTEUR"], row["CURRAMOUNT"]) for row in found] == [
        ("111.55", "121.00"),
        ("-92.19", "-100.00"),
        ("-19.36", "-21.00"),
    ]
    assert {(row["CURRCODE"], row["CURRATE"]) for row in found} == {("USD", "1.08470")}


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (replace(SETTINGS, vat_scheme=VatScheme.SMALL_ENTERPRISE), "H21"),
        (SETTINGS, "SMALL"),
        (SETTINGS, "MARGIN"),
    ],
)
def test_what_no_return_knows_has_no_vat_row(settings: Settings, code: str):
    codes = CODES | {
        "SMALL": vat_code("SMALL", 0, Treatment.SMALL_ENTERPRISE),
        "MARGIN": vat_code("MARGIN", 21, Treatment.MARGIN),
    }
    typed = document("2026/18", line("100.00", code))
    assert table(exported(typed, settings=settings, vat_codes=codes)) == [
        ("1", "001", "", "400000", "100000", "100.00", "", "", ""),
        ("3", "002", "", "700000", "", "-100.00", "", "", ""),
    ]


def test_margin_has_the_row_that_the_office_has_a_code_for():
    margin = replace(vat_code("MARGIN", 21, Treatment.MARGIN), program_codes={"winbooks": "217000"})
    typed = document("2026/18", line("100.00", "MARGIN"))
    found = exported(typed, vat_codes=CODES | {"MARGIN": margin})
    assert table(found)[-1] == ("4", "", "", "", "", "0.00", "100.00", "217000", "")


def test_a_customer_is_written_with_everything_that_winbooks_has_a_field_for():
    customer = replace(
        DEJAVU,
        name_2="Afdeling Gent",
        house_number="12",
        street="Rue Haute",
        box="b",
        address_2="Bus 4",
        phone="02 123 45 67",
        default_account="700100",
        receivable_account="400100",
        category="A",
        currency="USD",
    )
    assert csf(customer).items() >= {
        "NAME2": "Afdeling Gent", "ADDRESS1": "Rue Haute 12 b", "ADDRESS2": "Bus 4",
        "TELNUMBER": "02 123 45 67", "DEFLTPOST": "700100", "CENTRAL": "400100",
        "CATEGORY": "A", "CURRENCY": "USD",
    }.items()  # fmt: skip


def test_the_status_of_a_customer_without_vat_number_is_what_the_sheet_says():
    small = replace(DEJAVU, vat_number="", vat_status=VatStatus.SMALL_ENTERPRISE)
    assert csf(small)["VATCAT"] == "3"
    assert not list(winbooks.check(batch(customers=(small,)), parameters()))
