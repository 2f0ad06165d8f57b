"""Tab Accounts: what each column may hold."""

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import AccountKind
from boekbrug.server.fields import Choice, Digits, Percent, Text, YesNo
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.sheet_fields import code_column, day_column


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
    allowed_vat_codes = code_column(
        "Allowed VAT codes", "The codes of tab VAT that may be booked on it, with commas between."
    )
    automatic_rate = Percent(
        data_key="Automatic VAT rate",
        load_default=None,
        description="DATEV: the rate that the account takes out by itself.",
    )
    program_account = Digits(
        said("digits-not-as-text.allowed"),
        data_key="Program's account",
        load_default="",
        description="The account's number in the accountant's program, when it is another.",
    )
    cost_centre_required = YesNo(
        data_key="Cost centre required",
        load_default=False,
        description="Ticked: every line on it names a cost centre.",
    )
    valid_from = day_column("Valid from", "The first day on which it may be booked on.")
    valid_to = day_column("Valid to", "The last day on which it may be booked on.")
