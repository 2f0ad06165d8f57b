"""A real shop's five years, exported year by year: 412 invoices of 59 customers.

The source is the Chinook sample database; every amount is compared with it or computed anew.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest
from export_support import JOURNALS, act, csf, unzipped, write_sheet
from house_support import Book, built

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.programs.parameters import load
from boekbrug.server.records.entries import Run, RunState

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = Path(os.environ.get("BOEKBRUG_REFERENCE_DATA") or ROOT.parent / "shared")
CHINOOK = REFERENCE / "data" / "real" / "chinook" / "Chinook_Sqlite.sqlite"

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not CHINOOK.exists(), reason=f"the reference data {CHINOOK} is not here"),
]

YEARS = range(2021, 2026)
CENT = Decimal("0.01")
PRICE_EUR = Decimal("0.12")
COUNTRIES = {
    "Argentina": "AR", "Australia": "AU", "Austria": "AT", "Belgium": "BE", "Brazil": "BR",
    "Canada": "CA", "Chile": "CL", "Czech Republic": "CZ", "Denmark": "DK", "Finland": "FI",
    "France": "FR", "Germany": "DE", "Hungary": "HU", "India": "IN", "Ireland": "IE",
    "Italy": "IT", "Netherlands": "NL", "Norway": "NO", "Poland": "PL", "Portugal": "PT",
    "Spain": "ES", "Sweden": "SE", "USA": "US", "United Kingdom": "GB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sold:
    """An invoice of the source: amounts are those of its own rows, in EUR."""

    number: str
    issued_on: date
    customer: str
    prices: tuple[Decimal, ...]
    total: Decimal

    @property
    def docnumber(self) -> str:
        year, _, sequence = self.number.partition("/")
        return f"{year}{int(sequence):04d}"

    @property
    def vat(self) -> Decimal:
        """21 % of each line, rounded half up line by line."""
        lines = (price * 21 / 100 for price in self.prices)
        return sum((vat.quantize(CENT, ROUND_HALF_UP) for vat in lines), Decimal(0))


@dataclass(frozen=True, slots=True)
class Story:
    """The workbook after five exports, and the export of each year."""

    book: Book
    runs: Mapping[int, Run]

    def content(self, year: int) -> bytes:
        [content] = self.book.stored(self.runs[year])
        return content


@cache
def source() -> tuple[tuple[Mapping[str, str], ...], tuple[Sold, ...]]:
    """Return the customers as rows of a sheet, and the invoices in their order."""
    connection = sqlite3.connect(f"{CHINOOK.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    people = connection.execute("select * from Customer order by CustomerId").fetchall()
    prices: defaultdict[int, list[Decimal]] = defaultdict(list)
    for line in connection.execute("select * from InvoiceLine order by InvoiceLineId"):
        prices[line["InvoiceId"]] += [Decimal(str(line["UnitPrice"]))] * line["Quantity"]
    invoices = connection.execute("select * from Invoice order by InvoiceId").fetchall()
    connection.close()
    names = {person["CustomerId"]: _name(person) for person in people}
    sequences = dict.fromkeys(YEARS, 0)
    sold = []
    for invoice in invoices:
        issued_on = date.fromisoformat(invoice["InvoiceDate"][:10])
        sequences[issued_on.year] += 1
        sold.append(
            Sold(
                number=f"{issued_on.year}/{sequences[issued_on.year]}",
                issued_on=issued_on,
                customer=names[invoice["CustomerId"]],
                prices=tuple(prices[invoice["InvoiceId"]]),
                total=Decimal(str(invoice["Total"])),
            )
        )
    return tuple(_customer_row(person) for person in people), tuple(sold)


def _name(person: sqlite3.Row) -> str:
    return person["Company"] or f"{person['FirstName']} {person['LastName']}"


def _customer_row(person: sqlite3.Row) -> Mapping[str, str]:
    return {
        "Customer": _name(person),
        "Kind": "company" if person["Company"] else "person",
        "Street": person["Address"],
        "Postcode": person["PostalCode"] or "",
        "City": person["City"],
        "Country": COUNTRIES[person["Country"]],
    }


def _invoice_row(sold: Sold) -> Mapping[str, str | date]:
    return {
        "Number": sold.number,
        "Kind": "invoice",
        "Date": sold.issued_on,
        "Customer": sold.customer,
    }


def _lines(sold: Sold) -> Iterator[Mapping[str, str | float]]:
    for price in sold.prices:
        yield {"Invoice": sold.number, "Unit price": float(price), "VAT": "H21"}


def year_of(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


@pytest.fixture(scope="module")
def story(tmp_path_factory) -> Iterator[Story]:
    customers, invoices = source()
    with built(tmp_path_factory.mktemp("chinook"), balance="50.00") as house:
        path = write_sheet(
            house.directory / "chinook.xlsx",
            customers=customers,
            invoices=[_invoice_row(sold) for sold in invoices],
            lines=[line for sold in invoices for line in _lines(sold)],
            settings={**JOURNALS, "Text too long": "shorten"},
            first_document_on=date(2021, 1, 1),
        )
        book = Book(house, house.attach(path))
        yield Story(book, {year: book.export(year_of(year)) for year in YEARS})


def test_every_year_is_one_export(story):
    sold = [sum(one.issued_on.year == year for one in source()[1]) for year in YEARS]
    assert sold == [83, 83, 83, 83, 80]
    assert [run.sentence for run in story.runs.values()] == [
        f"Export {number} is ready: {count} invoices. It cost EUR {count * PRICE_EUR}."
        for number, count in enumerate(sold, start=1)
    ]
    assert [path.name for path in story.book.house.delivered()] == [
        f"{year}-01 to {year}-12 Export {number} WinBooks Acme bv.zip"
        for number, year in enumerate(YEARS, start=1)
    ]


def test_the_net_of_every_document_is_the_total_of_the_source(story):
    written: defaultdict[str, Decimal] = defaultdict(Decimal)
    for year in YEARS:
        for row in act(story.content(year)):
            if row["ACCOUNTGL"] == "700000":
                written[row["DOCNUMBER"]] -= Decimal(row["AMOUNTEUR"])
    assert written == {sold.docnumber: sold.total for sold in source()[1]}


def test_the_vat_of_every_document_is_that_of_its_lines_each_rounded_half_up(story):
    written = {
        row["DOCNUMBER"]: -Decimal(row["AMOUNTEUR"])
        for year in YEARS
        for row in act(story.content(year))
        if row["ACCOUNTGL"] == "451000"
    }
    assert written == {sold.docnumber: sold.vat for sold in source()[1]}


@pytest.mark.parametrize("year", YEARS)
def test_the_totals_of_the_bytes_are_those_of_the_batch_and_of_the_source(story, year):
    parameters, _ = load(winbooks.Parameters, {})
    assert parameters is not None
    files = [ExportFile(*part) for part in unzipped(story.content(year)).items()]
    found = winbooks.totals(files, parameters)
    assert found == story.book.batch(story.runs[year]).totals
    sold = [one for one in source()[1] if one.issued_on.year == year]
    net, vat = sum(one.total for one in sold), sum(one.vat for one in sold)
    assert (found.documents, found.net, found.vat) == (len(sold), net, vat)
    assert found.gross == found.debit == found.credit == net + vat


def test_the_name_outside_the_encoding_arrives_with_its_nearest_letter_and_a_warning(story):
    names = [row["NAME1"] for year in YEARS for row in csf(story.content(year))]
    assert names.count("Stanislaw Wójcik") == 1
    assert "František Wichterlová" not in names  # he buys for JetBrains
    details = story.book.house.service.records.details
    problems = [
        problem
        for run in story.runs.values()
        for problem in details.all_problems(run.id)
        if "Stanis" in problem.sentence
    ]
    assert [(problem.weight, problem.sentence) for problem in problems] == [
        (
            "warning",
            'Customers, row 50, Customer: found "Stanisław Wójcik", '
            'written as "Stanislaw Wójcik". WinBooks has no ł.',
        )
    ]


def test_every_customer_has_one_number_for_good_and_no_number_is_given_twice(story):
    numbers = {name: row["Accountant's no."] for name, row in story.book.rows("Customers").items()}
    assert sorted(numbers.values()) == [str(number) for number in range(100000, 100059)]
    by_document = {sold.docnumber: numbers[sold.customer] for sold in source()[1]}
    rows = [row for year in YEARS for row in act(story.content(year)) if row["DOCTYPE"] == "1"]
    assert {row["DOCNUMBER"]: row["ACCOUNTRP"] for row in rows if row["DOCORDER"] == "001"} == (
        by_document
    )
    written = [row["NUMBER"] for year in YEARS for row in csf(story.content(year))]
    assert sorted(written) == sorted(numbers.values())


def test_old_invoices_cost_the_price_of_the_day_of_their_export(story):
    assert story.book.house.balance() == Decimal("50.00") - 412 * PRICE_EUR


def test_a_year_exported_again_is_free_and_gives_the_stored_bytes(story):
    house, before = story.book.house, story.book.house.promised()
    again = story.book.export(year_of(2023), selection=Selection.ALL)
    assert again.sentence == "Export 3 again: the same files, for nothing."
    assert again.batch_id == story.runs[2023].batch_id
    [path] = [path for path in house.delivered() if path.name.startswith("2023")]
    assert path.read_bytes() == story.content(2023)
    assert house.promised() | {"deliveries": 5} == before
    assert house.balance() == Decimal("0.56")


def test_a_year_without_anything_new_says_which_export_holds_it(story):
    again = story.book.export(year_of(2021))
    assert (again.state, again.batch_id) == (RunState.DONE, None)
    assert again.sentence == "Nothing new in 1 January 2021 to 31 December 2021; export 1 holds it."


def test_two_book_years_do_not_go_into_one_file(story):
    before = story.book.house.promised()
    both = story.book.export(Period(date(2024, 7, 1), date(2025, 6, 30)), selection=Selection.ALL)
    assert (both.state, both.sentence) == (
        RunState.REFUSED,
        "Period: found documents of the book years 2024 and 2025, allowed: documents of one book "
        "year in one file. Export each book year by itself. "
        "Nothing was exported, numbered or charged.",
    )
    assert story.book.house.promised() == before
