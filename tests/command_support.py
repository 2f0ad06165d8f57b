"""The command line as a person types it, in a folder without a server's settings."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from boekbrug.server.commands import main

SETTINGS = (
    *("DATABASE_URL", "DATA_DIR", "SECRET_KEY", "PUBLIC_URL", "PORT", "HOST", "LOG_LEVEL"),
    "GOOGLE_CREDENTIALS",
    "TARIFF",
)
OWNER = ("--vat-number", "BE0403019261", "--name", "Acme bv", "--program", "winbooks")


def typed(*arguments: str) -> tuple[int, str]:
    """Return the exit code of a command and what it prints."""
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.exit_code, done.output.strip()


@pytest.fixture
def empty_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, where nothing of this machine's settings is seen."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(tmp_path)
    return tmp_path
