"""Who may see what: people, service accounts, shared drives and what was shared with whom.

Sources: Drive v3 guides "Share files, folders, and drives" (permissions are inherited, roles) and
"Shared drives overview" (service accounts have no storage quota and own no files; a request that
does not say `supportsAllDrives` finds nothing there); the texts of the refusals as users of other
projects reported them: n8n 26050 (quota), google-api-nodejs-client 2591 (shared drives).
"""

from dataclasses import dataclass
from typing import Any

from google_emulator.drive_permissions import permission
from google_emulator.errors import drive_error
from google_emulator.http import Emulator, Request, Response
from google_emulator.state import FOLDER, Account, DriveFile, State

ROLES = ("reader", "commenter", "writer", "fileOrganizer", "organizer", "owner")
"""From the least to the most; a content manager is a `fileOrganizer`."""

_NO_QUOTA = (
    "Service Accounts do not have storage quota. Leverage shared drives "
    "(https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth "
    "delegation (http://support.google.com/a/answer/7281227) instead."
)
_FILES = "/drive/v3/files/"
_IDS = ("id", "spreadsheetId")


@dataclass(frozen=True, slots=True)
class OnlyOwnFiles(Account):
    """Somebody through an app with the scope `drive.file`: it sees what it made, nothing else."""


class Accounts:
    """Keep the accounts and answer what they may do."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._made_by_app: set[str] = set()
        self.known: dict[str, Account] = {}

    def person(self, email: str) -> Account:
        """Add somebody with a Drive of their own."""
        return self._add(Account(email))

    def service_account(self, email: str) -> Account:
        """Add an account that owns no storage."""
        return self._add(Account(email, is_service_account=True))

    def shared_drive(self, name: str) -> DriveFile:
        """Make a shared drive without members; its id is that of its top folder."""
        drive_id = "0A" + self._state.new_id()[:17]
        return self._keep(DriveFile(drive_id, name, FOLDER, drive_id=drive_id))

    def folder(self, name: str, *, inside: DriveFile | None = None, owner: str = "") -> DriveFile:
        """Make a folder in another one, or in somebody's My Drive."""
        return self.file(name, FOLDER, inside=inside, owner=owner)

    def file(
        self,
        name: str,
        mime_type: str,
        *,
        inside: DriveFile | None = None,
        owner: str = "",
        content: bytes = b"",
    ) -> DriveFile:
        """Make a file, as a person does in the browser."""
        return self._keep(
            DriveFile(
                self._state.new_id(),
                name,
                mime_type,
                parents=[inside.id] if inside else [],
                owner=owner or None,
                drive_id=inside.drive_id if inside else None,
                content=content,
            )
        )

    def share(self, file_id: str, email: str, role: str) -> None:
        """Give somebody a role, in place of the one they had."""
        self.unshare(file_id, email)
        given = permission(email, ROLES[ROLES.index(role)])
        with self._state.lock:
            self._state.files[file_id].permissions.append(given)

    def unshare(self, file_id: str, email: str) -> None:
        """Take somebody's role away."""
        with self._state.lock:
            file = self._state.files[file_id]
            file.permissions = [each for each in file.permissions if not _is_for(each, email)]

    def role_of(self, file: DriveFile, account: Account | None) -> str | None:
        """Name the most that an account may do with a file, by itself or by a folder above."""
        is_hidden = isinstance(account, OnlyOwnFiles) and file.id not in self._made_by_app
        if account is None or is_hidden:
            return None
        roles = {role for each in self._with_folders(file) for role in _roles_on(each, account)}
        return max(roles, key=ROLES.index, default=None)

    def refuse_creation(self, parents: list[str], account: Account | None) -> None:
        """Raise the refusal of a new file in those folders; none means one's own My Drive."""
        folders = [self._state.files.get(parent) for parent in parents]
        for parent, folder in zip(parents, folders, strict=True):
            role = self.role_of(folder, account) if folder else None
            if role is None:
                text = f"File not found: {parent}."
                raise drive_error(404, "notFound", text)
            if role in ("reader", "commenter"):
                text = "Insufficient permissions for the specified parent."
                raise drive_error(403, "insufficientParentPermissions", text)
        is_in_a_drive = any(folder and folder.drive_id for folder in folders)
        if account and account.is_service_account and not is_in_a_drive:
            raise drive_error(403, "storageQuotaExceeded", _NO_QUOTA)

    def note_made(self, request: Request, response: Response) -> Response:
        """Remember what an app made that sees nothing else."""
        is_new = request.method in ("POST", "PUT") and response.status == 200
        if isinstance(request.account, OnlyOwnFiles) and is_new:
            self._made_by_app |= {response.body[name] for name in _IDS if name in response.body}
        return response

    def refuse_deletion(self, request: Request) -> Response | None:
        """Refuse to delete for ever what the account may only see or change."""
        file = self._state.files.get(request.path.removeprefix(_FILES))
        if request.method == "DELETE" and file:
            role = self.role_of(file, request.account)
            if role is not None and ROLES.index(role) < ROLES.index("organizer"):
                text = "The user does not have sufficient permissions for this file."
                raise drive_error(403, "insufficientFilePermissions", text)
        return None

    def _with_folders(self, file: DriveFile) -> list[DriveFile]:
        above = [self._state.files[each] for each in file.parents if each in self._state.files]
        return [file, *(each for folder in above for each in self._with_folders(folder))]

    def _add(self, account: Account) -> Account:
        self.known[account.email] = account
        return account

    def _keep(self, file: DriveFile) -> DriveFile:
        with self._state.lock:
            self._state.files[file.id] = file
        return file


def install(emulator: Emulator) -> Accounts:
    """Let the routes ask for permission; whoever asks is known by then (`tokens`)."""
    accounts = Accounts(emulator.state)
    emulator.state.role_of = accounts.role_of
    emulator.state.refuse_creation = accounts.refuse_creation
    emulator.before.append(accounts.refuse_deletion)
    emulator.after.append(accounts.note_made)
    return accounts


def _roles_on(file: DriveFile, account: Account) -> set[str]:
    roles = {str(each["role"]) for each in file.permissions if _is_for(each, account.email)}
    return roles | ({"owner"} if file.owner == account.email else set())


def _is_for(permission: dict[str, Any], email: str) -> bool:
    return permission["type"] == "anyone" or permission.get("emailAddress") == email
