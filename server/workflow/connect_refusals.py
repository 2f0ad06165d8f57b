"""Why a file is not connected: each refusal has its own sentence, and nothing was kept."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from boekbrug.server.records.entries import ConnectCode, WorkbookEntry
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.addresses import other_account
from boekbrug.server.workflow.connect_codes import shown

TYPED_LENGTH_MAX = 40


class CopyKind(StrEnum):
    """What a copied file is, in the words of the button."""

    CONTINUES = "continues"
    TEST = "test"
    OTHER = "other"


class ConnectRefusedError(Exception):
    """The file is not connected.

    Attributes:
        sentence: what people read.
        why: the same in a word or two, for the audit.
        code: the code, when it is one of ours.
        email: who it was, when that is proven.
        choices: what the file may be, when that must be answered first.
    """

    def __init__(
        self,
        sentence: str,
        why: str,
        *,
        code: ConnectCode | None = None,
        email: str = "",
        choices: Collection[CopyKind] = (),
    ) -> None:
        """Keep all of it."""
        super().__init__(sentence)
        self.sentence = sentence
        self.why = why
        self.code = code
        self.email = email
        self.choices = tuple(choices)


def switched_off(contact: str) -> ConnectRefusedError:
    """Return the refusal of a server that has no account at Google."""
    return ConnectRefusedError(
        said("google off", contact=contact),
        "Google is switched off",
    )


def unknown_code(typed: str, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a code that nobody made here."""
    return ConnectRefusedError(
        said(
            "unknown code",
            code=shown(typed)[:TYPED_LENGTH_MAX] or said("nothing"),
            contact=contact,
        ),
        "unknown code",
        email=email,
    )


def wrong_account(code: ConnectCode, email: str) -> ConnectRefusedError:
    """Return the refusal of somebody whom the code is not for."""
    sentence = other_account(email, code.addresses)
    return ConnectRefusedError(sentence, "other account", code=code, email=email)


def used_code(
    code: ConnectCode, used_at: datetime, typed: str, contact: str, *, email: str
) -> ConnectRefusedError:
    """Return the refusal of a code that connected another file, or was somebody else's."""
    return ConnectRefusedError(
        said(
            "used code",
            code=shown(typed),
            day=_day(used_at, code),
            who=code.used_by,
            title=code.used_for,
            contact=contact,
        ),
        "used code",
        code=code,
        email=email,
    )


def old_code(code: ConnectCode, typed: str, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a code that nobody used in time."""
    return ConnectRefusedError(
        said("old code", code=shown(typed), day=_day(code.expires_at, code), contact=contact),
        "old code",
        code=code,
        email=email,
    )


def other_firms_file(code: ConnectCode, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a file that is connected to another dossier already."""
    return ConnectRefusedError(
        said("file of another", firm=code.dossier.legal_name, contact=contact),
        "connected elsewhere",
        code=code,
        email=email,
    )


def undecided_copy(code: ConnectCode, origin: WorkbookEntry, *, email: str) -> ConnectRefusedError:
    """Return the question what a copy of another connected file is."""
    if origin.dossier_id == code.dossier_id:
        sentence = said("copy", title=origin.name)
        return ConnectRefusedError(
            sentence, "copy", code=code, email=email, choices=tuple(CopyKind)
        )
    sentence = said("copy of another", firm=code.dossier.legal_name)
    return ConnectRefusedError(
        sentence, "copy of another firm's", code=code, email=email, choices=(CopyKind.OTHER,)
    )


def other_firms_code(code: ConnectCode, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a copy that is another firm's, with a code of the same firm."""
    return ConnectRefusedError(
        said("code of the same", firm=code.dossier.legal_name, contact=contact),
        "code of the same firm",
        code=code,
        email=email,
    )


def unconfirmed_numbers(
    code: ConnectCode, numbers: Mapping[str, str], contact: str, *, email: str
) -> ConnectRefusedError:
    """Return the refusal of accountant's numbers that might be those of another firm."""
    key = "many numbers" if len(numbers) > 1 else "one number"
    found = said(key, count=len(numbers), first=min(numbers), last=max(numbers))
    return ConnectRefusedError(
        said("numbers", numbers=found, firm=code.dossier.legal_name, contact=contact),
        "unconfirmed numbers",
        code=code,
        email=email,
    )


def _day(at: datetime, code: ConnectCode) -> date:
    return at.astimezone(ZoneInfo(code.dossier.zone)).date()
