"""The house as people meet it: they press the button and look in the sheet and in the folder."""

import re
import zipfile
from datetime import date
from decimal import Decimal

from export_support import BAKERY, GARAGE, JOURNALS, SALES, invoice, unzipped
from house_support import NOTHING, TODAY, Book, engine_run

from boekbrug.server.records.entries import Action, RunState

BROKEN = invoice("2026/3", 10.0, 17, VAT="22")
WRONG_VAT = 'VAT: found "22", allowed: 21, 12, 6, or a code of tab VAT (N0, IC-G, IC-S …).'


def told(book: Book, header: str) -> dict[str, str]:
    """Return what a column of tab Invoices says, by the document's number."""
    return {number: row[header] for number, row in book.rows("Invoices").items()}


def numbers(book: Book) -> dict[str, str]:
    """Return the accountant's numbers of the customers, as the sheet shows them."""
    return {name: row["Accountant's no."] for name, row in book.rows("Customers").items()}


def test_a_check_writes_what_is_wrong_beside_it_and_changes_nothing_else(opened):
    several = {"Number": "2026/4", "Kind": "invoice", "Date": date(2026, 9, 18)}
    book = opened(
        customers=[GARAGE, BAKERY | {"Payment term": "soon"}],
        invoices=[*SALES, BROKEN, several | {"Customer": "Garage Maes"}],
        lines=[{"Invoice": "2026/4", "Unit price": "twelve", "VAT": "H21"}],
    )
    typed, promised = book.typed(), book.house.promised()
    checked = book.check()
    assert (checked.state, checked.sentence) == (
        RunState.DONE,
        "3 things to fix in 3 rows: see tab Check.",
    )
    assert told(book, "State") == {
        "2026/1": "new",
        "2026/2": "new",
        "2026/3": "to fix",
        "2026/4": "to fix",
    }
    assert told(book, "Problem")["2026/3"] == WRONG_VAT
    assert {row["Problem"] for row in book.rows("Lines").values()} == {
        'Unit price: found "twelve", allowed: a number with at most six decimals, like 7, '
        "1234.5 or 0,125."
    }
    assert book.rows("Customers")["Bakkerij Janssens"]["Problem"].startswith("Payment term: found")
    assert [row[1] for row in book.table("Check")[1:4]] == [
        "Customers, row 3, Payment term",
        "Invoices, row 4, VAT",
        "Lines, row 2, Unit price",
    ]
    assert book.typed() == typed
    assert book.house.promised() == promised


def test_an_export_with_a_broken_row_is_refused_whole(opened):
    book = opened(invoices=[*SALES, BROKEN])
    promised = book.house.promised()
    refused = book.export()
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        f"Invoices, row 4, {WRONG_VAT} {NOTHING}",
    )
    assert told(book, "Problem") == {"2026/1": "", "2026/2": "", "2026/3": WRONG_VAT}
    assert book.table("Check")[1][:3] == ("To fix", "Invoices, row 4, VAT", '"22"')
    assert book.start()["Result"] == refused.sentence
    assert book.house.promised() == promised
    assert set(numbers(book).values()) == {""}


def test_a_broken_row_of_another_period_blocks_nothing_and_waits(opened):
    book = opened(invoices=[*SALES, BROKEN | {"Date": date(2026, 10, 2)}])
    assert book.export().sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    assert told(book, "State") == {"2026/1": "exported", "2026/2": "exported", "2026/3": "to fix"}
    assert told(book, "Problem")["2026/3"] == WRONG_VAT
    assert book.table("Check")[2][:2] == ("For later", "Invoices, row 4, VAT")


def test_an_export_that_the_balance_cannot_pay_waits_for_the_money(opened):
    book = opened(invoices=SALES, balance="0.23")
    promised = book.house.promised()
    refused = book.export()
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        "Balance: found EUR 0.23, needed EUR 0.24 for 2 invoices; missing EUR 0.01. "
        f"{NOTHING} Ask help@acme.example to top up. Or choose a shorter period.",
    )
    assert book.house.promised() == promised
    book.house.top_up("0.01")
    assert book.export().sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    assert book.house.balance() == Decimal("0.00")


def test_an_export_is_in_the_folder_and_the_sheet_says_so(opened):
    book = opened(invoices=[*SALES, invoice("CN2026/1", 10.0, 20)])
    typed = book.typed()
    run = book.export()
    [path] = book.house.delivered()
    assert path.relative_to(book.house.folder).as_posix() == (
        "2026/2026-09 Export 1 WinBooks Acme bv.zip"
    )
    assert book.stored(run) == [path.read_bytes()]
    assert numbers(book) == {"Garage Maes": "100000", "Bakkerij Janssens": "100001"}
    assert set(told(book, "State").values()) == {"exported"}
    assert set(told(book, "Exported on").values()) == {TODAY}
    assert set(told(book, "Export").values()) == {"1"}
    [_, export] = book.table("Exports")
    assert export[2:12] == (
        *("an@acme.example", "2026-09-01 to 2026-09-30", "2", "1", "140.00", "29.40", "169.40"),
        *("0.24", path.name, "delivered"),
    )
    start = book.start()
    assert (start["Balance"], start["Highest number given"]) == (
        "EUR 24.76, enough for about 206 invoices; last month 0",
        "100001",
    )
    assert start["Last export"] == f"Export 1, 2026-09-01 to 2026-09-30: {path.name}"
    assert book.typed() == typed


def test_the_engine_carries_a_press_out(opened):
    book = opened(invoices=SALES)
    run = engine_run(book, Action.EXPORT)
    assert run.sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    assert len(book.house.delivered()) == 1
    assert set(told(book, "State").values()) == {"exported"}


def test_the_results_of_formulas_survive(opened):
    book = opened(invoices=[*SALES, invoice("2026/3", 0.0)])
    with book.edited() as workbook:
        net = next(cell for cell in workbook["Invoices"][4] if cell.value == 0)
        net.value = "=50*2"
    formula = f'<c r="{net.coordinate}"[^>]*><f>50\\*2</f><v>100</v></c>'
    give_result(book, "<v></v>", "<v>100</v>")
    assert book.export().sentence == "Export 1 is ready: 3 invoices. It cost EUR 0.36."
    assert re.search(formula, sheets(book))
    assert told(book, "Net")["2026/3"] == "100"


def sheets(book: Book) -> str:
    with zipfile.ZipFile(book.path) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return "".join(archive.read(name).decode() for name in parts)


def give_result(book: Book, empty: str, result: str) -> None:
    """Write the result of the only formula into the file, as a spreadsheet program does."""
    with zipfile.ZipFile(book.path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(book.path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(empty.encode(), result.encode()))


def test_what_people_do_meanwhile_stays_and_every_value_finds_its_row(opened):
    book = opened(invoices=SALES)

    def work_on() -> None:
        with book.edited() as workbook:
            customers, invoices = workbook["Customers"], workbook["Invoices"]
            rows = [[cell.value for cell in row] for row in customers.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows), start=2):
                for column, value in enumerate(row, start=1):
                    customers.cell(number, column).value = value
            invoices.insert_rows(2)
            invoices["A2"] = "2026/7"
            workbook["Settings"]["D2"] = "a note of mine"

    book.export(meanwhile=work_on)
    assert list(numbers(book).items()) == [
        ("Bakkerij Janssens", "100001"),
        ("Garage Maes", "100000"),
    ]
    assert list(told(book, "Export").items()) == [("2026/7", ""), ("2026/1", "1"), ("2026/2", "1")]
    assert book.table("Settings")[1][3] == "a note of mine"


def test_an_export_of_what_was_checked_goes_through(opened):
    book = opened(invoices=SALES)
    checked = book.check()
    run = book.export(plan=checked.result["plan"])
    assert run.sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."


def test_a_cent_that_changed_since_the_check_stops_the_export(opened):
    book = opened(invoices=SALES)
    checked, promised = book.check(), book.house.promised()
    book.type("Invoices", "2026/2", "Net", 50.01)
    refused = book.export(plan=checked.result["plan"])
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        "Since your check, row 3 changed: now 2 invoices, which cost EUR 0.24. "
        f"{NOTHING} Look again.",
    )
    assert book.house.promised() == promised


def test_held_and_older_documents_stay_out_with_their_reason(opened):
    book = opened(
        customers=[GARAGE, BAKERY | {"Hold": True}],
        invoices=[
            *SALES,
            invoice("2026/3", 10.0, 17, Hold=True),
            invoice("2026/0", 10.0, 9),
        ],
        first_document_on=date(2026, 9, 10),
    )
    assert book.export().sentence == "Export 1 is ready: 1 invoice. It cost EUR 0.12."
    assert told(book, "State") == {
        "2026/1": "exported",
        "2026/2": "on hold",
        "2026/3": "on hold",
        "2026/0": "before Boekbrug",
    }
    assert [row[1:3] for row in book.table("Check") if row[0] == "Left out"] == [
        ("2026/2", 'customer "Bakkerij Janssens" is on hold'),
        ("2026/3", "on hold"),
        ("1 document", "before the first document date"),
    ]
    assert numbers(book) == {"Garage Maes": "100000", "Bakkerij Janssens": ""}


def test_two_programs_are_one_export_and_one_charge(opened):
    book = opened(invoices=SALES, settings=JOURNALS | {"Program": "winbooks, journal_csv"})
    run = book.export()
    assert run.sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    assert [path.name for path in book.house.delivered()] == [
        "2026-09 Export 1 Journal CSV Acme bv.zip",
        "2026-09 Export 1 WinBooks Acme bv.zip",
    ]
    names = [sorted(unzipped(content)) for content in book.stored(run)]
    assert ["ACT.TXT" in files for files in names] == [True, False]
    assert ["journal.csv" in files for files in names] == [False, True]
    assert book.house.balance() == Decimal("24.76")


def test_a_held_row_is_not_taken_for_the_exported_one_of_the_same_number(opened):
    book = opened(invoices=[invoice("2026/1", 100.0), invoice("2026/1", 99.0, 16, Hold=True)])
    assert book.export().sentence == "Export 1 is ready: 1 invoice. It cost EUR 0.12."
    header, first, held = book.table("Invoices")
    state, export = header.index("State"), header.index("Export")
    assert [(row[state], row[export]) for row in (first, held)] == [
        ("exported", "1"),
        ("on hold", None),
    ]
