"""Column Credits: which invoices a credit note credits."""

from collections.abc import Collection, Iterator, Sequence

from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import Problem, Severity, found_in_words
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.cell_values import folded
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.identities import Identity, as_credit_note, credited_key

REBATE = frozenset({"period", "periode", "zeitraum"})
"""What stands there when a credit note gives a rebate on all of a period."""


def credited(
    row: Row,
    identity: Identity,
    keys: Collection[DocumentKey],
    settings: Settings,
    years: Sequence[BookYear],
) -> tuple[tuple[DocumentKey, ...], bool, list[Problem]]:
    """Return the keys of the credited invoices, whether it is a rebate, and what is wrong.

    An invoice that the sheet lacks keeps its key: an earlier export may know it.

    Args:
        row: of tab Invoices.
        identity: who it is.
        keys: all documents of the sheet.
        settings: series and numbering.
        years: the book years.
    """
    typed: str = row["credits"]
    if identity.kind is Kind.INVOICE:
        header = row.header("kind")
        return (
            (),
            False,
            [row.wrong("credits", "credits-of-an-invoice", kind=header)] if typed else [],
        )
    if not typed:
        return (), False, [row.wrong("credits", "credits-nothing", severity=Severity.WARNING)]
    if folded(typed) in REBATE:
        return (), True, []
    found: list[DocumentKey] = []
    problems: list[Problem] = []
    for number in filter(None, map(str.strip, typed.split(","))):
        named = credited_key(number, row["issued_on"], settings, years)
        problems += _problems(row, number, named, keys)
        if named is not None:
            found.append(named[0])
    return tuple(dict.fromkeys(found)), False, problems


def _problems(
    row: Row,
    number: str,
    named: tuple[DocumentKey, Kind | None] | None,
    keys: Collection[DocumentKey],
) -> Iterator[Problem]:
    said = found_in_words(number)
    if named is None:
        yield row.wrong("credits", "unreadable-credited-number", found=said)
        return
    key, kind = named
    if kind is Kind.CREDIT_NOTE or (key not in keys and as_credit_note(key) in keys):
        yield row.wrong("credits", "credits-a-credit-note", found=said)
