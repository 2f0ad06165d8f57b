"""Files of Drive v3 with what they hold: sizes, checksums, capabilities, content, changes, search.

Sources: the File schema of the discovery document; guides "Search for files and folders", "Create
and manage files" (generateIds), "Enable shared drive support" (the flags of files.list). What a
used or an unusable id is answered with stands in no recording.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

from google_emulator import fields
from google_emulator.drive_files import chosen, file_resource, visible
from google_emulator.drive_queries import matches
from google_emulator.errors import drive_error
from google_emulator.grid import new_spreadsheet
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.state import FOLDER, SPREADSHEET, DriveFile, State

_FILES = "/drive/v3/files"
_ONE = rf"{_FILES}/(?P<id>[^/]+)"
_DEFAULT_FIELDS = "kind,id,name,mimeType"
_GOOGLE_TYPES = "application/vnd.google-apps."
_WRITERS = ("writer", "fileOrganizer", "organizer", "owner")
_CHANGES = ("name", "trashed", "appProperties")
_ORDERS = {"createdTime": lambda file: file.created_at, "name": lambda file: file.name}


class Content:
    """Answer for files; ids that were given out beforehand may be used once."""

    def __init__(self) -> None:
        self._given_ids: set[str] = set()

    def generate_ids(self, state: State, request: Request) -> Response:
        ids = [state.new_id() for _ in range(int(request.parameter("count", "10")))]
        self._given_ids.update(ids)
        space = request.parameter("space", "drive")
        return Response(200, {"kind": "drive#generatedIds", "space": space, "ids": ids})

    def create(self, state: State, request: Request) -> Response:
        file = self.new_file(state, request, request.json)
        return Response(200, shown(state, file, request))

    def new_file(
        self, state: State, request: Request, metadata: dict[str, Any], content: bytes = b""
    ) -> DriveFile:
        """Make a file from its metadata, or refuse as Drive does."""
        file = self.checked(state, request, metadata)
        file.content = content
        if file.mime_type == SPREADSHEET:
            state.add_spreadsheet(new_spreadsheet(file.id, file.name), file)
        state.files[file.id] = file
        return file

    def checked(self, state: State, request: Request, metadata: dict[str, Any]) -> DriveFile:
        """Give the file that would be made; it isn't there yet."""
        parents = [visible(state, request, each) for each in metadata.get("parents") or []]
        state.refuse_creation([each.id for each in parents], request.account)
        drive_id = parents[0].drive_id if parents else None
        owner = request.account.email if request.account and not drive_id else None
        return DriveFile(
            id=self._free_id(state, metadata.get("id")),
            name=metadata.get("name") or "Untitled",
            mime_type=metadata.get("mimeType") or "application/octet-stream",
            parents=[each.id for each in parents],
            owner=owner,
            drive_id=drive_id,
            app_properties=metadata.get("appProperties") or {},
        )

    def _free_id(self, state: State, wanted: str | None) -> str:
        if wanted is None:
            return state.new_id()
        if wanted in state.files:
            text = "A file already exists with the provided ID."
            raise drive_error(409, "fileIdInUse", text)
        if wanted not in self._given_ids:
            raise drive_error(400, "invalid", "The provided file ID is not usable.")
        return wanted


def install(emulator: Emulator) -> Content:
    """Add the routes; they stand before those of files without content."""
    content = Content()
    emulator.route("GET", f"{_FILES}/generateIds", content.generate_ids)
    emulator.route("POST", _FILES, content.create)
    emulator.route("GET", _FILES, _list)
    emulator.route("GET", _ONE, _get)
    emulator.route("PATCH", _ONE, _update)
    return content


def changeable(state: State, request: Request, file_id: str) -> DriveFile:
    """Give a file to change, or refuse."""
    file = visible(state, request, file_id)
    if state.role_of(file, request.account) not in _WRITERS:
        text = "The user does not have sufficient permissions for this file."
        raise drive_error(403, "insufficientFilePermissions", text)
    return file


def shown(state: State, file: DriveFile, request: Request) -> dict[str, Any]:
    """Show what a request asks for of a file."""
    return chosen(full_resource(state, file, request), request)


def full_resource(state: State, file: DriveFile, request: Request) -> dict[str, Any]:
    """Show a file with all that its content and the asker's rights say."""
    is_writer = state.role_of(file, request.account) in _WRITERS
    resource = file_resource(file) | {
        "capabilities": {
            "canAddChildren": is_writer and file.mime_type == FOLDER,
            "canEdit": is_writer,
            "canShare": is_writer,
            "canTrash": is_writer,
        },
        "webViewLink": f"https://drive.google.com/file/d/{file.id}/view?usp=drivesdk",
    }
    if file.mime_type.startswith(_GOOGLE_TYPES):
        return resource
    return resource | {
        "size": str(len(file.content)),
        "md5Checksum": hashlib.md5(file.content, usedforsecurity=False).hexdigest(),
        "sha256Checksum": hashlib.sha256(file.content).hexdigest(),
    }


def change(file: DriveFile, metadata: dict[str, Any]) -> None:
    """Write what a request changes of a file's metadata."""
    others = [name for name in metadata if name not in _CHANGES]
    if others:
        raise UnimplementedError(f"files.update of {', '.join(others)}")
    file.name = metadata.get("name", file.name)
    file.trashed = metadata.get("trashed", file.trashed)
    file.app_properties = file.app_properties | metadata.get("appProperties", {})
    file.modified_at = datetime.now(UTC)


def _get(state: State, request: Request) -> Response:
    file = visible(state, request, request.path_values["id"])
    if request.parameter("alt") != "media":
        return Response(200, shown(state, file, request))
    if file.mime_type.startswith(_GOOGLE_TYPES):
        text = (
            "Only files with binary content can be downloaded. Use Export with Docs Editors files."
        )
        raise drive_error(403, "fileNotDownloadable", text)
    return Response(200, file.content, {"Content-Type": file.mime_type})


def _update(state: State, request: Request) -> Response:
    if request.parameter("addParents") or request.parameter("removeParents"):
        raise UnimplementedError("moving a file")
    file = changeable(state, request, request.path_values["id"])
    change(file, request.json)
    return Response(200, shown(state, file, request))


def _list(state: State, request: Request) -> Response:
    _refuse_half_said_drive(request)
    found = [file for file in state.files.values() if _is_found(state, file, request)]
    order = request.parameter("orderBy")
    if order and order not in _ORDERS:
        raise UnimplementedError(f"files.list ordered by {order}")
    found = sorted(found, key=_ORDERS[order]) if order else found
    page = found[: int(request.parameter("pageSize", "100"))]
    if len(page) < len(found):
        raise UnimplementedError("more than one page of files.list")
    answer = {
        "kind": "drive#fileList",
        "incompleteSearch": False,
        "files": [full_resource(state, file, request) for file in page],
    }
    mask = request.parameter("fields", f"kind,incompleteSearch,files({_DEFAULT_FIELDS})")
    return Response(200, fields.select(answer, fields.parse(mask)))


def _is_found(state: State, file: DriveFile, request: Request) -> bool:
    is_searched = (
        file.drive_id == request.parameter("driveId")
        if request.parameter("corpora") == "drive"
        else not file.drive_id or request.flag("includeItemsFromAllDrives")
    )
    is_visible = state.role_of(file, request.account) is not None
    return is_searched and is_visible and matches(file, request.parameter("q"))


def _refuse_half_said_drive(request: Request) -> None:
    """A search of one shared drive needs all four: corpora, driveId and both flags."""
    of_drive = request.parameter("corpora") == "drive"
    if of_drive != bool(request.parameter("driveId")):
        text = "The driveId parameter must be specified if and only if corpora is set to drive."
        raise drive_error(400, "invalid", text, locationType="parameter", location="driveId")
    flags = (request.flag("includeItemsFromAllDrives"), request.flag("supportsAllDrives"))
    if of_drive and not all(flags):
        text = "The includeItemsFromAllDrives and supportsAllDrives parameters must be set."
        raise drive_error(403, "forbidden", text)
