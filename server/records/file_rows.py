"""Files as rows: those of a batch and those of a rehearsal are kept alike, each in their table."""

import hashlib
from collections.abc import Sequence

import sqlalchemy as sa

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.records.ledger_entries import StoredFile


def file_rows(files: Sequence[ExportFile]) -> list[dict[str, object]]:
    """Return a row for each file, in this order from position 1, with its bytes and digest."""
    return [
        {
            "position": position,
            "name": file.name,
            "media_type": file.media_type,
            "content": file.content,
            "sha256": hashlib.sha256(file.content).hexdigest(),
        }
        for position, file in enumerate(files, start=1)
    ]


def stored_file(row: sa.RowMapping) -> StoredFile:
    """Return the file that such a row holds."""
    file = ExportFile(row["name"], row["content"], row["media_type"])
    return StoredFile(file=file, sha256=row["sha256"])
