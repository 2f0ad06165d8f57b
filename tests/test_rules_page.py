"""The page of the rules says what the code does: its tables, its tests, and what is not built."""

import re
import runpy
from pathlib import Path

from boekbrug.server.workbook.synonyms import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "bookkeeping.md").read_text(encoding="utf-8")
NOT_BUILT: set[str] = set()
PARTLY_BUILT: set[str] = set()
TABLES_OF_SETTINGS = {"Series", "Book year", "Period"}
OF_THE_DOSSIER = {"Dossier", "Own VAT number"}
_RULE = re.compile(
    r"^\*\*(B\d+) [^*]+\*\* \*([\w ]+)\.\*(.+?)(?=^\*\*B\d|\Z)", re.MULTILINE | re.DOTALL
)
RULES = {name: (status, told) for name, status, told in _RULE.findall(PAGE)}


def rules_with_tests() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in ROOT.glob("tests/test_rules_*.py"))
    return {
        f"B{one}" for text in texts for one in re.findall(r"^def test_b(\d+)_", text, re.MULTILINE)
    }


def test_the_tables_of_the_page_are_those_of_the_code():
    printed = runpy.run_path(str(ROOT / "docs" / "print_bookkeeping.py"))
    assert printed["page"](PAGE) == PAGE
    assert set(re.findall(r"<!-- table: ([a-z ]+) -->", PAGE)) == set(printed["TABLES"])


def test_the_page_names_what_is_built_in_part_or_not_at_all():
    status = {
        said: {name for name, (found, _) in RULES.items() if found == said}
        for said in ("Not built", "Partly built", "Built")
    }
    assert (status["Not built"], status["Partly built"]) == (NOT_BUILT, PARTLY_BUILT)
    assert len(status["Built"]) == 25 - len(NOT_BUILT) - len(PARTLY_BUILT)


def test_every_rule_that_is_built_has_tests_of_its_name():
    assert rules_with_tests() == set(RULES) - NOT_BUILT


def test_every_rule_says_its_source():
    assert [name for name, (_, told) in RULES.items() if "*Source:*" not in told] == []


def test_the_settings_and_modules_that_rules_name_are_there():
    known = {*SETTINGS, *TABLES_OF_SETTINGS, *OF_THE_DOSSIER, "Write book year"}
    for _, told in RULES.values():
        modules = re.findall(r"`((?:server|adapters)/[\w/]+\.py)`", told)
        assert [path for path in modules if not (ROOT / path).exists()] == []
        for names in re.findall(r"\*Settings:\*([^.;]+)", told):
            found = {name.strip() for name in " ".join(names.split()).split(",")}
            assert found <= known
