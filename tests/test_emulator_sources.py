"""Whatever the emulator does and no recording shows has a test, and the test names its source."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
FILES = ("test_emulator_sheets", "test_emulator_batches", "test_emulator_drive")
SOURCE = re.compile(
    r"discovery|[Gg]uides? \"|api/|developers\.google|support\.google|recorded|CLDR|RFC \d|AIP-\d"
    r"|Usage limits|issue \d|[\w-]+ #\d",
    re.IGNORECASE,
)
GOLDEN = {
    "RAW text": (
        "test_emulator_sheets::test_raw_text_is_stored_as_it_is",
        "test_emulator_sheets::test_a_string_value_of_a_batch_is_stored_as_it_is",
    ),
    "atomicity": (
        "test_emulator_batches::test_a_batch_that_is_refused_has_changed_nothing",
        "test_emulator_batches::test_a_batch_of_values_that_is_refused_has_changed_nothing",
    ),
    "booleans": ("test_emulator_sheets::test_truth_values_are_no_text",),
    "percent": ("test_emulator_sheets::test_a_percentage_is_a_fraction_that_is_shown_as_percent",),
    "dates under both options": (
        "test_emulator_sheets::test_a_date_is_a_number_or_a_text_as_is_asked",
    ),
    "upload metadata": (
        "test_emulator_drive::test_bytes_and_metadata_come_back_as_they_were_sent",
        "test_emulator_drive::test_checksums_are_those_of_the_content",
    ),
    "quota": (
        "test_emulator_faults::test_sixty_reads_and_sixty_writes_a_minute_are_allowed",
        "test_emulator_faults::test_the_answer_to_too_many_reads_is_googles_own_word_for_word",
        "test_emulator_drive::test_a_service_account_owns_no_storage",
    ),
    "sharing": (
        "test_emulator_drive::test_what_was_not_shared_is_not_found",
        "test_emulator_drive::test_rights_come_down_from_the_folder_above",
        "test_emulator_drive::test_a_shared_drive_is_found_only_by_who_asks_for_all_drives",
        "test_emulator_drive::test_only_who_may_delete_deletes",
    ),
    "developer metadata": (
        "test_emulator_batches::test_metadata_of_a_row_moves_with_it_and_dies_with_it",
    ),
}
"""What recordings do not show, and the tests that hold it."""


def texts_of(file: str) -> dict[str, str]:
    """Return the text of every test of a file, with the lines of its cases."""
    text = (TESTS / f"{file}.py").read_text(encoding="utf-8")
    lines = text.splitlines()
    return {
        node.name: "\n".join(
            lines[
                min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1 : node.end_lineno
            ]
        )
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def sources_in(text: str) -> str:
    """Return what a test says in its docstring and its comments."""
    return "\n".join([*re.findall(r'"""(.*?)"""', text, re.DOTALL), *re.findall(r"# .*", text)])


@pytest.mark.parametrize("file", FILES)
def test_every_test_of_what_google_does_names_its_source(file: str):
    texts = texts_of(file)
    assert [name for name in texts if not SOURCE.search(sources_in(texts[name]))] == []


@pytest.mark.parametrize("topic", GOLDEN)
def test_what_no_recording_shows_has_a_test_with_a_source(topic: str):
    for golden in GOLDEN[topic]:
        file, _, name = golden.partition("::")
        assert SOURCE.search(sources_in(texts_of(file)[name])), golden
