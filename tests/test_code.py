"""What must hold of the code itself."""

import ast
import doctest
import importlib
import pkgutil
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("server", "adapters", "config")
FILE_LINES_MAX = 300
FUNCTION_LINES_MAX = 40
MODULES = [
    module.name
    for folder in FOLDERS
    for module in pkgutil.walk_packages(
        importlib.import_module(f"boekbrug.{folder}").__path__, f"boekbrug.{folder}."
    )
]
AT_START = {"boekbrug.server.wsgi", "boekbrug.config.gunicorn"}
"""Modules that serve as soon as they are imported; their own tests start them in a process."""
ALEMBIC = "boekbrug.server.records.migrations."
FILES = [
    path
    for folder in (*FOLDERS, "tests", "examples")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def test_every_package_of_the_tree_is_in_the_wheel():
    found = {
        ".".join(("boekbrug", *path.parent.relative_to(ROOT).parts))
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("__init__.py")
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(project["tool"]["setuptools"]["packages"]) == sorted(found)


@pytest.mark.parametrize("name", [name for name in MODULES if name not in AT_START])
def test_the_examples_in_docstrings_run(name):
    if name.startswith(ALEMBIC):  # these run inside Alembic only
        return
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_no_module_is_imported_under_a_second_name():
    assert not {name for name in sys.modules if name.partition(".")[0] in FOLDERS}


def test_files_fit_one_sitting():
    lengths = {
        path.name: path.read_text(encoding="utf-8").count("\n")
        for path in FILES
        if path.parent.name != "versions"  # a migration is one list of tables
    }
    assert {name: length for name, length in lengths.items() if length > FILE_LINES_MAX} == {}


def test_functions_fit_one_look():
    lengths = {
        f"{path.name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES_MAX} == {}


def test_functions_take_no_boolean_by_position():
    wrong = [
        f"{path.name}:{node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for default in node.args.defaults
        if isinstance(default, ast.Constant) and isinstance(default.value, bool)
    ]
    assert not wrong
