"""Numbers of firms and banks: whether their form and their check digits are right."""

import re
from collections.abc import Callable, Mapping

from stdnum import bic, iban
from stdnum.be import vat as kbo
from stdnum.fr import siren, siret
from stdnum.se import orgnr

from boekbrug.server.workbook.vat_numbers import NUMBER_LENGTH_MAX

_PEPPOL_ID = re.compile(r"([0-9]{4}):([0-9A-Za-z][0-9A-Za-z._-]{0,49})")
_KBO_SCHEME = "0208"
_WITHOUT_CHECK = re.compile(r"(?=.*[0-9])[0-9A-Z]{4,20}")
_NETHERLANDS = re.compile(r"[0-9]{8}")


def read_iban(text: str) -> str | None:
    """Return an IBAN without spaces, or None when a check digit is wrong.

    >>> read_iban("BE68 5390 0754 7034"), read_iban("BE68 5390 0754 7035")
    ('BE68539007547034', None)
    """
    compact: str = iban.compact(text)
    # Which banks a country has changes; the digits do not.
    return compact if iban.is_valid(compact, check_country=False) else None


def read_bic(text: str) -> str | None:
    """Return a BIC of 8 or 11 characters, or None.

    >>> read_bic("kred be bb"), read_bic("KREDBE")
    ('KREDBEBB', None)
    """
    compact: str = bic.compact(text)
    return compact if bic.is_valid(compact) else None


def read_enterprise_number(text: str, country: str) -> str | None:
    """Return the number of a firm in the register of its country, or None.

    Where the country has a check digit it must be right; zeros that a number cell has lost are put
    back when the check proves them.

    >>> read_enterprise_number("0403.019.261", "BE"), read_enterprise_number("403019261", "BE")
    ('0403019261', '0403019261')
    >>> read_enterprise_number("552 008 443", "FR"), read_enterprise_number("552008444", "FR")
    ('552008443', None)
    >>> read_enterprise_number("01001234", "NL"), read_enterprise_number("1001234", "NL")
    ('01001234', None)
    >>> read_enterprise_number("556123-4567", "SE"), read_enterprise_number("5561234560", "SE")
    ('5561234567', None)
    >>> read_enterprise_number("HRB 12345", "DE"), read_enterprise_number("HRB", "DE")
    ('HRB12345', None)
    """
    compact = re.sub(r"[ ./-]", "", text).upper()
    read = _BY_COUNTRY.get(country)
    if read is not None:
        return read(compact)
    return compact if _WITHOUT_CHECK.fullmatch(compact) else None


def read_peppol_id(text: str) -> str | None:
    """Return scheme and number of the Peppol network, or None.

    >>> read_peppol_id("0208:0403019261"), read_peppol_id("0208:0403019262"), read_peppol_id("BE1")
    ('0208:0403019261', None, None)
    """
    match = _PEPPOL_ID.fullmatch(text.replace(" ", ""))
    if match is None or (match[1] == _KBO_SCHEME and not kbo.is_valid(match[2])):
        return None
    return match[0]


def _belgian(compact: str) -> str | None:
    number = compact.removeprefix("BE").zfill(10)
    return number if len(number) <= NUMBER_LENGTH_MAX and kbo.is_valid(number) else None


def _french(compact: str) -> str | None:
    lengths = {9: siren, 14: siret}
    module = lengths.get(len(compact))
    return compact if module and module.is_valid(compact) else None


def _dutch(compact: str) -> str | None:
    return compact if _NETHERLANDS.fullmatch(compact) else None


def _swedish(compact: str) -> str | None:
    return compact if orgnr.is_valid(compact) else None


_BY_COUNTRY: Mapping[str, Callable[[str], str | None]] = {
    "BE": _belgian,
    "FR": _french,
    "NL": _dutch,
    "SE": _swedish,
}
