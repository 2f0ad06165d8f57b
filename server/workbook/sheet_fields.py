"""The fields that only the tabs of a workbook have."""

from collections.abc import Mapping
from decimal import Decimal

from boekbrug.server.cell_values import folded, read_number, read_text
from boekbrug.server.fields import SheetField
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import text_of
from boekbrug.server.workbook.countries import CODES, NAMES


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
