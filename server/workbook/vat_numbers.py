"""VAT numbers as people type them, and whether their check digits are right (python-stdnum)."""

import re
from dataclasses import dataclass

from stdnum import get_cc_module

from boekbrug.server.wording.said import Said, said
from boekbrug.server.workbook.countries import CODES

WITHOUT_CHECK = re.compile(r"[A-Z]{2}(?=.*[0-9])[0-9A-Z]{2,13}")
NUMBER_LENGTH_MAX = 100
"""Of any number with check digits; what is longer is a text that nobody reckons with."""
_LABEL = re.compile(
    r"\s*(?:(?:BTW|TVA|VAT|MWST|UST|IVA|UID)\b[ .:-]*(?:ID)?[ .:-]*"
    r"(?:NR|NO|N°|NUMMER|NUMBER|NUM[EÉ]RO)?|(?:NR|N°|NUMMER)(?=[ .:]))[ .:-]*",
    re.IGNORECASE,
)
"""What people write before a number, such as "BTW-nr.": BT would be Bhutan."""
_KIN = {"XI": "GB", "IM": "GB", "MC": "FR"}
"""Numbers of Northern Ireland, Man and Monaco, by the countries whose customers may have them."""
ZEROS_MAX = 3
"""So many zeros a VAT number may begin with."""
EXAMPLES = {
    "BE": "BE0403019261",
    "DE": "DE136695976",
    "FR": "FR40303265045",
    "LU": "LU15027442",
    "NL": "NL004495445B01",
}


@dataclass(frozen=True, slots=True)
class CheckedVatNumber:
    """A number with its country's letters and nothing between (EL for Greece)."""

    number: str
    is_right: bool
    allowed: Said

    def may_be_of(self, country: str) -> bool:
        """Whether a customer in that country may have the number.

        >>> check_vat_number("EL094259216", "GR").may_be_of("GR")
        True
        """
        letters = self.number[:2]
        of_number = "GR" if letters == "EL" else letters
        return _KIN.get(of_number, of_number) == _KIN.get(country, country)


def country_of(text: str) -> str:
    """Return the country that a VAT number names by its letters, '' for none.

    >>> country_of("EL 094014201"), country_of("0403.019.261"), country_of("BTW BE 0403.019.261")
    ('GR', '', 'BE')
    """
    letters = _without_label(text).strip()[:2].upper()
    country = "GR" if letters == "EL" else letters
    return country if country in CODES else ""


def with_lost_zeros(digits: str, country: str) -> str:
    """Return what a number cell holds with the zeros it has lost, when the check proves them.

    >>> with_lost_zeros("403019261", "BE"), with_lost_zeros("743110157", "IT")
    ('403019261', '00743110157')
    >>> with_lost_zeros("743110158", "IT")
    '743110158'
    """
    longer = (digits.zfill(len(digits) + zeros) for zeros in range(ZEROS_MAX + 1))
    right = (text for text in longer if check_vat_number(text, country).is_right)
    return next(right, digits)


def check_vat_number(text: str, country: str) -> CheckedVatNumber:
    """Return the number as it is written in the books, and whether it can be one.

    Args:
        text: as typed, with or without the country's letters, points, spaces and "VAT" before it.
        country: two letters, for a number without its own.

    >>> check_vat_number("0403.019.261", "BE").number
    'BE0403019261'
    """
    compact = re.sub(r"[ ./-]", "", _without_label(text)).upper()
    if not re.search("[0-9]", compact):
        return CheckedVatNumber(compact, is_right=False, allowed=said("VAT number or nothing"))
    letters = compact[:2] if compact[:2].isalpha() else country
    country = "GR" if letters == "EL" else letters
    prefix = "EL" if country == "GR" else country
    example = EXAMPLES.get(country)
    allowed = (
        said(f"VAT number {country}", example=example)
        if example
        else said("VAT number elsewhere", country=country)
    )
    module = get_cc_module(country.lower(), "vat") if country in CODES else None
    if module is None:
        bare = prefix + compact.removeprefix(letters)
        known = country in CODES or country == "XI"  # Northern Ireland
        return CheckedVatNumber(bare, bool(known and WITHOUT_CHECK.fullmatch(bare)), allowed)
    if len(compact) > NUMBER_LENGTH_MAX or not module.is_valid(compact):
        return CheckedVatNumber(
            prefix + compact.removeprefix(letters), is_right=False, allowed=allowed
        )
    return CheckedVatNumber(
        prefix + module.compact(compact).removeprefix(letters), is_right=True, allowed=allowed
    )


def _without_label(text: str) -> str:
    """Return a VAT number without the words before it.

    >>> _without_label("BTW-nr. BE 0403.019.261"), _without_label("nr. 0403.019.261")
    ('BE 0403.019.261', '0403.019.261')
    >>> _without_label("USt-IdNr. DE136695976"), _without_label("US123456"), _without_label("NO 1")
    ('DE136695976', 'US123456', 'NO 1')
    """
    label = _LABEL.match(text)
    return text[label.end() :] if label else text
