"""The plugin point: what is installed, and what is refused at the start."""

import sys
from dataclasses import is_dataclass
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.programs.parameters import declared, load
from boekbrug.server.programs.protocol import (
    GROUP,
    NAMES,
    Program,
    UnusableProgramError,
    installed,
)

# mypy proves here that a module of functions keeps the protocol.
SHAPES: tuple[Program, ...] = (journal_csv, winbooks)


def entry(value: str) -> list[EntryPoint]:
    return [EntryPoint("plain", value, GROUP)]


def module(monkeypatch: pytest.MonkeyPatch, **names: object) -> list[EntryPoint]:
    """Return the entry point of a module that has these names."""
    plain = ModuleType("plainbooks")
    vars(plain).update(names)
    monkeypatch.setitem(sys.modules, "plainbooks", plain)
    return entry("plainbooks")


def test_both_modules_of_this_project_are_installed_sorted_by_name():
    assert list(installed().items()) == [("journal_csv", journal_csv), ("winbooks", winbooks)]


@pytest.mark.parametrize("program", SHAPES)
def test_every_parameter_is_explained_and_its_default_allowed(program: Program):
    assert is_dataclass(program.Parameters)
    assert all(known.label and known.hint for known in declared(program.Parameters))
    parameters, problems = load(program.Parameters, {})
    assert isinstance(parameters, program.Parameters)
    assert problems == ()


@pytest.mark.parametrize("program", SHAPES)
def test_every_program_states_its_facts(program: Program):
    facts = program.FACTS
    assert program.TITLE
    assert facts.encoding
    assert facts.external_id_pattern
    assert facts.external_id_allowed
    assert all((*facts.how_to, facts.importing_again, *facts.sources, facts.certainty))
    assert facts.how_to
    assert facts.sources


def test_a_module_for_another_protocol_is_refused(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(UnusableProgramError) as refused:
        installed(module(monkeypatch, API=2))
    assert str(refused.value) == (
        "Program plain: found API 2, needed 1. "
        "Install the version of plainbooks that was made for this server."
    )


def test_a_module_that_lacks_names_is_refused(monkeypatch: pytest.MonkeyPatch):
    names = {name: object() for name in NAMES if name not in {"API", "FACTS", "totals"}}
    with pytest.raises(UnusableProgramError) as refused:
        installed(module(monkeypatch, API=1, **names))
    assert str(refused.value) == (
        "Program plain: plainbooks lacks FACTS, totals; "
        "needed: API, TITLE, FACTS, Parameters, check, render, totals."
    )


def test_a_module_that_cannot_be_imported_is_refused():
    with pytest.raises(UnusableProgramError) as refused:
        installed(entry("nowhere.to.be.found"))
    assert str(refused.value) == (
        "Program plain: found nowhere.to.be.found, which cannot be imported "
        "(ModuleNotFoundError(\"No module named 'nowhere'\"))."
    )


def test_two_packages_with_a_program_of_one_name_are_refused():
    with pytest.raises(UnusableProgramError) as refused:
        installed([*entry("plainbooks"), *entry("otherbooks")])
    assert str(refused.value) == (
        "Program plain: found twice, as plainbooks and otherbooks. Remove one of the two packages."
    )
