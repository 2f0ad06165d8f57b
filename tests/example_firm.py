"""The firm of the example sheet: its dossier, the sheet, and the days that the sheet is about."""

from datetime import date
from pathlib import Path

from boekbrug.server.bookkeeping.settings import Dossier, Period

DOSSIER = Dossier(
    key="acme/winbooks",
    vat_number="BE0403019261",
    legal_name="Acme bv",
    country="BE",
    currency="EUR",
    zone="Europe/Brussels",
    program="winbooks",
)
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "acme.xlsx"
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
