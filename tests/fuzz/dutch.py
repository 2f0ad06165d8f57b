"""The same workbook as a firm that reads Dutch has it: titles, headers, settings and kinds."""

from dataclasses import replace

from boekbrug.server.wording.said import in_language, word
from fuzz.grid import Grid, Shown

_CHOICES = {"Kind", "Treatment", "Line kind"}


def in_dutch(grid: Grid) -> None:
    """Give everything in the grid its Dutch name; what a person takes it for stays."""
    for sheet in grid:
        sheet.title = _dutch("tab", sheet.title)
        header_row = sheet.header_row
        if header_row is None:
            continue
        headers = [cell.header for cell in sheet.rows[header_row]]
        for row in sheet.rows[header_row + 1 :]:
            for at, (header, cell) in enumerate(zip(headers, row, strict=False)):
                if header in _CHOICES and cell.kind == "text":
                    row[at] = replace(cell, raw=_dutch("choice", cell.raw))
            if sheet.name == "Settings" and row and row[0].kind == "text":
                _translate_setting(row)
        sheet.rows[header_row] = [
            replace(cell, raw=_dutch("header", cell.raw)) if cell.header else cell
            for cell in sheet.rows[header_row]
        ]


def _translate_setting(row: list[Shown]) -> None:
    if row[0].raw == "Language":
        row[1] = replace(row[1], kind="text", raw="nl")
    row[0] = replace(row[0], raw=_dutch("setting", row[0].raw))


def _dutch(kind: str, name: str) -> str:
    return in_language(word(kind, name), "nl")
