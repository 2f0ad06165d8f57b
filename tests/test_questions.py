"""The mail with what only the accountant can answer."""

from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import Series, Settings
from boekbrug.server.bookkeeping.terms import Kind, Treatment
from boekbrug.server.fields import Text
from boekbrug.server.programs.parameters import parameter
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.questions import Question, open_questions, questions_mail
from boekbrug.server.wording.said import said

WINBOOKS = {"winbooks": winbooks}
ANSWERED = Settings(programs=("winbooks",), invoice_journal="VERKP", credit_note_journal="VERKCN")


def code(name: str, rate: int, treatment: Treatment, **own: str) -> VatCode:
    return VatCode(
        origin=Origin("VAT", 2),
        code=name,
        name="",
        rate=Decimal(rate),
        treatment=treatment,
        program_codes=own,
    )


def asked(settings: Settings, *codes: VatCode) -> list[str]:
    return [one.about for one in open_questions(settings, codes, WINBOOKS)]


def test_the_journals_are_asked_and_with_them_the_period():
    empty = Settings(programs=("winbooks",))
    assert asked(empty) == ["Invoice journal", "Credit note journal", "Periods"]
    half = Settings(programs=("winbooks",), invoice_journal="VERKP")
    assert asked(half) == ["Credit note journal", "Periods"]


def test_nothing_is_asked_that_is_answered():
    own = (Series("F", Kind.INVOICE, "V1"), Series("C", Kind.CREDIT_NOTE, "V2"))
    assert asked(ANSWERED) == asked(Settings(programs=("winbooks",), series=own)) == []
    assert open_questions(ANSWERED, (), WINBOOKS) == ()
    assert questions_mail((), ["WinBooks"], "Acme bv") is None


def test_a_program_without_journals_asks_for_none():
    empty = Settings(programs=("journal_csv",))
    codes = [code("X", 3, Treatment.EXEMPT)]
    assert open_questions(empty, codes, {"journal_csv": journal_csv}) == ()


def test_a_vat_code_is_asked_when_nobody_knows_what_the_program_calls_it():
    known = code("H21", 21, Treatment.DOMESTIC)
    typed = code("X", 3, Treatment.EXEMPT, winbooks="213000")
    unknown = code("Y", 3, Treatment.EXEMPT)
    outside = code("OUT", 0, Treatment.OUTSIDE_VAT)
    assert asked(ANSWERED, known, typed, unknown, outside) == ["Y"]


def test_the_mail_is_in_the_language_of_the_firm():
    questions = open_questions(
        Settings(programs=("winbooks",), credit_note_journal="VERKCN"),
        [code("Y", 3, Treatment.EXEMPT)],
        WINBOOKS,
    )
    mail = questions_mail(questions, ["WinBooks"], "Acme bv")
    assert mail == {
        "en": (
            "Dear accountant,\n\n"
            "We send our sales invoices to WinBooks with Boekbrug. To set it up we need your "
            "answers:\n\n"
            "1. Which journal for sales invoices? Usual: VERKP.\n"
            "2. Do you book our sales by month or by quarter?\n"
            "3. Which VAT code in WinBooks for our code Y (exempt, 3 %)?\n\n"
            "Afterwards we send you a rehearsal file, which you can try without booking it.\n\n"
            "Kind regards,\nAcme bv\n"
        ),
        "nl": (
            "Beste boekhouder,\n\n"
            "Wij sturen onze verkoopfacturen met Boekbrug naar WinBooks. Om alles in te stellen "
            "hebben we uw antwoorden nodig:\n\n"
            "1. Welk dagboek voor verkoopfacturen? Gebruikelijk: VERKP.\n"
            "2. Boekt u onze verkopen per maand of per kwartaal?\n"
            "3. Welke btw-code in WinBooks voor onze code Y (vrijgesteld, 3 %)?\n\n"
            "Daarna sturen we u een proefbestand, dat u kunt proberen zonder het te boeken.\n\n"
            "Met vriendelijke groeten,\nAcme bv\n"
        ),
    }


@dataclass(frozen=True, kw_only=True)
class Needed:
    client: str = parameter("Client number", Text(), hint="Five digits.", default="")
    note: str = parameter("Note", Text(), hint="Anything.", default="none")


def test_a_parameter_of_ours_is_asked_in_the_language_of_the_mail():
    @dataclass(frozen=True, kw_only=True)
    class Asking:
        sign: str = parameter(
            "VATBASE on credit notes", Text(), hint=said("winbooks vatbase"), default=""
        )

    made = SimpleNamespace(TITLE="WinBooks", Parameters=Asking, FACTS=journal_csv.FACTS)
    [question] = open_questions(Settings(programs=("x",)), (), {"x": cast(Program, made)})
    assert question.text["en"].startswith("WinBooks, VATBASE on credit notes: The sign of the VAT")
    assert question.text["nl"].startswith("WinBooks, VATBASE op creditnota's: Het teken van de")


def test_a_parameter_that_has_no_default_is_asked_by_its_hint():
    made = SimpleNamespace(TITLE="Needy", Parameters=Needed, FACTS=journal_csv.FACTS)
    program = cast(Program, made)
    [question] = open_questions(Settings(programs=("x",)), (), {"x": program})
    assert question == Question(
        "Client number",
        dict.fromkeys(("en", "nl"), "Needy, Client number: Five digits."),
    )
    given = Settings(programs=("x",), parameters={"Client number": "55003"})
    assert open_questions(given, (), {"x": program}) == ()
