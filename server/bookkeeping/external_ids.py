"""External IDs: the number that the accountant's program knows a customer by.

A number belongs to the dossier; once given or taken it is never given to another customer
(rule B1). Customers get a missing number in the order of their first document, from the start
value on, past every number that anybody ever had.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Customer
from boekbrug.server.bookkeeping.plan import GivenId, Origination
from boekbrug.server.bookkeeping.problems import Problem, Severity, found_in_words

COLUMN = "Accountant's no."


@dataclass(frozen=True, slots=True)
class Assignment:
    """Each customer's number, what of it is to be stored, and what was wrong."""

    numbers: Mapping[str, str]
    given: tuple[GivenId, ...]
    problems: tuple[Problem, ...]


def free_numbers(start: str, taken: Collection[str]) -> Iterator[str]:
    """Yield the numbers from `start` on that nobody has, as wide as `start` at least.

    >>> numbers = free_numbers("100000", {"100001"})
    >>> next(numbers), next(numbers)
    ('100000', '100002')
    """
    number = int(start)
    while True:
        text = str(number).zfill(len(start))
        if text not in taken:
            yield text
        number += 1


def assign(
    wanted: Iterable[Customer],
    everybody: Mapping[str, Customer],
    history: History,
    start: str,
) -> Assignment:
    """Return a number for every wanted customer, in their order.

    Args:
        wanted: the customers of the batch, in the order of their first document.
        everybody: all customers of the sheet by key; their typed numbers are in use.
        history: the numbers that the records know.
        start: the start value of Settings, digits.
    """
    recorded = {customer: number for number, customer in history.external_ids.items()}
    typed = {customer.external_id for customer in everybody.values()} - {""}
    free = free_numbers(start, typed | set(history.external_ids))
    numbers: dict[str, str] = {}
    given: list[GivenId] = []
    problems: list[Problem] = []
    for customer in wanted:
        known = recorded.get(customer.key, "")
        decided = _decide(customer, known, everybody, history) or GivenId(
            customer=customer.key, external_id=next(free), origination=Origination.GENERATED
        )
        numbers[customer.key], stored, found = _parts(decided, customer, known)
        given.extend(stored)
        problems.extend(found)
    return Assignment(numbers, tuple(given), tuple(problems))


def _decide(
    customer: Customer, known: str, everybody: Mapping[str, Customer], history: History
) -> str | GivenId | Problem | None:
    """Return the number that the customer has, or what is to be stored, or None for a new one."""
    if customer.external_id and not known:
        return _typed(customer, everybody, history)
    if customer.external_id != known:
        return _other_than_known(customer, known)
    return known or None


def _parts(
    found: str | GivenId | Problem, customer: Customer, known: str
) -> tuple[str, list[GivenId], list[Problem]]:
    if isinstance(found, Problem):
        return known or customer.external_id, [], [found]
    if isinstance(found, GivenId):
        return found.external_id, [found], list(_renaming(found, customer))
    return found, [], []


def _typed(
    customer: Customer, everybody: Mapping[str, Customer], history: History
) -> GivenId | Problem:
    """Return the number that was typed: taken once, a renaming, or another customer's."""
    owner = history.external_ids.get(customer.external_id, "")
    if owner in everybody:
        return _copied_row(customer, everybody[owner])
    return GivenId(
        customer=customer.key,
        external_id=customer.external_id,
        origination=Origination.RENAMED if owner else Origination.TYPED,
        renamed_from=owner,
    )


def _copied_row(customer: Customer, owner: Customer) -> Problem:
    row = customer.origin.row
    return Problem.at(
        customer.origin,
        COLUMN,
        found=f'{customer.external_id}, which belongs to "{owner.key}" (row {owner.origin.row})',
        allowed="empty, or a number nobody has had",
        cure=f"Row {row} looks like a copy of row {owner.origin.row}: "
        "empty this cell and it gets the next number.",
    )


def _other_than_known(customer: Customer, known: str) -> Problem:
    """Return the problem of a number that is not the recorded one; an empty cell is put back."""
    if not customer.external_id:
        return Problem.at(
            customer.origin,
            COLUMN,
            found="nothing",
            allowed=f"{known}, the number of this customer",
            cure="It is put back.",
            severity=Severity.WARNING,
        )
    return Problem.at(
        customer.origin,
        COLUMN,
        found=customer.external_id,
        allowed=f"{known}, the number that your accountant knows this customer by",
        cure=f"Put {known} back.",
    )


def _renaming(given: GivenId, customer: Customer) -> Iterator[Problem]:
    if given.renamed_from:
        yield Problem.at(
            customer.origin,
            "Customer",
            found=f"{found_in_words(customer.key)} with number {given.external_id}",
            allowed=f'"{given.renamed_from}", the name that the number was given to, or a new name',
            cure="No row has the old name any more, so it is taken as a new name of the same "
            "customer.",
            severity=Severity.WARNING,
        )
