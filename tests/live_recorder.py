"""Keeps what Google answered, in the form of the other recordings; nothing that opens a door.

A line is a JSON object: cassette (the test), n, date, method, uri, request, status, response. Bytes
that are no text stand in it as Python's `surrogateescape` writes them. Not kept are: headers, so no
token; the exchange for a token; and what passes, a limit or an error of Google's own. A test that
uploads in chunks is left out whole, since whoever has the address of its session has the upload;
and so is one whose calls cross each other.
"""

import gzip
import json
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response

_BUSY, _SERVER_ERROR = 429, 500
_TOKENS = "oauth2.googleapis.com"
_SESSION = re.compile(r"[?&](upload_id=|uploadType=resumable)")
_REDACTED = (
    (re.compile(r"[\w.+%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), "somebody@acme.example"),
    (re.compile(r"ya29\.[\w.-]+"), "(a token)"),
    (re.compile(r"(project_number:|projects/|project |project=)\d+"), r"\g<1>4711"),
    (re.compile(r"([?&](?:access_token|key)=)[^&\"\s]+"), r"\g<1>(a key)"),
)


class Recorder:
    """Keeps the exchanges of one test after the other and writes them down at its end."""

    def __init__(self, path: Path | None, secrets: Iterable[str] = ()) -> None:
        """Write into a new file, or nowhere; `secrets` are texts that never stand in it."""
        self._path = path
        self._secrets = [each for each in secrets if each]
        self._kept: list[dict[str, Any]] = []
        self._cassette = ""
        self._is_left_out = False
        self._under_way = 0
        self._lock = threading.Lock()
        if path is not None:
            path.open("xb").close()

    def begin(self, cassette: str) -> None:
        """Take what follows for this test's."""
        self._cassette, self._kept, self._is_left_out = cassette, [], False

    @contextmanager
    def call(self) -> Iterator[None]:
        """Stand round a call; calls that cross each other have no order to be replayed in."""
        with self._lock:
            self._is_left_out |= self._under_way > 0
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1

    def keep(self, request: PreparedRequest, response: Response) -> None:
        """Keep one exchange."""
        address = str(request.url)
        passes = response.status_code >= _SERVER_ERROR or response.status_code == _BUSY
        if self._path is None or passes or urlsplit(address).hostname == _TOKENS:
            return
        with self._lock:
            self._is_left_out |= _SESSION.search(address) is not None
            exchange = {
                "cassette": self._cassette,
                "n": len(self._kept),
                "date": response.headers.get("Date", ""),
                "method": request.method,
                "uri": address,
                "request": _plain(request.body),
                "status": response.status_code,
                "response": _plain(response.content),
            }
            self._kept.append(exchange)

    def end(self) -> None:
        """Write down what was kept."""
        if self._path is None or self._is_left_out:
            return
        with _opened(self._path) as file:
            for exchange in self._kept:
                file.write(self._redacted(json.dumps(exchange)) + "\n")

    def _redacted(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(json.dumps(secret)[1:-1], "(a secret)")
        for pattern, instead in _REDACTED:
            line = pattern.sub(instead, line)
        return line


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "at", encoding="utf-8")
    return path.open("a", encoding="utf-8")


def _plain(content: str | bytes | None) -> Any:
    if not content:
        return None
    text = content if isinstance(content, str) else content.decode(errors="surrogateescape")
    try:
        return json.loads(text)
    except ValueError:
        return text
