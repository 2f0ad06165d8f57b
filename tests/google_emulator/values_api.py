"""The routes of spreadsheets.values."""

from google_emulator import a1
from google_emulator.errors import sheets_error
from google_emulator.grid import Json, Spreadsheet
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.sheets_batch import draft_of
from google_emulator.sheets_lookup import found_range, readable, writable, writer_of
from google_emulator.state import State
from google_emulator.values_reading import Reading, value_range
from google_emulator.values_writing import clear, rows_of, table_of, write_range, write_rows

_VALUES = r"/v4/spreadsheets/(?P<id>[^/:]+)/values"
_INPUT_OPTIONS = {"RAW", "USER_ENTERED"}


def install(emulator: Emulator) -> None:
    """Add the routes."""
    emulator.route("GET", rf"{_VALUES}:batchGet", _batch_get)
    emulator.route("POST", rf"{_VALUES}:batchUpdate", _batch_update)
    emulator.route("POST", rf"{_VALUES}:batchClear", _batch_clear)
    emulator.route("POST", rf"{_VALUES}/(?P<range>.+):append", _append)
    emulator.route("POST", rf"{_VALUES}/(?P<range>.+):clear", _clear)
    emulator.route("GET", rf"{_VALUES}/(?P<range>.+)", _get)
    emulator.route("PUT", rf"{_VALUES}/(?P<range>.+)", _update)


def _get(state: State, request: Request) -> Response:
    return Response(body=_read(readable(state, request), request.path_values["range"], request))


def _batch_get(state: State, request: Request) -> Response:
    spreadsheet = readable(state, request)
    ranges = [_read(spreadsheet, each, request) for each in request.query.get("ranges", [])]
    answer: Json = {"spreadsheetId": spreadsheet.id}
    return Response(body=answer | ({"valueRanges": ranges} if ranges else {}))


def _update(state: State, request: Request) -> Response:
    draft = _draft(state, request)
    option = _input_option(request.parameter("valueInputOption"))
    answer = write_range(draft, request.path_values["range"], request.json, option)
    return _kept(state, draft, answer)


def _batch_update(state: State, request: Request) -> Response:
    draft, body = _draft(state, request), request.json
    option = _input_option(body.get("valueInputOption", ""))
    answers = [write_range(draft, each["range"], each, option) for each in body.get("data", [])]
    rows, columns = _touched(draft, answers)
    answer = {
        "spreadsheetId": draft.id,
        "totalUpdatedRows": rows,
        "totalUpdatedColumns": columns,
        "totalUpdatedCells": sum(each["updatedCells"] for each in answers),
        "totalUpdatedSheets": len({each["updatedRange"].rpartition("!")[0] for each in answers}),
        "responses": answers,
    }
    return _kept(state, draft, answer)


def _append(state: State, request: Request) -> Response:
    if request.parameter("insertDataOption", "OVERWRITE") != "OVERWRITE":
        raise UnimplementedError("insertDataOption")
    draft, rows = _draft(state, request), rows_of(request.json)
    option = _input_option(request.parameter("valueInputOption"))
    sheet, box = found_range(draft, request.path_values["range"])
    table = table_of(sheet, box)
    at = (table.bottom, table.left) if table else (box.top, box.left)
    width = max((len(row) for row in rows), default=0)
    sheet.resize(max(sheet.rows, at[0] + len(rows)), max(sheet.columns, at[1] + width))
    answer: Json = {"spreadsheetId": draft.id}
    if table:
        answer["tableRange"] = a1.named(sheet.title, table)
    return _kept(state, draft, answer | {"updates": write_rows(draft, sheet, at, rows, option)})


def _clear(state: State, request: Request) -> Response:
    draft = _draft(state, request)
    name = _cleared(draft, request.path_values["range"])
    return _kept(state, draft, {"spreadsheetId": draft.id, "clearedRange": name})


def _batch_clear(state: State, request: Request) -> Response:
    draft = _draft(state, request)
    names = [_cleared(draft, each) for each in request.json.get("ranges", [])]
    return _kept(state, draft, {"spreadsheetId": draft.id, "clearedRanges": names})


def _read(spreadsheet: Spreadsheet, text: str, request: Request) -> Json:
    sheet, box = found_range(spreadsheet, text)
    how = Reading(
        request.parameter("majorDimension", "ROWS"),
        request.parameter("valueRenderOption", "FORMATTED_VALUE"),
        request.parameter("dateTimeRenderOption", "SERIAL_NUMBER"),
    )
    return value_range(spreadsheet, sheet, box, how)


def _cleared(draft: Spreadsheet, text: str) -> str:
    sheet, box = found_range(draft, text)
    clear(draft, sheet, box)
    return a1.named(sheet.title, box)


def _draft(state: State, request: Request) -> Spreadsheet:
    if request.flag("includeValuesInResponse") or request.json.get("includeValuesInResponse"):
        raise UnimplementedError("includeValuesInResponse")
    return draft_of(writable(state, request), writer_of(state, request))


def _kept(state: State, draft: Spreadsheet, answer: Json) -> Response:
    state.keep(draft)
    return Response(body=answer)


def _input_option(option: str) -> str:
    if option not in _INPUT_OPTIONS:  # the words are not recorded
        raise sheets_error(400, "'valueInputOption' is required but not specified")
    return option


def _touched(draft: Spreadsheet, answers: list[Json]) -> tuple[int, int]:
    """Count rows and columns over all ranges; a column written twice counts once (recorded)."""
    boxes = [found_range(draft, each["updatedRange"]) for each in answers]
    rows = {(sheet.id, row) for sheet, box in boxes for row in range(box.top, box.bottom)}
    columns = {(sheet.id, column) for sheet, box in boxes for column in range(box.left, box.right)}
    return len(rows), len(columns)
