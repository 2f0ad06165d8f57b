"""Google's own description of its interfaces, and whether an exchange keeps to it.

The discovery documents come with the google-api-python-client package (Apache-2.0). They tell
paths, query parameters and the shapes of bodies; nothing in them is required, errors are not
described. Calibrated on recorded exchanges: `REALITY` holds what Google takes all the same.
"""

import json
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from google_emulator.http import Exchange, Request, Response

DOCUMENTS = ("sheets.v4", "drive.v3", "drive.v2")

REALITY = {("drive.files.get", "includeItemsFromAllDrives"): "Google takes it from gspread"}
"""Query parameters that no document declares and that the recordings show all the same."""

_UNDESCRIBED = re.compile(r"/token|/oauth2/v1/certs")
_INT64 = {"type": "string", "pattern": r"\A-?\d+\Z"}
_MEDIA_TYPE = "application/json"
_TYPED_BY_PEOPLE = frozenset({"stringValue", "numberValue", "formattedValue", "note", "values"})
"""Members that hold any text or number: their shape is their type."""


@dataclass(frozen=True)
class Method:
    """One method of an interface: how to know it, and what it takes and gives."""

    id: str
    verb: str
    path: re.Pattern[str]
    literals: int
    parameters: Mapping[str, Mapping[str, Any]]
    request: Draft202012Validator | None
    response: Draft202012Validator | None


def violations(exchange: Exchange) -> list[str]:
    """List where an exchange leaves the contract, one sentence each.

    What Google must refuse may be wrong as long as it was refused with a 400. A connection that
    was cut has an answer that nobody saw.
    """
    request, response = exchange.request, exchange.response
    if _UNDESCRIBED.fullmatch(request.path):
        return []
    method = method_of(request)
    if method is None:
        return [f"{request.method} {request.path}: no such method"]
    wrong = []
    if response is None or response.status != 400:
        wrong += [*_query_violations(method, request), *_body_violations(method, request)]
    if response is not None and response.status < 300:
        wrong += _answer_violations(method, request, response)
    return [f"{method.id}: {each}" for each in wrong]


def method_of(request: Request) -> Method | None:
    """Find the method that a request calls: the one whose path says most.

    The chunks of an upload go to the address that its session gave, still for the same method.
    """
    verb = "POST" if "upload_id" in request.query else request.method
    found = [
        method
        for method in _methods()
        if method.verb == verb and method.path.fullmatch(request.path)
    ]
    return max(found, key=lambda method: method.literals, default=None)


def json_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Translate a schema of the discovery format into JSON Schema; nothing undeclared is allowed.

    >>> json_schema({"type": "array", "items": {"$ref": "Sheet"}})
    {'type': 'array', 'items': {'$ref': '#/$defs/Sheet'}}
    """
    if "$ref" in schema:
        return {"$ref": f"#/$defs/{schema['$ref']}"}
    if schema.get("format") in ("int64", "uint64"):
        return dict(_INT64)
    kind = schema.get("type", "any")
    translated: dict[str, Any] = {} if kind == "any" else {"type": kind}
    if "enum" in schema:
        translated["enum"] = schema["enum"]
    if kind == "array":
        translated["items"] = json_schema(schema["items"])
    if kind == "object":
        own, others = schema.get("properties", {}), schema.get("additionalProperties")
        translated["properties"] = {name: json_schema(each) for name, each in own.items()}
        translated["additionalProperties"] = False if others is None else json_schema(others)
    return translated


@cache
def document(name: str) -> Mapping[str, Any]:
    """Load a discovery document as Google publishes it."""
    folder = files("googleapiclient.discovery_cache").joinpath("documents")
    loaded: Mapping[str, Any] = json.loads(folder.joinpath(f"{name}.json").read_text("utf-8"))
    return loaded


@cache
def _methods() -> tuple[Method, ...]:
    return tuple(each for name in DOCUMENTS for each in _methods_of(document(name)))


def _methods_of(api: Mapping[str, Any]) -> Iterator[Method]:
    definitions = {name: json_schema(schema) for name, schema in api["schemas"].items()}

    def validator(reference: Mapping[str, Any] | None) -> Draft202012Validator | None:
        if reference is None:
            return None
        return Draft202012Validator({"$defs": definitions, **json_schema(reference)})

    for described in _described(api["resources"]):
        upload = described.get("mediaUpload", {}).get("protocols", {}).get("simple", {})
        for path in filter(None, (f"/{api['servicePath']}{described['path']}", upload.get("path"))):
            yield Method(
                described["id"],
                described["httpMethod"],
                _pattern(path),
                len(re.sub(r"\{[^}]*\}", "", path)),
                {**api["parameters"], **described.get("parameters", {})},
                validator(described.get("request")),
                validator(described.get("response")),
            )


def _described(resources: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for resource in resources.values():
        yield from resource.get("methods", {}).values()
        yield from _described(resource.get("resources", {}))


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile("([^/]+)".join(map(re.escape, parts)))


def _query_violations(method: Method, request: Request) -> Iterator[str]:
    for name, values in request.query.items():
        declared = method.parameters.get(name)
        if declared is None:
            if (method.id, name) not in REALITY and name != "upload_id":
                yield f"no parameter {name}"
            continue
        for value in values:
            if "enum" in declared and value not in declared["enum"]:
                yield f'parameter {name}: found "{value}", allowed: {declared["enum"]}'
            if declared.get("type") == "boolean" and value.lower() not in ("true", "false"):
                yield f'parameter {name}: found "{value}", allowed: true, false'


def _body_violations(method: Method, request: Request) -> Iterator[str]:
    body = _sent(request)
    if body is None:
        return
    if method.request is None:
        yield "takes no body"
        return
    yield from _shape_violations(method.request, body, "request")


def _answer_violations(method: Method, request: Request, response: Response) -> Iterator[str]:
    is_content = isinstance(response.body, bytes) or request.parameter("alt") == "media"
    if response.body is None or is_content:
        return
    if method.response is None:
        yield "gives no body"
        return
    yield from _shape_violations(method.response, response.body, "response")


def _shape_violations(validator: Draft202012Validator, body: Any, what: str) -> Iterator[str]:
    for error in validator.iter_errors(_distinct(body)[0]):
        yield f"{what} {error.json_path}: {error.message[:200]}"


def _sent(request: Request) -> Any:
    """Give the JSON that a request carries, in a body of its own or as the first of two parts."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/"):
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        parts = message_from_bytes(head + request.body).get_payload()
        first = parts[0].get_payload(decode=True)  # type: ignore[index,union-attr]
        return json.loads(first)  # type: ignore[arg-type]
    return request.json if kind.startswith(_MEDIA_TYPE) and request.body else None


def _distinct(body: Any, name: str = "") -> tuple[Any, Hashable]:
    """Return a body without what repeats itself, and the shape by which that is known.

    Ten thousand cells of one shape are one cell to a schema. Fields that are null are dropped:
    Google takes them as absent.
    """
    if isinstance(body, dict):
        told = {key: _distinct(each, key) for key, each in body.items() if each is not None}
        shape = frozenset((key, shape) for key, (_, shape) in told.items())
        return {key: each for key, (each, _) in told.items()}, shape
    if isinstance(body, list):
        shapes = {shape: each for each, shape in reversed([_distinct(one, name) for one in body])}
        return list(shapes.values()), ("list", frozenset(shapes))
    kind = type(body).__name__
    return body, kind if name in _TYPED_BY_PEOPLE else (kind, body)
