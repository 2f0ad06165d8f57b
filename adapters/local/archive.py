"""The zip that an .xlsx file is: its parts, and the same zip with some parts replaced.

Names and relations are those of ECMA-376 parts 1 and 2 (Office Open XML).
"""

import posixpath
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

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

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Archive:
    """An .xlsx file in memory."""

    def __init__(self, content: bytes) -> None:
        """Read the zip directory; raises one of `BROKEN_ERRORS`."""
        self._zip = ZipFile(BytesIO(content))
        self._zip.getinfo(WORKBOOK_PART)

    @property
    def uncompressed_bytes(self) -> int:
        """The size of all parts unpacked, as the zip directory states it."""
        return sum(info.file_size for info in self._zip.infolist())

    def part(self, name: str) -> bytes:
        """Return one part, unpacked."""
        return self._zip.read(name)

    def sheet_parts(self) -> dict[str, str]:
        """Return the part of every tab by the tab's title, in the order of the tabs."""
        workbook = etree.fromstring(self.part(WORKBOOK_PART), _PARSER)
        relations = etree.fromstring(self.part(RELATIONS_PART), _PARSER)
        targets = {
            str(each.get("Id")): str(each.get("Target"))
            for each in relations
            if str(each.get("Type")).endswith("/worksheet")  # not a sheet that is all chart
        }
        folder = posixpath.dirname(WORKBOOK_PART)
        return {
            str(sheet.get("name")): posixpath.normpath(
                posixpath.join("/", folder, targets[_relation_id(sheet)])
            ).lstrip("/")
            for sheet in workbook.iter("{*}sheet")
            if _relation_id(sheet) in targets
        }

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
                    content = self._zip.read(info)
                target.writestr(_copy(info, dated or info.date_time), content)
        return packed.getvalue()


def _relation_id(sheet: etree._Element) -> str:
    # The attribute is r:id; its namespace differs between transitional and strict files.
    names = (name for name in sheet.attrib if etree.QName(name).localname == "id")
    return str(sheet.get(next(names, "")))


def _copy(info: ZipInfo, date_time: tuple[int, int, int, int, int, int]) -> ZipInfo:
    # A fresh one: flags, sizes and extra fields of the old belong to how it was packed.
    copy = ZipInfo(info.filename, date_time)
    copy.compress_type = info.compress_type
    copy.create_system = info.create_system
    copy.external_attr = info.external_attr
    copy.comment = info.comment
    return copy
