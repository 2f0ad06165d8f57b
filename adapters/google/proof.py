"""Whether Google lets the server work: its key, and the two interfaces that it calls."""

import re
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from boekbrug.adapters.google.client import GoogleClient, Repeat
from boekbrug.server.workflow.ports import Proof, UnreachableError

_QUESTIONS = (
    # A sheet that nobody has: only an interface that is on looks for it.
    ("https://sheets.googleapis.com/v4/spreadsheets/boekbrug-doctor", {"fields": "spreadsheetId"}),
    ("https://www.googleapis.com/drive/v3/files", {"pageSize": "1", "fields": "files(id)"}),
)
_PRESS_AGAIN = re.compile("[Pp]ress again")


def prove(client: GoogleClient) -> Proof:
    """Ask each interface one small question; nothing is repeated and nothing changed."""
    troubles: dict[str, None] = {}  # a key that is refused is refused twice
    told_at = None
    for url, parameters in _QUESTIONS:
        try:
            answer = client.call(
                "GET", url, repeat=Repeat.NEVER, accepted=[HTTPStatus.NOT_FOUND], params=parameters
            )
        except UnreachableError as error:
            troubles[_for_the_operator(error.sentence)] = None
        else:
            date = answer.headers.get("Date")
            told_at = parsedate_to_datetime(date) if date else told_at
    return Proof(troubles=tuple(troubles), told_at=told_at)


def _for_the_operator(sentence: str) -> str:
    """Return the sentence for somebody who has no button."""

    def command(found: re.Match[str]) -> str:
        return f"{'R' if found[0][0] == 'P' else 'r'}un `boekbrug doctor` again"

    return _PRESS_AGAIN.sub(command, sentence)
