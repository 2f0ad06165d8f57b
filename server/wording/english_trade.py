"""English: what is said about the trade.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Customers' numbers.
    "customer-number-on-copied-row": ProblemWords(
        found='{number}, which belongs to "{owner}" (row {owner_row})',
        allowed="empty, or a number nobody has had",
        cure="Row {own_row} looks like a copy of row {owner_row}: empty this cell and it gets the "
        "next number.",
    ),
    "customer-number-of-another": ProblemWords(
        found='{number} for "{customer}", which belongs to "{owner}"',
        allowed="empty, or a number nobody has had",
        cure='Empty this cell and it gets the next number, or write the name "{owner}".',
    ),
    "customer-number-of-another-workbook": ProblemWords(
        found='{number} for "{customer}", which belongs to "{owner}" of another workbook',
        allowed="empty, or a number nobody has had",
        cure="Empty this cell and it gets the next number. When it is a new name of the same "
        "customer, change the name first in the workbook that it was exported from last.",
    ),
    "customer-number-emptied": ProblemWords(
        found="nothing",
        allowed="{known}, the number of this customer",
        cure="It is put back.",
    ),
    "customer-number-changed": ProblemWords(
        found='{number} for "{customer}"',
        allowed="{known}, the number that your accountant knows this customer by",
        cure="Put {known} into this cell.",
    ),
    "customer-renamed": ProblemWords(
        found='"{customer}" with number {number}',
        allowed='"{former}", the name that the number was given to, or a new name',
        cure="No row has the old name any more, so it is taken as a new name of the same customer. "
        "Is it another customer? Then put the old name back, and give the other a row of its own.",
    ),
    # Numbers of documents, and when documents are.
    "document-number-exported": ProblemWords(
        found='"{number}" of {day} for "{customer}"; export {batch} holds a '
        'document of that number, of {past_day} for "{past_customer}"',
        allowed="a number that no export holds",
        cure="Is it the same document with another date? Then write {past_day} again: with its own "
        "number it would be exported and charged twice. Is it another document? Then give it its "
        "own number.{instead}",
    ),
    "numbering-changed": ProblemWords(
        allowed="{allowed}",
        cure="It was so when export {batch} took {kind} {number}; changed, everything would be "
        "exported and charged again.{instead}",
    ),
    "outside-book-years": ProblemWords(
        found="{day}",
        allowed="a day of one of the book years {years}",
        cure="Correct it, or add the book year to tab Settings.",
    ),
    "several-book-years": ProblemWords(
        found="documents of the book years {years}",
        allowed="documents of one book year in one file",
        cure="Export each book year by itself.",
    ),
    "several-accounting-periods": ProblemWords(
        found="documents of the accounting periods {first} to {last}",
        allowed="documents of one accounting period in one file",
        cure="Export each period by itself.",
    ),
    # Accounts.
    "account-missing": ProblemWords(
        found="nothing",
        allowed="an account from tab Accounts",
        cure="Choose it in the cell, or fill Suggested account of the line's code in tab VAT.",
    ),
    "discount-account-missing": ProblemWords(
        found="nothing",
        allowed="the account that discounts are booked on, often 708000",
        cure="Some documents have a document discount; ask your accountant.",
    ),
    "accounts-suggested": ProblemWords(
        found="nothing on {lines}",
        verb="taken:",
        allowed="{accounts}, {why}",
    ),
    # Amounts.
    "total-below-zero": ProblemWords(
        found="{kind} with a total of {gross}",
        allowed="a total of 0.00 or more",
        cure="Correct the lines, or make it {other_kind}.",
    ),
    "total-too-large": ProblemWords(
        found="a total of {gross}",
        allowed="at most {most}",
        cure="Correct quantity and price.",
    ),
    "printed-amount-differs": ProblemWords(
        allowed="{computed} (VAT {mode})",
        cure="Correct the lines or the printed amount; Tolerance in tab Settings is {tolerance}.",
    ),
    "printed-amount-differs-either-way": ProblemWords(
        allowed="{computed} (VAT {mode}) or {alternative} (VAT {other_mode})",
        cure="Correct the lines or the printed amount; Tolerance in tab Settings is {tolerance}.",
    ),
    "vat-rounded-on-lines": ProblemWords(
        found="VAT on lines {on_lines}, on total {on_total}: {differences}",
        verb="taken:",
        allowed="on lines, as Settings say; since {since} the law rounds e-invoices on the total",
        cure="Ask your accountant which to choose under VAT computed.",
    ),
    "balance-too-low": ProblemWords(
        found="EUR {balance}",
        verb="needed",
        allowed="EUR {fee} for {invoices}; missing EUR {missing}",
        cure="{cures}",
    ),
    # VAT.
    "country-within-eu": ProblemWords(
        allowed="a country outside the EU for VAT code {vat_code} ({treatment})",
        cure="Correct it, or the VAT code of {kind} {number}.",
    ),
    "vat-number-not-of-eu": ProblemWords(
        allowed="the VAT number of another EU member state for VAT code {vat_code} ({treatment})",
        cure="Correct it, or the VAT code of {kind} {number}.",
    ),
    "vat-number-not-domestic": ProblemWords(
        allowed="a VAT number of {country} for VAT code {vat_code} ({treatment})",
        cure="Correct it, or the VAT code of {kind} {number}.",
    ),
    "domestic-vat-for-foreigner": ProblemWords(
        found="{vat_code} ({rate} %) for a customer with VAT number {vat_number}",
        verb="taken",
        allowed="as it is; it is unusual",
        cure="Ask your accountant when in doubt.",
    ),
    "zero-rate-for-person": ProblemWords(
        found="{vat_code} (0 %) for a private person",
        verb="taken",
        allowed="as it is; it is unusual",
        cure="Ask your accountant when in doubt.",
    ),
    "program-code-missing": ProblemWords(
        found="nothing",
        allowed="the code that your accountant's program has for {vat_code} ({treatment}, "
        "{rate} %)",
        cure="Ask your accountant for it.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # Where.
    "place balance": "Balance",
    "place period": "Period",
    "place invoices and lines": "Invoices and Lines",
    # Words of the trade, as they stand in a sheet.
    "term invoice": "invoice",
    "term credit note": "credit note",
    "an invoice": "an invoice",
    "a credit note": "a credit note",
    "yes": "yes",
    "no": "no",
    "term on lines": "on lines",
    "term on total": "on total",
    "term domestic": "domestic",
    "term zero rate": "zero rate",
    "term exempt": "exempt",
    "term reverse charge domestic": "reverse charge domestic",
    "term EU goods": "EU goods",
    "term EU goods triangular": "EU goods triangular",
    "term EU services": "EU services",
    "term export goods": "export goods",
    "term services outside EU": "services outside EU",
    "term outside VAT": "outside VAT",
    "term OSS goods": "OSS goods",
    "term OSS services": "OSS services",
    "term margin": "margin",
    "term small enterprise": "small enterprise",
    "term deposit": "deposit",
    # Values.
    "from day to day": "{first} to {last}",
    "difference of a code": "{vat_code} {sign}{cents}",
    "accounts by codes": "as the VAT code suggests",
    "accounts by others": "as the VAT code suggests, else the customer or tab Settings",
    "one line": "1 line",
    "lines counted": "{count} lines",
    "one invoice": "1 invoice",
    "invoices": "{count} invoices",
    "shorter period": "Or choose a shorter period.",
    # Why a document is left out.
    "left out: on hold": "on hold",
    "left out: customer on hold": 'customer "{customer}" is on hold',
    "left out: to fix": "something in this row or its lines must be fixed first",
    "left out: other days": "outside {first} to {last}",
    "left out: exported": "export {batch} of {day}",
    "left out: before the first": "before {first}, the first document date",
}
