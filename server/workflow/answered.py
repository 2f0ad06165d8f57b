"""What people typed in tab Exports as the accountant's answer, and what it asks for.

The column is theirs. One answer is read: the word Replace in the row of an export, alone or with
the word that the accountant has not imported it, asks to replace that export.
"""

from dataclasses import replace

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.wording.said import in_every_language, said
from boekbrug.server.workbook.cells import Cells, text_of
from boekbrug.server.workbook.first_sheet import SERVER_HEADERS
from boekbrug.server.workbook.layout import FoundLayout

_REPLACE = {one.casefold() for one in in_every_language(said("typed replace"))}
_NOT_IMPORTED = {one.casefold() for one in in_every_language(said("typed not imported"))}


def answers_in(cells: Cells, layout: FoundLayout) -> dict[str, str]:
    """Return what people typed as the accountant's answer, by the number of the export."""
    title = layout.title("Exports")
    exports = next((tab for tab in cells.tabs if tab.title == title), None)
    if exports is None or len(exports.columns) < len(SERVER_HEADERS["Exports"]):
        return {}
    numbers, answers = exports.columns[0], exports.columns[len(SERVER_HEADERS["Exports"]) - 1]
    pairs = zip(numbers[1:], answers[1:], strict=True)
    return {text_of(number): text_of(answer) for number, answer in pairs if answer is not None}


def as_typed_in_exports(
    request: RunRequest, cells: Cells, layout: FoundLayout, history: History
) -> RunRequest:
    """Return the request as the sheet has it: of the newest export that is to be replaced.

    A press that names its documents or asks for all of a period is about nothing else.
    """
    if request.replaces or request.documents or request.selection is Selection.ALL:
        return request
    answers = answers_in(cells, layout)
    for number in sorted(history.past, reverse=True):
        words = " ".join(answers.get(str(number), "").casefold().strip(" .").split())
        if words in _REPLACE | _NOT_IMPORTED and not history.past[number].replaced_by:
            return replace(request, replaces=number, not_imported=words in _NOT_IMPORTED)
    return request
