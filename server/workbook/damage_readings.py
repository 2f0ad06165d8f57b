"""Texts of two readings that nothing settles: no locale does, or the column contradicts it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from boekbrug.server.bookkeeping.problems import found_in_words
from boekbrug.server.cell_values import is_doubtful, readings_of_date, readings_of_number
from boekbrug.server.conventions import Convention
from boekbrug.server.fields import LocalField, SheetDate
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.damage_finding import CellDamage
from boekbrug.server.workbook.two_readings import is_of_the_other_order, settled


def of_two_readings(
    rule: LocalField[Any],
    texts: Collection[str],
    cells: Iterable[tuple[int, Cell]],
    convention: Convention,
) -> Mapping[Cell, CellDamage]:
    """Return the texts that may be read in two ways.

    Args:
        rule: how the column, or the setting, is read.
        texts: of the column, each once.
        cells: the whole column by its row numbers.
        convention: of the workbook.
    """
    taken = settled(rule, texts, convention)
    if isinstance(rule, SheetDate):
        return {} if taken.is_order_settled else _dates(texts, cells, convention)
    known = {taken.decimal_mark, taken.thousands_mark}
    return {
        text: CellDamage(
            "number-of-two-readings", {"whole": found.whole, "fraction": found.fraction}
        )
        for text in texts
        if (found := readings_of_number(text)) and found.mark not in known
    }


def _dates(
    texts: Collection[str], cells: Iterable[tuple[int, Cell]], convention: Convention
) -> Mapping[Cell, CellDamage]:
    """Return the doubtful dates of a column, with the text that makes them so."""
    row, shown = next(
        (row, cell)
        for row, cell in cells
        if isinstance(cell, str) and is_of_the_other_order(cell, convention)
    )
    seen = {
        "row": row,
        "shown": found_in_words(shown),
        "order": said("day first" if convention.is_month_first else "month first"),
    }
    readings = {text: readings_of_date(text) for text in texts}
    return {
        text: CellDamage(
            "date-of-two-readings",
            {"day": day, "other_day": other, "typed": str(day), "other_typed": str(other), **seen},
        )
        for text, (day, other) in readings.items()
        if is_doubtful(day, other)
    }
