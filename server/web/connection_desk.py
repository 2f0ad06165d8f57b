"""Connecting as the door asks for it: what the house refuses becomes an answer with a status."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from sqlalchemy.exc import DBAPIError

from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.records.errors import TooManyTriesError
from boekbrug.server.web.ports import DoorError, RateLimitedError, RecordsUnavailableError
from boekbrug.server.workflow.connect_refusals import ConnectRefusedError
from boekbrug.server.workflow.connecting import Connected, Connecting, ConnectRequest
from boekbrug.server.workflow.ports import NotIdentifiedError, Person, UnreachableError

OUTSIDE_RETRY_S = 60


class NotConnectedError(DoorError):
    """A code, a person or a file that does not fit."""

    status = HTTPStatus.FORBIDDEN


class UndecidedCopyError(DoorError):
    """A copied file; `choices` in the answer are what it may be."""

    status = HTTPStatus.CONFLICT


class NobodyProvenError(DoorError):
    """A token that proves nobody."""

    status = HTTPStatus.UNAUTHORIZED
    challenge = "Bearer"


class OutOfReachError(DoorError):
    """What the outside does not give, and a person must: not a failure of this server."""

    status = HTTPStatus.FAILED_DEPENDENCY


class OutsideSilentError(DoorError):
    """The outside does not answer now."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


class ConnectionDesk:
    """The connections of one house; see `ports.Connections`."""

    def __init__(self, connecting: Connecting, *, share_with: str) -> None:
        """Let this connect.

        Args:
            connecting: connects.
            share_with: the address that a sheet must be shared with, '' when there is none.
        """
        self._connecting = connecting
        self._share_with = share_with

    def connect(self, request: ConnectRequest, token: str, *, network: str) -> Connected:
        """Connect the sheet; see `ports.Connections.connect`."""
        with self._answered():
            return self._connecting.connect(request, token, network=network)

    def person(self, token: str, audience: str) -> Person | None:
        """Return who pressed, None when it is not proven."""
        with self._answered():
            try:
                return self._connecting.person(token, audience)
            except NotIdentifiedError:
                return None

    def note_refused_press(self, workbook: WorkbookEntry, email: str) -> None:
        """Write into the audit that somebody pressed who may not."""
        with self._answered():
            self._connecting.note_refused_press(workbook, email)

    @contextmanager
    def _answered(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise RecordsUnavailableError from error
        except TooManyTriesError as error:
            raise RateLimitedError(error.sentence, error.retry_after_s) from error
        except NotIdentifiedError as error:
            raise NobodyProvenError(error.sentence) from error
        except ConnectRefusedError as error:
            raise _refused(error) from error
        except UnreachableError as error:
            raise self._unreachable(error) from error

    def _unreachable(self, error: UnreachableError) -> DoorError:
        if not error.permanent:
            return OutsideSilentError(error.sentence, retry_after_s=OUTSIDE_RETRY_S)
        # The button shares the sheet by itself with whom the answer names, and asks once more.
        members = {"share_with": self._share_with} if self._share_with else {}
        return OutOfReachError(error.sentence, members=members)


def _refused(error: ConnectRefusedError) -> DoorError:
    if not error.choices:
        return NotConnectedError(error.sentence)
    choices = [choice.value for choice in error.choices]
    return UndecidedCopyError(error.sentence, members={"choices": choices})
