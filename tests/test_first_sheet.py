"""The first sheet: what it offers, and that it reads back without a problem."""

import re
from datetime import date

import pytest
from workbook_support import GARAGE, errors, invoice, read, warnings

from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.cells import Cells, Tab
from boekbrug.server.workbook.first_sheet import ColumnKind, FirstTab, column_named, first_sheet
from boekbrug.server.workbook.presets import Rows
from boekbrug.server.workbook.settings import SCHEMA

PARAMETERS = [("VATBASE on credit notes", "+", "The sign of base and VAT.")]


def made(**rows: Rows) -> dict[str, FirstTab]:
    tabs = first_sheet(
        first_document_on=date(2026, 1, 1),
        programs=("winbooks", "journal_csv"),
        parameters=PARAMETERS,
        rows=rows,
    )
    return {tab.title: tab for tab in tabs}


def headers(tab: FirstTab) -> list[str]:
    return [column.header for column in tab.columns]


def as_cells(tabs: dict[str, FirstTab]) -> Cells:
    """Return the tabs as an adapter reads them after it has written them."""
    filled = []
    for tab in tabs.values():
        rows = [tuple(headers(tab)), *tab.rows] if tab.columns else tab.rows
        filled.append(Tab(tab.title, tuple(zip(*rows, strict=True))))
    return Cells(tuple(filled))


def test_the_tabs_stand_in_the_order_of_the_work():
    assert list(made()) == [
        *("Start", "Settings", "VAT", "Accounts", "Customers", "Invoices", "Lines"),
        *("Check", "Exports", "Balance"),
    ]
    assert [title for title, tab in made().items() if tab.server] == [
        "Start", "Check", "Exports", "Balance"
    ]  # fmt: skip


def explained() -> dict[str, str]:
    """Return what every setting is said to mean, those of all installed programs included."""
    ours = {str(one.data_key): one.metadata["description"] for one in SCHEMA.fields.values()}
    programs = installed().values()
    return ours | {
        one.label: one.hint for program in programs for one in declared(program.Parameters)
    }


@pytest.mark.parametrize("label", explained())
def test_every_setting_says_what_it_means_who_knows_it_and_what_is_usual(label: str):
    text = explained()[label]
    assert re.search(r"(accountant knows|You know|You decide|Whoever [a-z ]+ knows|knows it)", text)
    assert re.search(r"Usual( in Belgium)?: [^.]+\.$", text)
    assert 60 < len(text) < 210
    assert not re.search(r"(?i)webhook|batch|external id|service account|workbook", text)


def test_the_meaning_of_a_setting_is_read_from_its_row():
    tabs = made()
    assert tabs["Settings"].meanings["VATBASE on credit notes"] == "The sign of base and VAT."
    assert "For the accountant" not in tabs["Settings"].meanings
    assert tabs["Invoices"].meanings == {}


def test_a_new_workbook_reads_without_a_problem():
    cells = as_cells(made())
    settings = read(cells).workbook.settings
    assert errors(cells) == warnings(cells) == []
    assert settings.first_document_on == date(2026, 1, 1)
    assert settings.parameters == {"VATBASE on credit notes": "+"}
    assert read(cells).workbook.vat_codes["IC-S"].suggested_account == "700300"
    assert len(read(cells).workbook.accounts) == 13


def test_a_filled_one_reads_back_what_was_filled_in():
    cells = as_cells(made(Customers=[GARAGE], Invoices=[invoice(), invoice("2026/19")]))
    assert errors(cells) == []
    assert [one.key.number for one in read(cells).workbook.documents] == ["2026/18", "2026/19"]


def test_the_columns_are_few_and_the_servers_stand_at_the_right_end():
    tabs = made()
    assert headers(tabs["Customers"]) == [
        *("Customer", "Kind", "VAT number", "Street", "Postcode", "City", "Country", "Language"),
        *("Payment term", "E-mail", "Hold", "Accountant's no.", "State", "Problem"),
    ]
    assert headers(tabs["Invoices"]) == [
        *("Number", "Kind", "Date", "Due", "Customer", "Description", "Net", "VAT", "Account"),
        *("Total as printed", "Reference", "Hold", "State", "Exported on", "Export", "Problem"),
    ]
    assert headers(tabs["Lines"]) == [
        *("Invoice", "Description", "Quantity", "Unit price", "Discount %", "VAT", "Account"),
        "Problem",
    ]
    assert headers(tabs["VAT"])[-1] == "Code at the accountant"
    assert [column.header for column in tabs["Invoices"].columns if column.server] == [
        "State", "Exported on", "Export", "Problem"
    ]  # fmt: skip


def test_a_column_is_shown_as_what_may_be_typed_in_it():
    columns = {column.header: column for column in made()["Invoices"].columns}
    assert columns["Date"].kind is ColumnKind.DATE
    assert columns["Net"].kind is ColumnKind.MONEY
    assert columns["Hold"].kind is ColumnKind.TICK
    assert columns["Number"].kind is ColumnKind.TEXT
    assert (columns["Kind"].kind, columns["Kind"].choices) == (
        ColumnKind.CHOICE,
        ("invoice", "credit note"),
    )
    assert columns["Number"].description == "The number as printed, like 2026/18."


def test_a_column_that_somebody_fills_is_there():
    tabs = made(
        Invoices=[{"Number": "2026/1", "Document discount %": 3.0}],
        VAT=[{"Code": "H21", "Code journal_csv": "J"}],
    )
    assert "Document discount %" in headers(tabs["Invoices"])
    assert headers(tabs["Invoices"])[-1] == "Problem"
    assert headers(tabs["VAT"])[-1] == "Code journal_csv"


def test_twelve_settings_are_shown_and_those_for_the_accountant_folded():
    tab = made()["Settings"]
    labels = [row[0] for row in tab.rows]
    assert labels.index("For the accountant") == 12
    assert tab.folded_from == 15  # the headers are row 1, the divider row 14
    assert labels[13:] == [
        *("Receivable account", "VAT account", "VAT account on credit notes"),
        *("Default revenue account", "Rounding account", "Default payment terms"),
        *("Credit-note amounts are typed", "Numbering restarts every year", "Account length"),
        "Accountant receives e-invoices",
        "VATBASE on credit notes",
    ]
    assert all(row[2] for row in tab.rows)


def test_settings_that_are_given_take_the_place_of_the_presets():
    tab = made(
        Settings=[
            {"Setting": "Invoice journal", "Value": "VERKP"},
            {"Setting": "Language", "Value": "fr"},
            {"Setting": "Series", "Value": "CN = credit note"},
        ]
    )["Settings"]
    answers = {row[0]: row[1] for row in tab.rows}
    assert (answers["Invoice journal"], answers["Language"]) == ("VERKP", "fr")
    assert tab.rows[-1] == ("Series", "CN = credit note", None)


def test_nothing_has_to_be_filled_in_beforehand():
    tabs = first_sheet(first_document_on=date(2026, 1, 1), programs=("winbooks",), parameters=[])
    assert tabs[4].rows == ()


def codes_of(country: str) -> list[object]:
    tabs = first_sheet(
        first_document_on=date(2026, 1, 1), programs=("winbooks",), parameters=[], country=country
    )
    return [row[0] for row in tabs[2].rows]


def test_each_country_has_its_own_rates_and_no_country_those_of_another():
    without_rate = ["N0", "IC-G", "IC-S", "RC", "EX", "EX-S", "OUT"]
    assert codes_of("BE")[:4] == ["H21", "M12", "L6", "N0"]
    assert codes_of("NL") == ["H21", "L9", *without_rate]
    assert codes_of("DE") == ["H19", "L7", *without_rate]
    assert codes_of("FR") == without_rate


def test_a_firm_outside_belgium_gets_no_belgian_accounts():
    tabs = first_sheet(
        first_document_on=date(2026, 1, 1), programs=("winbooks",), parameters=[], country="NL"
    )
    answers = {row[0]: row[1] for row in tabs[1].rows}
    assert tabs[3].rows == ()
    assert (answers["Receivable account"], answers["Language"]) == (None, "nl")


def test_a_column_is_found_by_its_tab_and_header():
    assert column_named("Lines", "Kind", ("winbooks",)) is not None
    assert column_named("Lines", "Colour", ("winbooks",)) is None
    assert column_named("Elsewhere", "Kind", ("winbooks",)) is None
