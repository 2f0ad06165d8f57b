"""Where the customers' numbers of a dossier begin and end, and who must be asked to begin lower.

A program holds numbers of a certain range. Within it a dossier counts from the start value of
Settings. A start value below the one that it counted from is refused until somebody gives the
accountant's word: a lower number may be a customer's in the program, who would be overwritten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import Problem, coded
from boekbrug.server.wording.said import Said, said

STARTS_AT = "Accountant's no. starts at"
USUAL_START = 100_000
"""The start value when nobody says another: above what most offices count to themselves."""
LAST = 10**18 - 1
"""The last number of a program that names none; a database holds it as a whole number."""
KNOWN_MAX = 5


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The first and the last number that a customer can be given."""

    first: int = 1
    last: int = LAST

    def __contains__(self, number: int) -> bool:
        """Whether the number lies in it."""
        return self.first <= number <= self.last


ANY_NUMBER = NumberRange()
"""The range of a program that names none."""


def shared(ranges: Iterable[NumberRange]) -> NumberRange:
    """Return the numbers that every program holds; none of them when the first is above the last.

    >>> shared([NumberRange(1, 9999999999), NumberRange(10000, 69999)])
    NumberRange(first=10000, last=69999)
    """
    known = [ANY_NUMBER, *ranges]
    return NumberRange(max(one.first for one in known), min(one.last for one in known))


def lowest_start(history: History, allowed: NumberRange) -> int:
    """Return the lowest start value that nobody has to be asked for.

    It is the one that the dossier counted from last, or a lower one that was confirmed; before
    the first number, the usual one, or the first that the program holds.
    """
    usual = USUAL_START if USUAL_START in allowed else allowed.first
    counted = usual if history.numbers_from is None else history.numbers_from
    confirmed = history.numbers_confirmed_from
    return counted if confirmed is None else min(counted, confirmed)


def lowered(start: str, history: History, allowed: NumberRange, tab: str) -> Iterator[Problem]:
    """Yield the problem of a start value that the accountant must be asked about (tab Settings)."""
    lowest = lowest_start(history, allowed)
    if int(start) < lowest:
        yield coded(
            "number-start-lowered",
            tab=tab,
            column=STARTS_AT,
            start=start,
            lowest=lowest,
            known=known_in_words(history.external_ids, int(start), lowest - 1),
        )


def full(start: str, allowed: NumberRange, tab: str) -> Problem:
    """Return the problem that no number is left from the start value on (tab Settings)."""
    return coded(
        "number-range-full",
        tab=tab,
        column=STARTS_AT,
        start=start,
        first=allowed.first,
        last=allowed.last,
    )


def known_in_words(numbers: Mapping[str, str], first: int, last: int) -> Said:
    """Return whose the known numbers of a range are, at most five customers by name.

    >>> known_in_words({"100000": "Garage Maes", "7": "Zorro"}, 1, 9)
    '1 number from 1 to 9 belongs to a customer here: Zorro (7).'
    >>> known_in_words({}, 1, 9)
    'No number from 1 to 9 is known here.'
    """
    between = NumberRange(first, last)
    known = sorted(
        (int(number), number, customer)
        for number, customer in numbers.items()
        if number.isascii() and number.isdigit() and int(number) in between
    )
    names = tuple(f"{customer} ({number})" for _, number, customer in known[:KNOWN_MAX])
    rest = len(known) - len(names)
    told = said("one other" if rest == 1 else "others", before=names, count=rest) if rest else names
    keys = {0: "no number known", 1: "one number known"}
    key = keys.get(len(known), "numbers known")
    return said(key, count=len(known), first=first, last=last, customers=told)
