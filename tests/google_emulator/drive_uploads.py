"""Uploads of Drive v3: metadata and bytes in one request, or in chunks through a session.

Source: guide "Upload file data": multipart/related with the metadata first; a session answers 308
with what it has, takes chunks of a multiple of 256 KiB, and answers `Content-Range: bytes */N`.
"""

import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from google_emulator import drive_content, drive_permissions
from google_emulator.drive_content import Content, change, changeable, shown
from google_emulator.errors import drive_error
from google_emulator.http import Emulator, Request, Response, UnimplementedError
from google_emulator.state import State

CHUNK_UNIT = 256 * 1024

_UPLOAD = "/upload/drive/v3/files"
_ONE = rf"{_UPLOAD}/(?P<id>[^/]+)"
_RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass
class _Session:
    opened: Request
    metadata: dict[str, Any]
    received: bytearray = field(default_factory=bytearray)
    finished: Response | None = None


class Uploads:
    """Take uploads; `kept_bytes_max` lets a session keep less of a chunk than was sent."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._sessions: dict[str, _Session] = {}
        self.kept_bytes_max: int | None = None

    def forget_sessions(self) -> None:
        """Let all sessions be gone, as after a week."""
        self._sessions.clear()

    def open_or_store(self, state: State, request: Request) -> Response:
        """Answer POST: a new file at once, or a session for one."""
        if request.parameter("uploadType") == "resumable":
            return self._open(state, request)
        metadata, media_type, content = _parts(request)
        metadata.setdefault("mimeType", media_type)
        file = self._content.new_file(state, request, metadata, content)
        return Response(200, shown(state, file, request))

    def replace(self, state: State, request: Request) -> Response:
        """Answer PATCH: other content for a file that is there."""
        file = changeable(state, request, request.path_values["id"])
        metadata, _, content = _parts(request)
        change(file, metadata)
        file.content = content
        return Response(200, shown(state, file, request))

    def receive(self, state: State, request: Request) -> Response:
        """Answer PUT: a chunk, or the question how much is there."""
        session = self._sessions.get(request.parameter("upload_id"))
        if session is None:
            raise drive_error(404, "notFound", "Upload session not found.")
        if session.finished:
            return session.finished
        said = _RANGE.fullmatch(request.headers.get("content-range", "")) or _whole(request)
        if said[1] is not None:
            self._keep(session, request.body, start=int(said[1]), total=said[3])
        if said[3] != str(len(session.received)):
            return _incomplete(session)
        session.finished = self._finish(state, session)
        return session.finished

    def _open(self, state: State, request: Request) -> Response:
        metadata = request.json
        metadata.setdefault("mimeType", request.headers.get("x-upload-content-type"))
        self._content.checked(state, request, metadata)
        upload_id = secrets.token_urlsafe(40)
        self._sessions[upload_id] = _Session(request, metadata)
        host = request.headers["host"]
        scheme = "https" if host.endswith(".googleapis.com") else "http"
        location = f"{scheme}://{host}{_UPLOAD}?uploadType=resumable&upload_id={upload_id}"
        return Response(200, None, {"Location": location, "X-GUploader-UploadID": upload_id})

    def _keep(self, session: _Session, chunk: bytes, *, start: int, total: str) -> None:
        is_last = total == str(start + len(chunk))
        if start != len(session.received):
            raise drive_error(400, "badRequest", "Failed to parse Content-Range header.")
        if not is_last and len(chunk) % CHUNK_UNIT:
            text = f"Invalid request. A chunk must be a multiple of {CHUNK_UNIT} bytes."
            raise drive_error(400, "badRequest", text)
        session.received += chunk[: self.kept_bytes_max]

    def _finish(self, state: State, session: _Session) -> Response:
        content = bytes(session.received)
        file = self._content.new_file(state, session.opened, session.metadata, content)
        return Response(200, shown(state, file, session.opened))


def install(emulator: Emulator) -> Uploads:
    """Add the routes of uploads and of files with content."""
    drive_permissions.install(emulator)
    uploads = Uploads(drive_content.install(emulator))
    emulator.route("POST", _UPLOAD, uploads.open_or_store)
    emulator.route("PUT", _UPLOAD, uploads.receive)
    emulator.route("PATCH", _ONE, uploads.replace)
    return uploads


def _parts(request: Request) -> tuple[dict[str, Any], str, bytes]:
    """Give metadata, media type and bytes; line ends may be CRLF or LF, as clients write them."""
    kind = request.headers.get("content-type", "")
    if request.parameter("uploadType") == "media":
        return {}, kind, request.body
    boundary = re.search(r'boundary="?([^";]+)"?', kind)
    if request.parameter("uploadType") != "multipart" or not boundary:
        raise UnimplementedError(f"upload of {kind} as {request.parameter('uploadType')}")
    pieces = request.body.split(b"--" + boundary[1].encode())
    (_, metadata), (head, content) = (_head_and_body(piece) for piece in pieces[1:3])
    media_type = re.search(rb"(?i)content-type:\s*([^\r\n;]+)", head)
    plain = media_type[1].decode() if media_type else "application/octet-stream"
    return json.loads(metadata), plain, content


def _head_and_body(piece: bytes) -> tuple[bytes, bytes]:
    head, body = _HEAD_END.split(piece, maxsplit=1)
    return head, body.removesuffix(b"\n").removesuffix(b"\r")


def _whole(request: Request) -> re.Match[str]:
    size = len(request.body)
    found = _RANGE.fullmatch(f"bytes 0-{size - 1}/{size}")
    assert found, "an upload of nothing in a session"
    return found


def _incomplete(session: _Session) -> Response:
    has = {"Range": f"bytes=0-{len(session.received) - 1}"} if session.received else {}
    return Response(308, None, has)
