"""How a value is shown: the number formats of sheets/api/guides/formats.

The part of the pattern language that is emulated: dates and times, digits with or without
thousands, decimals, percent, scientific, quoted text round them. Other patterns say so.
"""

import re
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from google_emulator.grid import Json, Scalar
from google_emulator.http import UnimplementedError
from google_emulator.locales import Locale, locale_of
from google_emulator.values_typing import EPOCH

DATE_TYPES = {"DATE", "TIME", "DATE_TIME"}

_DATE_TOKEN = re.compile(r'"[^"]*"|y+|d+|h+|m+|s+|AM/PM|[^ymdhs"]')
_NUMBER = re.compile(
    r'(?P<before>"[^"]*"|)(?P<group>#,##)?0(?P<decimals>\.0+)?'
    r'(?P<exponent>E\+00)?(?P<percent>%)?(?P<after>"[^"]*"|)'
)
_DEFAULT_PATTERNS = {  # NumberFormatType, discovery document, with its examples
    "NUMBER": "#,##0.00",
    "PERCENT": "0.00%",
    "SCIENTIFIC": "0.00E+00",
    "TIME": "h:mm:ss AM/PM",
}
_GENERAL_DIGITS = 10  # recorded: 1/1024 is 0.0009765625


def shown(value: Scalar | None, number_format: Json, locale_name: str) -> str:
    """Show a value as a person sees it."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    kind = number_format.get("type", "")
    locale = locale_of(locale_name)
    if not kind or kind == "TEXT":
        return _general(value, locale)
    pattern = number_format.get("pattern") or _default_pattern(kind, locale)
    return _dated(value, pattern) if kind in DATE_TYPES else _numbered(value, pattern, locale)


def is_date(value: Scalar | None, number_format: Json) -> bool:
    """Tell whether a value is a number that its format makes a date or a time."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and number_format.get("type") in DATE_TYPES


def _default_pattern(kind: str, locale: Locale) -> str:
    if kind == "DATE":
        return locale.date_pattern
    if kind == "DATE_TIME":
        return f"{locale.date_pattern.replace('yyyy', 'yy')} h:mm:ss"
    if kind == "CURRENCY":
        return locale.currency_pattern
    return _DEFAULT_PATTERNS[kind]


def _general(value: float, locale: Locale) -> str:
    if isinstance(value, int):
        return str(value)
    digits = format(Decimal(f"{value:.{_GENERAL_DIGITS}g}"), "f")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(
        ".", locale.decimal
    )


def _dated(value: float, pattern: str) -> str:
    moment = datetime.combine(EPOCH, time()) + timedelta(seconds=round(value * 86400))
    tokens = _DATE_TOKEN.findall(pattern)
    hour = (moment.hour - 1) % 12 + 1 if "AM/PM" in tokens else moment.hour
    numbers = {"d": moment.day, "m": moment.month, "h": hour, "s": moment.second}
    text = ""
    for place, token in enumerate(tokens):
        is_minute = token[0] == "m" and _last_letter(tokens[:place]) == "h"
        text += _date_part(token, moment, numbers | ({"m": moment.minute} if is_minute else {}))
    return text


def _last_letter(tokens: list[str]) -> str:
    return next((token[0] for token in reversed(tokens) if token[0] in "ymdhs"), "")


def _date_part(token: str, moment: datetime, numbers: dict[str, int]) -> str:
    if token == "AM/PM":
        return f"{moment:%p}"
    if token in {"yyyy", "yy"}:
        return f"{moment.year:04}"[-len(token) :]
    if token[0] not in numbers:
        return token.strip('"')
    if len(token) > 2:
        raise UnimplementedError(f"the date pattern {token}")
    return f"{numbers[token[0]]:0{len(token)}}"


def _numbered(value: float, pattern: str, locale: Locale) -> str:
    found = _NUMBER.fullmatch(pattern)
    if not found:
        raise UnimplementedError(f"the number pattern {pattern}")
    places = len(found["decimals"] or ".") - 1
    number = Decimal(str(value)) * (100 if found["percent"] else 1)
    if found["exponent"]:
        digits = f"{float(number):.{places}E}"
    else:
        rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        digits = f"{rounded:,f}" if found["group"] else f"{rounded:f}"
    swapped = digits.translate({ord(","): locale.group, ord("."): locale.decimal})
    return f"{found['before'][1:-1]}{swapped}{found['percent'] or ''}{found['after'][1:-1]}"
