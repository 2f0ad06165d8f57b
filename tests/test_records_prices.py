"""Prices and credit are set for what comes, never for what was."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa
from records_support import NOW, PRICES, room

from boekbrug.server.bookkeeping.tariff import Price, price_on
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.prices import Prices
from boekbrug.server.records.register import Register
from boekbrug.server.records.tables import audit

NEW_YEAR = date(2027, 1, 1)
DEARER = Price(NEW_YEAR, Kind.INVOICE, Decimal("0.13"))


def told(engine: sa.Engine, event: str) -> list[dict[str, object]]:
    with engine.begin() as connection:
        return list(connection.scalars(sa.select(audit.c.facts).where(audit.c.event == event)))


def test_a_price_holds_from_its_day_on_and_is_in_the_audit(database: sa.Engine) -> None:
    Prices(database).set(DEARER, "costs rose", now=NOW)
    assert Prices(database).all() == (*PRICES, DEARER)
    assert told(database, "price set") == [
        {
            "kind": "invoice",
            "since": "2027-01-01",
            "amount_eur": "0.13",
            "announced_eur": "",
            "reason": "costs rose",
        }
    ]


def test_a_price_that_was_announced_gives_way_to_another_of_that_day(database: sa.Engine) -> None:
    Prices(database).set(DEARER, "costs rose", now=NOW)
    Prices(database).set(Price(NEW_YEAR, Kind.INVOICE, Decimal("0.14")), "more", now=NOW)
    Prices(database).set(Price(NEW_YEAR, Kind.CREDIT_NOTE, Decimal("0.01")), "too", now=NOW)
    prices = Prices(database).all()
    assert price_on(prices, Kind.INVOICE, NEW_YEAR) == Decimal("0.14")
    assert price_on(prices, Kind.CREDIT_NOTE, NEW_YEAR) == Decimal("0.01")
    assert [facts["announced_eur"] for facts in told(database, "price set")] == ["", "0.13", ""]


def test_a_price_never_changes_a_day_that_has_begun_anywhere(database: sa.Engine) -> None:
    late = datetime(2026, 12, 31, 9, 59, tzinfo=UTC)
    Prices(database).set(DEARER, "still the year before, everywhere", now=late)
    for since, at, first in (
        (NEW_YEAR, late.replace(hour=10), "2027-01-02"),
        (date(2020, 1, 1), NOW, "2026-11-03"),
    ):
        with pytest.raises(RegisterError) as refused:
            Prices(database).set(Price(since, Kind.INVOICE, Decimal("0.20")), "now", now=at)
        assert refused.value.sentence == (
            f"Price: found {since}, needed {first} or later: a price that has begun is never "
            "changed."
        )
    assert Prices(database).all() == (*PRICES, DEARER)


def test_a_price_is_never_below_nothing(database: sa.Engine) -> None:
    with pytest.raises(RegisterError, match=r"^Price: found EUR -0.01, needed 0.00 or more\.$"):
        Prices(database).set(Price(NEW_YEAR, Kind.INVOICE, Decimal("-0.01")), "x", now=NOW)


def test_an_export_takes_the_price_of_its_day_where_the_dossier_is(database: sa.Engine) -> None:
    here = room(database)
    Prices(database).set(DEARER, "costs rose", now=NOW)
    eve = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    assert DEARER not in here.records.history(eve).prices
    assert DEARER in here.records.history(eve.replace(hour=23, minute=0)).prices


def test_a_team_may_owe_as_much_as_its_credit_limit_says(database: sa.Engine) -> None:
    team = room(database).workbook.team
    register = Register(database)
    before = register.set_credit_limit(team.key, Decimal("25.00"), "pays late", now=NOW)
    found = register.team(team.key)
    assert found is not None
    assert (before, found.credit_limit) == (Decimal("0.00"), Decimal("25.00"))
    assert told(database, "credit limit set") == [
        {"credit_limit_eur": "25.00", "before_eur": "0.00", "reason": "pays late"}
    ]
    with pytest.raises(RegisterError, match=r"^Credit limit: found EUR -1.00, needed 0.00 or"):
        register.set_credit_limit(team.key, Decimal("-1.00"), "x", now=NOW)
    with pytest.raises(RegisterError, match=r'^Team: found no "nobody", needed one that exists'):
        register.set_credit_limit("nobody", Decimal("1.00"), "x", now=NOW)
