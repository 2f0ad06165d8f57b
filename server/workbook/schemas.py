"""What each column of the team's tabs may hold, declared once: the schemas of all tabs.

The English header is the `data_key`, the description is what set-up and the documentation print.
A column that is not `required` has a default. The schemas are applied column by column
(`columns.py`); rules between cells stand with their tab.
"""

from collections.abc import Collection, Mapping

import marshmallow as ma

from boekbrug.server.fields import Code, Text
from boekbrug.server.workbook.account_schema import AccountSchema
from boekbrug.server.workbook.customer_schema import CustomerSchema
from boekbrug.server.workbook.invoice_schema import InvoiceSchema
from boekbrug.server.workbook.line_schema import LineSchema
from boekbrug.server.workbook.sheet_fields import Verbatim
from boekbrug.server.workbook.vat_schema import VatSchema


class SettingRowSchema(ma.Schema):
    """Tab Settings as a table; what each setting may be stands in `settings_schema`."""

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
