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
    *("Name 2", "First name", "Last name", "VAT status", "Enterprise number"),
    *("House number", "Box", "Address 2", "Currency", "Cash discount %"),
    *("Cash discount days", "Phone", "Contact", "IBAN", "BIC", "Peppol ID"),
    *("Buyer reference", "Default VAT code", "Default account", "Receivable account"),
    *("Category", "Branch of", "Booked on", "Merged into", "Allowed VAT codes"),
    *("Automatic VAT rate", "Program's account", "Cost centre required", "Valid from"),
    *("Valid to", "Name nl", "Name fr", "Name en", "Name de", "VAT account"),
    *("VAT account on credit notes", "Discount account", "Ventil", "DATEV key"),
    *("Box base invoices", "Box VAT invoices", "Box base credit notes"),
    *("Box VAT credit notes", "EC sales list", "UBL category", "VATEX code"),
    *("Exemption text nl", "Exemption text fr", "Exemption text en", "Exemption text de"),
    *("Supply date", "Supplied from", "Period", "Your reference", "Credits", "Rate"),
    *("Rate date", "Document discount amount", "Document discount text"),
    *("Cash discount amount", "Payable rounding", "Already paid", "Delivery country"),
    *("Supply country", "Journal", "Cost centre", "PDF link", "Status", "Line kind"),
    *("Item code", "Unit", "Includes VAT", "Discount amount", "VAT amount"),
    *("Total incl. VAT", "Cost unit", "Project", "Service from", "Service to"),
)
_SETTINGS = (
    *("Program", "Invoice journal", "Credit note journal", "Export customers too"),
    *("VAT computed", "Periods", "Discount account", "First document date"),
    *("Accountant's no. starts at", "Accountant's e-mail", "Folder", "Language"),
    *("Receivable account", "VAT account", "VAT account on credit notes"),
    *("Default revenue account", "Rounding account", "Default payment terms"),
    *("Credit-note amounts are typed", "Numbering restarts every year", "Account length"),
    "Accountant receives e-invoices",
    *("Series", "Book year", "For the accountant"),
    *("VAT return", "Own VAT scheme", "Own enterprise number", "Own street", "Own postcode"),
    *("Own city", "Own IBAN", "Own BIC", "Own Peppol ID", "Closed up to"),
    *("Prices include VAT", "Tolerance", "Discounts are booked", "Cash discount account"),
    *("Cash discount lowers the VAT base", "Private persons", "Collective customer"),
    *("Due date of credit notes", "Period", "VATBASE on credit notes", "Write book year"),
    *("VATCAT of private persons", "Character outside the encoding", "Text too long"),
)
_CHOICES = (
    *("invoice", "credit note", "company", "person", "public body", "collective"),
    *("revenue", "discount", "receivable", "VAT", "rounding", "deposit", "disbursement"),
    *("domestic", "zero rate", "exempt", "reverse charge domestic", "EU goods"),
    *("EU goods triangular", "EU services", "export goods", "services outside EU"),
    *("outside VAT", "months", "quarters", "new and changed", "all", "none"),
    *("positive", "negative", "cash discount", "exchange", "OSS goods", "OSS services", "margin"),
    *("small enterprise", "own table", "item", "charge", "text", "normal", "VAT-group member"),
    *("liable", "not liable", "applied for", "month", "quarter", "net in revenue"),
    *("own account", "document date", "by terms", "L", "S", "T"),
    *("own customer each", "collective customer", "draft", "final", "supplier", "yes", "no"),
    *("nearest letter", "refuse", "ask", "shorten"),
    "yes but not booked",
)

NAMES: Mapping[str, str] = {
    **{f"tab {name}": name for name in _TABS},
    **{f"header {name}": name for name in _HEADERS},
    **{f"typed {name}": name if name.startswith("VAT") else name.lower() for name in _HEADERS},
    **{f"setting {name}": name for name in _SETTINGS},
    **{f"choice {name}": name for name in _CHOICES},
}
"""By kind and name (see `said.word`); "typed" is what stands in a column, to be typed again."""
