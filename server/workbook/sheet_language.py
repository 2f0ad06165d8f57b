"""Which language a sheet is in: what its tabs and headers are called, else what Settings says.

A sheet stays in the language that it is in: what is added to a tab is called as the tab is, and a
tab that is added as most of the others are. People's own names decide nothing.
"""

from collections.abc import Iterable, Iterator

import marshmallow as ma

from boekbrug.server.wording.said import LANGUAGES, in_language, spoken_or_english, word
from boekbrug.server.workbook.cells import text_of
from boekbrug.server.workbook.layout import FoundLayout, FoundTab, known_names, name_key
from boekbrug.server.workbook.settings_schema import SettingsSchema
from boekbrug.server.workbook.synonyms import SETTINGS

_SETTINGS = known_names(SETTINGS)
_LANGUAGE = SettingsSchema().fields["language"]


def answered_language(layout: FoundLayout) -> str:
    """Return the answer to Language of tab Settings, '' where there is none that can be read.

    Args:
        layout: of the sheet; tab Settings whole.
    """
    tab = layout.tabs.get("Settings")
    if tab is None or not {"Setting", "Value"} <= tab.columns.keys():
        return ""
    labels, answers = (tab.tab.columns[tab.columns[name]] for name in ("Setting", "Value"))
    found = (
        answer
        for label, answer in zip(labels, answers, strict=True)
        if _SETTINGS.get(name_key(text_of(label))) == "Language"
    )
    try:
        return _LANGUAGE.deserialize(next(found, None)) or ""
    except ma.ValidationError:
        return ""


def language_of_sheet(layout: FoundLayout, wanted: str) -> str:
    """Return the language in which a tab is added.

    Args:
        layout: of the sheet; tab Settings whole.
        wanted: where neither its tabs, their headers nor its settings say.
    """
    named = _most((("tab", name), title) for name, title in layout.titles.items())
    named = named or _most(pair for tab in layout.tabs.values() for pair in _headers(tab))
    return named or spoken_or_english(answered_language(layout) or wanted)


def language_of_tab(found: FoundTab, otherwise: str) -> str:
    """Return the language in which something is added to a tab.

    Args:
        found: the tab.
        otherwise: the language where its title and headers say as much for one as for another.
    """
    return _most([(("tab", found.name), found.title), *_headers(found)]) or otherwise


def language_of_readers(layout: FoundLayout, kept: str) -> str:
    """Return the language in which people read what is said of the sheet: Settings decides.

    Args:
        layout: of the sheet; tab Settings whole.
        kept: the language in which it was told until now, '' when nobody knows.
    """
    return answered_language(layout) or language_of_sheet(layout, kept)


def _headers(found: FoundTab) -> Iterator[tuple[tuple[str, str], str]]:
    for name in found.columns:
        yield ("header", name), found.header(name)


def _most(names: Iterable[tuple[tuple[str, str], str]]) -> str:
    """Return the language of most names, '' when no language has more than the others.

    A name that several languages share, or none, counts for none.
    """
    counts = dict.fromkeys(LANGUAGES, 0)
    for (kind, name), written in names:
        told = {code: name_key(in_language(word(kind, name), code)) for code in LANGUAGES}
        having = [code for code, one in told.items() if one == name_key(written)]
        if len(having) == 1:
            counts[having[0]] += 1
    first, second = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    return first if counts[first] > counts[second] else ""
