"""`spreadsheets.batchUpdate`: all requests or none, one reply each."""

import copy
from collections.abc import Callable

from google_emulator import (
    sheets_cells,
    sheets_dimensions,
    sheets_metadata,
    sheets_moves,
    sheets_ranges,
    sheets_structure,
)
from google_emulator.errors import sheets_error
from google_emulator.grid import Json, Spreadsheet
from google_emulator.http import UnimplementedError
from google_emulator.sheets_refusals import InvalidRequestError

Handler = Callable[[Spreadsheet, Json], Json | None]

HANDLERS: dict[str, Handler] = {
    "addConditionalFormatRule": sheets_ranges.add_conditional,
    "addDimensionGroup": sheets_dimensions.add_group,
    "addNamedRange": sheets_ranges.add_named,
    "addProtectedRange": sheets_ranges.add_protected,
    "addSheet": sheets_structure.add_sheet,
    "appendDimension": sheets_dimensions.append,
    "autoResizeDimensions": sheets_dimensions.auto_resize,
    "clearBasicFilter": sheets_ranges.clear_filter,
    "copyPaste": sheets_moves.copy_paste,
    "createDeveloperMetadata": sheets_metadata.create,
    "cutPaste": sheets_moves.cut_paste,
    "deleteConditionalFormatRule": sheets_ranges.delete_conditional,
    "deleteDeveloperMetadata": sheets_metadata.delete,
    "deleteDimension": sheets_dimensions.delete,
    "deleteDimensionGroup": sheets_dimensions.delete_group,
    "deleteNamedRange": sheets_ranges.delete_named,
    "deleteProtectedRange": sheets_ranges.delete_protected,
    "deleteSheet": sheets_structure.delete_sheet,
    "insertDimension": sheets_dimensions.insert,
    "mergeCells": sheets_moves.merge,
    "repeatCell": sheets_cells.repeat_cell,
    "setBasicFilter": sheets_ranges.set_filter,
    "setDataValidation": sheets_cells.set_validation,
    "sortRange": sheets_moves.sort_range,
    "unmergeCells": sheets_moves.unmerge,
    "updateCells": sheets_cells.update_cells,
    "updateDimensionProperties": sheets_dimensions.update_properties,
    "updateNamedRange": sheets_ranges.update_named,
    "updateProtectedRange": sheets_ranges.update_protected,
    "updateSheetProperties": sheets_structure.update_sheet,
    "updateSpreadsheetProperties": sheets_structure.update_spreadsheet,
}


def apply_all(
    spreadsheet: Spreadsheet, requests: list[Json], writer: str | None
) -> tuple[Spreadsheet, list[Json]]:
    """Apply requests to a copy, in order, and give the copy with the replies.

    The text of a refusal names the request (recorded: test_hide_show_worksheet).
    """
    if not requests:
        raise sheets_error(400, "Must specify at least one request.")
    draft = draft_of(spreadsheet, writer)
    replies = []
    for number, request in enumerate(requests):
        kind, body = next(iter(request.items()))
        try:
            reply = _handler(kind)(draft, body)
        except InvalidRequestError as refusal:
            raise sheets_error(400, f"Invalid requests[{number}].{kind}: {refusal}") from None
        replies.append({} if reply is None else {kind: reply})
    return draft, replies


def draft_of(spreadsheet: Spreadsheet, writer: str | None) -> Spreadsheet:
    """Copy a spreadsheet for somebody, so that a refusal half-way leaves the real one untouched."""
    draft = copy.deepcopy(spreadsheet)
    draft.writer = writer
    return draft


def _handler(kind: str) -> Handler:
    if kind not in HANDLERS:
        raise UnimplementedError(f"batchUpdate {kind}")
    return HANDLERS[kind]
