"""The zip that an .xlsx file is: its parts, and the same zip with some parts replaced.

Names and relations are those of ECMA-376 parts 1 and 2 (Office Open XML).
"""

import posixpath
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from boekbrug.adapters.local.row_xml import XML_PARSER

WORKBOOK_PART = "xl/workbook.xml"
RELATIONS_PART = "xl/_rels/workbook.xml.rels"

BROKEN_ERRORS = (
    BadZipFile,
    zlib.error,
    EOFError,
    KeyError,  # a part is missing
    RuntimeError,  # a zip with a password, or a compression that nobody writes
    ValueError,  # tags or sizes that do not fit
    etree.XMLSyntaxError,
)
"""What a file that is no sound .xlsx raises here; callers say so in words."""

_PACKINGS = (ZIP_STORED, ZIP_DEFLATED)
"""Of an Office file (ECMA-376 part 2, annex B); what unpacks others raises errors of a disk."""

_SHEETS = frozenset({"worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"})
"""What a tab may be; only the first has cells that are read."""

_TREE_BYTES_MAX = 20_000_000
"""Of a part that becomes a tree: the largest real ones, of styles, have some 10 MB."""

_TRUE = frozenset({"1", "true", "on"})


class Archive:
    """An .xlsx file in memory."""

    def __init__(self, content: bytes) -> None:
        """Read the zip directory; raises one of `BROKEN_ERRORS`."""
        self._zip = ZipFile(BytesIO(content))
        self._zip.getinfo(WORKBOOK_PART)
        names = [name.casefold() for name in self._zip.namelist()]
        if len(set(names)) < len(names):  # which of the two is meant, each program decides itself
            raise ValueError("a part twice")
        if any(info.compress_type not in _PACKINGS for info in self._zip.infolist()):
            raise ValueError("a part that is packed as no spreadsheet program packs it")

    @property
    def uncompressed_bytes(self) -> int:
        """The size of all parts unpacked, as the zip directory states it."""
        return sum(info.file_size for info in self._zip.infolist())

    def part(self, name: str) -> bytes:
        """Return one part, unpacked."""
        return self._unpacked(self._zip.getinfo(name))

    def sheet_parts(self) -> dict[str, str]:
        """Return the part of every tab by the tab's title, in the order of the tabs."""
        relations = {str(each.get("Id")): each for each in self._relations()}
        named = [
            (str(sheet.attrib["name"]), relations[_relation_id(sheet)])
            for sheet in self.tree(WORKBOOK_PART).iter("{*}sheet")
        ]
        sheets = [
            (title, _part_name(relation))
            for title, relation in named
            if str(relation.get("Type")).endswith("/worksheet")  # not a sheet that is all chart
        ]
        if any(str(one.get("Type")).rpartition("/")[2] not in _SHEETS for _, one in named):
            raise ValueError("a tab that is no sheet")
        if not len(sheets) == len(dict(sheets)) == len({part for _, part in sheets}):
            raise ValueError("two tabs of one title or one part")
        return dict(sheets)

    def related_part(self, kind: str) -> str | None:
        """Return the name of the workbook's part of this kind, such as "styles"."""
        names = (
            _part_name(each)
            for each in self._relations()
            if str(each.get("Type")).endswith(f"/{kind}")
        )
        return next(names, None)

    def parts_of(self, name: str, kind: str) -> list[str]:
        """Return the parts of this kind that belong to another part, such as its tables."""
        folder = posixpath.dirname(name)
        return [
            _part_name(each, folder)
            for each in self._relations_of(name)
            if str(each.get("Type")).endswith(f"/{kind}")
            and _part_name(each, folder) in self._zip.namelist()
        ]

    def other_files(self) -> list[str]:
        """Return where the other workbooks are that formulas point to, '' for one not told."""
        parts = {str(each.get("Id")): _part_name(each) for each in self._relations()}
        return [
            self._target(parts.get(_relation_id(one), ""))
            for one in self.tree(WORKBOOK_PART).iter("{*}externalReference")
        ]

    def counts_days_from_1904(self) -> bool:
        """Whether day 0 is 1 January 1904, as in old files of a Mac."""
        properties = self.tree(WORKBOOK_PART).find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in _TRUE

    def tree(self, name: str) -> etree._Element:
        """Return a part as a tree; ValueError for one that is larger than any real one."""
        if self._zip.getinfo(name).file_size > _TREE_BYTES_MAX:
            raise ValueError(f"{name} is too large")
        return etree.fromstring(self.part(name), XML_PARSER)

    def _target(self, name: str) -> str:
        """Return the first thing outside the file that a part points to, '' for none."""
        targets = (str(each.get("Target")) for each in self._relations_of(name))
        return next(targets, "")

    def _relations_of(self, name: str) -> Iterable[etree._Element]:
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        return self.tree(relations) if relations in self._zip.namelist() else ()

    def _relations(self) -> etree._Element:
        return self.tree(RELATIONS_PART)

    def with_parts(
        self,
        parts: Mapping[str, bytes],
        *,
        dated: tuple[int, int, int, int, int, int] | None = None,
    ) -> bytes:
        """Return the file with these parts replaced and all others as they are.

        Order, names and kind of compression stay; `dated` sets the time stamp of every part.
        """
        packed = BytesIO()
        with ZipFile(packed, "w") as target:
            for info in self._zip.infolist():
                content = parts.get(info.filename)
                if content is None:
                    content = self._unpacked(info)
                target.writestr(_copy(info, dated or info.date_time), content)
        return packed.getvalue()

    def _unpacked(self, info: ZipInfo) -> bytes:
        # Never more than the directory states: the rest would be unpacked first, then cut off.
        with self._zip.open(info) as part:
            return part.read(info.file_size)


def _part_name(relation: etree._Element, folder: str = posixpath.dirname(WORKBOOK_PART)) -> str:
    target = posixpath.join("/", folder, str(relation.get("Target")))
    return posixpath.normpath(target).lstrip("/")


def _relation_id(element: etree._Element) -> str:
    # The attribute is r:id; its namespace differs between transitional and strict files.
    names = (name for name in element.attrib if etree.QName(name).localname == "id")
    return str(element.get(next(names, "")))


def _copy(info: ZipInfo, date_time: tuple[int, int, int, int, int, int]) -> ZipInfo:
    # A fresh one: flags, sizes and extra fields of the old belong to how it was packed.
    copy = ZipInfo(info.filename, date_time)
    copy.compress_type = info.compress_type
    copy.create_system = info.create_system
    copy.external_attr = info.external_attr
    copy.comment = info.comment
    return copy
