"""The permissions of a file in Drive v3: who has which role, given and taken.

Source: guide "Share files, folders, and drives" and the Permission schema. A role that comes from
a folder above isn't listed below it, as in My Drive.
"""

import hashlib
from typing import Any

from google_emulator.drive_content import changeable
from google_emulator.drive_files import chosen, visible
from google_emulator.errors import drive_error
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.state import State

_PERMISSIONS = r"/drive/v3/files/(?P<id>[^/]+)/permissions"
_DEFAULT_FIELDS = "kind,id,type,role"


def install(emulator: Emulator) -> None:
    """Add the routes."""
    emulator.route("GET", _PERMISSIONS, _list)
    emulator.route("POST", _PERMISSIONS, _create)
    emulator.route("DELETE", rf"{_PERMISSIONS}/(?P<permission>[^/]+)", _delete)


def permission(email: str, role: str) -> dict[str, Any]:
    """Make the resource of one person's role."""
    return {
        "kind": "drive#permission",
        "id": str(int(hashlib.sha256(email.encode()).hexdigest()[:15], 16)),
        "type": "user",
        "role": role,
        "emailAddress": email,
    }


def _list(state: State, request: Request) -> Response:
    file = visible(state, request, request.path_values["id"])
    answer = {"kind": "drive#permissionList", "permissions": file.permissions}
    default = f"kind,permissions({_DEFAULT_FIELDS})"
    return Response(200, chosen(answer, request, default))


def _create(state: State, request: Request) -> Response:
    file, wanted = changeable(state, request, request.path_values["id"]), request.json
    if wanted.get("type") != "user":
        raise UnimplementedError(f"sharing with a {wanted.get('type')}")
    given = permission(wanted["emailAddress"], wanted["role"])
    others = [each for each in file.permissions if each["id"] != given["id"]]
    file.permissions = [*others, given]
    return Response(200, chosen(given, request, _DEFAULT_FIELDS))


def _delete(state: State, request: Request) -> Response:
    file, wanted = changeable(state, request, request.path_values["id"]), request.path_values
    others = [each for each in file.permissions if each["id"] != wanted["permission"]]
    if len(others) == len(file.permissions):
        text = f"Permission not found: {wanted['permission']}."
        raise drive_error(404, "notFound", text)
    file.permissions = others
    return Response(204)
