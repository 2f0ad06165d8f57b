"""The demo is the whole way: real commands, gunicorn, signed presses over HTTP, the sheet."""

import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "examples" / "demo.py"


def test_the_demo_does_the_main_job_and_can_be_run_again(tmp_path):
    folder = tmp_path / "demo"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, DEMO, "--folder", folder], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        printed = " ".join(done.stdout.split())
        for said in (
            "$ boekbrug migrate",
            "$ boekbrug workbook attach",
            "31 accountant's numbers kept",
            "103 invoices, 9 credit notes; an export costs EUR 12.36. Nothing is wrong.",
            "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36.",
            "Boulangerie Élise sprl │ 100033",
            "2026/168 │ Bakkerij Janssens bv │ on hold",
            "Server stopped.",
        ):
            assert said in printed
        files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        assert {"acme.xlsx", "files/2026/2026-07 to 2026-09 Export 1 WinBooks Acme bv.zip"} < files
