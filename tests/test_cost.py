"""What an export costs and how far the balance goes, before anybody pays; and a server without."""

import json
import re
import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from bookkeeping_support import history
from command_support import OWNER, typed
from example_firm import EXAMPLE
from records_support import BAKERY, GARAGE, NOW, booked, key, plan, room
from web_support import MemoryOffice, shown, with_run

from boekbrug.config.settings import SettingsError, load
from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.records.entries import Action, Run, RunState
from boekbrug.server.records.records import Records
from boekbrug.server.records.runs import Runs
from boekbrug.server.workflow import ends
from boekbrug.server.workflow.cost import cost_by_language, cost_figures

CHECKED = {
    "invoices": 84,
    "credit_notes": 0,
    "net": "1.00",
    "vat": "0.21",
    "gross": "1.21",
    "fee": "10.08",
    "balance": "6.24",
    "enough_for": 52,
    "last_month": 84,
}
FREE = CHECKED | {"fee": None, "balance": None, "enough_for": None}
SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")


class Free(MemoryOffice):
    """An office of a server without a fee."""

    def balance(self, run: Run) -> None:  # type: ignore[override]
        assert run.id in self.runs


def test_the_cost_and_the_balance_are_said_in_both_languages():
    past = history(balance=Decimal("6.24"), charged_last_month=84)
    assert cost_by_language(cost_figures(Decimal("10.08"), past)) == {
        "en": "cost EUR 10.08 (balance EUR 6.24); enough for about 52 invoices; last month 84",
        "nl": "kosten EUR 10,08 (tegoed EUR 6,24); genoeg voor ongeveer 52 facturen; vorige maand "
        "84",
    }


def test_credit_counts_and_a_debt_is_enough_for_nothing():
    one = cost_figures(ZERO, history(balance=Decimal("-0.80"), credit_limit=Decimal("1.00")))
    assert (one["enough_for"], one["balance"]) == (1, "-0.80")
    assert "enough for about 1 invoice; last month 0" in (cost_by_language(one) or {})["en"]
    assert cost_figures(ZERO, history(balance=Decimal("-5.00")))["enough_for"] == 0


def test_where_invoices_cost_nothing_no_balance_runs_out():
    free = cost_figures(ZERO, history(prices=()))
    assert (free["enough_for"], cost_by_language(free)) == (
        None,
        {
            "en": "cost EUR 0.00 (balance EUR 50.00)",
            "nl": "kosten EUR 0,00 (tegoed EUR 50,00)",
        },
    )


def test_a_check_says_it_to_the_sidebar_and_on_the_page():
    office = with_run(action=Action.CHECK, result=CHECKED, batch_id=None)
    assert json.loads(shown(office).data)["cost"]["en"] == (
        "cost EUR 10.08 (balance EUR 6.24); enough for about 52 invoices; last month 84"
    )
    page = shown(office, "page").get_data(as_text=True)
    assert "Cost EUR 10.08 (balance EUR 6.24); enough for about 52 invoices; last month 84" in page


def test_on_a_server_without_a_fee_nobody_reads_of_one():
    run = next(iter(with_run(action=Action.CHECK, result=FREE, batch_id=None).runs.values()))
    office = Free(runs={run.id: run})
    answer: dict[str, Any] = json.loads(shown(office).data)
    assert (answer["balance"], answer["cost"], answer["result"]["fee"]) == (None, None, None)
    page = re.sub(r"<[^>]+>", " ", shown(office, "page").get_data(as_text=True))
    assert not re.search(r"\b(cost|balance|EUR 0)\b", page, re.IGNORECASE)


def test_last_month_counts_what_the_team_was_charged_for_in_the_zone(database: sa.Engine) -> None:
    here = room(database)
    first, second = (
        datetime(2026, 10, 31, 22, 59, tzinfo=UTC),
        datetime(2026, 10, 31, 23, tzinfo=UTC),
    )
    for number, at in ((1, first), (2, second)):
        run_id = here.pressed_and_fenced()
        documents = [booked(f"2026/{number}", GARAGE), booked("2026/9", BAKERY)]
        charged = [key("2026/9")] if number > 1 else []
        here.commit(plan(number, documents, charged=charged), run_id, now=at)
        Runs(database).finish(run_id, RunState.DONE, sentence="", result={}, now=at)
    counted = [
        here.records.history(now).charged_last_month
        for now in (first, NOW, NOW.replace(month=12), NOW.replace(year=2027))
    ]
    assert counted == [0, 2, 1, 0]


def test_records_of_a_server_without_a_fee_know_no_price(database: sa.Engine) -> None:
    here = room(database)
    past = Records(database, has_fee=False).dossier(here.dossier_id).history(NOW)
    assert (past.prices, past.has_fee) == ((), False)


@pytest.mark.parametrize("tariff", ["", "none"])
def test_a_command_says_what_an_export_costs_where_it_costs(
    empty_desk: Path, monkeypatch: pytest.MonkeyPatch, tariff: str
):
    monkeypatch.setenv("TARIFF", tariff)
    shutil.copy(EXAMPLE, empty_desk / "acme.xlsx")
    where = ("--dossier", "acme/winbooks", "--folder", "files", "--keep-numbers", "Acme bv")
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
        ("workbook", "attach", "acme.xlsx", *where),
    ):
        assert typed(*command)[0] == 0
    if not tariff:
        typed("wallet", "top-up", "acme", "20.00", "--reason", "x")
    _, checked = typed("check", "acme.xlsx", *SUMMER)
    code, exported = typed("export", "acme.xlsx", *SUMMER)
    assert code == 0
    cost = "cost EUR 12.36 (balance EUR 20.00); enough for about 166 invoices; last month 0"
    assert (cost in checked) == (not tariff)
    assert ("It cost EUR 12.36." in exported) == (not tariff)
    assert ("an export costs" in checked) == (not tariff)
    assert typed("audit")[0] == 0


def test_a_plan_that_changed_names_no_cost_where_there_is_none():
    assert ends.plan_changed([], [], None) == (
        "Since your check, settings, customers or numbers changed: now 0 invoices. Nothing was "
        "exported, numbered or charged. Look again."
    )


def test_a_tariff_that_nobody_knows_is_refused():
    with pytest.raises(SettingsError) as refused:
        load({"TARIFF": "cheap", "SECRET_KEY": "k" * 32})
    assert refused.value.sentences == ['TARIFF: found "cheap", needed one of dated, none.']
