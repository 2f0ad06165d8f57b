"""WinBooks: CSF.TXT (customers) and ACT.TXT (ledger rows) for its import tool WbLinkInterface.

Code page 1252, CR LF, commas, every field in double quotes, no header row; decimal point, two
decimals, dates YYYYMMDD. A document is one row for the customer, one for each account and VAT
code, one for each WinBooks VAT code with a rate, and one of DOCTYPE 4 for the base of each code
without; its amounts sum to 0.00. A credit note has a journal of its own and every sign turned.
Both files are always written; CSF.TXT is empty when no customer is new or changed.
Source: the vendor's pages on the two files and on its error codes (see `FACTS.sources`).
"""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal

from boekbrug.adapters.programs.winbooks_checks import problems
from boekbrug.adapters.programs.winbooks_facts import ENCODING, FACTS, TITLE, Parameters
from boekbrug.adapters.programs.winbooks_rows import (
    ACT,
    CSF,
    CUSTOMER,
    VAT_ORDER,
    customer_row,
    document_rows,
)
from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, ExportFile, Totals
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.programs.textfile import delimited, rows_of

__all__ = ["API", "FACTS", "TITLE", "Parameters", "check", "render", "totals"]

API = 1
CUSTOMERS_NAME = "CSF.TXT"
DOCUMENTS_NAME = "ACT.TXT"


def check(batch: Batch, parameters: Parameters, /) -> Iterator[Problem]:
    """Yield every reason why WinBooks would refuse the batch, and what is written otherwise."""
    yield from problems(batch, parameters)


def render(batch: Batch, parameters: Parameters, /) -> Iterator[ExportFile]:
    """Yield CSF.TXT and ACT.TXT."""
    central = batch.receivable_account
    customers = (customer_row(customer, central, parameters) for customer in batch.customers)
    documents = (
        row for document in batch.documents for row in document_rows(document, batch, parameters)
    )
    for name, rows in ((CUSTOMERS_NAME, customers), (DOCUMENTS_NAME, documents)):
        content = delimited(rows, encoding=ENCODING, quoting=csv.QUOTE_ALL)
        yield ExportFile(name, content)


def totals(files: Iterable[ExportFile], _: Parameters, /) -> Totals:
    """Return the control totals of ACT.TXT.

    Raises:
        ValueError: a row of either file does not have all its fields.
    """
    contents = {file.name: file.content for file in files}
    list(rows_of(contents[CUSTOMERS_NAME], name=CUSTOMERS_NAME, encoding=ENCODING, width=len(CSF)))
    rows = rows_of(contents[DOCUMENTS_NAME], name=DOCUMENTS_NAME, encoding=ENCODING, width=len(ACT))
    documents = 0
    gross = net = debit = credit = ZERO
    vat_by_code: dict[str, Decimal] = {}
    for row in (dict(zip(ACT, fields, strict=True)) for fields in rows):
        amount = Decimal(row["AMOUNTEUR"])
        debit, credit = debit + max(amount, ZERO), credit + max(-amount, ZERO)
        if row["DOCTYPE"] == CUSTOMER:
            documents, gross = documents + 1, gross + amount
        elif row["DOCORDER"] == VAT_ORDER:
            vat_by_code[row["VATCODE"]] = vat_by_code.get(row["VATCODE"], ZERO) - amount
        else:
            net -= amount
    return Totals(
        documents=documents,
        net=net,
        vat=sum(vat_by_code.values(), ZERO),
        gross=gross,
        vat_by_code=vat_by_code,
        debit=debit,
        credit=credit,
    )
