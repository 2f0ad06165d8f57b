"""The body of a press, from raw bytes to a request; what is wrong is said all at once."""

import json
from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from boekbrug.server.bookkeeping.presets import NAMES, Preset, is_preset
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import EVER, Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import Action, RunRequest
from boekbrug.server.web.bodies import (
    InvalidBodyError,
    StrictSchema,
    allowed,
    problems_of,
    shortened,
)
from boekbrug.server.web.ports import DoorError
from boekbrug.server.web.press_fields import A_FEW_NUMBERS, NAME_LENGTH_MAX, Day, Numbers

PERIOD_YEARS_MAX = 10
ID_LENGTH_MAX = 100
NEEDLESS: Mapping[Action, tuple[str, ...]] = {
    Action.SET_UP: ("period",),
    Action.ADD_COLUMN: ("period",),
}
"""What a press may leave out."""
EXPORTING = (Action.CHECK, Action.EXPORT)
ALL = "all"
PRESETS = f"one of {', '.join(NAMES)}, or a period such as 2026-10, 2026-Q3, 2026"
NUMBER_MAX = 2**31 - 1
AN_EXPORT = "the number of an export"


class UnreadableBodyError(DoorError):
    """A body that does not even name its workbook."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(
            "Press: found a body that names no workbook, allowed: JSON such as "
            '{"workbook": "...", "period": {"from": "2026-10-01", "to": "2026-10-31"}}.'
        )


class PeriodSchema(StrictSchema):
    """The days of the export, both included."""

    error_messages = allowed("from and to")
    first = Day(
        data_key="from",
        required=True,
        error_messages=allowed("a date such as 2026-10-01"),
        metadata={"description": "The first day of the period."},
    )
    last = Day(
        data_key="to",
        required=True,
        error_messages=allowed("a date such as 2026-10-31"),
        metadata={"description": "The last day of the period."},
    )

    @validates_schema
    def _in_order(self, data: Mapping[str, date], **_: Any) -> None:
        first, last = data["first"], data["last"]
        longest = (PERIOD_YEARS_MAX, first.month, first.day)
        if last < first:
            raise ValidationError(f"a date from {first} on", "to")
        if first != EVER and (last.year - first.year, last.month, last.day) > longest:
            raise ValidationError(f"a date at most {PERIOD_YEARS_MAX} years after {first}", "to")


def _known_preset(name: str) -> None:
    if not is_preset(name):
        raise ValidationError(PRESETS)


class PresetSchema(StrictSchema):
    """A period by its name."""

    error_messages = allowed("a preset, or from and to")
    preset = fields.String(
        required=True,
        validate=_known_preset,
        error_messages=allowed(PRESETS),
        metadata={"description": "The name of the period, counted from today."},
    )


class _Days(fields.Nested):
    """A period: its days, or the name of a preset."""

    def _deserialize(self, value: Any, *given: Any, **options: Any) -> Any:
        if isinstance(value, Mapping) and "preset" in value:
            return PresetSchema().load(value)
        return super()._deserialize(value, *given, **options)


class PressSchema(StrictSchema):
    """What a press says."""

    error_messages = allowed(
        "one of workbook, period, selection, plan, documents, hold, replace, not_imported, "
        "customers"
    )
    workbook = fields.String(
        required=True,
        error_messages=allowed("the id of the workbook"),
        metadata={"description": "The id in tab Start of the workbook."},
    )
    period = _Days(
        PeriodSchema,
        required=True,
        error_messages=allowed("from and to"),
        metadata={"description": "The days of the export."},
    )
    selection = fields.Enum(
        Selection,
        by_value=True,
        load_default=Selection.NEW,
        error_messages=allowed("one of new, all"),
        metadata={"description": "new: what was not exported yet; all: the whole period."},
    )
    plan = fields.String(
        load_default="",
        validate=validate.Regexp(r"\A[0-9a-f]{64}\Z", error="the plan that a check ended with"),
        error_messages=allowed("the plan that a check ended with"),
        metadata={"description": "The plan that the person saw: the export refuses another."},
    )
    documents = Numbers(
        load_default=(),
        error_messages=allowed(A_FEW_NUMBERS),
        metadata={"description": "The only documents that it is about; left out: all."},
    )
    hold = Numbers(
        load_default=(),
        error_messages=allowed(A_FEW_NUMBERS),
        metadata={"description": "The documents that are put on hold and left out."},
    )
    replace = fields.Integer(
        strict=True,
        load_default=0,
        validate=validate.Range(1, NUMBER_MAX, error=AN_EXPORT),
        error_messages=allowed(AN_EXPORT),
        metadata={"description": "The export whose place this one takes; it needs no period."},
    )
    not_imported = fields.Boolean(
        load_default=False,
        truthy={True},
        falsy={False},
        error_messages=allowed("true or false"),
        metadata={"description": "Whether somebody says that it has not been imported yet."},
    )
    customers = fields.String(
        load_default="",
        validate=validate.Equal(ALL, error=ALL),
        error_messages=allowed(ALL),
        metadata={"description": "all: somebody's word that all may be written again, this once."},
    )


class ColumnSchema(StrictSchema):
    """A column to be added."""

    error_messages = allowed("tab and header")
    tab = fields.String(
        required=True,
        validate=validate.Length(1, NAME_LENGTH_MAX, error="the name of a tab"),
        error_messages=allowed("the name of a tab"),
        metadata={"description": "The tab that gets the column, by any of its names."},
    )
    header = fields.String(
        required=True,
        validate=validate.Length(1, NAME_LENGTH_MAX, error="the header of a column"),
        error_messages=allowed("the header of a column"),
        metadata={"description": "The column, by any of its names."},
    )


class AddColumnSchema(PressSchema):
    """What a press says that adds a column."""

    error_messages = allowed("one of workbook, column, period, selection, plan, documents, hold")
    column = fields.Nested(
        ColumnSchema,
        required=True,
        error_messages=allowed("tab and header"),
        metadata={"description": "The column that is added."},
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


def requested(raw: Mapping[str, Any], action: Action, today: date) -> RunRequest:
    """Return what the body asks for; only some of it is about a period of its own.

    Args:
        raw: the body.
        action: what is asked.
        today: the day, in the dossier's zone, that presets are counted from.

    Raises:
        InvalidBodyError: a field is missing, unknown or out of range; all of them are named.
    """
    try:
        schema = AddColumnSchema if action is Action.ADD_COLUMN else PressSchema
        needless = ("period",) if "replace" in raw else NEEDLESS.get(action, ())
        press = schema(partial=needless).load(raw)
        _refuse_elsewhere(press, action)
    except ValidationError as error:
        raise InvalidBodyError(problems_of(error.messages_dict, raw, tab="Press")) from None
    days = press.get("period", {"first": today, "last": today})
    is_named = "preset" in days
    period = Preset(days["preset"]).on(today) if is_named else Period(days["first"], days["last"])
    return RunRequest(
        period=period,
        selection=press["selection"],
        plan=press["plan"],
        documents=press["documents"],
        hold=press["hold"],
        replaces=press["replace"],
        not_imported=press["not_imported"],
        all_customers=bool(press["customers"]),
        **press.get("column", {}),
    )


def _refuse_elsewhere(press: Mapping[str, Any], action: Action) -> None:
    for name in ("replace", "customers"):
        if press[name] and action not in EXPORTING:
            raise ValidationError({name: ["only with check or export"]})


def checked_webhook_id(webhook_id: str) -> str:
    """Return the press's own id.

    Raises:
        InvalidBodyError: it could not be kept as it is.
    """
    if _could_be_an_id(webhook_id):
        return webhook_id
    problem = Problem(
        tab="Press",
        column="webhook-id",
        found=shortened(webhook_id),
        allowed=f"1 to {ID_LENGTH_MAX} letters, digits and marks of ASCII",
    )
    raise InvalidBodyError([problem])


def _could_be_an_id(text: str) -> bool:
    return text.isascii() and text.isprintable() and 0 < len(text) <= ID_LENGTH_MAX
