"""An .xlsx file in memory: its tabs as cells, and the same file with changes in it.

Never saved by a spreadsheet library: they drop the results of formulas, so that the next read
would find blanks. Sheet parts of the zip are replaced; every other part stays byte for byte.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from boekbrug.adapters.local.archive import BROKEN_ERRORS, Archive
from boekbrug.adapters.local.linked_cells import linked_files
from boekbrug.adapters.local.refusals import (
    ExcelLimits,
    check_part_count,
    no_day,
    no_tab,
    unread,
    unsound,
)
from boekbrug.adapters.local.row_xml import clean_text
from boekbrug.adapters.local.shared_texts import check_shared_texts
from boekbrug.adapters.local.sheet_xml import SheetXml, Texts
from boekbrug.adapters.local.styles import percent_styles
from boekbrug.adapters.local.values import read_columns, readable_copy
from boekbrug.server.workbook.cells import Cell, Cells, Changes, Tab, TabContent, differing
from boekbrug.server.workbook.shape import Shape


class OpenWorkbook:
    """An .xlsx file in memory."""

    def __init__(self, content: bytes, limits: ExcelLimits) -> None:
        """Look the file over before any of it is parsed.

        Raises:
            RefusedWorkbookError: it is no sound .xlsx file, or above a limit.
        """
        self.content = content
        check_part_count(content)
        with _sound(content):
            self._archive = Archive(content)
        limits.check_uncompressed(self._archive.uncompressed_bytes)
        with _sound(content):
            self._parts = self._archive.sheet_parts()
            self._other_files = linked_files(self._archive)
            percentages = self._percent_styles()
            self._sheets = {
                title: SheetXml(self._archive.part(part), percentages)
                for title, part in self._parts.items()
            }
            self._extents = {title: sheet.extent() for title, sheet in self._sheets.items()}
            limits.check_extents(self._extents)
            widened_bytes = sum(sheet.widened_bytes() for sheet in self._sheets.values())
            limits.check_uncompressed(self._archive.uncompressed_bytes + widened_bytes)
            if shared := self._archive.related_part("sharedStrings"):
                check_shared_texts(self._archive.part(shared), self._sheets.values(), limits)

    @property
    def has_macros(self) -> bool:
        """Whether it is what Excel calls a macro-enabled workbook."""
        return self._archive.related_part("vbaProject") is not None

    def cells(self) -> Cells:
        """Return all tabs; raises RefusedWorkbookError when they are not sound."""
        with _sound(self.content):
            book = CalamineWorkbook.from_filelike(
                readable_copy(
                    self._archive, (one.without_errors() for one in self._sheets.values())
                )
            )
            tabs = tuple(
                Tab(title, self._columns(title, book.get_sheet_by_index(index)), self._shape(title))
                for index, title in enumerate(self._sheets)
            )
        return Cells(tabs)

    def with_changes(self, cells: Cells, changes: Changes) -> bytes:
        """Return the file with the changes in it; formulas and notes stay as they are.

        Args:
            cells: what `cells` returned.
            changes: made from them.

        Raises:
            RefusedWorkbookError: a tab of the changes is not there.
        """
        texts = defaultdict[str, Texts](dict)
        tabs = {tab.title: tab for tab in cells.tabs}
        for change in changes.rows:
            self._sheet(change.tab)
            wanted = {(change.row, at): clean_text(text) for at, text in change.texts.items()}
            for (row, column), text in differing(tabs[change.tab], wanted).items():
                texts[change.tab].setdefault(row, {})[column] = text
        with _sound(self.content):
            for tab in changes.tabs:
                texts[tab.tab] = _whole(self._sheet(tab.tab), tab)
            return self._with_sheets(
                {title: self._sheet(title).with_texts(of_tab) for title, of_tab in texts.items()}
            )

    def _columns(self, title: str, sheet: CalamineSheet) -> tuple[list[Cell], ...]:
        try:
            return read_columns(sheet, self._extents[title], self._sheets[title].marks())
        except OverflowError as error:
            raise no_day(title) from error

    def _shape(self, title: str) -> Shape:
        tables = self._archive.parts_of(self._parts[title], "table")
        first_day = (
            date(1904, 1, 1) if self._archive.counts_days_from_1904() else date(1899, 12, 30)
        )
        parts = map(self._archive.part, tables)
        return self._sheets[title].shape(parts, first_day, self._other_files)

    def _percent_styles(self) -> frozenset[int]:
        part = self._archive.related_part("styles")
        return percent_styles(self._archive.tree(part)) if part else frozenset()

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
    except MemoryError as error:
        raise unread() from error
    except BaseException as error:
        # The library's own way to stop, which it does not export and which is no Exception.
        if type(error).__name__ == "PanicException":
            raise unread() from error
        raise


def _whole(sheet: SheetXml, content: TabContent) -> Texts:
    """Return the content as texts, and '' for every other cell that is there."""
    texts = {row: dict.fromkeys(columns, "") for row, columns in sheet.columns_by_row().items()}
    for number, row in enumerate(content.rows, start=1):
        texts.setdefault(number, {}).update(enumerate(row, start=1))
    return texts
