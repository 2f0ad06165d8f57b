"""The house in Dutch: whose file says Taal nl reads Dutch, in the sheet and on the page."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from export_support import BAKERY, GARAGE, JOURNALS, SALES, invoice
from house_support import Book, Opened

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.programs.protocol import NAMES
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.wording.said import LANGUAGES, in_language
from boekbrug.server.workflow.progress import Stage, reason_of

DUTCH = JOURNALS | {"Language": "Nederlands"}
NOTHING = "Er is niets geëxporteerd, genummerd of aangerekend."
COMPANY = GARAGE | {"Kind": "company"}
NO_VAT_NUMBER = (
    "gevonden niets, genomen: VATCAT 0, onbepaald; WinBooks houdt dan geen btw-listing van de "
    "klant bij. Vul het nummer in als er een is."
)


def problems(book: Book, run_id: str) -> list[str]:
    return [one.sentence for one in book.house.service.records.details.all_problems(run_id)]


def test_a_check_is_read_in_dutch(opened: Opened):
    book = opened(customers=[COMPANY, BAKERY], invoices=SALES, settings=DUTCH)
    checked = book.check()
    assert checked.sentence == (
        "2 facturen; een export kost EUR 0,24. Er is niets verkeerd. "
        "2 dingen goed om te weten: zie tabblad Check."
    )
    assert f"Customers, rij 2, VAT number: {NO_VAT_NUMBER}" in problems(book, checked.id)
    header, _, remark, _, *counted, _, asked = book.table("Check")
    assert header == ("Soort", "Waar", "Gevonden", "Toegelaten", "Wat te doen")
    assert remark[:3] == ("Goed om te weten", "Customers, rij 2, VAT number", "niets")
    assert [row[:2] for row in counted] == [
        ("Documenten", "2"),
        ("Netto", "150,00"),
        ("Btw", "31,50"),
        ("Totaal incl. btw", "181,50"),
        ("Btw H21", "31,50"),
        ("Kosten", "kosten EUR 0,24 (tegoed EUR 25,00)"),
    ]
    assert counted[-1][2] == "genoeg voor ongeveer 208 facturen; vorige maand 0"
    assert asked[:2] == ("Vraag?", f"Vermeld {checked.code}")


def test_what_is_wrong_stands_beside_it_in_dutch(opened: Opened):
    sales = [invoice("2026/1", 100.0), invoice("2026/23456", 50.0, 16)]
    book = opened(invoices=sales, settings=DUTCH)
    refused = book.export()
    finding = (
        'gevonden "2026/23456", wat 202623456 wordt, toegelaten: 8 cijfers volgens het patroon '
        "YYYYNNNN. Geef de reeks een ander patroon op tabblad Instellingen."
    )
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        f"Invoices, rij 3, Number: {finding} {NOTHING}",
    )
    assert book.rows("Invoices")["2026/23456"]["Problem"] == f"Number: {finding}"
    assert book.start()["Resultaat"] == refused.sentence
    assert book.start()["Recht te zetten"] == "1, zie tabblad Check"


def test_a_balance_that_is_too_low_is_said_in_dutch(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH, balance="0.23")
    assert book.export().sentence == (
        "Tegoed: gevonden EUR 0,23, nodig EUR 0,24 voor 2 facturen; er ontbreekt EUR 0,01. "
        f"{NOTHING} Vraag help@acme.example om het tegoed aan te vullen. Of kies een kortere "
        "periode."
    )
    assert book.table("Check")[1][:3] == ("Recht te zetten", "Tegoed", "EUR 0,23")


def test_an_exported_file_that_says_it_in_dutch_is_read_again(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    run = book.export()
    assert run.sentence == "Export 1 is klaar: 2 facturen. Hij kostte EUR 0,24."
    start = book.start()
    assert (start["Laatste opdracht"], start["Tegoed"]) == (
        "Export, 2026-10-01 11:00, door an@acme.example",
        "EUR 24,76, genoeg voor ongeveer 206 facturen; vorige maand 0",
    )
    assert (start["Workbook id"], start["Highest number given"]) == (book.entry.id, "100001")
    header, export = book.table("Exports")
    assert (header[0], header[-1], export[3], export[-2]) == (
        *("Nr.", "Antwoord van de boekhouder", "2026-09-01 t/m 2026-09-30", "afgeleverd"),
    )
    with book.edited() as workbook:
        workbook["Exports"].cell(2, len(header)).value = "ingelezen"
    again = book.export()
    assert again.sentence == "Niets nieuws in september 2026; het zit in export 1."
    assert book.table("Exports")[1][-1] == "ingelezen"
    assert book.start()["Last batch digest"] == start["Last batch digest"]


def test_a_file_of_somebody_else_is_refused_in_dutch(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    with book.edited() as workbook:
        for row in workbook["Start"].iter_rows():
            if row[0].value == "Workbook id":
                row[1].value = "another"
    assert book.check().sentence == (
        f'Start, Workbook id: gevonden "another", toegelaten: "{book.entry.id}", de id waarmee dit '
        "bestand gekoppeld werd. Het lijkt een kopie van een ander bestand: zet het gekoppelde "
        f"bestand terug, of koppel dit. Het bestand bleef zoals het is. {NOTHING}"
    )


def test_what_changed_since_the_check_is_said_in_dutch(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    checked = book.check()
    book.type("Invoices", "2026/2", "Net", 50.01)
    assert book.export(plan=checked.result["plan"]).sentence == (
        f"Sinds uw controle is rij 3 gewijzigd: nu 2 facturen, die EUR 0,24 kosten. {NOTHING} Kijk "
        "nog eens na."
    )


def test_a_rehearsal_in_dutch_is_a_proef(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    run = book.house.lead(book.house.press(book, Action.REHEARSE))
    assert run.sentence == f"Het proefbestand is klaar: 2 facturen, gratis. {NOTHING}"
    assert book.house.service.office.file_names(run) == ("PROEF 2026-09 WinBooks Acme bv.zip",)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_language_that_the_server_does_not_speak_is_english(opened: Opened, language: str):
    book = opened(invoices=SALES, settings=JOURNALS | {"Language": language})
    assert book.check().sentence.startswith("2 invoices; an export costs EUR 0.24.")
    assert book.table("Check")[0][0] == "Kind"


def test_a_result_that_the_sheet_does_not_show_yet_is_said_in_dutch(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    run = book.export(meanwhile=book.path.with_name("~$acme.xlsx").touch)
    assert (run.state, run.stage) == (
        RunState.UNFINISHED,
        "acme.xlsx: gevonden: open in Excel, nodig: gesloten. Sluit het; dan wordt het resultaat "
        "geschreven.",
    )
    assert run.sentence == (
        f"Export 1 is gemaakt, betaald en afgeleverd. {run.stage} Het blad toont het nog niet; de "
        "volgende controle of export zet het erin."
    )


def test_a_file_that_cannot_be_read_is_told_in_the_language_of_the_last_run(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    book.path.unlink()
    run = book.check()
    assert (run.state, run.sentence.endswith(f"waar ze nu staat. {NOTHING}")) == (
        RunState.REFUSED,
        True,
    )


def test_the_words_of_a_stage_are_no_reason_in_any_language(opened: Opened):
    book = opened(invoices=SALES)
    run = book.house.press(book, Action.CHECK)
    told = [in_language(stage.words, code) for stage in Stage for code in LANGUAGES]
    assert {reason_of(replace(run, stage=stage)) for stage in told} == {""}
    assert reason_of(replace(run, stage="Google is away.")) == "Google is away."


def test_a_program_of_somebody_else_keeps_its_own_words(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH)
    cure = "Ask Plainbooks for 9 pounds."

    def check(_: Batch, __: object, /) -> Iterator[Problem]:
        yield Problem(tab="Plainbooks", found="10 pounds", allowed="9 pounds", cure=cure)

    members = {name: getattr(winbooks, name) for name in NAMES} | {"check": check}
    house = book.house.with_outside(programs={"winbooks": SimpleNamespace(**members)})
    refused = Book(house, book.entry).export()
    assert refused.sentence == (
        f"Plainbooks: gevonden 10 pounds, toegelaten: 9 pounds. {cure} {NOTHING}"
    )
    assert book.table("Check")[1] == (
        "Recht te zetten",
        "Plainbooks",
        "10 pounds",
        "9 pounds",
        cure,
    )


def test_a_journal_that_only_the_accountant_knows_is_asked_for_in_dutch(opened: Opened):
    book = opened(invoices=SALES, settings=DUTCH | {"Invoice journal": "dagboek 1"})
    checked = book.check()
    assert checked.sentence == "1 ding recht te zetten in 1 rij: zie tabblad Check."
    assert problems(book, checked.id)[0] == (
        'Settings, rij 3, Invoice journal: gevonden "dagboek 1", nodig: de code van het dagboek in '
        "WinBooks, 1 tot 6 letters, cijfers of tekens zonder accenten. Vraag ze aan uw boekhouder."
    )
    both = opened(invoices=SALES, settings=DUTCH | {"Invoice journal": "é"}, balance="0.00")
    assert both.export().sentence == (f"2 dingen recht te zetten: zie tabblad Check. {NOTHING}")
