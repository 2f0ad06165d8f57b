"""One language, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemWords:
    """What one kind of problem says; the gaps are the same in every language.

    Attributes:
        found: what stood there; as a rule the cell itself.
        allowed: what may stand there.
        cure: what to do, with its full stops; '' says nothing.
        verb: the words between the two.
    """

    found: str = "{found}"
    allowed: str
    cure: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the server.

    Attributes:
        code: of two letters, as in `Accept-Language`.
        months: their twelve names.
        decimal: the mark before the cents.
        sentences: by key, with gaps like {found}; each language has the same keys and gaps.
        columns: by tab and header, what the column is for; empty: as the schemas say it.
    """

    code: str
    months: tuple[str, ...]
    decimal: str
    sentences: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]


def gathered(*parts: Mapping[str, T]) -> dict[str, T]:
    """Return the entries of all parts; each key stands in one of them.

    Raises:
        ValueError: two rooms gave one key to words of their own.
    """
    whole = {key: words for part in parts for key, words in part.items()}
    if len(whole) != sum(map(len, parts)):
        keys = [key for part in parts for key in part]
        raise ValueError(f"twice: {sorted({key for key in keys if keys.count(key) > 1})}")
    return whole


def problem_sentences(problems: Mapping[str, ProblemWords]) -> dict[str, str]:
    """Return the parts of all problems by their keys: "unknown-customer.allowed"."""
    return {
        f"{code}.{part.name}": text
        for code, words in problems.items()
        for part in fields(words)
        if (text := getattr(words, part.name))
    }
