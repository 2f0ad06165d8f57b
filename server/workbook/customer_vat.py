"""VAT numbers of customers: whether each can be its customer's, and no other has it."""

from collections.abc import Iterable, Iterator

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.vat_numbers import CheckedVatNumber


def vat_number_problems(
    row: Row, checked: CheckedVatNumber, country: str, dossier: Dossier
) -> Iterator[Problem]:
    """Yield what is wrong with the VAT number of a customer in that country.

    The programs know a customer's number by the country of its address: another country's number
    would be written as one of that country.
    """
    if not checked.is_right:
        yield row.wrong("vat_number", "wrong-vat-number", allowed=checked.allowed)
    elif checked.number == dossier.vat_number:
        yield row.wrong("vat_number", "own-vat-number", name=dossier.legal_name)
    elif not checked.may_be_of(country):
        yield row.wrong("vat_number", "vat-number-of-other-country", country=country)


def shared_vat_numbers(customers: Iterable[Customer], header: str) -> Iterator[Problem]:
    """Yield a warning for each VAT number that several customers have and none says why.

    Args:
        customers: those of the tab.
        header: of the column of VAT numbers, as the sheet has it.
    """
    having: dict[str, list[Customer]] = {}
    for customer in customers:
        is_explained = customer.branch_of or customer.merged_into or customer.hold
        if customer.vat_number and not is_explained:
            having.setdefault(customer.vat_number, []).append(customer)
    for number, several in having.items():
        if len(several) > 1:
            first = min(several, key=lambda one: one.origin)
            yield coded(
                "vat-number-of-several",
                tab=first.origin.tab,
                rows=tuple(sorted(one.origin.row for one in several)),
                column=header,
                severity=Severity.WARNING,
                number=number,
                first=first.key,
            )
