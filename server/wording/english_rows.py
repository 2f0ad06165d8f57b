"""English: what is said about columns that the first sheet lacks.

Problems stand by their code.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Customers.
    "person-without-name": ProblemWords(
        allowed="the name of a private person: here, or in {first_name} or {name}",
    ),
    "customer-of-itself": ProblemWords(
        allowed="another customer",
        cure="Correct it, or empty the cell.",
    ),
    "chain-of-customers": ProblemWords(
        allowed="a customer that names none itself in {header}",
        cure='Row {row} leads on to "{further}": write that one.',
    ),
    "not-collective": ProblemWords(
        allowed="a customer of kind {collective}",
        cure="Row {at_row} is of kind {kind}: correct that, or name another.",
    ),
    "wrong-iban": ProblemWords(
        allowed="an IBAN with right check digits, like BE68539007547034",
    ),
    "wrong-bic": ProblemWords(
        allowed="a BIC of 8 or 11 characters, like KREDBEBB",
    ),
    "wrong-enterprise-number": ProblemWords(
        allowed="a number as the register of firms in {country} gives it, with a right "
        "check digit if it has one",
    ),
    "wrong-peppol-id": ProblemWords(
        allowed="scheme and number with a colon between, like 0208:0403019261",
    ),
    "cash-discount-without-days": ProblemWords(
        allowed="a number of days, next to {percent}",
    ),
    "days-without-cash-discount": ProblemWords(
        allowed="a discount, next to {days}",
        cure="Fill it, or empty {days}.",
    ),
    # VAT codes and accounts.
    "no-such-vat-code": ProblemWords(
        allowed="a code of tab {title}",
        cure="Correct it, or add the code.",
    ),
    "oss-without-country": ProblemWords(
        allowed="the country where the VAT is owed, for {treatment}",
    ),
    "wrong-vatex-code": ProblemWords(
        allowed="a code of the list of exemptions, like VATEX-EU-AE",
    ),
    "last-day-before-first": ProblemWords(
        allowed="{first} or a later day",
    ),
    # Invoices.
    "discount-twice": ProblemWords(
        allowed="a percentage or an amount, one of the two",
        cure="Empty this cell or {percent}.",
    ),
    "due-not-by-terms": ProblemWords(
        allowed="{due_on}, as {terms} says",
        cure="Empty one of the two.",
    ),
    "rate-without-currency": ProblemWords(
        allowed="a currency, next to {rate}",
        cure="Fill it, or empty {rate}.",
    ),
    "rate-of-own-currency": ProblemWords(
        allowed="nothing for {currency}, the currency of the books",
        cure="Empty it, or correct the currency.",
    ),
    "currency-without-rate": ProblemWords(
        allowed="the rate: how many {foreign} for 1 {own}",
    ),
    "supply-without-last-day": ProblemWords(
        allowed="the last day of the supply, next to {first}",
    ),
    "invoice-without-customer": ProblemWords(
        allowed="a customer of tab Customers",
        cure="Or let one customer stand for all who are not named: name it in tab {settings}, "
        "Collective customer.",
    ),
    "credits-of-an-invoice": ProblemWords(
        allowed="nothing, because this is an invoice",
        cure="If it is a credit note, say so in {kind}.",
    ),
    "credits-nothing": ProblemWords(
        verb="expected:",
        allowed="the number of the invoice that it credits, or period for a volume rebate",
        cure="It is exported as it stands.",
    ),
    "unreadable-credited-number": ProblemWords(
        allowed="the number of an invoice, like 2026/18, or several with commas between",
    ),
    "credits-a-credit-note": ProblemWords(
        allowed="the number of an invoice",
        cure="This is the number of a credit note.",
    ),
    # Lines.
    "line-without-amount": ProblemWords(
        allowed="a price, or an amount in {net} or {total}",
    ),
    "text-with-amount": ProblemWords(
        allowed="nothing on a line whose {kind} is text",
        cure="Empty it, or give the line another kind.",
    ),
    "amount-not-by-price": ProblemWords(
        allowed="{computed}, which is {quantity} x {unit_price} less the discount",
        cure="Correct one of them, or empty this cell.",
    ),
    "total-not-the-sum": ProblemWords(
        allowed="{sum}, which is {net} plus {vat}",
    ),
    # Settings.
    "own-table-without-periods": ProblemWords(
        found="{found} without a row Period",
        allowed="{found}, with a row Period for each one",
        cure="Add rows like Period: 2026-01-01..2026-01-28 = 1.",
    ),
    "unreadable-period": ProblemWords(
        allowed='first and last day and a number, like "2026-01-01..2026-01-28 = 1"',
    ),
    "overlapping-periods": ProblemWords(
        allowed="periods that do not overlap",
        cure="Let each one begin on the day after the last day of another.",
    ),
    "collective-without-customer": ProblemWords(
        allowed="this, with the setting Collective customer",
        cure="Add a row Collective customer that names one of tab Customers.",
    ),
    "unknown-setting-customer": ProblemWords(
        allowed="a customer of tab {title}",
        cure="Choose one, or add the customer.",
    ),
    "line-of-words-alone": ProblemWords(
        allowed="a price and a VAT code", cure="If it is words alone, choose {text} in {kind}."
    ),
}

SENTENCES: Mapping[str, str] = {"column to add": "{header} (a column to add)"}
