"""Which file is whose: the sheet is the witness, and a file that tells otherwise is left alone."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from export_support import BAKERY, GARAGE, NOW, SALES, invoice, write_sheet
from house_support import NOTHING, NOTHING_YET, Book
from records_support import dossier

from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.records.errors import RegisterError


def replaced(book: Book) -> Book:
    """Put another attached file in the place of the book's, and return that other one."""
    other = write_sheet(book.path.with_name("other.xlsx"), invoices=SALES)
    entry = book.house.attach(other)
    shutil.copy(other, book.path)
    return Book(book.house, entry)


def export_and_restore(book: Book) -> None:
    """Export, then put the records back to what they were before."""
    database = book.house.service.settings.data_directory / "boekbrug.sqlite"
    book.house.service.database.dispose()
    shutil.copy(database, database.with_name("backup"))
    book.export()
    book.house.service.database.dispose()
    shutil.copy(database.with_name("backup"), database)
    for path in book.house.delivered():
        path.unlink()


def test_a_copy_of_a_file_cannot_be_attached_for_another_dossier(opened):
    book = opened(invoices=SALES)
    book.house.service.records.register.add_dossier(dossier("acme/other"), now=NOW)
    copy = Path(shutil.copy(book.path, book.path.with_name("copy.xlsx")))
    before = copy.read_bytes()
    with pytest.raises(RegisterError) as refused:
        book.house.attach(copy, to="acme/other")
    assert refused.value.sentence == (
        "Workbook: found a copy of a file of acme/winbooks, needed one of acme/other: make it "
        "with `boekbrug workbook new` and paste the rows."
    )
    assert copy.read_bytes() == before


def test_numbers_that_a_file_brings_are_taken_only_on_the_teams_word(new_house):
    house = new_house()
    typed = [GARAGE | {"Accountant's no.": "100007"}, BAKERY]
    path = write_sheet(house.directory / "acme.xlsx", customers=typed, invoices=SALES)
    before = path.read_bytes()
    with pytest.raises(RegisterError) as refused:
        house.attach(path, keep_numbers="Acme")
    assert refused.value.sentence == (
        "Workbook: found the accountant's number 100007, needed your word that they are this "
        'dossier\'s: repeat the command with --keep-numbers "Acme bv".'
    )
    assert path.read_bytes() == before
    book = Book(house, house.attach(path, keep_numbers="Acme bv"))
    book.export()
    assert [row["Accountant's no."] for row in book.rows("Customers").values()] == [
        *("100007", "100000"),
    ]


def test_a_number_of_another_customer_is_refused_with_both_names(opened):
    book = opened(invoices=SALES)
    book.export()
    zorro = {"Customer": "Zorro", "Kind": "person", "Country": "BE"}
    path = write_sheet(
        book.path.with_name("2.xlsx"), customers=[zorro | {"Accountant's no.": "100000"}]
    )
    before = path.read_bytes(), book.house.promised()
    with pytest.raises(RegisterError) as refused:
        book.house.attach(path, keep_numbers="Acme bv")
    assert refused.value.sentence == (
        "Workbook: found other accountant's numbers than this dossier has, needed the recorded "
        'ones. Customers, row 2, Accountant\'s no.: found 100000 for "Zorro", which belongs to '
        '"Garage Maes", allowed: empty, or a number nobody has had. Empty this cell and it gets '
        'the next number, or write the name "Garage Maes".'
    )
    assert (path.read_bytes(), book.house.promised()) == before


def test_an_exported_number_is_not_replaced_by_the_next_workbook(opened):
    book = opened(invoices=SALES)
    book.export()
    path = write_sheet(
        book.path.with_name("2.xlsx"), customers=[GARAGE | {"Accountant's no.": "200001"}, BAKERY]
    )
    with pytest.raises(RegisterError) as refused:
        book.house.attach(path, keep_numbers="Acme bv")
    assert refused.value.sentence == (
        "Workbook: found other accountant's numbers than this dossier has, needed the recorded "
        'ones. Customers, row 2, Accountant\'s no.: found 200001 for "Garage Maes", allowed: '
        "100000, the number that your accountant knows this customer by. Put 100000 into this cell."
    )
    assert book.house.service.records.register.workbook_at(str(path)) is None


def test_the_next_workbook_may_name_its_customers_and_their_numbers_as_recorded(opened):
    book = opened(invoices=SALES)
    book.export()
    garage = {"Customer": "garage maes", "Kind": "person", "Country": "BE"}
    path = write_sheet(
        book.path.with_name("2.xlsx"),
        customers=[garage | {"Accountant's no.": "100000"}],
        invoices=[invoice("2026/3", 10.0)],
    )
    second = Book(book.house, book.house.attach(path))
    assert second.export().sentence == "Export 2 is ready: 1 invoice. It cost EUR 0.12."
    assert [row["Accountant's no."] for row in second.rows("Customers").values()] == ["100000"]
    assert book.house.promised()["external_ids"] == 2


def test_a_file_in_the_place_of_an_attached_one_is_refused(opened):
    book = opened(invoices=SALES)
    other = replaced(book)
    refused = book.export()
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        f'Start, Workbook id: found "{other.entry.id}", allowed: "{book.entry.id}", the id that '
        "this file was attached with. It looks like a copy of another file: put the attached file "
        f"back, or attach this one. The sheet was left as it is. {NOTHING}",
    )
    assert book.house.promised() == NOTHING_YET


def test_records_restored_from_before_an_export_are_noticed_by_the_sheet(opened):
    book = opened(invoices=SALES)
    export_and_restore(book)
    refused = book.export()
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        "Start, Last batch digest: found an export that the server does not know, allowed: one of "
        "the server's exports, which end at 0. The server was restored from an older copy, or the "
        "file is another team's. Exporting stays off until whoever runs the server has looked. "
        f"The sheet was left as it is. {NOTHING}",
    )
    assert book.house.promised() == NOTHING_YET


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("happens", [replaced, export_and_restore])
def test_a_file_that_tells_otherwise_stays_as_it_is_and_is_refused_every_time(
    opened, happens, action
):
    book = opened(invoices=SALES)
    happens(book)
    before = book.path.read_bytes()
    house = book.house
    house.lead(house.press(book, action))
    assert book.path.read_bytes() == before
    assert book.export().state is RunState.REFUSED
    assert house.promised() == NOTHING_YET


def test_the_next_workbook_of_a_dossier_goes_on_where_the_first_one_stopped(opened):
    first = opened(invoices=SALES)
    first.export()
    path = write_sheet(
        first.path.with_name("2027.xlsx"),
        customers=[{"Customer": "Els Maes", "Kind": "person", "Country": "BE"}, GARAGE, BAKERY],
        invoices=[*SALES, invoice("2026/3", 10.0, 17, Customer="Els Maes")],
    )
    second = Book(first.house, first.house.attach(path))
    assert second.export().sentence == "Export 2 is ready: 1 invoice. It cost EUR 0.12."
    assert [row["Accountant's no."] for row in second.rows("Customers").values()] == [
        *("100002", "100000", "100001"),
    ]
    assert [row["Export"] for row in second.rows("Invoices").values()] == ["1", "1", "2"]
    everything = second.export(selection=Selection.ALL)
    assert everything.sentence == "Export 3 is ready: 3 invoices. It cost EUR 0.00."
    assert first.house.balance() == Decimal("25.00") - 3 * Decimal("0.12")


def test_a_customer_is_renamed_in_the_workbook_that_exported_it_last_and_nowhere_else(opened):
    first = opened(invoices=SALES)
    first.export()
    recorded = GARAGE | {"Accountant's no.": "100000"}
    path = write_sheet(
        first.path.with_name("2.xlsx"), customers=[recorded], invoices=[invoice("2026/3", 10.0)]
    )
    second = Book(first.house, first.house.attach(path))
    second.type("Customers", "Garage Maes", "Customer", "Zorro")
    second.type("Invoices", "2026/3", "Customer", "Zorro")
    assert second.export().state is RunState.REFUSED
    problem = second.rows("Customers")["Zorro"]["Problem"]
    assert 'found 100000 for "Zorro", which belongs to "Garage Maes" of another workbook' in problem
    first.type("Customers", "Garage Maes", "Customer", "Zorro")
    first.type("Invoices", "2026/1", "Customer", "Zorro")
    assert first.export(selection=Selection.ALL).state is RunState.DONE
    assert second.export().state is RunState.DONE


def test_an_emptied_number_is_put_back_whatever_the_case_of_the_name(opened):
    book = opened(invoices=SALES)
    book.export()
    book.type("Customers", "Garage Maes", "Accountant's no.", None)
    book.type("Customers", "Garage Maes", "Customer", "GARAGE MAES")
    book.check()
    row = book.rows("Customers")["GARAGE MAES"]
    assert (row["Accountant's no."], row["State"]) == ("100000", "exported")
