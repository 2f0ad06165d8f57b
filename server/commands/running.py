"""What a button does, by hand: the same run as a press, waited for."""

import getpass
import sys
import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from boekbrug.server.assembly import Service
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.commands.asking import (
    Asked,
    customers_option,
    documents_option,
    numbers_in,
    period_options,
    replace_options,
)
from boekbrug.server.commands.house import open_house
from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    Run,
    RunRequest,
    RunState,
    WorkbookEntry,
)
from boekbrug.server.web.ports import DoorError
from boekbrug.server.wording.said import in_language, said
from boekbrug.server.workflow.cost import cost_by_language
from boekbrug.server.workflow.ends import listed_at_once, unlisted

EXIT_CODES = {
    RunState.DONE: 0,
    RunState.REFUSED: 1,
    RunState.FAILED: 2,
    RunState.UNFINISHED: 3,
}
POLL_INTERVAL_S = 0.2
READY_TIMEOUT_S = 30.0
SHOWN_MAX = 200

workbook_argument = click.argument("workbook", metavar="ID|FILE")


@click.command()
@workbook_argument
@period_options
@documents_option
def check(workbook: str, period: Asked, documents: str) -> None:
    """Check a workbook: what an export would do, and everything that is wrong."""
    house = open_house()
    entry = _attached(house, workbook)
    request = RunRequest(period=period.of(entry), documents=numbers_in(documents))
    _exit(_run(house, entry, Action.CHECK, request))


@click.command()
@workbook_argument
@period_options
@click.option(
    "--selection",
    type=click.Choice([one.value for one in Selection]),
    default=Selection.NEW.value,
    show_default=True,
    help="What was not exported yet, or all of the period again.",
)
@documents_option
@click.option(
    "--hold-wrong", is_flag=True, help="Put what is wrong on hold, and go on with the rest."
)
@replace_options
@customers_option
def export(
    workbook: str,
    period: Asked,
    selection: str,
    documents: str,
    *,
    hold_wrong: bool,
    **asked: Any,
) -> None:
    """Export a workbook to the accountant's program."""
    house = open_house()
    entry = _attached(house, workbook)
    request = RunRequest(
        period=period.of(entry),
        selection=Selection(selection),
        documents=numbers_in(documents),
        **asked,
    )
    if hold_wrong:
        checked = _run(house, entry, Action.CHECK, request)
        request = replace(request, hold=tuple(checked.result.get("to_hold", ())))
    _exit(_run(house, entry, Action.EXPORT, request))


@click.command()
@workbook_argument
@period_options
@click.option(
    "--into",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="Where the file goes; else the present directory.",
)
def rehearse(workbook: str, period: Asked, into: Path) -> None:
    """Make a file for the accountant to try: marked as a test, free, nothing kept."""
    house = open_house()
    entry = _attached(house, workbook)
    run = _run(house, entry, Action.REHEARSE, RunRequest(period=period.of(entry)))
    for name in house.office.file_names(run):
        if stored := house.office.file(run, name):
            (into / name).write_bytes(stored.file.content)
            click.echo(into / name)
    _exit(run)


@click.command("set-up")
@workbook_argument
def set_up(workbook: str) -> None:
    """Add what a Google Sheet lacks: tabs, columns, lists, formats. Again is harmless."""
    house = open_house()
    today = datetime.now(UTC).date()
    request = RunRequest(period=Period(today, today))
    _exit(_run(house, _attached(house, workbook), Action.SET_UP, request))


@click.command("add-column")
@workbook_argument
@click.argument("tab")
@click.argument("header")
def add_column(workbook: str, tab: str, header: str) -> None:
    """Add a column to a tab of an attached Google Sheet, by their names. Again is harmless.

    TAB and HEADER are read in every language that sheets are read in.
    """
    house = open_house()
    today = datetime.now(UTC).date()
    request = RunRequest(period=Period(today, today), tab=tab, header=header)
    _exit(_run(house, _attached(house, workbook), Action.ADD_COLUMN, request))


def _attached(house: Service, workbook: str) -> WorkbookEntry:
    """Return the workbook of that id, or the one that is that file."""
    register = house.records.register
    entry = register.workbook(workbook) or register.workbook_at(str(Path(workbook).resolve()))
    if entry is None:
        raise click.UsageError(
            f"{workbook}: found no dossier that it belongs to, needed an id as `boekbrug workbook "
            "list` shows it, or an attached file. Attach a file first: boekbrug workbook attach."
        )
    return entry


def _run(house: Service, entry: WorkbookEntry, action: Action, request: RunRequest) -> Run:
    pressed_by = f"{getpass.getuser()} (command line)"
    run = _press(house, entry, action, request, pressed_by)
    if not house.engine.executor_alive():
        house.start_executor()
        house.engine.wait_ready(READY_TIMEOUT_S)
    try:
        run = _wait(house, run)
    finally:
        house.stop_executor()
    _show(house, run)
    return run


def _exit(run: Run) -> NoReturn:
    sys.exit(EXIT_CODES[run.state])


def _press(
    house: Service, entry: WorkbookEntry, action: Action, request: RunRequest, pressed_by: str
) -> Run:
    press_id = uuid.uuid4().hex
    try:
        pressed = house.office.press(
            entry, action, request, webhook_id=press_id, body_digest=press_id, pressed_by=pressed_by
        )
    except DoorError as refused:
        raise click.ClickException(in_language(refused.sentence, entry.language)) from refused
    if pressed.already_running:
        ahead = said("printed under way", code=pressed.run.code, who=pressed.run.pressed_by)
        click.echo(in_language(ahead, entry.language))
    return pressed.run


def _wait(house: Service, run: Run) -> Run:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        entry = house.records.register.workbook(run.workbook_id)
        waiting = in_language(said("printed waiting"), entry.language if entry else "")
        task = bar.add_task(waiting, total=100)
        while run.state.is_open:
            time.sleep(POLL_INTERVAL_S)
            run = house.records.runs.run(run.id) or run
            bar.update(task, completed=run.percent, description=run.stage or waiting)
    return run


def _show(house: Service, run: Run) -> None:
    console = Console()
    entry = house.records.register.workbook(run.workbook_id)
    language = entry.language if entry else ""

    def tell(words: str) -> None:
        console.print(in_language(words, language), markup=False, highlight=False)

    for problem in house.records.details.all_problems(run.id)[: listed_at_once(run.result)]:
        tell(said(f"printed {problem.weight}", sentence=problem.sentence))
    if more := unlisted(run.result):
        tell(more)
    documents = house.records.details.documents(run.id, limit=SHOWN_MAX)
    taken = [one for one in documents.items if one.selected and one.kind]
    if taken:
        console.print(_table(taken, language))
    tell(run.sentence)
    cost = cost_by_language(run.result) if run.action is Action.CHECK else None
    if cost:
        tell(cost.get(language, cost["en"]))
    batch = house.office.batch(run)
    if batch and entry:
        for name in batch.file_names:
            place = entry.folder or house.outside.page_url(run)
            tell(f"{place}: {name}")
    tell(said("printed question", code=run.code))


def _table(documents: list[DocumentDetail], language: str) -> Table:
    table = Table()
    for header in ("Number", "Date", "Customer"):
        table.add_column(in_language(said(f"header {header}"), language))
    for header in ("header Net", "header VAT", "page total"):
        table.add_column(in_language(said(header), language), justify="right")
    for one in documents:
        amounts = (str(one.net), str(one.vat), str(one.gross))
        table.add_row(one.number, one.issued_on, one.customer, *amounts)
    return table
