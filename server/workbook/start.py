"""Tab Start: column A says what, column B how it stands; what only the server needs is folded."""

from collections.abc import Mapping

from boekbrug.server.workbook.layout import LAYOUT_VERSION, StartLabel

TITLE = "Boekbrug"
LABELS = (
    *("Set-up", "Last run", "Result", "Question?", "To fix", "Last export", "Balance"),
    *("Page of this run", "", "Do not change the rows below"),
    *(label.value for label in StartLabel),
)
FOLDED_FROM = LABELS.index(StartLabel.WORKBOOK_ID.value) + 2
"""The first row, 1-based, that stands folded; the title is row 1."""

ALWAYS = {
    "Last run": "none yet",
    "Last export": "none yet",
    "Do not change the rows below": "They tell this file from its copies.",
    StartLabel.LAYOUT_VERSION.value: LAYOUT_VERSION,
}


def start_rows(title: tuple[str, str], values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the rows of the tab, each label at its place, '' for what is not given."""
    told = ALWAYS | dict(values)
    return (title, *((label, told.get(label, "")) for label in LABELS))
