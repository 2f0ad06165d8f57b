"""A folder in a Shared Drive, and files to deliver into it."""

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_emulator.google import Google
from google_emulator.state import DriveFile
from google_emulator_support import FOLDER, SERVER, Time, client_of

from boekbrug.adapters.google.drive import DriveFolder
from boekbrug.server.bookkeeping.booking import ExportFile

NAME = "2026-10 Export 12 WinBooks Acme.zip"
FILE = ExportFile(NAME, b"PK\x03\x04\r\n\xff\xfe no newline at the end", "application/zip")
LARGE = ExportFile(NAME, bytes(range(256)) * 36_000, "application/zip")
UPLOAD = "/upload/drive/v3/files"


@pytest.fixture
def exports(google: Google) -> DriveFile:
    """A folder in a Shared Drive, in which the server is content manager."""
    drive = google.accounts.shared_drive("Acme")
    google.accounts.share(drive.id, SERVER, "fileOrganizer")
    return google.accounts.folder("Exports", inside=drive)


@pytest.fixture
def folder(exports: DriveFile, session: AuthorizedSession, time_: Time) -> DriveFolder:
    return opened(exports, session, time_)


def opened(exports: DriveFile, session: AuthorizedSession, time_: Time) -> DriveFolder:
    return DriveFolder(client_of(session, time_, FOLDER), exports.id)


def stored(google: Google, name: str = NAME) -> list[DriveFile]:
    return [each for each in google.emulator.state.files.values() if each.name == name]
