"""Whether the locale of a workbook has to be known: only some texts are read by it.

Where asking for it costs something, as at Google, it is asked only then.
"""

import re
from collections.abc import Iterable, Iterator

from boekbrug.server.cell_values import read_date, read_number
from boekbrug.server.conventions import NO_CONVENTION, Convention
from boekbrug.server.fields import LocalField
from boekbrug.server.workbook.cells import Cell, Cells
from boekbrug.server.workbook.damage_finding import below
from boekbrug.server.workbook.layout import FoundLayout, FoundTab, find_layout
from boekbrug.server.workbook.schemas import schemas_for

_OPPOSITE = (
    NO_CONVENTION,
    Convention(decimal_mark=",", thousands_mark="."),
    Convention(decimal_mark=".", thousands_mark=",", is_month_first=True),
)
"""What is read the same by these is read the same by all."""

_SCHEMAS = schemas_for(())
_DATE = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}")
_PERHAPS = re.compile(rf"\s*-?[0-9]{{1,3}}[.,][0-9]{{3}}\s*%?\s*|\s*{_DATE.pattern}\s*")


def is_locale_needed(cells: Cells) -> bool:
    """Whether any text of a number, an amount or a date means something else in another locale."""
    layout, _ = find_layout(cells, _SCHEMAS)
    return any(map(_is_needed, layout.tabs.values())) or _is_needed_for_settings(layout)


def _is_needed(tab: FoundTab) -> bool:
    for rule in tab.schema.fields.values():
        if isinstance(rule, LocalField):
            readers = [rule.reader(one) for one in _OPPOSITE]
            texts = _texts(below(tab, str(rule.data_key)))
            if any(len({read(text) for read in readers}) > 1 for text in texts):
                return True
    return False


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    """Yield the texts that may have two readings, each once."""
    for one in {cell for cell in cells if type(cell) is str}:
        if not one.isascii() or _PERHAPS.fullmatch(one):
            yield one


def _is_needed_for_settings(layout: FoundLayout) -> bool:
    """Whether a setting is a number, or has a date in it, that means something else elsewhere."""
    tab = layout.tabs.get("Settings")
    texts = [one for one in below(tab, "Value") if isinstance(one, str)] if tab else []
    dates = [found[0] for text in texts for found in _DATE.finditer(text)]
    return any(
        len({read(text, one) for one in _OPPOSITE}) > 1
        for read, found in ((read_number, texts), (read_date, dates))
        for text in found
    )
