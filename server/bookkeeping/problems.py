"""What is wrong, at which cell, and the one function that says so.

A problem is a value: reading and planning collect them and nothing is raised for what people
typed. Its sentence always has the same shape, whoever found it:

    Invoices, row 14, VAT: found "22", allowed: one of H21, M12, L6, IC-S.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from boekbrug.server.bookkeeping.terms import Kind, Treatment, VatMode
from boekbrug.server.wording.english import PROBLEMS
from boekbrug.server.wording.said import Said, said, together

QUOTED_LENGTH_MAX = 80
"""What is longer is quoted by its first characters, with its length."""
FIGURE_LENGTH_MAX = 21
ROW_NOUNS = {"Lines": "lines", "Invoices": "invoices", "Customers": "customers"}
NO_CUSTOMERS = "suppliers-left-out"
"""The code of what is said of rows of tab Customers that are none."""


class Severity(StrEnum):
    """Whether an export stops for it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The row that an object was read from: tab title and row number as people see it (1-based)."""

    tab: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong, at one cell (or, when merged, at the same column of several rows).

    `found` is already in words (see `found_in_words`); `allowed` and `cure` are parts of the
    sentence, the cure with its own full stops. `rows` is empty for a whole tab or setting. `verb`
    is another word in the place of "allowed": "needed", "taken:". `behind` is the row whose own
    problem is the cause of this one. `code` is the kind of problem, by which its words stand in
    every language (see `coded`); a program of somebody else's may do without. Problems that say
    the same of the same place are one, whatever their codes.
    """

    tab: str
    rows: tuple[int, ...] = ()
    column: str = ""
    found: str
    allowed: str
    cure: str = ""
    severity: Severity = Severity.ERROR
    verb: str = "allowed"
    behind: Origin | None = None
    code: str = field(default="", compare=False)

    @classmethod
    def at(
        cls,
        origin: Origin,
        column: str,
        *,
        found: str,
        allowed: str,
        cure: str = "",
        severity: Severity = Severity.ERROR,
        verb: str = "allowed",
    ) -> "Problem":
        """Return the problem at one cell of the row that an object came from."""
        return cls(
            tab=origin.tab,
            rows=(origin.row,),
            column=column,
            found=found,
            allowed=allowed,
            cure=cure,
            severity=severity,
            verb=verb,
        )

    @property
    def blocks(self) -> bool:
        """Whether an export of this row stops for it."""
        return self.severity is Severity.ERROR


def coded(
    code: str,
    *,
    tab: str,
    rows: tuple[int, ...] = (),
    column: str = "",
    severity: Severity = Severity.ERROR,
    behind: Origin | None = None,
    **values: object,
) -> Problem:
    """Return the problem of that kind, in words that can be said in every language.

    Args:
        code: the kind; its words are in `wording`, in every language.
        tab: where.
        rows: the rows, none for a whole tab or setting.
        column: the header as the sheet writes it.
        severity: whether an export stops for it.
        behind: the row whose own problem is the cause.
        values: what stands in the gaps of the words.
    """
    words = PROBLEMS[code]
    parts = {
        part: said(f"{code}.{part}", **values)
        for part in ("found", "allowed", "cure", "verb")
        if getattr(words, part)
    }
    return Problem(
        tab=tab, rows=rows, column=column, severity=severity, behind=behind, code=code, **parts
    )


def coded_at(
    origin: Origin,
    column: str,
    code: str,
    *,
    severity: Severity = Severity.ERROR,
    **values: object,
) -> Problem:
    """Return the problem of that kind at one cell of the row that an object came from."""
    return coded(
        code,
        tab=origin.tab,
        rows=(origin.row,),
        column=column,
        severity=severity,
        behind=None,
        **values,
    )


def found_in_words(value: object) -> Said:
    """Return what stood in a cell: text quoted, numbers and dates not, an empty cell as nothing.

    >>> found_in_words("22"), found_in_words(Decimal("0.21")), found_in_words(None)
    ('"22"', '0.21', 'nothing')
    >>> found_in_words(date(2026, 11, 1)), found_in_words(True), found_in_words(12.0)
    ('the date 1 November 2026', 'TRUE', '12')
    >>> found_in_words("a" * 99) == f'"{"a" * 80}\u2026" (99 characters)'
    True
    >>> found_in_words(1e308)
    '1e+308'
    """
    if value is None or value == "":
        return said("nothing")
    if isinstance(value, bool):
        return said("figure", figure="TRUE" if value else "FALSE")
    if isinstance(value, date):
        return said("the date", day=value)
    if isinstance(value, int | float | Decimal):
        return said("figure", figure=_figure(value))
    if isinstance(value, str) and len(value) > QUOTED_LENGTH_MAX:
        text, length = value[:QUOTED_LENGTH_MAX].rstrip(), len(value)
        return said("quoted in part", text=text, length=length)
    return said("quoted", text=value)


def _figure(value: float | Decimal) -> object:
    """Return a number as people write it, one of very many digits in short."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if len(str(value)) <= FIGURE_LENGTH_MAX else f"{value:g}"


def term_in_words(term: Kind | Treatment | VatMode) -> Said:
    """Return a word of the trade, as a sheet may have it.

    >>> term_in_words(Kind.CREDIT_NOTE), term_in_words(Treatment.EU_GOODS)
    ('credit note', 'EU goods')
    """
    return said(f"term {term.value}")


def listed_in_words(names: Sequence[str]) -> str:
    """Return one or more names with "and" before the last.

    >>> listed_in_words(["700000"]), listed_in_words(["700000", "700100", "700200"])
    ('700000', '700000, 700100 and 700200')
    """
    *before, last = names
    return said("and", before=tuple(before), last=last) if before else last


def date_in_words(day: date) -> str:
    """Return the date as people read it.

    >>> date_in_words(date(2026, 11, 1))
    '1 November 2026'
    """
    return f"{day.day} {day:%B %Y}"


def sentence(problem: Problem) -> Said:
    """Return the one sentence that says where, what was found, what is allowed, what to do.

    >>> sentence(Problem(tab="Invoices", rows=(14,), column="VAT", found='"22"',
    ...                  allowed="one of H21, M12"))
    'Invoices, row 14, VAT: found "22", allowed: one of H21, M12.'
    """
    return said("problem", place=place_in_words(problem), finding=finding(problem))


def place_in_words(problem: Problem) -> Said:
    """Return where a problem stands: tab, rows and column, as far as it has them."""
    noun = "rows" if problem.code == NO_CUSTOMERS else ROW_NOUNS.get(problem.tab, "rows")
    rows = rows_in_words(problem.rows, noun) if problem.rows else ""
    return said("place", parts=tuple(filter(None, [problem.tab, rows, problem.column])))


def finding(problem: Problem) -> Said:
    """Return the sentence without its place: what was found, what is allowed, what to do.

    >>> finding(Problem(tab="Balance", found="EUR 6.24", verb="needed", allowed="EUR 10.08"))
    'found EUR 6.24, needed EUR 10.08.'
    """
    verb = said("verb allowed") if problem.verb == "allowed" else problem.verb
    found = said("finding", found=problem.found, verb=verb, allowed=problem.allowed)
    return together(found, problem.cure) if problem.cure else found


def rows_in_words(rows: Sequence[int], noun: str = "rows") -> Said:
    """Return row numbers in words, runs of three and more folded, with their count when folded.

    >>> rows_in_words([14]), rows_in_words([40, 41])
    ('row 14', 'rows 40 and 41')
    >>> rows_in_words([12, 15, *range(31, 45)], "lines")
    'rows 12, 15 and 31-44 (16 lines)'
    """
    if len(rows) == 1:
        return said("row", row=rows[0])
    parts: list[str] = []
    for first, last in _runs(sorted(set(rows))):
        if last - first > 1:
            parts.append(f"{first}-{last}")
        else:
            parts.extend(str(row) for row in range(first, last + 1))
    told = listed_in_words(parts)
    if not any("-" in part for part in parts):
        return said("rows", rows=told)
    return said("rows counted", rows=told, count=len(set(rows)), noun=said(f"noun {noun}"))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def merged(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems with those that differ only in their row folded into one.

    Errors come first; within one severity the order is that of the first appearance.
    """
    groups: dict[Problem, list[int]] = {}
    for problem in problems:
        groups.setdefault(replace(problem, rows=()), []).extend(problem.rows)
    folded = [replace(problem, rows=tuple(sorted(set(rows)))) for problem, rows in groups.items()]
    return sorted(folded, key=lambda problem: problem.severity is Severity.WARNING)
