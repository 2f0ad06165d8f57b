"""Which known name somebody meant who wrote another one."""

import difflib
import re
from collections.abc import Iterable, Mapping

from boekbrug.server.cell_values import folded
from boekbrug.server.workbook.likeness import distance

LOOKUPS_MAX = 100
"""After so many different unknown names no nearest one is sought: each compares all names."""
SHOWN_MAX = 3
LIKENESS_MIN = 0.7
_SHORT_MAX = 5
"""Letters of a name so short that one of them is much of it."""
_WORD_MIN = 3

_FORMS = frozenset(
    {
        *("bv", "bvba", "nv", "vzw", "ivzw", "cv", "cvba", "vof", "commv", "gcv"),
        *("sa", "srl", "sprl", "asbl", "aisbl", "sc", "scrl", "snc", "sarl", "sas"),
        *("gmbh", "ag", "kg", "ohg", "ug", "ev", "ltd", "llc", "inc", "plc"),
    }
)
"""What a firm is in law, which people leave out or write before the name."""


class NearestNames:
    """The known names and their rows, for people who spell them otherwise."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        self._rows = rows
        self._sought: dict[str, tuple[str, ...]] = {}
        self._texts: dict[str, list[str]] = {}
        self._words: dict[str, set[str]] = {}

    def of(self, name: str) -> tuple[str, int] | None:
        """Return the nearest known name and its row, or None when none or several are near."""
        near = self.all_of(name)
        return (near[0], self._rows[near[0]]) if len(near) == 1 else None

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return the nearest known name, or the few that have the words of this one."""
        key = folded(name)
        if key not in self._sought:
            if len(self._sought) == LOOKUPS_MAX:
                return ()
            if not self._sought:
                self._take_apart()
            self._sought[key] = tuple(self._seek(key))
        return self._sought[key]

    def _take_apart(self) -> None:
        for name in sorted(self._rows):
            words = _words(name)
            self._texts.setdefault(" ".join(words), []).append(name)
            for word in words:
                self._words.setdefault(word, set()).add(name)

    def _seek(self, key: str) -> list[str]:
        words = _words(key)
        text = " ".join(words)
        if text.isdecimal():
            return self._by_digits(text)
        same = [one for one in self._texts if sorted(one.split()) == sorted(words)]
        if same:
            return [_closest(key, (name for one in same for name in self._texts[one]))]
        holding = self._holding(words)
        if holding:
            return holding if len(holding) <= SHOWN_MAX else []
        near = difflib.get_close_matches(text, self._texts, n=SHOWN_MAX, cutoff=LIKENESS_MIN)
        near = near or self._short(text)
        return [_closest(key, (name for one in near for name in self._texts[one]))] if near else []

    def _by_digits(self, text: str) -> list[str]:
        """Return the number with the fewest other digits; of those the most alike from the left."""
        most = 2 if len(text) >= _SHORT_MAX else 1
        numbers = (one for one in self._texts if one.isdecimal() and abs(len(one) - len(text)) <= 1)
        ranked = [(distance(text, one), -_shared(text, one), one) for one in numbers]
        near = min((one for one in ranked if one[0] <= most), default=None)
        return [self._texts[near[-1]][0]] if near else []

    def _holding(self, words: Iterable[str]) -> list[str]:
        """Return the names that have all these words, one of which says something."""
        having = [self._words.get(word, set()) for word in words]
        says = any(len(word) >= _WORD_MIN for word in words) or len(having) == 1
        return sorted(set.intersection(*having)) if having and says else []

    def _short(self, text: str) -> list[str]:
        """Return the short names that have one other letter, or only other spaces and hyphens."""
        bare = text.replace(" ", "")
        if not _WORD_MIN <= len(bare) <= _SHORT_MAX:
            return []
        return [
            one
            for one in self._texts
            if len(one) <= _SHORT_MAX + 1 and distance(bare, one.replace(" ", "")) <= 1
        ]


def bare_number(number: str) -> tuple[str, ...]:
    """Return what two spellings of one document's number share.

    >>> bare_number("2026/01") == bare_number("2026-1"), bare_number("INV 2026/10")
    (True, ('inv', '2026', '10'))
    """
    parts = re.findall(r"[^\W\d_]+|\d+", folded(number))
    return tuple(part.lstrip("0") or "0" for part in parts)


def _words(name: str) -> list[str]:
    """Return the words of a name in its order, without the form in law of a firm.

    >>> _words("Bakkerij Janssens B.V."), _words("B.V.")
    (['bakkerij', 'janssens'], ['bv'])
    """
    words = re.findall(r"\w+", folded(name).replace(".", "").replace("'", ""))
    return [word for word in words if word not in _FORMS] or words


def _closest(key: str, names: Iterable[str]) -> str:
    """Return the name that is most like a text; of several the first by the alphabet."""

    def likeness(name: str) -> float:
        return difflib.SequenceMatcher(None, folded(name), key).ratio()

    return max(sorted(names), key=likeness)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
