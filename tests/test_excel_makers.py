"""Whatever program made an .xlsx file, a write changes the named cells and nothing else in it."""

import io
import re
import warnings
from pathlib import Path

import openpyxl
import pytest
from excel_support import invoice, parts, write
from libreoffice_support import NEEDS_LIBREOFFICE, converted
from lxml import etree
from makers_support import LIBREOFFICE, OTHERS
from openpyxl_support import by_openpyxl

from boekbrug.adapters.local.archive import Archive
from boekbrug.server.workbook.cells import TabContent

PIVOTS = ("LibreOffice: a pivot table", "openpyxl: a pivot table")
UNWRITTEN = "unwritten "
TEXT = "Invoices, row 3: found <no> date,\nneeded one. "
WRITTEN = {
    "Invoices": {"F2": "exported", "G3": TEXT, "G9": "late"},
    "Start": {"A1": "Last run", "B1": "Check", "A2": "Result", "B2": "2 problems"},
}
COUNTED = ("Totals", "B1")
"""A formula that counts the exported invoices."""


@pytest.fixture(scope="session")
def of_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that others made as LibreOffice opens, computes and saves it."""
    sources = {name: made.make() for name, made in (OTHERS | LIBREOFFICE).items()}
    found = converted(tmp_path_factory.mktemp("made"), sources)
    of_libreoffice, of_openpyxl = PIVOTS
    return found | {of_openpyxl: by_openpyxl(found[of_libreoffice])}


@pytest.fixture(scope="session")
def opened(
    tmp_path_factory: pytest.TempPathFactory, of_libreoffice: dict[str, bytes]
) -> dict[str, bytes]:
    """All of them after a write, as LibreOffice opens, computes and saves them."""
    folder = tmp_path_factory.mktemp("written")
    files = {name: made.make() for name, made in OTHERS.items()}
    files |= {name: of_libreoffice[name] for name in (*LIBREOFFICE, *PIVOTS)}
    written = {name: _written(folder, file) for name, file in files.items()}
    # A pivot table is filled when its file is opened, so it counts as it is then.
    pivots = {f"{UNWRITTEN}{name}": of_libreoffice[name] for name in PIVOTS}
    return converted(folder, written | pivots)


def _written(folder: Path, content: bytes) -> bytes:
    path = folder / ("Sales.xlsm" if "xl/vbaProject.bin" in parts(content) else "Sales.xlsx")
    path.write_bytes(content)
    rows = (
        invoice(2, State="exported", Problem=""),
        invoice(3, Problem=TEXT),
        invoice(9, Problem="late"),
    )
    start = TabContent("Start", (("Last run", "Check"), ("Result", "2 problems")))
    write(path, *rows, tabs=(start,))
    return path.read_bytes()


def _assert_only_cells_differ(before: bytes, after: bytes) -> None:
    """See that every part and every cell that was not written is the same, to the byte."""
    old, new = parts(before), parts(after)
    names = {name: Archive(before).sheet_parts()[name] for name in WRITTEN}
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == set(names.values())
    for title, part in names.items():
        _assert_sheet(old[part], new[part], WRITTEN[title])


_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*?(?:/>|(?<!/)>.*?</row>)', re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')


def _assert_sheet(before: bytes, after: bytes, texts: dict[str, str]) -> None:
    sheets = [re.split(rb"(?<=<sheetData>)|(?=</sheetData>)", xml) for xml in (before, after)]
    (old_head, old_rows, old_tail), (new_head, new_rows, new_tail) = sheets
    assert _DIMENSION.sub(b"", new_head) == _DIMENSION.sub(b"", old_head)
    assert new_tail == old_tail
    old = {int(row[1]): row[0] for row in _ROW.finditer(old_rows)}
    new = {int(row[1]): row[0] for row in _ROW.finditer(new_rows)}
    assert b"".join(new.values()) == new_rows, "something else among the rows"
    touched = {int(re.sub("[A-Z]", "", cell)) for cell in texts}
    assert old.keys() | touched == new.keys()
    for number, row in new.items():
        if number not in touched:
            assert row == old[number]
            continue
        old_cells = _cells(old_head, old.get(number, b"<row/>"))
        new_cells = _cells(new_head, row)
        for cell in old_cells.keys() | new_cells.keys():
            if cell in texts:
                _assert_text(new_cells[cell], old_cells.get(cell), texts[cell])
            else:
                assert _canonical(new_cells[cell]) == _canonical(old_cells[cell])


_OF_ROW = {"r", "spans"}


def _cells(head: bytes, row: bytes) -> dict[str, etree._Element]:
    sheet = etree.fromstring(head + row + b"</sheetData></worksheet>")
    found = {str(cell.get("r")): cell for cell in sheet.iterfind("{*}sheetData/{*}row/{*}c")}
    (own,) = sheet.iterfind("{*}sheetData/{*}row")
    kept = {str(name): str(value) for name, value in own.attrib.items() if name not in _OF_ROW}
    if kept.get("customHeight") not in {"1", "true"}:
        kept.pop("ht", None)  # fitted to the texts that were there
    if kept:
        found["row"] = etree.Element("row", kept)
    return found


def _assert_text(cell: etree._Element, old: etree._Element | None, text: str) -> None:
    assert "".join(str(each) for each in cell.itertext()) == text
    if old is not None:
        assert cell.get("s") == old.get("s")


def _canonical(cell: etree._Element) -> bytes:
    return etree.tostring(cell, method="c14n")


@pytest.mark.parametrize("name", OTHERS)
def test_a_write_keeps_what_stands_in_a_file(name: str, tmp_path: Path):
    made = OTHERS[name]
    content = made.make()
    assert made.is_in(content)
    _assert_only_cells_differ(content, _written(tmp_path, content))


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("name", [*LIBREOFFICE, PIVOTS[1]])
def test_a_write_keeps_what_stands_in_a_file_of_libreoffice(
    name: str, tmp_path: Path, of_libreoffice: dict[str, bytes]
):
    made = LIBREOFFICE.get(name, LIBREOFFICE[PIVOTS[0]])
    content = of_libreoffice[name]
    assert made.is_in(content)
    _assert_only_cells_differ(content, _written(tmp_path, content))


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("name", [*OTHERS, *LIBREOFFICE, PIVOTS[1]])
def test_libreoffice_opens_what_was_written_and_computes_the_same(
    name: str, opened: dict[str, bytes], of_libreoffice: dict[str, bytes]
):
    before = _values(opened.get(f"{UNWRITTEN}{name}", of_libreoffice[name]))
    after = _values(opened[name])
    texts = {(tab, cell): text for tab, cells in WRITTEN.items() for cell, text in cells.items()}
    assert {place: after.pop(place)[1] for place in texts} == texts
    if COUNTED in before:
        assert (before.pop(COUNTED)[1], after.pop(COUNTED)[1]) == (0, 1)
        assert after["Totals", "A4"] == ("=1+1", 2), "a wrong result is computed anew"
    assert after == {place: found for place, found in before.items() if place not in texts}


def _values(content: bytes) -> dict[tuple[str, str], tuple[object, object]]:
    """Return formula and value of every cell by tab and place."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not know
        formulas = openpyxl.load_workbook(io.BytesIO(content))
        values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.coordinate): (
            getattr(formulas[sheet.title][cell.coordinate].value, "text", None)
            or formulas[sheet.title][cell.coordinate].value,
            cell.value,
        )
        for sheet in values.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
