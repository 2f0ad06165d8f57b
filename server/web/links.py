"""Links to a run: signed for one run of one workbook, good for some weeks, never renewed.

Whoever has the link sees the run; nothing else opens it. The addresses are built from the
public address, because they stand in sheets and are opened from anywhere.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import quote

from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from boekbrug.server.bookkeeping.problems import date_in_words
from boekbrug.server.web.ports import DoorError, Service

SALT = "boekbrug.run"


class NoSuchPageError(DoorError):
    """What a stranger gets, whether the run exists or not."""

    status = HTTPStatus.NOT_FOUND

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__("There is nothing at this address.")


class LinkExpiredError(DoorError):
    """A link of ours, too old by now."""

    status = HTTPStatus.GONE

    def __init__(self, *, days: int) -> None:
        """Build the sentence from the number of days that a link is good for."""
        oldest = datetime.now(UTC) - timedelta(days=days)
        super().__init__(
            f"This link was made before {date_in_words(oldest.date())}. "
            "Open it again from tab Exports."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLinks:
    """Makes and opens the links of runs; the previous key opens and never signs."""

    public_url: str
    secret_key: str
    secret_key_previous: str | None
    days: int

    @classmethod
    def of(cls, service: Service) -> "RunLinks":
        """Return the links as the service signs them."""
        return cls(
            public_url=service.public_url,
            secret_key=service.secret_key,
            secret_key_previous=service.secret_key_previous,
            days=service.link_days,
        )

    def token(self, run_id: str, workbook_id: str) -> str:
        """Return what opens this run of this workbook."""
        return self._signer().dumps([run_id, workbook_id])

    def opened(self, run_id: str, token: str) -> str:
        """Return the id of the workbook that the token was made for.

        Raises:
            NoSuchPageError: the token is not ours, or another run's.
            LinkExpiredError: it was made for this run, too long ago.
        """
        try:
            payload = self._signer().loads(token, max_age=self.days * 24 * 60 * 60)
        except SignatureExpired as error:
            payload = self._signer().load_payload(error.payload or b"")
            if payload[0] == run_id:
                raise LinkExpiredError(days=self.days) from None
            raise NoSuchPageError from None
        except BadData:
            raise NoSuchPageError from None
        signed_run_id, workbook_id = payload
        if signed_run_id != run_id:
            raise NoSuchPageError
        return str(workbook_id)

    def address(self, run_id: str, part: str, token: str) -> str:
        """Return an address of the run: part is '' for its state, "page", "files/<name>" ...

        >>> links = RunLinks(public_url="https://books.example/", secret_key="key",
        ...                  secret_key_previous="", days=35)
        >>> links.address("run-1", "files/Export 12.zip", "abc")
        'https://books.example/runs/run-1/files/Export%2012.zip?token=abc'
        """
        path = "/".join(filter(None, ("runs", quote(run_id, safe=""), quote(part))))
        return f"{self.public_url.rstrip('/')}/{path}?token={quote(token)}"

    def page(self, run_id: str, workbook_id: str) -> str:
        """Return a fresh link to the run's page."""
        return self.address(run_id, "page", self.token(run_id, workbook_id))

    def _signer(self) -> URLSafeTimedSerializer:
        keys = [key for key in (self.secret_key_previous, self.secret_key) if key]
        return URLSafeTimedSerializer(keys, salt=SALT)
