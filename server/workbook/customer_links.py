"""Customers that name another one: a branch its head, an occasional one its collective customer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import CustomerKind
from boekbrug.server.wording.said import word
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.registers import Register, is_held

LINKS = ("branch_of", "booked_on", "merged_into")


def linked(
    register: Register[Customer], rows: Iterable[Row], links: Sequence[str]
) -> tuple[Register[Customer], list[Problem]]:
    """Return the customers, each naming others as these are spelt, and what is wrong with that.

    Args:
        register: all customers.
        rows: theirs, and those that could not be read; of one on hold nothing is wrong.
        links: the attributes whose column the tab has.
    """
    things = dict(register.things)
    problems: list[Problem] = []
    for row in rows:
        key = str(row.get("key", "")).casefold()
        for attribute in links:
            name: str = row.get(attribute, "")
            if not name:
                continue
            other = register.find(name)
            if not is_held(row):
                problems += _problems(row, attribute, other, register)
            if other is not None and key in things and things[key].origin == row.origin:
                named = {attribute: other.key}
                things[key] = replace(things[key], **named)  # type: ignore[arg-type] # all are text
    return replace(register, things=things), problems


def kinds_of(customer: Customer) -> dict[str, Any]:
    """Return what a sentence says of one that is not the collective customer it should be."""
    return {
        "collective": word("choice", CustomerKind.COLLECTIVE.value),
        "kind": word("choice", customer.kind.value),
        "at_row": customer.origin.row,
    }


def _problems(
    row: Row, attribute: str, other: Customer | None, register: Register[Customer]
) -> Iterator[Problem]:
    if other is None:
        yield register.refusal(row, attribute, row[attribute])
    elif other.origin == row.origin:
        yield row.wrong(attribute, "customer-of-itself")
    elif further := getattr(other, attribute):
        yield row.wrong(
            attribute,
            "chain-of-customers",
            header=row.header(attribute),
            row=other.origin.row,
            further=further,
        )
    elif attribute == "booked_on" and other.kind is not CustomerKind.COLLECTIVE:
        yield row.wrong(attribute, "not-collective", **kinds_of(other))
