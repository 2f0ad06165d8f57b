"""The codes that people connect a file with: eight letters and digits, good once and for days.

Only a keyed digest is stored: a code is short enough to be found again from a plain one, and a
stolen backup does not hold the key.
"""

import hashlib
import hmac
import secrets

from boekbrug.server.records.runs import CODE_LETTERS

LENGTH = 8
HALF = LENGTH // 2


def new_code() -> str:
    """Return a new code as people read it, such as K7F3-9QXM."""
    return shown("".join(secrets.choice(CODE_LETTERS) for _ in range(LENGTH)))


def normalised(typed: str) -> str:
    """Return a code without what typing adds to it.

    >>> normalised(" k7f3 9qxm "), normalised("K7F3-9QXM")
    ('K7F39QXM', 'K7F39QXM')
    """
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def shown(typed: str) -> str:
    """Return a code as people read it.

    >>> shown("k7f39qxm"), shown("k7-f3")
    ('K7F3-9QXM', 'K7F3')
    """
    code = normalised(typed)
    return f"{code[:HALF]}-{code[HALF:]}" if len(code) == LENGTH else code


def digest_of(secret_key: str, code: str) -> str:
    """Return what a code is stored and looked up by.

    >>> digest_of("a key", "K7F3-9QXM") == digest_of("a key", "k7f39qxm")
    True
    """
    message = f"boekbrug.connect\n{normalised(code)}".encode()
    return hmac.digest(secret_key.encode(), message, hashlib.sha256).hex()
