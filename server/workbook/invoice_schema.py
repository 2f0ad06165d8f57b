"""Tab Invoices: what each column may hold."""

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.fields import Choice, Code, Digits, Money, Percent, SheetDate, YesNo
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.registers import DRAFT
from boekbrug.server.workbook.sheet_fields import (
    NO_DISCOUNT,
    Amount,
    Country,
    Currency,
    Days,
    PeriodText,
    Rate,
    ServerColumn,
    VatReference,
    code_column,
    day_column,
    text_column,
)

FINAL = "final"


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
    due_on = day_column("Due", "When it must be paid; empty: by the customer's payment term.")
    terms = text_column(
        "Payment term", "In the place of Due: days to pay, like 30, or 30E; empty: the customer's."
    )
    customer = Code(
        said("no-customer.allowed"),
        data_key="Customer",
        required=True,
        description="A name of tab Customers.",
    )
    supplied_on = day_column(
        "Supply date", "The day of the supply, or its last day; empty: the document's date."
    )
    supplied_from = day_column(
        "Supplied from", "The first day of a supply that ends on Supply date."
    )
    period = PeriodText(
        data_key="Period",
        description="The accounting period, like 2026-Q1 or 2026-03; empty: by the date.",
    )
    description = text_column(
        "Description", "The text in the books; empty: Invoice and its number."
    )
    your_reference = code_column(
        "Your reference", "The customer's own reference or order number, like PO-4711."
    )
    credits = code_column(
        "Credits",
        "Of a credit note: the invoices that it credits, with commas; period for a volume rebate.",
    )
    currency = Currency(
        data_key="Currency", description="Like USD, when the amounts are not in your own currency."
    )
    rate = Rate(
        data_key="Rate", description="Foreign units for one of your own, like 1.0847 USD for 1 EUR."
    )
    rated_on = day_column("Rate date", "The day of the rate; empty: the document's date.")
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
    discount_amount = Amount(
        data_key="Document discount amount",
        load_default=NO_DISCOUNT,
        description="The same as an amount, typed positive; one of the two. With VAT when all "
        "prices of the document are, else without.",
    )
    discount_text = text_column("Document discount text", "What the discount is for.")
    cash_discount_percent = Percent(
        data_key="Cash discount %",
        load_default=NO_DISCOUNT,
        description="A discount for paying early, as offered on the document.",
    )
    cash_discount_days = Days(
        data_key="Cash discount days",
        description="Within how many days of the date; needed next to a cash discount.",
    )
    cash_discount_amount = Amount(
        data_key="Cash discount amount",
        load_default=None,
        description="The cash discount as an amount, typed positive; one of the two. With VAT when "
        "all prices of the document are, else without.",
    )
    payable_rounding = Money(
        data_key="Payable rounding",
        load_default=NO_DISCOUNT,
        description="Cents added to the total to be paid, like 0.02 of a cash sale.",
    )
    paid = Money(
        data_key="Already paid", load_default=NO_DISCOUNT, description="What was paid before."
    )
    delivery_country = Country(
        data_key="Delivery country", description="Where goods went; empty: the customer's country."
    )
    supply_country = Country(
        data_key="Supply country", description="Where goods left; empty: your own country."
    )
    journal = Code(
        said("journal-not-as-text.allowed"),
        data_key="Journal",
        load_default="",
        description="The journal, when it is another than that of Settings or of the series.",
    )
    cost_centre = code_column("Cost centre", "For all its lines that name none themselves.")
    reference = Code(
        said("reference-not-as-text.allowed"),
        data_key="Reference",
        load_default="",
        description="The structured payment reference as printed, +++090/9337/55493+++.",
    )
    pdf_link = text_column("PDF link", "Where the document itself can be seen.")
    status = Choice(
        DRAFT,
        FINAL,
        synonyms=value_synonyms.STATUSES,
        data_key="Status",
        load_default=FINAL,
        description="draft: it waits, as with Hold; empty: final.",
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
