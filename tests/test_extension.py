"""Mounted in a foreign application, Boekbrug changes none of its answers, not by a byte."""

import json
import os
from pathlib import Path

import pytest
from flask import Flask, Response, abort, render_template
from web_support import (
    PUBLIC_URL,
    House,
    MemoryOffice,
    body,
    exported_office,
    link,
    signed,
)
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from boekbrug.server.app import BookkeepingExport

MOUNTED_URL = f"{PUBLIC_URL}/bookkeeping"
REQUESTS = [
    ("GET", "/"),
    ("HEAD", "/"),
    ("OPTIONS", "/"),
    ("GET", "/run"),
    ("GET", "/no-such-template"),
    ("GET", "/static/own.css"),
    ("GET", "/static/boekbrug.css"),
    ("GET", "/conflict"),
    ("GET", "/forbidden"),
    ("GET", "/broken"),
    ("GET", "/json"),
    ("GET", "/anything/else"),
    ("GET", "/runs/run-1"),
    ("GET", "/health/live"),
    ("POST", "/"),
    ("DELETE", "/json"),
    ("POST", "/webhooks/check"),
    ("GET", "/bookkeeping"),
    ("GET", "/bookkeeping/nothing"),
    ("POST", "/bookkeeping/nothing"),
]


def foreign_app(folder: Path) -> Flask:
    """Return an application with a mind of its own about everything that ours also has."""
    (folder / "static").mkdir(exist_ok=True)
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "static" / "own.css").write_text("body { color: red }")
    os.utime(folder / "static" / "own.css", (0, 0))
    (folder / "templates" / "run.html").write_text("<h1>{{ 'my own run' | upper }}</h1>")
    app = Flask("foreign", root_path=str(folder))
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.register_error_handler(404, lambda _: ({"foreign": "not found"}, 404))
    app.register_error_handler(405, lambda _: ("no such method here", 405))
    app.register_error_handler(409, lambda error: (f"<h1>{error.description}</h1>", 409))
    app.register_error_handler(500, lambda _: ("something broke at the host's", 500))
    app.register_error_handler(
        HTTPException, lambda error: (f"host: {error.code}", error.code or 500)
    )
    _add_routes(app)
    return app


def _add_routes(app: Flask) -> None:
    app.add_url_rule("/", "index", lambda: "hello")
    app.add_url_rule("/run", "run", lambda: render_template("run.html"))
    app.add_url_rule("/no-such-template", "gap", lambda: render_template("problem.html"))
    app.add_url_rule("/json", "json", lambda: {"b": 1, "a": 2})
    app.add_url_rule("/conflict", "conflict", lambda: abort(409, "mine"))
    app.add_url_rule("/forbidden", "forbidden", lambda: abort(403))
    app.add_url_rule("/broken", "broken", lambda: 1 / 0)  # type: ignore[arg-type]
    app.add_url_rule("/<path:rest>", "rest", lambda rest: f"caught {rest}")

    @app.after_request
    def stamp(response: Response) -> Response:
        response.headers["X-Host"] = "foreign"
        return response


def seen(answer: TestResponse) -> tuple[str, list[tuple[str, str]], bytes]:
    headers = [(name, value) for name, value in answer.headers if name != "Date"]
    with answer:
        return answer.status, headers, answer.get_data()


def own_things(host: Flask) -> tuple[object, ...]:
    """Return what an extension could change: settings, templates' names, handlers, hooks."""
    return (
        dict(host.config),
        dict(host.jinja_env.globals),
        dict(host.jinja_env.filters),
        {code: dict(kinds) for code, kinds in host.error_handler_spec[None].items()},
        host.before_request_funcs.get(None),
        host.after_request_funcs.get(None),
        host.teardown_request_funcs.get(None),
    )


def house() -> House:
    return House(office=exported_office(), public_url=MOUNTED_URL)


@pytest.mark.parametrize(("method", "path"), REQUESTS)
def test_the_answers_of_the_host_stay_byte_equal(tmp_path: Path, method: str, path: str):
    host = foreign_app(tmp_path)
    alone = seen(host.test_client().open(path, method=method))
    mounted = foreign_app(tmp_path)
    BookkeepingExport(mounted, service=house())
    assert seen(mounted.test_client().open(path, method=method)) == alone


def test_the_host_keeps_its_settings_templates_and_handlers(tmp_path: Path):
    host = foreign_app(tmp_path)
    before = own_things(host)
    BookkeepingExport(host, service=house())
    assert before == own_things(host)


def test_under_the_prefix_the_door_answers_as_it_does_alone(tmp_path: Path):
    host = foreign_app(tmp_path)
    BookkeepingExport(host, service=house())
    page = host.test_client().get(f"/bookkeeping{link(house(), part='page')}")
    assert page.status_code == 200
    assert 'href="/bookkeeping/static/boekbrug.css"' in page.text
    assert f'href="{MOUNTED_URL}/runs/run-1/files/' in page.text
    sheet = host.test_client().get("/bookkeeping/static/boekbrug.css")
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    sheet.close()


def test_errors_under_the_prefix_are_ours_whatever_the_host_does_with_its_own(tmp_path: Path):
    host = foreign_app(tmp_path)
    BookkeepingExport(host, service=house())
    answer = host.test_client().get("/bookkeeping/runs/run-1")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.status_code == 404


def test_a_press_at_a_mounted_door_is_told_addresses_with_the_prefix(tmp_path: Path):
    host = foreign_app(tmp_path)
    BookkeepingExport(host, service=House(office=MemoryOffice(), public_url=MOUNTED_URL))
    client = host.test_client()
    answer = client.post("/bookkeeping/webhooks/export", data=body(), headers=signed(body()))
    status_url = json.loads(answer.data)["status_url"]
    assert status_url.startswith(f"{MOUNTED_URL}/runs/run-1?token=")
    assert client.get(status_url.removeprefix(PUBLIC_URL)).status_code == 200


def test_the_extension_may_be_mounted_later_and_elsewhere(tmp_path: Path):
    host = foreign_app(tmp_path)
    service = house()
    extension = BookkeepingExport(service=service, url_prefix="/books")
    extension.init_app(host)
    assert host.extensions["boekbrug"] is service
    assert host.test_client().get("/books/health/live").status_code == 200


def test_the_extension_takes_settings_or_a_service_and_not_neither(tmp_path: Path):
    with pytest.raises(TypeError, match="takes either settings or a service"):
        BookkeepingExport(foreign_app(tmp_path))


def test_the_extension_reads_nothing_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PUBLIC_URL", "https://wrong.example")
    monkeypatch.setenv("SECRET_KEY", "a wrong key that is long enough to be taken")
    host = foreign_app(tmp_path)
    BookkeepingExport(host, service=house())
    page = host.test_client().get(f"/bookkeeping{link(house(), part='page')}")
    assert "wrong.example" not in page.text
