"""A folder in a Shared Drive that export files are delivered to, one folder in it for every year.

Names are not unique in Drive, so a file is also known by what it carries in `appProperties`.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from boekbrug.adapters.google import failures, uploads
from boekbrug.adapters.google.client import GoogleClient
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import UnreachableError

FOLDER = "application/vnd.google-apps.folder"
DELIVERY = "boekbrugDelivery"  # with its value 80 of the 124 bytes that a property may have
_FOLDER_FIELDS = "id,name,mimeType,trashed,driveId,capabilities(canAddChildren)"


class DriveFolder:
    """A folder of Drive as a place for files (see `FilesPort`)."""

    def __init__(self, client: GoogleClient, folder_id: str) -> None:
        """Take the folder with this id; nothing is asked yet."""
        self._client = client
        self._folder_id = folder_id
        self._drive_id: str | None = None  # found out once: a run makes its own DriveFolder

    def prove(self) -> None:
        """Prove that it is a folder of a Shared Drive in which the server may make files."""
        self._drive_id = self._proven_drive()

    def deliver(self, file: ExportFile, *, year: int) -> str:
        """Store the file in the year's folder and return the address of its page."""
        year_folder = self._year_folder(str(year))
        found = self._delivered(file, year_folder)
        if found is None:
            found = self._settled(file, year_folder, self._upload(file, year_folder))
        return f"https://drive.google.com/file/d/{found['id']}/view"

    def _proven_drive(self) -> str:
        """Return the id of the Shared Drive that the folder is in."""
        folder = uploads.file_of(self._client, self._folder_id, _FOLDER_FIELDS)
        if folder["mimeType"] != FOLDER:
            raise UnreachableError(said("folder is a file"), permanent=True)
        if folder.get("trashed"):
            raise UnreachableError(said("folder in the bin"), permanent=True)
        if "driveId" not in folder:
            raise UnreachableError(failures.IN_MY_DRIVE, permanent=True)
        if not folder["capabilities"]["canAddChildren"]:
            raise failures.no_access(self._client.target)
        return str(folder["driveId"])

    def _year_folder(self, name: str) -> str:
        """Return the id of the year's folder; the oldest when two were made at the same moment."""
        condition = f"name = '{name}' and mimeType = '{FOLDER}'"
        found = self._children(self._folder_id, condition)
        if not found:
            metadata = {
                "id": uploads.new_id(self._client),
                "name": name,
                "mimeType": FOLDER,
                "parents": [self._folder_id],
            }
            uploads.create(self._client, metadata)
            found = self._children(self._folder_id, condition) or [metadata]
        return str(found[0]["id"])

    def _delivered(self, file: ExportFile, year_folder: str) -> Mapping[str, Any] | None:
        """Return the file when it is there already, under its name or a later one.

        Raises:
            UnreachableError: another file has the name.
        """
        mark = f"appProperties has {{ key='{DELIVERY}' and value='{_mark(file)}' }}"
        marked = self._children(year_folder, mark)
        named = self._named(file, year_folder)
        for each in (*marked, *named):
            if self._digest(each) == _digest(file.content):
                return each
        if named:
            raise _taken(file)
        return None

    def _named(self, file: ExportFile, year_folder: str) -> list[Mapping[str, Any]]:
        return self._children(year_folder, f"name = '{_escaped(file.name)}'")

    def _upload(self, file: ExportFile, year_folder: str) -> Mapping[str, Any]:
        metadata = {
            "id": uploads.new_id(self._client),
            "name": file.name,
            "mimeType": file.media_type,
            "parents": [year_folder],
            "appProperties": {DELIVERY: _mark(file)},
        }
        stored = uploads.upload(self._client, file, metadata)
        if self._digest(stored) != _digest(file.content):
            self._bin(str(stored["id"]))
            raise UnreachableError(said("other bytes in drive", file=file.name), permanent=False)
        return stored

    def _settled(
        self, file: ExportFile, year_folder: str, stored: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Return the oldest file of the name: others may have delivered at the same moment.

        Raises:
            UnreachableError: that one has other bytes; what was stored is in the bin.
        """
        oldest = min([stored, *self._named(file, year_folder)], key=_age)
        if oldest["id"] == stored["id"]:
            return stored
        self._bin(str(stored["id"]))
        if self._digest(oldest) != _digest(file.content):
            raise _taken(file)
        return oldest

    def _bin(self, file_id: str) -> None:
        self._client.call(
            "PATCH",
            f"{uploads.FILES_URL}/{file_id}",
            params={"supportsAllDrives": "true", "fields": "id"},
            json={"trashed": True},
        )

    def _children(self, folder_id: str, condition: str) -> list[Mapping[str, Any]]:
        """Return what in the folder meets the condition, the oldest first; never what is binned."""
        if self._drive_id is None:
            self.prove()
        answer = self._client.call(
            "GET",
            uploads.FILES_URL,
            params={
                "q": f"'{folder_id}' in parents and trashed = false and {condition}",
                "orderBy": "createdTime",
                "pageSize": "100",
                "fields": f"files({uploads.FIELDS})",
                "corpora": "drive",
                "driveId": self._drive_id,
                "includeItemsFromAllDrives": "true",
                "supportsAllDrives": "true",
            },
        )
        found: list[Mapping[str, Any]] = answer.json().get("files", [])
        return sorted(found, key=_age)

    def _digest(self, stored: Mapping[str, Any]) -> str:
        """Return the SHA-256 of what Drive holds, read back when Drive does not tell."""
        told = stored.get("sha256Checksum")
        return str(told or _digest(uploads.content_of(self._client, str(stored["id"]))))


def _taken(file: ExportFile) -> UnreachableError:
    return UnreachableError(said("name taken in folder", file=file.name), permanent=True)


def _age(stored: Mapping[str, Any]) -> tuple[str, str]:
    """Return what orders files by their age, the same for everybody who looks."""
    return str(stored["createdTime"]), str(stored["id"])


def _mark(file: ExportFile) -> str:
    return _digest(file.name.encode() + b"\0" + file.content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")
