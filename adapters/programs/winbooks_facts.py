"""What is true of WinBooks, as data, and what people may set."""

from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.terms import Periods, Treatment
from boekbrug.server.fields import Choice
from boekbrug.server.programs.parameters import parameter
from boekbrug.server.programs.protocol import Facts
from boekbrug.server.programs.textfile import ASK, NEAREST_LETTER, REFUSE, SHORTEN
from boekbrug.server.wording.said import said, word

TITLE = "WinBooks"
SETTINGS = "Settings"
ENCODING = "cp1252"
CURRENCY = "EUR"
DOCNUMBER_PATTERN = "YYYYNNNN"
DOCNUMBER_LENGTH_MAX = 8
JOURNAL_LENGTH_MAX = 6
VATCODE_LENGTH_MAX = 6
PERIOD_MAX = {Periods.MONTHS: 12, Periods.QUARTERS: 4, Periods.OWN_TABLE: 98}
"""By what is counted; 00 and 99 are the periods that open and close a book year."""
NEGATIVE = "-"
YES = "yes"

LENGTHS = {
    "NAME1": 40,
    "NAME2": 40,
    "ADDRESS1": 40,
    "ADDRESS2": 40,
    "TELNUMBER": 35,
    "ZIPCODE": 10,
    "CITY": 40,
    "CATEGORY": 10,
    "COMMENT": 40,
}
LANGUAGES = {"nl": "N", "fr": "F", "de": "D", "en": "E"}
COUNTRIES = {"GR": "EL"}
"""Where WinBooks' code for a country is not the ISO code."""

VAT_CODES = {
    (Treatment.DOMESTIC, Decimal(21)): "211400",
    (Treatment.DOMESTIC, Decimal(12)): "211300",
    (Treatment.DOMESTIC, Decimal(6)): "211200",
    (Treatment.DOMESTIC, Decimal(0)): "211100",
    (Treatment.ZERO_RATE, Decimal(0)): "211100",
    (Treatment.REVERSE_CHARGE_DOMESTIC, Decimal(0)): "212000",
    (Treatment.EU_GOODS, Decimal(0)): "221000",
    (Treatment.EU_SERVICES, Decimal(0)): "222000",
    (Treatment.EXPORT_GOODS, Decimal(0)): "231000",
    (Treatment.SERVICES_OUTSIDE_EU, Decimal(0)): "232000",
    (Treatment.OUTSIDE_VAT, Decimal(0)): "",
}

FACTS = Facts(
    countries=("BE", "LU"),
    encoding=ENCODING,
    external_id_pattern="[0-9A-Za-z]{1,10}",
    external_id_allowed=said("letters and digits", most=10),
    external_id_range=NumberRange(1, 9_999_999_999),
    number_pattern=DOCNUMBER_PATTERN,
    vat_codes=VAT_CODES,
    several_periods_in_a_file=True,
    several_book_years_in_a_file=False,
    needs_journals=True,
    tells_vat_base=True,
    importing_again=said("winbooks importing again"),
    overwrites_customers=said("WinBooks overwrites customers"),
    how_to=tuple(
        said(f"winbooks step {step}")
        for step in (
            *("computer", "unzip", "close", "start", "company", "format", "test", "import"),
            *("compare", "peppol"),
        )
    ),
    sources=(
        "help.winbooks.be, Customers/Suppliers form files structure (CSF), read 2026-11-22",
        "help.winbooks.be, Annex 3, Description of the error codes, read 2026-11-22",
        "help.winbooks.be, Wblinker, read 2026-11-22",
        "trytond_account_export_winbooks 8.2.0, another exporter of ACT, read 2026-11-22",
    ),
    certainty=(
        "The layout is the vendor's and agrees with another exporter's. Unproven until an office "
        "confirms it: the sign of VATBASE on credit notes and VATCAT of private persons who pay "
        "VAT, which are settings; of foreign currency the direction of CURRATE, units of it "
        "for one euro (CUREURBASE stays empty); and how a book year of more than twelve months "
        "goes on after period 12."
    ),
)


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """What an office may want otherwise; the defaults are right for most."""

    vatbase_sign: str = parameter(
        "VATBASE on credit notes",
        Choice("+", NEGATIVE),
        hint=said("winbooks vatbase"),
        default="+",
    )
    write_book_year: str = parameter(
        "Write book year",
        Choice(YES, "no"),
        hint=said("winbooks book year"),
        default="no",
    )
    vatcat_of_persons: str = parameter(
        "VATCAT of private persons",
        Choice("0", "1", "3"),
        hint=said("winbooks vatcat"),
        default="3",
    )
    characters: str = parameter(
        "Character outside the encoding",
        Choice(NEAREST_LETTER, REFUSE),
        hint=said(
            "winbooks characters",
            nearest=word("choice", NEAREST_LETTER),
            refuse=word("choice", REFUSE),
        ),
        default=NEAREST_LETTER,
    )
    too_long: str = parameter(
        "Text too long",
        Choice(ASK, SHORTEN),
        hint=said("winbooks too long", ask=word("choice", ASK), shorten=word("choice", SHORTEN)),
        default=ASK,
    )
