"""What the trade says, to whoever reads Dutch."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from bookkeeping_support import (
    CASE_A,
    CODES,
    customer,
    document,
    exported,
    history,
    line,
    planned,
    vat_code,
    workbook,
)

from boekbrug.server.bookkeeping.external_ids import assign
from boekbrug.server.bookkeeping.model import DocumentKey, Printed
from boekbrug.server.bookkeeping.problems import Problem, sentence, term_in_words
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Kind, Treatment, VatMode
from boekbrug.server.bookkeeping.treatments import misfits
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.value_synonyms import DOCUMENT_KINDS, TREATMENTS, VAT_MODES


def in_dutch(problems: Iterable[Problem]) -> list[str]:
    return [in_language(sentence(problem), "nl") for problem in problems]


def test_a_balance_that_is_too_low_is_told_in_both_languages():
    plan = planned(
        workbook(*(document(f"2026/{number}", row=number + 1) for number in range(1, 85))),
        past=history(balance=Decimal("6.24")),
        top_up_text="Mail an@books.example.",
    )
    assert [sentence(problem) for problem in plan.blocking] == [
        "Balance: found EUR 6.24, needed EUR 10.08 for 84 invoices; missing EUR 3.84. Nothing was "
        "exported, numbered or charged. Mail an@books.example. Or choose a shorter period."
    ]
    assert in_dutch(plan.blocking) == [
        "Tegoed: gevonden EUR 6,24, nodig EUR 10,08 voor 84 facturen; er ontbreekt EUR 3,84. Er is "
        "niets geëxporteerd, genummerd of aangerekend. Mail an@books.example. Of kies een kortere "
        "periode."
    ]


def test_a_copied_row_is_told_in_dutch():
    owner = customer("Garage Maes", row=12, external_id="100017")
    copy = customer("Garage Peeters", row=58, external_id="100017")
    everybody = {one.key: one for one in (owner, copy)}
    past = history(external_ids={"100017": "Garage Maes"})
    assert in_dutch(assign([copy], everybody, past, "100000").problems) == [
        "Customers, rij 58, Accountant's no.: gevonden 100017, dat is van "
        '"Garage Maes" (rij 12), toegelaten: leeg, of een nummer dat niemand gehad heeft. Rij 58 '
        "lijkt een kopie van rij 12: maak deze cel leeg, dan krijgt ze het volgende nummer."
    ]


def test_a_treatment_that_does_not_fit_the_customer_is_told_in_dutch():
    credit_note = document("CN2026/3", kind=Kind.CREDIT_NOTE)
    abroad = customer(vat_number="US12")
    assert in_dutch(misfits(credit_note, abroad, CODES["IC-S"], "BE")) == [
        'Customers, rij 2, VAT number: gevonden "US12", toegelaten: het btw-nummer van een andere '
        "EU-lidstaat voor btw-code IC-S (EU-diensten). Verbeter dit, of de btw-code van creditnota "
        "CN2026/3."
    ]


def test_a_cent_between_the_ways_of_rounding_is_told_in_dutch():
    assert in_dutch(planned(workbook(CASE_A)).warnings) == [
        "Invoices, rij 2, Number: gevonden btw op lijnen 125,40, op totaal 125,38: H21 +0,01, L6 "
        "+0,01, gebruikt: op lijnen, zoals tabblad Instellingen zegt; sinds 2026-01-01 rondt de "
        "wet e-facturen op het totaal af. Vraag uw boekhouder wat u bij Btw berekend kiest."
    ]
    less = document("2026/18", line("0.02"), line("0.02"))
    (told,) = planned(workbook(less)).warnings
    assert told.found == "VAT on lines 0.00, on total 0.01: H21 -0.01"
    assert in_language(told.found, "nl") == "btw op lijnen 0,00, op totaal 0,01: H21 -0,01"


def test_a_printed_amount_is_compared_in_dutch():
    printed = Printed(net=Decimal("702.80"), total=Decimal("828.30"))
    plan = planned(workbook(replace(CASE_A, printed=printed)))
    assert in_dutch(plan.blocking) == [
        "Invoices, rij 2, Net as printed: gevonden 702,80, toegelaten: 702,81 (btw op lijnen). "
        "Verbeter de regels of het gedrukte bedrag; Tolerantie op tabblad Instellingen is 0,05.",
        "Invoices, rij 2, Total as printed: gevonden 828,30, toegelaten: 828,21 (btw op lijnen) of "
        "828,19 (btw op totaal). Verbeter de regels of het gedrukte bedrag; Tolerantie op tabblad "
        "Instellingen is 0,05.",
    ]


def test_the_accounts_taken_for_lines_without_one_are_named_in_dutch():
    lines = [line("1", code, account="", row=row) for row, code in enumerate(("H21", "L6"))]
    codes = CODES | {
        "H21": vat_code("H21", 21, suggested_account="700200"),
        "L6": vat_code("L6", 6, suggested_account="700100"),
    }
    plan = planned(workbook(document("2026/18", *lines), vat_codes=codes))
    assert in_dutch(plan.warnings) == [
        "Facturen en Regels, Account: gevonden niets op 2 regels, gebruikt: 700100 en 700200, "
        "zoals de btw-code voorstelt."
    ]


def test_a_number_that_an_export_gave_to_another_document_is_told_in_dutch():
    number = DocumentKey("invoice:", "", "18")
    typed = replace(document(issued_on=date(2027, 3, 1), row=9), key=number, number="18")
    past = history(
        exported={number: exported(external_id="100000")}, external_ids={"100000": "Dejavu"}
    )
    period = Period(date(2026, 1, 1), date(2027, 12, 31))
    assert in_dutch(planned(workbook(typed), past=past, period=period).blocking) == [
        'Invoices, rij 9, Number: gevonden "18" van 1 maart 2027 voor "Dejavu"; export 3 bevat een '
        'document met dat nummer, van 16 maart 2026 voor "Dejavu", toegelaten: een nummer dat in '
        "geen enkele export zit. Is het hetzelfde document met een andere datum? Zet dan 16 maart "
        "2026 terug: met een eigen nummer zou het twee keer geëxporteerd en aangerekend worden. Is "
        "het een ander document? Geef het dan een eigen nummer. Begint uw nummering elk jaar "
        "opnieuw? Schrijf dan het jaar vóór de nummers van nieuwe documenten, zoals in 2026/18."
    ]


@pytest.mark.parametrize(
    ("terms", "typed"), [(Kind, DOCUMENT_KINDS), (Treatment, TREATMENTS), (VatMode, VAT_MODES)]
)
def test_a_word_of_the_trade_is_one_that_a_sheet_may_have(
    terms: type[Kind | Treatment | VatMode], typed: Mapping[str, StrEnum]
):
    for term in terms:
        words = term_in_words(term)
        assert words == term.value
        assert typed[in_language(words, "nl")] is term
