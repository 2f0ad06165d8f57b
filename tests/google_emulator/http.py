"""The emulator's frame: requests, responses, the table of routes and the server on loopback.

A half of the emulator (Sheets, Drive, tokens) is a function `install(emulator)` that adds its
routes and hooks. What no route answers is a 501 and stands in `Emulator.unimplemented`, which
a test must find empty: an emulator that guesses would prove nothing.
"""

import json
import re
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from google_emulator.state import Account, State


@dataclass
class Request:
    """Hold one request as it came over the wire.

    `path` is still percent-encoded (a sheet's name may hold a slash); `path_values` are the
    named groups of the route, decoded. `account` and `scopes` are set by the authentication hook.
    """

    method: str
    path: str
    query: dict[str, list[str]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)  # names in lower case
    body: bytes = b""
    path_values: dict[str, str] = field(default_factory=dict)
    account: Account | None = None
    scopes: frozenset[str] = frozenset()

    @cached_property
    def json(self) -> Any:
        """Parse the body; an empty body is an empty object, as with Google."""
        return json.loads(self.body) if self.body else {}

    def parameter(self, name: str, default: str = "") -> str:
        """Give the last value of a query parameter."""
        return self.query.get(name, [default])[-1]

    def flag(self, name: str) -> bool:
        """Tell whether a query parameter says true; clients write `true` and `True`."""
        return self.parameter(name).lower() == "true"


@dataclass
class Response:
    """Hold one answer: `body` is bytes as they are, None for nothing, or anything JSON."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        """Give the body's bytes; JSON is indented by two spaces, as Google does."""
        if self.body is None:
            return b""
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body, ensure_ascii=False, indent=2).encode()

    def content_type(self) -> str:
        """Give the declared type, else the one that fits the body."""
        plain = "application/octet-stream" if isinstance(self.body, bytes) else "application/json"
        return self.headers.get("Content-Type", f"{plain}; charset=UTF-8")


@dataclass(frozen=True)
class Exchange:
    """Hold one request with its answer; `response` is None when the connection was cut."""

    request: Request
    response: Response | None


class RefusalError(Exception):
    """Carry the answer of a request that is refused, up to the frame."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.body)
        self.response = response


class UnimplementedError(Exception):
    """Say what this emulator doesn't do: the request gets a 501 and fails the test."""


class ConnectionCutError(Exception):
    """Raised by a hook: the connection closes without an answer."""


Handler = Callable[[State, Request], Response]
Before = Callable[[Request], Response | None]
After = Callable[[Request, Response], Response]


class Emulator:
    """Serve Google's interfaces on 127.0.0.1, over one `state`.

    A request passes `before` in order (the first Response wins and nothing is applied), then its
    route under the state's lock, then `after` in order (each may replace the answer). Any hook may
    raise RefusalError or ConnectionCutError; a cut in `after` comes after the request was applied.
    """

    def __init__(self, *, port: int = 0) -> None:
        self.state = State()
        self.before: list[Before] = []
        self.after: list[After] = []
        self.exchanges: list[Exchange] = []
        self.unimplemented: list[str] = []
        self.crashes: list[str] = []
        self._routes: list[tuple[str, re.Pattern[str], Handler]] = []
        self._port = port
        self._running: tuple[_Server, threading.Thread] | None = None

    @property
    def base_url(self) -> str:
        """Give the address that stands in for every Google host; the emulator has started."""
        assert self._running, "the emulator has not started"
        return f"http://127.0.0.1:{self._running[0].server_port}"

    def route(self, method: str, path: str, handler: Handler) -> None:
        """Add a route: a regular expression for the whole encoded path, named groups kept.

        The first route that fits answers.
        """
        self._routes.append((method, re.compile(path), handler))

    def start(self) -> Self:
        """Start to serve in a thread of its own."""
        server = _Server(("127.0.0.1", self._port), self)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        self._running = server, thread
        thread.start()
        return self

    def stop(self) -> None:
        """Stop to serve and free the port."""
        assert self._running, "the emulator has not started"
        server, thread = self._running
        server.shutdown()
        server.server_close()
        thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def answer(self, request: Request) -> Response:
        """Answer one request and log the exchange; also callable without a network.

        Raises:
            ConnectionCutError: A hook cut the connection.
        """
        response: Response | None = None
        try:
            response = self._through_the_hooks(request)
        except RefusalError as refusal:
            response = refusal.response
        finally:
            self.exchanges.append(Exchange(request, response))
        return response

    def _through_the_hooks(self, request: Request) -> Response:
        for before in self.before:
            early = before(request)
            if early is not None:
                return early
        response = self._applied(request)
        for after in self.after:
            response = after(request, response)
        return response

    def _applied(self, request: Request) -> Response:
        try:
            handler = self._handler_of(request)
            with self.state.lock:
                return handler(self.state, request)
        except RefusalError as refusal:
            return refusal.response
        except UnimplementedError as gap:
            self.unimplemented.append(str(gap))
            return Response(501, {"error": {"code": 501, "message": f"Not emulated: {gap}"}})
        except Exception:  # noqa: BLE001 - whatever broke must reach the test, not only a thread
            self.crashes.append(traceback.format_exc())
            return Response(500, {"error": {"code": 500, "message": traceback.format_exc()}})

    def _handler_of(self, request: Request) -> Handler:
        for method, path, handler in self._routes:
            found = path.fullmatch(request.path) if method == request.method else None
            if found:
                request.path_values = {k: unquote(v) for k, v in found.groupdict().items() if v}
                return handler
        raise UnimplementedError(f"{request.method} {request.path}")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may keep its connection open for ever

    def __init__(self, address: tuple[str, int], emulator: Emulator) -> None:
        super().__init__(address, _RequestHandler)
        self.emulator = emulator

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that hangs up is its own business, crashes are logged."""


class _RequestHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: in two, each answer waits 40 ms for an ACK
    disable_nagle_algorithm = True
    server: _Server

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        request = Request(
            method=self.command,
            path=parts.path,
            query=parse_qs(parts.query, keep_blank_values=True),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("Content-Length", 0))),
        )
        try:
            response = self.server.emulator.answer(request)
        except ConnectionCutError:
            self.close_connection = True
            return
        self._write(response)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 - the base class's names

    def _write(self, response: Response) -> None:
        body = response.encoded()
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type())
        for name, value in response.headers.items():
            if name != "Content-Type":
                self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the exchanges are the log."""
