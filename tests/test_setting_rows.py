"""Tab Settings: the cell, else the dossier's record, else the default."""

from dataclasses import replace
from datetime import date

import pytest
from example_firm import DOSSIER
from workbook_support import Rows, errors, read, settings, sheet, warnings

from boekbrug.server.bookkeeping.settings import BookYear, Series, Settings
from boekbrug.server.bookkeeping.terms import CustomerExport, Kind, Periods, VatMode
from boekbrug.server.workbook.cells import Cell, CellError


def answers(rows: Rows) -> Settings:
    return read(sheet(Settings=rows)).workbook.settings


def test_a_missing_row_and_an_empty_cell_mean_the_default():
    assert answers({}) == answers(settings(Periods=None, Language=" ")) == Settings(
        programs=("winbooks",)
    )  # fmt: skip


def test_every_setting_is_read():
    typed: dict[str, Cell] = {
        "Accountant's no. starts at": 500.0,
        "Credit-note amounts are typed": "negative",
        "VATBASE on credit notes": "-",
    }
    found = answers(
        settings(
            Program="journal_csv, WinBooks",
            Verkoopdagboek="VERKP",
            Credit_note_journal="VERKCN",
            Export_customers_too="yes",
            VAT_computed="op totaal",
            Periods="quarters",
            Discount_account=708000.0,
            First_document_date=date(2026, 1, 1),
            Taal="nederlands",
            Default_payment_terms=14.0,
            **typed,
            Numbering_restarts_every_year=True,
            Account_length="6",
        )
    )
    assert found == Settings(
        programs=("winbooks", "journal_csv"),
        invoice_journal="VERKP",
        credit_note_journal="VERKCN",
        customer_export=CustomerExport.NEW_AND_CHANGED,
        vat_mode=VatMode.ON_TOTAL,
        periods=Periods.QUARTERS,
        discount_account="708000",
        first_document_on=date(2026, 1, 1),
        first_external_id="500",
        language="nl",
        default_payment_terms="14",
        credit_note_sign=-1,
        numbering_restarts=True,
        parameters={"VATBASE on credit notes": "-"},
    )


def test_vat_may_be_computed_on_the_total_from_a_day_on():
    found = answers(settings(VAT_computed="on total from 01/01/2026"))
    days = (date(2025, 12, 31), date(2026, 1, 1))
    assert [found.vat_mode_on(day) for day in days] == [VatMode.ON_LINES, VatMode.ON_TOTAL]


def test_tables_have_a_row_an_entry():
    rows = {
        2: {"Setting": "Series", "Value": "CN = credit note, VERKCN"},
        3: {"Setting": "Series", "Value": "= invoice, VERKP"},
        4: {"Setting": "Reeks", "Value": "INV=factuur,,NNNNNNNN"},
        5: {"Setting": "Book year", "Value": "2025-01-01..2025-12-31"},
        6: {"Setting": "Boekjaar", "Value": "01/01/2026 to 31/12/2026 = 3"},
    }
    assert answers(rows).series == (
        Series("CN", Kind.CREDIT_NOTE, "VERKCN"),
        Series("", Kind.INVOICE, "VERKP"),
        Series("INV", Kind.INVOICE, "", "NNNNNNNN"),
    )
    assert answers(rows).book_years == (
        BookYear(date(2025, 1, 1), date(2025, 12, 31)),
        BookYear(date(2026, 1, 1), date(2026, 12, 31), "3"),
    )
    assert errors(sheet(Settings=rows)) == []


@pytest.mark.parametrize(
    ("name", "cell", "sentence"),
    [
        ("Periods", "weeks", 'found "weeks", allowed: one of months, quarters, own table.'),
        (
            "VAT computed",
            "on Mondays",
            'found "on Mondays", allowed: on lines, on total, or on total from a date like '
            "2026-01-01.",
        ),
        ("Account length", 13.0, "found 13, allowed: a whole number from 1 to 12."),
        (
            "Receivable account",
            CellError("#N/A"),
            "found #N/A, allowed: an account of tab Accounts. The cell shows an error of the "
            "spreadsheet; repair its formula.",
        ),
        (
            "VAT account",
            45100.0,
            "found 45100, allowed: an account of 6 digits (Account length).",
        ),
        (
            "Default payment terms",
            "soon",
            'found "soon", allowed: days like 30 or 30d, 30E for 30 days to the end of the '
            "month, or CONT for payment at once.",
        ),
        (
            "Program",
            "journal_csv",
            'found "journal_csv", allowed: winbooks, the program of this dossier, and with a '
            "comma any of journal_csv.",
        ),
        (
            "Series",
            "CN",
            'found "CN", allowed: letters and what they mean, like "CN = credit note, VERKCN".',
        ),
        (
            "Series",
            "CN = credit note, A, NNYY",
            'found "CN = credit note, A, NNYY", allowed: letters and what they mean, like '
            '"CN = credit note, VERKCN".',
        ),
        (
            "Series",
            "CN = credit note, A, NN, more",
            'found "CN = credit note, A, NN, more", allowed: letters and what they mean, like '
            '"CN = credit note, VERKCN".',
        ),
        (
            "Book year",
            "2026",
            'found "2026", allowed: first and last day and a code, like '
            '"2026-01-01..2026-12-31 = 3".',
        ),
        (
            "Own VAT number",
            "BE 0428.759.497",
            'found "BE 0428.759.497", allowed: BE0403019261, as in the record of this dossier. '
            "Correct the cell, or ask whoever runs the server.",
        ),
        (
            "Book currency",
            "SEK",
            'found "SEK", allowed: EUR, as in the record of this dossier. Correct the cell, or ask '
            "whoever runs the server.",
        ),
    ],
)
def test_a_wrong_answer_is_told_under_the_name_of_its_setting(name: str, cell: Cell, sentence: str):
    rows = {4: {"Setting": name, "Value": cell}}
    assert errors(sheet(Settings=rows)) == [f"Settings, row 4, {name}: {sentence}"]


def test_what_the_dossier_was_added_with_may_be_repeated():
    rows = settings(
        Dossier="acme/winbooks",
        Own_VAT_number="0403.019.261",
        Own_country="België",
        Legal_name="Acme bv",
        Book_currency="eur",
        Time_zone="Europe/Brussels",
        For_the_accountant="unfold",
    )
    assert errors(sheet(Settings=rows)) == warnings(sheet(Settings=rows)) == []


def test_the_program_of_the_dossier_may_be_the_only_one_installed():
    dossier = replace(DOSSIER, program="exact")
    assert read(sheet(), dossier).workbook.settings.programs == ("exact",)


def test_an_unknown_setting_is_not_used_and_the_nearest_name_is_told():
    rows = settings(Invoise_journal="VERKP", Zodiac="ram")
    assert warnings(sheet(Settings=rows)) == [
        'Settings, row 2, Setting: found "Invoise journal", allowed: the name of a setting; '
        'nearest is "Invoice journal". The row is not used.',
        'Settings, row 3, Setting: found "Zodiac", allowed: the name of a setting. '
        "The row is not used.",
    ]


def test_a_setting_answered_twice_is_told_with_both_rows():
    rows = settings(Periods="months", Perioden="quarters")
    assert errors(sheet(Settings=rows)) == [
        'Settings, rows 2 and 3, Setting: found "Perioden" twice, allowed: once.'
    ]


def test_an_answer_without_a_setting_is_told():
    assert errors(sheet(Settings={5: {"Value": "VERKP"}})) == [
        "Settings, row 5, Setting: found nothing, allowed: text of at most 500 characters."
    ]


def test_a_prefix_and_a_day_belong_to_one_entry_only():
    rows = {
        2: {"Setting": "Series", "Value": "CN = credit note"},
        3: {"Setting": "Series", "Value": "CN = invoice"},
        4: {"Setting": "Book year", "Value": "2026-01-01..2026-12-31"},
        5: {"Setting": "Book year", "Value": "2026-12-31..2027-12-31"},
    }
    assert errors(sheet(Settings=rows)) == [
        'Settings, row 3, Series: found "CN = invoice", allowed: letters that no other row begins '
        "with.",
        'Settings, row 5, Book year: found "2026-12-31..2027-12-31", allowed: book years that do '
        "not overlap.",
    ]


def test_book_years_are_those_of_the_dossier():
    year = BookYear(date(2025, 7, 1), date(2026, 6, 30))
    rows = settings(Book_year="2026-01-01..2026-12-31")
    assert errors(sheet(Settings=rows), replace(DOSSIER, book_years=(year,))) == [
        "Settings, Book year: found other book years, allowed: those in the record of this "
        "dossier: 2025-07-01..2026-06-30. Correct the rows, or ask whoever runs the server."
    ]
    same = settings(Book_year="2025-07-01..2026-06-30")
    assert errors(sheet(Settings=same), replace(DOSSIER, book_years=(year,))) == []
