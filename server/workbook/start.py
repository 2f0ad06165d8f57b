"""Tab Start: column A says what, column B how it stands; what only the server needs is folded."""

from collections.abc import Mapping

from boekbrug.server.wording.said import in_language, said
from boekbrug.server.workbook.layout import LAYOUT_VERSION, StartLabel

TITLE = "Boekbrug"
LABELS = (
    *("Set-up", "Last run", "Result", "Question?", "To fix", "Last export", "Balance"),
    *("Page of this run", "", "Do not change the rows below"),
    *(label.value for label in StartLabel),
)
FOLDED_FROM = LABELS.index(StartLabel.WORKBOOK_ID.value) + 2
"""The first row, 1-based, that stands folded; the title is row 1."""

ALWAYS: Mapping[str, str] = {
    "Last run": said("none yet"),
    "Last export": said("none yet"),
    "Do not change the rows below": said("rows tell copies"),
    StartLabel.LAYOUT_VERSION.value: LAYOUT_VERSION,
}


def start_rows(
    title: tuple[str, str], values: Mapping[str, str], language: str = "en"
) -> tuple[tuple[str, str], ...]:
    """Return the rows of the tab, each label at its place, '' for what is not given.

    What people read is in that language. The labels that are read again stay English, so that
    every version of the server finds its values.

    Args:
        title: the first row.
        values: by the English label.
        language: its code; one that the server does not speak is English.
    """
    told = {**ALWAYS, **values}
    rows = (title, *((_label(label), told.get(label, "")) for label in LABELS))
    return tuple((in_language(a, language), in_language(b, language)) for a, b in rows)


def _label(label: str) -> str:
    is_read_again = label in {one.value for one in StartLabel}
    return label if is_read_again or not label else said(f"label {label}")
