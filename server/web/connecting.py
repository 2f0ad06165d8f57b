"""`POST /connect`: a pasted code connects a sheet; and the page that a browser shows there."""

import ipaddress
import json
from collections.abc import Mapping
from typing import Any

from flask import Response, request
from marshmallow import ValidationError, fields, validate

from boekbrug.server.web.answers import html_answer, json_answer, language_of_reader
from boekbrug.server.web.authentication import bearer_token
from boekbrug.server.web.bodies import (
    InvalidBodyError,
    StrictSchema,
    allowed,
    problems_of,
    read_body,
)
from boekbrug.server.web.links import NoSuchPageError
from boekbrug.server.web.ports import Service
from boekbrug.server.web.reader import Reader
from boekbrug.server.wording.said import in_language
from boekbrug.server.workflow import connect_codes
from boekbrug.server.workflow.connect_refusals import CopyKind
from boekbrug.server.workflow.connecting import ConnectRequest
from boekbrug.server.workflow.connection_told import blocked_in_words

TITLE_LENGTH_MAX = 200
CODE_LENGTH_MAX = 40
IPV6_NETWORK_BITS = 64


class ConnectSchema(StrictSchema):
    """What the button sends to connect its sheet."""

    error_messages = allowed("an object of code, workbook, title, copy")
    code = fields.String(
        required=True,
        validate=validate.Length(1, CODE_LENGTH_MAX, error="a code such as K7F3-9QXM"),
        error_messages=allowed("a code such as K7F3-9QXM"),
        metadata={"description": "The end of the pasted address."},
    )
    workbook = fields.String(
        required=True,
        validate=validate.Regexp(r"\A[A-Za-z0-9_-]{1,100}\Z", error="the id of the spreadsheet"),
        error_messages=allowed("the id of the spreadsheet"),
        metadata={"description": "The id of the spreadsheet, from its address."},
    )
    title = fields.String(
        required=True,
        error_messages=allowed("the title of the spreadsheet"),
        metadata={"description": "What people call the spreadsheet."},
    )
    copy = fields.Enum(
        CopyKind,
        by_value=True,
        allow_none=True,
        load_default=None,
        error_messages=allowed("one of continues, test, other"),
        metadata={"description": "What a copied file is, once the server has asked."},
    )


def connect(service: Service) -> Response:
    """Answer with the workbook's id, what was proven, and the folder of its files."""
    asked = _asked(read_body(service.body_bytes_max))
    token = bearer_token(dict(request.headers))
    connected = service.connections.connect(asked, token, network=_network())
    return json_answer(
        {
            "workbook": connected.workbook.id,
            "sentence": in_language(connected.sentence, language_of_reader()),
            "folder": connected.workbook.folder,
            "contact": service.operator_contact,
        }
    )


def show_connect_page(service: Service, code: str) -> Response:
    """Show where the pasted address belongs, whether the code is good or not."""
    shown = connect_codes.shown(code)
    if len(code) > CODE_LENGTH_MAX or len(connect_codes.normalised(code)) != connect_codes.LENGTH:
        raise NoSuchPageError
    address = f"{service.public_url.rstrip('/')}/connect/{shown}"
    reader = Reader(language_of_reader())
    return html_answer(
        "connect.html",
        reader=reader,
        language=reader.language,
        address=address,
        contact=service.operator_contact,
        blocked=blocked_in_words(service.button_client_id),
    )


def _asked(body: bytes) -> ConnectRequest:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raw = None
    try:
        loaded: Mapping[str, Any] = ConnectSchema().load(raw)
    except ValidationError as error:
        raise InvalidBodyError(problems_of(error.messages_dict, raw, tab="Connect")) from None
    return ConnectRequest(
        code=loaded["code"],
        location=loaded["workbook"],
        title=loaded["title"].strip()[:TITLE_LENGTH_MAX],
        copy=loaded["copy"],
        language=language_of_reader(),
    )


def _network() -> str:
    """Return the address that the request came from; one household or firm of IPv6 is one."""
    address = ipaddress.ip_address((request.remote_addr or "0.0.0.0").partition("%")[0])  # noqa: S104 - no address to listen on
    if address.version == 4:  # noqa: PLR2004 - IPv4
        return str(address)
    return str(ipaddress.ip_network((address, IPV6_NETWORK_BITS), strict=False))
