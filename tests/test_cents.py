"""Where the cents of a document are, in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import (
    CASE_A,
    SETTINGS,
    document,
    key,
    line,
    planned,
    workbook,
)
from hypothesis import given
from hypothesis import strategies as st
from programs_support import CASE_A_ON_LINES

from boekbrug.server.bookkeeping.cents import CentLine, explained, largest_first
from boekbrug.server.bookkeeping.model import Currency, Document, Printed
from boekbrug.server.bookkeeping.settings import Period, Settings
from boekbrug.server.bookkeeping.terms import Kind, Selection, VatMode
from boekbrug.server.wording.said import in_language

HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
CASE_B = document(
    "CN2026/3",
    line("82.50", "H21", "700000", quantity=Decimal(3), discount_percent=Decimal(10)),
    line("17.85", "L6", "700100", quantity=Decimal(2), discount_percent=Decimal(5)),
    row=3,
    kind=Kind.CREDIT_NOTE,
    issued_on=date(2026, 4, 7),
    discount_percent=Decimal(3),
    credits=(key(),),
)
REST = document(
    "CN2026/4",
    line("82.50", "H21", "700000", quantity=Decimal(4), discount_percent=Decimal(10)),
    line("52.18", "H21", "700200"),
    line("17.85", "L6", "700100", quantity=Decimal(7), discount_percent=Decimal(5)),
    row=4,
    kind=Kind.CREDIT_NOTE,
    issued_on=date(2026, 4, 8),
    discount_percent=Decimal(3),
    credits=(key(),),
)
"""What case B leaves of case A."""


def lines_of(*documents: Document, settings: Settings = SETTINGS) -> tuple[CentLine, ...]:
    plan = planned(workbook(*documents, settings=settings), period=HALF_YEAR)
    assert plan.batch, plan.blocking
    return explained(plan.batch.documents, "EUR")


def said(*documents: Document, settings: Settings = SETTINGS) -> list[str]:
    return [str(one.sentence) for one in lines_of(*documents, settings=settings)]


def in_dutch(*documents: Document) -> list[str]:
    return [in_language(one.sentence, "nl") for one in lines_of(*documents)]


def test_case_a_says_both_ways_of_rounding_and_which_was_taken():
    [found] = lines_of(CASE_A)
    assert found.sentence == (
        "VAT on lines is 125.40, on total 125.38 (H21 +0.01, L6 +0.01). Taken: on lines, as tab "
        "Settings says. The booking balances."
    )
    assert (found.number, found.origin, found.most) == (
        *("2026/18", CASE_A.origin, Decimal("0.01")),
    )
    assert in_dutch(CASE_A) == [
        "Btw op lijnen is 125,40, op totaal 125,38 (H21 +0,01, L6 +0,01). Genomen: op lijnen, "
        "zoals tabblad Instellingen zegt. De boeking is in evenwicht."
    ]


def test_the_way_of_rounding_that_was_printed_is_named():
    printed = replace(CASE_A, printed=Printed(total=Decimal("828.19")))
    assert said(printed) == [
        "VAT on lines is 125.40, on total 125.38 (H21 +0.01, L6 +0.01). Taken: on total, as "
        "printed. The booking balances."
    ]
    assert in_dutch(printed) == [
        "Btw op lijnen is 125,40, op totaal 125,38 (H21 +0,01, L6 +0,01). Genomen: op totaal, "
        "zoals gedrukt. De boeking is in evenwicht."
    ]


def test_a_document_that_comes_to_the_same_either_way_says_nothing():
    assert said(document("2026/18", line("100.00"))) == []
    on_total = replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)
    assert said(CASE_A, settings=on_total) == [
        "VAT on lines is 125.40, on total 125.38 (H21 +0.01, L6 +0.01). Taken: on total, as tab "
        "Settings says. The booking balances."
    ]


def test_cents_that_cancel_out_between_two_codes_are_told_too():
    lines = [line(price, code) for price, code in (("0.03", "H21"), ("0.07", "L6")) * 2]
    assert said(document("2026/18", *lines)) == [
        "VAT on lines is 0.02, on total 0.02 (H21 +0.01, L6 -0.01). Taken: on lines, as tab "
        "Settings says. The booking balances."
    ]


def test_a_printed_amount_within_the_tolerance_says_where_its_cent_stands():
    printed = document(
        "2026/18", line("100.00"), line("10.00", "L6"), printed=Printed(vat=Decimal("21.63"))
    )
    assert said(printed) == [
        "VAT computed is 21.60, printed is 21.63. Taken: as printed; the 0.03 is on VAT code H21. "
        "The booking balances."
    ]
    assert in_dutch(printed) == [
        "Berekende btw is 21,60, gedrukt is 21,63. Genomen: zoals gedrukt; de 0,03 staat op "
        "btw-code H21. De boeking is in evenwicht."
    ]


def test_a_printed_net_says_on_which_account_the_difference_is():
    printed = document("2026/18", line("100.00"), printed=Printed(net=Decimal("99.98")))
    assert said(printed) == ["-0.02 of rounding is on account 757000. The booking balances."]
    assert in_dutch(printed) == [
        "-0,02 afronding staat op rekening 757000. De boeking is in evenwicht."
    ]


def test_the_credit_note_that_completes_the_crediting_says_what_was_left():
    sentences = said(CASE_A, CASE_B, REST)
    assert sentences[1:] == [
        "VAT on lines is 47.35, on total 47.34 (H21 +0.01). Taken: on lines, as tab Settings says. "
        "The booking balances.",
        "VAT computed is 78.04; taken is 78.05 (VAT code L6), what is left of the VAT of the "
        "credited invoice, so that it ends at 0.00. The booking balances.",
    ]
    assert in_dutch(CASE_A, CASE_B, REST)[2] == (
        "Berekende btw is 78,04; genomen is 78,05 (btw-code L6), wat overblijft van de btw van de "
        "gecrediteerde factuur, zodat die op 0,00 uitkomt. De boeking is in evenwicht."
    )


def test_an_invoice_in_another_currency_says_what_converting_leaves():
    dollars = Currency("USD", Decimal("1.07"))
    foreign = document(
        "2026/18",
        line("10.00", "H21", "700000"),
        line("10.00", "H21", "700100"),
        line("10.00", "L6", "700100"),
        currency=dollars,
    )
    assert said(foreign) == [
        "Amounts in USD. Converted to EUR, -0.01 is on account 700000, so that VAT code H21 adds "
        "up. Converted at once the total is EUR 32.52, VAT code by VAT code 32.53. Taken: VAT code "
        "by VAT code. The booking balances."
    ]
    assert in_dutch(foreign) == [
        "Bedragen in USD. Omgerekend naar EUR staat -0,01 op rekening 700000, zodat btw-code H21 "
        "klopt. In één keer omgerekend is het totaal EUR 32,52, btw-code per btw-code 32,53. "
        "Genomen: btw-code per btw-code. De boeking is in evenwicht."
    ]


def test_one_that_converts_without_a_cent_says_nothing():
    dollars = Currency("USD", Decimal("1.25"))
    assert said(document("2026/18", line("100.00"), currency=dollars)) == []


def test_of_what_nobody_remembers_nothing_is_told():
    assert explained([CASE_A_ON_LINES], "EUR") == ()


def test_the_largest_difference_comes_first():
    far = document("2026/19", line("100.00"), row=3, printed=Printed(vat=Decimal("21.05")))
    lines = lines_of(CASE_A, far)
    assert [one.number for one in lines] == ["2026/18", "2026/19"]
    assert [one.number for one in largest_first(lines)] == ["2026/19", "2026/18"]


cents = st.decimals("0.01", "999.99", places=2)


@given(st.lists(st.tuples(cents, st.sampled_from(["H21", "M12", "L6"])), min_size=1, max_size=6))
def test_whoever_rounds_otherwise_is_always_told(typed: list[tuple[Decimal, str]]):
    one = document("2026/18", *(line(str(price), code) for price, code in typed))
    plan = planned(workbook(one), selection=Selection.ALL)
    assert plan.batch is not None
    [booked] = plan.batch.documents
    differs = any(row.vat != row.vat_other_mode for row in booked.vat)
    assert bool(explained(plan.batch.documents, "EUR")) is differs
