"""Bodies of requests: read within a limit, checked field by field, all problems in sentences."""

from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from flask import request
from marshmallow import RAISE, Schema
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge, UnsupportedMediaType

from boekbrug.server.bookkeeping.problems import Problem, found_in_words, sentence
from boekbrug.server.web.ports import DoorError

FOUND_LENGTH_MAX = 60
PAUSE_MAX_S = 10


class SlowBodyError(DoorError):
    """A body that stops arriving."""

    status = HTTPStatus.REQUEST_TIMEOUT

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__("The press did not arrive whole. Nothing was started; press again.")


class InvalidBodyError(DoorError):
    """A body that is not what it should be, or asks for something impossible."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Build the text from every problem of the body."""
        super().__init__(" ".join(sentence(problem) for problem in problems))


class StrictSchema(Schema):
    """A schema that refuses what it does not know."""

    class Meta:
        """What marshmallow reads."""

        unknown = RAISE


def read_body(bytes_max: int) -> bytes:
    """Return the body of this request.

    Raises:
        RequestEntityTooLarge: it is longer than that.
        UnsupportedMediaType: it does not say that it is JSON.
        SlowBodyError: it stopped arriving.
    """
    if (request.content_length or 0) > bytes_max:
        raise RequestEntityTooLarge
    # A body without a length is cut off at Werkzeug's limit in silence: one byte more shows it.
    request.max_content_length = bytes_max + 1
    if connection := request.environ.get("gunicorn.socket"):
        connection.settimeout(PAUSE_MAX_S)  # else a silent sender holds a thread for ever
    try:
        body = request.get_data()
    except (TimeoutError, ClientDisconnected) as error:
        raise SlowBodyError from error
    if len(body) > bytes_max:
        raise RequestEntityTooLarge
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    return body


def allowed(words: str) -> dict[str, Any]:
    """Return the messages of a field: whatever is wrong with it, this is what is allowed."""
    kinds = ("required", "null", "invalid", "invalid_utf8", "type", "validator_failed", "unknown")
    return dict.fromkeys(kinds, words)


def problems_of(
    messages: Mapping[str, Any], raw: Any, *, tab: str, place: str = ""
) -> Iterator[Problem]:
    """Yield a problem for every message of marshmallow.

    Args:
        messages: by field, nested as the fields are.
        raw: what was loaded.
        tab: what the body is, the first word of each sentence.
        place: the field that all of them are in.
    """
    for name, message in messages.items():
        is_part = name != "_schema"
        value = raw.get(name) if is_part and isinstance(raw, Mapping) else raw
        column = ".".join(filter(None, (place, name if is_part else "")))
        if isinstance(message, Mapping):
            yield from problems_of(message, value, tab=tab, place=column)
        else:
            yield Problem(tab=tab, column=column, found=shortened(value), allowed=message[0])


def shortened(value: Any) -> str:
    """Return what was found in words, as long as a sentence bears."""
    words = found_in_words(value)
    return words if len(words) <= FOUND_LENGTH_MAX else f"{words[:FOUND_LENGTH_MAX]}..."
