"""What people read when Google refuses for good."""

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_emulator import faults
from google_emulator.google import Google
from google_emulator.grid import new_spreadsheet
from google_emulator.http import Response
from google_emulator.state import SPREADSHEET, DriveFile
from google_emulator_support import FILES, FOLDER, PERSON, SERVER, SHEETS, Time, client_of, refusal

from boekbrug.adapters.google.client import GoogleClient


def refused_because(message: str) -> Response:
    error = {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}
    return Response(400, {"error": error})


def test_what_is_not_shared_says_with_whom_to_share_it(google: Google, client: GoogleClient):
    state = google.emulator.state
    state.add_spreadsheet(
        new_spreadsheet("1a", "Private"), DriveFile("1a", "Private", SPREADSHEET, owner=PERSON)
    )
    share = f"Share it with {SERVER} as editor, or ask who took it away."
    sentence = f"Server: found no access to this file, needed: editor. {share}"
    for url in (f"{SHEETS}/1a", f"{SHEETS}/unknown"):
        failure = refusal(client, "GET", url)
        assert (failure.sentence, failure.permanent) == (sentence, True)


def test_a_reader_is_told_to_ask_for_more(google: Google, session: AuthorizedSession, time_: Time):
    folder = google.accounts.folder("Exports", owner=PERSON)
    google.accounts.share(folder.id, SERVER, "reader")
    client = client_of(session, time_, FOLDER)
    failure = refusal(client, "PATCH", f"{FILES}/{folder.id}", json={"name": "Mine"})
    assert failure.sentence == (
        "Folder: found no access to this folder, needed: content manager. Share it with "
        f"{SERVER} as content manager, or ask who took it away."
    )


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            faults.switched_off(),
            "Google: the Sheets API is switched off in project 4711. Open "
            "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview"
            "?project=4711, press Enable, wait two minutes, then press again.",
        ),
        (
            faults.service_disabled(),
            "Google: the Drive API is switched off in project 4711. Open "
            "https://console.developers.google.com/apis/api/drive.googleapis.com/overview"
            "?project=4711, press Enable, wait two minutes, then press again.",
        ),
        (
            Response(
                400, {"error": {"message": "This operation is not supported for this document"}}
            ),
            "Server: found an Office file in Drive, needed a Google Sheet. Open it, choose "
            "File > Save as Google Sheets, and connect the new file.",
        ),
        (
            Response(
                400, {"error": {"message": "You are trying to edit a protected cell or object."}}
            ),
            "Server: found protected cells in this file, needed: the right to change them. Choose "
            f"Data > Protect sheets and ranges and add {SERVER}, or take the protection away.",
        ),
        (
            refused_because("Invalid requests[0]."),
            'Google: found the request refused ("Invalid requests[0]."), needed one that it takes. '
            "Tell whoever runs this server.",
        ),
        (
            Response(418, [1]),
            "Google: found the request refused (error 418), needed one that it takes. "
            "Tell whoever runs this server.",
        ),
        (
            faults.domain_policy(),
            'Google: found the request refused ("The domain administrators have disabled Drive '
            'apps."), needed one that it takes. Tell whoever runs this server.',
        ),
    ],
)
def test_a_refusal_is_final_and_says_what_to_do(
    google: Google, client: GoogleClient, time_: Time, answer: Response, sentence: str
):
    google.faults.plan(lambda: answer, on="GET /v4")
    failure = refusal(client, "GET", f"{SHEETS}/1a")
    assert (failure.sentence, failure.permanent) == (sentence, True)
    assert time_.waits == []
