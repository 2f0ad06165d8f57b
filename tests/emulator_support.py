"""A spreadsheet in an emulator without accounts, spoken to without a network.

Whatever is asked must be emulated and keep to Google's published contract.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from google_emulator import contract, drive_files, drive_uploads, sheets_api, values_api
from google_emulator.grid import Spreadsheet
from google_emulator.http import Emulator, Request
from google_emulator.people import Person
from google_emulator.workbooks import Tabs, add_workbook

PARTS = (drive_uploads, drive_files, values_api, sheets_api)


def bare_emulator() -> Emulator:
    """Make an emulator of Sheets and Drive without accounts: everybody may do everything."""
    emulator = Emulator()
    for part in PARTS:
        part.install(emulator)
    return emulator


class Workbook:
    """One spreadsheet, with the calls of Sheets that tests need and somebody who types."""

    def __init__(self, tabs: Tabs | None = None, locale: str = "en_US") -> None:
        self.emulator = bare_emulator()
        state = self.emulator.state
        made = add_workbook(state, "Books", tabs or {"Sheet1": []}, locale=locale)
        self.id = made.id
        self.person = Person(state, made.id)

    @property
    def now(self) -> Spreadsheet:
        return self.emulator.state.spreadsheets[self.id]

    def call(self, method: str, path: str, body: Any = None, **query: Any) -> tuple[int, Any]:
        """Send a request for this spreadsheet; give the status and the body."""
        lists = {k: v if isinstance(v, list) else [v] for k, v in query.items()}
        content = b"" if body is None else json.dumps(body).encode()
        path = f"/v4/spreadsheets/{self.id}{path}"
        response = self.emulator.answer(Request(method, path, lists, {}, content))
        return response.status, json.loads(response.encoded())

    def put(self, where: str, values: Any, option: str = "RAW") -> tuple[int, Any]:
        body = {"values": values}
        return self.call("PUT", f"/values/{quote(where, safe='')}", body, valueInputOption=option)

    def get(self, where: str, render: str = "UNFORMATTED_VALUE", **query: Any) -> Any:
        """Read the values; None when there are none."""
        path = f"/values/{quote(where, safe='')}"
        return self.call("GET", path, valueRenderOption=render, **query)[1].get("values")

    def batch(self, *requests: Any) -> tuple[int, Any]:
        return self.call("POST", ":batchUpdate", {"requests": list(requests)})

    def show(self, fields: str, *ranges: str) -> Any:
        return self.call("GET", "", fields=fields, ranges=list(ranges))[1]

    def finish(self) -> None:
        """Fail when something was asked that is not emulated or not in the contract."""
        assert self.emulator.unimplemented == []
        assert self.emulator.crashes == []
        assert [v for each in self.emulator.exchanges for v in contract.violations(each)] == []


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    """An empty spreadsheet in English (United States)."""
    workbook = Workbook()
    yield workbook
    workbook.finish()


def cell(row: int, column: int, **more: int) -> dict[str, int]:
    """Name a cell, or a larger range, as a GridRange of the first sheet."""
    ends = {"endRowIndex": row + 1, "endColumnIndex": column + 1} | more
    return {"sheetId": 0, "startRowIndex": row, "startColumnIndex": column} | ends


def update(value: dict[str, object], *, row: int = 0, column: int = 0) -> dict[str, object]:
    """Make a request that writes one cell's value."""
    rows = [{"values": [{"userEnteredValue": value}]}]
    body = {"range": cell(row, column), "rows": rows, "fields": "userEnteredValue"}
    return {"updateCells": body}


def cells_of(shown: Any) -> list[Any]:
    """Give the cells of an answer of spreadsheets.get, row by row."""
    return [each for row in shown["sheets"][0]["data"][0]["rowData"] for each in row["values"]]
