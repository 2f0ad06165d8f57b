"""What the door needs from the house: an office that answers, and the settings of the door.

The errors here are the ones that the office raises and the door turns into an answer; each is a
`DoorError`, which owns its status and its one sentence.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from http import HTTPStatus
from typing import Any, Protocol

from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    Page,
    Pressed,
    ProblemDetail,
    Run,
    RunRequest,
    WorkbookEntry,
)
from boekbrug.server.records.ledger_entries import BatchEntry, StoredFile
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.connecting import Connected, ConnectRequest
from boekbrug.server.workflow.ports import Person

RECORDS_RETRY_S = 600
FULL_RETRY_S = 60


class DoorError(Exception):
    """A request that gets no other answer than a status and one sentence for people."""

    status: HTTPStatus
    challenge = "Standard-Webhooks"
    """How to sign the request instead, when the status is 401."""

    def __init__(
        self,
        sentence: str,
        *,
        retry_after_s: int | None = None,
        members: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep the sentence, and what the button does with the answer.

        Args:
            sentence: what people read.
            retry_after_s: after how many seconds a repeat makes sense.
            members: further members of the problem document, by name.
        """
        super().__init__(sentence)
        self.sentence = sentence
        self.retry_after_s = retry_after_s
        self.members = dict(members or {})


class BodyConflictError(DoorError):
    """The same press id came before with another body; the records have the sentence."""

    status = HTTPStatus.CONFLICT


class RateLimitedError(DoorError):
    """More presses than one workbook may send."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, sentence: str, retry_after_s: int) -> None:
        """Keep the sentence and the seconds until the next press is taken."""
        super().__init__(sentence, retry_after_s=retry_after_s)


class FullError(DoorError):
    """The server has as many runs as it takes."""

    status = HTTPStatus.SERVICE_UNAVAILABLE

    def __init__(self, sentence: str) -> None:
        """Keep the sentence; a minute later there may be room."""
        super().__init__(sentence, retry_after_s=FULL_RETRY_S)


class RecordsUnavailableError(DoorError):
    """The database does not answer; a press was not kept."""

    status = HTTPStatus.SERVICE_UNAVAILABLE

    def __init__(self) -> None:
        """Build the sentence that is true for a reader; the door adds what a press needs."""
        super().__init__(said("records away"), retry_after_s=RECORDS_RETRY_S)


class Office(Protocol):
    """Everything behind the door; any method may raise `RecordsUnavailableError`."""

    def workbook(self, workbook_id: str) -> WorkbookEntry | None:
        """Return the attached workbook, None when there is none of that id."""
        ...

    def press(
        self,
        workbook: WorkbookEntry,
        action: Action,
        request: RunRequest,
        *,
        webhook_id: str,
        body_digest: str,
        pressed_by: str,
    ) -> Pressed:
        """Return the run of this press: a new one, the one of the same id, or the open one.

        Args:
            workbook: whose signature was checked.
            action: what was asked for.
            request: period, selection and plan.
            webhook_id: the press's own id; a repeat carries the same.
            body_digest: SHA-256 of the raw body, hexadecimal.
            pressed_by: who pressed, in words.

        Raises:
            BodyConflictError: the id came before with another body.
            RateLimitedError: the workbook pressed too often.
            FullError: the server has as many runs as it takes.
        """
        ...

    def run(self, run_id: str) -> Run | None:
        """Return the run, None when there is none of that id."""
        ...

    def waiting_for(self, run: Run) -> Run | None:
        """Return the run that this one waits for, None when it waits for none."""
        ...

    def batch(self, run: Run) -> BatchEntry | None:
        """Return the batch that the run made or delivered again, None before that."""
        ...

    def documents(self, run_id: str, *, after: int, limit: int) -> Page[DocumentDetail]:
        """Return at most `limit` documents behind the cursor `after`; amounts are signed."""
        ...

    def problems(self, run_id: str, *, after: int, limit: int) -> Page[ProblemDetail]:
        """Return at most `limit` problems behind the cursor: blocking, then warning, then later."""
        ...

    def controls(self, run_id: str) -> Mapping[str, Any] | None:
        """Return the control tables of the run, None when it has none."""
        ...

    def file_names(self, run: Run) -> tuple[str, ...]:
        """Return the names of the files that the run made or delivered again."""
        ...

    def file(self, run: Run, name: str) -> StoredFile | None:
        """Return a file of the run, None when it has none of that name."""
        ...

    def balance(self, run: Run) -> Decimal | None:
        """Return what is left for the run's team, in EUR; None on a server without a fee."""
        ...

    def health(self) -> Mapping[str, bool]:
        """Return part of the house to whether it works: database, executor."""
        ...


class Connections(Protocol):
    """Whoever connects workbooks and knows people; any method may raise a `DoorError`."""

    def connect(self, request: ConnectRequest, token: str, *, network: str) -> Connected:
        """Connect the sheet that the button asks for, or raise what to do instead.

        Args:
            request: what the button sent.
            token: proves who pressed.
            network: the address of the network that it came from.
        """
        ...

    def person(self, token: str, audience: str) -> Person | None:
        """Return who pressed with the script of that audience; None when it is not proven."""
        ...

    def note_refused_press(self, workbook: WorkbookEntry, email: str) -> None:
        """Keep in mind that somebody pressed who may not."""
        ...


class Service(Protocol):
    """The house as the door sees it.

    `public_url` is the address that people reach the door by, with the prefix when mounted.
    `secret_key_previous` is None or '' when the key was not changed lately.
    """

    @property
    def office(self) -> Office:
        """Whoever answers."""
        ...

    @property
    def connections(self) -> Connections:
        """Whoever connects workbooks."""
        ...

    @property
    def programs(self) -> Collection[str]:
        """The names of the installed program modules."""
        ...

    @property
    def secret_key(self) -> str:
        """What links are signed with and webhook secrets derived from."""
        ...

    @property
    def secret_key_previous(self) -> str | None:
        """The key before, still accepted."""
        ...

    @property
    def public_url(self) -> str:
        """Where people reach the door."""
        ...

    @property
    def button_client_id(self) -> str:
        """The OAuth client ID of the button's script, '' when nobody said."""
        ...

    @property
    def operator_contact(self) -> str:
        """Whom people ask."""
        ...

    @property
    def body_bytes_max(self) -> int:
        """The largest body that is read."""
        ...

    @property
    def page_rows_max(self) -> int:
        """The longest part of a list that one answer holds."""
        ...

    @property
    def link_days(self) -> int:
        """How long a link opens its run."""
        ...
