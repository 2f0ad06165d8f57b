"""English: what a single cell may hold, and what is said of one that holds something else.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_ALLOWED = {
    "no-amount": "an amount with at most two decimals, like 1234.56 or 1.234,56",
    "no-number": "a number with at most six decimals, like 7, 1234.5 or 0,125",
    "no-percentage": "a percentage from 0 to 100, like 21 or 0.5 %",
    "no-date": "a date, like 2026-01-31 or 31/01/2026",
    "no-short-text": "text of at most {length} characters",
    "not-of-the-list": "one of {choices}",
    "neither-yes-nor-no": "yes or no",
    "code-not-as-text": "the code as text",
    "not-only-digits": "digits only",
    "digits-not-as-text": "digits as text",
    "number-not-as-text": "the number as text",
    "customer-not-as-text": "the customer's name as text",
    "vat-number-not-as-text": "the VAT number as text",
    "postcode-not-as-text": "the postcode as text",
    "account-not-as-text": "the account's digits as text",
    "vat-code-not-as-text": "a short code as text",
    "reference-not-as-text": "the payment reference as text",
    "invoice-not-as-text": "the number of an invoice as text",
    "journal-not-as-text": "the journal's code as text",
    "no-account": "an account of tab Accounts",
    "no-customer": "a customer of tab Customers",
    "no-country": "a country as two letters, like BE, or its name",
    "no-vat-code": "a code of tab VAT, or its rate",
    "no-vat-mode": "on lines, on total, or on total from a date like 2026-01-01",
    "no-account-length": "a whole number from 1 to {most}",
    "no-currency": "a currency as three letters, like EUR",
    "no-rate": "a number above 0 with at most six decimals: the foreign units for one of your own "
    "currency, like 1.0847",
    "no-positive-amount": "an amount of 0 or more with at most two decimals, like 12.50",
    "no-days": "a whole number of days from 1 to {most}",
    "no-period": "a quarter or a month of a year, like 2026-Q1 or 2026-03",
    "phone-not-as-text": "the phone number as text, with its first 0 or its +",
}

PROBLEMS: Mapping[str, ProblemWords] = {
    code: ProblemWords(allowed=allowed) for code, allowed in _ALLOWED.items()
}

SENTENCES: Mapping[str, str] = {
    "anything": "anything",
    "shows an error": "The cell shows an error of the spreadsheet; repair its formula.",
    "without a result": "a formula without a result",
    "save in Excel": "Open the file in Excel and save it, so that it is computed.",
    "share of a hundred": "Write {whole}, or {typed} % if it is that little.",
    "became a date": "The spreadsheet made a date of what was typed ({typed}?). Give the cell the "
    "format text, then type the {what} again.",
}
