"""Replay of what Google really answered, and the differences.

Recordings: a JSON object a line with cassette, n, method, uri, request, status, response.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from google_emulator.grid import new_spreadsheet
from google_emulator.http import Emulator, Request
from google_emulator.state import SPREADSHEET, DriveFile

Recorded = dict[str, Any]

_ID_KEYS = {"id", "spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId"}
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
            body = body if isinstance(body, str) else json.dumps(self._translated(body))
        request = Request(recorded["method"], parts.path, query, {}, (body or "").encode())
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
        for part in text.replace(":", "/").replace("?", "/").split("/"):
            if part in self.own_ids:
                text = text.replace(part, self.own_ids[part])
        return text

    def _translated(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._translated(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self._translated(each, key) for each in value]
        if key in _ID_KEYS:
            return self.own_ids.get(value, value)
        return self._with_own_ids(value) if key == "spreadsheetUrl" else value


def by_cassette(recordings: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """Group recordings; each cassette is replayed for itself."""
    groups: dict[str, list[Recorded]] = defaultdict(list)
    for recorded in recordings:
        groups[recorded["cassette"]].append(recorded)
    return groups


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return content.decode()


def _unlike(google: Any, own: Any, path: str) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if isinstance(google, dict) and isinstance(own, dict):
        for name in (google.keys() | own.keys()) - _VOLATILE:
            yield from _unlike(google.get(name, _ABSENT), own.get(name, _ABSENT), f"{path}.{name}")
    elif isinstance(google, list) and isinstance(own, list) and len(google) == len(own):
        for place, (one, other) in enumerate(zip(google, own, strict=True)):
            yield from _unlike(one, other, f"{path}[{place}]")
    elif google != own or type(google) is not type(own):
        yield path, (google, own)
