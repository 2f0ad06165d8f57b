"""The routes of spreadsheets: create, get, batchUpdate, developer metadata."""

from google_emulator import fields
from google_emulator.fields import Mask
from google_emulator.grid import Json, Spreadsheet, new_sheet, new_spreadsheet
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.sheets_batch import apply_all
from google_emulator.sheets_lookup import found_range, readable, writable, writer_of
from google_emulator.sheets_metadata import matching
from google_emulator.sheets_resource import spreadsheet_resource
from google_emulator.state import SPREADSHEET, DriveFile, State

_SPREADSHEETS = "/v4/spreadsheets"
_NOTHING: Mask = {"nothing": {}}
_ONE = rf"{_SPREADSHEETS}/(?P<id>[^/:]+)"


def install(emulator: Emulator) -> None:
    """Add the routes."""
    emulator.route("POST", _SPREADSHEETS, _create)
    emulator.route("GET", _ONE, _get)
    emulator.route("POST", f"{_ONE}:batchUpdate", _batch_update)
    emulator.route("POST", f"{_ONE}/developerMetadata:search", _search_metadata)


def _create(state: State, request: Request) -> Response:
    body = request.json
    state.refuse_creation([], request.account)
    properties = body.get("properties", {})
    title = properties.get("title", "Untitled spreadsheet")
    spreadsheet = new_spreadsheet(state.new_id(), title)
    spreadsheet.properties.update(properties)
    if body.get("sheets"):
        spreadsheet.sheets = [new_sheet(each.get("properties", {})) for each in body["sheets"]]
    for number, sheet in enumerate(spreadsheet.sheets, start=1):
        sheet.properties.setdefault("title", f"Sheet{number}")
    owner = request.account.email if request.account else None
    state.add_spreadsheet(spreadsheet, DriveFile(spreadsheet.id, title, SPREADSHEET, owner=owner))
    return Response(body=_shown(spreadsheet, request))


def _get(state: State, request: Request) -> Response:
    return Response(body=_shown(readable(state, request), request))


def _batch_update(state: State, request: Request) -> Response:
    """Apply all requests or none ("all requests are applied atomically": api/limits)."""
    spreadsheet, body = writable(state, request), request.json
    if body.get("includeSpreadsheetInResponse"):
        raise UnimplementedError("includeSpreadsheetInResponse")
    draft, replies = apply_all(spreadsheet, body.get("requests", []), writer_of(state, request))
    state.keep(draft)
    return Response(body={"spreadsheetId": draft.id, "replies": replies})


def _search_metadata(state: State, request: Request) -> Response:
    spreadsheet, filters = readable(state, request), request.json.get("dataFilters", [])
    found = [
        {"developerMetadata": each, "dataFilters": [wanted]}
        for wanted in filters
        for each in matching(spreadsheet, wanted)
    ]
    return Response(body={"matchedDeveloperMetadata": found} if found else {})


def _shown(spreadsheet: Spreadsheet, request: Request) -> Json:
    mask = fields.parse(request.parameter("fields"))
    boxes = [found_range(spreadsheet, text) for text in request.query.get("ranges", [])]
    resource = spreadsheet_resource(spreadsheet, boxes, _cell_mask(mask, request))
    shown: Json = fields.select(resource, mask)
    return shown


def _cell_mask(mask: Mask, request: Request) -> Mask | None:
    """Give what is asked of cells, None for no data; a mask overrules includeGridData."""
    if not mask:
        return {} if request.flag("includeGridData") else None
    if not fields.asks_for(mask, "sheets", "data"):
        return None
    of_cells = fields.below(mask, "sheets", "data", "rowData", "values")
    return _NOTHING if of_cells is None else of_cells
