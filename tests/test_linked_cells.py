"""A formula that takes its value from another file shows what was seen last, and that is told."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from excel_only_support import other_workbook
from excel_support import HEAD, LIMITS, PACKAGE, packed_parts, parts
from workbook_support import invoice, read, sheet

from boekbrug.adapters.local.linked_cells import links
from boekbrug.adapters.local.open_workbook import OpenWorkbook
from boekbrug.server.bookkeeping.problems import merged, sentence
from boekbrug.server.workbook.cells import Cells, Tab
from boekbrug.server.workbook.shape import Link, Shape

RELATIONS = "xl/externalLinks/_rels/externalLink1.xml.rels"
FILES = {"1": "Prices.xlsx", "2": ""}
E2 = (2, 5, 2, 5)


@pytest.mark.parametrize(
    ("formula", "file"),
    [
        ("[1]July!B2", "Prices.xlsx"),
        ("ROUND(1.21*[1]July!$B$2,2)", "Prices.xlsx"),
        ("'[1]July 2026'!B2", "Prices.xlsx"),
        ("&apos;[1]July 2026&apos;!B2", "Prices.xlsx"),
        ("[1]!Price", "Prices.xlsx"),
        ("[2]July!B2", ""),
        ("[3]July!B2", ""),
        ("'[Prices of Jan.xlsx]July'!B2", "Prices of Jan.xlsx"),
        ("'https://acme.example/[Prices.xlsx]July'!B2", "Prices.xlsx"),
        ("Prices[[#This Row],[Net]]*2", None),
        ("Prices[1]+July!B2", None),
        ('IF(A2="[1]July!B2",1,2)', None),
        ("'July [2026'!B2", None),
        ("1+1", None),
    ],
)
def test_a_formula_on_another_file_is_told_from_any_other(formula: str, file: str | None):
    xml = f'<c r="D2"><v>1</v></c><c r="E2"><f>{formula}</f><v>12</v></c><v>]</v>'.encode()
    found = links(xml, b"", (0, len(xml)), FILES)
    assert found == (() if file is None else (Link(file=file, area=E2),))


@pytest.mark.parametrize(
    ("xml", "areas"),
    [
        ('<c r="E2"><f t="shared" ref="E2:E9" si="0">[1]A!B2</f></c>', [(2, 5, 9, 5)]),
        ('<c r="E2"><f t="array" ref="E2:F3">[1]A!B2:C3</f></c>', [(2, 5, 3, 6)]),
        ('<c r="E2"><f t="shared" si="0"/><v>]</v></c>', []),
        ("<c><f>[1]A!B2</f></c>", []),
    ],
)
def test_a_formula_of_several_cells_links_them_all(xml: str, areas: list[tuple[int, ...]]):
    found = links(xml.encode(), b"", (0, len(xml)), FILES)
    assert [link.area for link in found] == areas


def test_the_other_file_is_named_as_the_workbook_names_it():
    link = Link(file="Rates.xlsx", area=E2)
    content = other_workbook()
    assert linked_in(content) == {"Invoices": (link,)}
    for path in ("file:///C:/Users/An/Rates%20of%20Jan.xlsx", "C:\\Users\\An\\Rates of Jan.xlsx"):
        moved = parts(content)[RELATIONS].decode().replace("Rates.xlsx", path)
        link = Link(file="Rates of Jan.xlsx", area=E2)
        assert linked_in(with_part(content, RELATIONS, moved)) == {"Invoices": (link,)}


def test_a_file_that_is_told_nowhere_has_no_name():
    empty = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
    content = with_part(other_workbook(), RELATIONS, empty)
    assert linked_in(content) == {"Invoices": (Link(file="", area=E2),)}


def test_only_cells_of_which_something_is_exported_are_told():
    rows = {
        2: invoice(Own="x"),
        3: invoice("2026/19", Hold="yes"),
        4: invoice("2026/20"),
        5: invoice(None, Date=None),
    }
    cells = sheet(Invoices=rows)
    headers = [column[0] for column in tab_of(cells).columns]
    net, own = headers.index("Net") + 1, headers.index("Own") + 1
    shape = Shape(
        links=(
            Link(file="Prices.xlsx", area=(2, net, 5, net)),
            Link(file="", area=(4, net, 4, net)),
            Link(file="Old.xlsx", area=(3, net, 3, net)),
            Link(file="", area=(2, own, 9, own)),
        )
    )
    tabs = [replace(tab, shape=shape) if tab.title == "Invoices" else tab for tab in cells.tabs]
    found = read(Cells(tuple(tabs))).workbook.problems
    assert [sentence(one) for one in merged(found) if one.code == "linked-cells"] == [
        'Invoices, rows 2 and 4, Net: found formulas that take their values from "Prices.xlsx", '
        "read as the value that was seen last. In Excel choose Data > Edit Links (or Workbook "
        "Links), update them and save; or replace each formula by its value.",
        "Invoices, row 4, Net: found a formula that takes its value from another file, read as "
        "the value that was seen last. In Excel choose Data > Edit Links (or Workbook Links), "
        "update them and save; or replace the formula by its value.",
    ]


def linked_in(content: bytes) -> Mapping[str, tuple[Link, ...]]:
    """Return what is linked in a file, tab by tab."""
    cells = OpenWorkbook(content, LIMITS).cells()
    return {tab.title: tab.shape.links for tab in cells.tabs if tab.shape.links}


def tab_of(cells: Cells) -> Tab:
    return next(tab for tab in cells.tabs if tab.title == "Invoices")


def with_part(content: bytes, name: str, xml: str) -> bytes:
    """Return a file with another part in place of the one of that name."""
    return packed_parts({**parts(content), name: xml})
