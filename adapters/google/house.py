"""Everything that one server does at Google, as one service account: sheets, folders, people."""

import re
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from google.oauth2.service_account import Credentials
from requests import Session
from requests.adapters import HTTPAdapter

from boekbrug.adapters.google.client import GoogleClient, SheetsClient, authorized_session
from boekbrug.adapters.google.drive import DriveFolder
from boekbrug.adapters.google.failures import Target
from boekbrug.adapters.google.identity import Identities
from boekbrug.adapters.google.proof import prove
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.adapters.google.sheets import GoogleLimits, GoogleWorkbook
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import Proof, Purpose, TitlesMemory

_FOLDER_LINK = re.compile(r"/folders/([A-Za-z0-9_-]+)")


class GoogleHouse:
    """Opens sheets and folders, each with a session of its own, and proves who people are.

    Attributes:
        identities: proves who pressed.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        limits: GoogleLimits,
        titles: TitlesMemory,
        now: Callable[[], datetime],
        wait_for_a_read: Callable[[Purpose], None] = lambda _: None,
        adapter: HTTPAdapter | None = None,
    ) -> None:
        """Work as this account.

        Args:
            credentials: of the service account.
            limits: the largest sheet that is taken.
            titles: what sheets and tabs were called when somebody looked.
            now: returns this instant.
            wait_for_a_read: returns when the server may ask Google for something again, for
                that purpose.
            adapter: how calls travel; None: as https does.
        """
        self._credentials = credentials
        self._limits = limits
        self._wait_for_a_read = wait_for_a_read
        self._adapter = adapter
        self._titles = titles
        self._now = now
        self.identities = Identities(self._plain_session)

    @property
    def address(self) -> str:
        """The e-mail address that sheets and folders are shared with."""
        return str(self._credentials.service_account_email)

    def workbook(self, spreadsheet_id: str, purpose: Purpose) -> GoogleWorkbook:
        """Return the sheet of that id, to be read for that purpose; for one thread."""
        return GoogleWorkbook(
            self._sheets(),
            spreadsheet_id,
            limits=self._limits,
            titles=self._titles,
            now=self._now,
            wait_for_a_read=partial(self._wait_for_a_read, purpose),
        )

    def set_up(self, spreadsheet_id: str, programs: Collection[str]) -> GoogleSetUp:
        """Return the set-up of that sheet, with the names of the programs; for one thread."""
        return GoogleSetUp(
            self._sheets(),
            spreadsheet_id,
            programs=programs,
            wait_for_a_read=partial(self._wait_for_a_read, Purpose.OTHER),
        )

    def folder(self, place: str) -> DriveFolder:
        """Return the folder of that link or id; for one thread."""
        found = _FOLDER_LINK.search(place)
        target = Target(
            subject=said("folder"),
            what=said("this folder"),
            role=said("content manager"),
            address=self.address,
        )
        return DriveFolder(self._client(target), found[1] if found else place)

    def prove(self) -> Proof:
        """Return whether Google lets this account work at all."""
        target = Target(subject="Google", what="it", role="on", address=self.address)
        return prove(self._client(target))

    def _sheets(self) -> SheetsClient:
        target = Target(
            subject=said("server"),
            what=said("this file"),
            role=said("editor"),
            address=self.address,
        )
        return SheetsClient(self._client(target))

    def _client(self, target: Target) -> GoogleClient:
        return GoogleClient(authorized_session(self._credentials, adapter=self._adapter), target)

    def _plain_session(self) -> Session:
        session = Session()
        if self._adapter is not None:
            session.mount("https://", self._adapter)
        return session
