"""The list of what is not proven about Google is whole, and each answer is somebody's to find."""

import importlib
import re

import pytest
from live_questions import GOOGLE, PEOPLE, QUESTIONS, Question
from test_emulator_replay import REFERENCE

MARKS = {GOOGLE: "[UNVERIFIED]", PEOPLE: "[MEM]"}
BEFORE_LENGTH = 80


def words(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def marked(note: str) -> list[str]:
    """Return the words before each mark of a note; where the mark is explained it is bold."""
    path = REFERENCE / note
    if not path.exists():
        pytest.skip(f"no notes at {path}")
    parts = re.split(rf"(?<!\*){re.escape(MARKS[note])}", path.read_text(encoding="utf-8"))
    return [words(part)[-BEFORE_LENGTH:] for part in parts[:-1]]


def entries_of(note: str, before: str) -> list[Question]:
    return [each for each in QUESTIONS if each.note == note and each.mark in before]


@pytest.mark.reference
@pytest.mark.parametrize("note", MARKS)
def test_every_mark_of_the_notes_is_one_question(note: str):
    found = marked(note)
    assert len(found) >= 3
    assert [before for before in found if len(entries_of(note, before)) != 1] == []
    asked = [each for each in QUESTIONS if each.note == note]
    assert [each.mark for each in asked if not any(each.mark in before for before in found)] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.believed[:40])
def test_every_question_has_a_live_test_or_steps(question: Question):
    assert question.tests or question.steps
    assert bool(question.note) == bool(question.mark)
    for test in question.tests:
        file, _, name = test.partition("::")
        assert callable(getattr(importlib.import_module(file.removesuffix(".py")), name))


def test_every_test_of_what_google_does_is_asked_by_a_question():
    module = importlib.import_module("test_live")
    named = {test.partition("::")[2] for each in QUESTIONS for test in each.tests}
    assert {name for name in vars(module) if name.startswith("test_")} == named
