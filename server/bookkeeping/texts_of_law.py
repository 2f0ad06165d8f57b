"""What the law wants an invoice to say where it carries no VAT (rule B21), as a dated table.

Whoever makes the invoices prints the texts; here they are for programs that send invoices too, and
for the page of how to import. The text of tab VAT wins over the table.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import VatRow
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.terms import Kind, Treatment, VatScheme
from boekbrug.server.bookkeeping.treatments import EU

NOT_LOOKED_UP = "not looked up: ask your accountant"
CREDIT_NOTES = "credit note with VAT"
"""A subject that is no treatment: what a credit note says beside its amounts."""

REVERSE_CHARGE = (
    Treatment.REVERSE_CHARGE_DOMESTIC,
    Treatment.EU_SERVICES,
    Treatment.EU_GOODS_TRIANGULAR,
)
NEED_TEXT = frozenset(
    {*REVERSE_CHARGE, Treatment.EXEMPT, Treatment.EU_GOODS, Treatment.EXPORT_GOODS}
    | {Treatment.SERVICES_OUTSIDE_EU, Treatment.MARGIN, Treatment.SMALL_ENTERPRISE}
)
"""The treatments under which an invoice says why it carries no VAT, or not that of all of it."""

VATEX: Mapping[Treatment, str] = {
    **dict.fromkeys(REVERSE_CHARGE, "VATEX-EU-AE"),
    Treatment.EU_GOODS: "VATEX-EU-IC",
    Treatment.EXPORT_GOODS: "VATEX-EU-G",
}
"""The code of the reason in e-invoices; the others depend on the article: tab VAT has a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawText:
    """A text by language, for what it is printed, where and since when.

    `country` is the seller's, '' for every member state. `subjects` are treatments, or what else
    it is printed for.
    """

    country: str
    subjects: tuple[str, ...]
    texts: Mapping[str, str]
    source: str
    since: date | None = None
    until: date | None = None

    def holds(self, subject: str, country: str, day: date) -> bool:
        """Whether a seller of the country prints it for the subject on the day."""
        is_dated = (self.since or date.min) <= day <= (self.until or date.max)
        is_there = self.country == country or (not self.country and country in EU)
        return is_dated and is_there and subject in self.subjects


_COCONTRACTOR_NL = (
    "Verlegging van heffing. Bij gebrek aan schriftelijke betwisting binnen een termijn van één "
    "maand na de ontvangst van de factuur, wordt de afnemer geacht te erkennen dat hij een "
    "belastingplichtige is gehouden tot de indiening van periodieke aangiften. Als die voorwaarde "
    "niet vervuld is, is de afnemer ten aanzien van die voorwaarde aansprakelijk voor de betaling "
    "van de verschuldigde belasting, interesten en geldboeten."
)
_COCONTRACTOR_FR = (
    "Autoliquidation. En l'absence de contestation par écrit, dans un délai d'un mois à compter de "
    "la réception de la facture, le client est présumé reconnaître qu'il est un assujetti tenu au "
    "dépôt de déclarations périodiques. Si cette condition n'est pas remplie, le client endossera, "
    "par rapport à cette condition, la responsabilité quant au paiement de la taxe, des intérêts "
    "et des amendes dus."
)
TEXTS = (
    LawText(
        country="BE",
        subjects=(Treatment.REVERSE_CHARGE_DOMESTIC,),
        texts={"nl": _COCONTRACTOR_NL},
        since=date(2023, 1, 1),
        source="Royal Decree no. 1, article 20, as embuild.be prints it, read 2026-11-22; of works "
        "in immovable property",
    ),
    LawText(
        country="BE",
        subjects=(Treatment.REVERSE_CHARGE_DOMESTIC,),
        texts={"fr": _COCONTRACTOR_FR},
        since=date(2023, 1, 1),
        source=f"Royal Decree no. 1, article 20: {NOT_LOOKED_UP}",
    ),
    LawText(
        country="BE",
        subjects=(Treatment.EU_SERVICES,),
        texts={
            "nl": "Btw verlegd, art. 21 § 2 W.Btw, art. 196 Richtlijn 2006/112/EG",
            "fr": "Autoliquidation, art. 21 § 2 CTVA, art. 196 Directive 2006/112/CE",
        },
        source=f"VAT Code article 21, § 2: {NOT_LOOKED_UP}",
    ),
    LawText(
        country="BE",
        subjects=(Treatment.SMALL_ENTERPRISE,),
        texts={
            "nl": "Bijzondere vrijstellingsregeling kleine ondernemingen",
            "fr": "Régime particulier de franchise des petites entreprises",
        },
        source=f"VAT Code article 56bis: {NOT_LOOKED_UP}",
    ),
    LawText(
        country="BE",
        subjects=(CREDIT_NOTES,),
        texts={
            "nl": "Btw terug te storten aan de Staat in de mate waarin ze oorspronkelijk in aftrek "
            "werd gebracht"
        },
        source="Royal Decree no. 4, article 4, as ab-consult.be prints it, read 2026-11-22",
    ),
    LawText(
        country="BE",
        subjects=(CREDIT_NOTES,),
        texts={
            "fr": "TVA à reverser à l'État dans la mesure où elle a été initialement déduite",
        },
        source=f"Royal Decree no. 4, article 4: {NOT_LOOKED_UP}",
    ),
    LawText(
        country="",
        subjects=REVERSE_CHARGE,
        texts={
            "nl": "Btw verlegd",
            "fr": "Autoliquidation",
            "en": "Reverse charge",
            "de": "Steuerschuldnerschaft des Leistungsempfängers",
        },
        since=date(2013, 1, 1),
        source="Directive 2006/112, article 226, point 11a",
    ),
    LawText(
        country="",
        subjects=(Treatment.EU_GOODS,),
        texts={
            "nl": "Intracommunautaire levering, vrijgesteld: art. 138 Richtlijn 2006/112/EG",
            "fr": "Livraison intracommunautaire, exonérée: art. 138 Directive 2006/112/CE",
            "en": "Intra-Community supply, exempt: article 138 of Directive 2006/112/EC",
            "de": "Innergemeinschaftliche Lieferung, steuerfrei: Art. 138 Richtlinie 2006/112/EG",
        },
        source="Directive 2006/112, article 226, point 11, which prescribes no words",
    ),
    LawText(
        country="",
        subjects=(Treatment.EXPORT_GOODS,),
        texts={
            "nl": "Uitvoer, vrijgesteld: art. 146 Richtlijn 2006/112/EG",
            "fr": "Exportation, exonérée: art. 146 Directive 2006/112/CE",
            "en": "Export, exempt: article 146 of Directive 2006/112/EC",
            "de": "Ausfuhrlieferung, steuerfrei: Art. 146 Richtlinie 2006/112/EG",
        },
        source="Directive 2006/112, article 226, point 11, which prescribes no words",
    ),
)
"""A country's own text stands before that of all."""


def with_texts(
    rows: Iterable[VatRow], document: Document, workbook: Workbook, country: str
) -> tuple[VatRow, ...]:
    """Return the VAT rows of a document, each with its text and the code of its reason.

    Args:
        rows: as booked.
        document: as typed; its customer's language decides, then that of Settings.
        workbook: for its VAT codes, its customers and the firm's own scheme.
        country: the seller's.
    """
    languages = tuple(_languages(document, workbook))

    def with_text(row: VatRow) -> VatRow:
        code = workbook.vat_codes[row.vat_code]
        treatment = _treatment(code.treatment, workbook)
        own = code.exemption_texts
        text = _text(treatment, country, document.issued_on, languages, own)
        return replace(row, law_text=text, vatex=code.vatex_code or VATEX.get(treatment, ""))

    return tuple(map(with_text, rows))


def text_of_credit_note(
    document: Document, vat_total: Decimal, workbook: Workbook, country: str
) -> str:
    """Return what a credit note with VAT says beside its amounts; '' for anything else."""
    if document.kind is not Kind.CREDIT_NOTE or not vat_total:
        return ""
    languages = tuple(_languages(document, workbook))
    return _text(CREDIT_NOTES, country, document.issued_on, languages, {})


def _treatment(treatment: Treatment, workbook: Workbook) -> Treatment:
    """Return the treatment, which is the firm's own where it charges no VAT at all (rule B22)."""
    by_scheme = {
        VatScheme.SMALL_ENTERPRISE: Treatment.SMALL_ENTERPRISE,
        VatScheme.EXEMPT: Treatment.EXEMPT,
    }
    return by_scheme.get(workbook.settings.vat_scheme, treatment)


def _languages(document: Document, workbook: Workbook) -> Iterator[str]:
    yield from filter(None, [workbook.customers[document.customer].language])
    yield workbook.settings.language
    yield "en"


def _text(
    subject: str, country: str, day: date, languages: Iterable[str], own: Mapping[str, str]
) -> str:
    """Return the text in the first of the languages that has one, the VAT code's own first."""
    known = [one.texts for one in TEXTS if one.holds(subject, country, day)]
    found = (texts[name] for name in languages for texts in (own, *known) if texts.get(name))
    return next(found, next(iter(own.values()), ""))
