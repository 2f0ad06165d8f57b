"""The demonstration with Google: a code, three presses of the button, a file in the Drive."""

import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "examples" / "demo_google.py"
EXPORT = "Acme/Exports/2026/2026-07 to 2026-09 Export 1 WinBooks Acme bv.zip"
SAID = (
    "/connect by an@acme.example",
    "Connected as an@acme.example to Acme bv. Reading: works. Writing: works. Folder: works.",
    "/webhooks/set-up by an@acme.example",
    "Set up: ",
    "/webhooks/check by an@acme.example",
    "103 invoices, 9 credit notes; an export costs EUR 12.36. Nothing is wrong.",
    "/webhooks/export by an@acme.example",
    "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36.",
    "Boulangerie Élise sprl │ 100033",
    "2026/168 │ Bakkerij Janssens bv │ on hold",
    "Server stopped.",
    f"In the emulated Drive {EXPORT}",
)


def test_the_demo_with_google_does_what_it_prints_and_leaves_nothing_running(tmp_path: Path):
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "of the last time").touch()
    done = subprocess.run(
        [sys.executable, DEMO, "--folder", folder],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    printed = " ".join(done.stdout.split())
    places = [printed.find(said) for said in SAID]
    assert -1 not in places
    assert places == sorted(places), "in the order in which they are done"
    assert [port for port in ports_in(printed) if is_served(port)] == []
    with zipfile.ZipFile(folder / "drive" / EXPORT) as archive:
        assert {"CSF.TXT", "ACT.TXT", "manifest.json"} < set(archive.namelist())
    tabs = openpyxl.load_workbook(folder / "sheet.xlsx").sheetnames
    assert {"Start", "Check", "Exports", "Balance"} < set(tabs)
    assert not (folder / "of the last time").exists()


def ports_in(printed: str) -> set[int]:
    found = {int(port) for port in re.findall(r"http://127\.0\.0\.1:(\d+)", printed)}
    assert len(found) == 2, "the server's, and the emulator's"
    return found


def is_served(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
