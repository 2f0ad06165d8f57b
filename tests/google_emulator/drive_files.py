"""Files of Drive: how they are shown, and delete, copy, export, comments and the import of a CSV.

The import is that of Drive v2, as the recordings do it. Making, reading, changing and finding
files is `drive_content`.
"""

import copy
import csv
import io
import re

from google_emulator import fields
from google_emulator.errors import drive_error
from google_emulator.grid import Json, new_sheet, new_spreadsheet
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.state import SPREADSHEET, DriveFile, State
from google_emulator.values_reading import Reading, value_range
from google_emulator.values_typing import enter

_ONE = "/drive/v3/files/(?P<id>[^/]+)"
_DEFAULT_FIELDS = "kind,id,name,mimeType"


def install(emulator: Emulator) -> None:
    """Add the routes."""
    emulator.route("DELETE", _ONE, _delete)
    emulator.route("POST", f"{_ONE}/copy", _copy)
    emulator.route("GET", f"{_ONE}/export", _export)
    emulator.route("GET", f"{_ONE}/comments", _comments)
    emulator.route("PUT", r"/upload/drive/v2/files/(?P<id>[^/]+)", _import_csv)


def visible(state: State, request: Request, file_id: str) -> DriveFile:
    """Give a file, or 404: unknown, not shared, or on a shared drive that wasn't asked for.

    Without supportsAllDrives a file of a shared drive is not found
    (google-api-nodejs-client #2591).
    """
    file = state.files.get(file_id)
    is_hidden = file and file.drive_id and not request.flag("supportsAllDrives")
    if file is None or is_hidden or state.role_of(file, request.account) is None:
        where = {"locationType": "parameter", "location": "fileId"}
        raise drive_error(404, "notFound", f"File not found: {file_id}.", **where)
    return file


def file_resource(file: DriveFile) -> Json:
    """Show a file as Drive v3 does; a field mask chooses."""
    resource: Json = {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": file.mime_type,
        "description": file.description,
        "parents": file.parents,
        "owners": [{"kind": "drive#user", "emailAddress": file.owner}] if file.owner else [],
        "permissions": file.permissions,
        "appProperties": file.app_properties,
        "createdTime": _instant(file.created_at),
        "modifiedTime": _instant(file.modified_at),
        "driveId": file.drive_id,
    }
    return {name: value for name, value in resource.items() if value} | {"trashed": file.trashed}


def chosen(resource: Json, request: Request, default: str = _DEFAULT_FIELDS) -> Json:
    """Choose the fields that a request asks for."""
    shown: Json = fields.select(resource, fields.parse(request.parameter("fields", default)))
    return shown


def _delete(state: State, request: Request) -> Response:
    file = visible(state, request, request.path_values["id"])
    del state.files[file.id]
    state.spreadsheets.pop(file.id, None)
    return Response(204)


def _copy(state: State, request: Request) -> Response:
    source, body = visible(state, request, request.path_values["id"]), request.json
    state.refuse_creation(body.get("parents") or [], request.account)
    file = copy.deepcopy(source)
    file.id, file.name = state.new_id(), body.get("name") or f"Copy of {source.name}"
    file.parents = body.get("parents") or source.parents
    file.owner = request.account.email if request.account else None
    if source.id in state.spreadsheets:
        duplicate = copy.deepcopy(state.spreadsheets[source.id])
        duplicate.id, duplicate.properties["title"] = file.id, file.name
        state.spreadsheets[file.id] = duplicate
    state.files[file.id] = file
    return Response(body=chosen(file_resource(file), request))


def _export(state: State, request: Request) -> Response:
    file = visible(state, request, request.path_values["id"])
    if request.parameter("mimeType") != "text/csv" or file.mime_type != SPREADSHEET:
        raise UnimplementedError(f"export to {request.parameter('mimeType')}")
    spreadsheet = state.spreadsheets[file.id]
    sheet = spreadsheet.sheets[0]
    rows = value_range(spreadsheet, sheet, sheet.box, Reading())
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows.get("values", []))
    content = text.getvalue().removesuffix("\r\n").encode()
    return Response(body=content, headers={"Content-Type": "text/csv"})


def _comments(state: State, request: Request) -> Response:
    file = visible(state, request, request.path_values["id"])
    answer: Json = {"kind": "drive#commentList", "comments": state.comments.get(file.id, [])}
    return Response(body=chosen(answer, request, "*"))


def _import_csv(state: State, request: Request) -> Response:
    """Replace a spreadsheet by a CSV; the sheet bears the file's name (recorded)."""
    file = visible(state, request, request.path_values["id"])
    spreadsheet = new_spreadsheet(file.id, file.name)
    spreadsheet.properties["timeZone"] = "America/Los_Angeles"  # recorded
    spreadsheet.sheets = [new_sheet({"title": file.name})]
    for row, line in enumerate(csv.reader(io.StringIO(request.body.decode()))):
        for column, text in enumerate(line):
            enter(spreadsheet.sheets[0].cell(row, column), text, spreadsheet.locale)
    state.keep(spreadsheet)
    return Response(body={"kind": "drive#file", "id": file.id, "title": file.name})


def _instant(moment: object) -> str:
    return re.sub(r"(\.\d{3})\d*\+00:00", r"\1Z", f"{moment:%Y-%m-%dT%H:%M:%S.%f}+00:00")
