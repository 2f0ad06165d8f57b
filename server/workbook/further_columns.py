"""The columns that people may add to their tabs: which there are, and which one somebody means."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.problems import Problem, found_in_words, sentence
from boekbrug.server.wording.said import in_language, said, word
from boekbrug.server.workbook.first_sheet import FILLED_BY_PEOPLE
from boekbrug.server.workbook.layout import known_names, name_key
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.spoken_sheet import told_what_for
from boekbrug.server.workbook.synonyms import HEADERS, TABS

LIKENESS_MIN = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherColumn:
    """A column that a tab may have: its English name, how the reader calls it, what it is for.

    `names` are all its names, by each of which it is found.
    """

    name: str
    header: str
    names: tuple[str, ...]
    description: str


class UnknownColumnError(ValueError):
    """No tab of people has that name, or no column of the tab.

    Attributes:
        sentence: what was found, and the nearest that there is.
    """

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


def further_columns(
    programs: Collection[str], language: str
) -> Mapping[str, tuple[FurtherColumn, ...]]:
    """Return every column of each of the team's tabs, by the tab's English name.

    Args:
        programs: the names of the installed program modules.
        language: of headers and descriptions; English where nobody translated one.
    """
    return {tab: tuple(_columns(tab, programs, language)) for tab in FILLED_BY_PEOPLE}


def meant_column(tab: str, header: str, programs: Collection[str]) -> tuple[str, str]:
    """Return the English names of the tab and the column that somebody named in any language.

    Raises:
        UnknownColumnError: there is none of that name.
    """
    tabs = {name: TABS.get(name, ()) for name in FILLED_BY_PEOPLE}
    found_tab = _meant(tab, "tab", tabs, said("add a column"), said("column Tab"))
    headers = {one.name: one.names for one in further_columns(programs, "en")[found_tab]}
    where = word("tab", found_tab)
    return found_tab, _meant(header, "header", headers, where, said("column Header"))


def _columns(tab: str, programs: Collection[str], language: str) -> Iterator[FurtherColumn]:
    for field in schemas_for(programs)[tab].fields.values():
        name, description = str(field.data_key), str(field.metadata["description"])
        yield FurtherColumn(
            name=name,
            header=in_language(word("header", name), language),
            names=(name, *HEADERS.get(tab, {}).get(name, ())),
            description=told_what_for(tab, name, description, language),
        )


def _meant(
    typed: str, kind: str, names: Mapping[str, Collection[str]], tab: str, column: str
) -> str:
    known = known_names(names)
    key = name_key(typed)
    if key in known:
        return known[key]
    spelt = {name_key(one): one for name, others in names.items() for one in (*others, name)}
    near = difflib.get_close_matches(key, spelt, n=1, cutoff=LIKENESS_MIN)
    nearest = said("nearest of names", nearest=found_in_words(spelt[near[0]])) if near else ""
    listed = tuple(word(kind, name) for name in names)
    problem = Problem(
        tab=tab,
        column=column,
        found=found_in_words(typed),
        allowed=said("one of names", names=listed, nearest=nearest),
    )
    raise UnknownColumnError(sentence(problem))
