"""Tab Lines: what each column may hold."""

from decimal import Decimal

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import Kind, LineKind
from boekbrug.server.fields import Choice, Code, Digits, Money, Number, Percent, YesNo
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import (
    NO_DISCOUNT,
    Amount,
    ServerColumn,
    VatReference,
    code_column,
    day_column,
    text_column,
)


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
    line_kind = Choice(
        *LineKind,
        synonyms=value_synonyms.LINE_KINDS,
        data_key="Line kind",
        load_default=LineKind.ITEM,
        description="Empty: item. discount lowers the invoice, typed positive or negative; text "
        "has no amount.",
    )
    item_code = code_column("Item code", "The code of what was sold.")
    description = text_column("Description", "What was sold.")
    quantity = Number(
        data_key="Quantity", load_default=Decimal(1), description="How many; empty: 1."
    )
    unit = code_column("Unit", "What is counted: h, kg, pieces.")
    unit_price = Number(
        data_key="Unit price",
        load_default=None,
        description="The price of one, without VAT unless Includes VAT says so; or Net.",
    )
    includes_vat = YesNo(
        data_key="Includes VAT",
        load_default=None,
        description="Whether the price is with VAT; empty: as Settings says.",
    )
    discount_percent = Percent(
        data_key="Discount %", load_default=NO_DISCOUNT, description="A discount on this line."
    )
    discount_amount = Amount(
        data_key="Discount amount",
        load_default=NO_DISCOUNT,
        description="The same as an amount, typed positive; one of the two.",
    )
    net = Money(
        data_key="Net",
        load_default=None,
        description="The whole line without VAT, in the place of Unit price or next to it.",
    )
    vat_amount = Money(
        data_key="VAT amount",
        load_default=None,
        description="The VAT of the line as printed, within the Tolerance of Settings; booked "
        "where VAT is computed on lines, compared alone on total.",
    )
    total = Money(
        data_key="Total incl. VAT",
        load_default=None,
        description="The whole line with VAT, in the place of Unit price or next to it.",
    )
    vat = VatReference(load_default="", description="Its VAT code or rate; not for a text.")
    account = Digits(
        said("no-account.allowed"),
        data_key="Account",
        load_default="",
        description="Its account; empty: the one that the VAT code suggests.",
    )
    cost_centre = code_column("Cost centre", "The cost centre; empty: that of the invoice.")
    cost_unit = code_column("Cost unit", "The second analytical field of some programs.")
    project = code_column("Project", "The project in the accountant's program.")
    service_from = day_column("Service from", "The first day of a service that lasts.")
    service_to = day_column("Service to", "Its last day.")
    problem = ServerColumn(data_key="Problem", description="What has to be corrected in this row.")
