"""Without an answer to Language people read what the sheet itself is written in."""

from dataclasses import replace

import pytest
from workbook_support import Row, read, settings, sheet, tab

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cells, Tab
from boekbrug.server.workbook.sheet_language import language_of_readers

INVOICE: Row = {"Nummer": "2026/1", "Soort": "factuur", "Datum": "2026-03-16", "Klant": "Garage"}
DUTCH = {"VAT": "Btw", "Accounts": "Rekeningen", "Customers": "Klanten", "Invoices": "Facturen"}


def in_dutch(given: Tab) -> Tab:
    return replace(given, title=DUTCH.get(given.title, given.title))


def without_settings() -> tuple[Tab, ...]:
    return tuple(one for one in sheet().tabs if one.title != "Settings")


@pytest.mark.parametrize(
    "answers",
    [
        (),
        (tab("Instellingen", {}),),
        (tab("Instellingen", {2: {"Instelling": "Taal", "Antwoord": "fr"}}),),
        (tab("Instellingen", {2: {"Instelling": "Taal", "Waarde": "Klingon"}}),),
    ],
)
def test_a_sheet_with_dutch_tabs_is_dutch(answers: tuple[Tab, ...]):
    tabs = (*answers, *map(in_dutch, without_settings()))
    reading = read(Cells(tabs))
    assert language_of_readers(reading.layout, "en") == "nl"
    assert reading.workbook.settings.language == "nl"


def test_dutch_headers_say_it_where_the_titles_do_not():
    tabs = [tab("Rechnungen", {2: INVOICE})]
    reading = read(Cells(tuple(tabs)))
    assert language_of_readers(reading.layout, "en") == "nl"
    told = [in_language(sentence(one), "nl") for one in reading.workbook.problems]
    assert all("found" not in one and "allowed" not in one for one in told)


def test_an_answer_decides_before_any_title():
    tabs = map(in_dutch, sheet(Settings=settings(Language="en")).tabs)
    assert language_of_readers(read(Cells(tuple(tabs))).layout, "nl") == "en"
