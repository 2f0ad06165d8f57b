"""WinBooks files and sentences as the tests look at them."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from programs_support import batch, document

from boekbrug.adapters.programs import winbooks
from boekbrug.adapters.programs.winbooks_rows import ACT, CSF
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.programs.parameters import load

TABLE = (
    "DOCTYPE", "DOCORDER", "OPCODE", "ACCOUNTGL", "ACCOUNTRP", "AMOUNTEUR", "VATBASE", "VATCODE",
    "VATIMPUT",
)  # fmt: skip
"""The columns of the worked cases."""


def parameters(**texts: str) -> winbooks.Parameters:
    """Return the defaults but for texts by the field's name."""
    defaults, _ = load(winbooks.Parameters, {})
    assert defaults is not None
    return replace(defaults, **texts)


def rendered(booked: Batch, known: winbooks.Parameters | None = None) -> dict[str, bytes]:
    files = winbooks.render(booked, known or parameters())
    return {file.name: file.content for file in files}


def rows(content: bytes, fields: Iterable[str]) -> list[dict[str, str]]:
    """Return the fields of each row that are not empty."""
    found = csv.DictReader(io.StringIO(content.decode("cp1252"), newline=""), tuple(fields))
    return [{name: value for name, value in row.items() if value} for row in found]


def act(
    *documents: BookedDocument, known: winbooks.Parameters | None = None
) -> list[dict[str, str]]:
    return rows(rendered(batch(*documents), known)["ACT.TXT"], ACT)


def csf(customer: Customer, known: winbooks.Parameters | None = None) -> dict[str, str]:
    [row] = rows(rendered(batch(document(), customers=(customer,)), known)["CSF.TXT"], CSF)
    return row


def table(found: Iterable[dict[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(row.get(name, "") for name in TABLE) for row in found]


def said(booked: Batch, known: winbooks.Parameters | None = None) -> list[str]:
    return [sentence(problem) for problem in winbooks.check(booked, known or parameters())]
