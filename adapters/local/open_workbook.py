"""An .xlsx file in memory: its tabs as cells, and the same file with changes in it.

Never saved by a spreadsheet library: they drop the results of formulas, so that the next read
would find blanks. Sheet parts of the zip are replaced; every other part stays byte for byte.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from boekbrug.adapters.local.archive import BROKEN_ERRORS, Archive
from boekbrug.adapters.local.placement import PlacedChange, place
from boekbrug.adapters.local.refusals import ExcelLimits, no_tab, unsound
from boekbrug.adapters.local.sheet_xml import SheetXml, Texts
from boekbrug.server.workbook.cells import (
    Cell,
    CellError,
    Cells,
    Changes,
    RowChange,
    Tab,
    TabContent,
    WriteResult,
)

_Value = float | str | bool | time | date | datetime | timedelta  # what calamine hands out


class OpenWorkbook:
    """An .xlsx file in memory."""

    def __init__(self, content: bytes, limits: ExcelLimits) -> None:
        """Look the file over before any of it is parsed.

        Raises:
            RefusedWorkbookError: it is no sound .xlsx file, or above a limit.
        """
        self.content = content
        self.digest = sha256(content).hexdigest()
        with _sound(content):
            self._archive = Archive(content)
        limits.check_uncompressed(self._archive.uncompressed_bytes)
        with _sound(content):
            self._parts = self._archive.sheet_parts()
            self._sheets = {
                title: SheetXml(self._archive.part(part)) for title, part in self._parts.items()
            }
            extents = {title: sheet.extent() for title, sheet in self._sheets.items()}
        limits.check_extents(extents)

    def cells(self) -> Cells:
        """Return all tabs; raises RefusedWorkbookError when they are not sound."""
        with _sound(self.content):
            book = CalamineWorkbook.from_filelike(BytesIO(self.content))
            tabs = tuple(
                _tab(
                    title,
                    book.get_sheet_by_name(title).to_python(skip_empty_area=False),
                    sheet.errors(),
                )
                for title, sheet in self._sheets.items()
            )
        return Cells(tabs=tabs, digest=self.digest)

    def with_changes(self, changes: Changes, *, read_digest: str) -> tuple[bytes, WriteResult]:
        """Return the file with the changes in it, and what found no place.

        A change is unplaced when its row is not there any more, or when each of its texts that
        differs would have to overwrite a formula.

        Raises:
            RefusedWorkbookError: a tab of the changes is not there.
        """
        written: dict[str, bytes] = {}
        unplaced: list[RowChange] = []
        with _sound(self.content):
            tabs = {tab.title: tab for tab in self.cells().tabs} if changes.rows else {}
            for title, of_tab in _by_tab(changes.rows).items():
                sheet = self._sheet(title)
                placed = place(tabs[title], of_tab, rows_moved=read_digest != self.digest)
                written[title], kept = sheet.with_texts(_merged(placed))
                unplaced += [each.change for each in placed if _found_no_place(each, kept)]
            for tab in changes.tabs:
                sheet = self._sheet(tab.tab)
                written[tab.tab], _ = sheet.with_texts(_whole(sheet, tab))
            return self._with_sheets(written), WriteResult(tuple(unplaced))

    def _with_sheets(self, written: Mapping[str, bytes]) -> bytes:
        """Return the file with these sheets; the very same bytes when they are as they were."""
        if all(self._sheets[title].xml == xml for title, xml in written.items()):
            return self.content
        return self._archive.with_parts({self._parts[title]: xml for title, xml in written.items()})

    def _sheet(self, title: str) -> SheetXml:
        if title not in self._sheets:
            raise no_tab(title)
        return self._sheets[title]


@contextmanager
def _sound(content: bytes) -> Iterator[None]:
    """Say in words that the file cannot be read, whatever found it out."""
    try:
        yield
    except (*BROKEN_ERRORS, CalamineError) as error:
        raise unsound(content) from error


def _tab(title: str, rows: list[list[_Value]], errors: Mapping[tuple[int, int], str]) -> Tab:
    columns: list[list[Cell]] = [
        [_cell(value) for value in column] for column in zip(*rows, strict=True)
    ]
    for (row, column), code in errors.items():
        columns[column - 1][row - 1] = CellError(code)
    return Tab(title, tuple(columns))


def _cell(value: _Value) -> Cell:
    if isinstance(value, (time, timedelta)):
        return str(value)
    return None if value == "" else value


def _by_tab(changes: tuple[RowChange, ...]) -> dict[str, list[RowChange]]:
    by_tab: dict[str, list[RowChange]] = defaultdict(list)
    for change in changes:
        by_tab[change.tab].append(change)
    return by_tab


def _merged(placed: list[PlacedChange]) -> Texts:
    texts: Texts = defaultdict(dict)
    for each in placed:
        for (row, column), text in (each.texts or {}).items():
            texts[row][column] = text
    return texts


def _whole(sheet: SheetXml, content: TabContent) -> Texts:
    """Return the content as texts, and '' for every other cell that is there."""
    texts = {row: dict.fromkeys(columns, "") for row, columns in sheet.columns_by_row().items()}
    for number, row in enumerate(content.rows, start=1):
        texts.setdefault(number, {}).update(enumerate(row, start=1))
    return texts


def _found_no_place(placed: PlacedChange, kept: set[tuple[int, int]]) -> bool:
    if placed.texts is None:
        return True
    return bool(placed.texts) and placed.texts.keys() <= kept
