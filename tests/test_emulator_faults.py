"""What a test can let go wrong, as a client sees it."""

import pytest
import requests
from google_emulator import faults, quota
from google_emulator.google import Google
from google_emulator.grid import new_spreadsheet
from google_emulator.http import Emulator
from google_emulator.loopback import LoopbackAdapter
from google_emulator.state import SPREADSHEET, DriveFile
from google_emulator_support import PERSON, SHEETS, Time


class Person:
    """Somebody with a spreadsheet, without any client of Google's."""

    def __init__(self, google: Google, adapter: LoopbackAdapter) -> None:
        token = google.tokens.token_for(google.accounts.known[PERSON], "spreadsheets")
        self.session = requests.Session()
        self.session.mount("https://", adapter)
        self.session.headers["Authorization"] = f"Bearer {token}"
        state = google.emulator.state
        state.add_spreadsheet(
            new_spreadsheet("1a", "Sales"), DriveFile("1a", "Sales", SPREADSHEET, owner=PERSON)
        )
        self.titles = lambda: [each.title for each in state.spreadsheets["1a"].sheets]

    def read(self) -> requests.Response:
        return self.session.get(f"{SHEETS}/1a", timeout=5)

    def add_tab(self) -> requests.Response:
        body = {"requests": [{"addSheet": {"properties": {"title": "Check"}}}]}
        return self.session.post(f"{SHEETS}/1a:batchUpdate", json=body, timeout=5)


@pytest.fixture
def person(google: Google, adapter: LoopbackAdapter) -> Person:
    return Person(google, adapter)


def test_the_answer_to_too_many_reads_is_googles_own_word_for_word(person: Person, google: Google):
    """The body in n8n issue 16750."""
    google.faults.plan(quota.exhausted)
    error = person.read().json()["error"]
    assert error["message"] == (
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
        "user' of service 'sheets.googleapis.com' for consumer 'project_number:498586711441'."
    )
    assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["details"][0]["reason"] == "RATE_LIMIT_EXCEEDED"
    assert error["details"][0]["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
    assert error["details"][0]["metadata"]["quota_limit_value"] == "60"


def test_sixty_reads_and_sixty_writes_a_minute_are_allowed(
    person: Person, google: Google, time_: Time
):
    """Sheets API "Usage limits"; a batch counts as one."""
    google.quota.per_minute = 3
    assert [person.read().status_code for _ in range(4)] == [200, 200, 200, 429]
    assert [person.add_tab().status_code for _ in range(4)] == [200, 400, 400, 429]
    time_.now_s += 60
    assert person.read().status_code == 200
    assert (google.quota.used(PERSON, "Read"), google.quota.used(PERSON, "Write")) == (5, 4)
    assert quota.PER_MINUTE == 60


def test_a_cut_before_applying_changes_nothing(person: Person, google: Google):
    google.faults.plan(faults.cut, on="batchUpdate")
    with pytest.raises(requests.ConnectionError):
        person.add_tab()
    assert person.titles() == ["Sheet1"]


def test_a_cut_after_applying_has_changed_it(person: Person, google: Google):
    google.faults.plan(faults.cut, on="batchUpdate", applied=True)
    with pytest.raises(requests.ConnectionError):
        person.add_tab()
    assert person.titles() == ["Sheet1", "Check"]


def test_a_hang_says_nothing_until_the_client_gives_up(person: Person, google: Google):
    google.faults.plan(google.faults.hang)
    with pytest.raises(requests.ReadTimeout):
        person.session.get(f"{SHEETS}/1a", timeout=0.05)


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        (faults.bad_gateway, 502, "text/html; charset=UTF-8"),
        (faults.internal_error, 500, "application/json; charset=UTF-8"),
        (faults.unavailable, 503, "application/json; charset=UTF-8"),
        (faults.user_rate_limited, 403, "application/json; charset=UTF-8"),
    ],
)
def test_a_fault_lasts_as_many_calls_as_planned(
    person: Person, google: Google, fault, status: int, kind: str
):
    google.faults.plan(fault, calls=2)
    answers = [person.read() for _ in range(3)]
    assert [each.status_code for each in answers] == [status, status, 200]
    assert answers[0].headers["Content-Type"] == kind


def test_a_fault_meets_only_the_calls_it_is_meant_for(person: Person, google: Google):
    google.faults.plan(faults.unavailable, on="POST .*:batchUpdate")
    assert person.read().status_code == 200
    assert person.add_tab().status_code == 503


def test_a_call_for_anybody_else_does_not_leave_the_machine(google: Google):
    adapter = LoopbackAdapter(google.emulator.base_url)
    with requests.Session() as session:
        session.mount("https://", adapter)
        with pytest.raises(AssertionError, match="none of Google's addresses"):
            session.get("https://iamcredentials.googleapis.com/v1", timeout=5)
    assert adapter.refused == ["https://iamcredentials.googleapis.com/v1"]


def test_what_is_not_emulated_is_said_and_kept():
    with Emulator() as emulator:
        answer = requests.get(f"{emulator.base_url}/v4/nothing", timeout=5)
    assert answer.status_code == 501
    assert emulator.unimplemented == ["GET /v4/nothing"]
