"""Rows of a tab as a person takes them: what stands under a header, and what counts as empty."""

from fuzz.grid import EMPTY, Sheet, Shown
from fuzz.reading import texts

SERVERS = {"State", "Exported on", "Export", "Problem", "Accountant's no."}


def cell_at(sheet: Sheet, row: int, header: str) -> Shown:
    """Return the cell under a header; an unsolved one where two columns have it."""
    headers = sheet.rows[sheet.header_row or 0]
    places = [at for at, cell in enumerate(headers) if cell.header == header]
    cells = sheet.rows[row - 1]
    found = [cells[at] for at in places if at < len(cells)]
    return found[0] if len(found) == 1 else EMPTY if not found else Shown("unsolved")


def is_typed(sheet: Sheet, row: int) -> bool:
    """Whether somebody typed something under a header of people's."""
    headers = sheet.rows[sheet.header_row or 0]
    return any(
        cell.header and cell.header not in SERVERS and texts(one) != {None} and one.raw != "0"
        for cell, one in zip(headers, sheet.rows[row - 1], strict=False)
    )


def is_unnumbered(sheet: Sheet, row: int, *, is_told: bool) -> bool:
    """Whether a row of Invoices without number and date is told, or is below all and no sale."""
    if not all(_is_blank(sheet, row, header) for header in ("Number", "Date")):
        return False
    below = range(row + 1, len(sheet.rows) + 1)
    is_last = all(_is_blank(sheet, other, "Number") for other in below)
    is_sale = not any(_is_blank(sheet, row, header) for header in ("Customer", "Net"))
    is_note = all(_is_blank(sheet, row, header) for header in _typed_headers(sheet) - _AHEAD)
    return is_told or is_note or (is_last and not is_sale)


def is_prepared(sheet: Sheet, row: int, *, is_told: bool) -> bool:
    """Whether a row of Invoices has a number and nothing else, and is told or below all dates."""
    others = _typed_headers(sheet) - {"Number", "Kind", "Hold"}
    if not all(_is_blank(sheet, row, header) for header in others):
        return False
    below = range(row + 1, len(sheet.rows) + 1)
    return is_told or all(_is_blank(sheet, other, "Date") for other in below)


_AHEAD = {"Kind", "Description", "Hold"}


def _typed_headers(sheet: Sheet) -> set[str]:
    headers = {cell.header for cell in sheet.rows[sheet.header_row or 0]}
    return headers - SERVERS - {""}


def _is_blank(sheet: Sheet, row: int, header: str) -> bool:
    return texts(cell_at(sheet, row, header)) == {None}
