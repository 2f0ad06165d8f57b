"""The rows of CSF.TXT and ACT.TXT: one function for each kind of row.

Amounts are stored ones and never computed here (rule B3); the sign is + for debit, - for credit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from boekbrug.adapters.programs.winbooks_facts import (
    COUNTRIES,
    CURRENCY,
    DOCNUMBER_PATTERN,
    ENCODING,
    LANGUAGES,
    LENGTHS,
    NEGATIVE,
    TITLE,
    YES,
    Parameters,
)
from boekbrug.adapters.programs.winbooks_limits import written_rate
from boekbrug.adapters.programs.winbooks_vat_numbers import masked_vat_number
from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import (
    Batch,
    BookedDocument,
    ForeignAmounts,
    RevenueRow,
    VatRow,
)
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.model import EarlierDocument
from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Treatment, VatStatus
from boekbrug.server.programs.numbers import program_number
from boekbrug.server.programs.textfile import TextField, money

CSF = (
    "NUMBER", "TYPE", "NAME1", "NAME2", "CIVNAME1", "CIVNAME2", "ADDRESS1", "ADDRESS2", "VATCAT",
    "COUNTRY", "VATNUMBER", "PAYCODE", "TELNUMBER", "FAXNUMBER", "BNKACCNT", "ZIPCODE", "CITY",
    "DEFLTPOST", "LANG", "CATEGORY", "CENTRAL", "VATCODE", "CURRENCY",
)  # fmt: skip
ACT = (
    "DOCTYPE", "DBKCODE", "DBKTYPE", "DOCNUMBER", "DOCORDER", "OPCODE", "ACCOUNTGL", "ACCOUNTRP",
    "BOOKYEAR", "PERIOD", "DATE", "DATEDOC", "DUEDATE", "COMMENT", "COMMENTEXT", "AMOUNT",
    "AMOUNTEUR", "VATBASE", "VATCODE", "CURRAMOUNT", "CURRCODE", "CUREURBASE", "VATTAX",
    "VATIMPUT", "CURRATE", "REMINDLEV", "MATCHNO", "OLDDATE", "ISMATCHED", "ISLOCKED",
    "ISIMPORTED", "ISPOSITIVE", "ISTEMP", "MEMOTYPE", "ISDOC", "DOCSTATUS",
)  # fmt: skip
CUSTOMER, GENERAL, ZERO_BASE = "1", "3", "4"
"""DOCTYPE of the customer's row, of revenue and VAT, and of the base of a code without VAT."""

VAT_ORDER = "VAT"
"""DOCORDER of a VAT row; the other rows are counted."""

NOT_LIABLE = {VatStatus.NOT_LIABLE, VatStatus.SMALL_ENTERPRISE}

_DBKTYPES = {Kind.INVOICE: "2", Kind.CREDIT_NOTE: "3"}
_NO_CSF = dict.fromkeys(CSF, "")
_NO_ACT = dict.fromkeys(ACT, "")


@dataclass(frozen=True, slots=True)
class ProgramVat:
    """Base and VAT of one WinBooks code on one account; two codes of the sheet may share them."""

    code: str
    account: str
    base: Decimal
    vat: Decimal
    has_rate: bool
    foreign_vat: Decimal = ZERO


def text_field(name: str, parameters: Parameters) -> TextField:
    """Return what the field of CSF or ACT holds."""
    return TextField(
        program=TITLE,
        encoding=ENCODING,
        length_max=LENGTHS[name],
        characters=parameters.characters,
        too_long=parameters.too_long,
    )


def docnumber(document: BookedDocument | EarlierDocument) -> str:
    """Return the document's number in WinBooks, by the pattern of its series or of WinBooks."""
    pattern = document.number_pattern or DOCNUMBER_PATTERN
    return program_number(pattern, year=document.year, sequence=document.sequence)


def vatcat(customer: Customer, parameters: Parameters) -> str:
    """Return 1 with a VAT number (it must be), the parameter for persons, else 0 undetermined.

    A customer whose status the sheet gives is told by that.
    """
    if customer.vat_number:
        return "1"
    if customer.vat_status in NOT_LIABLE:
        return "3"
    return parameters.vatcat_of_persons if is_private(customer) else "0"


def is_private(customer: Customer) -> bool:
    """Return whether the customer is a person, or the collective customer of persons."""
    return customer.kind in {CustomerKind.PERSON, CustomerKind.COLLECTIVE}


def street(customer: Customer) -> str:
    """Return street, house number and box on one line."""
    parts = (customer.street, customer.house_number, customer.box)
    return " ".join(filter(None, parts))


def customer_row(customer: Customer, central: str, parameters: Parameters) -> Sequence[str]:
    """Return the row of CSF.TXT; `central` is the receivable account of the dossier.

    What the sheet leaves empty stays empty, and so does a payment term that is not read.
    """
    terms = parse_terms(customer.payment_terms)
    filled = {
        "NUMBER": customer.external_id,
        "TYPE": "1",
        "NAME1": _written("NAME1", customer.name, parameters),
        "NAME2": _written("NAME2", customer.name_2, parameters),
        "ADDRESS1": _written("ADDRESS1", street(customer), parameters),
        "ADDRESS2": _written("ADDRESS2", customer.address_2, parameters),
        "VATCAT": vatcat(customer, parameters),
        "COUNTRY": COUNTRIES.get(customer.country, customer.country),
        "VATNUMBER": masked_vat_number(customer.vat_number),
        "PAYCODE": "" if terms is None else str(terms),
        "TELNUMBER": _written("TELNUMBER", customer.phone, parameters),
        "ZIPCODE": _written("ZIPCODE", customer.postcode, parameters),
        "CITY": _written("CITY", customer.city, parameters),
        "DEFLTPOST": customer.default_account,
        "LANG": LANGUAGES.get(customer.language, ""),
        "CATEGORY": _written("CATEGORY", customer.category, parameters),
        "CENTRAL": customer.receivable_account or central,
        "CURRENCY": customer.currency or CURRENCY,
    }
    return tuple((_NO_CSF | filled).values())


def document_rows(
    document: BookedDocument, batch: Batch, parameters: Parameters
) -> Iterator[Sequence[str]]:
    """Yield the rows of ACT.TXT: customer, revenue, VAT by code, bases of codes without VAT."""
    common = _common(document, parameters)
    sign = document.kind.sign
    base_sign = sign if parameters.vatbase_sign == NEGATIVE else 1
    vat = program_vat(document, batch)
    foreign = document.foreign
    yield _act(common, _customer_fields(document, vat, base_sign))
    for order, row in enumerate(document.revenue, start=2):
        fields = {"DOCTYPE": GENERAL, "DOCORDER": f"{order:03}", "ACCOUNTGL": row.account}
        fields |= {"AMOUNTEUR": money(-sign * row.net), "VATIMPUT": _program_code(row, batch)}
        yield _act(common, fields | _foreign_fields(foreign, -sign * (row.foreign_net or ZERO)))
    for part in vat:
        fields = {"VATBASE": money(base_sign * part.base), "VATCODE": part.code}
        fields |= _foreign_fields(foreign, -sign * part.foreign_vat)
        yield _act(common, fields | _vat_fields(part, sign))


def program_vat(document: BookedDocument, batch: Batch) -> list[ProgramVat]:
    """Return what carries VAT, by code, then the codes without.

    What is outside VAT is not among them, nor what WinBooks has no code for (rule B22).
    """
    merged: dict[tuple[bool, str, str], ProgramVat] = {}
    for row in document.vat:
        code, account = _program_code(row, batch), row.account if row.rate else ""
        if row.treatment is Treatment.OUTSIDE_VAT or not (code or row.rate):
            continue
        key = (not row.rate, code, account)
        before = merged.get(key, ProgramVat(code, account, ZERO, ZERO, bool(row.rate)))
        merged[key] = replace(
            before,
            base=before.base + row.base,
            vat=before.vat + row.vat,
            foreign_vat=before.foreign_vat + (row.foreign_vat or ZERO),
        )
    return [merged[key] for key in sorted(merged)]


def _program_code(row: RevenueRow | VatRow, batch: Batch) -> str:
    """Return WinBooks' code of a row; the cents of rounding have none (rule B12)."""
    return batch.vat_codes[row.vat_code].program_code if row.vat_code else ""


def _foreign_fields(foreign: ForeignAmounts | None, amount: Decimal) -> dict[str, str]:
    """Return the amount in the document's own currency, where that is not the books'."""
    if foreign is None:
        return {}
    rate = f"{written_rate(foreign.rate):f}"
    return {"CURRAMOUNT": money(amount), "CURRCODE": foreign.currency, "CURRATE": rate}


def _common(document: BookedDocument, parameters: Parameters) -> dict[str, str]:
    return _NO_ACT | {
        "DBKCODE": document.journal,
        "DBKTYPE": _DBKTYPES[document.kind],
        "DOCNUMBER": docnumber(document),
        "BOOKYEAR": document.book_year if parameters.write_book_year == YES else "",
        "PERIOD": f"{document.period:02}",
        "DATEDOC": f"{document.issued_on:%Y%m%d}",
        "COMMENT": _written("COMMENT", document.text, parameters),
        "AMOUNT": "0.00",
    }


def _customer_fields(
    document: BookedDocument, vat: Sequence[ProgramVat], base_sign: int
) -> dict[str, str]:
    fields = {
        "DOCTYPE": CUSTOMER,
        "DOCORDER": "001",
        "ACCOUNTGL": document.receivable_account,
        "ACCOUNTRP": document.customer.external_id,
        "DUEDATE": f"{document.due_on:%Y%m%d}",
        "COMMENTEXT": document.reference,
        "AMOUNTEUR": money(document.kind.sign * document.gross),
    }
    if document.foreign:
        amount = document.kind.sign * document.foreign.gross
        fields |= _foreign_fields(document.foreign, amount)
    with_rate = [part for part in vat if part.has_rate]
    if with_rate:
        fields["VATBASE"] = money(base_sign * sum((part.base for part in with_rate), ZERO))
        fields["VATTAX"] = money(base_sign * document.vat_total)
    return fields


def _vat_fields(part: ProgramVat, sign: int) -> dict[str, str]:
    if not part.has_rate:
        return {"DOCTYPE": ZERO_BASE, "AMOUNTEUR": "0.00"}
    return {
        "DOCTYPE": GENERAL,
        "DOCORDER": VAT_ORDER,
        "OPCODE": "FIXED",
        "ACCOUNTGL": part.account,
        "AMOUNTEUR": money(-sign * part.vat),
    }


def _act(common: dict[str, str], fields: dict[str, str]) -> Sequence[str]:
    return tuple((common | fields).values())


def _written(name: str, text: str, parameters: Parameters) -> str:
    """Return the text for a field in double quotes, which WinBooks cannot escape."""
    return text_field(name, parameters).written(text).replace('"', "'")
