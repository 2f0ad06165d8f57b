"""VAT numbers of customers: whether each can be its customer's, and no other has it."""

from collections.abc import Iterable, Iterator

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.vat_numbers import CheckedVatNumber


def vat_number_problems(
    row: Row, checked: CheckedVatNumber | None, country: str, dossier: Dossier
) -> Iterator[Problem]:
    """Yield what is wrong with the VAT number of a customer in that country.

    The programs know a customer's number by the country of its address: another country's number
    would be written as one of that country.
    """
    if checked is None:
        return
    if not checked.is_right:
        yield row.wrong("vat_number", "wrong-vat-number", allowed=checked.allowed)
    elif checked.number == dossier.vat_number:
        yield row.wrong("vat_number", "own-vat-number", name=dossier.legal_name)
    elif not checked.may_be_of(country):
        yield row.wrong("vat_number", "vat-number-of-other-country", country=country)


def shared_vat_numbers(made: Iterable[tuple[Row, Customer]]) -> Iterator[Problem]:
    """Yield a warning for each VAT number that several customers have and none says why."""
    rows: dict[str, list[Row]] = {}
    for row, customer in made:
        is_explained = customer.branch_of or customer.merged_into or customer.hold
        if customer.vat_number and not is_explained:
            rows.setdefault(customer.vat_number, []).append(row)
    for number, several in rows.items():
        if len(several) > 1:
            yield coded(
                "vat-number-of-several",
                tab=several[0].tab.title,
                rows=tuple(sorted(row.number for row in several)),
                column=several[0].header("vat_number"),
                severity=Severity.WARNING,
                number=number,
                first=several[0].get("key"),
            )
