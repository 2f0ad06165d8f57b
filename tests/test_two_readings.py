"""Texts of two readings in a whole workbook: what the locale decides, and what is asked instead."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from damage_support import WITH_LINES, file_of, line, told
from excel_support import workbook
from workbook_support import Rows, invoice, read, settings, sheet

from boekbrug.server.bookkeeping.problems import merged, sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell, Cells


def told_in(locale: str, cells: Cells) -> list[str]:
    """Return what is said of a workbook of that locale, each in English and in Dutch."""
    problems = merged(read(replace(cells, locale=locale)).workbook.problems)
    sentences = [sentence(one) for one in problems]
    return [text for one in sentences for text in (str(one), in_language(one, "nl"))]


def english(texts: list[str]) -> list[str]:
    return texts[::2]


def prices(*cells: Cell) -> Cells:
    lines: Rows = {row: line(Unit_price=cell) for row, cell in enumerate(cells, start=2)}
    return sheet(Invoices={2: WITH_LINES}, Lines=lines)


def dates(*cells: Cell) -> Cells:
    rows = {row: invoice(f"2026/{row}", Date=cell) for row, cell in enumerate(cells, start=2)}
    return sheet(Invoices=rows)


def read_dates(locale: str, cells: Cells) -> list[date | None]:
    found = read(replace(cells, locale=locale)).workbook
    assert not found.problems
    return [document.issued_on for document in found.documents]


def test_a_number_of_two_readings_is_refused_where_no_locale_decides(tmp_path: Path):
    assert told(tmp_path, sheet(Invoices={2: invoice(Net="1.234")})) == [
        'Invoices, row 2, Net: found "1.234", which may be 1234 or 1.234, allowed: an amount with '
        "at most two decimals, like 1234.56 or 1.234,56. Give the cell the format number, then "
        "type it again without a mark for thousands.",
        'Invoices, rij 2, Net: gevonden "1.234", wat 1234 of 1,234 kan zijn, toegelaten: een '
        "bedrag met hoogstens twee decimalen, zoals 1234,56 of 1.234,56. Geef de cel de opmaak "
        "getal en typ het opnieuw, zonder teken voor duizendtallen.",
    ]


@pytest.mark.parametrize(
    ("locale", "text", "price"),
    [
        ("nl_BE", "1,234", "1.234"),
        ("nl_BE", "1.234", "1234"),
        ("en_US", "1,234", "1234"),
        ("en_US", "1.234", "1.234"),
        ("en_US", "12,50", "12.50"),
        ("nl_BE", "12.50", "12.50"),
        ("fr_BE", "1,234", "1.234"),
    ],
)
def test_the_locale_decides_what_a_price_is(locale: str, text: str, price: str):
    found = read(replace(prices(text), locale=locale)).workbook
    assert not found.problems
    assert [one.unit_price for one in found.documents[0].lines] == [Decimal(price)]


def test_a_mark_that_the_locale_does_not_use_is_asked_for():
    assert english(told_in("fr_BE", prices("1.234"))) == [
        'Lines, row 2, Unit price: found "1.234", which may be 1234 or 1.234, allowed: a number '
        "with at most six decimals, like 7, 1234.5 or 0,125. Give the cell the format number, "
        "then type it again without a mark for thousands."
    ]


def test_an_amount_with_three_decimals_by_the_locale_is_told_as_every_other():
    assert english(told_in("nl_BE", sheet(Invoices={2: invoice(Net="1,234")}))) == [
        'Invoices, row 2, Net: found "1,234", allowed: an amount with at most two decimals, like '
        "1234.56 or 1.234,56."
    ]


def test_a_column_with_another_decimal_mark_than_the_locale_settles_nothing():
    assert english(told_in("nl_BE", prices("12.50", "1.234", "1.5", "1,234", "3.456,70"))) == [
        f'Lines, row {row}, Unit price: found "{text}", which may be 1234 or 1.234, allowed: a '
        "number with at most six decimals, like 7, 1234.5 or 0,125. Give the cell the format "
        "number, then type it again without a mark for thousands."
        for row, text in ((3, "1.234"), (5, "1,234"))
    ] + [
        'Lines, Unit price: found "3.456,70" (row 6) and "12.50" (row 2), read as 3456.70 and '
        "12.50. Use one decimal mark in the whole column."
    ]


@pytest.mark.parametrize(
    ("locale", "days"),
    [
        ("", [date(2026, 4, 3), date(2026, 1, 31)]),
        ("nl_BE", [date(2026, 4, 3), date(2026, 1, 31)]),
        ("en_GB", [date(2026, 4, 3), date(2026, 1, 31)]),
        ("en_US", [date(2026, 3, 4), date(2026, 1, 31)]),
    ],
)
def test_the_locale_decides_whether_the_month_comes_first(locale: str, days: list[date]):
    last = "01/31/2026" if locale == "en_US" else "31/01/2026"
    assert read_dates(locale, dates("03/04/2026", last)) == days


def test_a_date_of_one_reading_is_taken_in_a_sheet_of_the_other_order():
    assert read_dates("en_US", dates("31/01/2026", "03/03/2026", "2026-04-03")) == [
        date(2026, 1, 31),
        date(2026, 3, 3),
        date(2026, 4, 3),
    ]


def test_one_date_with_the_month_first_makes_the_others_of_its_column_doubtful(tmp_path: Path):
    cells = dates("03/04/2026", "04/13/2026", "05/05/2026", "2026-03-04", "31/01/2026")
    assert told(tmp_path, cells) == [
        'Invoices, row 2, Date: found "03/04/2026", which may be 3 April 2026 or 4 March 2026, '
        "allowed: a date, like 2026-01-31 or 31/01/2026. "
        'Row 3 has "04/13/2026", with the month first: type 2026-04-03 or 2026-03-04.',
        'Invoices, rij 2, Date: gevonden "03/04/2026", wat 3 april 2026 of 4 maart 2026 kan zijn, '
        "toegelaten: een datum, zoals 31/01/2026 of 2026-01-31. "
        'Rij 3 heeft "04/13/2026", met de maand eerst: typ 2026-04-03 of 2026-03-04.',
        'Invoices, row 3, Date: found "04/13/2026", allowed: a date, like 2026-01-31 or '
        "31/01/2026.",
        'Invoices, rij 3, Date: gevonden "04/13/2026", toegelaten: een datum, zoals 31/01/2026 of '
        "2026-01-31.",
    ]


def test_one_date_with_the_day_first_makes_those_of_an_american_column_doubtful():
    assert told_in("en_US", dates("03/04/2026", "31/01/2026", "04/13/2026")) == [
        'Invoices, row 2, Date: found "03/04/2026", which may be 3 April 2026 or 4 March 2026, '
        "allowed: a date, like 2026-01-31 or 31/01/2026. "
        'Row 3 has "31/01/2026", with the day first: type 2026-04-03 or 2026-03-04.',
        'Invoices, rij 2, Date: gevonden "03/04/2026", wat 3 april 2026 of 4 maart 2026 kan zijn, '
        "toegelaten: een datum, zoals 31/01/2026 of 2026-01-31. "
        'Rij 3 heeft "31/01/2026", met de dag eerst: typ 2026-04-03 of 2026-03-04.',
    ]


def test_a_document_of_two_dates_may_belong_to_every_period():
    found = read(dates("03/04/2026", "04/13/2026", "2026-03-04")).workbook
    assert [document.number for document in found.documents] == ["2026/4"]
    assert [one.origin.row for one in found.unreadable] == [2, 3]


def test_dates_that_are_no_texts_are_never_doubtful(tmp_path: Path):
    found = told(tmp_path, dates(date(2026, 4, 3), "04/13/2026"))
    assert [text[:24] for text in english(found)] == ["Invoices, row 3, Date: f"]


def test_of_a_row_on_hold_no_reading_is_asked(tmp_path: Path):
    rows = {
        2: invoice("2026/2", Date="03/04/2026", Net="1.234", Hold=True),
        3: invoice("2026/3", Date="04/13/2026", Hold=True),
    }
    assert told(tmp_path, sheet(Invoices=rows)) == []


def test_settings_are_read_by_the_locale_too():
    answers = settings(
        First_document_date="03/04/2026",
        VAT_computed="on total from 03/04/2026",
        Book_year="07/01/2026..06/30/2027",
        Period="01/01/2026..03/04/2026 = 1",
        Tolerance="0,05",
    )
    cells = sheet(Settings=answers, Invoices={2: invoice(Date="2027-01-05")})
    read_settings = read(replace(cells, locale="en_US")).workbook.settings
    assert read_settings.first_document_on == date(2026, 3, 4)
    assert read_settings.on_total_from == date(2026, 3, 4)
    assert [(one.first, one.last) for one in read_settings.book_years] == [
        (date(2026, 7, 1), date(2027, 6, 30))
    ]
    assert [one.last for one in read_settings.own_periods] == [date(2026, 3, 4)]
    assert read_settings.tolerance == Decimal("0.05")


def test_settings_of_two_readings_are_asked_for():
    answers = settings(
        First_document_date="03/04/2026", Closed_up_to="04/13/2026", Tolerance="1,234"
    )
    cells = sheet(Settings=answers, Invoices={2: invoice()})
    assert english(told_in("", cells)) == [
        'Settings, row 2, First document date: found "03/04/2026", which may be 3 April 2026 or '
        "4 March 2026, allowed: a date, like 2026-01-31 or 31/01/2026. "
        'Row 3 has "04/13/2026", with the month first: type 2026-04-03 or 2026-03-04.',
        'Settings, row 4, Tolerance: found "1,234", which may be 1234 or 1.234, allowed: an '
        "amount of 0 or more with at most two decimals, like 12.50. Give the cell the format "
        "number, then type it again without a mark for thousands.",
        'Settings, row 3, Closed up to: found "04/13/2026", allowed: a date, like 2026-01-31 or '
        "31/01/2026.",
    ]


@pytest.mark.parametrize(
    ("cell", "percent"), [(0.33333, "33.333"), (0.21, "21"), (0.125, "12.5"), (0.012345, "1.2345")]
)
def test_a_number_that_is_shown_as_a_percentage_has_one_reading(
    tmp_path: Path, cell: float, percent: str
):
    def show_as_percentage(book: Any) -> None:
        column = [one.value for one in book["Lines"][1]].index("Discount %") + 1
        book["Lines"].cell(2, column).number_format = "0.00%"

    cells = sheet(Invoices={2: WITH_LINES}, Lines={2: line(**{"Discount_%": cell})})
    path = tmp_path / "Sales.xlsx"
    path.write_bytes(file_of(cells, show_as_percentage))
    found = read(workbook(path).read()).workbook
    assert not found.problems
    (document,) = found.documents
    assert document.lines[0].discount_percent == Decimal(percent)
