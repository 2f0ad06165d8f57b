"""Whether the locale settles how the texts of a column are read.

A column in which one date can only be read in the other order was typed so, whatever its locale
says; so was one in which a number has the other decimal mark.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from boekbrug.server.cell_values import readings_of_date
from boekbrug.server.conventions import Convention
from boekbrug.server.fields import LocalField, SheetDate, SheetField

_LAST_MARK = re.compile(r".*([.,])[0-9]{1,6}\s*", re.DOTALL)
_MAY_BE_DOUBTFUL = re.compile(r"[0-9][.,][0-9]{3}(?![0-9])")


def settled(rule: LocalField[Any], texts: Collection[str], convention: Convention) -> Convention:
    """Return the convention by which a column is read: what its texts contradict settles nothing.

    Args:
        rule: how the column, or the setting, is read.
        texts: of the column, each once.
        convention: of the workbook.
    """
    if isinstance(rule, SheetDate):
        is_contradicted = any(is_of_the_other_order(text, convention) for text in texts)
        return replace(convention, is_order_settled=False) if is_contradicted else convention
    if not convention.decimal_mark or not any(map(_MAY_BE_DOUBTFUL.search, texts)):
        return convention
    marks = {mark for text in texts if (mark := decimal_mark(text, rule))}
    if marks <= {convention.decimal_mark}:
        return convention
    return replace(convention, decimal_mark="", thousands_mark="")


def is_of_the_other_order(text: str, convention: Convention) -> bool:
    """Whether a date can be read only in the order that is not that of the convention."""
    day_first, month_first = readings_of_date(text)
    usual, other = day_first, month_first
    if convention.is_month_first:
        usual, other = other, usual
    return usual is None and other is not None


def decimal_mark(text: str, rule: SheetField[Any]) -> str:
    """Return the mark before the decimals of a text of one reading that the column takes, or ''."""
    found = _LAST_MARK.fullmatch(text)
    if found is None or text.count(found[1]) > 1 or rule.read(text) is None:
        return ""
    return found[1]
