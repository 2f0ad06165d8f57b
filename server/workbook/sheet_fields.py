"""The fields that only the tabs of a workbook have."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.model import TypedPeriod
from boekbrug.server.bookkeeping.payment_terms import DAYS_MAX
from boekbrug.server.cell_values import folded, read_code, read_money, read_number, read_text
from boekbrug.server.conventions import NO_CONVENTION, Convention
from boekbrug.server.fields import Code, Digits, LocalField, SheetDate, SheetField, Text
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import currencies
from boekbrug.server.workbook.cells import text_of
from boekbrug.server.workbook.countries import CODES, NAMES

NO_DISCOUNT = Decimal("0.00")
_PERIOD = re.compile(r"([0-9]{4})[-/ ]?(?:Q([1-4])|(0[1-9]|1[0-2]))")
_PERIOD_FIRST = re.compile(r"(?:Q([1-4])|(0[1-9]|1[0-2]))[-/ ]([0-9]{4})")


class Verbatim(SheetField[str]):
    """A column that is taken as it stands: whatever it holds, as text."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            text_of,  # type: ignore[arg-type] # the cells of a sheet are what arrives here
            said("anything"),
            description=description,
            data_key=data_key,
            load_default="",
        )


class ServerColumn(Verbatim):
    """A column that the server writes and nobody has to fill."""


class Country(SheetField[str]):
    """A country: ISO 3166-1 letters, or the name of one near Belgium in en, nl, fr."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_country,
            said("no-country.allowed"),
            description=description,
            data_key=data_key,
            load_default="",
        )


class Currency(SheetField[str]):
    """A currency by the three letters of ISO 4217."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_currency,
            said("no-currency.allowed"),
            description=description,
            data_key=data_key,
            load_default="",
        )


class Rate(LocalField[Decimal]):
    """A rate of exchange: foreign units for one of the own currency, above 0."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_rate,
            said("no-rate.allowed"),
            description=description,
            data_key=data_key,
            load_default=None,
        )


class Amount(LocalField[Decimal]):
    """An amount of 0 or more: `Decimal` with two decimals, never rounded."""

    def __init__(self, *, description: str, data_key: str, **options: object) -> None:
        super().__init__(
            read_amount,
            said("no-positive-amount.allowed"),
            description=description,
            data_key=data_key,
            **options,
        )


class Days(SheetField[int]):
    """A number of days, 0 when empty."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_days,
            said("no-days.allowed", most=DAYS_MAX),
            description=description,
            data_key=data_key,
            load_default=0,
        )


class PeriodText(SheetField[TypedPeriod]):
    """An accounting period typed by hand: a quarter or a month of a year."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_period,
            said("no-period.allowed"),
            description=description,
            data_key=data_key,
            load_default=None,
        )


class Phone(SheetField[str]):
    """A phone number as text: a number cell has lost the 0 that it begins with."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_phone,
            said("phone-not-as-text.allowed"),
            description=description,
            data_key=data_key,
            load_default="",
        )


class VatReference(SheetField["str | Decimal"]):
    """A VAT code as text, or a bare rate as a number; tab VAT says which code is meant."""

    def __init__(self, *, description: str, load_default: str | None = None) -> None:
        options: dict[str, object] = (
            {"required": True} if load_default is None else {"load_default": load_default}
        )
        super().__init__(
            read_vat_reference,
            said("no-vat-code.allowed"),
            description=description,
            data_key="VAT",
            **options,
        )


def text_column(header: str, description: str) -> Text:
    """Return a column of words that may stay empty."""
    return Text(data_key=header, load_default="", description=description)


def code_column(header: str, description: str) -> Code:
    """Return a column of codes that may stay empty."""
    return Code(data_key=header, load_default="", description=description)


def account_column(header: str, description: str) -> Digits:
    """Return a column of accounts that may stay empty."""
    allowed = said("no-account.allowed")
    return Digits(allowed, data_key=header, load_default="", description=description)


def day_column(header: str, description: str) -> SheetDate:
    """Return a column of days that may stay empty."""
    return SheetDate(data_key=header, load_default=None, description=description)


def read_currency(value: object) -> str | None:
    """Return the three letters of a currency, or None.

    >>> read_currency("usd "), read_currency("dollar")
    ('USD', None)
    """
    code = value.strip().upper() if isinstance(value, str) else ""
    return code if code in currencies.CODES else None


def read_rate(value: object, convention: Convention = NO_CONVENTION) -> Decimal | None:
    """Return a number above 0, or None."""
    number = read_number(value, convention)
    return number if number is not None and number > 0 else None


def read_amount(value: object, convention: Convention = NO_CONVENTION) -> Decimal | None:
    """Return an amount of 0 or more, or None."""
    amount = read_money(value, convention)
    return amount if amount is not None and amount >= 0 else None


def read_days(value: object) -> int | None:
    """Return a whole number of days, or None.

    >>> read_days("8"), read_days(8.0), read_days("8 days"), read_days(0), read_days(1000)
    (8, 8, None, None, None)
    """
    text = read_text(value) or ""
    is_days = re.fullmatch(r"[0-9]{1,3}", text) and 1 <= int(text) <= DAYS_MAX
    return int(text) if is_days else None


def read_period(value: object) -> TypedPeriod | None:
    """Return a quarter or a month of a year, the year first or last; None for anything else.

    A date cell of the first of a month is what a spreadsheet makes of "2026-03".

    >>> read_period("2026/Q1"), read_period("03/2026") == read_period("2026-03")
    (TypedPeriod(year=2026, number=1, is_quarter=True), True)
    """
    if isinstance(value, date) and value.day == 1:
        return TypedPeriod(value.year, value.month, is_quarter=False)
    # Trimestre and kwartaal have letters of their own.
    text = re.sub("[TK]", "Q", value.strip().upper()) if isinstance(value, str) else ""
    if match := _PERIOD.fullmatch(text):
        year, quarter, month = match.groups()
    elif match := _PERIOD_FIRST.fullmatch(text):
        quarter, month, year = match.groups()
    else:
        return None
    return TypedPeriod(int(year), int(quarter or month), is_quarter=bool(quarter))


def read_phone(value: object) -> str | None:
    """Return a phone number, or None for a cell that is no text."""
    return read_code(value) if isinstance(value, str) else None


def read_country(value: object) -> str | None:
    """Return the two letters of a country, or None.

    >>> read_country("België"), read_country("be"), read_country("Flanders")
    ('BE', 'BE', None)
    """
    return _COUNTRIES.get(folded(value)) if isinstance(value, str) else None


def read_vat_reference(value: object) -> str | Decimal | None:
    """Return the text of a code or the number of a rate; None for a date or a tick."""
    return read_number(value) if isinstance(value, int | float) else read_text(value)


_COUNTRIES: Mapping[str, str] = {folded(name): code for name, code in NAMES.items()} | {
    folded(code): code for code in CODES
}
