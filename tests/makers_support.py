"""Workbooks as several programs make them, each with one thing that a careless write loses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from excel_only_support import EXCEL_ONLY, other_workbook
from excel_support import parts
from openpyxl_support import OPENPYXL_FEATURES, openpyxl_book
from xlsxwriter_support import FEATURES, HEADERS, NETS, NUMBERS, Add, Feature, xlsxwriter_book


@dataclass(frozen=True, slots=True)
class Made:
    """A workbook: `mark` stands in a part whose name begins with `part`.

    LibreOffice makes its own of what `make` returns.
    """

    part: str
    mark: bytes
    make: Callable[[], bytes]

    def is_in(self, content: bytes) -> bool:
        """Whether the file has what it was made for."""
        return any(
            name.startswith(self.part) and self.mark in part
            for name, part in parts(content).items()
        )


LIBREOFFICE_LOSES = {
    "an image in a cell",
    "an image in the header",
    "a tab that is a chart",
    "tick boxes",
    "a formula that spills",
}
"""What no file of LibreOffice 7.4 has: it drops these when it opens one of another program."""
LIBREOFFICE_WRITES = {
    "rich text": ("xl/sharedStrings", b"<r><rPr><b"),
    "a table": ("xl/tables/table1", b'name="Sales"'),
    "a chart": ("xl/charts/chart", b"$D$2:$D$4"),  # numbered through all files of a process
}
"""Where its marks are others than those of XlsxWriter."""


def pivot_source() -> bytes:
    """Return a file of LibreOffice's own kind, with a pivot table in a tab of its own."""
    invoices: list[tuple[str | float, ...]] = [
        HEADERS,
        *(
            (number, "2026-09-30", net, "", "", "new", "")
            for number, net in zip(NUMBERS, NETS, strict=True)
        ),
    ]
    tabs: dict[str, list[tuple[str | float, ...]]] = {
        "Invoices": invoices,
        "Start": [("Last run",)],
        "Pivot": [("",)],
    }
    tables = "".join(
        f'<table:table table:name="{title}">{"".join(map(_row, rows))}</table:table>'
        for title, rows in tabs.items()
    )
    fields = "".join(
        f'<table:data-pilot-field table:source-field-name="{name}" table:orientation="{side}" '
        'table:function="sum"/>'
        for name, side in (("Number", "row"), ("Net", "data"))
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>'
        f"<office:spreadsheet>{tables}<table:data-pilot-tables><table:data-pilot-table "
        'table:name="Totals" table:target-range-address="Pivot.A1:Pivot.B6">'
        f'<table:source-cell-range table:cell-range-address="Invoices.A1:Invoices.G4"/>{fields}'
        "</table:data-pilot-table></table:data-pilot-tables></office:spreadsheet></office:body>"
        "</office:document>"
    ).encode()


def _row(cells: Sequence[str | float]) -> str:
    written = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        if isinstance(cell, int | float)
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row>{written}</table:table-row>"


def _books(
    features: Mapping[str, Feature], book: Callable[[Add], bytes], maker: str
) -> dict[str, Made]:
    return {
        f"{maker}: {name}": Made(one.part, one.mark, make=partial(book, one.add))
        for name, one in features.items()
    }


OTHERS: dict[str, Made] = {
    **_books(FEATURES, xlsxwriter_book, "XlsxWriter"),
    **_books(OPENPYXL_FEATURES, openpyxl_book, "openpyxl"),
    **{f"Excel: {name}": Made(part, mark, make) for name, (make, part, mark) in EXCEL_ONLY.items()},
}
"""Workbooks that need no LibreOffice."""

LIBREOFFICE: dict[str, Made] = {
    **{
        f"LibreOffice: {name}": Made(
            *LIBREOFFICE_WRITES.get(name, (one.part, one.mark)),
            make=partial(xlsxwriter_book, one.add),
        )
        for name, one in FEATURES.items()
        if name not in LIBREOFFICE_LOSES
    },
    "LibreOffice: a link to another workbook": Made(
        "xl/externalLinks/externalLink1", b"1.21", make=other_workbook
    ),
    "LibreOffice: a pivot table": Made("xl/pivotCache", b"cacheField", make=pivot_source),
}
"""Workbooks that LibreOffice made from others."""
