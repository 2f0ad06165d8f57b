"""Parameters: declared once, loaded from the texts of Settings."""

from dataclasses import dataclass

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.fields import Choice
from boekbrug.server.programs.parameters import Declared, declared, load, parameter


@dataclass(frozen=True, kw_only=True)
class Parameters:
    sign: str = parameter("Sign", Choice("+", "-"), hint="Of credit notes.", default="+")
    year: str = parameter("Write year", Choice("yes", "no"), hint="Its code.", default="no")


def test_absent_and_empty_texts_take_the_default():
    assert load(Parameters, {"Sign": ""}) == (Parameters(sign="+", year="no"), ())


def test_texts_are_loaded_by_their_label_and_those_of_other_programs_ignored():
    texts = {"Sign": "-", "Write year": "YES", "Office code": "12"}
    assert load(Parameters, texts) == (Parameters(sign="-", year="yes"), ())


def test_every_wrong_text_is_said_at_once():
    parameters, problems = load(Parameters, {"Sign": "±", "Write year": "2026"})
    assert parameters is None
    assert [sentence(problem) for problem in problems] == [
        'Settings, Sign: found "±", allowed: one of +, -.',
        'Settings, Write year: found "2026", allowed: one of yes, no.',
    ]


def test_what_is_declared_can_be_shown():
    assert declared(Parameters) == (
        Declared("sign", "Sign", "Of credit notes.", "+", ("+", "-")),
        Declared("year", "Write year", "Its code.", "no", ("yes", "no")),
    )
