"""What only the accountant can answer, as a mail that the firm sends: made from what is empty.

A check works without these answers; the accountant's program needs them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.e_invoices import BETWEEN_FIRMS_SINCE, HEADER
from boekbrug.server.bookkeeping.program_codes import program_code
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.programs.parameters import Declared, declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.wording.said import in_language, word

Words = Mapping[str, str]
"""The same text by language, en and nl."""

_GREETING: Words = {
    "en": "Dear accountant,\n\nWe send our sales invoices to {titles} with Boekbrug. To set it up "
    "we need your answers:\n\n",
    "nl": "Beste boekhouder,\n\nWij sturen onze verkoopfacturen met Boekbrug naar {titles}. Om "
    "alles in te stellen hebben we uw antwoorden nodig:\n\n",
}
_CLOSING: Words = {
    "en": "\n\nAfterwards we send you a rehearsal file, which you can try without booking it."
    "\n\nKind regards,\n{firm}\n",
    "nl": "\n\nDaarna sturen we u een proefbestand, dat u kunt proberen zonder het te boeken."
    "\n\nMet vriendelijke groeten,\n{firm}\n",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the setting or VAT code that is empty, and the question by language."""

    about: str
    text: Words


_INVOICE_JOURNAL = Question(
    "Invoice journal",
    {
        "en": "Which journal for sales invoices? Usual: VERKP.",
        "nl": "Welk dagboek voor verkoopfacturen? Gebruikelijk: VERKP.",
    },
)
_CREDIT_NOTE_JOURNAL = Question(
    "Credit note journal",
    {
        "en": "Which journal for credit notes? Usual: VERKCN.",
        "nl": "Welk dagboek voor creditnota's? Gebruikelijk: VERKCN.",
    },
)
_PERIODS = Question(
    "Periods",
    {
        "en": "Do you book our sales by month or by quarter?",
        "nl": "Boekt u onze verkopen per maand of per kwartaal?",
    },
)
_E_INVOICES = Question(
    HEADER,
    {
        "en": "Do our e-invoices reach you through Peppol too, and do you book them from there? "
        "Then we choose one way with you, or every sale is booked twice.",
        "nl": "Komen onze e-facturen ook via Peppol bij u aan, en boekt u ze van daar? Dan kiezen "
        "we samen met u één weg, want anders wordt elke verkoop twee keer geboekt.",
    },
)


def open_questions(
    settings: Settings,
    vat_codes: Iterable[VatCode],
    programs: Mapping[str, Program],
    country: str = "",
) -> tuple[Question, ...]:
    """Return what is still to be asked, each thing once, in the order of the settings.

    The period is asked with the journals: until somebody gave those, "months" is a guess.

    Args:
        settings: as read, defaults filled in.
        vat_codes: those of the sheet.
        programs: the chosen program modules by their names.
        country: of the firm.
    """
    codes = list(vat_codes)
    asked = [*_journals(settings, programs.values()), *_parameters(settings, programs.values())]
    if settings.accountant_e_invoices is None and country in BETWEEN_FIRMS_SINCE:
        asked.append(_E_INVOICES)
    for name, program in programs.items():
        asked += _vat_codes(codes, name, program)
    return tuple({question.about: question for question in asked}.values())


def questions_mail(questions: Iterable[Question], titles: Iterable[str], firm: str) -> Words | None:
    """Return the mail by language; None when there is nothing to ask.

    Args:
        questions: what is open.
        titles: the programs as their users write them.
        firm: who asks.
    """
    listed = list(questions)
    if not listed:
        return None
    names = ", ".join(titles)
    return {
        language: _GREETING[language].format(titles=names)
        + "\n".join(f"{number}. {one.text[language]}" for number, one in enumerate(listed, 1))
        + _CLOSING[language].format(firm=firm)
        for language in _GREETING
    }


def _journals(settings: Settings, programs: Iterable[Program]) -> Iterator[Question]:
    if not any(program.FACTS.needs_journals for program in programs):
        return
    has_own = {series.kind for series in settings.series if series.journal}
    asked = []
    if not settings.invoice_journal and Kind.INVOICE not in has_own:
        asked.append(_INVOICE_JOURNAL)
    if not settings.credit_note_journal and Kind.CREDIT_NOTE not in has_own:
        asked.append(_CREDIT_NOTE_JOURNAL)
    yield from asked
    if asked:
        yield _PERIODS


def _parameters(settings: Settings, programs: Iterable[Program]) -> Iterator[Question]:
    """Yield the empty parameters that have no default: the module cannot do without them."""
    for program in programs:
        for one in declared(program.Parameters):
            if not (one.default or settings.parameters.get(one.label)):
                words = {code: _about(program.TITLE, one, code) for code in _GREETING}
                yield Question(one.label, words)


def _about(title: str, one: Declared, language: str) -> str:
    label = in_language(word("setting", one.label), language)
    return f"{title}, {label}: {in_language(one.hint, language)}"


def _vat_codes(codes: Iterable[VatCode], name: str, program: Program) -> Iterator[Question]:
    """Yield the VAT codes of which the program's own code is not known."""
    table = program.FACTS.vat_codes
    for code in codes:
        if program_code(code, name, table) is None:
            about = code.name or word("choice", code.treatment.value)
            yield Question(
                code.code,
                {
                    "en": f"Which VAT code in {program.TITLE} for our code {code.code} "
                    f"({about}, {code.rate} %)?",
                    "nl": f"Welke btw-code in {program.TITLE} voor onze code {code.code} "
                    f"({in_language(about, 'nl')}, {str(code.rate).replace('.', ',')} %)?",
                },
            )
