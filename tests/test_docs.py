"""The documents say what the code does: columns, settings, commands, rooms, tables, links."""

import importlib.metadata
import re
import runpy
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from boekbrug.config.checks import problems_of
from boekbrug.config.limits import Limits, limits
from boekbrug.config.settings import LOG_LEVELS
from boekbrug.server.commands import main
from boekbrug.server.commands.findings import POOLED
from boekbrug.server.records.ledger_tables import batches
from boekbrug.server.records.tables import KEEPING
from boekbrug.server.workbook.settings import TABLES
from boekbrug.server.workflow.formation import Formation, connections_problem

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOLDERS = ("server", "adapters", "config", "tests", "examples", "docs", "bin")
BY_THE_PLATFORM = {
    "DYNO",
    "RENDER_EXTERNAL_HOSTNAME",
    "RAILWAY_PUBLIC_DOMAIN",
    "FLY_APP_NAME",
    "HEROKU_APP_DEFAULT_DOMAIN_NAME",
}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command_paths(group: click.Group, prefix: str = "boekbrug") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from command_paths(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}"


def anchors_of(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_page_of_columns_is_printed_from_the_schemas():
    printed = runpy.run_path(str(ROOT / "docs" / "print_columns.py"))["page"]()
    assert text_of("docs/columns.md") == printed
    assert [name for name in TABLES if f"| {name} |" not in printed] == []


def test_every_rule_has_its_number_and_says_whether_it_is_built():
    rules = re.findall(
        r"^\*\*(B\d+) .+\*\* \*(?:Built|Partly built|Not built)[.:]",
        text_of("docs/bookkeeping.md"),
        re.MULTILINE,
    )
    assert rules == [f"B{number}" for number in range(1, 26)]


def test_every_variable_of_a_server_is_in_the_readme():
    source = text_of("config/settings.py") + text_of("config/checks.py")
    variables = set(re.findall(r'"([A-Z][A-Z_]{3,})"', source)) - {*LOG_LEVELS, *BY_THE_PLATFORM}
    readme = set(re.findall(r"^\| `([A-Z_]+)`", text_of("README.md"), re.MULTILINE))
    assert {"DATA_DIR", "SECRET_KEY", "PORT"} < variables
    assert readme == variables


def test_the_sentences_that_the_readme_quotes_of_a_deploy_are_said():
    section = text_of("README.md").partition("## Deploy it")[2].partition("\n## ")[0]
    quoted = re.findall(r"^   - (`+)(.+?)\1(?!`)", section, re.MULTILINE | re.DOTALL)
    two = Formation(web_processes=2, executes_in_web=True, workers=0, concurrency=3)
    said = [
        *problems_of({"DATABASE_URL": "mysql://", "PUBLIC_URL": "books.example"}),
        connections_problem(two, 20) or "",
        "found schema 0000, needed 0004. Run `boekbrug migrate`.",
        POOLED,
        "the Sheets API is switched off in project 4711. Open ",
    ]
    quotes = [re.split(r" ?\.\.\.", re.sub(r"\s+", " ", quote))[0] for _, quote in quoted]
    assert [quote for quote in quotes if not any(one.startswith(quote) for one in said)] == []
    assert len(quotes) == len(said)


def test_every_limit_is_in_the_readme_with_its_value():
    readme = text_of("README.md")
    rows = [f"| `{limit.name}` | {getattr(limits(), limit.name):,} |" for limit in fields(Limits)]
    assert [row for row in rows if row not in readme] == []


def test_every_command_is_in_the_readme():
    readme = text_of("README.md")
    short = {path: path.removeprefix("boekbrug ") for path in command_paths(main)}
    assert [path for path in short if path not in readme and f"`{short[path]}" not in readme] == []


def test_every_room_and_every_table_is_in_the_architecture():
    page = text_of("ARCHITECTURE.md")
    rooms = [
        path.parent.relative_to(ROOT).as_posix()
        for folder in ("server", "adapters", "config")
        for path in (ROOT / folder).rglob("__init__.py")
        if "migrations" not in path.parts
    ]
    assert [room for room in rooms if f"{room}/" not in page] == []
    names = [name.removeprefix("boekbrug_") for name in KEEPING]
    assert batches.name in KEEPING  # importing the tables of money has filled it
    assert [name for name in names if f"`{name}`" not in page] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path):
    for link in re.findall(r"\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name) if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors_of(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_exists(document: Path):
    start = "|".join(FOLDERS)
    text = document.read_text(encoding="utf-8")
    named = re.findall(rf"`((?:{start})/[\w./-]*)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_make_command_that_is_named_exists(document: Path):
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    named = re.findall(r"(?:`|^)make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


def test_every_decision_is_in_the_list():
    listed = text_of("docs/decisions/README.md")
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("0*.md"))
    assert [name for name in decisions if f"({name})" not in listed] == []
    assert [name[:4] for name in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]


def test_the_changelog_tells_of_this_version():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    assert importlib.metadata.version("boekbrug") == project["version"]
    assert f"## [{project['version']}]" in text_of("CHANGELOG.md")


def test_the_processes_of_the_procfile_exist():
    processes = dict(line.split(": ", 1) for line in text_of("Procfile").splitlines())
    paths = set(command_paths(main))
    assert {processes["release"], processes["worker"]} <= paths
    assert processes["web"] == (
        "gunicorn -c python:boekbrug.config.gunicorn boekbrug.server.wsgi:app"
    )
