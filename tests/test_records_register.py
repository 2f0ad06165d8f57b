"""The operator's side: teams, dossiers, workbooks, numbers kept, and the wallet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa
from records_support import NOW, PRICES, dossier, room, second_workbook, table_counts

from boekbrug.server.bookkeeping.settings import BookYear
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.prices import Prices
from boekbrug.server.records.register import Register
from boekbrug.server.records.tables import audit
from boekbrug.server.records.wallet import Wallet


def attach(register: Register, key: str, location: str, workbook_id: str) -> None:
    register.attach_workbook(
        key, kind="excel", location=location, folder="/files", workbook_id=workbook_id, now=NOW
    )


def test_what_is_added_is_there(database: sa.Engine) -> None:
    register = Register(database)
    team = register.add_team("acme", "Acme bv", credit_limit=Decimal("25.00"), now=NOW)
    years = (BookYear(date(2026, 7, 1), date(2027, 6, 30), "27"),)
    books = replace(dossier("acme/winbooks"), book_years=years)
    dossier_id = register.add_dossier(books, now=NOW)
    attach(register, "acme/winbooks", "/sheets/acme.xlsx", "wb-1")
    entry = register.workbook("wb-1")
    assert entry is not None
    assert (entry.team, entry.dossier, entry.dossier_id) == (team, books, dossier_id)
    assert (entry.kind, entry.location, entry.folder) == ("excel", "/sheets/acme.xlsx", "/files")
    assert (entry.secret_version, entry.lines_estimate) == (1, None)
    assert register.workbook_at("/sheets/acme.xlsx") == entry
    assert register.workbooks("acme/winbooks") == (entry,)
    assert (register.teams(), register.team("acme")) == ((team,), team)
    assert register.dossiers("acme") == (books,)
    assert Prices(database).all() == PRICES


def test_what_is_not_there_reads_as_nothing(database: sa.Engine) -> None:
    register = Register(database)
    assert register.team("acme") is None
    assert register.workbook("wb-1") is None
    assert register.workbook_at("/sheets/acme.xlsx") is None
    assert not any((register.teams(), register.dossiers("acme"), register.workbooks("acme/x")))


REFUSED: dict[str, Callable[[sa.Engine], object]] = {
    'Team: found "acme" already, needed a new key.': lambda records: add_team(records, "acme"),
    'Team: found "Acme bv", needed small letters, digits and hyphens, such as acme.': (
        lambda records: add_team(records, "Acme bv")
    ),
    'Team: found no "other", needed one that exists.': (
        lambda records: add_dossier(records, "other/winbooks")
    ),
    'Dossier: found "acme/winbooks" already, needed a new key.': (
        lambda records: add_dossier(records, "acme/winbooks")
    ),
    'Dossier: found "acme", needed team/name, such as acme/winbooks.': (
        lambda records: add_dossier(records, "acme")
    ),
    'Dossier: found no "acme/exact", needed one that exists.': (
        lambda records: attach(Register(records), "acme/exact", "/b.xlsx", "wb-2")
    ),
    'Workbook: found "/a.xlsx" already, needed one that is not attached.': (
        lambda records: attach(Register(records), "acme/winbooks", "/a.xlsx", "wb-2")
    ),
    'Workbook: found the id of "/a.xlsx", needed a workbook with an id of its own.': (
        lambda records: attach(Register(records), "acme/winbooks", "/b.xlsx", "wb-1")
    ),
    "Wallet: found EUR 0.00, needed an amount above 0.00.": (
        lambda records: Wallet(records).top_up("acme", Decimal("0.00"), "gift", now=NOW)
    ),
    'Team: found no "nobody", needed one that exists.': (
        lambda records: Wallet(records).top_up("nobody", Decimal("5.00"), "gift", now=NOW)
    ),
}


def add_team(records: sa.Engine, key: str) -> None:
    Register(records).add_team(key, "Acme bv", now=NOW)


def add_dossier(records: sa.Engine, key: str) -> None:
    Register(records).add_dossier(dossier(key), now=NOW)


def test_the_operator_reads_what_to_change_and_nothing_changes(database: sa.Engine) -> None:
    add_team(database, "acme")
    add_dossier(database, "acme/winbooks")
    attach(Register(database), "acme/winbooks", "/a.xlsx", "wb-1")
    before = table_counts(database)
    for sentence, command in REFUSED.items():
        with pytest.raises(RegisterError) as error:
            command(database)
        assert error.value.sentence == sentence
    assert table_counts(database) == before


def test_the_estimate_of_lines_is_the_last_one(database: sa.Engine) -> None:
    workbook = room(database).workbook
    Register(database).keep_lines_estimate(workbook.id, 512)
    found = Register(database).workbook(workbook.id)
    assert found is not None
    assert found.lines_estimate == 512


def test_the_language_is_that_of_the_last_run_that_read_the_settings(database: sa.Engine) -> None:
    register, workbook = Register(database), room(database).workbook
    assert (workbook.language, register.language(workbook.id)) == ("", "")
    for language in ("fr", "nl"):
        register.keep_language(workbook.id, language)
    found = register.workbook(workbook.id)
    assert found is not None
    assert (found.language, register.language(workbook.id)) == ("nl", "nl")
    assert register.language("wb-of-nobody") == ""


def test_numbers_that_were_confirmed_are_in_use(database: sa.Engine) -> None:
    here = room(database)
    numbers = {"100001": "Bakkerij Janssens", "100002": "Garage Maes"}
    Register(database).keep_numbers(here.workbook, numbers, now=NOW)
    Register(database).keep_numbers(here.workbook, numbers, now=NOW)
    assert here.records.history(NOW).external_ids == numbers


def test_a_number_of_another_customer_is_refused_and_none_is_kept(database: sa.Engine) -> None:
    here = room(database)
    register = Register(database)
    register.keep_numbers(here.workbook, {"100001": "Garage Maes"}, now=NOW)
    numbers = {"100002": "Bakkerij Janssens", "100001": "Copy of Garage Maes"}
    with pytest.raises(RegisterError) as error:
        register.keep_numbers(here.workbook, numbers, now=NOW)
    assert error.value.sentence == (
        'Accountant\'s no.: found 100001, which belongs to "Garage Maes", '
        "needed a number nobody has had."
    )
    assert here.records.history(NOW).external_ids == {"100001": "Garage Maes"}


def test_a_customer_has_one_number_for_good(database: sa.Engine) -> None:
    here = room(database)
    register = Register(database)
    register.keep_numbers(here.workbook, {"100001": "Garage Maes"}, now=NOW)
    with pytest.raises(RegisterError) as error:
        register.keep_numbers(here.workbook, {"200001": "garage maes"}, now=NOW)
    assert error.value.sentence == (
        'Accountant\'s no.: found 200001 for "garage maes", needed 100001, the number of this '
        "customer: put 100001 into the sheet."
    )
    assert here.records.history(NOW).external_ids == {"100001": "Garage Maes"}


def test_numbers_that_were_kept_were_seen_in_that_workbook(database: sa.Engine) -> None:
    here = room(database)
    there, register = second_workbook(here), Register(database)
    register.keep_numbers(here.workbook, {"100001": "Garage Maes"}, now=NOW)
    register.keep_numbers(there.workbook, {"100002": "Bakkerij Janssens"}, now=NOW)
    seen_in = {"100001": here.workbook.id, "100002": there.workbook.id}
    assert here.records.history(NOW).seen_in == seen_in


def test_the_highest_number_is_counted_not_spelt(database: sa.Engine) -> None:
    here = room(database)
    assert here.records.highest_external_id() == ""
    numbers = {"99999": "A", "100000": "B", "X200000": "C"}
    Register(database).keep_numbers(here.workbook, numbers, now=NOW)
    assert here.records.highest_external_id() == "100000"


def test_the_balance_is_the_sum_of_the_entries(database: sa.Engine) -> None:
    here = room(database, balance="0.00")
    team = here.workbook.team
    wallet = Wallet(database)
    assert wallet.top_up(team.key, Decimal("5.00"), "bank", now=NOW) == Decimal("5.00")
    assert wallet.top_up(team.key, Decimal("0.24"), "gift", now=NOW) == Decimal("5.24")
    newest, first = wallet.entries(team.id, 10)
    assert (newest.reason, newest.amount, newest.balance) == (
        "gift",
        Decimal("0.24"),
        Decimal("5.24"),
    )
    assert (first.balance, first.dossier, first.batch, first.invoices) == (
        Decimal("5.00"),
        "",
        0,
        0,
    )
    assert wallet.entries(team.id, 1) == (newest,)


def test_the_wallet_of_one_team_is_not_anothers(database: sa.Engine) -> None:
    here, there = room(database, balance="7.00"), room(database, balance="3.00")
    assert (here.balance(), there.balance()) == (Decimal("7.00"), Decimal("3.00"))
    entries = Wallet(database).entries(there.workbook.team.id, 10)
    assert [entry.amount for entry in entries] == [Decimal("3.00")]


def test_the_operators_acts_are_in_the_audit(database: sa.Engine) -> None:
    room(database)
    with database.begin() as connection:
        lines = connection.execute(sa.select(audit).order_by(audit.c.id)).all()
    assert [(line.event, line.who) for line in lines] == [
        ("team added", "operator"),
        ("wallet topped up", "operator"),
        ("dossier added", "operator"),
        ("workbook attached", "operator"),
    ]
    assert set(lines[0].facts) == {"key"}
