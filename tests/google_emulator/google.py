"""The whole emulator put together: interfaces, accounts, tokens, limits and faults."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from google_emulator import (
    accounts,
    certificates,
    drive_files,
    drive_uploads,
    faults,
    quota,
    sheets_api,
    tokens,
    values_api,
)
from google_emulator.certificates import SigningKey
from google_emulator.http import Emulator


@dataclass(frozen=True)
class Google:
    """A Google of one's own, with the handles to make things happen in it."""

    emulator: Emulator
    accounts: accounts.Accounts
    tokens: tokens.Tokens
    certificates: certificates.Certificates
    faults: faults.Faults
    quota: quota.Quota
    uploads: drive_uploads.Uploads

    def key_file(self, email: str, key: SigningKey) -> dict[str, Any]:
        """Add a service account and give the JSON of its key, as the console lets download it."""
        self.accounts.service_account(email)
        self.tokens.public_keys[email] = key.public_pem
        return {
            "type": "service_account",
            "project_id": email.partition("@")[2].partition(".")[0],
            "private_key_id": key.key_id,
            "private_key": key.private_pem,
            "client_email": email,
            "client_id": "104711",
            "auth_uri": "https://accounts.google.com/o/oauth2/auth",
            "token_uri": "https://oauth2.googleapis.com/token",
            "universe_domain": "googleapis.com",
        }


def assembled(
    emulator: Emulator, signing_key: SigningKey, clock: Callable[[], float] = time.time
) -> Google:
    """Install every part. A request meets faults, then its token, the quota and its rights."""
    counted = quota.install(emulator, clock)
    known = accounts.install(emulator)
    given = tokens.install(emulator, known, clock)
    uploads = drive_uploads.install(emulator)
    drive_files.install(emulator)
    values_api.install(emulator)
    sheets_api.install(emulator)
    return Google(
        emulator,
        known,
        given,
        certificates.install(emulator, signing_key),
        faults.install(emulator),
        counted,
        uploads,
    )
