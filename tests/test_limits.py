from datetime import date
from decimal import Decimal

import pytest

from boekbrug.config.limits import Limits, limits, tariff
from boekbrug.server.bookkeeping.tariff import price_on
from boekbrug.server.bookkeeping.terms import Kind


def test_the_limits_are_those_of_the_file():
    assert limits() == Limits(
        body_bytes_max=64 * 1024,
        presses_per_minute_max=6,
        connect_tries_per_hour_max=10,
        connect_code_days=7,
        waiting_runs_max=200,
        file_bytes_max=25_000_000,
        uncompressed_bytes_max=70_000_000,
        rows_max=110_000,
        lines_max=100_000,
        documents_max=35_000,
        lines_in_flight_max=120_000,
        page_rows_max=200,
        link_days=35,
        run_detail_days=90,
    )


def test_a_tab_holds_the_lines_of_the_largest_export_and_one_such_export_fits_in_flight():
    assert limits().lines_max < limits().rows_max
    assert limits().lines_max <= limits().lines_in_flight_max


@pytest.mark.parametrize(
    ("kind", "day", "price_eur"),
    [
        (Kind.INVOICE, date(2026, 1, 1), "0.12"),
        (Kind.CREDIT_NOTE, date(2026, 1, 1), "0.00"),
        (Kind.INVOICE, date(2025, 12, 31), "0.00"),
    ],
)
def test_an_invoice_costs_twelve_cents_and_a_credit_note_nothing(kind, day, price_eur):
    assert price_on(tariff(), kind, day) == Decimal(price_eur)


def test_no_day_has_two_prices_for_one_kind():
    days = [(price.since, price.kind) for price in tariff()]

    assert len(days) == len(set(days))
