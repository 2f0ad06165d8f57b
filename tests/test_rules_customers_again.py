"""The question before all customers are written again (rule B10)."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from bookkeeping_support import SETTINGS, customer, document, history, planned, said, workbook
from export_support import JOURNALS, NOW, SALES, csf, invoice, write_sheet
from house_support import NOTHING, Book, Opened
from house_support import House as Street
from records_support import dossier
from web_support import House, MemoryOffice, body, client_of, signed

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.bookkeeping.history import WrittenCustomer
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.rewriting import Rewriting
from boekbrug.server.bookkeeping.terms import CustomerExport
from boekbrug.server.programs.protocol import Facts
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.records.tables import audit, runs
from boekbrug.server.wording.said import in_language

ALL = replace(SETTINGS, customer_export=CustomerExport.ALL)
PAST = history(
    external_ids={"100001": "Dejavu"}, customers_written={"100001": WrittenCustomer(12, {})}
)
OVERWRITTEN = (winbooks.FACTS.overwrites_customers,)
QUESTION = (
    'Settings, Export customers too: found "all": customers that an export wrote before: 1, '
    "needed: your word that they are all written again, changed or not. WinBooks overwrites a "
    "customer that it has already: the payment terms, the central account and whatever else your "
    "accountant changed there are lost. Ask your accountant. Wanted this once: tick it in the "
    'sidebar after a check (command: --all-customers; webhook: "customers": "all"). Not wanted: '
    "choose new and changed."
)
IN_ROW = QUESTION.replace("Settings,", "Settings, row 5,", 1)


def plan_of(asked: Rewriting, past: Any = PAST) -> Any:
    everybody = [customer(external_id="100001")]
    typed = workbook(document(), customers=everybody, settings=ALL)
    return planned(typed, past=past, rewriting=asked)


def test_b10_without_the_word_all_customers_are_a_question():
    plan = plan_of(Rewriting(overwritten=OVERWRITTEN))
    assert said(plan.blocking) == [QUESTION]
    assert in_language(sentence(plan.blocking[0]), "nl").endswith(
        "nodig: uw woord dat ze alle opnieuw geschreven worden, gewijzigd of niet. WinBooks "
        "overschrijft een klant die er al is: de betalingstermijn, de centralisatierekening en wat "
        "uw boekhouder er nog wijzigde, gaan verloren. Vraag het uw boekhouder. Gewenst voor deze "
        "ene keer: vink het aan in het zijpaneel na een controle (opdracht: --all-customers; "
        'webhook: "customers": "all"). Niet gewenst: kies nieuwe en gewijzigde.'
    )


def test_b10_the_word_leaves_a_warning_and_a_first_export_is_not_asked():
    plan = plan_of(Rewriting(is_confirmed=True, overwritten=OVERWRITTEN))
    assert (plan.blocking, [one.code for one in plan.warnings], plan.rewritten) == (
        (),
        ["all-customers-written-again"],
        1,
    )
    first = plan_of(Rewriting(overwritten=OVERWRITTEN), history(external_ids=PAST.external_ids))
    assert (first.blocking, first.warnings, first.rewritten) == ((), (), 0)


def test_b10_what_is_seen_is_the_same_plan_with_the_word_and_without():
    digests = {plan_of(Rewriting(word, OVERWRITTEN)).digest for word in (True, False)}
    assert len(digests) == 1


def test_b10_a_program_that_overwrites_nobody_asks_nothing():
    assert journal_csv.FACTS.overwrites_customers == ""
    assert plan_of(Rewriting()).blocking == ()
    values = {name: getattr(journal_csv.FACTS, name) for name in Facts.__slots__}
    del values["overwrites_customers"]
    assert Facts(**values).overwrites_customers == (
        "Importing may overwrite what your accountant changed of them in the program."
    )


# --- a press -----------------------------------------------------------------------------------


@pytest.fixture
def book(opened: Opened) -> Book:
    """A workbook whose Settings ask for all customers, after its first export."""
    settings = {**JOURNALS, "Export customers too": "all"}
    more = invoice("2026/3", 10.0, Date=date(2026, 10, 1))
    book = opened(invoices=(*SALES, invoice("2026/9", 30.0, Hold="yes"), more), settings=settings)
    assert book.export().state is RunState.DONE
    book.type("Invoices", "2026/9", "Hold", None)
    return book


def test_b10_an_export_without_the_word_does_nothing_and_with_it_writes_all_once(book: Book):
    kept = book.house.promised()
    refused = book.export()
    assert (refused.state, refused.sentence) == (RunState.REFUSED, f"{IN_ROW} {NOTHING}")
    assert (refused.result["ask_customers"], book.house.promised()) == (1, kept)
    checked = book.check()
    assert (checked.result["blocking"], checked.result["ask_customers"]) == (1, 1)
    run = book.export(all_customers=True, plan=checked.result["plan"])
    assert run.state is RunState.DONE
    assert "ask_customers" not in run.result
    assert [row["NAME1"] for row in csf(book.stored(run)[0])] == ["Garage Maes"]
    with book.house.service.database.begin() as connection:
        events = sa.select(audit).where(audit.c.event == "batch committed").order_by(audit.c.id)
        first, second = connection.execute(events).all()
        word = connection.scalar(sa.select(runs.c.all_customers).where(runs.c.id == run.id))
    assert word
    assert book.house.run(run.id).request.all_customers
    assert (second.who, second.run_id) == ("an@acme.example", run.id)
    assert second.facts["customers_again"] == 1
    assert "customers_again" not in first.facts
    book.type("Invoices", "2026/3", "Date", date(2026, 9, 30))
    assert book.export().sentence == f"{IN_ROW} {NOTHING}"


def test_b10_a_rehearsal_is_not_asked(book: Book):
    run = book.house.lead(book.house.press(book, Action.REHEARSE))
    assert run.state is RunState.DONE
    assert (run.result["blocking"], "ask_customers" in run.result) == (0, False)


def test_b10_a_plain_list_of_everything_asks_nobody(new_house: Callable[..., Street]):
    house = new_house()
    own = replace(dossier("acme/journal"), program="journal_csv")
    house.service.records.register.add_dossier(own, now=NOW)
    path = write_sheet(
        house.directory / "journal.xlsx",
        invoices=(SALES[0], invoice("2026/9", 30.0, Hold="yes")),
        settings={"Export customers too": "all"},
        programs=("journal_csv",),
    )
    book = Book(house, house.attach(path, to=own.key))
    assert book.export().state is RunState.DONE
    book.type("Invoices", "2026/9", "Hold", None)
    run = book.export()
    assert (run.state, run.result["blocking"]) == (RunState.DONE, 0)


def pressed(action: str, **changes: Any) -> tuple[MemoryOffice, Any]:
    office = MemoryOffice()
    content = body(**changes)
    client = client_of(House(office=office))
    return office, client.post(f"/webhooks/{action}", data=content, headers=signed(content))


@pytest.mark.parametrize("action", ["check", "export"])
def test_b10_a_press_may_carry_the_word(action: str):
    office, answer = pressed(action, customers="all")
    assert answer.status_code == 202
    assert office.runs["run-1"].request.all_customers
    office, answer = pressed(action)
    assert not office.runs["run-1"].request.all_customers


@pytest.mark.parametrize(
    ("action", "word", "said"),
    [
        ("export", "new", 'Press, customers: found "new", allowed: all.'),
        ("export", True, "Press, customers: found TRUE, allowed: all."),
        ("rehearse", "all", 'Press, customers: found "all", allowed: only with check or export.'),
    ],
)
def test_b10_another_word_is_refused(action: str, word: object, said: str):
    _, answer = pressed(action, customers=word)
    assert (answer.status_code, json.loads(answer.data)["detail"]) == (422, said)
