"""Tab VAT: what each column may hold."""

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import SalesList, Treatment
from boekbrug.server.fields import Choice, Code, Digits, Percent
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import (
    Country,
    account_column,
    code_column,
    day_column,
    text_column,
)

UBL_CATEGORIES = ("S", "Z", "E", "AE", "K", "G", "O", "L", "M")
"""The categories of EN 16931 (UNCL 5305) that sales have."""
LANGUAGES = ("nl", "fr", "en", "de")
"""The languages of names and texts, each with a column."""


class VatSchema(ma.Schema):
    """Tab VAT: one row a VAT code, which is more than its rate."""

    code = Code(
        said("vat-code-not-as-text.allowed"),
        data_key="Code",
        required=True,
        description="The short code that invoices and lines use.",
    )
    name = text_column("Name", "What the code is for.")
    name_nl = text_column("Name nl", "The name for whoever reads Dutch.")
    name_fr = text_column("Name fr", "The name for whoever reads French.")
    name_en = text_column("Name en", "The name for whoever reads English.")
    name_de = text_column("Name de", "The name for whoever reads German.")
    rate = Percent(data_key="Rate %", required=True, description="21, not 0.21.")
    treatment = Choice(
        *Treatment,
        synonyms=value_synonyms.TREATMENTS,
        data_key="Treatment",
        required=True,
        description="What the tax law makes of it; decides the box of the VAT return.",
    )
    country = Country(
        data_key="Country", description="Where the VAT is owed: needed for OSS; empty: your own."
    )
    valid_from = day_column("Valid from", "The first day on which the code may be used.")
    valid_to = day_column("Valid to", "The last day on which the code may be used.")
    suggested_account = account_column(
        "Suggested account", "The account of a line that names none."
    )
    vat_account = account_column(
        "VAT account", "Where its VAT is booked; empty: the account of Settings."
    )
    vat_account_credit_notes = account_column(
        "VAT account on credit notes", "The same of credit notes; empty: as on invoices."
    )
    discount_account = account_column(
        "Discount account", "Where its share of a document's discount is booked; empty: Settings."
    )
    program_code = code_column(
        "Code at the accountant",
        "The accountant's own code for it; empty: the usual one of the program.",
    )
    ventil = Digits(
        said("digits-not-as-text.allowed"),
        data_key="Ventil",
        load_default="",
        description="Expert/M: its column in the sales journal; empty: by its treatment.",
    )
    datev_key = Digits(
        said("digits-not-as-text.allowed"),
        data_key="DATEV key",
        load_default="",
        description="DATEV: the BU key, where the account is not automatic.",
    )
    box_invoice_base = code_column(
        "Box base invoices", "The box of the VAT return for the base of invoices, like 44."
    )
    box_invoice_vat = code_column("Box VAT invoices", "The same for the VAT of invoices.")
    box_credit_base = code_column(
        "Box base credit notes", "The same for the base of credit notes, like 48."
    )
    box_credit_vat = code_column("Box VAT credit notes", "The same for the VAT of credit notes.")
    sales_list = Choice(
        *SalesList,
        data_key="EC sales list",
        load_default=None,
        description="L goods, S services, T triangular; empty: by the treatment.",
    )
    ubl_category = Choice(
        *UBL_CATEGORIES,
        data_key="UBL category",
        load_default="",
        description="E-invoices: the category; empty: by the treatment.",
    )
    vatex_code = code_column(
        "VATEX code", "E-invoices: why there is no VAT, like VATEX-EU-AE; empty: by the treatment."
    )
    exemption_nl = text_column("Exemption text nl", "Why there is no VAT, in Dutch.")
    exemption_fr = text_column("Exemption text fr", "Why there is no VAT, in French.")
    exemption_en = text_column("Exemption text en", "Why there is no VAT, in English.")
    exemption_de = text_column("Exemption text de", "Why there is no VAT, in German.")
