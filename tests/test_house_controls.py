"""The house counts: a check and an export show their control totals wherever people look."""

import json
from typing import Any

from export_support import BAKERY, GARAGE, JOURNALS, invoice, unzipped
from house_support import Book, Opened

from boekbrug.server.records.entries import Run

BOTH = JOURNALS | {"Program": "winbooks, journal_csv"}
RHEIN = {
    "Customer": "Rhein Logistik",
    "Kind": "company",
    "VAT number": "DE136695976",
    "Country": "DE",
}
SOLD = (
    invoice("2026/1", 100.0),
    invoice("2026/2", 1226.4, 16, Customer="Rhein Logistik", VAT="IC-S"),
    invoice("2026/3", 0, 17, Net=None, VAT=None),
    invoice("CN2026/1", 10.0, 18),
)
LINES = tuple({"Invoice": "2026/3", "Unit price": 0.03, "VAT": "H21"} for _ in range(2))
CENTS = (
    "VAT on lines is 0.02, on total 0.01 (H21 +0.01). Taken: on lines, as tab Settings says. The "
    "booking balances."
)
CENTEN = (
    "Btw op lijnen is 0,02, op totaal 0,01 (H21 +0,01). Genomen: op lijnen, zoals tabblad "
    "Instellingen zegt. De boeking is in evenwicht."
)


def sold(opened: Opened, **settings: str) -> Book:
    return opened(
        customers=[GARAGE, BAKERY, RHEIN],
        invoices=SOLD,
        lines=LINES,
        settings=BOTH | settings,
        programs=("winbooks", "journal_csv"),
    )


def kept(book: Book, run: Run) -> Any:
    return book.house.service.records.controls.of(run.id)


def counted(book: Book) -> list[tuple[object, ...]]:
    """Return what tab Check says below the totals, but for the cost."""
    rows = [row[:3] for row in book.table("Check")]
    labels = [row[0] for row in rows]
    total = "Total incl. VAT" if "Total incl. VAT" in labels else "Totaal incl. btw"
    told = rows[labels.index(total) + 1 : -1]
    return [row for row in told if row[0] and row[0] not in {"Cost", "Kosten"}]


def test_a_check_counts_what_an_export_would_hold(opened: Opened):
    book = sold(opened)
    checked = book.check()
    found = kept(book, checked)
    assert {one["box"]: one["amount"] for one in found["controls"]["boxes"]} == {
        "03": "100.06",
        "44": "1226.40",
        "49": "10.00",
        "54": "21.02",
        "64": "2.10",
    }
    [row] = found["ec_sales_list"]
    assert (row["period"], row["vat_number"], row["letter"], row["base"]) == (
        *("2026-Q3", "DE136695976", "S", "1226.40"),
    )
    assert found["cents"] == {"count": 1, "largest": [{"number": "2026/3", "sentence": CENTS}]}
    documents = book.house.service.records.details.all_documents(checked.id)
    assert {one.number: one.cents for one in documents} == {
        "2026/1": "",
        "2026/2": "",
        "2026/3": CENTS,
        "CN2026/1": "",
    }


def test_tab_check_shows_vat_per_code_and_the_cents(opened: Opened):
    book = sold(opened)
    book.check()
    assert counted(book) == [
        ("VAT H21", "18.92", "base 90.06"),
        ("VAT IC-S", "0.00", "base 1226.40"),
        ("Cents", "1 document", None),
        ("Cents", "2026/3", CENTS),
    ]


def test_tab_check_shows_them_in_dutch(opened: Opened):
    book = sold(opened, Language="nl")
    book.check()
    assert counted(book) == [
        ("Btw H21", "18,92", "maatstaf 90,06"),
        ("Btw IC-S", "0,00", "maatstaf 1226,40"),
        ("Centen", "1 document", None),
        ("Centen", "2026/3", CENTEN),
    ]


def test_the_files_of_two_programs_hold_the_same_totals(opened: Opened):
    book = sold(opened)
    run = book.export()
    assert run.sentence == "Export 1 is ready: 3 invoices, 1 credit note. It cost EUR 0.36."
    of_winbooks, of_journal = (
        json.loads(unzipped(content)["manifest.json"]) for content in book.stored(run)
    )
    assert (of_winbooks["program"], of_journal["program"]) == ("winbooks", "journal_csv")
    for name in ("controls", "ec_sales_list", "oss", "read_back"):
        assert of_winbooks[name] == of_journal[name]
    figures = ("documents", "net", "vat", "gross", "debit", "credit")
    assert [of_winbooks["totals"][name] for name in figures] == [
        of_journal["totals"][name] for name in figures
    ]
    assert kept(book, run)["controls"] == of_winbooks["controls"]
    assert of_winbooks["read_back"] == "equal"


def test_while_something_blocks_nothing_is_counted(opened: Opened):
    book = opened(invoices=[*SOLD[:1], invoice("2026/4", 1.0, VAT="22")])
    checked = book.check()
    assert kept(book, checked) is None
    assert "VAT H21" not in [row[0] for row in book.table("Check")]


def test_many_cents_are_counted_and_the_twenty_largest_listed(opened: Opened):
    numbers = [f"2026/{number}" for number in range(1, 24)]
    book = opened(
        invoices=[invoice(number, 0, Net=None, VAT=None) for number in numbers],
        lines=[{"Invoice": number, "Unit price": 0.03, "VAT": "H21"}
               for number in numbers for _ in range(2)],
    )  # fmt: skip
    book.check()
    _, count, *listed = counted(book)
    assert count[:2] == ("Cents", "23 documents")
    assert [row[1] for row in listed] == numbers[:20]
