"""Control totals and sales lists: what a batch comes to, as an accountant counts it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import CASE_A, line, planned, workbook
from bookkeeping_support import document as typed
from example_firm import DOSSIER
from hypothesis import given
from programs_strategies import batches
from programs_support import (
    CASE_A_ON_LINES,
    CASE_B,
    CASE_C,
    batch,
    document,
    revenue,
    vat,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedVatCode, RevenueRow
from boekbrug.server.bookkeeping.books import ReturnBoxes
from boekbrug.server.bookkeeping.controls import Controls, controls
from boekbrug.server.bookkeeping.digests import document_digest
from boekbrug.server.bookkeeping.model import CashDiscount, Currency
from boekbrug.server.bookkeeping.sales_lists import ec_sales_list
from boekbrug.server.bookkeeping.settings import Dossier, Period
from boekbrug.server.bookkeeping.terms import (
    Kind,
    Treatment,
    VatScheme,
)
from boekbrug.server.programs.verify import expected_totals

QUARTER_2 = Period(date(2026, 4, 1), date(2026, 6, 30))


def boxes(booked: Batch) -> dict[str, str]:
    return {one.box: str(one.amount) for one in controls(booked).boxes}


def code(treatment: Treatment, rate: str = "0", **more: Any) -> BookedVatCode:
    whole: dict[str, Any] = {
        "code": "X",
        "name": "X",
        "rate": Decimal(rate),
        "treatment": treatment,
    }
    return BookedVatCode(program_code="X", **(whole | more))


def of_one_code(
    known: BookedVatCode, *, base: str = "100.00", dossier: Dossier = DOSSIER, **changes: Any
) -> Batch:
    """Return a batch of one document with one code, VAT by its rate."""
    tax = Decimal(base) * known.rate / 100
    row = replace(
        vat("H21", base, str(tax)), vat_code="X", rate=known.rate, treatment=known.treatment
    )
    one = document(revenues=[revenue("700000", "X", base)], vats=[row], **changes)
    return batch(one, dossier=dossier, vat_codes={"X": known})


def whole(found: Controls) -> tuple[int, int, Decimal, Decimal, Decimal]:
    sums = found.whole
    return sums.invoices, sums.credit_notes, sums.net, sums.vat, sums.gross


def test_case_a_goes_into_boxes_03_01_and_54():
    assert boxes(batch(CASE_A_ON_LINES)) == {"01": "148.04", "03": "554.77", "54": "125.40"}


def test_case_b_goes_into_boxes_49_and_64_and_leaves_the_others_alone():
    assert boxes(batch(CASE_B)) == {"49": "248.97", "64": "47.35"}
    assert boxes(batch(CASE_A_ON_LINES, CASE_B)) == {
        "01": "148.04",
        "03": "554.77",
        "49": "248.97",
        "54": "125.40",
        "64": "47.35",
    }


def test_case_c_goes_into_box_44_and_the_sales_list_without_the_disbursement():
    booked = batch(CASE_C, period=QUARTER_2)
    assert boxes(booked) == {"44": "1226.40"}
    [row] = ec_sales_list(booked)
    assert (row.letter.value, row.vat_number, row.base) == (
        *("S", "DE136695976", Decimal("1226.40")),
    )
    assert controls(booked).without_box == ()


def test_what_is_planned_of_case_a_comes_to_the_same_from_every_side():
    booked = planned(workbook(CASE_A)).batch
    assert booked is not None
    found = controls(booked)
    amounts = (Decimal("702.81"), Decimal("125.40"), Decimal("828.21"))
    assert whole(found) == (1, 0, *amounts)
    assert list(found.journals) == ["VERKP"]
    assert found.journals["VERKP"] == found.whole
    assert [(one.code and one.code.code, one.net, one.base, one.vat) for one in found.codes] == [
        ("H21", Decimal("554.77"), Decimal("554.77"), Decimal("116.51")),
        ("L6", Decimal("148.04"), Decimal("148.04"), Decimal("8.89")),
    ]
    assert [(one.country, one.rate, one.base, one.vat) for one in found.rates] == [
        ("", Decimal(21), Decimal("554.77"), Decimal("116.51")),
        ("", Decimal(6), Decimal("148.04"), Decimal("8.89")),
    ]
    assert {one.account: (str(one.debit), str(one.credit)) for one in found.accounts} == {
        "400000": ("828.21", "0.00"),
        "451000": ("0.00", "125.40"),
        "700000": ("0.00", "519.75"),
        "700100": ("0.00", "152.62"),
        "700200": ("0.00", "52.18"),
        "708000": ("21.74", "0.00"),
    }


@given(batches())
def test_every_side_adds_up_to_the_totals_of_the_batch(booked: Batch):
    found, totals = controls(booked), expected_totals(booked)
    for sums in (found.codes, found.journals.values()):
        assert sum((one.net for one in sums), ZERO) == totals.net
        assert sum((one.vat for one in sums), ZERO) == totals.vat
    assert sum((one.vat for one in found.rates), ZERO) == totals.vat
    assert whole(found)[2:] == (totals.net, totals.vat, totals.gross)
    assert sum(whole(found)[:2]) == totals.documents
    debit = sum((one.debit for one in found.accounts), ZERO)
    credit = sum((one.credit for one in found.accounts), ZERO)
    assert debit == credit == totals.debit == totals.credit


@given(batches())
def test_each_base_and_each_vat_goes_into_one_box(booked: Batch):
    found = controls(booked)
    signs = {"48": -1, "49": -1, "64": -1}
    into = {
        is_vat: sum((signs.get(one.box, 1) * one.amount for one in found.boxes
                     if one.is_vat is is_vat), ZERO)
        for is_vat in (False, True)
    }  # fmt: skip
    within = [one for one in found.codes if one.code and one.code.code != "OUT"]
    assert into == {
        False: sum((one.base for one in within), ZERO),
        True: sum((one.vat for one in within), ZERO),
    }
    assert all(one.amount >= 0 for one in found.boxes if not one.is_vat)


@pytest.mark.parametrize(
    ("treatment", "rate", "invoiced", "credited"),
    [
        (
            Treatment.DOMESTIC,
            "21",
            {"03": "100.00", "54": "21.00"},
            {"49": "100.00", "64": "21.00"},
        ),
        (
            Treatment.DOMESTIC,
            "12",
            {"02": "100.00", "54": "12.00"},
            {"49": "100.00", "64": "12.00"},
        ),
        (Treatment.DOMESTIC, "6", {"01": "100.00", "54": "6.00"}, {"49": "100.00", "64": "6.00"}),
        (Treatment.ZERO_RATE, "0", {"00": "100.00"}, {"49": "100.00"}),
        (Treatment.REVERSE_CHARGE_DOMESTIC, "0", {"45": "100.00"}, {"49": "100.00"}),
        (Treatment.EU_GOODS, "0", {"46": "100.00"}, {"48": "100.00"}),
        (Treatment.EU_GOODS_TRIANGULAR, "0", {"46": "100.00"}, {"48": "100.00"}),
        (Treatment.EU_SERVICES, "0", {"44": "100.00"}, {"48": "100.00"}),
        (Treatment.EXPORT_GOODS, "0", {"47": "100.00"}, {"49": "100.00"}),
        (Treatment.SERVICES_OUTSIDE_EU, "0", {"47": "100.00"}, {"49": "100.00"}),
        (Treatment.OSS_GOODS, "19", {"47": "100.00"}, {"49": "100.00"}),
        (Treatment.OUTSIDE_VAT, "0", {}, {}),
    ],
)
def test_a_belgian_treatment_has_its_box(
    treatment: Treatment, rate: str, invoiced: dict[str, str], credited: dict[str, str]
):
    known = code(treatment, rate)
    assert boxes(of_one_code(known)) == invoiced
    assert boxes(of_one_code(known, kind=Kind.CREDIT_NOTE)) == credited
    assert controls(of_one_code(known)).without_box == ()


@pytest.mark.parametrize(
    ("treatment", "rate"),
    [
        (Treatment.EXEMPT, "0"),
        (Treatment.MARGIN, "0"),
        (Treatment.DEPOSIT, "21"),
        (Treatment.DOMESTIC, "17"),
    ],
)
def test_where_nobody_told_the_box_the_accountant_is_asked(treatment: Treatment, rate: str):
    found = controls(of_one_code(code(treatment, rate)))
    assert (found.boxes, found.without_box) == ((), ("X",))


def test_a_firm_that_charges_no_vat_has_no_usual_box():
    settings = replace(workbook().settings, vat_scheme=VatScheme.SMALL_ENTERPRISE)
    booked = planned(workbook(typed(), settings=settings)).batch
    assert booked is not None
    assert (controls(booked).boxes, controls(booked).without_box) == ((), ("H21",))


def test_what_the_sheet_says_of_a_box_goes_before_what_is_usual():
    known = code(Treatment.EXEMPT, boxes=ReturnBoxes(invoice_base="00"))
    assert boxes(of_one_code(known)) == {"00": "100.00"}
    other = code(Treatment.DOMESTIC, "21", boxes=ReturnBoxes(invoice_base="02"))
    assert boxes(of_one_code(other)) == {"02": "100.00", "54": "21.00"}


def test_a_code_below_zero_on_an_invoice_goes_where_credit_notes_go():
    assert boxes(of_one_code(code(Treatment.EU_GOODS), base="-30.00")) == {"48": "30.00"}


def test_in_a_dutch_return_what_is_credited_counts_negative_in_the_same_box():
    dutch = replace(DOSSIER, country="NL")
    found = controls(
        of_one_code(code(Treatment.DOMESTIC, "21"), dossier=dutch, kind=Kind.CREDIT_NOTE)
    )
    assert [(one.box, one.is_vat, str(one.amount)) for one in found.boxes] == [
        ("1a", False, "-100.00"),
        ("1a", True, "-21.00"),
    ]
    assert boxes(of_one_code(code(Treatment.EXPORT_GOODS), dossier=dutch)) == {"3a": "100.00"}
    german = replace(DOSSIER, country="DE")
    assert boxes(of_one_code(code(Treatment.DOMESTIC, "19"), dossier=german)) == {}


def test_the_base_of_a_cash_discount_is_less_than_its_net():
    discount = CashDiscount(percent=Decimal(2))
    booked = planned(workbook(typed("2026/18", line("1000.00"), cash_discount=discount))).batch
    assert booked is not None
    [sums] = controls(booked).codes
    assert (str(sums.net), str(sums.base), str(sums.vat)) == ("1000.00", "980.00", "205.80")
    assert boxes(booked) == {"03": "980.00", "54": "205.80"}


def test_cents_of_rounding_have_no_code_and_stand_last():
    cents = RevenueRow(account="757000", vat_code="", net=Decimal("0.02"))
    rows = (revenue("700000", "H21", "100.00"), cents)
    *_, last = controls(batch(document(revenues=rows))).codes
    assert (last.code, last.net, last.base, last.vat) == (None, Decimal("0.02"), ZERO, ZERO)


def test_what_is_invoiced_in_another_currency_counts_in_that_of_the_books():
    dollars = Currency("USD", Decimal("1.25"))
    booked = planned(workbook(typed("2026/18", line("100.00"), currency=dollars))).batch
    assert booked is not None
    assert whole(controls(booked))[2:] == (Decimal("80.00"), Decimal("16.80"), Decimal("96.80"))
    assert boxes(booked) == {"03": "80.00", "54": "16.80"}


def test_what_only_explains_a_document_does_not_change_it():
    booked = planned(workbook(CASE_A)).batch
    assert booked is not None
    [one] = booked.documents
    assert one.cents is not None
    assert document_digest(replace(one, cents=None, vat_day=date(2026, 1, 1))) == document_digest(
        one
    )
