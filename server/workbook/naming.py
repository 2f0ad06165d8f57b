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
    column = _setting(problem.column, found) if is_settings else _header(problem.column, found)
    return replace(problem, tab=tab, column=column)


def _header(column: str, tab: FoundTab | None) -> str:
    return tab.header(column) if tab and column in tab.columns else word("header", column)


def _setting(name: str, tab: FoundTab | None) -> str:
    """Return a setting's name as its row has it."""
    if tab and "Setting" in tab.columns:
        labels = tab.tab.columns[tab.columns["Setting"]]
        written = (text_of(label) for label in labels)
        return next(
            (one for one in written if _NAMES.get(name_key(one)) == name), word("setting", name)
        )
    return word("setting", name)
