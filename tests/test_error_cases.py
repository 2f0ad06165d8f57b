"""Every mistake that can be named is made once, and told in exactly these sentences."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import error_cases
import pytest
from error_cases import (
    DEFINITION,
    PROBLEMS_OF,
    ROOT,
    WHERE,
    WORKBOOK,
    Case,
    Street,
    accept,
    case_of,
    cases,
    make_workbook,
    sentences_of_test,
)
from error_files import FILES
from error_shapes import shapes_of
from error_workbooks import cells_of, cells_written

from boekbrug.server.wording.english import PROBLEMS

CASES = cases()
SHOWN = [case for case in CASES if not case.shown_by]
SHOWN_BY_OTHER_TESTS = {
    "cash-discount-for-program": "both installed programs are told the lower base",
    "document-out-of-balance": "no workbook can make what the server books go out of balance",
    "not-only-digits": "a setting of a program that comes from elsewhere takes digits",
    "several-accounting-periods": "neither installed program wants each period in its own file",
}
"""The codes that no workbook shows, each with its reason."""


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    with Street(tmp_path_factory.mktemp("street")) as made:
        yield made


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.code)
def test_one_mistake_is_told_in_these_sentences(case: Case, street: Street):
    assert {language: street.said(case, language) for language in PROBLEMS_OF} == {
        language: case.kept(language) for language in PROBLEMS_OF
    }


@pytest.mark.parametrize(
    "case", [case for case in SHOWN if not case.is_of_a_file], ids=lambda case: case.code
)
def test_a_workbook_is_made_of_its_definition(case: Case):
    assert cells_of(case.directory / WORKBOOK) == cells_written(case.tabs)
    assert shapes_of(case.directory / WORKBOOK) == case.shape


def test_nothing_is_wrong_with_the_good_workbook(street: Street):
    good = Case(code="good", where="sheet", cause="", cure="")
    assert [street.said(good, language) for language in PROBLEMS_OF] == [
        ["1 invoice; an export costs EUR 0.12. Nothing is wrong."],
        ["1 factuur; een export kost EUR 0,12. Er is niets verkeerd."],
    ]


TOLD_BY_THEIR_CAUSE = {
    *("faulty-account", "faulty-customer", "faulty-vat-code", "number-without-series"),
}
"""What a list leaves out because its cause stands there; it is noted beside its own row."""


def test_every_code_has_its_case_and_every_case_its_code():
    codes = PROBLEMS.keys() | FILES.keys()
    assert {case.code for case in CASES} == codes
    assert {path.name for path in ROOT.iterdir()} == codes
    assert [case.code for case in CASES if case.where not in WHERE] == []
    silent = {case.code for case in SHOWN if not any(map(case.is_said_by, case.kept("en")))}
    assert silent == TOLD_BY_THEIR_CAUSE


def test_what_no_workbook_shows_is_a_sentence_of_another_test():
    others = {case.code: case for case in CASES if case.shown_by}
    assert others.keys() == SHOWN_BY_OTHER_TESTS.keys()
    for case in others.values():
        [sentence] = case.kept("en")
        assert case.is_said_by(sentence)
        words = sentence.rpartition("allowed: ")[2].removesuffix(".")
        assert [text for text in sentences_of_test(case.shown_by) if words in text], sentence


def test_people_read_whole_sentences_without_jargon():
    for case in CASES:
        for text in (case.cause, case.cure):
            assert text[0].isupper(), case.code
            assert text.endswith("."), case.code
            assert not re.search(r"[`{}]", text), case.code


def test_a_new_case_is_a_definition_and_one_command(
    tmp_path: Path, street: Street, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(error_cases, "ROOT", tmp_path)
    directory = tmp_path / "no-date"
    directory.mkdir()
    (directory / DEFINITION).write_text(
        'where = "cell"\ncause = "No day."\ncure = "A day."\n[cells.Invoices.2]\nDate = "June"\n',
        encoding="utf-8",
    )
    case = case_of("no-date")
    written = [*make_workbook(case), *accept(case, street)]
    assert [path.name for path in written] == [WORKBOOK, "problems.txt", "problems.nl.txt"]
    assert [*make_workbook(case), *accept(case, street)] == []
    assert case.kept("nl") == [
        'Recht te zetten: Facturen, rij 2, Datum: gevonden "June", toegelaten: een datum, zoals '
        "31/01/2026 of 2026-01-31."
    ]


def test_the_page_is_printed_of_the_cases():
    script = ROOT.parent.parent / "docs" / "print_errors.py"
    printed = runpy.run_path(str(script))["page"]()
    assert script.with_name("errors.md").read_text(encoding="utf-8") == printed
    assert set(re.findall(r"^### (.+)$", printed, re.MULTILINE)) == PROBLEMS.keys() | FILES.keys()
