"""A program module from outside the repository: one package, one line of its pyproject."""

import os
import subprocess
import sys
from pathlib import Path

PLAINBOOKS = Path(__file__).with_name("plainbooks.py").read_text(encoding="utf-8")
ASK = """
from boekbrug.server.programs.protocol import UnusableProgramError, installed
try:
    print([f"{name}: {program.TITLE}" for name, program in installed().items()])
except UnusableProgramError as error:
    print(error)
"""


def ask(folder: Path, *, api: int = 1, last: str = "totals") -> str:
    """Install the package into a folder beside this project and return what a server says."""
    information = folder / "plainbooks-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: plainbooks\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[boekbrug.programs]\nplain = plainbooks\n")
    source = PLAINBOOKS.replace("API = 1", f"API = {api}").replace("def totals", f"def {last}")
    (folder / "plainbooks.py").write_text(source)
    environment = os.environ | {"PYTHONPATH": str(folder)}
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


def test_a_package_from_elsewhere_adds_its_program(tmp_path: Path):
    expected = "['journal_csv: Journal CSV', 'plain: Plainbooks', 'winbooks: WinBooks']"
    assert ask(tmp_path) == expected


def test_a_package_for_another_protocol_stops_the_start(tmp_path: Path):
    assert ask(tmp_path, api=7) == (
        "Program plain: found API 7, needed 1. "
        "Install the version of plainbooks that was made for this server."
    )


def test_a_package_that_lacks_a_function_stops_the_start(tmp_path: Path):
    assert ask(tmp_path, last="total") == (
        "Program plain: plainbooks lacks totals; "
        "needed: API, TITLE, FACTS, Parameters, check, render, totals."
    )
