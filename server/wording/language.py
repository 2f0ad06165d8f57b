"""One language, as data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the server.

    Attributes:
        code: of two letters, as in `Accept-Language`.
        months: their twelve names.
        sentences: by key, with gaps like {found}; each language has the same keys and gaps.
        columns: by tab and header, what the column is for; empty: as the schemas say it.
    """

    code: str
    months: tuple[str, ...]
    sentences: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]
