"""Tab Settings: each answer is the cell's, else that of the dossier's record, else the default."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, coded_at, found_in_words
from boekbrug.server.bookkeeping.settings import BookYear, Dossier, OwnPeriod, Series, Settings
from boekbrug.server.fields import SheetField
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.cells import Cell, text_of
from boekbrug.server.workbook.columns import Row, cell_in_words, cure_for, is_blank, read_rows
from boekbrug.server.workbook.countries import NAMES
from boekbrug.server.workbook.firm import firm_of
from boekbrug.server.workbook.further_settings_schema import OWN_CUSTOMER_EACH
from boekbrug.server.workbook.layout import FoundLayout, known_names, name_key
from boekbrug.server.workbook.registers import at_rows, many_times
from boekbrug.server.workbook.setting_tables import (
    overlapping,
    read_book_year,
    read_own_period,
    read_series,
)
from boekbrug.server.workbook.settings_schema import AllSettingsSchema
from boekbrug.server.workbook.sheet_language import language_of_sheet
from boekbrug.server.workbook.synonyms import SETTINGS
from boekbrug.server.workbook.vat_numbers import check_vat_number

T = TypeVar("T")
DIVIDER = "For the accountant"
SCHEMA = AllSettingsSchema()
TABLES = ("Series", "Book year", "Period")
ACCOUNTS = (
    "receivable_account",
    "vat_account",
    "vat_account_credit_notes",
    "discount_account",
    "default_revenue_account",
    "rounding_account",
)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings, and the row of each one that has a value, by English name."""

    settings: Settings
    rows: Mapping[str, Row]


@dataclass(slots=True)
class _Answers:
    """What the rows say, as it is being collected."""

    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    series: list[Series] = field(default_factory=list)
    book_years: list[BookYear] = field(default_factory=list)
    own_periods: list[OwnPeriod] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_settings(
    layout: FoundLayout,
    dossier: Dossier,
    *,
    programs: Collection[str],
    program_labels: Collection[str],
) -> tuple[ReadSettings, list[Problem]]:
    """Return the settings and every problem of their rows.

    Args:
        layout: where the tab stands.
        dossier: what its record says cannot be said otherwise here.
        programs: the names of the installed programs.
        program_labels: the settings that belong to a program module.
    """
    tab = layout.tabs.get("Settings")
    known = _known_settings(dossier, program_labels)
    answers = _Answers()
    for row in [] if tab is None else read_rows(tab):
        answers.problems += row.problems()
        if "label" in row:
            _read_row(row, known, dossier, set(program_labels), answers)
    settings = Settings(
        tab=layout.title("Settings"),
        programs=_programs(answers, dossier, programs),
        series=tuple(answers.series),
        book_years=tuple(answers.book_years),
        own_periods=tuple(answers.own_periods),
        parameters=answers.parameters,
        **{"language": language_of_sheet(layout, "")} | _settings_values(answers.values),
    )
    problems = [*answers.problems, *_misfits(settings, answers, dossier)]
    return ReadSettings(settings, answers.rows), problems


def wrong_setting(row: Row, code: str, /, **values: Any) -> Problem:
    """Return the problem of that kind: the column is the setting's name as the sheet writes it."""
    cell, name = row.cell("value"), text_of(row.cell("label"))
    problem = coded_at(row.origin, name, code, found=cell_in_words(cell), **values)
    return replace(problem, cure=problem.cure or cure_for(cell, "Value"))


def _known_settings(dossier: Dossier, program_labels: Iterable[str]) -> Mapping[str, str]:
    names = [str(one.data_key) for one in SCHEMA.fields.values()]
    names += [*TABLES, DIVIDER, *_of_record(dossier), *program_labels]
    return known_names({name: SETTINGS.get(name, ()) for name in names})


def _of_record(dossier: Dossier) -> Mapping[str, tuple[str, Callable[[str], str]]]:
    """Return what the dossier's record decides, and how a cell is read to be compared with it."""
    countries = {name_key(name): code for name, code in NAMES.items()}
    return {
        "Dossier": (dossier.key, str.strip),
        "Own VAT number": (
            dossier.vat_number,
            lambda text: check_vat_number(text, dossier.country).number,
        ),
        "Legal name": (dossier.legal_name, str.strip),
        "Own country": (
            dossier.country,
            lambda text: countries.get(name_key(text), text.upper()),
        ),
        "Book currency": (dossier.currency, str.upper),
        "Time zone": (dossier.zone, str.strip),
    }


def _read_row(
    row: Row,
    known: Mapping[str, str],
    dossier: Dossier,
    program_labels: Collection[str],
    answers: _Answers,
) -> None:
    name = known.get(name_key(row["label"]))
    cell = row.cell("value")
    if name is None:
        answers.problems.append(_unknown(row, known.values()))
    elif name == DIVIDER or is_blank(cell):
        return
    elif name in TABLES:
        _read_entry(row, name, answers)
    elif name in answers.rows:
        answers.problems.append(_named_twice(row, answers.rows[name]))
    else:
        answers.rows[name] = row
        if name in program_labels:
            answers.parameters[name] = text_of(cell)
        elif name in (record := _of_record(dossier)):
            answers.problems += _contradiction(row, *record[name])
        else:
            _read_value(row, name, cell, answers)


def _read_value(row: Row, name: str, cell: Cell, answers: _Answers) -> None:
    for attribute, rule in SCHEMA.fields.items():
        if rule.data_key == name:
            field = cast("SheetField[Any]", rule)
            value = field.reader(row.tab.convention)(cell)
            if value is not None:
                answers.values[attribute] = value
            else:
                allowed = cast("Said", field.allowed)
                answers.problems.append(wrong_setting(row, allowed.code, **allowed.values))


def _read_entry(row: Row, name: str, answers: _Answers) -> None:
    text = text_of(row.cell("value"))
    if name == "Period":
        period, codes = (
            read_own_period(text, row.tab.convention),
            ("unreadable-period", "overlapping-periods"),
        )
        code = _keep(period, answers.own_periods, overlapping, codes)
    elif name == "Series":
        series, codes = read_series(text), ("unreadable-series", "series-prefix-twice")
        code = _keep(series, answers.series, _share_a_prefix, codes)
    else:
        year, codes = (
            read_book_year(text, row.tab.convention),
            ("unreadable-book-year", "overlapping-book-years"),
        )
        code = _keep(year, answers.book_years, overlapping, codes)
    if code:
        answers.problems.append(wrong_setting(row, code))


def _keep(
    entry: T | None, kept: list[T], clash: Callable[[list[T]], bool], codes: tuple[str, str]
) -> str:
    """Keep an entry of a table; or return the code of one that is unreadable, or that clashes."""
    unreadable, clashing = codes
    if entry is None:
        return unreadable
    if clash([*kept, entry]):
        return clashing
    kept.append(entry)
    return ""


def _share_a_prefix(series: list[Series]) -> bool:
    return len({one.prefix for one in series}) < len(series)


def _misfits(settings: Settings, answers: _Answers, dossier: Dossier) -> Iterator[Problem]:
    """Yield the problems of answers that are right alone and not together."""
    for attribute in ACCOUNTS:
        account = answers.values.get(attribute)
        if account and len(account) != settings.account_length:
            row = answers.rows[str(SCHEMA.fields[attribute].data_key)]
            code, length = "setting-account-of-other-length", settings.account_length
            yield wrong_setting(row, code, length=length)
    if parse_terms(settings.default_payment_terms) is None:
        yield wrong_setting(answers.rows["Default payment terms"], "unreadable-payment-terms")
    recorded = set(dossier.book_years)
    if recorded and settings.book_years and recorded != set(settings.book_years):
        years = tuple(f"{year.first}..{year.last}" for year in dossier.book_years)
        column = word("setting", "Book year")
        yield coded("book-years-of-the-record", tab=settings.tab, column=column, years=years)


def _programs(answers: _Answers, dossier: Dossier, programs: Collection[str]) -> tuple[str, ...]:
    """Return the programs that write files, the dossier's first."""
    text: str = answers.values.pop("programs", dossier.program)
    known = {name_key(name): name for name in programs} | {dossier.program: dossier.program}
    named = [known.get(name_key(part)) for part in text.split(",") if part.strip()]
    if None in named or dossier.program not in named:
        others = tuple(name for name in programs if name != dossier.program)
        problem = wrong_setting(
            answers.rows["Program"],
            "program-of-another-dossier",
            program=dossier.program,
            others=said("other programs", programs=others) if others else "",
        )
        answers.problems.append(problem)
        return (dossier.program,)
    return tuple(dict.fromkeys([dossier.program, *filter(None, named)]))


def _settings_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers as `Settings` holds them; notes for people are in it nowhere."""
    kept = {name: value for name, value in values.items() if name in Settings.__slots__}
    if "vat_computed" in values:
        kept["vat_mode"], kept["on_total_from"] = values["vat_computed"]
    if "credit_note_amounts" in values:
        kept["credit_note_sign"] = 1 if values["credit_note_amounts"] == "positive" else -1
    kept["nobodys_customer"] = values.get("collective_customer", "")
    if values.get("private_persons", OWN_CUSTOMER_EACH) == OWN_CUSTOMER_EACH:
        kept["collective_customer"] = ""
    return kept | {"firm": firm_of(values)}


def _unknown(row: Row, names: Collection[str]) -> Problem:
    label: str = row["label"]
    by_key = {name_key(name): name for name in names}
    near = difflib.get_close_matches(name_key(label), by_key, n=1, cutoff=0.6)
    if not near:
        return row.wrong("label", "unknown-setting", severity=Severity.WARNING)
    nearest = found_in_words(word("setting", by_key[near[0]]))
    return row.wrong("label", "misspelt-setting", severity=Severity.WARNING, nearest=nearest)


def _named_twice(row: Row, first: Row) -> Problem:
    return at_rows(row.wrong("label", "setting-twice", times=many_times(2)), (first, row))


def _contradiction(row: Row, recorded: str, read: Callable[[str], str]) -> Iterator[Problem]:
    if read(text_of(row.cell("value"))) != recorded:
        yield wrong_setting(row, "setting-of-the-record", recorded=recorded)
