"""A run of a Dutch sheet: no sentence of it is English, wherever people read it."""

import importlib
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from command_support import OWNER, typed
from dutch_run_support import EXAMPLES, Read, dutch_book, read_in_sheet, read_of_run
from example_firm import SUMMER
from house_support import House

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.wording.said import LANGUAGES
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings import SCHEMA

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
ENGLISH, DUTCH = LANGUAGES["en"].sentences, LANGUAGES["nl"].sentences
KEPT = {"Workbook id", "Layout version", "Last batch digest", "Highest number given"}
"""Labels of tab Start that every version of the server finds again; they stand folded."""


def fragments(sentence: str) -> Iterator[str]:
    """Yield what stands between the gaps of a sentence, where it is long enough to be known."""
    for part in re.split(r"\{[^}]*\}", sentence):
        text = part.strip(" .,:;()\"'")
        if len(text) > 9 and " " in text:
            yield text


def english_fragments() -> set[str]:
    dutch = "\n".join(DUTCH.values())
    told = {part for key, text in ENGLISH.items() if text != DUTCH[key] for part in fragments(text)}
    fields = [field for one in schemas_for(("winbooks",)).values() for field in one.fields.values()]
    about = {str(one.metadata["description"]) for one in [*fields, *SCHEMA.fields.values()]}
    hints = {str(one.hint) for one in declared(installed()["winbooks"].Parameters)}
    return {part for part in told | about | hints if part not in dutch}


def english_names() -> set[str]:
    """Return what is a whole cell in English, and not in Dutch."""
    kinds = ("tab", "header", "setting", "choice", "state", "weight", "label")
    keys = [key for key in ENGLISH if key.partition(" ")[0] in kinds]
    return {ENGLISH[key] for key in keys} - {*DUTCH.values()} - KEPT - {"VAT", "yes", "no", "all"}


def english_in(read: Read) -> set[str]:
    names = english_names() & read.cells
    return names | {part for part in english_fragments() if part in read.texts}


def test_the_guard_knows_english_when_it_reads_it():
    found = english_in(read_in_sheet(EXAMPLES / "acme.xlsx"))
    assert {"Invoices", "Accountant's no.", "Usual here", "21, not 0.21."} <= found


@pytest.fixture
def _examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(EXAMPLES)


@pytest.mark.usefixtures("_examples")
def test_from_the_new_sheet_to_the_accountants_file_all_is_dutch(
    new_house: Callable[..., House],
):
    acme = importlib.import_module("acme_data")
    invoices, lines = acme.documents()
    house = new_house()
    book = dutch_book(
        house,
        {
            "Settings": acme.settings(),
            "Customers": acme.customers(),
            "Invoices": invoices,
            "Lines": lines,
        },
    )
    assert english_in(read_in_sheet(book.path)) == set()
    runs = [
        book.check(SUMMER),
        house.lead(house.press(book, Action.REHEARSE, SUMMER)),
        book.export(SUMMER),
        book.export(SUMMER),
        book.check(OCTOBER),
    ]
    assert [run.state for run in runs] == [RunState.DONE] * 5
    for run in runs:
        assert english_in(read_of_run(house, run) | read_in_sheet(book.path)) == set()
    assert {row["Toestand"] for row in book.rows("Facturen").values()} == {
        *("geëxporteerd", "tegengehouden", "vóór Boekbrug")
    }
    assert book.table("Tegoed")[1][1:] == ("Export 1", "acme/winbooks 1", "103", "-12,36", "12,64")


@pytest.mark.usefixtures("_examples")
def test_a_month_of_mistakes_is_told_in_dutch(new_house: Callable[..., House]):
    broken = importlib.import_module("make_broken")
    house = new_house()
    book = dutch_book(
        house,
        {
            "Settings": broken.SETTINGS,
            "Customers": broken.CUSTOMERS,
            "Invoices": broken.INVOICES,
            "Lines": broken.LINES,
        },
    )
    for run in (book.check(OCTOBER), book.export(OCTOBER)):
        assert english_in(read_of_run(house, run) | read_in_sheet(book.path)) == set()


@pytest.mark.usefixtures("empty_desk")
def test_the_commands_of_a_dutch_sheet_print_dutch():
    typed("migrate")
    typed("team", "add", "acme", "Acme bv")
    typed("dossier", "add", "acme/winbooks", *OWNER)
    typed("workbook", "new", "verkoop.xlsx", "--language", "nl")
    own = ("verkoop.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
    typed("workbook", "attach", *own)
    days = ("--from", "2026-09-01", "--to", "2026-09-30")
    printed = [typed(command, "verkoop.xlsx", *days)[1] for command in ("check", "export")]
    printed += [typed("set-up", "verkoop.xlsx")[1]]
    printed += [typed("add-column", "verkoop.xlsx", "Klanten", name)[1] for name in ("Naam", "x")]
    assert (
        'Klanten, Kolomtitel: gevonden "x", toegelaten: een van Klant, Naam, Naam 2,' in printed[-1]
    )
    assert english_in(Read(frozenset(), "\n".join(printed))) == set()
