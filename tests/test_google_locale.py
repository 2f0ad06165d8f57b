"""The locale of a Google Sheet is asked for where a text has two readings, and only there."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from google_emulator.google import Google
from google_sheets_support import LOOK, VALUES, GoogleSheet, RememberedTitles, Rows, google_sheet
from hypothesis import given
from hypothesis import strategies as st
from test_conventions import DATES, EVERY_CONVENTION, NUMBERS
from workbook_support import invoice, read, settings, sheet

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.fields import LocalField
from boekbrug.server.workbook.cells import Cell, Cells
from boekbrug.server.workbook.invoice_schema import InvoiceSchema
from boekbrug.server.workbook.locale_need import is_locale_needed
from boekbrug.server.workbook.synonyms import TABS

LOCAL = {
    str(field.data_key): field
    for field in InvoiceSchema().fields.values()
    if isinstance(field, LocalField)
}


def google_invoice(google: Google, locale: str, **cells: Cell) -> GoogleSheet:
    """Return a sheet with every tab of Boekbrug, and one invoice with these cells."""
    row = invoice(**cells)
    rows: Rows = (tuple(row), tuple(row.values()))
    return google_sheet(google, {**dict.fromkeys(TABS, ()), "Invoices": rows}, locale=locale)


def documents(cells: Cells) -> list[Document]:
    """Return what is read of the invoices, with the other tabs of a right sheet."""
    others = [tab for tab in sheet().tabs if tab.title != "Invoices"]
    invoices = [tab for tab in cells.tabs if tab.title == "Invoices"]
    return list(read(Cells((*others, *invoices), cells.locale)).workbook.documents)


def test_a_text_is_read_as_the_locale_of_its_sheet_writes(google: Google, client: GoogleClient):
    made = google_invoice(google, "nl_BE", Net="1.234", Date="03/04/2026")
    (document,) = documents(made.workbook(client).read())
    assert document.lines[0].unit_price == Decimal(1234)
    assert document.issued_on == date(2026, 4, 3)
    made = google_invoice(google, "en_US", Net="1,234", Date="03/04/2026")
    (document,) = documents(made.workbook(client).read())
    assert document.lines[0].unit_price == Decimal(1234)
    assert document.issued_on == date(2026, 3, 4)


def test_a_sheet_without_such_a_text_is_never_asked_for_its_locale(
    google: Google, client: GoogleClient
):
    made = google_invoice(google, "en_US", Net="1.234,56", Date="31/01/2026", Description="1,234")
    titles = RememberedTitles()
    first = made.workbook(client, titles=titles).read()
    assert made.workbook(client, titles=titles).read() == first
    assert first.locale == ""
    assert made.calls() == [LOOK, VALUES, VALUES, VALUES, VALUES]


def test_the_locale_is_asked_for_once_a_read_and_never_remembered(
    google: Google, client: GoogleClient
):
    made = google_invoice(google, "en_US", Due="03/12/2026")
    titles = RememberedTitles()
    assert made.workbook(client, titles=titles).read().locale == "en_US"
    assert made.calls() == [LOOK, VALUES, VALUES]
    made.spreadsheet.properties["locale"] = "nl_BE"
    workbook = made.workbook(client, titles=titles)
    assert workbook.read().locale == workbook.read().locale == "nl_BE"
    assert made.calls()[3:] == [VALUES, VALUES, LOOK] * 2


def test_in_a_locale_that_nobody_knows_nothing_is_guessed(google: Google, client: GoogleClient):
    made = google_invoice(google, "tlh_QO", Net="1.234")
    assert documents(made.workbook(client).read()) == []


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("Net", "1,234"),
        ("Net", " 1.234 "),
        ("Net", "1\u200b,234"),
        ("Document discount %", "12,125 %"),
        ("Due", "03/04/2026"),
        ("Due", "04/13/2026"),
        ("Due", "3.4.2026"),
        ("Due", "03/\u200b04/2026"),
    ],
)
def test_the_locale_decides_a_number_or_a_date_of_two_readings(header: str, text: str):
    assert is_locale_needed(sheet(Invoices={2: {**invoice(), header: text}}))


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Net", "12,50"),
        ("Net", "1.234,56"),
        ("Net", "1.234.567"),
        ("Net", 1.234),
        ("Due", "31/01/2026"),
        ("Due", "04/04/2026"),
        ("Due", "2026-03-04"),
        ("Due", date(2026, 3, 4)),
        ("Number", "1.234"),
        ("Description", "03/04/2026"),
        ("Our own date", "03/04/2026"),
    ],
)
def test_the_locale_decides_nothing_else(header: str, cell: Cell):
    assert not is_locale_needed(sheet(Invoices={2: {**invoice(), header: cell}}))


@given(header=st.sampled_from(sorted(LOCAL)), text=st.one_of(NUMBERS, DATES, st.text(max_size=12)))
def test_the_locale_is_needed_where_the_reading_depends_on_it(header: str, text: str):
    readings = {LOCAL[header].reader(one)(text) for one in EVERY_CONVENTION}
    cells = sheet(Invoices={2: {**invoice(), header: text}})
    assert is_locale_needed(cells) is (len(readings) > 1)


@pytest.mark.parametrize(
    ("value", "is_needed"),
    [
        ("03/04/2026", True),
        ("on total from 03/04/2026", True),
        ("03/04/2026..02/04/2027 = 3", True),
        ("1,234", True),
        ("31/01/2026", False),
        ("0403.019.261", False),
        ("0,05", False),
        (1234.0, False),
    ],
)
def test_of_settings_the_dates_within_a_text_count_too(value: Cell, is_needed: object):
    cells = sheet(Settings=settings(Some_setting=value))
    assert is_locale_needed(cells) is is_needed
    assert not is_locale_needed(replace(cells, tabs=cells.tabs[1:]))
