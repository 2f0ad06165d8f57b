"""Problems of rooms that know no sheet, named as the sheet names its tabs, columns and settings."""

from dataclasses import replace

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.wording.said import Said, word
from boekbrug.server.workbook.cells import text_of
from boekbrug.server.workbook.layout import FoundLayout, FoundTab, known_names, name_key
from boekbrug.server.workbook.synonyms import SETTINGS

_NAMES = known_names(SETTINGS)


def as_in_sheet(problem: Problem, layout: FoundLayout) -> Problem:
    """Return the problem with tab and column as the sheet writes them, else as the reader would.

    Args:
        problem: its tab and its column may be the English names.
        layout: of the sheet.
    """
    if isinstance(problem.tab, Said):
        # No tab, several, or one that the sheet lacks.
        return replace(problem, column=word("header", problem.column))
    found = layout.tab(problem.tab)
    tab = found.title if found else layout.title(problem.tab)
    is_settings = problem.tab in {"Settings", layout.title("Settings")}
    if is_settings:
        column, rows = _setting(problem.column, found)
        return replace(problem, tab=tab, column=column, rows=problem.rows or rows)
    return replace(problem, tab=tab, column=_header(problem.column, found))


def _header(column: str, tab: FoundTab | None) -> str:
    return tab.header(column) if tab and column in tab.columns else word("header", column)


def _setting(name: str, tab: FoundTab | None) -> tuple[str, tuple[int, ...]]:
    """Return a setting's name as its row has it, and that row; no row of several."""
    if not name or tab is None or "Setting" not in tab.columns:
        return word("setting", name), ()
    labels = tab.tab.columns[tab.columns["Setting"]]
    written = [(text_of(label), row) for row, label in enumerate(labels, start=1)]
    same = [(one, row) for one, row in written if _is_setting(one, name)]
    if not same:
        return word("setting", name), ()
    label, row = same[0]
    return label, (row,) if len(same) == 1 else ()


def _is_setting(label: str, name: str) -> bool:
    return _NAMES.get(name_key(label)) == name or name_key(label) == name_key(name)
