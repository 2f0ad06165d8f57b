"""What each column of the team's tabs may hold, declared once.

The English header is the `data_key`, the description is what set-up and the documentation print.
A column that is not `required` has a default. The schemas are applied column by column
(`columns.py`); rules between cells stand with their tab.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import AccountKind, CustomerKind, Kind, Treatment
from boekbrug.server.fields import (
    Choice,
    Code,
    Digits,
    Money,
    Number,
    Percent,
    SheetDate,
    Text,
    YesNo,
)
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import Country, ServerColumn, VatReference, Verbatim

NO_DISCOUNT = Decimal("0.00")


class CustomerSchema(ma.Schema):
    """Tab Customers: one row a customer."""

    key = Code(
        said("customer-not-as-text.allowed"),
        data_key="Customer",
        required=True,
        description="The name that invoices use; each name once.",
    )
    name = Text(
        data_key="Name",
        load_default="",
        description="The name for the accountant, when it is another than Customer.",
    )
    kind = Choice(
        *CustomerKind,
        synonyms=value_synonyms.CUSTOMER_KINDS,
        data_key="Kind",
        required=True,
        description="Company or person; a company with a VAT number is booked with it.",
    )
    vat_number = Code(
        said("vat-number-not-as-text.allowed"),
        data_key="VAT number",
        load_default="",
        description="With its country's letters, like BE0403019261; empty for a private person.",
    )
    street = Text(data_key="Street", load_default="", description="Street and house number.")
    postcode = Code(
        said("postcode-not-as-text.allowed"),
        data_key="Postcode",
        load_default="",
        description="The postcode, without the letters of the country.",
    )
    city = Text(data_key="City", load_default="", description="The town.")
    country = Country(data_key="Country", description="Like BE; empty: by VAT number, else yours.")
    language = Choice(
        "nl",
        "fr",
        "en",
        "de",
        synonyms=value_synonyms.LANGUAGES,
        data_key="Language",
        load_default="",
        description="The customer's language: nl, fr, en or de.",
    )
    payment_terms = Text(
        data_key="Payment term",
        load_default="",
        description="Days to pay, like 30, or 30E to the end of the month; empty: as in Settings.",
    )
    email = Text(data_key="E-mail", load_default="", description="For people and some programs.")
    hold = YesNo(
        data_key="Hold",
        load_default=False,
        description="Ticked: this customer's invoices wait and nothing here is checked.",
    )
    external_id = Code(
        said("number-not-as-text.allowed"),
        data_key="Accountant's no.",
        load_default="",
        description="The number in the accountant's program; leave it empty to be given one.",
    )
    state = ServerColumn(data_key="State", description="Written by the server.")
    problem = ServerColumn(data_key="Problem", description="What has to be corrected in this row.")


class AccountSchema(ma.Schema):
    """Tab Accounts: one row a ledger account."""

    number = Digits(
        said("account-not-as-text.allowed"),
        data_key="Number",
        required=True,
        description="The account as the accountant writes it, digits only.",
    )
    name = Text(data_key="Name", required=True, description="What is booked on it.")
    kind = Choice(
        *AccountKind,
        synonyms=value_synonyms.ACCOUNT_KINDS,
        data_key="Kind",
        load_default=AccountKind.REVENUE,
        description="What the account is for; empty: revenue.",
    )


class VatSchema(ma.Schema):
    """Tab VAT: one row a VAT code, which is more than its rate."""

    code = Code(
        said("vat-code-not-as-text.allowed"),
        data_key="Code",
        required=True,
        description="The short code that invoices and lines use.",
    )
    name = Text(data_key="Name", load_default="", description="What the code is for.")
    rate = Percent(data_key="Rate %", required=True, description="21, not 0.21.")
    treatment = Choice(
        *Treatment,
        synonyms=value_synonyms.TREATMENTS,
        data_key="Treatment",
        required=True,
        description="What the tax law makes of it; decides the box of the VAT return.",
    )
    suggested_account = Digits(
        said("no-account.allowed"),
        data_key="Suggested account",
        load_default="",
        description="The account of a line that names none.",
    )
    program_code = Code(
        data_key="Code at the accountant",
        load_default="",
        description="The accountant's own code for it; empty: the usual one of the program.",
    )


class InvoiceSchema(ma.Schema):
    """Tab Invoices: one row a document; Net, VAT and Account only for one of one line."""

    number = Code(
        said("number-not-as-text.allowed"),
        data_key="Number",
        required=True,
        description="The number as printed, like 2026/18.",
    )
    kind = Choice(
        *Kind,
        synonyms=value_synonyms.DOCUMENT_KINDS,
        data_key="Kind",
        required=True,
        description="Invoice or credit note.",
    )
    issued_on = SheetDate(
        data_key="Date", required=True, description="The date printed on the document."
    )
    due_on = SheetDate(
        data_key="Due",
        load_default=None,
        description="When it must be paid; empty: by the customer's payment term.",
    )
    customer = Code(
        said("no-customer.allowed"),
        data_key="Customer",
        required=True,
        description="A name of tab Customers.",
    )
    description = Text(
        data_key="Description",
        load_default="",
        description="The text in the books; empty: Invoice and its number.",
    )
    net = Money(
        data_key="Net",
        load_default=None,
        description="Without VAT, for an invoice of one line; else use tab Lines.",
    )
    vat = VatReference(load_default="", description="Its VAT code or rate, next to Net.")
    account = Digits(
        said("no-account.allowed"),
        data_key="Account",
        load_default="",
        description="Its account; empty: the one that the VAT code suggests.",
    )
    net_printed = Money(
        data_key="Net as printed",
        load_default=None,
        description="The total without VAT as printed, to be checked.",
    )
    vat_printed = Money(
        data_key="VAT as printed",
        load_default=None,
        description="The VAT as printed, to be checked.",
    )
    total_printed = Money(
        data_key="Total as printed",
        load_default=None,
        description="The total with VAT as printed: it is compared with the computed one.",
    )
    discount_percent = Percent(
        data_key="Document discount %",
        load_default=NO_DISCOUNT,
        description="A discount on the whole document.",
    )
    reference = Code(
        said("reference-not-as-text.allowed"),
        data_key="Reference",
        load_default="",
        description="The structured payment reference as printed, +++090/9337/55493+++.",
    )
    hold = YesNo(
        data_key="Hold",
        load_default=False,
        description="Ticked: this invoice waits and nothing here is checked.",
    )
    state = ServerColumn(data_key="State", description="new, on hold, to fix, exported, ...")
    exported_on = ServerColumn(data_key="Exported on", description="The day of its export.")
    export = ServerColumn(data_key="Export", description="The number of its export.")
    problem = ServerColumn(data_key="Problem", description="What has to be corrected in this row.")


class LineSchema(ma.Schema):
    """Tab Lines: the lines of the invoices that have several."""

    invoice = Code(
        said("invoice-not-as-text.allowed"),
        data_key="Invoice",
        required=True,
        description="The number of its invoice in tab Invoices.",
    )
    kind = Choice(
        *Kind,
        synonyms=value_synonyms.DOCUMENT_KINDS,
        data_key="Kind",
        load_default=None,
        description="Only where an invoice and a credit note share a number.",
    )
    description = Text(data_key="Description", load_default="", description="What was sold.")
    quantity = Number(
        data_key="Quantity", load_default=Decimal(1), description="How many; empty: 1."
    )
    unit_price = Number(
        data_key="Unit price", required=True, description="The price of one, without VAT."
    )
    discount_percent = Percent(
        data_key="Discount %", load_default=NO_DISCOUNT, description="A discount on this line."
    )
    vat = VatReference(description="Its VAT code or rate.")
    account = Digits(
        said("no-account.allowed"),
        data_key="Account",
        load_default="",
        description="Its account; empty: the one that the VAT code suggests.",
    )
    problem = ServerColumn(data_key="Problem", description="What has to be corrected in this row.")


class SettingRowSchema(ma.Schema):
    """Tab Settings as a table; what each setting may be stands in `SettingsSchema`."""

    label = Text(data_key="Setting", required=True, description="The name of the setting.")
    value = Verbatim(data_key="Value", description="Your answer.")
    meaning = Verbatim(data_key="What it means", description="Who knows it, where to find it.")


def schemas_for(programs: Collection[str]) -> Mapping[str, ma.Schema]:
    """Return the schema of each of the team's tabs; VAT has a code column for each program."""
    program_codes = {
        program_attribute(program): Code(
            data_key=f"Code {program}",
            load_default="",
            description=f"The code of {program}, when several programs are used.",
        )
        for program in programs
    }
    return {
        "Settings": SettingRowSchema(),
        "VAT": VatSchema.from_dict(dict(program_codes), name="VatWithProgramsSchema")(),
        "Accounts": AccountSchema(),
        "Customers": CustomerSchema(),
        "Invoices": InvoiceSchema(),
        "Lines": LineSchema(),
    }


def program_attribute(program: str) -> str:
    """Return the attribute that holds a VAT code's code in that program."""
    return f"code_{program}"
