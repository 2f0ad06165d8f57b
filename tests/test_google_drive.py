import hashlib
from functools import partial
from typing import Any

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_drive_support import FILE, LARGE, NAME, UPLOAD, opened, stored
from google_emulator.google import Google
from google_emulator.http import Request, Response
from google_emulator.people import meanwhile
from google_emulator.state import DriveFile
from google_emulator_support import FOLDER, PERSON, SERVER, Time, client_of

from boekbrug.adapters.google import uploads
from boekbrug.adapters.google.drive import DriveFolder
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workflow.ports import UnreachableError

IN_MY_DRIVE = (
    "Folder: found a folder in somebody's My Drive, needed one in a Shared Drive (a service "
    "account can't own files). Choose another, or leave it empty: the file then waits under "
    "Download."
)
NO_ACCESS = (
    "Folder: found no access to this folder, needed: content manager. Share it with "
    f"{SERVER} as content manager, or ask who took it away."
)


def path_of(google: Google, file: DriveFile) -> str:
    files = google.emulator.state.files
    above = [path_of(google, files[each]) for each in file.parents]
    return "/".join((*above, file.name))


def proof_refused(folder: DriveFolder) -> UnreachableError:
    with pytest.raises(UnreachableError) as refused:
        folder.prove()
    return refused.value


def test_a_file_is_delivered_into_the_folder_of_its_year(google: Google, folder: DriveFolder):
    address = folder.deliver(FILE, year=2026)
    (file,) = stored(google)
    assert address == f"https://drive.google.com/file/d/{file.id}/view"
    assert path_of(google, file) == f"Acme/Exports/2026/{NAME}"
    assert (file.content, file.mime_type) == (FILE.content, "application/zip")


@pytest.mark.parametrize("name", ["O'Neill \\ zonen.zip", "Café — één.zip", "'", "\\"])
def test_any_name_is_kept_and_found_again(google: Google, folder: DriveFolder, name: str):
    file = ExportFile(name, b"bytes")
    assert folder.deliver(file, year=2026) == folder.deliver(file, year=2026)
    assert [each.content for each in stored(google, name)] == [b"bytes"]


@pytest.mark.parametrize("file", [FILE, LARGE, ExportFile(NAME, b"")], ids=["", "large", "empty"])
def test_delivering_again_changes_nothing(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time, file: ExportFile
):
    first = opened(exports, session, time_).deliver(file, year=2026)
    before = len(google.emulator.exchanges)
    assert opened(exports, session, time_).deliver(file, year=2026) == first
    assert {each.request.method for each in google.emulator.exchanges[before:]} == {"GET"}
    assert len(stored(google)) == len(stored(google, "2026")) == 1
    assert stored(google)[0].content == file.content


def test_other_bytes_under_the_name_are_never_overwritten(google: Google, folder: DriveFolder):
    folder.deliver(FILE, year=2026)
    with pytest.raises(UnreachableError) as refused:
        folder.deliver(ExportFile(NAME, b"other bytes"), year=2026)
    assert refused.value.permanent
    assert refused.value.sentence == (
        f"{NAME}: found another file of that name in the folder, needed the name free. "
        "Move that file away; the next export delivers it, for nothing."
    )
    assert [each.content for each in stored(google)] == [FILE.content]


def test_the_same_bytes_under_two_names_are_two_files(google: Google, folder: DriveFolder):
    folder.deliver(FILE, year=2026)
    folder.deliver(ExportFile("again.zip", FILE.content), year=2026)
    assert len(stored(google)) == len(stored(google, "again.zip")) == 1


def test_a_file_that_somebody_renamed_is_known_again(google: Google, folder: DriveFolder):
    address = folder.deliver(FILE, year=2026)
    stored(google)[0].name = "october for the accountant.zip"
    assert folder.deliver(FILE, year=2026) == address
    assert stored(google) == []


def test_a_file_in_the_bin_is_delivered_anew(google: Google, folder: DriveFolder):
    folder.deliver(FILE, year=2026)
    stored(google)[0].trashed = True
    folder.deliver(FILE, year=2026)
    assert [each.trashed for each in stored(google)] == [True, False]


def test_of_two_delivered_at_the_same_moment_the_older_stays(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time, folder: DriveFolder
):
    others: list[str] = []

    def deliver() -> None:
        others.append(opened(exports, session, time_).deliver(FILE, year=2026))

    meanwhile(google.emulator, deliver, before=f"POST {UPLOAD}")
    assert folder.deliver(FILE, year=2026) == others[0]
    assert [each.trashed for each in stored(google)] == [False, True]


def test_of_two_with_other_bytes_at_the_same_moment_the_later_is_refused(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time, folder: DriveFolder
):
    other = ExportFile(NAME, b"other bytes")
    deliver = partial(opened(exports, session, time_).deliver, other, year=2026)
    meanwhile(google.emulator, deliver, before=f"POST {UPLOAD}")
    with pytest.raises(UnreachableError, match="found another file of that name") as refused:
        folder.deliver(FILE, year=2026)
    assert refused.value.permanent
    assert [(each.content, each.trashed) for each in stored(google)] == [
        (b"other bytes", False),
        (FILE.content, True),
    ]


def test_two_folders_of_a_year_made_at_the_same_moment_are_used_as_one(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time, folder: DriveFolder
):
    deliver = partial(opened(exports, session, time_).deliver, ExportFile("b.zip", b"b"), year=2026)
    meanwhile(google.emulator, deliver, before="POST /drive/v3/files$")
    folder.deliver(FILE, year=2026)
    assert stored(google)[0].parents == stored(google, "b.zip")[0].parents
    assert len(stored(google, "2026")) == 2


def changing(request: Request, response: Response) -> Response:
    if request.path == UPLOAD:
        response.body["sha256Checksum"] = hashlib.sha256(b"damaged").hexdigest()
    return response


def test_bytes_that_arrive_damaged_go_to_the_bin(google: Google, folder: DriveFolder):
    google.emulator.after.append(changing)
    with pytest.raises(UnreachableError) as failure:
        folder.deliver(FILE, year=2026)
    assert not failure.value.permanent
    assert failure.value.sentence == (
        f"{NAME}: found other bytes in Drive than were sent, needed the same. "
        "That file is in the bin; the next export delivers it again, for nothing."
    )
    google.emulator.after.remove(changing)
    folder.deliver(FILE, year=2026)
    assert [each.trashed for each in stored(google)] == [True, False]


def test_bytes_are_read_back_where_drive_tells_no_checksum(google: Google, folder: DriveFolder):
    def untold(request: Request, response: Response) -> Response:
        if request.path == UPLOAD:
            del response.body["sha256Checksum"]
        return response

    google.emulator.after.append(untold)
    folder.deliver(FILE, year=2026)
    read = [
        each.response.body
        for each in google.emulator.exchanges
        if each.response and each.request.parameter("alt") == "media"
    ]
    assert read == [FILE.content]


def test_a_folder_of_a_shared_drive_is_proven_by_one_call(
    google: Google, exports: DriveFile, folder: DriveFolder
):
    folder.prove()
    calls = [(each.request.method, each.request.path) for each in google.emulator.exchanges]
    assert calls == [("POST", "/token"), ("GET", f"/drive/v3/files/{exports.id}")]
    assert len(google.emulator.state.files) == 2


@pytest.mark.parametrize("role", ["reader", "commenter", None])
def test_a_folder_in_which_the_server_may_not_make_files_proves_nothing(
    google: Google, exports: DriveFile, folder: DriveFolder, role: str | None
):
    google.accounts.unshare(exports.parents[0], SERVER)
    if role:
        google.accounts.share(exports.id, SERVER, role)
    failure = proof_refused(folder)
    assert (failure.sentence, failure.permanent) == (NO_ACCESS, True)


def test_a_folder_in_my_drive_is_refused_before_anything_is_charged(
    google: Google, session: AuthorizedSession, time_: Time
):
    mine = google.accounts.folder("Exports", owner=PERSON)
    google.accounts.share(mine.id, SERVER, "writer")
    folder = opened(mine, session, time_)
    assert proof_refused(folder).sentence == IN_MY_DRIVE
    with pytest.raises(UnreachableError) as refused:
        folder.deliver(FILE, year=2026)
    assert (refused.value.sentence, refused.value.permanent) == (IN_MY_DRIVE, True)


def test_a_service_account_out_of_storage_is_said_in_the_same_words(
    session: AuthorizedSession, time_: Time
):
    metadata: dict[str, Any] = {"name": NAME}
    with pytest.raises(UnreachableError) as refused:
        uploads.upload(client_of(session, time_, FOLDER), FILE, metadata)
    assert (refused.value.sentence, refused.value.permanent) == (IN_MY_DRIVE, True)


def test_a_file_in_place_of_a_folder_is_refused(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time
):
    file = google.accounts.file("Exports.txt", "text/plain", inside=exports)
    assert proof_refused(opened(file, session, time_)).sentence == (
        "Folder: found a file, needed a folder. Choose a folder."
    )


def test_a_folder_in_the_bin_is_refused(google: Google, exports: DriveFile, folder: DriveFolder):
    google.emulator.state.files[exports.id].trashed = True
    assert proof_refused(folder).sentence == (
        "Folder: found it in the bin, needed it in its place. Take it out of the bin, or choose "
        "another."
    )


def test_a_folder_lost_between_proof_and_delivery_is_said(
    google: Google, exports: DriveFile, folder: DriveFolder
):
    folder.prove()
    google.accounts.unshare(exports.parents[0], SERVER)
    with pytest.raises(UnreachableError) as refused:
        folder.deliver(FILE, year=2026)
    assert (refused.value.sentence, refused.value.permanent) == (NO_ACCESS, True)
