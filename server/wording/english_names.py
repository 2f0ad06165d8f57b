"""English: what tabs, headers, settings and the values of lists are called, by kind and name."""

from collections.abc import Mapping

_TABS = (
    *("Start", "Settings", "VAT", "Accounts", "Customers", "Invoices", "Lines"),
    *("Check", "Exports", "Balance"),
)
_HEADERS = (
    *("Setting", "Value", "What it means"),
    *("Code", "Name", "Rate %", "Treatment", "Suggested account", "Code at the accountant"),
    *("Number", "Kind", "Customer", "VAT number", "Street", "Postcode", "City", "Country"),
    *("Language", "Payment term", "E-mail", "Hold", "Accountant's no.", "State", "Problem"),
    *("Date", "Due", "Description", "Net", "VAT", "Account", "Net as printed", "VAT as printed"),
    *("Total as printed", "Document discount %", "Reference", "Exported on", "Export"),
    *("Invoice", "Quantity", "Unit price", "Discount %"),
)
_SETTINGS = (
    *("Program", "Invoice journal", "Credit note journal", "Export customers too"),
    *("VAT computed", "Periods", "Discount account", "First document date"),
    *("Accountant's no. starts at", "Accountant's e-mail", "Folder", "Language"),
    *("Receivable account", "VAT account", "VAT account on credit notes"),
    *("Default revenue account", "Rounding account", "Default payment terms"),
    *("Credit-note amounts are typed", "Numbering restarts every year", "Account length"),
    *("Series", "Book year", "For the accountant"),
)
_CHOICES = (
    *("invoice", "credit note", "company", "person", "public body", "collective"),
    *("revenue", "discount", "receivable", "VAT", "rounding", "deposit", "disbursement"),
    *("domestic", "zero rate", "exempt", "reverse charge domestic", "EU goods"),
    *("EU goods triangular", "EU services", "export goods", "services outside EU"),
    *("outside VAT", "months", "quarters", "new and changed", "all", "none"),
    *("positive", "negative"),
)

NAMES: Mapping[str, str] = {
    **{f"tab {name}": name for name in _TABS},
    **{f"header {name}": name for name in _HEADERS},
    **{f"typed {name}": name if name.startswith("VAT") else name.lower() for name in _HEADERS},
    **{f"setting {name}": name for name in _SETTINGS},
    **{f"choice {name}": name for name in _CHOICES},
}
"""By kind and name (see `said.word`); "typed" is what stands in a column, to be typed again."""
