"""Sales that reach the accountant through Peppol as well (rule B19)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bookkeeping_support import SETTINGS, YEAR, customer, document, planned, said, workbook
from example_firm import DOSSIER
from export_support import JOURNALS, SALES
from house_support import NOTHING, NOTHING_YET, Opened

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import CustomerKind, EInvoices
from boekbrug.server.programs.questions import open_questions, questions_mail
from boekbrug.server.records.entries import RunState
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.settings_schema import SettingsSchema

NAME = "Accountant receives e-invoices"
FIRM = {"Customer": "Garage Maes", "Kind": "company", "VAT number": "BE0428759497"}
WARNING = (
    "Settings, Accountant receives e-invoices: found nothing, and invoices to Belgian firms, which "
    "are e-invoices since 1 January 2026: 2, needed: whether they reach your accountant through "
    "Peppol too. An office that books both books every sale twice. Ask your accountant and choose "
    "no, yes, or yes but not booked."
)
ERROR = (
    "Settings, Accountant receives e-invoices: found yes, and invoices that your accountant books "
    "from Peppol already: 2, allowed: one way into the books: through Peppol, or by these files. "
    "Choose one way with your accountant. These files: let the office stop booking what comes "
    "through Peppol, and choose yes but not booked. Peppol: stop exporting these invoices."
)


def plan_of(
    answer: EInvoices | None,
    issued_on: date = date(2026, 3, 16),
    buyer: Customer | None = None,
    **given: Any,
) -> Plan:
    typed = workbook(
        document(issued_on=issued_on),
        document("2026/19", row=3, issued_on=issued_on),
        customers=[buyer or customer()],
        settings=replace(SETTINGS, accountant_e_invoices=answer),
    )
    days = Period(date(2025, 1, 1), YEAR.last)
    return planned(typed, **({"period": days} | given))


def test_b19_without_an_answer_the_check_asks_once_and_blocks_nothing():
    plan = plan_of(None)
    assert (plan.blocking, said(plan.warnings)) == ((), [WARNING])
    assert in_language(sentence(plan.warnings[0]), "nl") == (
        "Settings, Accountant receives e-invoices: gevonden niets, en facturen aan Belgische "
        "firma's, die sinds 1 januari 2026 e-facturen zijn: 2, nodig: of ze ook via Peppol bij uw "
        "boekhouder aankomen. Een kantoor dat beide boekt, boekt elke verkoop twee keer. Vraag het "
        "uw boekhouder en kies nee, ja, of ja maar niet geboekt."
    )


@pytest.mark.parametrize("answer", [EInvoices.NO, EInvoices.NOT_BOOKED])
def test_b19_answered_that_one_way_is_booked_nothing_is_said(answer: EInvoices):
    plan = plan_of(answer)
    assert (plan.blocking, plan.warnings) == ((), ())


def test_b19_booked_from_peppol_no_export_may_book_it_again():
    plan = plan_of(EInvoices.BOOKED)
    assert (said(plan.blocking), plan.warnings) == ([ERROR], ())
    assert in_language(sentence(plan.blocking[0]), "nl").endswith(
        "toegelaten: één weg naar de boeken: via Peppol, of met deze bestanden. Kies samen met uw "
        "boekhouder één weg. Deze bestanden: laat het kantoor niet meer boeken wat via Peppol "
        "komt, en kies ja maar niet geboekt. Peppol: exporteer deze facturen niet meer."
    )


@pytest.mark.parametrize("answer", [None, EInvoices.BOOKED])
@pytest.mark.parametrize(
    "given",
    [
        {"issued_on": date(2025, 12, 31)},
        {"buyer": customer(kind=CustomerKind.PERSON, vat_number="")},
        {"buyer": customer(country="NL", vat_number="")},
        {"dossier": replace(DOSSIER, country="DE")},
    ],
)
def test_b19_other_documents_are_no_e_invoices_between_firms(
    answer: EInvoices | None, given: dict[str, Any]
):
    plan = plan_of(answer, **given)
    assert "e-invoices" not in " ".join(said((*plan.blocking, *plan.warnings)))


def test_b19_a_period_without_documents_is_not_asked():
    assert plan_of(None, period=Period(date(2025, 1, 1), date(2025, 1, 31))).warnings == ()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        *[("no", EInvoices.NO), ("Nee", EInvoices.NO), ("non", EInvoices.NO)],
        *[("yes", EInvoices.BOOKED), ("ja", EInvoices.BOOKED), ("oui", EInvoices.BOOKED)],
        ("yes but not booked", EInvoices.NOT_BOOKED),
        ("ja maar niet geboekt", EInvoices.NOT_BOOKED),
        ("ja aber nicht gebucht", EInvoices.NOT_BOOKED),
    ],
)
def test_b19_the_answer_is_read_in_every_language(typed: str, answer: EInvoices):
    field = SettingsSchema().fields["accountant_e_invoices"]
    assert (field.data_key, field.deserialize(typed)) == (NAME, answer)


def test_b19_it_is_among_the_questions_for_the_accountant_of_a_belgian_firm():
    programs = {"winbooks": winbooks}
    unanswered = replace(SETTINGS, accountant_e_invoices=None)
    assert open_questions(SETTINGS, (), programs, "BE") == ()
    assert open_questions(unanswered, (), programs, "DE") == ()
    questions = open_questions(unanswered, (), programs, "BE")
    assert [one.about for one in questions] == [NAME]
    mail = questions_mail(questions, ["WinBooks"], "Acme bv")
    assert mail is not None
    assert (
        "1. Do our e-invoices reach you through Peppol too, and do you book them from there? Then "
        "we choose one way with you, or every sale is booked twice.\n" in mail["en"]
    )
    assert (
        "1. Komen onze e-facturen ook via Peppol bij u aan, en boekt u ze van daar? Dan kiezen we "
        "samen met u één weg, want anders wordt elke verkoop twee keer geboekt.\n" in mail["nl"]
    )


def test_b19_a_sheet_is_warned_then_stopped_then_let_through(opened: Opened):
    settings = {**JOURNALS, NAME: None}
    book = opened(invoices=SALES[:1], customers=[FIRM], settings=settings)
    checked = book.check()
    found = book.house.service.records.details.all_problems(checked.id)
    told = [one.weight for one in found if "e-invoices" in one.column]
    assert (checked.result["blocking"], told) == (0, ["warning"])
    assert checked.result["questions"]["en"].count("Peppol") == 1
    book.type("Settings", NAME, "Value", "yes")
    run = book.export()
    assert (run.state, run.sentence) == (
        RunState.REFUSED,
        f"{ERROR.replace('already: 2', 'already: 1')} {NOTHING}",
    )
    assert book.house.promised() == NOTHING_YET
    book.type("Settings", NAME, "Value", "yes but not booked")
    assert book.export().state is RunState.DONE
