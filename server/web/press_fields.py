"""What a field of a press may hold, beside the stock ones."""

import re
from datetime import date
from typing import Any

from marshmallow import fields

NAME_LENGTH_MAX = 100
NUMBERS_MAX = 1000
A_FEW_NUMBERS = f"1 to {NUMBERS_MAX} numbers of documents, as texts"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Day(fields.Field[date]):
    """A date as 2026-10-31; the stock field also takes 20261031 and 2026-W44-6."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date:
        if not isinstance(value, str) or not DAY.fullmatch(value):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.make_error("invalid") from None


class Numbers(fields.Field[tuple[str, ...]]):
    """Numbers of documents, at least one."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[str, ...]:
        are_there = isinstance(value, list) and 0 < len(value) <= NUMBERS_MAX
        if not are_there or not all(_could_be_a_number(one) for one in value):
            raise self.make_error("invalid")
        return tuple(one.strip() for one in value)


def _could_be_a_number(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= NAME_LENGTH_MAX
