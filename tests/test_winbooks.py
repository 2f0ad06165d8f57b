"""WinBooks: the rows of the worked cases, field by field, and of the reference example."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from programs_strategies import batches
from programs_support import (
    CASE_A_ON_LINES,
    CASE_A_ON_TOTAL,
    CASE_B,
    CASE_C,
    DEJAVU,
    RHEIN,
    STORIES,
    WINBOOKS_CODES,
    assert_golden,
    batch,
    document,
    revenue,
    vat,
    vat_code,
)
from winbooks_cases import CASE_A_AMOUNTS_ON_TOTAL, CASE_A_ROWS, CASE_B_ROWS, CASE_C_ROWS
from winbooks_support import act, csf, parameters, rendered, rows, table

from boekbrug.adapters.programs import winbooks
from boekbrug.adapters.programs.winbooks_rows import ACT, CSF
from boekbrug.server.bookkeeping.booking import Batch, ExportFile
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Treatment
from boekbrug.server.programs.verify import expected_totals, verify


@pytest.mark.parametrize("story", STORIES)
def test_every_story_gives_its_golden_files(story: str):
    booked = STORIES[story]
    assert not [problem for problem in winbooks.check(booked, parameters()) if problem.blocks]
    assert_golden(f"winbooks/{story}", winbooks.render(booked, parameters()))


def test_case_a_on_lines():
    found = act(CASE_A_ON_LINES)
    assert table(found) == CASE_A_ROWS
    assert found[0]["VATTAX"] == "125.40"


def test_case_a_on_total_differs_in_the_stored_vat_alone():
    found = act(CASE_A_ON_TOTAL)
    assert [row["AMOUNTEUR"] for row in found] == CASE_A_AMOUNTS_ON_TOTAL
    assert found[0]["VATTAX"] == "125.38"


def test_case_a_first_row_as_bytes():
    first = rendered(batch(CASE_A_ON_LINES))["ACT.TXT"].split(b"\r\n")[0]
    assert first == (
        b'"1","VERKP","2","20260018","001","","400000","100001","","03","","20260316","20260415",'
        b'"Factuur 2026/18","202600001812","0.00","828.21","702.81","","","","","125.40",'
        b'"","","","","","","","","","","","",""'
    )


def test_case_a_every_row_has_the_fields_of_the_document():
    common = {
        "DBKCODE": "VERKP", "DBKTYPE": "2", "DOCNUMBER": "20260018", "PERIOD": "03",
        "DATEDOC": "20260316", "COMMENT": "Factuur 2026/18", "AMOUNT": "0.00",
    }  # fmt: skip
    assert all(row.items() >= common.items() for row in act(CASE_A_ON_LINES))


def test_case_b_a_credit_note_turns_every_sign_but_that_of_its_bases():
    found = act(CASE_B)
    assert table(found) == CASE_B_ROWS
    assert found[0].items() >= {"DUEDATE": "20260407", "VATTAX": "47.35", "PERIOD": "04"}.items()
    assert {(row["DBKCODE"], row["DBKTYPE"], row["DOCNUMBER"]) for row in found} == {
        ("VERKCN", "3", "20260003")
    }


def test_case_b_with_the_other_setting_its_bases_are_negative_too():
    found = act(CASE_B, known=parameters(vatbase_sign="-"))
    assert [row["VATBASE"] for row in found if "VATBASE" in row] == ["-248.97", "-32.90", "-216.07"]
    assert found[0]["VATTAX"] == "-47.35"


def test_case_c_eu_services_have_one_row_for_their_base_and_a_disbursement_none():
    found = act(CASE_C)
    assert table(found) == CASE_C_ROWS
    assert found[0].items() >= {"DUEDATE": "20260502", "COMMENTEXT": "202600003125"}.items()
    assert "VATTAX" not in found[0]


def test_case_c_the_customer():
    assert csf(RHEIN) == {
        "NUMBER": "100007", "TYPE": "1", "NAME1": "Rhein Logistik GmbH", "VATCAT": "1",
        "COUNTRY": "DE", "VATNUMBER": "136695976", "PAYCODE": "30", "CENTRAL": "400000",
        "CURRENCY": "EUR",
    }  # fmt: skip


def test_two_codes_of_the_sheet_with_one_code_in_winbooks_are_one_row():
    codes = WINBOOKS_CODES | {"BOOKS": vat_code("BOOKS", "6", Treatment.DOMESTIC, "211200")}
    books = replace(vat("L6", "50.00", "3.00"), vat_code="BOOKS")
    both = document(
        revenues=(revenue("700000", "L6", "100.00"), revenue("700100", "L6", "50.00")),
        vats=(vat("L6", "100.00", "6.00"), books),
    )
    found = rows(rendered(batch(both, vat_codes=codes))["ACT.TXT"], ACT)
    assert table(found)[3:] == [
        ("3", "VAT", "FIXED", "451000", "", "-9.00", "150.00", "211200", "")
    ]
    files = winbooks.render(batch(both, vat_codes=codes), parameters())
    assert verify(batch(both, vat_codes=codes), files, winbooks, parameters()) == ()


def test_the_book_year_is_written_when_the_office_wants_it():
    coded = document(book_year="3")
    assert all("BOOKYEAR" not in row for row in act(coded))
    assert {row["BOOKYEAR"] for row in act(coded, known=parameters(write_book_year="yes"))} == {"3"}


def test_a_series_with_a_pattern_of_its_own_is_numbered_by_it():
    assert act(document(number_pattern="NNNNNNNN"))[0]["DOCNUMBER"] == "00000018"


@pytest.mark.parametrize(
    ("kind", "number", "vatcat"),
    [
        (CustomerKind.COMPANY, "BE0428759497", "1"),
        (CustomerKind.COMPANY, "", "0"),
        (CustomerKind.PUBLIC_BODY, "", "0"),
        (CustomerKind.PERSON, "", "3"),
        (CustomerKind.PERSON, "BE0428759497", "1"),
        (CustomerKind.COLLECTIVE, "", "3"),
    ],
)
def test_the_vat_category_is_1_with_a_number(kind: CustomerKind, number: str, vatcat: str):
    assert csf(replace(DEJAVU, kind=kind, vat_number=number))["VATCAT"] == vatcat


def test_the_vat_category_of_persons_is_a_setting():
    person = replace(DEJAVU, kind=CustomerKind.PERSON, vat_number="")
    assert csf(person, parameters(vatcat_of_persons="1"))["VATCAT"] == "1"


@pytest.mark.parametrize(("terms", "code"), [("30d-EM", "30E"), ("14 days", "14"), ("CONT", "0")])
def test_payment_terms_are_written_as_winbooks_codes(terms: str, code: str):
    assert csf(replace(DEJAVU, payment_terms=terms))["PAYCODE"] == code


def test_what_the_sheet_leaves_empty_stays_empty():
    empty = replace(DEJAVU, payment_terms="", language="", street="", postcode="", city="")
    assert not {"PAYCODE", "LANG", "ADDRESS1", "ZIPCODE", "CITY"} & csf(empty).keys()


def test_greece_has_a_code_of_its_own():
    assert csf(replace(DEJAVU, country="GR", vat_number="EL023456780"))["COUNTRY"] == "EL"


def test_both_files_are_always_written():
    assert rendered(batch(customers=())) == {"CSF.TXT": b"", "ACT.TXT": b""}


@pytest.mark.reference
def test_rows_agree_with_the_reference_example_but_for_the_corrections():
    theirs = reference_rows("winbooks_ACT.txt", ACT)
    for row in theirs:
        row.pop("BOOKYEAR")  # empty unless the office wants it
        for name in {"AMOUNT", "AMOUNTEUR", "VATBASE", "VATTAX"} & row.keys():
            row[name] = f"{Decimal(row[name]):.2f}"  # two decimals, not three
        if "VATIMPUT" in row:
            assert row.pop("VATBASE") == "0.00"  # empty on revenue rows
        if row.get("DUEDATE") == "20260419":
            row["DUEDATE"] = "20260320"  # a credit note is due on the day that it carries
    assert act(REFERENCE_INVOICE, REFERENCE_CREDIT_NOTE) == theirs


@pytest.mark.reference
def test_the_customer_is_the_reference_example_byte_for_byte():
    theirs = reference_file("winbooks_CSF.txt")
    assert rendered(batch(document()))["CSF.TXT"] == theirs.rstrip(b"\r\n") + b"\r\n"


@given(batches())
def test_the_totals_read_back_are_those_of_the_batch(booked: Batch):
    files = tuple(winbooks.render(booked, parameters()))
    assert winbooks.totals(files, parameters()) == expected_totals(booked)
    assert files == tuple(winbooks.render(booked, parameters()))
    assert all(b"-0.00" not in file.content for file in files)


def test_a_row_that_lost_a_field_is_no_total():
    files = [ExportFile("CSF.TXT", b'"100001"\r\n'), ExportFile("ACT.TXT", b"")]
    with pytest.raises(ValueError, match=r"^CSF\.TXT, row 1: found 1 fields, needed 23\.$"):
        winbooks.totals(files, parameters())


REFERENCE_INVOICE = document(
    "2026/15",
    sequence=15,
    issued_on=date(2026, 3, 10),
    due_on=date(2026, 4, 9),
    text="Consulting maart",
    reference="202600001509",
    revenues=(revenue("700000", "H21", "1000.00"), revenue("700100", "L6", "200.00")),
    vats=(vat("H21", "1000.00", "210.00"), vat("L6", "200.00", "12.00")),
)
REFERENCE_CREDIT_NOTE = document(
    "CN2026/3",
    sequence=3,
    kind=Kind.CREDIT_NOTE,
    issued_on=date(2026, 3, 20),
    due_on=date(2026, 3, 20),
    text="Correctie 2026/15",
)


def reference_file(name: str) -> bytes:
    beside = Path(__file__).parents[2] / "shared"
    folder = Path(os.environ.get("BOEKBRUG_REFERENCE_DATA", beside)) / "formats" / "examples"
    if not folder.is_dir():
        pytest.skip("the reference data is not on this machine")
    return (folder / name).read_bytes()


def reference_rows(name: str, fields: Iterable[str]) -> list[dict[str, str]]:
    return rows(reference_file(name), fields)


def test_the_central_account_of_a_customer_is_its_own_or_that_of_the_dossier():
    city = replace(RHEIN, key="Stad", receivable_account="400500")
    first = replace(CASE_C, customer=city, receivable_account="400500")
    (customers, _) = winbooks.render(
        batch(first, CASE_A_ON_LINES, customers=(city, DEJAVU)), parameters()
    )
    found = rows(customers.content, CSF)
    assert sorted(row["CENTRAL"] for row in found) == ["400000", "400500"]
