"""The emulator beside 1,929 recorded answers of Google.

The recordings were made by the maintainers of gspread (github.com/burnash/gspread, MIT licence).
"""

import gzip
import json
import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from emulator_support import bare_emulator
from google_emulator import contract
from google_emulator.replay import Difference, Replay, by_cassette

REFERENCE = Path(os.environ.get("BOEKBRUG_REFERENCE_DATA") or Path(__file__).parents[2] / "shared")
RECORDINGS = REFERENCE / "data" / "google" / "exchanges.jsonl.gz"

_CSV = r"\.(?!kind|id|title).*"  # the long answer of Drive v2, which nothing here reads
_EDITORS = r"\.sheets\[0\]\.protectedRanges\[0\]\.editors\.users"  # the recorder's own address
_WIDTH = r".*\.columnMetadata\[0\]\.pixelSize"  # a width that depends on the font

ALLOWED = {
    ("ClientTest.test_import_csv", 3): _CSV,
    ("ClientTest.test_import_csv", 11): _CSV,
    ("WorksheetTest.test_add_protected_range_normal", 5): _EDITORS,
    ("WorksheetTest.test_add_protected_range_warning", 5): _EDITORS,
    ("WorksheetTest.test_delete_protected_range", 5): _EDITORS,
    ("WorksheetTest.test_auto_resize_columns", 8): _WIDTH,
    ("WorksheetTest.test_auto_resize_columns", 17): _WIDTH,
}
"""The exchanges that may differ, and in which paths. This list may only become shorter."""

ALLOWED_MAX = 7


def differences(cassettes: Iterable[str]) -> list[Difference]:
    """Replay cassettes, each on an emulator of its own."""
    recordings = recorded_cassettes()
    return [
        difference
        for cassette in cassettes
        for difference in Replay(bare_emulator()).differences(recordings[cassette])
    ]


@cache
def recorded_cassettes() -> dict[str, list[dict[str, Any]]]:
    """Read the recordings; the test that asks is skipped when they are not there."""
    if not RECORDINGS.exists():
        pytest.skip(f"no recordings of Google's answers at {RECORDINGS}")
    with gzip.open(RECORDINGS, "rt", encoding="utf-8") as lines:
        return by_cassette(json.loads(line) for line in lines)


@pytest.mark.reference
def test_every_recorded_answer_is_given_again_but_for_a_list_that_only_shrinks():
    found = differences(recorded_cassettes())
    unexpected = [
        each
        for each in found
        if not re.fullmatch(ALLOWED.get((each.cassette, each.number), "(?!)"), each.path)
    ]
    assert unexpected == []
    assert {(each.cassette, each.number) for each in found} == set(ALLOWED)
    assert len(ALLOWED) <= ALLOWED_MAX


@pytest.mark.reference
def test_the_recordings_are_all_there():
    cassettes = recorded_cassettes()
    assert sum(len(each) for each in cassettes.values()) == 1929


@pytest.mark.reference
def test_the_replayed_answers_keep_to_the_published_contract_and_nothing_is_missing():
    wrong = []
    for recordings in recorded_cassettes().values():
        emulator = bare_emulator()
        Replay(emulator).differences(recordings)
        wrong += [said for each in emulator.exchanges for said in contract.violations(each)]
        wrong += emulator.unimplemented + emulator.crashes
    assert wrong == []
