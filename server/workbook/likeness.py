"""How like two names are, for people who spell them otherwise."""

import re

_MISSPELT_MIN, _LONG_MIN = 4, 8
"""Letters: shorter names are never taken for a misspelling; longer ones may have two slips."""


def distance(one: str, other: str) -> int:
    """Return how many letters were left out, added, exchanged or swapped with their neighbour.

    >>> distance("discout", "discount"), distance("wiht", "with"), distance("", "abc")
    (1, 1, 3)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, above, row = row, before, [at]
        for place, its in enumerate(other, start=1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != its))
            swapped = at > 1 and place > 1 and (letter, one[at - 2]) == (other[place - 2], its)
            row.append(min(cost, above[place - 2] + 1) if swapped else cost)
    return row[-1]


def is_misspelling(text: str, name: str) -> bool:
    """Whether a text is a name with a slip or two, and no word of its own.

    A name with more behind it, or with another figure, is another name.

    >>> is_misspelling("discout amount", "discount amount"), is_misspelling("betaald", "al betaald")
    (True, False)
    """
    shorter, longer = sorted((text, name), key=len)
    if len(shorter) < _MISSPELT_MIN or re.findall(r"\d+", text) != re.findall(r"\d+", name):
        return False
    most = 2 if len(shorter) >= _LONG_MIN and not longer.startswith(shorter) else 1
    return len(longer) - len(shorter) <= most and distance(text, name) <= most
