"""A folder in a Shared Drive that export files are delivered to, one folder in it for every year.

Names are not unique in Drive, so a file is also known by what it carries in `appProperties`.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from boekbrug.adapters.google import failures, uploads
from boekbrug.adapters.google.client import GoogleClient
from boekbrug.server.bookkeeping.booking import ExportFile
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
        found = self._delivered(file, year_folder) or self._upload(file, year_folder)
        return f"https://drive.google.com/file/d/{found['id']}/view"

    def _proven_drive(self) -> str:
        """Return the id of the Shared Drive that the folder is in."""
        folder = uploads.file_of(self._client, self._folder_id, _FOLDER_FIELDS)
        if folder["mimeType"] != FOLDER:
            raise _refused("a file", "a folder. Choose a folder")
        if folder.get("trashed"):
            raise _refused(
                "it in the bin", "it in its place. Take it out of the bin, or choose another"
            )
        if "driveId" not in folder:
            raise UnreachableError(failures.IN_MY_DRIVE, permanent=True)
        if not folder["capabilities"]["canAddChildren"]:
            raise failures.no_access(self._client.target)
        return str(folder["driveId"])

    def _year_folder(self, name: str) -> str:
        """Return the id of the year's folder; the oldest when two were made at the same moment."""
        found = self._children(self._folder_id, f"name = '{name}' and mimeType = '{FOLDER}'")
        if found:
            return str(found[0]["id"])
        metadata = {
            "id": uploads.new_id(self._client),
            "name": name,
            "mimeType": FOLDER,
            "parents": [self._folder_id],
        }
        uploads.create(self._client, metadata)
        return str(metadata["id"])

    def _delivered(self, file: ExportFile, year_folder: str) -> Mapping[str, Any] | None:
        """Return the file when it is there already, under its name or a later one.

        Raises:
            UnreachableError: another file has the name.
        """
        mark = f"appProperties has {{ key='{DELIVERY}' and value='{_mark(file)}' }}"
        marked = self._children(year_folder, mark)
        named = self._children(year_folder, f"name = '{_escaped(file.name)}'")
        for each in (*marked, *named):
            if self._digest(each) == _digest(file.content):
                return each
        if named:
            raise UnreachableError(
                f"{file.name}: found another file of that name in the folder, needed the name "
                "free. Move that file away; the next export delivers it, for nothing.",
                permanent=True,
            )
        return None

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
            raise UnreachableError(
                f"{file.name}: found other bytes in Drive than were sent, needed the same. "
                "That file is in the bin; the next export delivers it again, for nothing.",
                permanent=False,
            )
        return stored

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
        return found

    def _digest(self, stored: Mapping[str, Any]) -> str:
        """Return the SHA-256 of what Drive holds, read back when Drive does not tell."""
        told = stored.get("sha256Checksum")
        return str(told or _digest(uploads.content_of(self._client, str(stored["id"]))))


def _refused(found: str, needed: str) -> UnreachableError:
    return UnreachableError(f"Folder: found {found}, needed {needed}.", permanent=True)


def _mark(file: ExportFile) -> str:
    return _digest(file.name.encode() + b"\0" + file.content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")
