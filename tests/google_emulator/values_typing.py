"""What Google makes of text that is typed, or sent as USER_ENTERED.

Recorded: formulas, ISO dates, `2,000,000.01`, `0042`, `3_1_0`. Other sources stand on the line.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from google_emulator.formulas import plain
from google_emulator.grid import Cell, Json, Scalar
from google_emulator.http import UnimplementedError
from google_emulator.locales import Locale, locale_of

EPOCH = date(1899, 12, 30)  # recorded: 2020-01-01 is 43831

_ISO_DATE = re.compile(r"(?P<year>\d{4})(?P<mark>-)(?P<month>\d{1,2})-(?P<day>\d{1,2})(?P<time>.*)")
_LOCAL_DATE = (
    r"(?P<{}>\d{{1,2}})(?P<mark>[/-])(?P<{}>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?P<time>.*)"
)
_DAY_FIRST = re.compile(_LOCAL_DATE.format("day", "month"))
_MONTH_FIRST = re.compile(_LOCAL_DATE.format("month", "day"))
_TIME = re.compile(r"\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(:(?P<second>\d{2}))?")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


@dataclass(frozen=True, slots=True)
class Typed:
    """Hold what was understood; `number_format` is the automatic one, empty for none."""

    value: Scalar | None = None
    formula: str = ""
    number_format: Json = field(default_factory=dict)


def enter(cell: Cell, entered: Scalar, locale_name: str) -> None:
    """Type into a cell: text is understood, a number or a truth value stays what it is.

    A format that the cell has already wins over the automatic one; a text cell (`@`) keeps text
    as it was typed (support.google.com/docs/answer/56470: plain text).
    """
    is_text_cell = cell.number_format.get("type") == "TEXT"
    typed = understood(entered, locale_name) if not is_text_cell else Typed(entered)
    cell.value, cell.formula = typed.value, typed.formula
    if typed.number_format and not cell.number_format:
        cell.format["numberFormat"] = typed.number_format


def understood(entered: Scalar, locale_name: str) -> Typed:
    """Say what an entry means in a locale."""
    if not isinstance(entered, str):
        return Typed(plain(entered))
    if entered.startswith("="):
        return Typed(formula=entered)
    if entered.startswith("'"):  # the apostrophe that says: text (docs/answer/56470)
        return Typed(entered[1:])
    if entered.upper() in {"TRUE", "FALSE"}:  # ExtendedValue.boolValue, discovery document
        return Typed(value=entered.upper() == "TRUE")
    locale = locale_of(locale_name)
    return (
        _as_date(entered.strip(), locale) or _as_number(entered.strip(), locale) or Typed(entered)
    )


def _as_date(text: str, locale: Locale) -> Typed | None:
    local = _DAY_FIRST if locale.day_first else _MONTH_FIRST
    found = _ISO_DATE.fullmatch(text) or local.fullmatch(text)
    time = _TIME.fullmatch(found["time"]) if found and found["time"] else None
    if not found or (found["time"] and not time):
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None  # 31/02/2026 stays text
    pattern = _date_pattern(found)
    if not time:
        return Typed((day - EPOCH).days, "", {"type": "DATE", "pattern": pattern})
    seconds = int(time["hour"]) * 3600 + int(time["minute"]) * 60 + int(time["second"] or 0)
    serial = (day - EPOCH) / timedelta(days=1) + seconds / 86400
    pattern += " hh:mm:ss" if time["second"] else " hh:mm"
    return Typed(plain(serial), "", {"type": "DATE_TIME", "pattern": pattern})


def _date_pattern(found: re.Match[str]) -> str:
    """Show the date as it was typed (recorded: 2020-01-01 is shown as 2020-01-01)."""
    letters = {"year": "y", "month": "m", "day": "d"}
    parts = sorted(letters, key=found.start)
    padded = any(found[part].startswith("0") for part in ("month", "day"))
    width = {"year": 4, "month": 2 if padded else 1, "day": 2 if padded else 1}
    return found["mark"].join(letters[part] * width[part] for part in parts)


def _as_number(text: str, locale: Locale) -> Typed | None:
    if locale.decimal == "," and _DOTTED.fullmatch(text):
        raise UnimplementedError(f"whether {text} is a date or a number to Google")
    found = _number_pattern(locale).fullmatch(text)
    if not found:
        return None
    digits = found["digits"].replace(locale.group, "").replace(locale.decimal, ".")
    number = float(f"{found['sign']}{digits}{found['exponent'] or ''}")
    scale = 100 if found["percent"] else 1
    return Typed(plain(number / scale), "", _number_format(found, locale))


def _number_pattern(locale: Locale) -> re.Pattern[str]:
    """Take a separator of thousands wherever it stands between digits, as Google does.

    gspread #501: in en_US `1234,1234` is 12,341,234; pygsheets #414: in German 1.123456789 is
    1123456789.
    """
    group, decimal = re.escape(locale.group), re.escape(locale.decimal)
    whole = rf"\d+(?:{group}\d+)*"
    return re.compile(
        rf"(?P<sign>-?)(?P<currency>{re.escape(locale.currency)}\s?)?"
        rf"(?P<digits>{whole}(?:{decimal}\d*)?|{decimal}\d+)"
        r"(?P<exponent>[eE][+-]?\d+)?\s?(?P<percent>%)?"
    )


def _number_format(found: re.Match[str], locale: Locale) -> Json:
    decimals = ".00" if locale.decimal in found["digits"] else ""
    if found["currency"]:
        return {"type": "CURRENCY", "pattern": locale.currency_pattern}
    if found["percent"]:
        return {"type": "PERCENT", "pattern": f"0{decimals}%"}
    if found["exponent"]:
        return {"type": "SCIENTIFIC", "pattern": "0.00E+00"}
    if locale.group in found["digits"]:
        return {"type": "NUMBER", "pattern": f"#,##0{decimals}"}
    return {}
