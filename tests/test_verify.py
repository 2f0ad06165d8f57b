"""The last look: what the files say against what was planned."""

from dataclasses import replace
from decimal import Decimal

from programs_support import CASE_A_ON_LINES, CASE_B, CASE_C, OWN_CODES, batch

from boekbrug.adapters.programs import journal_csv
from boekbrug.adapters.programs.journal_csv import Parameters
from boekbrug.server.bookkeeping.booking import ExportFile, Totals
from boekbrug.server.programs.verify import differences, expected_totals, verify

BOOKED = batch(CASE_A_ON_LINES, CASE_B, CASE_C, vat_codes=OWN_CODES)
EXPECTED = Totals(
    documents=3,
    net=Decimal("1725.24"),
    vat=Decimal("78.05"),
    gross=Decimal("1803.29"),
    vat_by_code={"H21": Decimal("71.13"), "L6": Decimal("6.92")},
    debit=Decimal("2425.37"),
    credit=Decimal("2425.37"),
)


def test_credit_notes_count_negative():
    assert expected_totals(BOOKED) == EXPECTED


def test_files_that_hold_the_batch_have_no_differences():
    files = tuple(journal_csv.render(BOOKED, Parameters()))
    assert verify(BOOKED, files, journal_csv, Parameters()) == ()


def test_one_wrong_byte_is_found():
    [file] = journal_csv.render(BOOKED, Parameters())
    broken = ExportFile(file.name, file.content.replace(b"116.51", b"116.15"))
    assert verify(BOOKED, [broken], journal_csv, Parameters()) == (
        "VAT: the files say 77.69, the plan says 78.05.",
        "Credit: the files say 2425.01, the plan says 2425.37.",
        "VAT of code H21: the files say 70.77, the plan says 71.13.",
        "The files do not balance: debit 2425.37, credit 2425.01.",
    )


def test_a_lost_document_is_found():
    lost = tuple(
        journal_csv.render(batch(CASE_A_ON_LINES, CASE_B, vat_codes=OWN_CODES), Parameters())
    )
    assert verify(BOOKED, lost, journal_csv, Parameters())[0] == (
        "Documents: the files say 2, the plan says 3."
    )


def test_a_code_without_vat_may_be_left_out():
    with_zero = replace(EXPECTED, vat_by_code={**EXPECTED.vat_by_code, "IC-S": Decimal("0.00")})
    assert differences(with_zero, EXPECTED) == differences(EXPECTED, with_zero) == ()
