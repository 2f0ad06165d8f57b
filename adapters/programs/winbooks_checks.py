"""Why WinBooks would refuse a batch, as far as the files can show it.

The codes in capitals are the vendor's own, from its list of error codes: what is fatal there is
an error here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce

from boekbrug.adapters.programs.winbooks_facts import (
    CURRENCY,
    DOCNUMBER_LENGTH_MAX,
    DOCNUMBER_PATTERN,
    FACTS,
    JOURNAL_LENGTH_MAX,
    SETTINGS,
    VATCODE_LENGTH_MAX,
    YES,
    Parameters,
)
from boekbrug.adapters.programs.winbooks_limits import unfit_periods, unfit_rates
from boekbrug.adapters.programs.winbooks_rows import (
    NOT_LIABLE,
    docnumber,
    is_private,
    street,
    text_field,
)
from boekbrug.adapters.programs.winbooks_vat_numbers import too_long
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.problems import (
    Problem,
    Severity,
    coded,
    coded_at,
    found_in_words,
)
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.programs.checks import unbalanced, unfit_external_ids
from boekbrug.server.wording.said import said

JOURNAL_COLUMNS = {
    Kind.INVOICE: "Invoice journal",
    Kind.CREDIT_NOTE: "Credit note journal",
}
_JOURNAL = re.compile(rf"[!#-~]{{1,{JOURNAL_LENGTH_MAX}}}")
_VATCODE = re.compile(rf"[0-9A-Za-z]{{1,{VATCODE_LENGTH_MAX}}}")
_BOOK_YEAR = re.compile(r"[1-9A-Z]")


def problems(batch: Batch, parameters: Parameters) -> Iterator[Problem]:
    """Yield the problems of the settings, the customers and the documents, in this order."""
    yield from _currency(batch)
    yield from _journals(batch)
    yield from _vat_codes(batch)
    yield from unfit_external_ids(batch, FACTS)
    for customer in batch.customers:
        yield from _customer(customer, parameters)
    for document in batch.documents:
        yield from _document(document, parameters)
        yield from _accounts(document, batch.account_length)
    yield from unfit_periods(batch)
    yield from _shared_docnumbers(batch)
    yield from unbalanced(batch)


def _currency(batch: Batch) -> Iterator[Problem]:
    if batch.dossier.currency != CURRENCY:
        yield coded(
            "winbooks-currency",
            tab=SETTINGS,
            column="Book currency",
            found=found_in_words(batch.dossier.currency),
            currency=CURRENCY,
        )


def _journals(batch: Batch) -> Iterator[Problem]:
    """Yield journals that are missing (DBK_MISS), too long, or of both kinds (DBK_TYP, B7)."""
    journals = {kind: set[str]() for kind in Kind}
    for kind, journal in batch.journals_awaited.items():
        journals[kind].add(journal)
    for document in batch.documents:
        journals[document.kind].add(document.journal)
    for kind, column in JOURNAL_COLUMNS.items():
        for journal in sorted(journals[kind]):
            if not _JOURNAL.fullmatch(journal):
                yield coded(
                    "winbooks-journal-code",
                    tab=SETTINGS,
                    column=column,
                    found=found_in_words(journal),
                    most=JOURNAL_LENGTH_MAX,
                )
    for earlier in batch.earlier:
        journals[earlier.kind].add(earlier.journal)
    for journal in sorted(journals[Kind.INVOICE] & journals[Kind.CREDIT_NOTE]):
        yield coded(
            "winbooks-one-journal",
            tab=SETTINGS,
            column=JOURNAL_COLUMNS[Kind.CREDIT_NOTE],
            found=found_in_words(journal),
        )


def _vat_codes(batch: Batch) -> Iterator[Problem]:
    """Yield codes that the field cannot hold; a missing one is asked for by the plan."""
    for code in batch.vat_codes.values():
        if code.program_code and not _VATCODE.fullmatch(code.program_code):
            yield coded(
                "winbooks-vat-code",
                tab="VAT",
                column="Code at the accountant",
                found=found_in_words(code.program_code),
                own_code=code.code,
                most=VATCODE_LENGTH_MAX,
            )


def _customer(customer: Customer, parameters: Parameters) -> Iterator[Problem]:
    texts = (
        ("NAME1", "Customer", customer.name),
        ("NAME2", "Name 2", customer.name_2),
        ("ADDRESS1", "Street", street(customer)),
        ("ADDRESS2", "Address 2", customer.address_2),
        ("TELNUMBER", "Phone", customer.phone),
        ("CATEGORY", "Category", customer.category),
        ("ZIPCODE", "Postcode", customer.postcode),
        ("CITY", "City", customer.city),
    )
    for name, column, text in texts:
        yield from text_field(name, parameters).problems(text, customer.origin, column)
    if customer.payment_terms and parse_terms(customer.payment_terms) is None:
        found = found_in_words(customer.payment_terms)
        # As tab Customers says it: one problem, not two.
        yield coded_at(customer.origin, "Payment term", "unreadable-payment-terms", found=found)
    yield from too_long(customer)
    is_told = is_private(customer) or customer.vat_status in NOT_LIABLE
    if not customer.vat_number and not is_told:
        yield coded_at(
            customer.origin,
            "VAT number",
            "winbooks-company-without-vat-number",
            found=found_in_words(""),
            severity=Severity.WARNING,
        )


def _document(document: BookedDocument, parameters: Parameters) -> Iterator[Problem]:
    yield from _docnumber(document)
    if parameters.write_book_year == YES and not _BOOK_YEAR.fullmatch(document.book_year):
        yield coded(
            "winbooks-book-year",
            tab=SETTINGS,
            column="Book year",
            found=found_in_words(document.book_year),
            day=document.issued_on.isoformat(),
        )
    yield from unfit_rates(document)
    yield from text_field("COMMENT", parameters).problems(
        document.text, document.origin, "Description"
    )


def _docnumber(document: BookedDocument) -> Iterator[Problem]:
    """Yield a number that has other characters than digits, or more than its pattern or field."""
    pattern = document.number_pattern or DOCNUMBER_PATTERN
    number = docnumber(document)
    is_number = len(pattern) <= DOCNUMBER_LENGTH_MAX and number.isdecimal()
    if is_number and len(number) == len(pattern):
        return
    yield coded_at(
        document.origin,
        "Number",
        "winbooks-number-off-pattern" if is_number else "winbooks-number-too-long",
        number=found_in_words(document.number),
        becomes=number,
        length=len(pattern),
        pattern=pattern,
        most=DOCNUMBER_LENGTH_MAX,
    )


def _accounts(document: BookedDocument, length: int) -> Iterator[Problem]:
    """Yield accounts of another length than the dossier's (LEN_ACCO), each once."""
    receivable = [(SETTINGS, "Receivable account", document.receivable_account)]
    revenue = [(document.origin.tab, "Account", row.account) for row in document.revenue]
    vat = [(SETTINGS, "VAT account", row.account) for row in document.vat if row.rate]
    for tab, column, account in dict.fromkeys((*receivable, *revenue, *vat)):
        if not re.fullmatch(rf"[0-9]{{{length}}}", account):
            yield coded(
                "winbooks-account-length",
                tab=tab,
                rows=() if tab == SETTINGS else (document.origin.row,),
                column=column,
                found=found_in_words(account),
                length=length,
            )


def _shared_docnumbers(batch: Batch) -> Iterator[Problem]:
    """Yield the documents that would have one number in one journal (B2), named together."""
    documents: defaultdict[tuple[str, str], list[BookedDocument]] = defaultdict(list)
    for document in batch.documents:
        documents[document.journal, docnumber(document)].append(document)
    for (journal, number), sharing in documents.items():
        if len(sharing) > 1:
            yield coded(
                "winbooks-number-shared",
                tab=sharing[0].origin.tab,
                rows=tuple(sorted(document.origin.row for document in sharing)),
                column="Number",
                found=_numbers_in_words(sharing),
                number=number,
                journal=journal,
            )
    for earlier in batch.earlier:
        for document in documents.get((earlier.journal, docnumber(earlier)), ()):
            yield coded_at(
                document.origin,
                "Number",
                "winbooks-number-taken",
                found=found_in_words(document.number),
                number=docnumber(document),
                journal=document.journal,
                other=earlier.number,
                batch=earlier.batch,
            )


def _numbers_in_words(documents: Iterable[BookedDocument]) -> str:
    numbers = (found_in_words(document.number) for document in documents)
    return reduce(lambda before, last: said("and", before=before, last=last), numbers)
