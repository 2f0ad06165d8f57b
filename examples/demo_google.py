"""The main job with an emulated Google: a sheet is connected and pressed, a Drive gets the file.

It does what a person would, in a browser and with a code, in `demo-google/`; nothing but this
machine is asked. The emulator and the firm are those of the tests: run it with PYTHONPATH=tests.
"""

import argparse
import json
import os
import shutil
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
from demo_report import report
from example_firm import DOSSIER
from google_emulator.certificates import SigningKey
from google_emulator.google import Google, assembled
from google_emulator.http import Emulator
from google_emulator.loopback import LoopbackAdapter
from google_emulator.state import DriveFile
from google_emulator.workbooks import add_workbook, tabs_of_xlsx
from press import PERIOD, DemoError, Press, ask, console, free_port
from werkzeug.serving import WSGIRequestHandler, make_server

from boekbrug.adapters.google.credentials import service_account
from boekbrug.adapters.google.house import GoogleHouse
from boekbrug.adapters.google.sheets import GoogleLimits
from boekbrug.server.app import create_app
from boekbrug.server.assembly import Service, Settings, assemble
from boekbrug.server.records.database import open_database
from boekbrug.server.records.titles import KeptTitles
from boekbrug.server.workflow.connect_codes import digest_of, new_code
from boekbrug.server.workflow.ports import Purpose

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "acme.xlsx"
PERSON, SERVER = "an@acme.example", "boekbrug@acme-books.iam.gserviceaccount.com"
SCRIPT = "1234-acme.apps.googleusercontent.com"


@dataclass(frozen=True, slots=True)
class Furnished:
    """What the firm has at Google: a sheet, and a folder in a Shared Drive.

    `directory` is where the demonstration keeps its data, and what it downloads at the end.
    """

    directory: Path
    google: Google
    sheet_id: str
    folder_id: str


def main() -> int:
    """Run the demo; return 0 only when everything happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("demo-google"), help="emptied first")
    directory = parser.parse_args().folder
    os.chdir(ROOT)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    try:
        with Emulator() as emulator:
            console.print(f"Google is emulated at {emulator.base_url}.")
            _demonstrate(_furnished(emulator, directory))
    except DemoError as error:
        console.print(f"[red]The demo stopped:[/] {error}")
        return 1
    return 0


def _demonstrate(firm: Furnished) -> None:
    service = _house(firm)
    code = _code(service, firm)
    with _serving(service) as address:
        workbook_id = _connect(firm, address, code)
        press = Press(address, workbook_id, lambda _: _headers(firm), f"by {PERSON}")
        press.run("set-up")
        checked = press.run("check", period=PERIOD)
        exported = press.run("export", period=PERIOD, plan=checked["result"]["plan"])
        sheet, files = firm.directory / "sheet.xlsx", firm.directory / "drive"
        _keep_sheet(service, workbook_id, sheet)
        names = _keep_drive(firm.google, files)
        report(exported, EXAMPLE, sheet, files)
    if firm.google.emulator.unimplemented or firm.google.emulator.crashes:
        raise DemoError("Google was asked for what is not emulated")
    console.print("\n[bold]In the emulated Drive[/]")
    for name in names:
        console.print(f"  {name}", markup=False)


def _furnished(emulator: Emulator, directory: Path) -> Furnished:
    """Make what a person has at Google, shared with the server."""
    google = assembled(emulator, SigningKey("google-key"))
    owner = google.accounts.person(PERSON)
    tabs = tabs_of_xlsx(EXAMPLE)
    sheet = add_workbook(emulator.state, "Acme", tabs, locale="nl_BE", owner=owner.email)
    google.accounts.service_account(SERVER)
    google.accounts.share(sheet.id, SERVER, "writer")
    drive = google.accounts.shared_drive("Acme")
    google.accounts.share(drive.id, SERVER, "fileOrganizer")
    folder = google.accounts.folder("Exports", inside=drive)
    return Furnished(directory, google, sheet.id, folder.id)


def _house(firm: Furnished) -> Service:
    """Do what whoever runs a server does once."""
    key = json.dumps(firm.google.key_file(SERVER, SigningKey("server-key")))
    settings = Settings(
        data_directory=firm.directory / "data",
        secret_key="demo" * 16,
        public_url=f"http://127.0.0.1:{free_port()}",
        operator_contact="help@acme.example",
        google_credentials=key,
    )
    settings.data_directory.mkdir(parents=True)
    google = GoogleHouse(
        service_account(key),
        limits=GoogleLimits(rows_max=settings.limits.rows_max),
        titles=KeptTitles(open_database(settings.records_url)),
        now=lambda: datetime.now(UTC),
        adapter=LoopbackAdapter(firm.google.emulator.base_url),
    )
    service = assemble(settings, google=google)
    service.migrate()
    now = datetime.now(UTC)
    service.records.register.add_team("acme", "Acme bv", now=now)
    service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=now)
    service.records.register.add_dossier(DOSSIER, now=now)
    return service


def _code(service: Service, firm: Furnished) -> str:
    """Make the code that connects a sheet of the firm's."""
    code, now = new_code(), datetime.now(UTC)
    service.records.connections.make_code(
        DOSSIER.key,
        digest=digest_of(service.secret_key, code),
        addresses=["@acme.example"],
        folder=firm.folder_id,
        keeps_numbers=True,
        expires_at=now + timedelta(days=7),
        now=now,
    )
    return code


@contextmanager
def _serving(service: Service) -> Iterator[str]:
    """Serve in a thread of this process and execute the runs here."""
    port = urlsplit(service.public_url).port or 0
    server = make_server(
        "127.0.0.1", port, create_app(service), threaded=True, request_handler=_Quiet
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    service.start_executor()
    console.print(f"Serving {service.public_url}")
    try:
        yield service.public_url
    finally:
        service.stop_executor()
        server.shutdown()
        thread.join()
        server.server_close()
        service.database.dispose()
        console.print("Server stopped.")


class _Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def _connect(firm: Furnished, address: str, code: str) -> str:
    """Paste the code, as the person in the sheet does; return the workbook's id."""
    body = {"code": code, "workbook": firm.sheet_id, "title": "Acme", "copy": None}
    console.print(f"[bold cyan]POST {address}/connect[/]  by {PERSON}")
    connected = ask(f"{address}/connect", json.dumps(body), _headers(firm))
    console.print(connected["sentence"], markup=False)
    return str(connected["workbook"])


def _headers(firm: Furnished) -> dict[str, str]:
    """Return what the button sends: a fresh press, and Google's word for who pressed."""
    token = firm.google.certificates.identity_token(SCRIPT, PERSON)
    return {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {token}",
        "webhook-id": f"press_{uuid.uuid4().hex}",
    }


def _keep_sheet(service: Service, workbook_id: str, path: Path) -> None:
    """Download the sheet as an .xlsx file."""
    entry = service.records.register.workbook(workbook_id)
    if entry is None:
        raise DemoError("the connected sheet is not in the records")
    book = openpyxl.Workbook(write_only=True)
    for tab in service.outside.open_workbook(entry, Purpose.OTHER).read().tabs:
        sheet = book.create_sheet(tab.title)
        for row in zip(*tab.columns, strict=True):
            sheet.append([str(cell) if cell is not None else None for cell in row])
    book.save(path)


def _keep_drive(google: Google, folder: Path) -> list[str]:
    """Download every ZIP of the Drive and return their paths there."""
    files = google.emulator.state.files
    names = {_path(google, one): one for one in files.values() if one.name.endswith(".zip")}
    if len(names) != 1:
        raise DemoError(f"{len(names)} files are in the emulated Drive, needed one")
    for name, file in names.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_bytes(file.content)
    return list(names)


def _path(google: Google, file: DriveFile) -> str:
    files = google.emulator.state.files
    return "/".join((*(_path(google, files[one]) for one in file.parents), file.name))


if __name__ == "__main__":
    sys.exit(main())
