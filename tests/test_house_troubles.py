"""What goes wrong around an export: nothing at all happens, or what happened arrives later."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from export_support import SALES
from house_support import NOTHING, NOTHING_YET, Book, House
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import ExportFile, Totals
from boekbrug.server.programs.protocol import NAMES
from boekbrug.server.records.entries import Action, RunState

OUR_SIDE = f"Something went wrong on our side. {NOTHING} Ask help@acme.example."
ZIP = "2026-09 Export 1 WinBooks Acme bv.zip"
EVERYTHING_ONCE = {
    "charges": 2,
    "external_ids": 2,
    "wallet_entries": 2,
    "batches": 1,
    "batch_documents": 2,
    "deliveries": 1,
    "files": 1,
}
BEFORE_THE_COMMIT = (
    *("workbook.read", "program.check", "program.render", "program.totals", "folder.prove"),
)
AFTER_THE_COMMIT = ("folder.deliver", "workbook.change")
WRITTEN_BY_A_COMMIT = (
    *("external_ids", "batches", "batch_documents", "batch_customers", "batch_files"),
    *("charges", "wallet_entries", "audit"),
)


def exports(book: Book) -> list[str]:
    return [row["Export"] for row in book.rows("Invoices").values()]


def test_a_file_that_is_open_in_excel_is_told_by_the_next_run_for_nothing(opened):
    book = opened(invoices=SALES)
    lock = book.path.with_name("~$acme.xlsx")
    run = book.export(meanwhile=lock.touch)
    assert (run.state, run.sentence) == (
        RunState.UNFINISHED,
        "Export 1 is made, paid and delivered. acme.xlsx: found open in Excel, needed closed. "
        "Close it; the result is written then. The sheet does not show it yet; the next check or "
        "export writes it.",
    )
    assert (exports(book), book.house.promised()) == (["", ""], EVERYTHING_ONCE)
    lock.unlink()
    book.check()
    assert exports(book) == ["1", "1"]
    assert book.house.run(run.id).state is RunState.DONE
    assert book.house.promised() == EVERYTHING_ONCE


def test_a_folder_that_is_missing_is_said_before_anything_is_charged(opened):
    book = opened(invoices=SALES)
    book.house.folder.rmdir()
    run = book.export()
    assert (run.state, run.sentence) == (
        RunState.REFUSED,
        "Folder: found no such folder at files, needed a folder to write in. Connect the drive or "
        f"make the folder writable; press again. {NOTHING}",
    )
    assert book.house.promised() == NOTHING_YET


def test_a_folder_that_vanishes_gets_its_file_with_the_next_export_and_is_charged_once(opened):
    book = opened(invoices=SALES)
    away = book.house.directory / "away"
    run = book.export(meanwhile=lambda: book.house.folder.rename(away))
    assert (run.state, run.sentence) == (
        RunState.UNFINISHED,
        f"Export 1 is made and paid. {ZIP}: found no such folder at files, needed a folder to "
        "write in. Connect the drive or make the folder writable; the file is delivered then. "
        "The file waits under Download; the next export delivers it, for nothing.",
    )
    away.rename(book.house.folder)
    again = book.export()
    assert again.sentence == "Nothing new in September 2026; export 1 holds it."
    assert [path.name for path in book.house.delivered()] == [ZIP]
    assert book.house.promised() == EVERYTHING_ONCE | {"deliveries": 2}  # one failed
    assert (exports(book), book.house.balance()) == (["1", "1"], Decimal("24.76"))
    assert book.house.run(run.id).state is RunState.DONE


def test_a_check_of_a_file_that_is_open_says_what_it_found_all_the_same(opened):
    book = opened(invoices=SALES)
    book.path.with_name("~$acme.xlsx").touch()
    checked = book.check()
    assert (checked.state, checked.sentence) == (
        RunState.DONE,
        "2 invoices; an export costs EUR 0.24. Nothing is wrong. 1 thing good to know: see tab "
        "Check. The sheet does not show it yet. acme.xlsx: found open in Excel, needed closed. "
        "Close it; the result is written then.",
    )


def test_a_step_that_is_repeated_changes_nothing_more(opened):
    book = opened(invoices=SALES)
    run, steps = book.house.press(book, Action.EXPORT), book.house.steps
    assert [steps.make(run.id), steps.make(run.id)] == ["committed", "committed"]
    steps.deliver(run.id)
    steps.deliver(run.id)
    steps.write_back(run.id)
    content, ended = book.path.read_bytes(), book.house.run(run.id)
    assert book.house.promised() == EVERYTHING_ONCE | {"deliveries": 2}
    assert [steps.make(run.id), steps.write_back(run.id)] == ["committed", None]
    steps.leave_unfinished(run.id)
    steps.fail(run.id)
    assert (book.path.read_bytes(), book.house.run(run.id)) == (content, ended)
    assert book.house.promised() == EVERYTHING_ONCE | {"deliveries": 2}


@pytest.mark.parametrize("part", BEFORE_THE_COMMIT)
def test_what_breaks_before_the_commit_leaves_nothing(opened, part):
    book = opened(invoices=SALES)
    typed = book.path.read_bytes()
    run = replace(book, house=breaking(book.house, part)).export()
    assert (run.state, run.sentence) == (RunState.FAILED, OUR_SIDE)
    assert book.house.promised() == NOTHING_YET
    assert book.path.read_bytes() == typed
    book.export()
    assert book.house.promised() == EVERYTHING_ONCE


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            "folder.deliver",
            "Export 1 is made and paid. Something went wrong on our side. The file waits under "
            "Download; the next export delivers it, for nothing.",
        ),
        (
            "workbook.change",
            "Export 1 is made, paid and delivered. Something went wrong on our side. The sheet "
            "does not show it yet; the next check or export writes it.",
        ),
    ],
)
def test_what_breaks_after_the_commit_is_made_up_for_by_the_next_export(opened, part, said):
    book = opened(invoices=SALES)
    run = replace(book, house=breaking(book.house, part)).export()
    assert (run.state, run.sentence) == (RunState.UNFINISHED, said)
    assert exports(book) == ["", ""]
    assert book.export().sentence == "Nothing new in September 2026; export 1 holds it."
    assert book.house.promised() == EVERYTHING_ONCE
    assert (exports(book), book.house.run(run.id).state) == (["1", "1"], RunState.DONE)


@pytest.mark.parametrize("table", WRITTEN_BY_A_COMMIT)
def test_a_commit_that_stops_half_way_has_stored_nothing(opened, table):
    book = opened(invoices=SALES)
    with refusing(book.house, table):
        run = book.export()
    assert (run.state, run.sentence) == (RunState.FAILED, OUR_SIDE)
    assert book.house.promised() == NOTHING_YET
    assert book.export().sentence == "Export 1 is ready: 2 invoices. It cost EUR 0.24."


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from([*BEFORE_THE_COMMIT, *AFTER_THE_COMMIT]), max_size=4))
def test_whatever_breaks_and_in_what_order_everything_is_once_in_the_end(opened, parts):
    book = opened(invoices=SALES)
    for part in parts:
        replace(book, house=breaking(book.house, part)).export()
    book.export()
    assert book.house.promised() == EVERYTHING_ONCE
    assert (exports(book), book.house.balance()) == (["1", "1"], Decimal("24.76"))
    runs = book.house.service.records.runs
    assert (runs.open_runs(), runs.unfinished(book.entry.dossier_id)) == ((), ())


class BrokenError(Exception):
    """Something that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """A workbook or a folder with a method that breaks."""

    inner: Any
    method: str

    def __getattr__(self, name: str) -> Any:
        return broken if name == self.method else getattr(self.inner, name)


def breaking(house: House, part: str) -> House:
    """Return the house with a part that breaks, or lies."""
    outside, port, method = house.service.outside, *part.split(".")
    if port == "program":
        members = {name: getattr(winbooks, name) for name in NAMES}
        members[method] = lying if method == "totals" else broken
        return house.with_outside(programs={"winbooks": SimpleNamespace(**members)})
    opening = {"workbook": "open_workbook", "folder": "open_files"}[port]
    original = getattr(outside, opening)
    return house.with_outside(**{opening: lambda *entry: Breaking(original(*entry), method)})


def broken(*_: object, **__: object) -> Any:
    raise BrokenError


def lying(files: Iterable[ExportFile], parameters: winbooks.Parameters, /) -> Totals:
    """Return the totals of files that hold a cent more than was planned."""
    totals = winbooks.totals(files, parameters)
    return replace(totals, net=totals.net + Decimal("0.01"))


@contextmanager
def refusing(house: House, table: str) -> Iterator[None]:
    """Let the database refuse every new row of a table."""
    refuse = "begin select raise(abort, 'no more room'); end"
    with house.service.database.begin() as connection:
        name = f"boekbrug_{table}"
        connection.execute(sa.text(f"create trigger full before insert on {name} {refuse}"))
    yield
    with house.service.database.begin() as connection:
        connection.execute(sa.text("drop trigger full"))
