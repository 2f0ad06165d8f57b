"""What a new workbook of a Belgian firm holds: VAT codes and ledger accounts, to be corrected.

Accounts follow the classes of the Belgian minimum chart (royal decree of 21 October 2018); the
rates are those of royal decree no. 20. The accountant's own numbers win.
"""

from collections.abc import Mapping, Sequence

from boekbrug.server.bookkeeping.terms import AccountKind, Treatment
from boekbrug.server.workbook.cells import Cell

Rows = Sequence[Mapping[str, Cell]]


def _account(number: str, name: str, kind: AccountKind) -> Mapping[str, Cell]:
    return {"Number": number, "Name": name, "Kind": kind.value}


def _code(
    code: str, name: str, rate: int, treatment: Treatment, account: str
) -> Mapping[str, Cell]:
    return {
        "Code": code,
        "Name": name,
        "Rate %": rate,
        "Treatment": treatment.value,
        "Suggested account": account,
    }


ACCOUNTS: Rows = (
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

VAT_CODES: Rows = (
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

SETTINGS: Mapping[str, Cell] = {
    "Export customers too": "new and changed",
    "VAT computed": "on lines",
    "Periods": "months",
    "Discount account": "708000",
    "Accountant's no. starts at": "100000",
    "Language": "nl",
    "Receivable account": "400000",
    "VAT account": "451000",
    "Rounding account": "757000",
    "Default payment terms": "30",
    "Credit-note amounts are typed": "positive",
    "Numbering restarts every year": "no",
    "Account length": "6",
}
"""The answers of a new workbook; those that are not here only the accountant knows."""
