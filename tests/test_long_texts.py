"""A text of any length in any cell is said to be wrong or is a text; nothing reckons with it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from bookkeeping_support import customer, document, planned, workbook
from workbook_support import ACCOUNTS, GARAGE, VAT, Row, invoice, read, settings, sheet

from boekbrug import adapters, server
from boekbrug.adapters.programs import winbooks
from boekbrug.server.programs.checks import unfit_external_ids
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings_schema import SettingsSchema

DIGITS = "9" * 5_000
"""More of them than Python makes a whole number of."""
LONG = (
    DIGITS,
    f"BE{DIGITS}",
    f"0208:{DIGITS}",
    f"2026/{DIGITS}",
    f"{DIGITS} days",
    f"1/2/{DIGITS}",
    f"{DIGITS}-01-01",
    f"{DIGITS}%",
    f"1{'0' * 5_000},5",
)
GOOD: dict[str, Row] = {
    "Customers": GARAGE,
    "Invoices": invoice(),
    "VAT": VAT[2],
    "Accounts": ACCOUNTS[2],
    "Lines": {"Invoice": "2026/18", "Unit price": 1, "VAT": "H21"},
}


def with_row(name: str, row: Row) -> Cells:
    others = {"VAT": VAT} if name == "VAT" else {}
    sold = invoice(Net=None, VAT=None) if name == "Lines" else invoice()
    rows = {"Invoices": {2: sold}, name: {**others.get(name, {}), 2: row}}
    return sheet(**rows)


@pytest.mark.parametrize("name", GOOD)
def test_digits_without_end_are_told_or_are_a_text_in_every_column(name: str):
    for rule in schemas_for(())[name].fields.values():
        for long in LONG:
            found = read(with_row(name, {**GOOD[name], str(rule.data_key): long}))
            assert found.layout.tabs[name].columns, rule.data_key


def test_digits_without_end_are_told_or_are_a_text_in_every_setting():
    for rule in SettingsSchema().fields.values():
        for long in LONG:
            label = str(rule.data_key).replace(" ", "_")
            assert read(sheet(Settings=settings(**{label: long}))).layout.tabs["Settings"].columns


@pytest.mark.parametrize(
    ("name", "header"),
    [("Customers", "VAT number"), ("Customers", "Enterprise number"), ("Invoices", "Reference")],
)
def test_a_number_with_check_digits_is_wrong_when_it_is_too_long(name: str, header: str):
    problems = read(with_row(name, {**GOOD[name], header: DIGITS})).workbook.problems
    assert header in {one.column for one in problems}


def test_a_typed_number_without_end_is_refused_by_every_program():
    batch = planned(workbook(document(), customers=[customer(external_id=DIGITS)])).batch
    assert batch is not None
    any_digits = replace(winbooks.FACTS, external_id_pattern="[0-9]+")
    for facts in (winbooks.FACTS, any_digits):
        [problem] = unfit_external_ids(batch, facts)
        assert problem.code == "accountants-number-for-program"


STARTING = ("server.wsgi", "server.worker", "records.migrations")
"""Modules that do something when they are imported."""
PUMPED = (
    "9",
    "9,",
    "a",
    "A",
    "é",
    " ",
    "-",
    ".",
    "'",
    '"',
    "(",
    "%",
    "x@a.",
    "btw ",
    "<",
    "&",
    "]",
)


def patterns() -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    for package in (server, adapters):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not any(one in module.name for one in STARTING):
                kept = vars(importlib.import_module(module.name)).values()
                yield from (one for one in kept if isinstance(one, re.Pattern))


def test_no_pattern_goes_back_without_end():
    found = set(patterns())
    assert len(found) > 60
    for pattern in found:
        for pumped in PUMPED:
            text = pumped * 2_000 + "!"
            if isinstance(pattern.pattern, bytes):
                pattern.fullmatch(text.encode())
            else:
                pattern.fullmatch(text)
