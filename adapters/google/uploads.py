"""Uploads to Drive: in one request when small, in chunks when large; sent twice, stored once.

Protocol: "Upload file data" of the Drive v3 guides. A multipart request carries metadata and
bytes; a resumable upload opens a session, sends chunks of a multiple of 256 KiB, and after a lost
answer asks the session how much it has. The id is made beforehand, so a repeat of a request that
was carried out gets 409 instead of a second file.
"""

import json
import re
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from requests import Response

from boekbrug.adapters.google import failures
from boekbrug.adapters.google.client import ATTEMPTS_MAX, GoogleClient
from boekbrug.server.bookkeeping.booking import ExportFile

FILES_URL = "https://www.googleapis.com/drive/v3/files"
UPLOAD_URL = "https://www.googleapis.com/upload/drive/v3/files"
FIELDS = "id,name,size,sha256Checksum,createdTime"
MULTIPART_BYTES_MAX = 5_000_000
CHUNK_BYTES = 32 * 256 * 1024

_GOES_ON = HTTPStatus.PERMANENT_REDIRECT  # "Resume Incomplete" in this protocol
_ALREADY_THERE = (HTTPStatus.CONFLICT,)
_SESSION_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_RECEIVED = re.compile(r"bytes=0-(\d+)")


def new_id(client: GoogleClient) -> str:
    """Return an id that a file may be made with, once."""
    parameters = {"count": "1", "space": "drive", "type": "files"}
    answer = client.call("GET", f"{FILES_URL}/generateIds", params=parameters)
    return str(answer.json()["ids"][0])


def create(client: GoogleClient, metadata: Mapping[str, Any]) -> None:
    """Make a file without bytes, such as a folder; `metadata` holds its new id."""
    parameters = {"supportsAllDrives": "true", "fields": "id"}
    client.call("POST", FILES_URL, params=parameters, json=metadata, accepted=_ALREADY_THERE)


def upload(
    client: GoogleClient, file: ExportFile, metadata: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Store the bytes as a new file and return its `FIELDS`, as Drive has them.

    Args:
        client: as whom.
        file: media type and bytes.
        metadata: name, parents and the new id.

    Raises:
        UnreachableError: the file may be there or not; uploading with the same id again is safe.
    """
    send = _in_one if len(file.content) <= MULTIPART_BYTES_MAX else _in_chunks
    answer = send(client, file, metadata)
    if answer.status_code == HTTPStatus.CONFLICT:
        return file_of(client, str(metadata["id"]), FIELDS)
    return _object(answer)


def file_of(client: GoogleClient, file_id: str, fields: str) -> Mapping[str, Any]:
    """Return these fields of a file."""
    parameters = {"supportsAllDrives": "true", "fields": fields}
    return _object(client.call("GET", f"{FILES_URL}/{file_id}", params=parameters))


def content_of(client: GoogleClient, file_id: str) -> bytes:
    """Return a file's bytes."""
    parameters = {"supportsAllDrives": "true", "alt": "media"}
    return client.call("GET", f"{FILES_URL}/{file_id}", params=parameters).content


def _in_one(client: GoogleClient, file: ExportFile, metadata: Mapping[str, Any]) -> Response:
    boundary = secrets.token_hex(16)  # cannot stand in the bytes but by a miracle
    body = b"".join(
        (
            f"--{boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n".encode(),
            json.dumps(metadata).encode(),
            f"\r\n--{boundary}\r\nContent-Type: {file.media_type}\r\n\r\n".encode(),
            file.content,
            f"\r\n--{boundary}--\r\n".encode(),
        )
    )
    return client.call(
        "POST",
        UPLOAD_URL,
        accepted=_ALREADY_THERE,
        params={"uploadType": "multipart", "supportsAllDrives": "true", "fields": FIELDS},
        data=body,
        headers={"Content-Type": f"multipart/related; boundary={boundary}"},
    )


def _in_chunks(client: GoogleClient, file: ExportFile, metadata: Mapping[str, Any]) -> Response:
    session_url, sent = _session_url(_open_session(client, file, metadata)), 0
    chunks = -(-len(file.content) // CHUNK_BYTES)
    for _ in range(chunks + ATTEMPTS_MAX):
        answer = _send_chunk(client, session_url, file.content, sent)
        if answer.status_code != _GOES_ON:
            return answer
        sent = _received(answer)
    raise failures.down("an upload that does not get on")


def _open_session(client: GoogleClient, file: ExportFile, metadata: Mapping[str, Any]) -> Response:
    return client.call(
        "POST",
        UPLOAD_URL,
        params={"uploadType": "resumable", "supportsAllDrives": "true", "fields": FIELDS},
        json=metadata,
        headers={
            "X-Upload-Content-Type": file.media_type,
            "X-Upload-Content-Length": str(len(file.content)),
        },
    )


def _session_url(opened: Response) -> str:
    """Return where the chunks go; the token goes along, so it must be Google's address."""
    url = opened.headers.get("Location", "")
    if not url.startswith(UPLOAD_URL):
        raise failures.down("an upload that leads elsewhere")
    return url


def _send_chunk(client: GoogleClient, session_url: str, content: bytes, sent: int) -> Response:
    """Send the next chunk; after a lost answer ask what arrived instead of sending it again."""
    chunk = content[sent : sent + CHUNK_BYTES]
    last = sent + len(chunk) - 1
    answer = client.call(
        "PUT",
        session_url,
        accepted=(_GOES_ON, *_SESSION_GONE),
        data=chunk,
        headers={"Content-Range": f"bytes {sent}-{last}/{len(content)}"},
        repeated={"data": b"", "headers": {"Content-Range": f"bytes */{len(content)}"}},
    )
    if answer.status_code in _SESSION_GONE:
        raise failures.down("an upload that was broken off")
    return answer


def _received(answer: Response) -> int:
    """Return how many bytes arrived; without a range it is none."""
    found = _RECEIVED.fullmatch(answer.headers.get("Range", ""))
    return int(found[1]) + 1 if found else 0


def _object(answer: Response) -> Mapping[str, Any]:
    found: Mapping[str, Any] = answer.json()
    return found
