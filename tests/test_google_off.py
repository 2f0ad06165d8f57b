"""A server without Google does not carry the libraries for it, 18 of 115 MB."""

import json
import subprocess
import sys
from typing import Any

import pytest

LOADED = """
import sys
from pathlib import Path

from boekbrug.server.assembly import Settings, assemble
from boekbrug.server.commands import main

assemble(
    Settings(
        data_directory=Path("data"),
        secret_key="k" * 32,
        public_url="http://127.0.0.1:8000",
        operator_contact="help@books.example",
        google_credentials=sys.argv[1] or None,
    )
)
print(*sorted({"google.auth", "gspread", "requests"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("is_on", "loaded"), [(False, ""), (True, "google.auth gspread requests")])
def test_googles_libraries_are_loaded_only_where_google_is_on(
    tmp_path, key_file: dict[str, Any], *, is_on: bool, loaded: str
):
    key = json.dumps(key_file) if is_on else ""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, key],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", loaded)
