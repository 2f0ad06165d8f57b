"""What Settings say of the firm itself, for e-invoices."""

from collections.abc import Callable, Mapping
from typing import Any

from boekbrug.server.bookkeeping.settings import Firm
from boekbrug.server.workbook.business_numbers import (
    read_bic,
    read_enterprise_number,
    read_iban,
    read_peppol_id,
)

FIRM_NUMBERS: Mapping[str, tuple[str, Callable[[str, str], str | None]]] = {
    "Own enterprise number": ("enterprise_number", read_enterprise_number),
    "Own IBAN": ("iban", lambda text, _: read_iban(text)),
    "Own BIC": ("bic", lambda text, _: read_bic(text)),
    "Own Peppol ID": ("peppol_id", lambda text, _: read_peppol_id(text)),
}
"""By setting: the attribute, and how it is read with the firm's country; None when it is wrong."""


def firm_of(values: Mapping[str, Any]) -> Firm:
    """Return the firm by the answers; one that cannot be right is a problem elsewhere."""
    own = {
        name.removeprefix("own_"): text for name, text in values.items() if name.startswith("own_")
    }
    return Firm(**own)
