"""What happens to an upload between here and Drive."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_drive_support import FILE, LARGE, UPLOAD, opened, stored
from google_emulator import faults
from google_emulator.google import Google
from google_emulator.http import Request, Response
from google_emulator.state import DriveFile
from google_emulator_support import Time

from boekbrug.adapters.google import uploads
from boekbrug.adapters.google.drive import DriveFolder
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workflow.ports import UnreachableError


@dataclass(frozen=True)
class Lost:
    """Two answers that do not arrive: on which calls, of which file, how."""

    on: str
    file: ExportFile
    fault: Callable[[], Response]
    applied: bool

    def __str__(self) -> str:
        how = f"{self.fault.__name__} {'after' if self.applied else 'before'} applying"
        return f"{self.on} of {len(self.file.content)} bytes: {how}"


LOST = [
    Lost(on, file, fault, applied)
    for on, file in (
        ("POST /upload", FILE),
        ("POST /upload", LARGE),
        ("PUT /upload", LARGE),
        ("POST /drive", FILE),
        ("GET /drive", FILE),
    )
    for fault in (faults.cut, faults.bad_gateway, faults.internal_error)
    for applied in (True, False)
]


@pytest.mark.parametrize("lost", LOST, ids=str)
def test_a_lost_answer_leaves_one_file(google: Google, folder: DriveFolder, lost: Lost):
    google.faults.plan(lost.fault, calls=2, on=lost.on, applied=lost.applied)
    folder.deliver(lost.file, year=2026)
    assert [each.content for each in stored(google)] == [lost.file.content]
    assert len(stored(google, "2026")) == 1


@pytest.mark.parametrize("file", [FILE, LARGE], ids=["in one", "in chunks"])
def test_a_delivery_broken_off_for_good_is_finished_by_the_next(
    google: Google, exports: DriveFile, session: AuthorizedSession, time_: Time, file: ExportFile
):
    google.faults.plan(faults.cut, calls=7, on=f"(POST|PUT) {UPLOAD}", applied=True)
    with pytest.raises(UnreachableError) as failure:
        opened(exports, session, time_).deliver(file, year=2026)
    assert not failure.value.permanent
    opened(exports, session, time_).deliver(file, year=2026)
    assert [each.content for each in stored(google)] == [file.content]


def test_a_small_file_goes_in_one_request_and_a_large_one_in_chunks(
    google: Google, folder: DriveFolder
):
    folder.deliver(ExportFile("small.zip", bytes(uploads.MULTIPART_BYTES_MAX)), year=2026)
    folder.deliver(LARGE, year=2026)
    sent = [
        (each.request.method, each.request.parameter("uploadType"), len(each.request.body) > 999)
        for each in google.emulator.exchanges
        if each.request.path == UPLOAD
    ]
    chunk = ("PUT", "resumable", True)
    assert sent == [("POST", "multipart", True), ("POST", "resumable", False), chunk, chunk]


def test_a_server_that_keeps_part_of_a_chunk_gets_the_rest(google: Google, folder: DriveFolder):
    google.uploads.kept_bytes_max = 5 * 1024 * 1024
    folder.deliver(LARGE, year=2026)
    assert stored(google)[0].content == LARGE.content


def test_an_upload_that_does_not_get_on_ends(google: Google, folder: DriveFolder):
    google.uploads.kept_bytes_max = 0
    with pytest.raises(UnreachableError) as failure:
        folder.deliver(LARGE, year=2026)
    assert failure.value.sentence == (
        "Google: found an upload that does not get on, needed an answer. "
        "Press again in a few minutes."
    )


def test_an_upload_that_google_forgot_is_begun_anew_next_time(google: Google, folder: DriveFolder):
    def forgetting(_: Request, response: Response) -> Response:
        if response.status == 308:
            google.uploads.forget_sessions()
        return response

    google.emulator.after.append(forgetting)
    with pytest.raises(UnreachableError) as failure:
        folder.deliver(LARGE, year=2026)
    assert "found an upload that was broken off" in failure.value.sentence
    google.emulator.after.remove(forgetting)
    folder.deliver(LARGE, year=2026)
    assert [each.content for each in stored(google)] == [LARGE.content]


def test_the_token_is_not_sent_where_an_answer_leads_elsewhere(google: Google, folder: DriveFolder):
    def luring(_: Request, response: Response) -> Response:
        if "Location" in response.headers:
            response.headers["Location"] = "https://www.googleapis.com.example/upload"
        return response

    google.emulator.after.append(luring)
    with pytest.raises(UnreachableError) as failure:
        folder.deliver(LARGE, year=2026)
    assert "found an upload that leads elsewhere" in failure.value.sentence
