import errno
import os
from pathlib import Path

import pytest

from boekbrug.adapters.local.folder import Folder, safe_name
from boekbrug.adapters.local.whole_file import sync_folder
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workflow.ports import UnreachableError

FILE = ExportFile("2026-10 Export 12 WinBooks Acme.zip", b"the bytes", "application/zip")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Exports"
    path.mkdir()
    return path


def refusal(path: Path, file: ExportFile = FILE) -> UnreachableError:
    with pytest.raises(UnreachableError) as caught:
        Folder(path).deliver(file, year=2026)
    return caught.value


def test_a_file_is_delivered_into_the_folder_of_its_year(path: Path):
    delivered = Folder(path).deliver(FILE, year=2026)
    assert delivered == str(path / "2026" / "2026-10 Export 12 WinBooks Acme.zip")
    assert Path(delivered).read_bytes() == b"the bytes"
    assert [file.name for file in (path / "2026").iterdir()] == [FILE.name]


def test_delivering_again_changes_nothing(path: Path):
    delivered = Path(Folder(path).deliver(FILE, year=2026))
    before = delivered.stat()
    Folder(path).deliver(FILE, year=2026)
    assert delivered.stat().st_ino == before.st_ino
    assert delivered.stat().st_mtime_ns == before.st_mtime_ns


def no_hard_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("disk", ["with hard links", "without hard links"])
def test_other_bytes_under_the_name_are_never_overwritten(
    path: Path, disk: str, monkeypatch: pytest.MonkeyPatch
):
    if disk == "without hard links":
        monkeypatch.setattr(os, "link", no_hard_links)
    delivered = Path(Folder(path).deliver(FILE, year=2026))
    error = refusal(path, ExportFile(FILE.name, b"other bytes"))
    assert error.permanent
    assert error.sentence == (
        "2026-10 Export 12 WinBooks Acme.zip: found another file of that name in Exports/2026, "
        "needed the name free. Move that file away; the next export delivers it, for nothing."
    )
    assert delivered.read_bytes() == b"the bytes"


def test_a_folder_proves_that_it_can_be_written_and_nothing_stays_in_it(path: Path):
    Folder(path).prove()
    assert list(path.iterdir()) == []
    path.rmdir()
    with pytest.raises(UnreachableError) as refused:
        Folder(path).prove()
    assert refused.value.sentence == (
        "Folder: found no such folder at Exports, needed a folder to write in. Connect the drive "
        "or make the folder writable; press again."
    )


def test_a_missing_drive_is_no_folder_to_make(path: Path):
    path.rmdir()
    error = refusal(path)
    assert not error.permanent
    assert error.sentence == (
        "2026-10 Export 12 WinBooks Acme.zip: found no such folder at Exports, needed a folder to "
        "write in. Connect the drive or make the folder writable; the file is delivered then."
    )
    assert not path.exists()


def test_a_disk_that_refuses_leaves_no_part_of_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    error = refusal(path)
    assert not error.permanent
    assert 'found "No space left on device" at Exports' in error.sentence
    assert list((path / "2026").iterdir()) == []


def test_a_name_cannot_leave_its_folder(path: Path):
    delivered = Path(Folder(path).deliver(ExportFile("../../etc/a:b.zip", b""), year=2026))
    assert delivered == path / "2026" / "-..-etc-a-b.zip"
    assert [safe_name(name) for name in ("..", "", "a\\b\0c.", " x ")] == ["-", "-", "a-b-c", "x"]


@pytest.mark.parametrize(
    ("name", "delivered"),
    [
        ("\U0001f9fe" * 60 + ".zip", "\U0001f9fe" * 49 + ".zip"),
        ("é" * 300, "é" * 100),
        ("x" * 199 + ".zip", "x" * 196 + ".zip"),
        ("x" * 195 + " .zip", "x" * 195 + " .zip"),
        ("x" * 195 + " y.zip", "x" * 195 + ".zip"),
        ("x." + "y" * 300, "x." + "y" * 198),
    ],
)
def test_a_name_that_is_too_long_is_cut_and_keeps_its_extension(
    path: Path, name: str, delivered: str
):
    assert Folder(path).deliver(ExportFile(name, b"x"), year=2026) == str(path / "2026" / delivered)
    assert [file.name for file in (path / "2026").iterdir()] == [delivered]


def test_a_system_without_folder_descriptors_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "O_DIRECTORY")
    sync_folder(Path("nowhere"))
