"""VAT numbers as WinBooks writes them: its field VATNUMBER, without the country of COUNTRY.

The vendor's page gives the form of the member states' and the British; those of other countries it
takes as they are. Nothing of a number is cut to make it fit.
"""

import re
from collections.abc import Iterator

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import Problem, coded_at, found_in_words

LENGTH_MAX = 15
MASKS = {
    "BE": ("9999.999.999",),
    "DK": ("99 99 99 99",),
    "FR": ("99 999999999",),
    "GB": ("999 9999 99", "999 9999 99 999"),
    "XI": ("999 9999 99", "999 9999 99 999"),
}
"""Where a number is more than its characters; each 9 stands for the next one. XI is Northern
Ireland, whose numbers are those of GB."""

_SWISS = re.compile(r"CHE([0-9]{3})([0-9]{3})([0-9]{3})(?:MWST|TVA|IVA|TPV)")
"""CHE is no country's letters and an E: it begins every Swiss number. What stands behind it is the
word for VAT in one of the languages of the country."""


def masked_vat_number(vat_number: str) -> str:
    """Return a VAT number such as BE0428759497 as WinBooks writes it, without its country.

    >>> masked_vat_number("BE0428759497"), masked_vat_number("DE136695976")
    ('0428.759.497', '136695976')
    >>> masked_vat_number("CHE107787577MWST"), masked_vat_number("NO995525828MVA")
    ('CHE-107.787.577', '995525828MVA')
    """
    swiss = _SWISS.fullmatch(vat_number)
    if swiss:
        return f"CHE-{'.'.join(swiss.groups())}"
    country, characters = vat_number[:2], vat_number[2:]
    for mask in MASKS.get(country, ()):
        if mask.count("9") == len(characters):
            following = iter(characters)
            return "".join(next(following) if place == "9" else place for place in mask)
    return characters


def too_long(customer: Customer) -> Iterator[Problem]:
    """Yield the problem of a VAT number that its field cannot hold whole."""
    written = masked_vat_number(customer.vat_number)
    if len(written) > LENGTH_MAX:
        yield coded_at(
            customer.origin,
            "VAT number",
            "winbooks-vat-number-too-long",
            found=found_in_words(customer.vat_number),
            written=written,
            most=LENGTH_MAX,
        )
