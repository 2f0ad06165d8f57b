"""What every place for files keeps of what is delivered, whatever happens there meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from files_support import Place

from boekbrug.adapters.google import uploads
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workflow.ports import UnreachableError

NAME = "2026-10 Export 12 WinBooks Acme.zip"
FILE = ExportFile(NAME, b"PK\x03\x04\r\n\xff\xfe no newline at the end", "application/zip")
OTHER = ExportFile(NAME, b"other bytes", "application/zip")
LARGE = ExportFile(NAME, bytes(range(256)) * 20_000, "application/zip")
ODD_NAMES = ["O'Neill \\ zonen.zip", "Café — één.zip", "a/b.zip", "'", 'say "50 %?*.zip', "x" * 190]
Ended = str | UnreachableError


@pytest.fixture
def place(files_place: Place) -> Place:
    return files_place


def delivered(place: Place, file: ExportFile, year: int = 2026) -> str:
    """Deliver as a run of its own does."""
    return place.port().deliver(file, year=year)


def at_once(*deliveries: Callable[[], str]) -> list[Ended]:
    """Begin all at the same moment and return how they ended."""
    ready = Barrier(len(deliveries))

    def begun(deliver: Callable[[], str]) -> Ended:
        ready.wait()
        try:
            return deliver()
        except UnreachableError as error:
            return error

    with ThreadPoolExecutor(len(deliveries)) as threads:
        return list(threads.map(begun, deliveries))


@pytest.mark.parametrize("file", [FILE, LARGE, ExportFile(NAME, b"")], ids=["", "large", "empty"])
def test_a_file_is_kept_to_the_byte_and_a_later_run_finds_it_there(place: Place, file: ExportFile):
    assert len(LARGE.content) > uploads.MULTIPART_BYTES_MAX
    assert delivered(place, file) == delivered(place, file)
    assert place.holds() == [(f"2026/{NAME}", file.content)]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_of_any_name_is_kept_once(place: Place, name: str):
    file = ExportFile(name, name.encode())
    assert delivered(place, file) == delivered(place, file)
    assert [content for _, content in place.holds()] == [name.encode()]


def test_a_proof_leaves_nothing_behind(place: Place):
    place.port().prove()
    assert place.holds() == []


def test_other_bytes_under_a_name_leave_those_that_are_there(place: Place):
    delivered(place, FILE)
    with pytest.raises(UnreachableError) as refused:
        delivered(place, OTHER)
    assert refused.value.permanent
    assert place.holds() == [(f"2026/{NAME}", FILE.content)]


def test_the_same_name_in_another_year_is_another_file(place: Place):
    delivered(place, OTHER, 2025)
    delivered(place, FILE)
    assert place.holds() == [(f"2025/{NAME}", OTHER.content), (f"2026/{NAME}", FILE.content)]


def test_what_people_and_earlier_years_put_there_is_left_alone(place: Place):
    place.put(2025, NAME, b"of last year")
    place.put(2026, "notes.txt", b"a person's own")
    delivered(place, FILE)
    assert place.holds() == [
        (f"2025/{NAME}", b"of last year"),
        (f"2026/{NAME}", FILE.content),
        ("2026/notes.txt", b"a person's own"),
    ]


def test_a_place_that_is_gone_takes_nothing_until_it_is_back(place: Place):
    delivered(place, OTHER, 2025)
    place.take_away()
    for asked in (place.port().prove, lambda: delivered(place, FILE)):
        with pytest.raises(UnreachableError, match=r": found .+, needed "):
            asked()
    place.bring_back()
    assert [name for name, _ in place.holds()] == [f"2025/{NAME}"]
    delivered(place, FILE)
    assert [name for name, _ in place.holds()] == [f"2025/{NAME}", f"2026/{NAME}"]


@pytest.mark.parametrize("file", [FILE, LARGE], ids=["", "large"])
def test_two_deliveries_at_once_leave_one_file(place: Place, file: ExportFile):
    first, second = at_once(*[lambda: delivered(place, file)] * 2)
    assert first == second
    assert place.holds() == [(f"2026/{NAME}", file.content)]


def test_of_two_at_once_with_other_bytes_one_is_refused(place: Place):
    ends = at_once(lambda: delivered(place, FILE), lambda: delivered(place, OTHER))
    [refused] = [end for end in ends if isinstance(end, UnreachableError)]
    assert refused.permanent
    kept = OTHER if refused is ends[0] else FILE
    assert place.holds() == [(f"2026/{NAME}", kept.content)]
