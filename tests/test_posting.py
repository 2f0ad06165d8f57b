"""What is booked of a document; the amounts of cases A to C are worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import (
    CASE_A,
    CODES,
    SETTINGS,
    YEAR,
    customer,
    document,
    line,
    only,
    planned,
    said,
    vat_code,
    workbook,
)
from example_firm import DOSSIER

from boekbrug.server.bookkeeping.model import Printed
from boekbrug.server.bookkeeping.settings import BookYear, Period
from boekbrug.server.bookkeeping.terms import Kind, VatMode

# --- amounts --------------------------------------------------------------------------------


def test_case_a_on_lines_is_828_21_and_names_the_cents_between_the_modes():
    plan = planned(workbook(CASE_A))
    booked = only(plan)
    assert (booked.net, booked.vat_total, booked.gross) == (
        Decimal("702.81"),
        Decimal("125.40"),
        Decimal("828.21"),
    )
    assert [(row.account, row.vat_code, row.net) for row in booked.revenue] == [
        ("700000", "H21", Decimal("519.75")),
        ("700200", "H21", Decimal("52.18")),
        ("700100", "L6", Decimal("152.62")),
        ("708000", "H21", Decimal("-17.16")),
        ("708000", "L6", Decimal("-4.58")),
    ]
    assert [(row.vat_code, row.base, row.vat) for row in booked.vat] == [
        ("H21", Decimal("554.77"), Decimal("116.51")),
        ("L6", Decimal("148.04"), Decimal("8.89")),
    ]
    assert said(plan.warnings) == [
        "Invoices, row 2, Number: found VAT on lines 125.40, on total 125.38: H21 +0.01, L6 "
        "+0.01, taken: on lines, as Settings say; since 2026-01-01 the law rounds e-invoices on "
        "the total. Ask your accountant which to choose under VAT computed."
    ]


def test_case_a_on_total_is_828_19_and_has_nothing_to_warn_of():
    plan = planned(workbook(CASE_A, settings=replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)))
    assert (only(plan).gross, plan.warnings) == (Decimal("828.19"), ())


def test_the_mode_can_change_on_a_day():
    settings = replace(SETTINGS, on_total_from=date(2026, 3, 16))
    before = replace(CASE_A, issued_on=date(2026, 3, 15))
    assert only(planned(workbook(CASE_A, settings=settings))).gross == Decimal("828.19")
    assert only(planned(workbook(before, settings=settings))).gross == Decimal("828.21")


def test_case_b_is_a_credit_note_with_positive_amounts_due_on_its_own_day():
    case_b = document(
        "CN2026/3",
        line("82.50", "H21", quantity=Decimal(3), discount_percent=Decimal(10)),
        line("17.85", "L6", "700100", quantity=Decimal(2), discount_percent=Decimal(5)),
        kind=Kind.CREDIT_NOTE,
        issued_on=date(2026, 4, 7),
        discount_percent=Decimal(3),
    )
    booked = only(planned(workbook(case_b), period=YEAR))
    assert (booked.net, booked.vat_total, booked.gross) == (
        Decimal("248.97"),
        Decimal("47.35"),
        Decimal("296.32"),
    )
    assert (booked.due_on, booked.period, booked.journal) == (date(2026, 4, 7), 4, "VERKCN")
    assert booked.text == "Creditnota CN2026/3"


def test_case_c_puts_what_is_outside_vat_last():
    lines = (
        line("45.00", "OUT", "416000"),
        line("95.00", "IC-S", "700300", quantity=Decimal(12)),
        line("86.40", "IC-S", "700310"),
    )
    german = customer(country="DE", vat_number="DE136695976")
    plan = planned(workbook(document("2026/31", *lines), customers=[german]))
    booked = only(plan)
    assert (booked.gross, booked.vat_total) == (Decimal("1271.40"), Decimal("0.00"))
    assert [row.account for row in booked.revenue] == ["700300", "700310", "416000"]
    assert [(row.vat_code, row.base) for row in booked.vat] == [
        ("IC-S", Decimal("1226.40")),
        ("OUT", Decimal("45.00")),
    ]


def test_the_printed_total_of_the_other_mode_takes_that_mode():
    printed = replace(CASE_A, printed=Printed(total=Decimal("828.19")))
    plan = planned(workbook(printed))
    assert (only(plan).gross, only(plan).vat_mode) == (Decimal("828.19"), VatMode.ON_TOTAL)


def test_a_printed_amount_that_no_mode_gives_is_an_error_with_the_figures():
    printed = Printed(net=Decimal("702.80"), total=Decimal("828.30"))
    plan = planned(workbook(replace(CASE_A, printed=printed)))
    assert said(plan.blocking) == [
        "Invoices, row 2, Net as printed: found 702.80, allowed: 702.81 (VAT on lines). "
        "Correct the lines or the printed amount; Tolerance in tab Settings is 0.05.",
        "Invoices, row 2, Total as printed: found 828.30, allowed: 828.21 (VAT on lines) or 828.19 "
        "(VAT on total). Correct the lines or the printed amount; Tolerance in tab Settings is "
        "0.05.",
    ]


# --- accounts, dates, years -----------------------------------------------------------------


def test_an_empty_account_takes_the_codes_suggestion_then_the_default_and_says_so():
    codes = CODES | {"H21": vat_code("H21", 21, suggested_account="700200")}
    typed = workbook(document("2026/18", line("1", account="")), vat_codes=codes)
    plan = planned(typed)
    assert only(plan).revenue[0].account == "700200"
    assert said(plan.warnings) == [
        "Invoices and Lines, Account: found nothing on 1 line, taken: 700200, as the VAT "
        "code suggests."
    ]
    default = replace(SETTINGS, default_revenue_account="700100")
    plan = planned(workbook(document("2026/18", line("1", account="")), settings=default))
    assert only(plan).revenue[0].account == "700100"


def test_the_accounts_taken_for_many_lines_are_named_in_one_line():
    lines = [line("1", code, account="", row=row) for row, code in enumerate(("H21", "L6"))]
    codes = CODES | {
        code: vat_code(code, rate, suggested_account=account)
        for code, rate, account in (("H21", 21, "700200"), ("L6", 6, "700100"))
    }
    plan = planned(workbook(document("2026/18", *lines), vat_codes=codes))
    assert said(plan.warnings) == [
        "Invoices and Lines, Account: found nothing on 2 lines, taken: 700100 and 700200, as the "
        "VAT code suggests."
    ]


def test_a_line_without_any_account_and_a_discount_without_account_block_together():
    typed = document("2026/18", line("1", account=""), discount_percent=Decimal(3))
    plan = planned(workbook(typed, settings=replace(SETTINGS, discount_account="")))
    assert plan.batch is None
    assert said(plan.blocking) == [
        "Lines, row 2, Account: found nothing, allowed: an account from tab Accounts. Choose it in "
        "the cell, or fill Suggested account of the line's code in tab VAT.",
        "Settings, Discount account: found nothing, allowed: the account that discounts are booked "
        "on, often 708000. Some documents have a document discount; ask your accountant.",
    ]


def test_the_due_date_is_typed_or_the_customers_terms_or_the_default():
    typed = document(due_on=date(2026, 3, 20))
    assert only(planned(workbook(typed))).due_on == date(2026, 3, 20)
    quick = customer(payment_terms="14")
    assert only(planned(workbook(document(), customers=[quick]))).due_on == date(2026, 3, 30)
    assert only(planned(workbook(document()))).due_on == date(2026, 4, 15)


def test_credit_notes_may_have_a_vat_account_of_their_own():
    settings = replace(SETTINGS, vat_account_credit_notes="411000")
    note = document("CN2026/3", kind=Kind.CREDIT_NOTE)
    assert only(planned(workbook(note, settings=settings))).vat[0].account == "411000"
    assert only(planned(workbook(document(), settings=settings))).vat[0].account == "451000"


def test_one_file_holds_one_book_year_unless_the_program_can_hold_more():
    old = document("2025/9", issued_on=date(2025, 12, 31), row=3)
    period = Period(date(2025, 12, 1), date(2026, 3, 31))
    plan = planned(workbook(document(), old), period=period)
    assert said(plan.blocking) == [
        "Period: found documents of the book years 2025 and 2026, allowed: documents of one book "
        "year in one file. Export each book year by itself."
    ]
    assert not planned(workbook(document(), old), period=period, one_book_year=False).blocking


def test_a_document_outside_every_book_year_is_an_error():
    years = (BookYear(date(2026, 7, 1), date(2027, 6, 30)),)
    plan = planned(workbook(document()), dossier=replace(DOSSIER, book_years=years))
    assert said(plan.blocking) == [
        "Invoices, row 2, Date: found 2026-03-16, allowed: a day of one of the book years "
        "2026-07-01 to 2027-06-30. Correct it, or add the book year to tab Settings."
    ]


def test_a_total_below_zero_or_beyond_all_reason_is_an_error():
    below = document("2026/18", line("1", "N0"), line("-99", "H21", quantity=Decimal(1)))
    assert said(planned(workbook(below)).blocking) == [
        "Invoices, row 2, Kind: found an invoice with a total of -118.79, allowed: a total of 0.00 "
        "or more. Correct the lines, or make it a credit note."
    ]
    note = document("CN2026/1", line("-1"), kind=Kind.CREDIT_NOTE)
    assert "or make it an invoice." in said(planned(workbook(note)).blocking)[0]
    huge = document("2026/18", line("999999999999", quantity=Decimal(999999999999)))
    assert said(planned(workbook(huge)).blocking) == [
        "Invoices, row 2, Number: found a total of 1209999999997580000000001.21, allowed: at most "
        "999999999.99. Correct quantity and price."
    ]
