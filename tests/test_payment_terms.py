"""Payment terms: the spellings, and the day on which an invoice must be paid."""

from datetime import date

import pytest

from boekbrug.server.bookkeeping.payment_terms import Terms, due_on, parse_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("30", Terms(30)),
        ("30D", Terms(30)),
        ("14d", Terms(14)),
        ("30 days", Terms(30)),
        ("30DEM", Terms(30, to_end_of_month=True)),
        ("30d-EM", Terms(30, to_end_of_month=True)),
        ("30E", Terms(30, to_end_of_month=True)),
        (" 60 em ", Terms(60, to_end_of_month=True)),
        ("OD", Terms(0)),
        ("CONT", Terms(0)),
        ("Contant", Terms(0)),
        ("0d", Terms(0)),
        ("30 dagen", Terms(30)),
        ("8 dgn", Terms(8)),
        ("30  days net", Terms(30)),
        ("netto 14 dagen", Terms(14)),
        ("30 jours", Terms(30)),
        ("30 Tage", Terms(30)),
        ("30 T", Terms(30)),
        ("30 dagen einde maand", Terms(30, to_end_of_month=True)),
        ("30 jours fin de mois", Terms(30, to_end_of_month=True)),
        ("60 days, end of month", Terms(60, to_end_of_month=True)),
        ("30 EOM", Terms(30, to_end_of_month=True)),
        ("onmiddellijk", Terms(0)),
    ],
)
def test_terms_are_read_in_every_spelling(text: str, terms: Terms):
    assert parse_terms(text) == terms


@pytest.mark.parametrize(
    "text", ["", "soon", "-30", "30.5", "366", "30EE", "٣٠", "E", "30 weken", "dagen"]
)
def test_anything_else_is_not_guessed(text: str):
    assert parse_terms(text) is None


@pytest.mark.parametrize(
    ("terms", "day"),
    [
        (Terms(0), date(2026, 1, 31)),
        (Terms(30), date(2026, 3, 2)),
        (Terms(30, to_end_of_month=True), date(2026, 3, 31)),
        (Terms(0, to_end_of_month=True), date(2026, 1, 31)),
    ],
)
def test_days_are_counted_before_the_month_runs_to_its_end(terms: Terms, day: date):
    assert due_on(date(2026, 1, 31), terms) == day


def test_the_short_spelling_is_read_back():
    assert [str(terms) for terms in (Terms(30), Terms(60, to_end_of_month=True))] == ["30", "60E"]
    assert parse_terms("60E") == parse_terms(str(parse_terms("60d-EM")))
