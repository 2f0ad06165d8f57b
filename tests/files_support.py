"""Places that files are delivered to, of every kind: what the contract tests of the port run on."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from live_account import Account
from live_support import LIVE

from boekbrug.adapters.google import uploads
from boekbrug.adapters.google.drive import DriveFolder
from boekbrug.adapters.local.folder import Folder
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workflow.ports import FilesPort


class Place(Protocol):
    """A place for files, and what people do there."""

    def port(self) -> FilesPort:
        """Return a way of the server's to it, as every run makes its own."""

    def holds(self) -> list[tuple[str, bytes]]:
        """Return all files, each as `2026/name` with its bytes, in order."""

    def put(self, year: int, name: str, content: bytes) -> None:
        """Let somebody put a file of their own into the folder of a year."""

    def take_away(self) -> None:
        """Let somebody take the whole folder away."""

    def bring_back(self) -> None:
        """Let it be there again."""


@dataclass(frozen=True, slots=True)
class LocalPlace:
    path: Path

    @property
    def _elsewhere(self) -> Path:
        return self.path.with_name("unplugged")

    def port(self) -> FilesPort:
        return Folder(self.path)

    def holds(self) -> list[tuple[str, bytes]]:
        files = (path for path in self.path.rglob("*") if path.is_file())
        return sorted((str(path.relative_to(self.path)), path.read_bytes()) for path in files)

    def put(self, year: int, name: str, content: bytes) -> None:
        (self.path / str(year)).mkdir(exist_ok=True)
        (self.path / str(year) / name).write_bytes(content)

    def take_away(self) -> None:
        shutil.move(self.path, self._elsewhere)

    def bring_back(self) -> None:
        shutil.move(self._elsewhere, self.path)


@dataclass(frozen=True, slots=True)
class DrivePlace:
    """A folder of its own for one test, in the folder that the account was given."""

    account: Account
    id: str

    def port(self) -> FilesPort:
        return DriveFolder(self.account.client("Folder"), self.id)

    def holds(self) -> list[tuple[str, bytes]]:
        client = self.account.client("Folder")
        return sorted(
            (f"{year['name']}/{file['name']}", uploads.content_of(client, file["id"]))
            for year in self._children(self.id)
            for file in self._children(year["id"])
        )

    def put(self, year: int, name: str, content: bytes) -> None:
        client = self.account.client("Folder")
        years = [each["id"] for each in self._children(self.id) if each["name"] == str(year)]
        parent = years[0] if years else self.account.new_folder(str(year), inside=self.id)
        metadata = {"id": uploads.new_id(client), "name": name, "parents": [parent]}
        uploads.upload(client, ExportFile(name, content), metadata)

    def take_away(self) -> None:
        self.account.bin(self.id)

    def bring_back(self) -> None:
        self.account.bin(self.id, is_over=True)

    def _children(self, folder_id: str) -> list[dict[str, Any]]:
        query = f"'{folder_id}' in parents and trashed = false"
        files: list[dict[str, Any]] = self.account.found(query)
        return files


@pytest.fixture(params=["folder", "drive", LIVE])
def files_place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place for files, of every kind."""
    if request.param == "folder":
        path = tmp_path / "Exports"
        path.mkdir()
        return LocalPlace(path)
    kind = "live_place" if request.param == "live" else "emulated_place"
    place: Place = request.getfixturevalue(kind)
    return place


@pytest.fixture
def emulated_place(emulated_account: Account) -> Iterator[DrivePlace]:
    with drive_place(emulated_account) as place:
        yield place


@pytest.fixture
def live_place(live_account: Account) -> Iterator[DrivePlace]:
    with drive_place(live_account) as place:
        yield place


@contextmanager
def drive_place(account: Account) -> Iterator[DrivePlace]:
    """Make a folder for one test; it is in the bin afterwards."""
    name = f"Boekbrug {secrets.token_hex(4)}"
    place = DrivePlace(account, account.new_folder(name, inside=account.folder_id))
    yield place
    place.take_away()
