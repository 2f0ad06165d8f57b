"""What the files of a program leave unsaid of a batch: by its facts, whatever its module checks.

What an accountant can do without is a warning, and stands on the page that travels with the files;
a document whose VAT the program would get wrong is refused (rules B6 and B24).
"""

from collections import Counter
from collections.abc import Iterator

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at
from boekbrug.server.bookkeeping.terms import Analytical
from boekbrug.server.bookkeeping.texts_of_law import CREDIT_NOTES, NEED_TEXT
from boekbrug.server.programs.protocol import Facts
from boekbrug.server.wording.said import Said, said, word


def untold(batch: Batch, title: str, facts: Facts) -> Iterator[Problem]:
    """Yield what the program is not told; of a VAT base that it cannot be told, an error.

    Args:
        batch: as the program is told it.
        title: the program's.
        facts: the program's.
    """
    for document in batch.documents:
        yield from _fields(document, title, facts)
        yield from _cash_discount(document, title, facts)


def unsaid(batch: Batch, facts: Facts) -> list[Said]:
    """Return the same in sentences for the page of how to import."""
    told = []
    for field in sorted(frozenset(Analytical) - facts.analytical):
        count = sum(_names(document, field) for document in batch.documents)
        if count:
            header = word("header", field.value)
            told.append(said("how-to no field", field=header, documents=_documents(count)))
    offered = [one.number for one in batch.documents if one.cash_discount]
    if offered and not facts.tells_cash_discount:
        documents, numbers = _documents(len(offered)), ", ".join(offered)
        told.append(said("how-to no cash discount", documents=documents, numbers=numbers))
    return told


def texts_on_invoices(batch: Batch) -> list[tuple[str, str, str, str]]:
    """Return the texts of law of a batch (rule B21): VAT code, treatment, documents, text.

    The text is '' where one is needed and nobody told it.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for document in batch.documents:
        for row in document.vat:
            treatment = batch.vat_codes[row.vat_code].treatment
            if row.law_text or treatment in NEED_TEXT:
                counts[row.vat_code, row.treatment, row.law_text] += 1
        if document.law_text:
            counts["", CREDIT_NOTES, document.law_text] += 1
    return [
        (code, treatment, str(count), text)
        for (code, treatment, text), count in sorted(counts.items())
    ]


def _fields(document: BookedDocument, title: str, facts: Facts) -> Iterator[Problem]:
    """Yield each field that no file holds: at its line, or at the document."""
    own = document.cost_centre
    if own and Analytical.COST_CENTRE not in facts.analytical:
        yield coded_at(
            document.origin,
            Analytical.COST_CENTRE,
            "field-in-no-file",
            severity=Severity.WARNING,
            program=title,
        )
    for row in document.analytical:
        for field, text in row.fields.items():
            is_own = field is Analytical.COST_CENTRE and text == own
            if field not in facts.analytical and not is_own:
                yield coded_at(
                    row.origin,
                    field,
                    "field-in-no-file",
                    severity=Severity.WARNING,
                    program=title,
                )


def _cash_discount(document: BookedDocument, title: str, facts: Facts) -> Iterator[Problem]:
    """Yield what becomes of an offered discount; one without its days is wrong in the sheet."""
    offered = document.cash_discount
    if offered is None:
        return
    column = "Cash discount %" if offered.amount is None else "Cash discount amount"
    off = document.off_vat_base
    if off and not facts.tells_vat_base:
        yield coded_at(
            document.origin, column, "cash-discount-for-program", amount=off, program=title
        )
    elif offered.days and not facts.tells_cash_discount:
        yield coded_at(
            document.origin,
            column,
            "cash-discount-in-vat-alone" if off else "cash-discount-in-no-file",
            severity=Severity.WARNING,
            program=title,
        )


def _names(document: BookedDocument, field: Analytical) -> bool:
    own = document.cost_centre if field is Analytical.COST_CENTRE else ""
    return bool(own) or any(field in row.fields for row in document.analytical)


def _documents(count: int) -> Said:
    return said("one document") if count == 1 else said("documents", count=count)
