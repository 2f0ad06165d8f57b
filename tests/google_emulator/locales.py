"""How numbers and dates are written in the locales that the tests use.

Separators and short dates are those of CLDR; that Google Sheets follows CLDR is documentation
(the locale of a spreadsheet, support.google.com/docs/answer/58515), not recorded.
"""

from dataclasses import dataclass

from google_emulator.http import UnimplementedError


@dataclass(frozen=True, slots=True)
class Locale:
    """Say how a locale writes: `day_first` tells 31/1 from 1/31; patterns are Google's."""

    decimal: str
    group: str
    day_first: bool
    date_pattern: str
    currency: str
    currency_pattern: str


_LOCALES = {
    "en_US": Locale(".", ",", day_first=False, date_pattern="m/d/yyyy", currency="$",
                    currency_pattern='"$"#,##0.00'),
    "en_GB": Locale(".", ",", day_first=True, date_pattern="dd/mm/yyyy", currency="£",
                    currency_pattern='"£"#,##0.00'),
    "nl_BE": Locale(",", ".", day_first=True, date_pattern="d/m/yyyy", currency="€",
                    currency_pattern='"€ "#,##0.00'),
    "nl_NL": Locale(",", ".", day_first=True, date_pattern="d-m-yyyy", currency="€",
                    currency_pattern='"€ "#,##0.00'),
    "de_DE": Locale(",", ".", day_first=True, date_pattern="dd.mm.yyyy", currency="€",
                    currency_pattern='#,##0.00" €"'),
    "fr_FR": Locale(",", "\u202f", day_first=True, date_pattern="dd/mm/yyyy", currency="€",
                    currency_pattern='#,##0.00" €"'),
}  # fmt: skip


def locale_of(name: str) -> Locale:
    """Give a locale by Google's name.

    Raises:
        UnimplementedError: The emulator doesn't know how it writes.
    """
    if name not in _LOCALES:
        raise UnimplementedError(f"locale {name}")
    return _LOCALES[name]
