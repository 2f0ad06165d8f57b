"""The main job from one command: a workbook goes in, WinBooks files come out, the sheet says so.

It does what a person would, with the same commands and the same signed presses, in `demo/`.
"""

import argparse
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from demo_report import report
from press import PERIOD, POLL_INTERVAL_S, DemoError, Press, console, free_port, signed

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = Path("examples/acme.xlsx")
BOEKBRUG = Path(sys.executable).with_name("boekbrug")
TEAM = "Acme bv"
SETTINGS = ("DATABASE_URL", "SECRET_KEY", "PUBLIC_URL", "EXECUTE_IN_WEB", "LOG_LEVEL")
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 60


def main() -> int:
    """Run the demo; return 0 only when everything happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep-serving", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path("demo"), help="emptied first")
    arguments = parser.parse_args()
    os.chdir(ROOT)
    demo = arguments.folder
    shutil.rmtree(demo, ignore_errors=True)
    demo.mkdir()
    workbook, files = demo / "acme.xlsx", demo / "files"
    shutil.copy(EXAMPLE, workbook)
    environment = environment_of(demo / "data", free_port())
    try:
        workbook_id, secret = set_up(environment, workbook, files)
        with _server(environment, demo / "server.log") as address:
            days = f"{PERIOD['from']} to {PERIOD['to']}"
            press = Press(address, workbook_id, partial(signed, secret), f"{days}, signed")
            checked = press.run("check", period=PERIOD)
            exported = press.run("export", period=PERIOD, plan=checked["result"]["plan"])
            report(exported, EXAMPLE, workbook, files)
            if arguments.keep_serving:
                _keep_serving(exported["page_url"])
    except (DemoError, subprocess.CalledProcessError) as error:
        console.print(f"[red]The demo stopped:[/] {error}")
        return 1
    return 0


def environment_of(data: Path, port: int) -> dict[str, str]:
    """Return the environment of the commands: this one without a server's own settings."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return kept | {
        "DATA_DIR": str(data),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "OPERATOR_CONTACT": "help@acme.example",
        "LOG_LEVEL": "WARNING",
    }


def set_up(environment: Mapping[str, str], workbook: Path, files: Path) -> tuple[str, str]:
    """Do what whoever runs a server does once; return the workbook's id and its secret."""
    dossier = "acme/winbooks"
    command(environment, "migrate")
    command(environment, "team", "add", "acme", TEAM)
    command(environment, "wallet", "top-up", "acme", "25.00", "--reason", "first payment")
    owner = ("--vat-number", "BE0403019261", "--name", TEAM, "--program", "winbooks")
    command(environment, "dossier", "add", dossier, *owner)
    where = ("--dossier", dossier, "--folder", str(files))
    attached = command(
        environment,
        *("workbook", "attach", str(workbook), *where, "--keep-numbers", TEAM),
    )
    told = dict(line.split(": ", 1) for line in attached.splitlines() if ": " in line)
    return told["Workbook id"], told["Webhook secret, shown once"]


def command(environment: Mapping[str, str], *arguments: str) -> str:
    """Show a command and what it says; return that, or stop when it fails."""
    console.print(f"[bold cyan]$ boekbrug {shlex.join(arguments)}[/]")
    done = subprocess.run(
        [BOEKBRUG, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    console.print(f"{done.stdout}{done.stderr}".rstrip(), markup=False)
    if done.returncode:
        raise DemoError(f"boekbrug {arguments[0]} ended with {done.returncode}")
    return done.stdout


@contextmanager
def _server(environment: Mapping[str, str], log_path: Path) -> Iterator[str]:
    """Serve by gunicorn on a free port of this machine, and stop at the end."""
    address = f"http://127.0.0.1:{environment['PORT']}"
    console.print(f"[bold cyan]$ boekbrug serve[/]\nServing {address}")
    log = log_path.open("w")
    process = subprocess.Popen(
        [BOEKBRUG, "serve"], env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        _wait_until_ready(address, process, log_path)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=STOP_TIMEOUT_S)
        log.close()
        console.print("Server stopped.")


def _wait_until_ready(address: str, process: "subprocess.Popen[bytes]", log_path: Path) -> None:
    give_up_at = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < give_up_at and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health/ready", timeout=5):  # noqa: S310 - ours
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(POLL_INTERVAL_S)
    raise DemoError(f"the server did not start; {log_path} says why")


def _keep_serving(page_url: str) -> None:
    console.print(f"\nThe page of this export: {page_url}\nStop with Ctrl-C.", soft_wrap=True)
    with suppress(KeyboardInterrupt):
        signal.pause()


if __name__ == "__main__":
    sys.exit(main())
