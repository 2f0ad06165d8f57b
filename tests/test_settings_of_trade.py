"""Settings that the first sheet lacks: each reaches the model, or says what is wrong with it."""

from datetime import date
from decimal import Decimal

import pytest
from workbook_support import GARAGE, Row, errors, read, sheet
from workbook_support import settings as setting_rows

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import OwnPeriod
from boekbrug.server.bookkeeping.terms import CreditNoteDue, DiscountBooking, VatReturn, VatScheme
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell

WALK_IN: Row = {"Customer": "Walk-in", "Kind": "collective", "Country": "BE"}
SETTING: dict[str, tuple[dict[str, Cell], str, object]] = {
    "return": ({"VAT_return": "kwartaal"}, "vat_return", VatReturn.QUARTER),
    "scheme": ({"Own_VAT_scheme": "vrijgesteld"}, "vat_scheme", VatScheme.EXEMPT),
    "closed": ({"Closed_up_to": "2026-03-31"}, "closed_up_to", date(2026, 3, 31)),
    "prices": ({"Prices_include_VAT": "yes"}, "prices_include_vat", True),
    "tolerance": ({"Tolerance": 0.02}, "tolerance", Decimal("0.02")),
    "rounding": ({"Rounding_account": "758000"}, "rounding_account", "758000"),
    "discounts": (
        {"Discounts_are_booked": "net in revenue"},
        "discounts_booked",
        DiscountBooking.NET_IN_REVENUE,
    ),
    "base": ({"Cash_discount_lowers_the_VAT_base": "ja"}, "cash_discount_lowers_vat", True),
    "due": ({"Due_date_of_credit_notes": "by terms"}, "credit_note_due", CreditNoteDue.BY_TERMS),
    "all together": (
        {"Private_persons": "collective customer", "Collective_customer": "Walk-in"},
        "collective_customer",
        "Walk-in",
    ),
    "each alone": (
        {"Private_persons": "own customer each", "Collective_customer": "Walk-in"},
        "collective_customer",
        "",
    ),
    "each alone, as nobody says": ({"Collective_customer": "Walk-in"}, "collective_customer", ""),
    "each alone, and no more": (
        {"Private_persons": "elk een eigen klant"},
        "collective_customer",
        "",
    ),
    "periods": (
        {"Periods": "own table", "Period": "2026-01-01..2026-01-28 = 1"},
        "own_periods",
        (OwnPeriod(date(2026, 1, 1), date(2026, 1, 28), 1),),
    ),
}
FIRM = {
    "Own_enterprise_number": "0403019261",
    "Own_street": "Kerkstraat 1",
    "Own_postcode": "1000",
    "Own_city": "Brussel",
    "Own_IBAN": "BE68539007547034",
    "Own_BIC": "KREDBEBB",
    "Own_Peppol_ID": "0208:0403019261",
}


WRONG: dict[str, tuple[dict[str, Cell], str, str]] = {
    "no periods": (
        {"Periods": "own table"},
        'Settings, row 2, Periods: found "own table" without a row Period, allowed: "own table", '
        "with a row Period for each one. Add rows like Period: 2026-01-01..2026-01-28 = 1.",
        'Settings, rij 2, Periods: gevonden "own table" zonder rij Periode, toegelaten: "own '
        'table", met een rij Periode voor elke periode. Voeg rijen toe zoals Periode: '
        "2026-01-01..2026-01-28 = 1.",
    ),
    "an unreadable period": (
        {"Period": "January"},
        'Settings, row 2, Period: found "January", allowed: first and last day and a number, like '
        '"2026-01-01..2026-01-28 = 1".',
        'Settings, rij 2, Period: gevonden "January", toegelaten: eerste en laatste dag en een '
        'nummer, zoals "2026-01-01..2026-01-28 = 1".',
    ),
    "nobody to be booked on": (
        {"Private_persons": "collective customer"},
        'Settings, row 2, Private persons: found "collective customer", allowed: this, with the '
        "setting Collective customer. Add a row Collective customer that names one of tab "
        "Customers.",
        'Settings, rij 2, Private persons: gevonden "collective customer", toegelaten: dit, met de '
        "instelling Verzamelklant. Voeg een rij Verzamelklant toe die er een uit tabblad Klanten "
        "noemt.",
    ),
    "an unknown customer": (
        {"Collective_customer": "Nobody"},
        'Settings, row 2, Collective customer: found "Nobody", allowed: a customer of tab '
        "Customers. Choose one, or add the customer.",
        'Settings, rij 2, Collective customer: gevonden "Nobody", toegelaten: een klant uit '
        "tabblad Customers. Kies er een, of voeg de klant toe.",
    ),
    "a customer of another kind": (
        {"Collective_customer": "Garage Maes"},
        'Settings, row 2, Collective customer: found "Garage Maes", allowed: a customer of kind '
        "collective. Row 2 is of kind company: correct that, or name another.",
        'Settings, rij 2, Collective customer: gevonden "Garage Maes", toegelaten: een klant van '
        "soort verzamelklant. Rij 2 is van soort bedrijf: verbeter dat, of noem een andere klant.",
    ),
    "a wrong IBAN": (
        {"Own_IBAN": "BE68539007547035"},
        'Settings, row 2, Own IBAN: found "BE68539007547035", allowed: an IBAN with right check '
        "digits, like BE68539007547034.",
        'Settings, rij 2, Own IBAN: gevonden "BE68539007547035", toegelaten: een IBAN met juiste '
        "controlecijfers, zoals BE68539007547034.",
    ),
    "an account that is missing": (
        {"Default_revenue_account": "754000"},
        'Settings, row 2, Default revenue account: found "754000", allowed: an account of tab '
        "Accounts. Choose one, or add the account.",
        'Settings, rij 2, Default revenue account: gevonden "754000", toegelaten: een rekening uit '
        "tabblad Accounts. Kies er een, of voeg de rekening toe.",
    ),
}


@pytest.mark.parametrize("case", SETTING)
def test_a_setting_is_in_the_settings(case: str):
    rows, attribute, expected = SETTING[case]
    cells = sheet(Settings=setting_rows(**rows), Customers={2: GARAGE, 3: WALK_IN})
    assert getattr(read(cells).workbook.settings, attribute) == expected
    assert errors(cells) == []


def test_what_e_invoices_say_of_the_firm_is_in_the_settings():
    cells = sheet(Settings=setting_rows(**FIRM))
    firm = read(cells).workbook.settings.firm
    assert [getattr(firm, name[4:].lower()) for name in FIRM] == [*FIRM.values()]
    assert errors(cells) == []


@pytest.mark.parametrize("case", WRONG)
def test_a_setting_that_cannot_be_is_told_in_both_languages(case: str):
    rows, english, dutch = WRONG[case]
    (problem,) = read(sheet(Settings=setting_rows(**rows))).workbook.problems
    assert sentence(problem) == english
    assert in_language(sentence(problem), "nl") == dutch


def test_two_periods_of_a_day_are_refused():
    rows: dict[int, Row] = {
        2: {"Setting": "Period", "Value": "2026-01-01..2026-01-28 = 1"},
        3: {"Setting": "Period", "Value": "2026-01-28..2026-02-25 = 2"},
    }
    assert errors(sheet(Settings=rows)) == [
        'Settings, row 3, Period: found "2026-01-28..2026-02-25 = 2", allowed: periods that do not '
        "overlap. Let each one begin on the day after the last day of another."
    ]
