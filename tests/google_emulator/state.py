"""What the emulator remembers: accounts, files and spreadsheets, under one lock.

A spreadsheet is a DriveFile of the type SPREADSHEET and a Spreadsheet of the same id.
"""

import secrets
import string
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from google_emulator.grid import Spreadsheet

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
FOLDER = "application/vnd.google-apps.folder"

_ID_LETTERS = string.ascii_letters + string.digits + "_-"


@dataclass(frozen=True, slots=True)
class Account:
    """Name a person or a service account; a service account owns no storage."""

    email: str
    is_service_account: bool = False


@dataclass(slots=True)
class DriveFile:
    """Hold one file of Drive; `permissions` are the resources of Drive v3 as they are answered.

    `owner` is an e-mail address, None on a shared drive (`drive_id`); instants are aware, UTC.
    """

    id: str
    name: str
    mime_type: str
    parents: list[str] = field(default_factory=list)
    owner: str | None = None
    permissions: list[dict[str, Any]] = field(default_factory=list)
    app_properties: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    modified_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    trashed: bool = False
    drive_id: str | None = None
    description: str = ""


class State:
    """Hold everything; a route runs with `lock` held, so requests apply one after another.

    `role_of` says what an account may do with a file: owner, organizer, fileOrganizer, writer,
    commenter, reader, or None when it must not know the file. `refuse_creation` raises the
    refusal of a new file in those parents. Without an accounts model everything is allowed.
    """

    def __init__(self) -> None:
        self.role_of: Callable[[DriveFile, Account | None], str | None] = lambda _f, _a: "owner"
        self.refuse_creation: Callable[[list[str], Account | None], None] = lambda _p, _a: None
        self.lock = threading.RLock()
        self.files: dict[str, DriveFile] = {}
        self.spreadsheets: dict[str, Spreadsheet] = {}
        self.comments: dict[str, list[dict[str, Any]]] = {}

    def new_id(self) -> str:
        """Make an identifier as long as Google's (44 letters)."""
        return "1" + "".join(secrets.choice(_ID_LETTERS) for _ in range(43))

    def add_spreadsheet(self, spreadsheet: Spreadsheet, file: DriveFile) -> None:
        """Keep a new spreadsheet together with its file."""
        self.spreadsheets[spreadsheet.id] = spreadsheet
        self.files[file.id] = file

    def keep(self, spreadsheet: Spreadsheet) -> None:
        """Put a changed spreadsheet in place of what was; its file bears its title."""
        file = self.files[spreadsheet.id]
        file.name, file.modified_at = spreadsheet.properties["title"], datetime.now(UTC)
        self.spreadsheets[spreadsheet.id] = spreadsheet
