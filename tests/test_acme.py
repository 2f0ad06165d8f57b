"""The example workbook: made by its script, exported to the cent, in whatever order it stands."""

import importlib
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pytest
from example_firm import EXAMPLE, SUMMER
from export_support import act, csf, unzipped
from house_support import TEAM, Book
from openpyxl.worksheet.worksheet import Worksheet

from boekbrug.server.bookkeeping.booking import Totals

CENT = Decimal("0.01")
RATES = {"H21": Decimal(21), "M12": Decimal(12), "L6": Decimal(6)}
SHUFFLED = ("Invoices", "Customers", "Lines")


def cells(path: Path) -> dict[str, dict[str, tuple[object, str]]]:
    """Return the value and the number format of every cell, by tab and place."""
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format)
            for row in sheet.iter_rows()
            for cell in row
        }
        for sheet in openpyxl.load_workbook(path).worksheets
    }


@pytest.fixture
def acme(new_house) -> Callable[[], Book]:
    """A function that attaches the example in a house of its own."""

    def attach_example() -> Book:
        house = new_house()
        path = Path(shutil.copy(EXAMPLE, house.directory / "acme.xlsx"))
        return Book(house, house.attach(path, keep_numbers=TEAM))

    return attach_example


def exported(book: Book) -> bytes:
    """Return the ZIP of the three months."""
    [content] = book.stored(book.export(SUMMER))
    return content


def typed_lines(book: Book) -> dict[str, list[tuple[Decimal, str]]]:
    """Return each line's net before rounding and its VAT code, by the document's number."""
    lines: dict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    header, *rows = book.table("Lines")
    for cells_of_row in rows:
        line = dict(zip(header, cells_of_row, strict=True))
        price = Decimal(str(line["Quantity"])) * Decimal(str(line["Unit price"]))
        net = price * (100 - Decimal(str(line["Discount %"] or 0))) / 100
        lines[str(line["Invoice"])].append((net, str(line["VAT"])))
    for number, row in book.rows("Invoices").items():
        if row["Net"]:
            lines[number].append((Decimal(row["Net"]), row["VAT"]))
    return lines


def signed(lines: list[tuple[Decimal, str]], kind: str) -> list[Decimal]:
    """Return net and VAT of a document, both rounded line by line."""
    sign = -1 if kind == "credit note" else 1
    net = sum((half_up(exact) for exact, _ in lines), Decimal(0))
    vat = sum((half_up(exact * RATES[code] / 100) for exact, code in lines), Decimal(0))
    return [sign * net, sign * vat]


def half_up(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def shuffle(sheet: Worksheet, seed: int) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    random.Random(seed).shuffle(rows)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def test_the_file_is_what_its_script_makes(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLE.parent)
    importlib.import_module("make_acme").make(tmp_path / "acme.xlsx")
    assert cells(EXAMPLE) == cells(tmp_path / "acme.xlsx")


def test_the_firm_sells_what_a_small_firm_sells(acme):
    book = acme()
    customers, invoices = book.rows("Customers").values(), book.rows("Invoices").values()
    assert Counter(row["Kind"] for row in customers) == {"company": 28, "person": 12}
    assert sum(not row["Accountant's no."] for row in customers) == 9
    assert sum(not row["Customer"].isascii() for row in customers) == 18
    assert Counter(row["Kind"] for row in invoices) == {"invoice": 116, "credit note": 10}
    codes = {code for lines in typed_lines(book).values() for _, code in lines}
    assert codes == {"H21", "M12", "L6"}


def test_the_check_finds_nothing_wrong(acme):
    checked = acme().check(SUMMER)
    assert checked.sentence == (
        "103 invoices, 9 credit notes; an export costs EUR 12.36. Nothing is wrong. "
        "6 things good to know: see tab Check."
    )


def test_three_months_come_out_to_the_cent(acme):
    book = acme()
    run = book.export(SUMMER)
    assert run.sentence == "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36."
    assert book.batch(run).totals == Totals(
        documents=112,
        net=Decimal("36026.64"),
        vat=Decimal("6540.32"),
        gross=Decimal("42566.96"),
        vat_by_code={
            "211400": Decimal("5667.50"),
            "211300": Decimal("660.95"),
            "211200": Decimal("211.87"),
        },
        debit=Decimal("58074.52"),
        credit=Decimal("58074.52"),
    )
    states = Counter(row["State"] for row in book.rows("Invoices").values())
    assert states == {"exported": 112, "before Boekbrug": 12, "on hold": 2}
    assert book.house.balance() == Decimal("25.00") - Decimal("12.36")


def test_every_document_has_the_amounts_of_its_lines(acme):
    book = acme()
    written: defaultdict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for row in act(exported(book)):
        if row["ACCOUNTGL"] != "400000":
            prefix = "CN" if row["DBKCODE"] == "VERKCN" else ""
            number = f"{prefix}{row['DOCNUMBER'][:4]}/{int(row['DOCNUMBER'][4:])}"
            written[number][row["ACCOUNTGL"] == "451000"] -= Decimal(row["AMOUNTEUR"])
    kept = [row for row in book.rows("Invoices").values() if row["State"] == "exported"]
    typed = typed_lines(book)
    assert written == {row["Number"]: signed(typed[row["Number"]], row["Kind"]) for row in kept}


def test_every_document_balances_in_the_file(acme):
    balances: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in act(exported(acme())):
        balances[row["DBKCODE"], row["DOCNUMBER"]] += Decimal(row["AMOUNTEUR"])
    assert len(balances) == 112
    assert set(balances.values()) == {Decimal("0.00")}


def test_the_accountant_gets_every_customer_once_under_a_number_of_its_own(acme):
    book = acme()
    written = {row["NUMBER"]: row["NAME1"] for row in csf(exported(book))}
    assert written["100000"] == "Optiek Dierckx"  # the first sale to somebody without a number
    assert written["100034"] == "Wim Capek"
    assert sorted(written) == [str(number) for number in range(100000, 100040)]
    numbers = {row["Accountant's no."] for row in book.rows("Customers").values()}
    assert numbers == set(written)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_rows_changes_no_byte_for_the_accountant(acme, seed):
    sorted_rows, book = acme(), acme()
    with book.edited() as opened_book:
        for title in SHUFFLED:
            shuffle(opened_book[title], seed)
    mixed, straight = unzipped(exported(book)), unzipped(exported(sorted_rows))
    assert book.table("Invoices") != sorted_rows.table("Invoices")
    for name in ("CSF.TXT", "ACT.TXT"):
        assert mixed[name] == straight[name]
