"""What a new workbook holds: VAT codes and ledger accounts of a country, to be corrected.

Belgium: accounts follow the classes of the minimum chart (royal decree of 21 October 2018), rates
are those of royal decree no. 20. The Netherlands: rates 21, 9, 0, as the boxes 1a, 1b and 1e of
the VAT return have them. Germany: rates 19 and 7, as the automatic accounts of DATEV's charts
SKR 03 and SKR 04 have them. Elsewhere: the codes that have no rate of the country, and no accounts.
The accountant's own numbers win.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boekbrug.server.bookkeeping.terms import AccountKind, Treatment
from boekbrug.server.workbook.cells import Cell

Rows = Sequence[Mapping[str, Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What is usual in a country: rows of tabs VAT and Accounts, and answers of Settings."""

    vat_codes: Rows
    accounts: Rows = ()
    settings: Mapping[str, Cell]


def of_country(country: str) -> Usual:
    """Return what is usual in a country of two letters."""
    return _COUNTRIES.get(country, _ELSEWHERE)


def _account(number: str, name: str, kind: AccountKind) -> Mapping[str, Cell]:
    return {"Number": number, "Name": name, "Kind": kind.value}


def _code(
    code: str, name: str, rate: int, treatment: Treatment, account: str | None = None
) -> Mapping[str, Cell]:
    return {
        "Code": code,
        "Name": name,
        "Rate %": rate,
        "Treatment": treatment.value,
        "Suggested account": account,
    }


_BELGIAN_ACCOUNTS: Rows = (
    _account("400000", "Customers", AccountKind.RECEIVABLE),
    _account("416000", "Costs paid for customers", AccountKind.DISBURSEMENT),
    _account("451000", "VAT to pay", AccountKind.VAT),
    _account("700000", "Sales at 21 %", AccountKind.REVENUE),
    _account("700100", "Sales at 6 %", AccountKind.REVENUE),
    _account("700200", "Sales at 12 %", AccountKind.REVENUE),
    _account("700300", "Services to the EU", AccountKind.REVENUE),
    _account("700400", "Goods to the EU", AccountKind.REVENUE),
    _account("700500", "Sales outside the EU", AccountKind.REVENUE),
    _account("700600", "Sales at 0 %", AccountKind.REVENUE),
    _account("700700", "Sales with reverse charge in Belgium", AccountKind.REVENUE),
    _account("708000", "Discounts given", AccountKind.DISCOUNT),
    _account("757000", "Rounding", AccountKind.ROUNDING),
)

_BELGIAN_CODES: Rows = (
    _code("H21", "Domestic, 21 %", 21, Treatment.DOMESTIC, "700000"),
    _code("M12", "Domestic, 12 %", 12, Treatment.DOMESTIC, "700200"),
    _code("L6", "Domestic, 6 %", 6, Treatment.DOMESTIC, "700100"),
    _code("N0", "Zero rate", 0, Treatment.ZERO_RATE, "700600"),
    _code("IC-G", "Goods to the EU", 0, Treatment.EU_GOODS, "700400"),
    _code("IC-S", "Services to the EU", 0, Treatment.EU_SERVICES, "700300"),
    _code("MC", "Reverse charge in Belgium", 0, Treatment.REVERSE_CHARGE_DOMESTIC, "700700"),
    _code("EX", "Goods outside the EU", 0, Treatment.EXPORT_GOODS, "700500"),
    _code("EX-S", "Services outside the EU", 0, Treatment.SERVICES_OUTSIDE_EU, "700500"),
    _code("OUT", "Outside VAT: costs paid for the customer", 0, Treatment.OUTSIDE_VAT, "416000"),
)

_CODES_WITHOUT_RATE: Rows = (
    _code("N0", "Zero rate", 0, Treatment.ZERO_RATE),
    _code("IC-G", "Goods to the EU", 0, Treatment.EU_GOODS),
    _code("IC-S", "Services to the EU", 0, Treatment.EU_SERVICES),
    _code("RC", "Reverse charge in the own country", 0, Treatment.REVERSE_CHARGE_DOMESTIC),
    _code("EX", "Goods outside the EU", 0, Treatment.EXPORT_GOODS),
    _code("EX-S", "Services outside the EU", 0, Treatment.SERVICES_OUTSIDE_EU),
    _code("OUT", "Outside VAT: costs paid for the customer", 0, Treatment.OUTSIDE_VAT),
)

_SETTINGS: Mapping[str, Cell] = {
    "Export customers too": "new and changed",
    "VAT computed": "on lines",
    "Periods": "months",
    "Accountant's no. starts at": "100000",
    "Default payment terms": "30",
    "Credit-note amounts are typed": "positive",
    "Numbering restarts every year": "no",
}
"""The answers of a new workbook; those that are not here only the accountant knows."""

_BELGIAN_SETTINGS: Mapping[str, Cell] = {
    "Discount account": "708000",
    "Language": "nl",
    "Receivable account": "400000",
    "VAT account": "451000",
    "Rounding account": "757000",
    "Account length": "6",
}

_ELSEWHERE = Usual(vat_codes=_CODES_WITHOUT_RATE, settings={**_SETTINGS, "Language": "en"})
_COUNTRIES: Mapping[str, Usual] = {
    "BE": Usual(
        vat_codes=_BELGIAN_CODES,
        accounts=_BELGIAN_ACCOUNTS,
        settings={**_SETTINGS, **_BELGIAN_SETTINGS},
    ),
    "NL": Usual(
        vat_codes=(
            _code("H21", "Domestic, 21 %", 21, Treatment.DOMESTIC),
            _code("L9", "Domestic, 9 %", 9, Treatment.DOMESTIC),
            *_CODES_WITHOUT_RATE,
        ),
        settings={**_SETTINGS, "Language": "nl"},
    ),
    "DE": Usual(
        vat_codes=(
            _code("H19", "Domestic, 19 %", 19, Treatment.DOMESTIC),
            _code("L7", "Domestic, 7 %", 7, Treatment.DOMESTIC),
            *_CODES_WITHOUT_RATE,
        ),
        settings={**_SETTINGS, "Language": "de"},
    ),
}
