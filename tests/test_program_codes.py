from dataclasses import replace
from decimal import Decimal

from bookkeeping_support import CODES, customer, document, line, planned, workbook

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.program_codes import with_program_codes
from boekbrug.server.bookkeeping.terms import Treatment

TABLE = {(Treatment.DOMESTIC, Decimal(21)): "211400"}


def batch(*codes):
    lines = [line("1", code, row=row) for row, code in enumerate(codes, start=2)]
    made = planned(workbook(document("2026/18", *lines), customers=[customer()])).batch
    assert made is not None
    return made


def told(made):
    return {code.code: code.program_code for code in made.vat_codes.values()}


def test_the_table_of_the_program_goes_by_treatment_and_rate():
    made, problems = with_program_codes(batch("H21", "OUT"), CODES, "winbooks", TABLE)
    assert (told(made), problems) == ({"H21": "211400", "OUT": ""}, [])


def test_the_cell_of_the_sheet_wins():
    own = CODES | {"H21": replace(CODES["H21"], program_codes={"winbooks": "2114X"})}
    made, _ = with_program_codes(batch("H21"), own, "winbooks", TABLE)
    assert told(made) == {"H21": "2114X"}


def test_a_code_that_nobody_knows_is_a_question_for_the_accountant():
    _, problems = with_program_codes(batch("L6"), CODES, "winbooks", TABLE)
    assert [sentence(problem) for problem in problems] == [
        "VAT, row 4, Code at the accountant: found nothing, allowed: the code that your "
        "accountant's program has for L6 (domestic, 6 %). Ask your accountant for it."
    ]


def test_a_program_without_codes_of_its_own_is_told_those_of_the_sheet():
    made, problems = with_program_codes(batch("H21", "L6"), CODES, "journal_csv", None)
    assert (told(made), problems) == ({"H21": "H21", "L6": "L6"}, [])
