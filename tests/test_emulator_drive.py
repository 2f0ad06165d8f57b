"""Drive as Google's own Python client sees it; the source of each rule stands beside its test."""

import io
import json
from collections.abc import Iterator
from typing import Any

import google_auth_httplib2  # type: ignore[import-untyped]
import pytest
from google.oauth2.credentials import Credentials
from google_emulator import contract
from google_emulator.accounts import Accounts
from google_emulator.google import Google
from google_emulator.state import Account, DriveFile
from google_emulator_support import PERSON, SERVER
from googleapiclient.discovery import build_from_document  # type: ignore[import-untyped]
from googleapiclient.errors import HttpError  # type: ignore[import-untyped]
from googleapiclient.http import MediaIoBaseDownload, MediaIoBaseUpload, build_http  # type: ignore[import-untyped]

DRIVE = "https://www.googleapis.com/auth/drive"
BOTH = {"supportsAllDrives": True, "includeItemsFromAllDrives": True}
CHUNK = 256 * 1024
LARGE = bytes(range(256)) * 4_000
WITH_SUMS = "id,name,size,md5Checksum,sha256Checksum,appProperties,parents,driveId,mimeType"


class Drives:
    """Google's client, signed in as anybody."""

    def __init__(self, google: Google) -> None:
        self.google = google
        self.opened: list[Any] = []

    def of(self, account: Account, *scopes: str) -> Any:
        token = self.google.tokens.token_for(account, *(scopes or (DRIVE,)))
        http = google_auth_httplib2.AuthorizedHttp(Credentials(token), http=build_http())
        base = self.google.emulator.base_url
        document = {
            **contract.document("drive.v3"),
            "rootUrl": f"{base}/",
            "baseUrl": f"{base}/drive/v3/",
        }
        self.opened.append(build_from_document(document, http=http))
        return self.opened[-1]


@pytest.fixture
def drives(google: Google) -> Iterator[Drives]:
    drives = Drives(google)
    yield drives
    for each in drives.opened:
        each.close()


@pytest.fixture
def accounts(google: Google) -> Accounts:
    google.accounts.service_account(SERVER)
    return google.accounts


@pytest.fixture
def server(drives: Drives, accounts: Accounts) -> Any:
    return drives.of(accounts.known[SERVER])


@pytest.fixture
def an(drives: Drives, accounts: Accounts) -> Any:
    return drives.of(accounts.known[PERSON])


@pytest.fixture
def exports(accounts: Accounts) -> DriveFile:
    drive = accounts.shared_drive("Acme")
    accounts.share(drive.id, SERVER, "fileOrganizer")
    return accounts.folder("Exports", inside=drive)


def media(content: bytes, *, resumable: bool = False) -> MediaIoBaseUpload:
    return MediaIoBaseUpload(
        io.BytesIO(content), "application/zip", chunksize=CHUNK, resumable=resumable
    )


def refused(request: Any) -> tuple[int, str, str]:
    with pytest.raises(HttpError) as error:
        request.execute()
    first = json.loads(error.value.content)["error"]["errors"][0]
    return error.value.resp.status, first["reason"], first["message"]


CONTENTS = [b"", b"a\r\nb\r\n", b"no newline", "\ufeffé".encode("utf-16"), b"PK\x03\x04\n\r\n--b--"]


@pytest.mark.parametrize("content", CONTENTS)
def test_bytes_and_metadata_come_back_as_they_were_sent(
    server: Any, exports: DriveFile, content: bytes
):
    """Guide "Upload file data"; FilesCreate and the File schema of the discovery document."""
    metadata = {"name": "a.zip", "parents": [exports.id], "appProperties": {"run": "R-7F3K"}}
    made = create(server, metadata, media(content))
    assert made["appProperties"] == {"run": "R-7F3K"}
    assert (made["name"], made["mimeType"]) == ("a.zip", "application/zip")
    assert (made["parents"], made["driveId"]) == ([exports.id], exports.drive_id)
    assert made["size"] == str(len(content))
    assert downloaded(server, made["id"]) == content


def create(drive: Any, metadata: dict[str, Any], body: MediaIoBaseUpload | None = None) -> Any:
    request = drive.files().create(
        body=metadata, media_body=body, supportsAllDrives=True, fields=WITH_SUMS
    )
    return request.execute()


def downloaded(drive: Any, file_id: str) -> bytes:
    target = io.BytesIO()
    request = drive.files().get_media(fileId=file_id, supportsAllDrives=True)
    download, done = MediaIoBaseDownload(target, request), False
    while not done:
        _, done = download.next_chunk()
    return target.getvalue()


def test_checksums_are_those_of_the_content(server: Any, exports: DriveFile):
    """The checksums of "abc": RFC 1321 part A.5, FIPS 180-2 part B.1."""
    made = create(server, {"parents": [exports.id]}, media(b"abc"))
    assert made["md5Checksum"] == "900150983cd24fb0d6963f7d28e17f72"
    assert made["sha256Checksum"] == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1, len(LARGE)])
def test_a_resumable_upload_goes_in_chunks(
    google: Google, server: Any, exports: DriveFile, size: int
):
    """Guide "Upload file data": chunks of a multiple of 256 KiB, 308 until the last."""
    content = LARGE[:size]
    made = create(server, {"parents": [exports.id]}, media(content, resumable=True))
    assert downloaded(server, made["id"]) == content
    puts = [each for each in google.emulator.exchanges if each.request.method == "PUT"]
    answers = [each.response.status for each in puts if each.response]
    assert answers == [308] * (-(-size // CHUNK) - 1) + [200]


def test_an_id_made_beforehand_is_used_once(server: Any, exports: DriveFile):
    """Guide "Create and manage files" > generate IDs; the words of the 409 are unproven."""
    (file_id,) = server.files().generateIds(count=1, space="drive").execute()["ids"]
    metadata = {"id": file_id, "parents": [exports.id]}
    assert create(server, metadata, media(b"a"))["id"] == file_id
    again = server.files().create(body=metadata, media_body=media(b"a"), supportsAllDrives=True)
    assert refused(again)[:2] == (409, "fileIdInUse")


def test_an_id_of_ones_own_making_is_refused(server: Any, exports: DriveFile):
    """Guide "Create and manage files" > generate IDs; the status and the words are unproven."""
    metadata = {"id": "mine", "parents": [exports.id]}
    request = server.files().create(body=metadata, supportsAllDrives=True)
    assert refused(request) == (400, "invalid", "The provided file ID is not usable.")


def test_files_are_found_by_what_they_carry(server: Any, exports: DriveFile):
    """Guides "Search query terms and operators" and "Enable shared drive support" (the flags)."""
    first = create(server, {"parents": [exports.id], "appProperties": {"run": "1"}}, media(b"a"))
    create(server, {"parents": [exports.id], "appProperties": {"run": "2"}}, media(b"b"))
    query = "appProperties has { key='run' and value='1' } and trashed = false"
    search = {"q": query, "corpora": "drive", "driveId": exports.drive_id, "fields": "files(id)"}
    found = server.files().list(**search, **BOTH).execute()
    assert found == {"files": [{"id": first["id"]}]}
    assert server.files().list(q=query).execute()["files"] == []
    assert refused(server.files().list(**search))[0] == 403


def test_content_and_metadata_of_a_file_can_be_replaced(server: Any, exports: DriveFile):
    """discovery drive.v3, files.update: "Updates a file's metadata, content, or both."."""
    made = create(server, {"name": "a", "parents": [exports.id]}, media(b"a"))
    server.files().update(
        fileId=made["id"], body={"name": "b"}, media_body=media(b"b"), supportsAllDrives=True
    ).execute()
    binned = server.files().update(
        fileId=made["id"], body={"trashed": True}, supportsAllDrives=True, fields="name,trashed"
    )
    assert binned.execute() == {"name": "b", "trashed": True}
    assert downloaded(server, made["id"]) == b"b"


def test_a_service_account_owns_no_storage(server: Any, accounts: Accounts, google: Google):
    """n8n issue 26050: also in a folder of a person that was shared for editing."""
    mine = accounts.folder("Exports", owner=PERSON)
    accounts.share(mine.id, SERVER, "writer")
    for parents in ([], [mine.id]):
        for resumable in (False, True):
            request = server.files().create(
                body={"parents": parents}, media_body=media(b"a", resumable=resumable)
            )
            status, reason, text = refused(request)
            assert (status, reason) == (403, "storageQuotaExceeded")
            assert text.startswith("Service Accounts do not have storage quota.")
    assert list(google.emulator.state.files) == [mine.id]


def test_a_service_account_may_change_what_a_person_made(server: Any, an: Any, accounts: Accounts):
    """mcp-google-sheets issue 40: updating works where creating does not."""
    made = create(an, {"name": "placeholder"}, media(b"a"))
    accounts.share(made["id"], SERVER, "writer")
    server.files().update(fileId=made["id"], media_body=media(b"b")).execute()
    assert downloaded(an, made["id"]) == b"b"


def test_a_shared_drive_is_found_only_by_who_asks_for_all_drives(server: Any, exports: DriveFile):
    """google-api-nodejs-client issue 2591."""
    said = (404, "notFound", f"File not found: {exports.id}.")
    assert refused(server.files().get(fileId=exports.id)) == said
    assert refused(server.files().create(body={"parents": [exports.id]})) == said
    assert server.files().get(fileId=exports.id, supportsAllDrives=True).execute()


def test_what_was_not_shared_is_not_found(server: Any, accounts: Accounts):
    """Recorded for Sheets as 403, told by Drive as 404 (the guide "Resolve errors")."""
    private = accounts.folder("Private", owner=PERSON)
    assert refused(server.files().get(fileId=private.id))[:2] == (404, "notFound")
    assert server.files().list().execute()["files"] == []


@pytest.mark.parametrize(
    ("role", "may_add"),
    [("reader", False), ("commenter", False), ("writer", True), ("organizer", True)],
)
def test_rights_come_down_from_the_folder_above(
    server: Any, exports: DriveFile, accounts: Accounts, role: str, *, may_add: bool
):
    """Guide "Roles and permissions": capabilities.canAddChildren."""
    accounts.share(exports.parents[0], SERVER, role)
    shown = server.files().get(fileId=exports.id, supportsAllDrives=True, fields="capabilities")
    assert shown.execute()["capabilities"]["canAddChildren"] is may_add
    request = server.files().create(body={"parents": [exports.id]}, supportsAllDrives=True)
    if may_add:
        assert request.execute()["id"]
    else:
        assert refused(request)[:2] == (403, "insufficientParentPermissions")


def test_only_who_may_delete_deletes(server: Any, exports: DriveFile, accounts: Accounts):
    """Guide "Roles and permissions": a content manager bins, a manager deletes."""
    delete = server.files().delete(fileId=exports.id, supportsAllDrives=True)
    assert refused(delete)[:2] == (403, "insufficientFilePermissions")
    accounts.share(exports.parents[0], SERVER, "organizer")
    assert delete.execute() == ""


def test_a_person_shares_and_takes_back(server: Any, an: Any):
    """Guide "Share files, folders, and drives"."""
    made = create(an, {"name": "Exports"})
    given = {"type": "user", "role": "writer", "emailAddress": SERVER}
    permission = an.permissions().create(fileId=made["id"], body=given).execute()
    assert server.files().get(fileId=made["id"]).execute()["name"] == "Exports"
    an.permissions().delete(fileId=made["id"], permissionId=permission["id"]).execute()
    assert refused(server.files().get(fileId=made["id"]))[0] == 404
    assert an.permissions().list(fileId=made["id"]).execute()["permissions"] == []


def test_a_scope_that_is_too_narrow_is_refused(drives: Drives, accounts: Accounts):
    """AIP-4111 and the ErrorInfo reason ACCESS_TOKEN_SCOPE_INSUFFICIENT."""
    only_reading = drives.of(accounts.known[PERSON], "drive.readonly")
    assert only_reading.files().list().execute()["files"] == []
    with pytest.raises(HttpError, match="insufficient authentication scopes"):
        only_reading.files().create(body={}).execute()


def test_an_app_with_drive_file_sees_what_it_made_and_nothing_else(
    drives: Drives, an: Any, accounts: Accounts
):
    """Guide "Choose Google Drive API scopes": per-file access to files made with the app."""
    private = create(an, {"name": "private"})["id"]
    app = drives.of(accounts.known[PERSON], "drive.file")
    folder = create(app, {"name": "Exports", "mimeType": "application/vnd.google-apps.folder"})
    made = create(app, {"name": "a.zip", "parents": [folder["id"]]}, media(b"a"))
    assert downloaded(app, made["id"]) == b"a"
    listed = app.files().list(fields="files(name)").execute()["files"]
    assert [each["name"] for each in listed] == ["Exports", "a.zip"]
    assert refused(app.files().get(fileId=private))[0] == 404
    assert refused(app.files().create(body={"parents": [private]}))[0] == 404
