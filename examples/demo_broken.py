"""What a check says of a month with one mistake of every usual kind: a list to work through.

It runs the commands that a person would, on a copy of `examples/broken.xlsx` in `demo-broken/`.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from demo import command, environment_of, set_up
from press import DemoError, console, free_port

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = Path("examples/broken.xlsx")
OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31")


def main() -> int:
    """Run the demo; return 0 when the check is done and has found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("demo-broken"), help="emptied first")
    folder = parser.parse_args().folder
    os.chdir(ROOT)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    workbook = folder / "broken.xlsx"
    shutil.copy(EXAMPLE, workbook)
    environment = environment_of(folder / "data", free_port())
    try:
        set_up(environment, workbook, folder / "files")
        told = command(environment, "check", str(workbook), *OCTOBER)
    except DemoError as error:
        console.print(f"[red]The demo stopped:[/] {error}")
        return 1
    console.print(f"\nThe same list stands in {workbook}, tab Check, and beside each row.")
    return 0 if "to fix" in told else 1


if __name__ == "__main__":
    sys.exit(main())
