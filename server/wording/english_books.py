"""English: what is said about amounts, credit notes, periods and accounts.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Printed amounts.
    "printed-amount-taken": ProblemWords(
        found="{found}, which differs by {cents} from the computed {computed}",
        verb="taken:",
        allowed="the printed amount, as the difference is within the tolerance of tab Settings",
    ),
    "vat-code-below-zero": ProblemWords(
        found="{base} under VAT code {vat_code}",
        verb="taken",
        allowed="as it is; the document as a whole is not below zero",
        cure="Ask your accountant when in doubt: the VAT return has its own box for what is "
        "credited.",
    ),
    "text-too-long": ProblemWords(
        found="{found}",
        allowed="at most {most} characters in {program}",
        cure="Write it shorter, perhaps as {written}; or choose {shorten} for Text too long in tab "
        "Settings, and it is written so.",
    ),
    # Credit notes.
    "credited-too-much": ProblemWords(
        found="{base} credited under VAT code {vat_code}",
        allowed="at most {left}, as {invoiced} was invoiced and {done} is credited already",
        cure="Correct the lines, or name the right invoice.",
    ),
    "credited-code-not-invoiced": ProblemWords(
        found="a credit under VAT code {vat_code}",
        allowed="the VAT codes of the credited invoice: {codes}",
        cure="Correct the VAT code, or name the right invoice.",
    ),
    "credited-remainder": ProblemWords(
        found="VAT {computed} for {vat_code}, computed",
        verb="taken:",
        allowed="{vat}, which is what remains of the invoice's VAT, so that the customer ends at "
        "0.00",
    ),
    "credited-remainder-of-base": ProblemWords(
        found="{computed} for {vat_code}, computed",
        verb="taken:",
        allowed="{base}, which is what remains of the invoice, so that the customer ends at 0.00",
    ),
    "credited-invoice-elsewhere": ProblemWords(
        found="{numbers}, of which neither this file nor an earlier export has the amounts",
        verb="taken",
        allowed="as it is; how much of it was credited before cannot be checked",
    ),
    "credited-invoice-of-another": ProblemWords(
        found='{number}, an invoice to "{owner}"',
        allowed='an invoice to "{customer}"',
        cure="Name the right invoice, or correct the customer.",
    ),
    "credited-invoice-in-other-currency": ProblemWords(
        found="{number}, an invoice in {currency}",
        allowed="an invoice in the currency of the credit note",
        cure="Correct the currency of one of the two.",
    ),
    "customer-written-again": ProblemWords(
        found="{fields}, other than export {batch} wrote it",
        verb="taken:",
        allowed="the customer is written again",
        cure="What your accountant changed of this customer in the program may be overwritten.",
    ),
    "all-customers-written-again": ProblemWords(
        found='"all": customers that were written before: {count}',
        verb="taken:",
        allowed="they are written again, changed or not",
        cure="What your accountant changed of them in the program may be overwritten: choose new "
        "and changed, unless the accountant asked for all.",
    ),
    # When.
    "period-closed": ProblemWords(
        allowed="a period after {closed}, up to which the books are closed",
        cure="Give it a later date or period, or ask your accountant to open the period and "
        "correct Closed up to in tab {settings}.",
    ),
    "period-is-a-quarter": ProblemWords(
        allowed="a month, like 2026-03, as tab {settings} says under Periods",
        cure="Write the month.",
    ),
    "outside-own-periods": ProblemWords(
        found="{day}",
        allowed="a day of one of the periods of tab {settings}",
        cure="Correct it, or add a row Period to tab {settings}.",
    ),
    "supplied-in-earlier-period": ProblemWords(
        found="a service of {supplied} invoiced on {issued}",
        verb="taken",
        allowed="as it is; its VAT belongs to {period}",
        cure="Write {period} in a column Period to book it there.",
    ),
    "vat-code-not-valid": ProblemWords(
        found="VAT code {vat_code} on {day}",
        allowed="a code that is valid on that day; this one is {valid}",
        cure="Choose another code, or correct its days in tab VAT.",
    ),
    # Accounts.
    "vat-code-not-for-account": ProblemWords(
        found="VAT code {vat_code} on account {account}",
        allowed="{codes} on that account, as tab Accounts says",
        cure="Correct the code or the account.",
    ),
    "cost-centre-missing": ProblemWords(
        found="nothing",
        allowed="a cost centre, which account {account} needs",
        cure="Write it in this row.",
    ),
    "account-not-valid": ProblemWords(
        found="account {account} on {day}",
        allowed="an account that is valid on that day; see tab {title}, row {row}",
        cure="Choose another account.",
    ),
    "account-of-other-kind": ProblemWords(
        found="account {account} for a line of kind {line_kind}",
        verb="taken",
        allowed="as it is; tab Accounts says that it is for something else",
        cure="Correct the account or its kind.",
    ),
    # VAT.
    "no-vat-by-scheme": ProblemWords(
        found="a rate under {codes}",
        verb="taken:",
        allowed="no VAT, as the firm charges none ({scheme})",
        cure="Choose a code without a rate.",
    ),
    "typed-vat-differs": ProblemWords(
        allowed="{computed}, the VAT of the line at {rate} % ({vat_code})",
        cure="Correct the amount, the price or the VAT code; it may differ by the {tolerance} of "
        "Tolerance in tab Settings.",
    ),
    "typed-vat-of-code": ProblemWords(
        allowed="0.00, as there is no VAT under {vat_code}",
        cure="Empty this cell, or choose the VAT code that was printed.",
    ),
    "typed-vat-of-firm": ProblemWords(
        allowed="0.00, as the firm charges no VAT ({scheme})",
        cure="Empty this cell, or correct Own VAT scheme in tab Settings.",
    ),
    "discount-of-nothing": ProblemWords(
        allowed="nothing, as it is to be taken off {whole}",
        cure="Empty this cell, or correct the lines.",
    ),
    "account-not-for-lines": ProblemWords(
        found="account {account}, which is of kind {account_kind}",
        allowed="an account of revenue or of another kind that lines are booked on",
        cure="Choose another account, or correct Kind in tab {title}, row {row}.",
    ),
    "vat-number-for-oss": ProblemWords(
        allowed="nothing for VAT code {vat_code} ({treatment})",
        cure="The one-stop shop is for private persons. Correct it, or the VAT code of {kind} "
        "{number}.",
    ),
    "oss-country-differs": ProblemWords(
        found="VAT code {vat_code} of {code_country} for a sale to {country}",
        allowed="a code of {country}",
        cure="Correct the VAT code of {kind} {number}, or the country.",
    ),
    # Deposits.
    "deposit-taken-off-too-much": ProblemWords(
        found="{amount} taken off the deposits on account {account} under VAT code {vat_code}",
        verb="taken",
        allowed='as it is; {left} of "{customer}" is left: {invoiced} was invoiced and {done} '
        "deducted",
        cure="Correct the amount, unless another deposit was booked before Boekbrug.",
    ),
    "deposit-under-other-code": ProblemWords(
        found="{amount} taken off the deposits on account {account} under VAT code {vat_code}",
        verb="taken",
        allowed='as it is; the deposit of "{customer}" that is left stands under {codes}',
        cure="Use the VAT code of the deposit.",
    ),
    "deposit-unknown": ProblemWords(
        found="{amount} taken off the deposits on account {account} under VAT code {vat_code}",
        verb="taken",
        allowed='as it is; no deposit of "{customer}" is known there',
        cure="Correct the account or the customer, unless it was booked before Boekbrug.",
    ),
    # Suppliers among the customers.
    "suppliers-left-out": ProblemWords(
        verb="left out:",
        allowed="no invoice goes to them, and nothing here is checked, numbered or written",
        cure="Is one a customer, correct its kind; is it both, give the customer its own row.",
    ),
    "customer-is-none": ProblemWords(
        allowed="a customer; row {row} of tab {title} is a supplier's",
        cure="Choose the customer. Is it both, give the customer a row and a number of its own.",
    ),
    # What no file of a program holds.
    "field-in-no-file": ProblemWords(
        found="an entry",
        verb="taken:",
        allowed="nothing of it, as no file for {program} holds this column",
        cure="Your accountant books it by hand, if it is needed.",
    ),
    "cash-discount-for-program": ProblemWords(
        found="a cash discount that lowers the base of VAT by {amount}",
        allowed="none, as {program} cannot be told a base that is lower than the net",
        cure="Put the document on hold and have it booked by hand; ask your accountant.",
    ),
    "cash-discount-in-vat-alone": ProblemWords(
        found="an offered cash discount",
        verb="taken:",
        allowed="the lower base and VAT; no file for {program} holds the discount and its days",
        cure="Your accountant books it when somebody pays early.",
    ),
    "cash-discount-in-no-file": ProblemWords(
        found="an offered cash discount",
        verb="taken:",
        allowed="VAT on the whole; no file for {program} holds the discount and its days",
        cure="Your accountant books it when somebody pays early.",
    ),
    # VAT numbers of customers.
    "vat-number-of-other-country": ProblemWords(
        allowed="a number of {country}, the customer's country",
        cure="Correct the number; or write the country of the number in Country, where the "
        "customer is registered there.",
    ),
    "vat-number-of-several": ProblemWords(
        found="{number} in several rows",
        verb="taken",
        allowed="as it is",
        cure="If it is one customer, go on with one row and write its name in column Merged into "
        "of the others; if the others are branches of {first}, write that in column Branch of.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "header other columns": "other columns",
    "book currency": "the currency of the books",
    "valid since": "valid from {first} on",
    "valid until": "valid until {last}",
    "valid between": "valid from {first} to {last}",
    "left out: a draft": "a draft",
    "VAT number or nothing": "a VAT number, or nothing: leave the cell empty for a customer "
    "without one",
    "a supplier": "a supplier",
    "suppliers": "suppliers",
}
