"""What spreadsheets and people do to a sheet unnoticed, and the one sentence that says so."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from damage_support import WITH_LINES, file_of, line, problems_of, told
from openpyxl.utils.datetime import MAC_EPOCH
from workbook_support import GARAGE, invoice, read, settings, sheet

from boekbrug.server.bookkeeping.problems import Severity
from boekbrug.server.workbook.cells import Cell


@pytest.mark.parametrize("cell", [46327.0, "46327", " 46327 ", "46327_x001F_", 46327.75])
def test_a_date_that_became_a_number_is_told_as_the_date(tmp_path: Path, cell: Cell):
    assert told(tmp_path, sheet(Invoices={31: invoice(Date=cell)})) == [
        "Invoices, row 31, Date: found a number that stands for 1 November 2026, allowed: a date, "
        "like 2026-01-31 or 31/01/2026. Give the cell the format date, or type the date again.",
        "Invoices, rij 31, Date: gevonden een getal dat staat voor 1 november 2026, toegelaten: "
        "een datum, zoals 31/01/2026 of 2026-01-31. Geef de cel de opmaak datum, of typ de datum "
        "opnieuw.",
    ]


def test_a_number_that_is_no_day_of_an_invoice_is_told_as_it_stands(tmp_path: Path):
    for cell, found in ((2026.0, "2026"), (20261101.0, "20261101"), ("99999", '"99999"')):
        english, _ = told(tmp_path, sheet(Invoices={31: invoice(Due=cell)}))
        assert english == (
            f"Invoices, row 31, Due: found {found}, allowed: a date, like 2026-01-31 or 31/01/2026."
        )


def test_a_setting_that_is_no_day_is_told_as_it_stands(tmp_path: Path):
    english, _ = told(tmp_path, sheet(Settings=settings(First_document_date=12.0)))
    assert english == (
        "Settings, row 2, First document date: found 12, allowed: a date, like 2026-01-31 or "
        "31/01/2026."
    )


def test_a_file_that_counts_days_from_1904_has_other_days(tmp_path: Path):
    def count_from_1904(book: Any) -> None:
        book.epoch = MAC_EPOCH

    english, _ = told(tmp_path, sheet(Invoices={31: invoice(Date=44865.0)}), count_from_1904)
    assert english.startswith(
        "Invoices, row 31, Date: found a number that stands for 1 November 2026,"
    )


def test_a_date_that_became_a_number_in_settings(tmp_path: Path):
    cells = sheet(
        Settings=settings(First_document_date=46327.0, Account_length=6.0), Invoices={2: invoice()}
    )
    assert told(tmp_path, cells) == [
        "Settings, row 2, First document date: found a number that stands for 1 November 2026, "
        "allowed: a date, like 2026-01-31 or 31/01/2026. Give the cell the format date, or type "
        "the date again.",
        "Settings, rij 2, First document date: gevonden een getal dat staat voor 1 november 2026, "
        "toegelaten: een datum, zoals 31/01/2026 of 2026-01-31. Geef de cel de opmaak datum, of "
        "typ de datum opnieuw.",
    ]


@pytest.mark.parametrize(
    ("header", "cell", "typed"),
    [
        ("Number", date(2026, 11, 1), "2026-11"),
        ("Net", date(2026, 5, 12), "12.5"),
        ("VAT", date(2026, 1, 21), "21-1"),
        ("Account", date(2026, 4, 3), "3-4"),
        ("Customer", date(2026, 4, 3), "3-4"),
        ("Document discount %", date(2026, 5, 2), "2.5"),
        ("Total as printed", date(2026, 5, 12), "12.5"),
        ("Reference", date(2026, 5, 12), "12-5"),
        ("Description", date(2026, 5, 12), "12-5"),
    ],
)
def test_what_became_a_date_is_told_once(tmp_path: Path, header: str, cell: date, typed: str):
    cells = sheet(Invoices={31: invoice(**{header: cell})})
    [english, dutch] = told(tmp_path, cells)
    assert english.startswith(
        f"Invoices, row 31, {header}: found the date {cell.day} {cell:%B} 2026, allowed: "
    )
    assert f"The spreadsheet made a date of what was typed ({typed}?)." in english
    assert f"Het rekenblad maakte een datum van wat er getypt werd ({typed}?)." in dutch


@pytest.mark.parametrize("text", ["#VERW!", "#N/B", "#deel/0!", "#BEZUG!", "####"])
def test_an_error_that_was_pasted_as_text(tmp_path: Path, text: str):
    assert told(tmp_path, sheet(Invoices={2: invoice(Net=text)})) == [
        f'Invoices, row 2, Net: found "{text}", allowed: an amount with at most two decimals, like '
        "1234.56 or 1.234,56. The error of a formula was pasted as text; type what belongs there.",
        f'Invoices, rij 2, Net: gevonden "{text}", toegelaten: een bedrag met hoogstens twee '
        "decimalen, zoals 1234,56 of 1.234,56. De fout van een formule werd als tekst geplakt; typ "
        "wat er hoort te staan.",
    ]


def test_an_error_as_text_is_no_name_of_a_customer(tmp_path: Path):
    cells = sheet(
        Customers={2: GARAGE, 3: {**GARAGE, "Customer": "#VERW!"}},
        Invoices={2: invoice("C# 2026/1", Description="Course C#")},
    )
    found = [text for text in told(tmp_path, cells) if "#VERW!" in text]
    assert found == [
        'Customers, row 3, Customer: found "#VERW!", allowed: the customer\'s name as text. The '
        "error of a formula was pasted as text; type what belongs there.",
        'Customers, rij 3, Customer: gevonden "#VERW!", toegelaten: de naam van de klant als '
        "tekst. De fout van een formule werd als tekst geplakt; typ wat er hoort te staan.",
    ]


def test_a_long_number_that_the_spreadsheet_shortened(tmp_path: Path):
    cells = sheet(Invoices={2: invoice("1,23E+05"), 3: invoice("2026/19", Description="2E5")})
    assert told(tmp_path, cells) == [
        'Invoices, row 2, Number: found "1,23E+05", allowed: the number as text. The spreadsheet '
        "shortened a long number. Give the cell the format text, then type all its digits again.",
        'Invoices, rij 2, Number: gevonden "1,23E+05", toegelaten: het nummer als tekst. Het '
        "rekenblad kortte een lang getal in. Geef de cel de opmaak tekst en typ alle cijfers "
        "opnieuw.",
    ]


def test_a_number_with_more_digits_than_a_spreadsheet_keeps(tmp_path: Path):
    assert told(tmp_path, sheet(Invoices={2: invoice(Reference=90933755493000123.0)})) == [
        "Invoices, row 2, Reference: found a number of 17 digits, allowed: the payment reference "
        "as text. The spreadsheet keeps only the first 15 digits of a number. Give the cell the "
        "format text, then type all its digits again.",
        "Invoices, rij 2, Reference: gevonden een getal van 17 cijfers, toegelaten: de mededeling "
        "als tekst. Het rekenblad bewaart alleen de eerste 15 cijfers van een getal. Geef de cel "
        "de opmaak tekst en typ alle cijfers opnieuw.",
    ]


def test_a_character_that_no_program_shows_is_named_with_its_place(tmp_path: Path):
    cells = sheet(Customers={2: {**GARAGE, "Customer": "Jans_x0007_sens"}})
    assert told(tmp_path, cells) == [
        'Customers, row 2, Customer: found "Jans\ufffdsens" with U+0007 as character 5, allowed: '
        "characters that can be read. Empty the cell, then type the text instead of pasting it.",
        'Customers, rij 2, Customer: gevonden "Jans\ufffdsens" met U+0007 als teken 5, '
        "toegelaten: tekens die te lezen zijn. Maak de cel leeg en typ de tekst in plaats van hem "
        "te plakken.",
    ]


def test_a_letter_that_was_lost_on_the_way_is_named_too(tmp_path: Path):
    english, _ = told(tmp_path, sheet(Customers={2: {**GARAGE, "Name": "Caf\ufffd"}}))
    assert english.startswith(
        'Customers, row 2, Name: found "Caf\ufffd" with U+FFFD as character 4'
    )


MARKS = ("\u00a0", "\u200b", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202c", "\t", "\n", "\u200d")


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_a_mark_that_nobody_sees_parts_no_key(tmp_path: Path, mark: str):
    cells = sheet(
        Customers={2: {**GARAGE, "Customer": f"Janssens{mark}"}},
        Invoices={2: {**WITH_LINES, "Number": f"{mark}2026/18", "Customer": f"{mark}Janssens"}},
        Lines={2: line(), 3: line(f"2026/18{mark}", VAT=f"H21{mark}", Unit_price=f"12.50{mark}")},
    )
    if mark == "\u200d":  # no mark of numbers
        cells = sheet(
            Customers={2: {**GARAGE, "Customer": f"Jans{mark}sens"}},
            Invoices={2: invoice(Customer="Janssens")},
        )
    assert told(tmp_path, cells) == []


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_customers_that_differ_by_a_mark_alone_are_one_twice(tmp_path: Path, mark: str):
    names = {2: {**GARAGE, "Customer": "Janssens"}, 3: {**GARAGE, "Customer": f"Janssens{mark}"}}
    assert told(tmp_path, sheet(Customers=names)) == [
        'Customers, rows 2 and 3, Customer: found "Janssens" twice, allowed: each once. Remove row '
        "3, or give it a name of its own.",
        'Customers, rijen 2 en 3, Customer: gevonden twee keer "Janssens", toegelaten: elk '
        "\u00e9\u00e9n keer. Verwijder rij 3, of geef ze een eigen naam.",
    ]


def test_marks_that_nobody_sees_hide_no_header_and_fill_no_row(tmp_path: Path):
    def paste(book: Any) -> None:
        book["Invoices"]["A1"] = "\ufeffNumber"
        book["Invoices"]["A9"] = "\u200b"
        book["Invoices"].title = "Invoices\u200b"

    assert told(tmp_path, sheet(Invoices={2: invoice()}), paste) == []


def test_both_decimal_marks_in_one_column(tmp_path: Path):
    lines = {4: line(Unit_price="12,50"), 6: line(Unit_price="1.200"), 9: line(Unit_price="12.50")}
    _, _, *remarks = told(tmp_path, sheet(Invoices={2: WITH_LINES}, Lines=lines))
    assert remarks == [
        'Lines, Unit price: found "12,50" (row 4) and "12.50" (row 9), read as 12.50 and 12.50. '
        "Use one decimal mark in the whole column.",
        'Lines, Unit price: gevonden "12,50" (rij 4) en "12.50" (rij 9), gelezen als 12,50 en '
        "12,50. Gebruik \u00e9\u00e9n decimaalteken in de hele kolom.",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("12,50", 12.5), ("12,50", "1.234,50"), ("12,50", "12.345.678"), ("7", "12.5")],
)
def test_one_decimal_mark_is_no_trouble(tmp_path: Path, one: Cell, other: Cell):
    lines = {4: line(Unit_price=one), 9: line(Unit_price=other)}
    assert told(tmp_path, sheet(Invoices={2: WITH_LINES}, Lines=lines)) == []


def test_amounts_on_hold_mix_nothing(tmp_path: Path):
    rows = {2: invoice(Net="12,50"), 3: invoice("2026/19", Net="12.50", Hold=True)}
    assert told(tmp_path, sheet(Invoices=rows)) == []


def test_nothing_of_a_row_on_hold_or_without_number_and_date_is_told(tmp_path: Path):
    rows = {
        2: invoice(Date=46327.0, Hold="yes"),
        3: {"Description": "#VERW!", "Net": "1E+05"},
    }
    assert told(tmp_path, sheet(Invoices=rows)) == []


def test_damage_stops_the_rows_that_it_stands_on(tmp_path: Path):
    cells = sheet(Invoices={2: invoice(Date=46327.0), 3: invoice("2026/19", Description="#VERW!")})
    problems = problems_of(tmp_path, file_of(cells))
    assert [(one.code, one.rows, one.severity) for one in problems] == [
        ("date-as-number", (2,), Severity.ERROR),
        ("error-as-text", (3,), Severity.ERROR),
    ]


def test_a_sale_below_the_others_without_number_and_date_is_left_out_aloud(tmp_path: Path):
    below = {4: invoice(None, Date=None), 5: {"Net": 200}, 6: {"Customer": "Garage Maes"}}
    cells = sheet(Invoices={2: invoice(), **below})
    assert [(one.code, one.rows) for one in problems_of(tmp_path, file_of(cells))] == [
        ("row-without-number", (4, 6))
    ]


def test_what_is_made_ready_below_the_invoices_is_not_told(tmp_path: Path):
    cells = sheet(Invoices={2: invoice(), 4: {"Net": 200}, 5: {"VAT": "H21"}})
    assert problems_of(tmp_path, file_of(cells)) == []


def test_a_number_of_days_with_a_mark_that_nobody_sees_is_told_too():
    [problem] = read(sheet(Invoices={2: invoice(Date="46327\x1f")})).workbook.problems
    assert problem.code == "date-as-number"
