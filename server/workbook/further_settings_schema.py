"""The settings that the first sheet lacks: each is read where somebody adds its row."""

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import CreditNoteDue, DiscountBooking, VatReturn, VatScheme
from boekbrug.server.fields import Choice, Code, Digits, SheetDate, Text, YesNo
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import Amount

OWN_CUSTOMER_EACH, COLLECTIVE_CUSTOMER = "own customer each", "collective customer"


class FurtherSettingsSchema(ma.Schema):
    """The settings of the firm, of its VAT, and of sales that not every firm has."""

    vat_return = Choice(
        *VatReturn,
        synonyms=value_synonyms.VAT_RETURNS,
        data_key="VAT return",
        description="How often a VAT return is handed in: month, quarter or none. Your accountant "
        "knows. Usual: quarter.",
    )
    vat_scheme = Choice(
        *VatScheme,
        synonyms=value_synonyms.VAT_SCHEMES,
        data_key="Own VAT scheme",
        description="How your own firm stands in VAT; a small enterprise and an exempt one have no "
        "VAT in any file. Your accountant knows. Usual: normal.",
    )
    closed_up_to = SheetDate(
        data_key="Closed up to",
        description="The last day of the periods that are closed: a document in them is a problem "
        "to fix. Your accountant knows. Usual: empty.",
    )
    prices_include_vat = YesNo(
        data_key="Prices include VAT",
        description="yes when prices of tab Lines are with VAT, as in a shop; a line may say "
        "otherwise in Includes VAT. You know. Usual: no.",
    )
    tolerance = Amount(
        data_key="Tolerance",
        description="How many cents an amount as printed may differ from the computed one; the "
        "difference is booked. Your accountant knows. Usual: 0,05.",
    )
    discounts_booked = Choice(
        *DiscountBooking,
        synonyms=value_synonyms.DISCOUNT_BOOKINGS,
        data_key="Discounts are booked",
        description="Where a discount on a whole document goes: net in revenue, or own account. "
        "Your accountant knows. Usual: own account.",
    )
    cash_discount_account = Digits(
        said("no-account.allowed"),
        data_key="Cash discount account",
        description="A note for people: where discounts for paying early are booked, when they are "
        "taken; an export books nothing there. Your accountant knows. Usual in Belgium: 653000.",
    )
    cash_discount_lowers_vat = YesNo(
        data_key="Cash discount lowers the VAT base",
        description="yes when VAT is computed on the net less an offered cash discount, taken or "
        "not. Your accountant knows. Usual: empty, which is the law of your country.",
    )
    private_persons = Choice(
        OWN_CUSTOMER_EACH,
        COLLECTIVE_CUSTOMER,
        synonyms=value_synonyms.PRIVATE_PERSONS,
        data_key="Private persons",
        description="Whether each private person is a customer in the books, or all are booked on "
        "the Collective customer. Your accountant knows. Usual: own customer each.",
    )
    collective_customer = Code(
        said("no-customer.allowed"),
        data_key="Collective customer",
        description="The row of tab Customers, of kind collective, on which private persons and "
        "invoices without a customer are booked; with own customer each, these invoices alone. "
        "Your accountant knows its number. Usual: empty.",
    )
    credit_note_due = Choice(
        *CreditNoteDue,
        synonyms=value_synonyms.CREDIT_NOTE_DUES,
        data_key="Due date of credit notes",
        description="When a credit note is due: document date, or by terms as an invoice. Your "
        "accountant knows. Usual: document date.",
    )
    own_enterprise_number = Code(
        said("number-not-as-text.allowed"),
        data_key="Own enterprise number",
        description="KBO, SIREN, KvK or org.nr of your firm, for e-invoices and audit files. You "
        "know: it stands on your invoices. Usual: the digits of your VAT number.",
    )
    own_street = Text(
        data_key="Own street",
        description="Street and house number of your firm, for e-invoices. You know: it stands on "
        "your invoices. Usual: empty.",
    )
    own_postcode = Code(
        said("postcode-not-as-text.allowed"),
        data_key="Own postcode",
        description="The postcode of your firm, for e-invoices. You know: it stands on your "
        "invoices. Usual: empty.",
    )
    own_city = Text(
        data_key="Own city",
        description="The town of your firm, for e-invoices. You know: it stands on your invoices. "
        "Usual: empty.",
    )
    own_iban = Code(
        said("number-not-as-text.allowed"),
        data_key="Own IBAN",
        description="The account that customers pay to, for e-invoices. You know: it stands on "
        "your invoices. Usual: empty.",
    )
    own_bic = Code(
        said("code-not-as-text.allowed"),
        data_key="Own BIC",
        description="The bank of that account, for e-invoices. You know: it stands on your "
        "invoices. Usual: empty.",
    )
    own_peppol_id = Code(
        said("number-not-as-text.allowed"),
        data_key="Own Peppol ID",
        description="Scheme and number of your firm, for e-invoices, like 0208:0403019261. Your "
        "accountant knows. Usual: 0208 and your enterprise number.",
    )
