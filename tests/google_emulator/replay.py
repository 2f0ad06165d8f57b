"""Replay of what Google really answered, and the differences.

Recordings: a JSON object a line with cassette, n, method, uri, request, status, response. Bytes
that are no text stand there as Python's `surrogateescape` writes them.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from google_emulator.grid import new_sheet, new_spreadsheet
from google_emulator.http import Emulator, Request
from google_emulator.state import FOLDER, SPREADSHEET, DriveFile, State

Recorded = dict[str, Any]

_ID_KEYS = {
    *("id", "spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId", "metadataId"),
    *("ids", "parents"),
}
_WITH_IDS = ("spreadsheetUrl", "message")
_LONG_ID_LENGTH = 16  # no other word of a recording is one by chance
_VOLATILE = {"createdTime", "modifiedTime", "etag", "selfLink"}
_ABSENT = "(absent)"


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold one path of one answer where the emulator says something else than Google did."""

    cassette: str
    number: int
    path: str
    google: Any
    emulator: Any


@dataclass
class Replay:
    """Send recorded requests to an emulator; identifiers are learned from its answers."""

    emulator: Emulator
    own_ids: dict[Any, Any] = field(default_factory=dict)

    def differences(self, recordings: Iterable[Recorded]) -> list[Difference]:
        """Replay in order and list every difference, path by path."""
        found = []
        for recorded in recordings:
            if recorded["status"] == 403:
                self._add_foreign(recorded)
            status, body = self._answer(recorded)
            self._learn(recorded["response"], body)
            pairs = {"status": (recorded["status"], status)}
            pairs |= dict(_unlike(self._translated(recorded["response"]), body, ""))
            found += [
                Difference(recorded["cassette"], recorded["n"], path, google, own)
                for path, (google, own) in pairs.items()
                if google != own
            ]
        return found

    def _answer(self, recorded: Recorded) -> tuple[int, Any]:
        parts = urlsplit(self._with_own_ids(recorded["uri"]))
        query = parse_qs(parts.query, keep_blank_values=True)
        body = recorded["request"]
        if body is not None:
            is_text = isinstance(body, str)
            body = self._with_own_ids(body) if is_text else json.dumps(self._translated(body))
        content = (body or "").encode(errors="surrogateescape")
        headers = _headers(body) if query.get("uploadType") == ["multipart"] else {}
        request = Request(recorded["method"], parts.path, query, headers, content)
        response = self.emulator.answer(request)
        return response.status, _decoded(response.encoded())

    def _add_foreign(self, recorded: Recorded) -> None:
        """Make the spreadsheet of somebody else that the recorder was refused."""
        file_id = urlsplit(recorded["uri"]).path.rsplit("/", 1)[-1]
        state = self.emulator.state
        state.add_spreadsheet(
            new_spreadsheet(file_id, "Private"), DriveFile(file_id, "Private", SPREADSHEET)
        )
        state.role_of = lambda file, _account: None if file.id == file_id else "owner"

    def _learn(self, google: Any, own: Any, key: str = "") -> None:
        if isinstance(google, dict) and isinstance(own, dict):
            for name in google.keys() & own.keys():
                self._learn(google[name], own[name], name)
        elif isinstance(google, list) and isinstance(own, list):
            for one, other in zip(google, own, strict=False):
                self._learn(one, other, key)
        elif key in _ID_KEYS:
            self.own_ids.setdefault(google, own)

    def _with_own_ids(self, text: str) -> str:
        for google, own in self.own_ids.items():
            if isinstance(google, str) and len(google) >= _LONG_ID_LENGTH:
                text = text.replace(google, own)
        return text

    def _translated(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._translated(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self._translated(each, key) for each in value]
        if key in _ID_KEYS:
            return self.own_ids.get(value, value)
        return self._with_own_ids(value) if key in _WITH_IDS else value


def by_cassette(recordings: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """Group recordings; each cassette is replayed for itself."""
    groups: dict[str, list[Recorded]] = defaultdict(list)
    for recorded in recordings:
        groups[recorded["cassette"]].append(recorded)
    return groups


def furnish(state: State, recordings: Sequence[Recorded]) -> None:
    """Make what was there before a recording began: a spreadsheet with its tabs, and files.

    They keep their ids. A folder is in the Shared Drive that the recording names.
    """
    drive_id = (*re.findall(r'"driveId": "([^"]+)"', json.dumps(recordings)), None)[0]
    made = {each["response"]["id"] for each in recordings if _makes(each) and each["status"] == 200}
    for each in recordings:
        answer, path = each["response"], urlsplit(each["uri"]).path
        is_read = each["method"] == "GET" and each["status"] == 200
        sheet = re.fullmatch(r"/v4/spreadsheets/([^/:]+)", path)
        if is_read and sheet and sheet[1] not in state.spreadsheets:
            there = new_spreadsheet(sheet[1], answer["properties"]["title"])
            there.sheets = [new_sheet(one["properties"]) for one in answer["sheets"]]
            state.add_spreadsheet(
                there, DriveFile(there.id, there.properties["title"], SPREADSHEET)
            )
        file = re.fullmatch(r"/drive/v3/files/([\w-]{16,})", path)
        wanted = {file[1]} if is_read and file else set()
        if _makes(each) and isinstance(each["request"], dict):
            wanted = set(each["request"].get("parents", ()))
        for file_id in wanted - made - set(state.files):
            state.files[file_id] = DriveFile(file_id, "Live", FOLDER, drive_id=drive_id)


def _makes(recorded: Recorded) -> bool:
    return recorded["method"] == "POST" and urlsplit(recorded["uri"]).path.endswith("/v3/files")


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return content.decode(errors="surrogateescape")


def _headers(body: str) -> dict[str, str]:
    """Give the headers of a multipart upload: its first line is the boundary."""
    boundary = body.partition("\r\n")[0].removeprefix("--")
    return {"content-type": f"multipart/related; boundary={boundary}"}


def _unlike(google: Any, own: Any, path: str) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if isinstance(google, dict) and isinstance(own, dict):
        for name in (google.keys() | own.keys()) - _VOLATILE:
            yield from _unlike(google.get(name, _ABSENT), own.get(name, _ABSENT), f"{path}.{name}")
    elif isinstance(google, list) and isinstance(own, list) and len(google) == len(own):
        for place, (one, other) in enumerate(zip(google, own, strict=True)):
            yield from _unlike(one, other, f"{path}[{place}]")
    elif google != own or type(google) is not type(own):
        yield path, (google, own)
