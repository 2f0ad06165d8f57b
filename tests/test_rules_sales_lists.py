"""The EC sales list and the one-stop shop's: control tables of a batch (rule B23)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import customer, line, planned, workbook
from bookkeeping_support import document as typed
from programs_support import (
    CASE_C,
    DEJAVU,
    OWN_CODES,
    RHEIN,
    batch,
    document,
    revenue,
    vat,
    vat_code,
)

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.controls import controls
from boekbrug.server.bookkeeping.model import TypedPeriod
from boekbrug.server.bookkeeping.sales_lists import ec_sales_list, oss_list
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Kind, Periods, SalesList, Treatment, VatReturn

QUARTER_2 = Period(date(2026, 4, 1), date(2026, 6, 30))


def test_b23_case_c_is_a_service_without_its_disbursement():
    [row] = ec_sales_list(batch(CASE_C, period=QUARTER_2))
    assert (row.period.name, row.period.is_part) == ("2026-Q2", False)
    assert (row.vat_number, row.customer) == ("DE136695976", "Rhein Logistik GmbH")
    assert (row.letter, row.base) == (SalesList.SERVICES, Decimal("1226.40"))
    assert oss_list(batch(CASE_C)) == ()


def test_b23_the_sales_list_is_by_period_number_and_letter_and_credit_notes_count_negative():
    goods = replace(OWN_CODES["IC-S"], code="IC-G", treatment=Treatment.EU_GOODS)
    sold = vat("IC-S", "50.00")
    invoice = document(
        "2026/32",
        customer=RHEIN,
        issued_on=date(2026, 7, 1),
        vats=[sold, replace(sold, vat_code="IC-G", treatment=Treatment.EU_GOODS, base=Decimal(7))],
    )
    credit = replace(CASE_C, kind=Kind.CREDIT_NOTE, vat=(vat("IC-S", "26.40"),))
    booked = batch(CASE_C, credit, invoice, vat_codes={**OWN_CODES, "IC-G": goods})
    assert [
        (one.period.name, one.period.is_part, one.letter.value, str(one.base))
        for one in ec_sales_list(booked)
    ] == [
        ("2026-Q2", True, "S", "1200.00"),
        ("2026-Q3", True, "L", "7.00"),
        ("2026-Q3", True, "S", "50.00"),
    ]


def test_b23_a_letter_of_the_sheet_goes_before_that_of_the_treatment():
    known = replace(OWN_CODES["IC-S"], sales_list=SalesList.TRIANGULAR)
    [row] = ec_sales_list(batch(CASE_C, vat_codes={**OWN_CODES, "IC-S": known}))
    assert row.letter is SalesList.TRIANGULAR


def test_b23_customers_without_a_vat_number_stay_apart():
    nobody = [replace(DEJAVU, key=name, name=name, vat_number="") for name in ("An", "Bo")]
    of_an, of_bo = (document(customer=one, vats=[vat("IC-S", "10.00")]) for one in nobody)
    found = ec_sales_list(batch(of_an, of_bo, of_an))
    assert [(one.customer, str(one.base)) for one in found] == [("An", "20.00"), ("Bo", "10.00")]


@pytest.mark.parametrize(
    ("period", "vat_return", "name"),
    [
        (None, VatReturn.QUARTER, "2026-Q2"),
        (TypedPeriod(2026, 1, is_quarter=True), VatReturn.QUARTER, "2026-Q1"),
        (None, VatReturn.MONTH, "2026-04"),
        (TypedPeriod(2026, 3, is_quarter=False), VatReturn.MONTH, "2026-03"),
        (None, VatReturn.NONE, "2026-04"),
    ],
)
def test_b23_the_sales_list_follows_the_vat_return_and_the_typed_period(
    period: TypedPeriod | None, vat_return: VatReturn, name: str
):
    rhein = customer("Rhein", country="DE", vat_number="DE136695976")
    invoice = typed(
        "2026/31",
        line("1226.40", "IC-S"),
        line("45.00", "OUT"),
        customer="Rhein",
        issued_on=date(2026, 4, 2),
        period=period,
    )
    settings = replace(workbook().settings, vat_return=vat_return)
    if period and period.is_quarter:
        settings = replace(settings, periods=Periods.QUARTERS)
    book = workbook(invoice, customers=[rhein], settings=settings)
    booked = planned(book, period=QUARTER_2).batch
    assert booked is not None
    [row] = ec_sales_list(booked)
    assert (row.period.name, str(row.base)) == (name, "1226.40")


def test_b23_the_one_stop_shop_is_by_quarter_country_and_rate():
    dutch, german = (
        replace(vat_code(name, rate, Treatment.OSS_GOODS, name), country=country)
        for name, rate, country in (("NL21", "21", "NL"), ("DE19", "19", "DE"))
    )

    def sold(name: str, base: str, tax: str, **changes: Any) -> BookedDocument:
        row = vat("H21", base, tax)
        known = {"NL21": dutch, "DE19": german}[name]
        row = replace(row, vat_code=name, rate=known.rate, treatment=known.treatment)
        return document(revenues=[revenue("700000", name, base)], vats=[row], **changes)

    booked = batch(
        sold("NL21", "100.00", "21.00"),
        sold("DE19", "50.00", "9.50"),
        sold("NL21", "10.00", "2.10", kind=Kind.CREDIT_NOTE),
        vat_codes={"NL21": dutch, "DE19": german},
        monthly_return=True,
    )
    assert [
        (one.quarter.name, one.quarter.is_part, one.country, one.rate, str(one.base), str(one.vat))
        for one in oss_list(booked)
    ] == [
        ("2026-Q1", True, "DE", Decimal(19), "50.00", "9.50"),
        ("2026-Q1", True, "NL", Decimal(21), "90.00", "18.90"),
    ]
    assert [(one.country, one.rate) for one in controls(booked).rates] == [
        ("DE", Decimal(19)),
        ("NL", Decimal(21)),
    ]
    assert ec_sales_list(booked) == ()


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), "all of it"),
        (date(2026, 1, 1), date(2026, 12, 31), "all of it"),
        (date(2026, 4, 1), date(2026, 6, 29), "a part"),
        (date(2026, 4, 2), date(2026, 6, 30), "a part"),
    ],
)
def test_b23_a_quarter_that_the_export_does_not_cover_says_so(first: date, last: date, held: str):
    [row] = ec_sales_list(batch(CASE_C, period=Period(first, last)))
    assert ("a part" if row.period.is_part else "all of it") == held
