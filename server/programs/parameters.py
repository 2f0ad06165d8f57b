"""A parameter of a program, declared once: validated, typed, and explained to people.

    @dataclass(frozen=True, kw_only=True)
    class Parameters:
        sign: str = parameter("VATBASE on credit notes", Choice("+", "-"), hint="...", default="+")

Its label is the name of the row in Settings; set-up writes label, hint and default there, the page
that travels with the files prints them beside the value.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Problem, coded, found_in_words
from boekbrug.server.fields import Choice, SheetField
from boekbrug.server.wording.said import word

P = TypeVar("P")


@dataclasses.dataclass(frozen=True, slots=True)
class Declared:
    """What set-up, the documentation and the how-to page print of a parameter."""

    name: str
    label: str
    hint: str
    default: str
    choices: tuple[str, ...] = ()

    def chosen(self, value: str) -> str:
        """Return a value as people read it: one of a list may have a name in every language."""
        return word("choice", value) if value in self.choices else value


def parameter(label: str, rule: ma.fields.Field[Any], *, hint: str, default: str) -> Any:
    """Declare a parameter: `default` is the text of an empty cell, loaded by the same rule."""
    metadata = {"label": label, "rule": rule, "hint": hint, "default": default}
    return dataclasses.field(metadata=metadata)


def declared(parameters: type) -> tuple[Declared, ...]:
    """Return the declared parameters in their order."""
    return tuple(
        Declared(
            f.name,
            f.metadata["label"],
            f.metadata["hint"],
            f.metadata["default"],
            rule.choices if isinstance(rule := f.metadata["rule"], Choice) else (),
        )
        for f in dataclasses.fields(parameters)
    )


def setting_rows(parameters: type) -> list[tuple[str, str, str]]:
    """Return what set-up writes into Settings: label, default and hint of each parameter.

    Each is English that can be said in other languages where there are words for it; of a default
    only when it is one of a list.
    """
    return [(one.label, one.chosen(one.default), one.hint) for one in declared(parameters)]


def load(parameters: type[P], texts: Mapping[str, str]) -> tuple[P | None, tuple[Problem, ...]]:
    """Return the parameters from label-to-text, or None with every problem.

    An absent or empty text takes the declared default; labels of other programs are ignored.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for f in dataclasses.fields(parameters):  # type: ignore[arg-type] # P is a dataclass
        label, rule = f.metadata["label"], f.metadata["rule"]
        text = texts.get(label, "") or f.metadata["default"]
        try:
            values[f.name] = rule.deserialize(text, label)
        except ma.ValidationError as error:
            # The message of the error is a copy that has lost its other languages.
            allowed = rule.allowed if isinstance(rule, SheetField) else str(error.messages[0])
            problems.append(
                coded(
                    "parameter-of-program",
                    tab="Settings",
                    column=label,
                    found=found_in_words(text),
                    allowed=allowed,
                )
            )
    return (None if problems else parameters(**values)), tuple(problems)
