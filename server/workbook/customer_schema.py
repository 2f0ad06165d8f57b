"""Tab Customers: what each column may hold."""

import marshmallow as ma

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.terms import CustomerKind, VatStatus
from boekbrug.server.fields import Choice, Code, Percent, YesNo
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import (
    Country,
    Currency,
    Days,
    Phone,
    ServerColumn,
    account_column,
    code_column,
    text_column,
)


class CustomerSchema(ma.Schema):
    """Tab Customers: one row a customer."""

    key = Code(
        said("customer-not-as-text.allowed"),
        data_key="Customer",
        required=True,
        description="The name that invoices use; each name once.",
    )
    name = text_column("Name", "The name for the accountant, when it is another than Customer.")
    name_2 = text_column("Name 2", "The rest of a name that is too long for one line.")
    first_name = text_column("First name", "Of a private person.")
    last_name = text_column("Last name", "Of a private person; with it Name may stay empty.")
    kind = Choice(
        *CustomerKind,
        synonyms=value_synonyms.CUSTOMER_KINDS,
        data_key="Kind",
        required=True,
        description="Company or person; a company with a VAT number is booked with it. The row of "
        "a supplier is left alone.",
    )
    vat_number = Code(
        said("vat-number-not-as-text.allowed"),
        data_key="VAT number",
        load_default="",
        description="With its country's letters, like BE0403019261; empty for a private person.",
    )
    vat_status = Choice(
        *VatStatus,
        synonyms=value_synonyms.VAT_STATUSES,
        data_key="VAT status",
        load_default=None,
        description="Whether VAT must be accounted for; empty: by kind and VAT number.",
    )
    enterprise_number = code_column(
        "Enterprise number", "Of one without VAT number: KBO, SIREN, KvK, org.nr, like 0403019261."
    )
    street = text_column("Street", "Street and house number.")
    house_number = code_column("House number", "The house number, when Street is without it.")
    box = code_column("Box", "The box of the house, when Street is without it.")
    address_2 = text_column("Address 2", "A second line of the address.")
    postcode = Code(
        said("postcode-not-as-text.allowed"),
        data_key="Postcode",
        load_default="",
        description="The postcode, without the letters of the country.",
    )
    city = text_column("City", "The town.")
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
    currency = Currency(
        data_key="Currency", description="The customer's currency, like USD; empty: your own."
    )
    payment_terms = text_column(
        "Payment term",
        "Days to pay, like 30, or 30E to the end of the month; empty: as in Settings.",
    )
    cash_discount_percent = Percent(
        data_key="Cash discount %",
        load_default=ZERO,
        description="The discount for paying early that this customer is offered.",
    )
    cash_discount_days = Days(
        data_key="Cash discount days",
        description="Within how many days of the invoice date; needed next to Cash discount %.",
    )
    email = text_column("E-mail", "For people and some programs.")
    phone = Phone(data_key="Phone", description="As it is dialled, with its first 0 or its +.")
    contact = text_column("Contact", "Whom to speak to.")
    iban = code_column("IBAN", "The customer's bank account, like BE68539007547034.")
    bic = code_column("BIC", "The bank of that account, like KREDBEBB.")
    peppol_id = code_column("Peppol ID", "Scheme and number, like 0208:0403019261.")
    buyer_reference = code_column("Buyer reference", "What the customer wants on every e-invoice.")
    default_vat_code = code_column(
        "Default VAT code", "For some programs: a code of tab VAT; lines keep their own."
    )
    default_account = account_column(
        "Default account",
        "The account of this customer's lines that name none when their VAT code suggests none.",
    )
    receivable_account = account_column(
        "Receivable account", "When it is another than the one of Settings."
    )
    category = code_column("Category", "The customer's category in the accountant's program.")
    branch_of = code_column(
        "Branch of", "The customer whose branch this is: both may have the same VAT number."
    )
    booked_on = code_column(
        "Booked on", "The collective customer on whose account this one is booked."
    )
    merged_into = code_column(
        "Merged into", "The customer that this one has become; the number of this one is kept."
    )
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
