"""The mail that goes to the accountant with a file: what it holds and what must come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.programs.package import period_in_file_name

_EXPORT = {
    "en": """\
Dear accountant,

Here are our sales of {period}: {files}.

{counts}
Net {net}, VAT {vat}, total {gross} EUR (credit notes count negative).

The file holds a page, "{page}", with the steps and these totals. Please tell us when it is
imported, or what was refused.

Kind regards,
{firm}
""",
    "nl": """\
Beste boekhouder,

Hierbij onze verkopen van {period}: {files}.

{counts}
Netto {net}, btw {vat}, totaal {gross} EUR (creditnota's tellen negatief).

In het bestand zit een pagina, "{page}", met de stappen en deze totalen. Laat ons weten
wanneer het ingelezen is, of wat er geweigerd werd.

Met vriendelijke groeten,
{firm}
""",
}
_REHEARSAL = {
    "en": """\
Dear accountant,

This is a rehearsal, nothing to book: {files}. It holds our sales of {period} as we would send them.

{counts}
Net {net}, VAT {vat}, total {gross} EUR (credit notes count negative).

Please try it in a test company, or with the test of your import tool, and tell us what is not
right: journals, VAT codes, accounts, periods. Customers who are new carry a number of a range for
rehearsals; the real file gives them another.

Kind regards,
{firm}
""",
    "nl": """\
Beste boekhouder,

Dit is een proef, er is niets te boeken: {files}. Het bevat onze verkopen van {period} zoals we ze
zouden sturen.

{counts}
Netto {net}, btw {vat}, totaal {gross} EUR (creditnota's tellen negatief).

Probeer het in een testdossier, of met de test van uw importprogramma, en laat ons weten wat niet
klopt: dagboeken, btw-codes, rekeningen, periodes. Nieuwe klanten dragen een nummer uit een reeks
voor proeven; het echte bestand geeft hun een ander.

Met vriendelijke groeten,
{firm}
""",
}
_NOUNS = {
    "en": ("invoice", "invoices", "credit note", "credit notes"),
    "nl": ("factuur", "facturen", "creditnota", "creditnota's"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is sent; amounts in EUR and signed, credit notes negative.

    `page` is what the page of how to import is called in the files.
    """

    firm: str
    period: Period
    file_names: tuple[str, ...]
    page: str
    invoices: int
    credit_notes: int
    net: Decimal
    vat: Decimal
    gross: Decimal
    is_rehearsal: bool = False


def accountant_text(sending: Sending) -> Mapping[str, str]:
    """Return the text of the mail by language, en and nl."""
    texts = _REHEARSAL if sending.is_rehearsal else _EXPORT
    return {
        language: text.format(
            firm=sending.firm,
            period=period_in_file_name(sending.period, language),
            page=sending.page,
            files=", ".join(sending.file_names),
            counts=_counts(sending, language),
            net=_money(sending.net, language),
            vat=_money(sending.vat, language),
            gross=_money(sending.gross, language),
        )
        for language, text in texts.items()
    }


def _counts(sending: Sending, language: str) -> str:
    one, many, one_credit, many_credit = _NOUNS[language]
    counts = f"{sending.invoices} {one if sending.invoices == 1 else many}"
    if sending.credit_notes:
        noun = one_credit if sending.credit_notes == 1 else many_credit
        counts += f", {sending.credit_notes} {noun}"
    return f"{counts}."


def _money(amount: Decimal, language: str) -> str:
    """Return an amount as the language writes it: 48,310.22 or 48.310,22."""
    text = f"{amount:,.2f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))
