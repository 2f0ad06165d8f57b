"""The accountant's program's own code for a VAT code of the sheet.

It is the cell *Code at the accountant*, else the program's table by treatment and rate, else a
question for the accountant.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.problems import Problem, coded_at, term_in_words
from boekbrug.server.bookkeeping.terms import Treatment

NEVER_TOLD = frozenset({Treatment.OUTSIDE_VAT, Treatment.SMALL_ENTERPRISE})
"""What no VAT return knows: the program is told no code and gets no row for it (rule B22)."""

CodeTable = Mapping[tuple[Treatment, Decimal], str]


def with_program_codes(
    batch: Batch, codes: Mapping[str, VatCode], program: str, table: CodeTable | None
) -> tuple[Batch, list[Problem]]:
    """Return the batch as the program is told it, and a problem for each code without one.

    `table` is None for a program that is told the sheet's own codes.
    """
    told = {}
    problems = []
    for key, booked in batch.vat_codes.items():
        code = replace(codes[key], treatment=booked.treatment, rate=booked.rate)
        found = program_code(code, program, table)
        if found is None:
            problems.append(_unknown(code))
        told[key] = replace(booked, program_code=found or "")
    return replace(batch, vat_codes=told), problems


def program_code(code: VatCode, program: str, table: CodeTable | None) -> str | None:
    """Return what the program calls the code, '' for nothing at all; None when nobody knows.

    `table` is None for a program that is told the sheet's own codes.
    """
    if table is None:
        return code.code
    if code.treatment in NEVER_TOLD:
        return ""
    told = code.program_codes.get(program) or table.get((code.treatment, code.rate))
    return "" if told is None and code.treatment is Treatment.MARGIN else told


def _unknown(code: VatCode) -> Problem:
    return coded_at(
        code.origin,
        "Code at the accountant",
        "program-code-missing",
        vat_code=code.code,
        treatment=term_in_words(code.treatment),
        rate=code.rate,
    )
