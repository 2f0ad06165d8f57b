"""An .xlsx file on a disk: somebody else saves it, has it open, or the server dies."""

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from excel_support import column, invoice, packed, save_rows, workbook, write

from boekbrug.server.workbook.cells import Cells, Changes
from boekbrug.server.workflow.ports import UnreachableError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Sales.xlsx"
    path.write_bytes(packed())
    return path


def _failed_write(path: Path) -> str:
    """Return the sentence of a write that fails for now, and see that nothing was left behind."""
    with pytest.raises(UnreachableError) as caught:
        write(path, invoice(2, State="done"))
    assert not caught.value.permanent
    assert not list(path.parent.glob(".Sales.xlsx.*.tmp"))
    return caught.value.sentence


def test_a_file_saved_by_somebody_meanwhile_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    real, saves = os.fsync, iter(["2026/8", "2026/9"])
    seen = []

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if number := next(saves, None):
            save_rows(path, number)

    def changes_of(cells: Cells) -> Changes:
        seen.append(column(cells, "Invoices", "A")[-1])
        return Changes(rows=(invoice(4, Date=f"seen {seen[-1]}"),))

    monkeypatch.setattr(os, "fsync", fsync)
    workbook(path).change(changes_of)
    assert seen == ["2026/3", "2026/8", "2026/9"]
    assert column(workbook(path).read(), "Invoices", "B")[3:] == ["seen 2026/9"]


def test_a_file_saved_all_the_time_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch):
    numbers = (f"2026/{number}" for number in range(10, 99))
    monkeypatch.setattr(os, "fsync", lambda _: save_rows(path, next(numbers)))
    assert _failed_write(path) == (
        "Sales.xlsx: found saved by somebody else each time it was written, needed at rest. "
        "Wait until nobody works in it; the result is written then."
    )


@pytest.mark.parametrize(
    ("lock", "program"), [("~$Sales.xlsx", "Excel"), (".~lock.Sales.xlsx#", "LibreOffice")]
)
def test_a_workbook_that_is_open_is_left_alone(path: Path, lock: str, program: str):
    path.with_name(lock).touch()
    assert _failed_write(path) == (
        f"Sales.xlsx: found open in {program}, needed closed. Close it; the result is written then."
    )
    assert path.read_bytes() == packed()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            PermissionError(13, "Permission denied"),
            "Sales.xlsx: found locked, needed free to read and write. "
            "Close it in Excel, and let the server write in its folder.",
        ),
        (
            OSError(28, "No space left on device"),
            'Sales.xlsx: found "No space left on device" from the disk, needed a disk that '
            "answers. Look at the disk or the network drive; then press again.",
        ),
    ],
)
@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: OSError, sentence: str
):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, call, fail)
    assert _failed_write(path) == sentence
    assert path.read_bytes() == packed()


KILLED_WRITE = """
import os, sys
from pathlib import Path
from excel_support import invoice, write
os.replace = lambda *_: os.kill(os.getpid(), 9)
write(Path(sys.argv[1]), invoice(2, State="done"))
"""


def test_a_server_killed_while_writing_leaves_the_file_as_it_was(path: Path):
    command = [sys.executable, "-c", KILLED_WRITE, str(path)]
    assert subprocess.run(command, cwd=Path(__file__).parent, check=False).returncode == -9
    assert path.read_bytes() == packed()
    write(path, invoice(2, State="done"))
    assert column(workbook(path).read(), "Invoices", "F")[1] == "done"


def test_the_mode_of_the_file_and_a_link_to_it_stay(path: Path):
    path.chmod(0o640)
    link = path.with_name("Link.xlsx")
    link.symlink_to(path)
    write(link, invoice(2, State="done"))
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert column(workbook(path).read(), "Invoices", "F")[1] == "done"


def test_openpyxl_reads_what_was_written(path: Path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Invoices"
    sheet.append(["Number", "State"])
    sheet.append(["2026/1", None])
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())
    write(path, invoice(2, Date="done & dusted"))
    assert openpyxl.load_workbook(path)["Invoices"]["B2"].value == "done & dusted"
