"""What people do to rows, columns and tabs: sort, hide, merge, copy; and the sentence about it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from damage_support import WITH_LINES, file_of, line, problems_of, told
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table
from workbook_support import GARAGE, PERSON, Row, invoice, sheet

from boekbrug.server.bookkeeping.problems import Severity
from boekbrug.server.workbook.cells import Cell

ROWS = {number: invoice(f"2026/{number}") for number in range(2, 7)}


def test_a_column_that_was_sorted_without_the_others_is_told_once(tmp_path: Path):
    rows = {row: invoice(None) for row in (3, 5, 7)}
    rows |= {row: {"Number": f"2026/{row}"} for row in (4, 6, 8)}
    assert told(tmp_path, sheet(Invoices=rows)) == [
        "Invoices, rows 3-8 (6 invoices), Number: found 3 rows with nothing but Number and 3 rows "
        "without Number, allowed: each in its own row. It looks as if this column was sorted "
        "without the others: undo that, or go back to an earlier version of the sheet.",
        "Invoices, rijen 3-8 (6 facturen), Number: gevonden 3 rijen met alleen Number en 3 rijen "
        "zonder Number, toegelaten: elk in zijn eigen rij. Het lijkt erop dat deze kolom zonder de "
        "andere gesorteerd werd: maak dat ongedaan, of ga terug naar een vorige versie van het "
        "blad.",
    ]


def test_customers_whose_names_were_sorted_alone(tmp_path: Path):
    rows: dict[int, Row] = {2: GARAGE}
    rows |= {row: {**GARAGE, "Customer": None, "City": "Gent"} for row in (3, 4, 5)}
    rows |= {row: {"Customer": f"Zoo {row}"} for row in (6, 7, 8)}
    english, _ = told(tmp_path, sheet(Customers=rows, Invoices={2: invoice()}))
    assert english.startswith(
        "Customers, rows 3-8 (6 customers), Customer: found 3 rows with nothing but Customer and "
        "3 rows without Customer, allowed: each in its own row."
    )


def test_a_customer_without_a_name_has_its_own_problem_already(tmp_path: Path):
    rows = {2: GARAGE, 3: {**GARAGE, "Customer": None, "City": "Gent"}, 4: PERSON}
    english, _ = told(tmp_path, sheet(Customers=rows))
    assert english == (
        "Customers, row 3, Customer: found nothing, allowed: the customer's name as text."
    )


def test_an_invoice_without_number_and_date_between_others_is_left_out_aloud(tmp_path: Path):
    rows = {
        2: invoice(),
        3: invoice(None, Date=None),
        4: {"Description": "March"},
        5: invoice(None, Date=None, Hold=True),
        6: invoice("2026/19"),
        7: {"Net": 12},
    }
    cells = sheet(Invoices=rows)
    assert told(tmp_path, cells) == [
        "Invoices, row 3: found values without Number and Date, taken as empty, so that "
        "nothing of it is exported. Fill in Number and Date, or empty the row.",
        "Invoices, rij 3: gevonden waarden zonder Number en Date, beschouwd als leeg, zodat "
        "er niets van ge\u00ebxporteerd wordt. Vul Number en Date in, of maak de rij leeg.",
    ]
    [problem] = problems_of(tmp_path, file_of(cells))
    assert problem.severity is Severity.WARNING


def test_a_block_of_lines_whose_invoices_are_gone_is_told_once(tmp_path: Path):
    numbers: list[Cell] = ["2026/18", "2026/1", "2026/1", "2026/2", "2026/3", 4.0]
    lines = {row: line(number) for row, number in enumerate(numbers, 2)}
    cells = sheet(Invoices={2: WITH_LINES}, Lines={**lines, 9: line("2026/9")})
    assert told(tmp_path, cells) == [
        'Lines, rows 3-7 (5 lines), Invoice: found "2026/1", "2026/2", "2026/3", \u2026, allowed: '
        "the numbers of rows of tab Invoices. Their invoices are gone, or a column was sorted "
        "without the others: go back to an earlier version of the sheet, add the invoices, or "
        "remove these lines.",
        'Lines, rijen 3-7 (5 regels), Invoice: gevonden "2026/1", "2026/2", "2026/3", \u2026, '
        "toegelaten: de nummers van rijen van tabblad Invoices. Hun facturen zijn weg, of een "
        "kolom werd zonder de andere gesorteerd: ga terug naar een vorige versie van het blad, "
        "voeg de facturen toe, of verwijder deze regels.",
        'Lines, row 9, Invoice: found "2026/9", allowed: the number of a row of tab Invoices. '
        "Correct the number, add the invoice, or remove its lines.",
        'Lines, rij 9, Invoice: gevonden "2026/9", toegelaten: het nummer van een rij van tabblad '
        "Invoices. Verbeter het nummer, voeg de factuur toe, of verwijder haar regels.",
    ]


@pytest.mark.parametrize("numbers", [["2026/1", "2026/2"], ["2026/1", "2026/1", "2026/1"]])
def test_few_lines_and_those_of_one_invoice_are_told_by_themselves(
    tmp_path: Path, numbers: list[str]
):
    lines = {row: line(number) for row, number in enumerate(numbers, 2)}
    problems = problems_of(tmp_path, file_of(sheet(Lines=lines)))
    assert {one.code for one in problems} == {"line-without-invoice"}


def test_numbers_that_differ_by_how_they_were_typed_meet(tmp_path: Path):
    invoices = {row: {**WITH_LINES, "Number": f"20260{row}"} for row in (2, 3, 4)}
    lines = {row: line(float(f"20260{row}")) for row in (2, 3, 4)}
    assert told(tmp_path, sheet(Invoices=invoices, Lines=lines)) == []


def hide_rows(*numbers: int, tab: str = "Invoices") -> Callable[[Any], None]:
    def hide(book: Any) -> None:
        for number in numbers:
            book[tab].row_dimensions[number].hidden = True

    return hide


def test_hidden_rows_with_documents(tmp_path: Path):
    rows = {**ROWS, 5: invoice("2026/5", Export="3"), 6: invoice("2026/6", Hold="yes")}
    assert told(tmp_path, sheet(Invoices=rows), hide_rows(3, 4, 5, 6, 7)) == [
        "Invoices, rows 3 and 4: found hidden rows, read: like any other. Show them, or tick Hold.",
        "Invoices, rijen 3 en 4: gevonden verborgen rijen, gelezen: zoals alle andere. Maak ze "
        "zichtbaar, of vink Tegenhouden aan.",
    ]


def test_hidden_lines_of_what_is_not_exported(tmp_path: Path):
    invoices = {2: WITH_LINES, 3: {**WITH_LINES, "Number": "2026/1", "Export": "3"}}
    cells = sheet(Invoices=invoices, Lines={2: line("2026/1"), 3: line()})
    assert told(tmp_path, cells, hide_rows(2, 3, tab="Lines")) == [
        "Lines, row 3: found a hidden row, read: like any other. Show it, or tick Hold at its "
        "invoice.",
        "Lines, rij 3: gevonden een verborgen rij, gelezen: zoals alle andere. Maak ze zichtbaar, "
        "of vink Tegenhouden aan bij haar factuur.",
    ]


def test_hidden_lines_in_a_file_without_invoices(tmp_path: Path):
    def take_away(book: Any) -> None:
        hide_rows(2, tab="Lines")(book)
        book.remove(book["Invoices"])

    found = told(tmp_path, sheet(Lines={2: line()}), take_away)
    assert found[-2].startswith("Lines, row 2: found a hidden row,")


def test_rows_that_a_filter_leaves_out_are_not_hidden(tmp_path: Path):
    def filter_rows(book: Any) -> None:
        hide_rows(3)(book)
        book["Invoices"].auto_filter.ref = "A1:F6"
        chosen = FilterColumn(colId=0, filters=Filters(filter=["2026/2"]))
        book["Invoices"].auto_filter.filterColumn.append(chosen)

    assert told(tmp_path, sheet(Invoices=ROWS), filter_rows) == []


def test_rows_that_the_filter_of_a_table_leaves_out_are_not_hidden(tmp_path: Path):
    def filter_table(book: Any) -> None:
        hide_rows(3, 6)(book)
        table: Any = Table(displayName="Sales", ref="A1:F5")
        table._initialise_columns()
        for column, cell in zip(table.tableColumns, book["Invoices"][1], strict=False):
            column.name = cell.value
        chosen = FilterColumn(colId=0, filters=Filters(filter=["2026/2"]))
        table.autoFilter.filterColumn.append(chosen)
        book["Invoices"].add_table(table)

    [english, _] = told(tmp_path, sheet(Invoices=ROWS), filter_table)
    assert english.startswith("Invoices, row 6: found a hidden row,")


def test_a_filter_that_leaves_nothing_out_hides_nothing(tmp_path: Path):
    def hide(book: Any) -> None:
        hide_rows(3)(book)
        book["Invoices"].auto_filter.ref = "A1:F6"

    assert len(told(tmp_path, sheet(Invoices=ROWS), hide)) == 2


def test_a_hidden_column_that_holds_something(tmp_path: Path):
    def hide(book: Any) -> None:
        for letters in ("E", "G", "H"):
            book["Invoices"].column_dimensions[letters].hidden = True

    rows = {2: invoice(Hold=False, State="new")}
    assert told(tmp_path, sheet(Invoices=rows), hide) == [
        "Invoices, Net: found a hidden column, read: like any other. Show it, or empty it.",
        "Invoices, Net: gevonden een verborgen kolom, gelezen: zoals alle andere. Maak ze "
        "zichtbaar, of maak ze leeg.",
    ]


def test_merged_cells_over_data(tmp_path: Path):
    def merge(book: Any) -> None:
        book["Invoices"].merge_cells("D3:D5")

    assert told(tmp_path, sheet(Invoices=ROWS), merge) == [
        "Invoices, rows 3-5 (3 invoices), Customer: found merged cells (D3:D5), allowed: every "
        "cell by itself. Only the first of them has a value, the others count as empty: unmerge "
        "them and fill each.",
        "Invoices, rijen 3-5 (3 facturen), Customer: gevonden samengevoegde cellen (D3:D5), "
        "toegelaten: elke cel apart. Alleen de eerste ervan heeft een waarde, de andere tellen als "
        "leeg: splits ze en vul elke cel in.",
    ]


def test_merged_cells_that_overlap_as_no_program_makes_them_take_no_time(tmp_path: Path):
    def merge(book: Any) -> None:
        for last in range(7, 400):
            book["Invoices"].merged_cells.add(f"D3:D{last}")

    assert len(told(tmp_path, sheet(Invoices=ROWS), merge)) < 40


@pytest.mark.parametrize("area", ["A1:B1", "J2:J5", "H3:I3", "A9:F9", "D6:D6"])
def test_merged_cells_that_lose_nothing(tmp_path: Path, area: str):
    def merge(book: Any) -> None:
        book["Invoices"]["H1"] = "Number of ours"
        book["Invoices"].merge_cells(area)

    rows = {**ROWS, 6: invoice("2026/6", Hold="yes")}
    told_of = told(tmp_path, sheet(Invoices=rows), merge)
    assert [text for text in told_of if "merged cells (" in text] == []


def test_formulas_where_the_server_writes(tmp_path: Path):
    def compute(book: Any) -> None:
        tab = book["Invoices"]
        tab["G2"], tab["G3"], tab["G5"] = "=1+1", '="new"', "=G2"
        tab["H2"] = ArrayFormula("H2:H9", "=A2:A9")

    rows = {**ROWS, 2: invoice("2026/2", State="new", Export="")}
    assert told(tmp_path, sheet(Invoices=rows), compute) == [
        "Invoices, rows 2, 3 and 5, State: found formulas, allowed: what the server writes here. "
        "It never overwrites a formula, so it can tell nothing here. Remove them.",
        "Invoices, rijen 2, 3 en 5, State: gevonden formules, toegelaten: wat de server hier "
        "schrijft. Hij overschrijft nooit een formule en kan hier dus niets melden. Verwijder ze.",
        "Invoices, rows 2-6 (5 invoices), Export: found formulas, allowed: what the server writes "
        "here. It never overwrites a formula, so it can tell nothing here. Remove them.",
        "Invoices, rijen 2-6 (5 facturen), Export: gevonden formules, toegelaten: wat de server "
        "hier schrijft. Hij overschrijft nooit een formule en kan hier dus niets melden. Verwijder "
        "ze.",
    ]


def test_a_formula_in_the_column_of_numbers_that_the_server_gives(tmp_path: Path):
    def compute(book: Any) -> None:
        book["Customers"]["D2"] = "=100000+1"

    customers = {2: {**GARAGE, "Accountant's no.": 100001.0}}
    found = told(tmp_path, sheet(Customers=customers), compute)
    assert found[-2] == (
        "Customers, row 2, Accountant's no.: found a formula, allowed: what the server writes "
        "here. It never overwrites a formula, so it can tell nothing here. Remove it."
    )


@pytest.mark.parametrize(
    "title",
    [
        "Copy of Invoices",
        "Copy of Invoices 2",
        "Kopie van Facturen",
        "Copie de Factures",
        "Invoices (2)",
        "Facturen kopie",
        "Invoices - Copy",
        "Invoices (copy)",
    ],
)
def test_a_copy_of_a_tab_is_named_with_the_one_that_is_read(tmp_path: Path, title: str):
    def copy(book: Any) -> None:
        book.create_sheet(title)

    assert told(tmp_path, sheet(Invoices={2: invoice()}), copy) == [
        f"{title}: found a copy of tab Invoices, read: tab Invoices alone. What is typed in the "
        "copy is not exported; rename or remove it.",
        f"{title}: gevonden een kopie van tabblad Invoices, gelezen: alleen tabblad Invoices. Wat "
        "in de kopie staat, wordt niet ge\u00ebxporteerd; hernoem of verwijder die.",
    ]


@pytest.mark.parametrize("title", ["Invoices 2025", "Copy of our notes", "Copy of Check", "Kopie"])
def test_a_tab_of_peoples_own_is_no_copy(tmp_path: Path, title: str):
    def add(book: Any) -> None:
        book.create_sheet(title)

    assert told(tmp_path, sheet(Invoices={2: invoice()}), add) == []


def test_a_cell_is_told_of_once_and_a_row_beside_it_still(tmp_path: Path):
    cell: Cell = "#VERW!"
    rows = {2: invoice("2026/2", Net=cell), 3: invoice("2026/3", Net="many"), 4: invoice("2026/4")}
    problems = problems_of(tmp_path, file_of(sheet(Invoices=rows)))
    assert [(one.code, one.rows) for one in problems] == [
        ("error-as-text", (2,)),
        ("no-amount", (3,)),
    ]
