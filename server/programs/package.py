"""The one file of an export: a ZIP with the program's files, a page for people, a manifest.

The same batch gives the same bytes: the entries have a fixed order, date and level of
compression, and nothing says when it was made.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, ExportFile
from boekbrug.server.bookkeeping.periods import is_whole_months
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.texts import REHEARSAL_WORDS
from boekbrug.server.programs.how_to import how_to_page
from boekbrug.server.programs.manifest import manifest
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.wording.said import in_language, said

MEDIA_TYPE = "application/zip"
OWNER_LENGTH_MAX = 60

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP can hold."""

_UNIX = 3
_READABLE = 0o644 << 16
_LEVEL = 6
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What a file name cannot hold on Windows, in Drive or in a path."""


def package(
    batch: Batch,
    name: str,
    program: Program,
    parameters: Any,
    files: Iterable[ExportFile],
    *,
    owner: str,
    code_version: str,
) -> ExportFile:
    """Return the ZIP of a program's files; the totals in it are read back from their bytes.

    Args:
        batch: what the files were rendered from.
        name: the program's entry-point name, for the manifest.
        program: the module that rendered them.
        parameters: what they were rendered with.
        files: the rendered files.
        owner: whose export it is, in the file's name and on the page.
        code_version: the version of this server.
    """
    files = tuple(files)
    totals = program.totals(files, parameters)
    page = how_to_page(batch, program, parameters, totals, owner=owner)
    contents = (*files, page)
    about = manifest(
        batch,
        contents,
        totals,
        program=name,
        parameters={
            known.label: str(getattr(parameters, known.name))
            for known in declared(type(parameters))
        },
        code_version=code_version,
    )
    zip_name = file_name(batch, program.TITLE, owner)
    return ExportFile(zip_name, _zipped((*contents, about)), MEDIA_TYPE)


def file_name(batch: Batch, title: str, owner: str) -> str:
    """Return the name that makes a list of exports sort itself.

    "2026-10 Export 12 WinBooks Acme.zip"; a period of several months names the first and the
    last, one that is not of whole months its days. A rehearsal stands apart from the exports:
    "PROEF 2026-10 WinBooks Acme.zip".
    """
    fit_owner = _fit(owner)[:OWNER_LENGTH_MAX].rstrip(" .")
    period = period_in_file_name(batch.period, batch.language)
    if batch.is_rehearsal:
        what = f"{REHEARSAL_WORDS[batch.language]} {period}"
    else:
        what = f"{period} Export {batch.number}"
    return f"{what} {_fit(title)} {fit_owner}".rstrip() + ".zip"


def period_in_file_name(period: Period, language: str) -> str:
    """Return "2026-10", "2026-07 to 2026-09" or "2026-07-05 to 2026-07-20", in a language."""
    length = len("2026-10" if is_whole_months(period) else "2026-10-31")
    first, last = (day.isoformat()[:length] for day in (period.first, period.last))
    if first == last:
        return first
    return in_language(said("period in file name", first=first, last=last), language)


def _fit(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())


def _zipped(files: Iterable[ExportFile]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for file in files:
            entry = zipfile.ZipInfo(file.name, date_time=_EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            target.writestr(entry, file.content, zipfile.ZIP_DEFLATED, _LEVEL)
    return archive.getvalue()
