"""A Dutch run from the new sheet to the accountant's file, and all that people read of it."""

import html
import importlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
from house_support import Book, House

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.server.app import create_app
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import Run
from boekbrug.server.web.links import RunLinks
from boekbrug.server.workbook.first_sheet import first_sheet
from boekbrug.server.workbook.presets import Rows
from boekbrug.server.workbook.spoken_sheet import spoken

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_NO_TEXT = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Read:
    """What people read: `cells` and such stand alone, `texts` hold sentences."""

    cells: frozenset[str]
    texts: str

    def __or__(self, other: "Read") -> "Read":
        return Read(self.cells | other.cells, f"{self.texts}\n{other.texts}")


def dutch_book(house: House, rows: dict[str, Rows]) -> Book:
    """Make a Dutch sheet of these rows, which are given in English, and attach it."""
    acme = importlib.import_module("acme_data")
    asked = [{**row} for row in rows["Settings"] if row["Setting"] != "Language"]
    tabs = first_sheet(
        first_document_on=acme.BEFORE,
        programs=("winbooks",),
        parameters=setting_rows(installed()["winbooks"].Parameters),
        rows={**rows, "Settings": [*asked, {"Setting": "Language", "Value": "nl"}]},
    )
    path = house.directory / "verkoop.xlsx"
    write_new_workbook(path, spoken(tabs, "nl"), made_at=datetime(2026, 10, 1, tzinfo=UTC))
    return Book(house, house.attach(path, keep_numbers="Acme bv"))


def read_in_sheet(path: Path) -> Read:
    """Return what stands in a sheet: its tabs, cells, notes and lists."""
    book: Any = openpyxl.load_workbook(path)
    cells, notes = set(book.sheetnames), []
    for tab in book:
        for cell in (cell for row in tab.iter_rows() for cell in row):
            cells.add(str(cell.value or ""))
            notes += [cell.comment.text] if cell.comment else []
        for rule in tab.data_validations.dataValidation:
            cells |= {rule.errorTitle, *rule.formula1.strip('"').split(",")}
            notes.append(rule.error)
    return Read(frozenset(cells), "\n".join([*cells, *notes]))


def read_of_run(house: House, run: Run) -> Read:
    """Return what the sidebar, the page of the run and the page in its files say in Dutch."""
    service = house.service
    links, client = RunLinks.of(service), create_app(service).test_client()
    token = links.token(run.id, run.workbook_id)

    def got(part: str) -> str:
        address = links.address(run.id, part, token).removeprefix(service.public_url)
        return str(client.get(address, headers={"Accept-Language": "nl"}).text)

    parts = [json.loads(got(part)) for part in ("", "problems", "documents")]
    texts = [text for part in parts for text in _read_by_people(part)]
    pages = [got("page"), *_pages_in_files(house, run)]
    return Read(frozenset(), "\n".join([*texts, *(_shown(page) for page in pages)]))


def _read_by_people(content: Any, name: str = "") -> Iterator[str]:
    """Yield the texts of an answer, in Dutch where it has them by language."""
    machines = ("action", "state", "kind", "selection", "weight", "en")
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _read_by_people(value, key) if key not in machines else ()
    elif isinstance(content, list):
        for value in content:
            yield from _read_by_people(value, name)
    elif isinstance(content, str) and not name.endswith("url"):
        yield content


def _pages_in_files(house: House, run: Run) -> Iterator[str]:
    for name in house.service.office.file_names(run):
        stored = house.service.office.file(run, name)
        assert stored is not None
        with zipfile.ZipFile(io.BytesIO(stored.file.content)) as archive:
            yield " ".join(archive.namelist())
            for page in (one for one in archive.namelist() if one.endswith(".html")):
                yield archive.read(page).decode()


def _shown(page: str) -> str:
    return " ".join(html.unescape(_NO_TEXT.sub(" ", page)).split())
