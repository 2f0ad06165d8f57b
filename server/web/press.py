"""The body of a press, from raw bytes to a request; what is wrong is said all at once."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from boekbrug.server.bookkeeping.model import Period
from boekbrug.server.bookkeeping.problems import Problem, found_in_words, sentence
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.web.ports import DoorError

PERIOD_YEARS_MAX = 10
ID_LENGTH_MAX = 100
FOUND_LENGTH_MAX = 60
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class UnreadableBodyError(DoorError):
    """A body that does not even name its workbook."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(
            "Press: found a body that names no workbook, allowed: JSON such as "
            '{"workbook": "...", "period": {"from": "2026-10-01", "to": "2026-10-31"}}.'
        )


class InvalidPressError(DoorError):
    """A signed body that asks for something impossible."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, problems: list[Problem]) -> None:
        """Build the text from every problem of the body."""
        super().__init__(" ".join(sentence(problem) for problem in problems))


def _allowed(words: str) -> dict[str, Any]:
    """Return the messages of a field: whatever is wrong with it, this is what is allowed."""
    kinds = ("required", "null", "invalid", "invalid_utf8", "type", "validator_failed", "unknown")
    return dict.fromkeys(kinds, words)


class _Day(fields.Field[date]):
    """A date as 2026-10-31; the stock field also takes 20261031 and 2026-W44-6."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date:
        if not isinstance(value, str) or not DAY.fullmatch(value):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.make_error("invalid") from None


class _Strict(Schema):
    class Meta:
        unknown = RAISE


class PeriodSchema(_Strict):
    """The days of the export, both included."""

    error_messages = _allowed("from and to")
    first = _Day(
        data_key="from",
        required=True,
        error_messages=_allowed("a date such as 2026-10-01"),
        metadata={"description": "The first day of the period."},
    )
    last = _Day(
        data_key="to",
        required=True,
        error_messages=_allowed("a date such as 2026-10-31"),
        metadata={"description": "The last day of the period."},
    )

    @validates_schema
    def _in_order(self, data: Mapping[str, date], **_: Any) -> None:
        first, last = data["first"], data["last"]
        longest = (PERIOD_YEARS_MAX, first.month, first.day)
        if last < first:
            raise ValidationError(f"a date from {first} on", "to")
        if (last.year - first.year, last.month, last.day) > longest:
            raise ValidationError(f"a date at most {PERIOD_YEARS_MAX} years after {first}", "to")


class PressSchema(_Strict):
    """What a press says."""

    error_messages = _allowed("one of workbook, period, selection, plan")
    workbook = fields.String(
        required=True,
        error_messages=_allowed("the id of the workbook"),
        metadata={"description": "The id in tab Start of the workbook."},
    )
    period = fields.Nested(
        PeriodSchema,
        required=True,
        error_messages=_allowed("from and to"),
        metadata={"description": "The days of the export."},
    )
    selection = fields.Enum(
        Selection,
        by_value=True,
        load_default=Selection.NEW,
        error_messages=_allowed("one of new, all"),
        metadata={"description": "new: what was not exported yet; all: the whole period."},
    )
    plan = fields.String(
        load_default="",
        validate=validate.Regexp(r"\A[0-9a-f]{64}\Z", error="the plan that a check ended with"),
        error_messages=_allowed("the plan that a check ended with"),
        metadata={"description": "The plan that the person saw: the export refuses another."},
    )


def parsed(body: bytes) -> tuple[str, Mapping[str, Any]]:
    """Return the workbook's id and the whole body, as far as it can be read unproven.

    Raises:
        UnreadableBodyError: it is no JSON object, or names no workbook.
    """
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableBodyError from None
    workbook_id = raw.get("workbook") if isinstance(raw, dict) else None
    if not isinstance(workbook_id, str) or not _could_be_an_id(workbook_id):
        raise UnreadableBodyError
    return workbook_id, raw


def requested(raw: Mapping[str, Any]) -> RunRequest:
    """Return what the body asks for.

    Raises:
        InvalidPressError: a field is missing, unknown or out of range; all of them are named.
    """
    try:
        press = PressSchema().load(raw)
    except ValidationError as error:
        raise InvalidPressError(list(_problems(error.messages_dict, raw))) from None
    period = Period(press["period"]["first"], press["period"]["last"])
    return RunRequest(period=period, selection=press["selection"], plan=press["plan"])


def checked_webhook_id(webhook_id: str) -> str:
    """Return the press's own id.

    Raises:
        InvalidPressError: it could not be kept as it is.
    """
    if _could_be_an_id(webhook_id):
        return webhook_id
    allowed = f"1 to {ID_LENGTH_MAX} letters, digits and marks of ASCII"
    found = _found(webhook_id)
    raise InvalidPressError(
        [Problem(tab="Press", column="webhook-id", found=found, allowed=allowed)]
    )


def _could_be_an_id(text: str) -> bool:
    return text.isascii() and text.isprintable() and 0 < len(text) <= ID_LENGTH_MAX


def _problems(messages: Mapping[str, Any], raw: Any, place: str = "") -> Iterator[Problem]:
    for name, message in messages.items():
        is_part = name != "_schema"
        value = raw.get(name) if is_part and isinstance(raw, Mapping) else raw
        column = ".".join(filter(None, (place, name if is_part else "")))
        if isinstance(message, Mapping):
            yield from _problems(message, value, column)
        else:
            yield Problem(tab="Press", column=column, found=_found(value), allowed=message[0])


def _found(value: Any) -> str:
    words = found_in_words(value)
    return words if len(words) <= FOUND_LENGTH_MAX else f"{words[:FOUND_LENGTH_MAX]}..."
