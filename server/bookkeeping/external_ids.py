"""External IDs: the number that the accountant's program knows a customer by.

A number belongs to the dossier; once given or taken it is never given to another customer
(rule B1), and its customer has no other. Customers get a missing number in the order of their
first document, from the start value on, past every number that anybody ever had and within the
range of the program. The case of a name does not count.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.books import Customer, CustomerRow, UnreadableCustomer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.number_ranges import ANY_NUMBER, NumberRange
from boekbrug.server.bookkeeping.plan import GivenId, Origination
from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity, coded_at

COLUMN = "Accountant's no."


@dataclass(frozen=True, slots=True)
class Assignment:
    """Each customer's number, what of it is to be stored, and what was wrong.

    `of_others` is what is wrong with the numbers of customers that nobody asked for. `is_full`
    when the range had no number left for a customer, whose number is '' then.
    """

    numbers: Mapping[str, str]
    given: tuple[GivenId, ...]
    problems: tuple[Problem, ...]
    of_others: tuple[Problem, ...]
    is_full: bool = False

    @property
    def generates(self) -> bool:
        """Whether a customer gets a number, or would if one were left."""
        made = (one.origination is Origination.GENERATED for one in self.given)
        return self.is_full or any(made)


def free_numbers(
    start: str, taken: Collection[str], allowed: NumberRange = ANY_NUMBER
) -> Iterator[str]:
    """Yield the numbers from `start` on that nobody has, as wide as `start` at least.

    They end with the last one that is allowed.

    >>> numbers = free_numbers("100000", {"100001"})
    >>> next(numbers), next(numbers)
    ('100000', '100002')
    """
    for number in range(max(int(start), allowed.first), allowed.last + 1):
        text = str(number).zfill(len(start))
        if text not in taken:
            yield text


def assign(
    wanted: Iterable[Customer],
    everybody: Mapping[str, Customer],
    history: History,
    start: str,
    workbook_id: str = "",
    *,
    allowed: NumberRange = ANY_NUMBER,
    suppliers: Iterable[str] = (),
    unreadable: Iterable[UnreadableCustomer] = (),
) -> Assignment:
    """Return a number for every wanted customer, in their order.

    Args:
        wanted: the customers of the batch, in the order of their first document.
        everybody: all customers of the sheet; their typed numbers are in use.
        history: the numbers that the records know.
        start: the start value of Settings, digits.
        workbook_id: the sheet's own; without one, a number can be renamed from any workbook.
        allowed: the numbers that can be given.
        suppliers: the numbers of suppliers in the sheet, which are in use too (rule B16).
        unreadable: the rows of the sheet that are no customers, whose numbers are in use too.
    """
    sheet, recorded = _Sheet.of((*unreadable, *everybody.values()), workbook_id), _recorded(history)
    typed = {row.external_id for row in sheet.rows} - {""}
    free = free_numbers(start, typed | {*suppliers, *history.external_ids}, allowed)
    numbers: dict[str, str] = {}
    given: list[GivenId] = []
    problems: list[Problem] = []
    for customer in wanted:
        known = recorded.get(customer.key.casefold(), "")
        decided = _decide(customer, known, sheet, history) or _next(customer, free)
        numbers[customer.key], stored, found = _parts(decided, customer, known)
        given += stored
        problems += found
    others = tuple(_of_others(sheet, numbers, recorded, history))
    is_full = "" in numbers.values()
    return Assignment(numbers, tuple(given), tuple(problems), others, is_full)


def unlike_recorded(customers: Iterable[Customer], history: History) -> Iterator[Problem]:
    """Yield each number typed in a new sheet that the records know as another's, or otherwise.

    Names are not taken for new ones here: the sheet was never exported from.
    """
    recorded = _recorded(history)
    for customer in customers:
        if customer.hold or not customer.external_id:
            continue
        known = recorded.get(customer.key.casefold(), "")
        owner = history.external_ids.get(customer.external_id, "")
        if known and known != customer.external_id:
            yield _other_than_known(customer, known)
        elif owner and not known:
            yield _anothers(customer, owner)


def new_numbers(customers: Iterable[Customer], history: History) -> dict[str, str]:
    """Return the typed numbers, to customers' keys, where number and customer are new.

    A row on hold gives way to another with the same number.
    """
    recorded = _recorded(history)
    new: dict[str, str] = {}
    for customer in sorted(customers, key=lambda one: one.hold):
        number = customer.external_id
        known = number in history.external_ids or customer.key.casefold() in recorded
        if number and not known:
            new.setdefault(number, customer.key)
    return new


def _recorded(history: History) -> dict[str, str]:
    """Return the customers' numbers by their casefolded keys."""
    return {customer.casefold(): number for number, customer in history.external_ids.items()}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet that customers were read from: its rows, those of a name, and its id."""

    rows: tuple[CustomerRow, ...]
    by_key: Mapping[str, CustomerRow]
    workbook_id: str

    @classmethod
    def of(cls, rows: tuple[CustomerRow, ...], workbook_id: str) -> "_Sheet":
        """Return the sheet of those rows; of one name the last counts."""
        return cls(rows, {row.key.casefold(): row for row in rows if row.key}, workbook_id)

    def used_last(self, number: str, history: History) -> bool:
        """Whether the number was given or exported from no other workbook since."""
        return not self.workbook_id or history.seen_in.get(number) == self.workbook_id


def _of_others(
    sheet: _Sheet, wanted: Collection[str], recorded: Mapping[str, str], history: History
) -> Iterator[Problem]:
    """Yield what is wrong with the numbers of customers that were not wanted; nobody gets one.

    A number that was emptied is put back by whatever run writes to the sheet.
    """
    first: dict[str, Origin] = {}
    for row in sorted(sheet.rows, key=lambda row: row.origin):
        number, key = row.external_id, row.key.casefold()
        owner = first.setdefault(number, row.origin)
        is_another = sheet.by_key.get(key) is not row
        if not number or row.hold or row.key in wanted or is_another:
            continue
        known = recorded.get(key, "")
        _, given, found = _parts(_decide(row, known, sheet, history), row, known)
        if not given or owner == row.origin:
            yield from found


def _decide(
    customer: CustomerRow, known: str, sheet: _Sheet, history: History
) -> str | GivenId | Problem:
    """Return the number that the customer has, or what is to be stored, or '' for a new one."""
    if customer.external_id and not known:
        return _typed(customer, sheet, history)
    if customer.external_id != known:
        return _other_than_known(customer, known)
    return known


def _next(customer: CustomerRow, free: Iterator[str]) -> GivenId | str:
    """Return the next free number for the customer, '' when none is left."""
    number = next(free, "")
    if not number:
        return ""
    return GivenId(customer=customer.key, external_id=number, origination=Origination.GENERATED)


def _parts(
    found: str | GivenId | Problem, customer: CustomerRow, known: str
) -> tuple[str, list[GivenId], list[Problem]]:
    if isinstance(found, Problem):
        return known or customer.external_id, [], [found]
    if isinstance(found, GivenId):
        return found.external_id, [found], list(_renaming(found, customer))
    return found, [], []


def _typed(customer: CustomerRow, sheet: _Sheet, history: History) -> GivenId | Problem:
    """Return the number that was typed: taken once, a renaming, or another customer's."""
    owner = history.external_ids.get(customer.external_id, "")
    row = sheet.by_key.get(owner.casefold())
    if row:
        return _copied_row(customer, row)
    if owner and not sheet.used_last(customer.external_id, history):
        return _of_another_workbook(customer, owner)
    return GivenId(
        customer=customer.key,
        external_id=customer.external_id,
        origination=Origination.RENAMED if owner else Origination.TYPED,
        renamed_from=owner,
    )


def _copied_row(customer: CustomerRow, owner: CustomerRow) -> Problem:
    return coded_at(
        customer.origin,
        COLUMN,
        "customer-number-on-copied-row",
        number=customer.external_id,
        owner=owner.key,
        own_row=customer.origin.row,
        owner_row=owner.origin.row,
    )


def _anothers(customer: CustomerRow, owner: str) -> Problem:
    return coded_at(
        customer.origin,
        COLUMN,
        "customer-number-of-another",
        number=customer.external_id,
        customer=customer.key,
        owner=owner,
    )


def _of_another_workbook(customer: CustomerRow, owner: str) -> Problem:
    return coded_at(
        customer.origin,
        COLUMN,
        "customer-number-of-another-workbook",
        number=customer.external_id,
        customer=customer.key,
        owner=owner,
    )


def _other_than_known(customer: CustomerRow, known: str) -> Problem:
    """Return the problem of a number that is not the recorded one; an empty cell is put back."""
    if not customer.external_id:
        return coded_at(
            customer.origin,
            COLUMN,
            "customer-number-emptied",
            severity=Severity.WARNING,
            known=known,
        )
    return coded_at(
        customer.origin,
        COLUMN,
        "customer-number-changed",
        number=customer.external_id,
        customer=customer.key,
        known=known,
    )


def _renaming(given: GivenId, customer: CustomerRow) -> Iterator[Problem]:
    if given.renamed_from:
        yield coded_at(
            customer.origin,
            "Customer",
            "customer-renamed",
            severity=Severity.WARNING,
            customer=customer.key,
            number=given.external_id,
            former=given.renamed_from,
        )
