"""Rows of tab Customers that are suppliers' (rule B16): people paste the accountant's whole list.

A row says so by its Kind, or by a number that the accountant's program has for suppliers. Nothing
else of it counts: it is never a customer, and its number is never given to one.
"""

from collections.abc import Iterable, Iterator

from boekbrug.server.bookkeeping.books import Supplier
from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.problems import NO_CUSTOMERS, Problem, Severity, coded
from boekbrug.server.bookkeeping.terms import CustomerKind
from boekbrug.server.cell_values import read_code
from boekbrug.server.fields import Choice
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.layout import FoundTab

NUMBER = "Accountant's no."


def is_supplier(tab: FoundTab, row: int, numbers: NumberRange | None = None) -> bool:
    """Whether a row of tab Customers is a supplier's.

    Args:
        tab: as it stands.
        row: its number.
        numbers: those that the accountant's program has for suppliers; None where it has none.
    """
    kind = tab.schema.fields["kind"]
    if isinstance(kind, Choice) and kind.read(tab.cell("Kind", row)) is CustomerKind.SUPPLIER:
        return True
    number = read_code(tab.cell(NUMBER, row)) or ""
    is_digits = number.isascii() and number.isdigit()
    return numbers is not None and is_digits and int(number) in numbers


class Suppliers:
    """The suppliers of a sheet, taken out of its customers row by row."""

    def __init__(self, numbers: NumberRange | None = None) -> None:
        """Begin with none; the numbers are those that `is_supplier` takes."""
        self._numbers = numbers
        self.found: list[Supplier] = []

    def without(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that are no supplier's, and keep the others."""
        for row in rows:
            if is_supplier(row.tab, row.number, self._numbers):
                supplier = Supplier(row.origin, row.get("key", ""), row.get("external_id", ""))
                self.found.append(supplier)
            else:
                yield row

    def rows_by_name(self) -> dict[str, int]:
        """Return the rows by their casefolded names."""
        return {one.name.casefold(): one.origin.row for one in self.found if one.name}

    def told(self) -> Iterator[Problem]:
        """Yield the one sentence that says which rows are left alone."""
        if self.found:
            yield coded(
                NO_CUSTOMERS,
                tab=self.found[0].origin.tab,
                rows=tuple(one.origin.row for one in self.found),
                severity=Severity.WARNING,
                found=said("a supplier" if len(self.found) == 1 else "suppliers"),
            )
