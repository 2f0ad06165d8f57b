"""One language, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields


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


def problem_sentences(problems: Mapping[str, ProblemWords]) -> dict[str, str]:
    """Return the parts of all problems by their keys: "unknown-customer.allowed"."""
    return {
        f"{code}.{part.name}": text
        for code, words in problems.items()
        for part in fields(words)
        if (text := getattr(words, part.name))
    }
