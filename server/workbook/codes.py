"""Tab VAT: which VAT code a cell means."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.books import Account, ReturnBoxes, VatCode
from boekbrug.server.bookkeeping.problems import Problem, found_in_words
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.cell_values import folded, read_number
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.columns import Row, as_far_as_read, plain
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.presence import checks_for, present
from boekbrug.server.workbook.registers import Register, read_register, rows_of
from boekbrug.server.workbook.schemas import program_attribute
from boekbrug.server.workbook.vat_columns import (
    BOXES,
    EXEMPTION_TEXTS,
    FURTHER,
    NAMES,
    OSS,
    RULES,
    WITH_RATE,
    texts_of,
)

CODES_SHOWN_MAX = 3
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_AROUND_RATE = re.compile(r"(?:(?:btw|tva|vat|mwst|ust|[0-9.,]++|%)\s*+)++")
"""A rate and the words that people write around it. It never goes back, however long a text is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VatCodes:
    """The codes of tab VAT. `by_rate` has the rates that exactly one code has, in their order.

    `allowed` is what a cell may hold, in words.
    """

    register: Register[VatCode]
    by_rate: Mapping[Decimal, VatCode]
    allowed: Said

    def meant_by(self, row: Row, attribute: str) -> VatCode | Problem:
        """Return the code that a cell means: its name, or a bare rate that only one code has."""
        value: str | Decimal = row[attribute]
        name = str(value)
        code = self.register.find(name)
        if code:
            return code
        if name.casefold() in self.register.faulty:
            return self.register.refusal(row, attribute, name)
        rate = read_number(name.removesuffix("%")) if isinstance(value, str) else value
        if rate is not None and rate in self.by_rate:
            return self.by_rate[rate]
        return self.register.after(self._unknown(row, attribute, rate))

    def refusal(self, row: Row, attribute: str, name: str) -> Problem:
        """Return why a name is not that of a code of the tab."""
        if name.casefold() in self.register.faulty:
            return self.register.refusal(row, attribute, name)
        found, title = found_in_words(name), self.register.title
        return row.wrong(attribute, "no-such-vat-code", found=found, title=title)

    def _unknown(self, row: Row, attribute: str, rate: Decimal | None) -> Problem:
        allowed = self.allowed
        if rate is not None and rate * 100 in self.by_rate:
            whole = plain(rate * 100)
            return row.wrong(attribute, "vat-rate-as-fraction", allowed=allowed, rate=whole)
        codes = self.register.things.values()
        same = tuple(code.code for code in codes if code.rate == rate and _is_of_rate(code))
        if rate is not None and same:
            code, digits = "vat-rate-of-several-codes", plain(rate)
            return row.wrong(attribute, code, allowed=allowed, rate=digits, codes=same)
        near = self._nearest(str(row[attribute])) if rate is None else ()
        code = "misspelt-vat-code" if near else "unknown-vat-code"
        return row.wrong(attribute, code, allowed=allowed, nearest=near)

    def _nearest(self, name: str) -> tuple[str, ...]:
        """Return the codes that a text may mean: of the one rate in it, or spelt much like it."""
        figures = _FIGURES.findall(name)
        if len(figures) != 1 or not _AROUND_RATE.fullmatch(folded(name)):
            return self.register.nearest.all_of(name)
        meant = (
            code.code for rate, code in self.by_rate.items() if rate == read_number(figures[0])
        )
        return tuple(meant)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the tab has beside the columns of the first sheet, by attribute."""

    further: tuple[str, ...]
    by_language: tuple[str, ...]


def read_vat_codes(
    layout: FoundLayout,
    accounts: Register[Account],
    dossier: Dossier,
    programs: Collection[str],
) -> tuple[VatCodes, list[Problem]]:
    """Return the VAT codes, and every problem of their rows."""
    tab = layout.tabs.get("VAT")
    checks = checks_for(tab, RULES)
    columns = _Columns(present(tab, FURTHER), present(tab, (*NAMES, *EXEMPTION_TEXTS)))

    def check(row: Row) -> Iterator[Problem]:
        for rule in (_rate, _oss_country, _suggested_account, *checks):
            yield from as_far_as_read(rule(row, accounts))

    register, problems = read_register(
        rows_of(tab),
        title=layout.title("VAT"),
        noun="vat-code",
        attribute="code",
        make=lambda row: _code(row, columns, dossier, programs),
        check=check,
    )
    by_rate = _by_rate([code for code in register.things.values() if _is_of_rate(code)])
    allowed = _allowed(register, by_rate)
    return VatCodes(register=register, by_rate=by_rate, allowed=allowed), problems


def _is_of_rate(code: VatCode) -> bool:
    """Whether a bare rate may mean the code; one that may have no rate is a mistake itself."""
    return not code.rate or code.treatment in WITH_RATE


def _by_rate(codes: Sequence[VatCode]) -> dict[Decimal, VatCode]:
    rates = [code.rate for code in codes]
    return {code.rate: code for code in codes if rates.count(code.rate) == 1}


def _code(row: Row, columns: _Columns, dossier: Dossier, programs: Collection[str]) -> VatCode:
    more: dict[str, Any] = {name: row[name] for name in columns.further}
    if columns.by_language:
        more |= texts_of(row)
    return VatCode(
        origin=row.origin,
        code=row["code"],
        name=row["name"],
        rate=row["rate"],
        treatment=row["treatment"],
        suggested_account=row["suggested_account"],
        program_codes=_program_codes(row, dossier, programs),
        boxes=ReturnBoxes(*(row[box] for box in BOXES)),
        **more,
    )


def _allowed(register: Register[VatCode], by_rate: Collection[Decimal]) -> Said:
    codes = list(register.things.values())
    ambiguous = [code.code for code in codes if code.rate not in by_rate]
    shown = ambiguous or [code.code for code in codes]
    listed: object = tuple(shown[:CODES_SHOWN_MAX])
    if len(shown) > CODES_SHOWN_MAX:
        listed = said("and more", codes=listed)
    code = said("code of tab", title=register.title, codes=listed)
    rates = tuple(plain(rate) for rate in by_rate)
    return said("rate or code", rates=rates, code=code) if rates else code


def _program_codes(row: Row, dossier: Dossier, programs: Collection[str]) -> dict[str, str]:
    codes = {dossier.program: row["program_code"]}
    for program in programs:
        codes[program] = row[program_attribute(program)] or codes.get(program, "")
    return {program: code for program, code in codes.items() if code}


def _rate(row: Row, _: Register[Account]) -> Iterator[Problem]:
    if row["rate"] and row["treatment"] not in WITH_RATE:
        treatment = word("choice", row["treatment"].value)
        yield row.wrong("rate", "vat-rate-not-zero", treatment=treatment)


def _oss_country(row: Row, _: Register[Account]) -> Iterator[Problem]:
    if row["treatment"] in OSS and not row["country"]:
        treatment = word("choice", row["treatment"].value)
        yield row.wrong("country", "oss-without-country", treatment=treatment)


def _suggested_account(row: Row, accounts: Register[Account]) -> Iterator[Problem]:
    number: str = row["suggested_account"]
    if number and accounts.find(number) is None:
        yield accounts.refusal(row, "suggested_account", number)
