"""Connecting: somebody with a code attaches the sheet that the code was pasted into.

Who it is and that the file can be read is proven before anything is kept. What a copied file is,
only the person knows, so it is asked. Doing it again answers the same again: the button repeats
a press whose answer got lost.
"""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace

from boekbrug.server.records.connections import Connection
from boekbrug.server.records.entries import ConnectCode, WorkbookEntry
from boekbrug.server.records.errors import CodeUsedError, RegisterError
from boekbrug.server.records.records import Records
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Changes
from boekbrug.server.workbook.reader import Reading
from boekbrug.server.workbook.sheet_language import language_of_readers
from boekbrug.server.workflow import connect_refusals as refusals
from boekbrug.server.workflow import connection_told as told
from boekbrug.server.workflow.addresses import is_allowed
from boekbrug.server.workflow.connect_codes import digest_of
from boekbrug.server.workflow.connect_refusals import ConnectRefusedError, CopyKind
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.ports import (
    IdentityPort,
    NotIdentifiedError,
    Person,
    Purpose,
    UnreachableError,
)
from boekbrug.server.workflow.preparation import read_sheet

GOOGLE_SHEET = "google-sheet"
"""The kind of a workbook that a person connects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectRequest:
    """What the button sends: the code, the sheet's id and title; `copy` once it was asked.

    `language` is the one in which the person reads.
    """

    code: str
    location: str
    title: str
    language: str
    copy: CopyKind | None = None


@dataclass(frozen=True, slots=True)
class Connected:
    """The connected workbook, and what people read."""

    workbook: WorkbookEntry
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A request of somebody who is proven, with the code that it brought."""

    request: ConnectRequest
    person: Person
    code: ConnectCode


class Connecting:
    """Connects workbooks of one server."""

    def __init__(
        self,
        records: Records,
        outside: Outside,
        identity: IdentityPort | None,
        *,
        secret_keys: Collection[str],
        tries_per_hour_max: int,
    ) -> None:
        """Connect with these records and this outside.

        Args:
            records: where connections are kept.
            outside: opens the sheets.
            identity: proves who somebody is; None when Google is switched off.
            secret_keys: what codes are stored by: the key, and the one before while it counts.
            tries_per_hour_max: how many wrong codes one address of the network may try.
        """
        self._records = records
        self._outside = outside
        self._identity = identity
        self._secret_keys = secret_keys
        self._tries_per_hour_max = tries_per_hour_max

    def person(self, token: str, audience: str) -> Person:
        """Return who pressed, by the script that was connected with that audience.

        Raises:
            NotIdentifiedError: the token does not prove that.
            UnreachableError: it cannot be proven now.
        """
        if self._identity is None:
            raise NotIdentifiedError(refusals.switched_off(self._contact).sentence)
        return self._identity.verify(token, {audience} if audience else ())

    def connect(self, request: ConnectRequest, token: str, *, network: str) -> Connected:
        """Connect the sheet, or ask what it is.

        Args:
            request: what the button sent.
            token: proves who pressed.
            network: from which address; wrong codes are counted by it.

        Raises:
            ConnectRefusedError: with what to do; it stands in the audit.
            TooManyTriesError: wrong codes came from that address before.
            NotIdentifiedError: the token proves nobody; it stands in the audit.
            UnreachableError: the sheet cannot be read or written; it stands in the audit.
        """
        number = self._records.connections.begin_try(
            network, per_hour_max=self._tries_per_hour_max, now=self._outside.now()
        )
        try:
            connected = self._connect(request, token)
        except ConnectRefusedError as refusal:
            self._note(request, refusal)
            if refusal.code:
                self._records.connections.forget_try(number)
            raise
        except NotIdentifiedError as error:
            self._note(request, ConnectRefusedError(error.sentence, "no proof of who it is"))
            raise
        except UnreachableError as error:
            self._note(request, ConnectRefusedError(error.sentence, "out of reach"))
            self._records.connections.forget_try(number)
            raise
        self._records.connections.forget_try(number)
        return connected

    def note_refused_press(self, workbook: WorkbookEntry, email: str) -> None:
        """Write into the audit that somebody pressed who may not."""
        self._records.connections.note_refusal(
            "press refused",
            who=email,
            dossier_id=workbook.dossier_id,
            facts={"why": "other account", "workbook": workbook.id},
            now=self._outside.now(),
        )

    @property
    def _contact(self) -> str:
        return self._outside.operator_contact

    def _note(self, request: ConnectRequest, refusal: ConnectRefusedError) -> None:
        self._records.connections.note_refusal(
            "connect refused",
            who=refusal.email or "unknown",
            dossier_id=refusal.code.dossier_id if refusal.code else None,
            facts={"why": refusal.why, "sheet": request.location},
            now=self._outside.now(),
        )

    def _connect(self, request: ConnectRequest, token: str) -> Connected:
        if self._identity is None:
            raise refusals.switched_off(self._contact)
        person = self._identity.newcomer(token)
        attached = self._records.register.workbook_at(request.location)
        asked = _Asked(request=request, person=person, code=self._code(request, person, attached))
        entry = self._entry(asked, attached)
        workbook = self._outside.open_workbook(entry, Purpose.OTHER)
        cells = workbook.read()
        reading = read_sheet(cells, entry, self._outside.programs)
        origin = None if attached else self._records.register.workbook(reading.layout.workbook_id)
        self._refuse_undecided(asked, origin)
        entry = replace(entry, folder=entry.folder or told.folder_of(origin, entry))
        numbers = {} if attached else self._new_numbers(asked, origin, reading)
        kept = self._keep(asked, entry, origin)
        self._records.register.keep_numbers(kept, numbers, now=self._outside.now())
        kept = replace(kept, language=language_of_readers(reading.layout, request.language))
        self._records.register.keep_language(kept.id, kept.language)
        start = told.start_of_connected(reading.layout, kept, origin, person.email)
        if start:
            workbook.change(lambda _: Changes(tabs=(start,)))
        else:
            self._outside.open_set_up(kept).prove()
        sentence = told.connected_in_words(kept, origin, person.email, folder=self._folder(kept))
        return Connected(kept, sentence)

    def _folder(self, workbook: WorkbookEntry) -> str:
        """Say how it stands with the place that the files of exports will go to."""
        if not workbook.folder:
            return said("no folder")
        try:
            self._outside.open_files(workbook).prove()
        except UnreachableError as error:
            return error.sentence
        return said("folder works")

    def _code(
        self, request: ConnectRequest, person: Person, attached: WorkbookEntry | None
    ) -> ConnectCode:
        """Return the code, good for this person and this sheet."""
        typed, email = request.code, person.email
        digests = [digest_of(key, typed) for key in self._secret_keys]
        code = self._records.connections.code(digests)
        if code is None:
            raise refusals.unknown_code(typed, self._contact, email=email)
        if not is_allowed(email, code.addresses):
            raise refusals.wrong_account(code, email)
        is_repeat = attached and (code.used_by, code.workbook_id) == (email, attached.id)
        if code.used_at and not is_repeat:
            raise refusals.used_code(code, code.used_at, typed, self._contact, email=email)
        if self._outside.now() >= code.expires_at:
            raise refusals.old_code(code, typed, self._contact, email=email)
        return code

    def _entry(self, asked: _Asked, attached: WorkbookEntry | None) -> WorkbookEntry:
        """Return the workbook as it will be kept."""
        code, request = asked.code, asked.request
        if attached and attached.dossier_id != code.dossier_id:
            raise refusals.other_firms_file(code, self._contact, email=asked.person.email)
        known = attached or self._new_entry(asked)
        return replace(
            known,
            title=request.title,
            folder=code.folder or known.folder,
            audience=asked.person.audience,
            addresses=code.addresses,
        )

    def _new_entry(self, asked: _Asked) -> WorkbookEntry:
        team_key = asked.code.dossier.key.partition("/")[0]
        team = self._records.register.team(team_key)
        if team is None:
            raise AssertionError("a dossier belongs to a team")
        return WorkbookEntry(
            id=uuid.uuid4().hex,
            dossier_id=asked.code.dossier_id,
            dossier=asked.code.dossier,
            team=team,
            kind=GOOGLE_SHEET,
            location=asked.request.location,
            folder="",
            secret_version=1,
            lines_estimate=None,
            hmac_allowed=False,
            is_test=asked.request.copy is CopyKind.TEST,
        )

    def _refuse_undecided(self, asked: _Asked, origin: WorkbookEntry | None) -> None:
        """Refuse a copy of another attached file until somebody said what it is."""
        if origin is None:
            return
        code, copy, email = asked.code, asked.request.copy, asked.person.email
        is_same_firm = origin.dossier_id == code.dossier_id
        if copy is None or (not is_same_firm and copy is not CopyKind.OTHER):
            raise refusals.undecided_copy(code, origin, email=email)
        if is_same_firm and copy is CopyKind.OTHER:
            raise refusals.other_firms_code(code, self._contact, email=email)

    def _new_numbers(
        self, asked: _Asked, origin: WorkbookEntry | None, reading: Reading
    ) -> dict[str, str]:
        """Return the accountant's numbers that the dossier takes over: number to customer.

        A copy that goes on brings none that its original could not bring; a test copy none at all.
        """
        code = asked.code
        is_own_copy = origin is not None and origin.dossier_id == code.dossier_id
        if is_own_copy or asked.request.copy is CopyKind.TEST:
            return {}
        history = self._records.dossier(code.dossier_id).history(self._outside.now())
        typed = {
            one.external_id: one.key
            for one in reading.workbook.customers.values()
            if one.external_id and one.external_id not in history.external_ids
        }
        if typed and not code.keeps_numbers:
            email = asked.person.email
            raise refusals.unconfirmed_numbers(code, typed, self._contact, email=email)
        return typed

    def _keep(
        self, asked: _Asked, entry: WorkbookEntry, origin: WorkbookEntry | None
    ) -> WorkbookEntry:
        goes_on = origin and asked.request.copy is CopyKind.CONTINUES
        connection = Connection(
            workbook=entry,
            code=asked.code,
            email=asked.person.email,
            continues=origin.id if origin and goes_on else "",
        )
        try:
            return self._records.connections.connect(connection, now=self._outside.now())
        except (CodeUsedError, RegisterError) as error:
            raise ConnectRefusedError(
                error.sentence, "at the same moment", code=asked.code, email=asked.person.email
            ) from error
