"""Serve a Google of one's own: `python -m google_emulator --port 18900 --folder demo`.

Into the folder go `service-account.json` (the server's key) and `emulator.json` (the address, the
spreadsheet and the folder for files), for whoever starts the server beside it.
"""

import argparse
import json
import signal
import threading
from pathlib import Path

from google_emulator.certificates import SigningKey
from google_emulator.google import Google, assembled
from google_emulator.http import Emulator
from google_emulator.workbooks import Tabs, add_workbook, tabs_of_xlsx

SERVER = "boekbrug@acme-books.iam.gserviceaccount.com"
PERSON = "an@acme.example"


def main() -> None:
    """Serve until somebody interrupts."""
    options = _options()
    tabs = tabs_of_xlsx(options.workbook) if options.workbook else {"Sheet1": []}
    with Emulator(port=options.port) as emulator:
        google = assembled(emulator, SigningKey("google-key"))
        _write_down(google, options.folder, _furnished(google, tabs, options.locale))
        print(f"Google is emulated at {emulator.base_url}.", flush=True)  # noqa: T201 - a command
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        stopped.wait()
        google.faults.release()


def _furnished(google: Google, tabs: Tabs, locale: str) -> dict[str, str]:
    """Make what a team has: a person's spreadsheet, and a shared drive with a folder."""
    owner = google.accounts.person(PERSON)
    state = google.emulator.state
    spreadsheet = add_workbook(state, "Bookkeeping", tabs, locale=locale, owner=owner.email)
    google.accounts.share(spreadsheet.id, SERVER, "writer")
    drive = google.accounts.shared_drive("Accounting")
    google.accounts.share(drive.id, SERVER, "fileOrganizer")
    folder = google.accounts.folder("Exports", inside=drive)
    return {"spreadsheet": spreadsheet.id, "folder": folder.id}


def _write_down(google: Google, folder: Path, made: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    key = google.key_file(SERVER, SigningKey("server-key"))
    (folder / "service-account.json").write_text(json.dumps(key, indent=2))
    told = {"base_url": google.emulator.base_url, **made}
    (folder / "emulator.json").write_text(json.dumps(told, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="google_emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--folder", type=Path, default=Path("google-emulator"))
    parser.add_argument("--workbook", type=Path, help="an .xlsx file to begin with")
    parser.add_argument("--locale", default="nl_BE", help="of the spreadsheet")
    return parser.parse_args()


if __name__ == "__main__":
    main()
