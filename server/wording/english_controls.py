"""English: control totals, the EC sales list, and where the cents of a document are."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Where the cents are.
    "cents in currency": "Amounts in {currency}.",
    "cents both ways": "VAT on lines is {on_lines}, on total {on_total} "
    "({differences}). Taken: {mode}, {why}.",
    "cents by settings": "as tab Settings says",
    "cents by print": "as printed",
    "cents remainder": "VAT computed is {computed}; taken is {taken} (VAT code {codes}), what is "
    "left of the VAT of the credited invoice, so that it ends at 0.00.",
    "cents printed": "VAT computed is {computed}, printed is {printed}. Taken: as printed; the "
    "{cents} is on VAT code {codes}.",
    "cents rounding": "{amount} of rounding is on account {account}.",
    "cents of code": "Converted to {currency}, {sign}{cents} is on account {account}, so that VAT "
    "code {vat_code} adds up.",
    "cents of total": "Converted at once the total is {currency} {at_once}, VAT code by VAT code "
    "{gross}. Taken: VAT code by VAT code.",
    "cents balance": "The booking balances.",
    # Control totals.
    "controls": "Control totals",
    "controls signed": "Credit notes count negative.",
    "controls read back": "Read back from the written files: equal.",
    "controls of codes": "Per VAT code",
    "controls of rates": "Per rate",
    "controls of journals": "Per journal",
    "controls of accounts": "Per account",
    "controls of boxes": "Boxes of the VAT return",
    "controls of sales list": "EC sales list",
    "controls of oss": "One-stop shop (OSS)",
    "controls of cents": "Where the cents are",
    "controls of this export": "Documents of this export only.",
    "controls in part": "{period}, a part",
    "controls rounding": "rounding",
    "controls box of base": "base",
    "controls box of VAT": "VAT",
    "controls without box": "No box is known for {codes}: ask your accountant.",
    "controls one cent line": "1 document",
    "controls cent lines": "{count} documents",
    "controls largest": "The {shown} largest of {count} documents; the others stand in the list "
    "of documents.",
    "controls rate": "{rate} %",
    "controls base of code": "base {base}",
    "column VAT code": "VAT code",
    "column rate": "Rate",
    "column net": "Net",
    "column base": "Base of VAT",
    "column VAT": "VAT",
    "column total": "Total incl. VAT",
    "column country": "Country",
    "column journal": "Journal",
    "column invoices": "Invoices",
    "column credit notes": "Credit notes",
    "column account": "Account",
    "column name": "Name",
    "column debit": "Debit",
    "column credit": "Credit",
    "column box": "Box",
    "column what": "What",
    "column amount": "Amount",
    "column period": "Period",
    "column VAT number": "VAT number",
    "column customer": "Customer",
    "column letter": "Letter",
    "column document": "Document",
    "check VAT of code": "VAT {vat_code}",
    "check cents": "Cents",
}
