"""Why a file is not connected: each refusal builds its own sentence, and nothing was kept."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from boekbrug.server.bookkeeping.problems import date_in_words
from boekbrug.server.records.entries import ConnectCode, WorkbookEntry
from boekbrug.server.workflow.addresses import other_account
from boekbrug.server.workflow.connect_codes import shown

NOTHING = "Nothing was connected."
NOTHING_EXPORTED = "Nothing was exported or charged."
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
        "Connect: found a server without GOOGLE_CREDENTIALS, needed one that reaches Google. "
        f"Ask {contact} to set it. {NOTHING}",
        "Google is switched off",
    )


def unknown_code(typed: str, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a code that nobody made here."""
    return ConnectRefusedError(
        f"Connection code: found {shown(typed)[:TYPED_LENGTH_MAX] or 'nothing'}, needed one that "
        "this server made. Paste the whole line of your mail, or ask "
        f"{contact} for a new one. {NOTHING}",
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
        f"Connection code: found {shown(typed)}, used on {_day(used_at, code)} by {code.used_by} "
        f'for "{code.used_for}". Ask {contact} for a new one. {NOTHING}',
        "used code",
        code=code,
        email=email,
    )


def old_code(code: ConnectCode, typed: str, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a code that nobody used in time."""
    return ConnectRefusedError(
        f"Connection code: found {shown(typed)}, which was good until "
        f"{_day(code.expires_at, code)}. Ask {contact} for a new one. {NOTHING}",
        "old code",
        code=code,
        email=email,
    )


def other_firms_file(code: ConnectCode, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a file that is connected to another dossier already."""
    return ConnectRefusedError(
        "This file: found it connected to another firm already, allowed for this code: a file of "
        f"{code.dossier.legal_name}. Make a copy and connect the copy, or ask {contact}. "
        f"{NOTHING}",
        "connected elsewhere",
        code=code,
        email=email,
    )


def undecided_copy(code: ConnectCode, origin: WorkbookEntry, *, email: str) -> ConnectRefusedError:
    """Return the question what a copy of another connected file is."""
    if origin.dossier_id == code.dossier_id:
        sentence = (
            f'This file: found a copy of "{origin.name}" (still connected), allowed: one exporting '
            "file at a time. Press Bookkeeping > Connect and choose: it goes on from "
            f'"{origin.name}", it is a test copy, or it is another firm. {NOTHING_EXPORTED}'
        )
        return ConnectRefusedError(
            sentence, "copy", code=code, email=email, choices=tuple(CopyKind)
        )
    sentence = (
        "This file: found a copy of a file of another firm (still connected), allowed for this "
        f"code: a file of {code.dossier.legal_name}. Choose that it is another firm, when it is "
        f"{code.dossier.legal_name}'s from now on. {NOTHING_EXPORTED}"
    )
    return ConnectRefusedError(
        sentence, "copy of another firm's", code=code, email=email, choices=(CopyKind.OTHER,)
    )


def other_firms_code(code: ConnectCode, contact: str, *, email: str) -> ConnectRefusedError:
    """Return the refusal of a copy that is another firm's, with a code of the same firm."""
    return ConnectRefusedError(
        f"Connection code: found one of {code.dossier.legal_name}, needed one of the other firm. "
        f"Ask {contact} for it and paste that. {NOTHING}",
        "code of the same firm",
        code=code,
        email=email,
    )


def unconfirmed_numbers(
    code: ConnectCode, numbers: Mapping[str, str], contact: str, *, email: str
) -> ConnectRefusedError:
    """Return the refusal of accountant's numbers that might be those of another firm."""
    counted = f"{len(numbers)} accountant's numbers ({min(numbers)} to {max(numbers)})"
    found = counted if len(numbers) > 1 else f"the accountant's number {min(numbers)}"
    return ConnectRefusedError(
        f"Customers: found {found}, needed the word that they are those of "
        f"{code.dossier.legal_name}. Ask {contact} for a code that keeps them, or empty the "
        f"column. {NOTHING}",
        "unconfirmed numbers",
        code=code,
        email=email,
    )


def _day(at: datetime, code: ConnectCode) -> str:
    return date_in_words(at.astimezone(ZoneInfo(code.dossier.zone)).date())
