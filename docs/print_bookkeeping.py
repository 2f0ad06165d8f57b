"""Prints the tables of `docs/bookkeeping.md` from the tables that the code decides by.

A table stands between `<!-- table: name -->` and `<!-- end of table -->`; a test holds the page to
them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from boekbrug.server.bookkeeping.computing import LOWERS_VAT
from boekbrug.server.bookkeeping.e_invoices import BETWEEN_FIRMS_SINCE
from boekbrug.server.bookkeeping.presets import NAMES
from boekbrug.server.bookkeeping.printed import ROUNDED_ON_TOTAL_SINCE
from boekbrug.server.bookkeeping.program_codes import NEVER_TOLD
from boekbrug.server.bookkeeping.return_boxes import BOXES
from boekbrug.server.bookkeeping.sales_lists import LETTERS
from boekbrug.server.bookkeeping.terms import Treatment
from boekbrug.server.bookkeeping.texts_of_law import NEED_TEXT, TEXTS, VATEX
from boekbrug.server.bookkeeping.timing import TAXED_WHEN_SUPPLIED
from boekbrug.server.bookkeeping.treatments import EU
from boekbrug.server.bookkeeping.vat import WITH_RATE
from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.vat_columns import WITH_RATE as MAY_HAVE_RATE

PAGE = Path(__file__).resolve().with_name("bookkeeping.md")
_TABLE = re.compile(r"(<!-- table: ([a-z ]+) -->\n)(.*?)(<!-- end of table -->)", re.DOTALL)
ASK = "ask your accountant"


def page(text: str) -> str:
    """Return the page with its tables as the code has them."""
    return _TABLE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[4]}", text)


def _treatments() -> str:
    codes = installed()["winbooks"].FACTS.vat_codes or {}

    def row(treatment: Treatment) -> tuple[str, ...]:
        rates = "0" if treatment not in MAY_HAVE_RATE else "0 or more"
        has_vat = "yes" if treatment in WITH_RATE else "no"
        letter = str(LETTERS.get(treatment, ""))
        return str(treatment), rates, has_vat, letter, _codes_of(treatment, codes)

    header = ("treatment", "rate", "becomes VAT", "EC sales list", "WinBooks, by rate")
    return _table(header, map(row, Treatment))


def _codes_of(treatment: Treatment, codes: Mapping[tuple[Treatment, Decimal], str]) -> str:
    """Return the program's code of each rate; one that it has no code for is asked for."""
    found = {rate: code for (of, rate), code in codes.items() if of is treatment}
    if treatment in NEVER_TOLD:
        return "none, and no VAT row"
    return ", ".join(f"{code} ({rate} %)" for rate, code in found.items()) or ASK


def _boxes() -> str:
    rows = (
        (
            country,
            str(treatment),
            "any" if rate is None else f"{rate} %",
            *(boxes.invoice_base, boxes.invoice_vat, boxes.credit_base, boxes.credit_vat),
        )
        for country, table in BOXES.items()
        for (treatment, rate), boxes in table.items()
    )
    header = (
        *("country", "treatment", "rate", "invoice: base", "invoice: VAT"),
        *("credit note: base", "credit note: VAT"),
    )
    return _table(header, rows)


def _cash_discount() -> str:
    rows = ((country, "yes" if lowers else "no") for country, lowers in LOWERS_VAT.items())
    return _table(("country", "an offered cash discount lowers the base"), [*rows, ("other", "no")])


def _rounding() -> str:
    rows = ((country, day.isoformat()) for country, day in ROUNDED_ON_TOTAL_SINCE.items())
    return _table(("country", "e-invoices are rounded on the total since"), rows)


def _e_invoices() -> str:
    rows = ((country, day.isoformat()) for country, day in BETWEEN_FIRMS_SINCE.items())
    return _table(("country", "firms send each other e-invoices since"), rows)


def _supplied() -> str:
    return _table(("VAT falls due with the supply",), ((str(one),) for one in TAXED_WHEN_SUPPLIED))


def _eu() -> str:
    return _table(("member states",), [(" ".join(sorted(EU)),)])


def _texts_of_law() -> str:
    rows = (
        (
            text.country or "any of the EU",
            str(subject),
            language,
            text.since.isoformat() if text.since else "",
            text.until.isoformat() if text.until else "",
            words,
        )
        for text in TEXTS
        for subject in text.subjects
        for language, words in text.texts.items()
    )
    return _table(("country", "for", "language", "from", "to", "text"), rows)


def _sources_of_law() -> str:
    rows = (
        (
            text.country or "any of the EU",
            ", ".join(text.subjects),
            ", ".join(text.texts),
            text.source,
        )
        for text in TEXTS
    )
    return _table(("country", "for", "languages", "source"), rows)


def _reasons() -> str:
    without = (str(one) for one in Treatment if one in NEED_TEXT and one not in VATEX)
    rows = [(str(treatment), code) for treatment, code in VATEX.items()]
    return _table(("treatment", "VATEX"), [*rows, *((one, "column VATEX code") for one in without)])


def _presets() -> str:
    return _table(("names of periods",), [(", ".join((*NAMES, "2026-10", "2026-Q3", "2026")),)])


TABLES: Mapping[str, Callable[[], str]] = {
    "treatments": _treatments,
    "return boxes": _boxes,
    "cash discount": _cash_discount,
    "rounding": _rounding,
    "e invoices": _e_invoices,
    "supplies": _supplied,
    "member states": _eu,
    "periods": _presets,
    "texts of law": _texts_of_law,
    "sources of texts": _sources_of_law,
    "reasons": _reasons,
}


def _table(header: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    return "".join(f"{row}\n" for row in _rows(header, rows))


def _rows(header: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield "|---" * len(header) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{PAGE} made.")
