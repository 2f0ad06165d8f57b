from boekbrug.adapters.local.placement import place
from boekbrug.server.workbook.cells import RowChange, Tab

TAB = Tab(
    "Invoices",
    (
        ["Number", None, "Number", 2026.0, 2026.0, None],
        ["of 2026", None, " State ", 0.0, "new", None],
        [None, None, "State", None, None, None],
    ),
)


def texts(change: RowChange, *, rows_moved: bool = True):
    return place(TAB, [change], rows_moved=rows_moved)[0].texts


def change(row: int, key: str, state: str) -> RowChange:
    return RowChange(tab="Invoices", row=row, key={"Number": key}, values={"State": state})


def test_the_header_row_is_the_one_with_the_most_headers_and_a_header_its_first_column():
    assert texts(change(4, "2026", "done")) == {(4, 2): "done"}


def test_a_row_without_a_key_is_written_below_the_header_of_its_values():
    without_key = RowChange(tab="Invoices", row=6, key={}, values={"State": "x", "Nowhere": "x"})
    assert texts(without_key) == {(6, 2): "x"}


def test_a_header_is_no_row():
    tab = Tab("Invoices", (["Number", "2026"], ["State", None]))
    placed = place(tab, [change(9, "Number", "x"), change(9, "2026", "x")], rows_moved=True)
    assert [each.texts for each in placed] == [None, {(2, 2): "x"}]


def test_only_texts_that_differ_are_written_and_a_number_is_no_text():
    assert texts(change(5, "2026", "new")) == {}
    assert texts(change(4, "2026", "")) == {(4, 2): ""}
    assert texts(change(6, "", "")) == {}


def test_a_row_is_trusted_while_the_tab_is_the_one_that_was_read():
    assert texts(change(6, "2026", "x"), rows_moved=False) == {(6, 2): "x"}
    assert texts(change(6, "2026", "x")) is None


def test_a_tab_without_the_key_header_takes_nothing():
    nowhere = RowChange(tab="Invoices", row=4, key={"Date": "1"}, values={"State": "x"})
    assert texts(nowhere, rows_moved=False) is None
