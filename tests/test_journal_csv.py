"""Journal CSV: a journal for any reader; every document balances."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from programs_strategies import batches
from programs_support import (
    ACCOUNT_NAMES,
    CASE_B,
    CASE_C,
    DEJAVU,
    OWN_CODES,
    STORIES,
    assert_golden,
    batch,
    document,
    revenue,
)

from boekbrug.adapters.programs import journal_csv
from boekbrug.adapters.programs.journal_csv import Parameters
from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.programs.verify import expected_totals


def text_of(booked: Batch) -> str:
    [file] = journal_csv.render(replace(booked, vat_codes=OWN_CODES), Parameters())
    return file.content.decode()


def rows(booked: Batch) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(booked), newline="")))


@pytest.mark.parametrize("story", STORIES)
def test_every_story_gives_its_golden_file(story: str):
    booked = replace(STORIES[story], vat_codes=OWN_CODES)
    assert list(journal_csv.check(booked, Parameters())) == []
    assert_golden(f"journal_csv/{story}", journal_csv.render(booked, Parameters()))


def test_an_invoice_row_by_row():
    assert text_of(batch(document())) == (
        "document,date,journal,line,account,account_name,customer_number,customer,text,debit,"
        "credit,vat_code,vat_base,due_date\r\n"
        "2026/18,2026-03-16,VERKP,1,400000,Klanten,100001,Café Déjà Vu BV,Factuur 2026/18,"
        "121.00,,,,2026-04-15\r\n"
        "2026/18,2026-03-16,VERKP,2,700000,Consulting,,,Factuur 2026/18,,100.00,H21,,\r\n"
        "2026/18,2026-03-16,VERKP,3,451000,Te betalen btw,,,Factuur 2026/18,,21.00,H21,100.00,\r\n"
    )


def test_a_credit_note_changes_sides_and_so_does_a_discount():
    assert [(row["account"], row["debit"], row["credit"]) for row in rows(batch(CASE_B))] == [
        ("400000", "", "296.32"),
        ("700000", "222.75", ""),
        ("700100", "33.92", ""),
        ("708000", "", "6.68"),
        ("708000", "", "1.02"),
        ("451000", "45.38", ""),
        ("451000", "1.97", ""),
    ]
    assert [row["vat_base"] for row in rows(batch(CASE_B))[-2:]] == ["-216.07", "-32.90"]


def test_a_code_without_rate_stands_on_its_revenue_rows_alone():
    codes = [row["vat_code"] for row in rows(batch(CASE_C))]
    assert codes == ["", "IC-S", "IC-S", "OUT"]


def test_a_row_of_0_00_has_neither_debit_nor_credit():
    empty = document(revenues=(revenue("700000", "OUT", "0.00"),), vats=())
    assert [(row["debit"], row["credit"]) for row in rows(batch(empty))] == [("", "")] * 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_is_never_a_formula(start: str):
    evil = f"{start}1+1"
    names = ACCOUNT_NAMES | {"400000": evil}
    customer = replace(DEJAVU, name=evil)
    booked = document(evil, customer=customer, text=evil, journal=evil)
    first = rows(batch(booked, account_names=names))[0]
    for column in ("document", "journal", "account_name", "customer", "text"):
        assert first[column].startswith("'")


def test_an_amount_is_no_text():
    assert rows(batch(CASE_B))[-1]["vat_base"] == "-32.90"


@given(batches())
def test_the_totals_read_back_are_those_of_the_batch(booked: Batch):
    own = replace(booked, vat_codes=OWN_CODES)
    files = tuple(journal_csv.render(own, Parameters()))
    assert journal_csv.totals(files, Parameters()) == expected_totals(own)
    assert files == tuple(journal_csv.render(own, Parameters()))
    assert all(b"-0.00" not in file.content for file in files)


@given(batches())
def test_every_document_balances(booked: Batch):
    sides: dict[str, Decimal] = {}
    for row in rows(booked):
        balance = Decimal(row["debit"] or 0) - Decimal(row["credit"] or 0)
        sides[row["document"]] = sides.get(row["document"], Decimal(0)) + balance
    assert set(sides.values()) <= {Decimal(0)}


def test_what_cannot_be_booked_is_refused():
    odd = replace(DEJAVU, external_id="A-1")
    booked = batch(document(gross=Decimal("120.99")), customers=(odd,))
    assert [sentence(problem) for problem in journal_csv.check(booked, Parameters())] == [
        'Customers, row 2, Accountant\'s no.: found "A-1", allowed: 1 to 20 letters and digits.',
        "Invoices, row 5, Number: found 2026/18 with -0.01 more debit than credit, allowed: a "
        "document that balances to 0.00. This is no fault of the sheet: tell whoever runs this "
        "server.",
    ]
