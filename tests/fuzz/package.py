"""Damage to the file itself: to the zip, and to the XML of its parts."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from random import Random

FileDamage = Callable[[Random, bytes], bytes]

PIECES = (
    *("<c>", "</c>", "<c/>", "<row>", "</row>", '<row r="7"/>', "<sheetData>", "</sheetData>"),
    *('t="e"', "t='e'", 't="s"', 't="str"', 't="d"', 's="0"', 's="999"', '<x:c r="Z9"/>'),
    *('r="XFD1048576"', 'r="A1"', 'r="ZZZZ1"', 'r="0"', "<f>1</f>", "<f/>", "<v/>", "<v>99</v>"),
    *("<!--", "-->", "<![CDATA[", "]]>", "<?x?>", '"', "'", ">", "<", "&", "&#0;", "\0", "é"),
    *('<dimension ref="A1:XFD1048576"/>', 'Target="/x"', "<si>", "</si>", "<v>-1</v>", "\ufffe"),
    *("<t>9</t>", "<r><t>9</t></r>", "<rPh><t>9</t></rPh>", '<c r="H9" t="d"><v>2026</v></c>'),
)
ENTITIES = ("&amp;", "&lt;", "&#48;", "&#x30;", "&#1;", "&#xD;", "&x;", "&amp;amp;", "&", "&#8238;")
DEFINITIONS = (
    '<!DOCTYPE x [<!ENTITY x "9">]>',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x "&b;">]>',
    '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
)
VALUES = ("", "0", "1", "2", "9", "-1", "99999999999", "A1", "s", "e", "b", "str", "d", "n", "14")
SWOLLEN_BYTES = (10_000, 1_000_000, 8_000_000)
BOMB_BYTES = 200_000_000


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)
    return file.getvalue()


def _truncated(dice: Random, content: bytes) -> bytes:
    kept = dice.choice([dice.randrange(len(content)), len(content) - dice.randrange(1, 99)])
    return content[:kept]


def _flipped(dice: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    start = dice.choice([0, max(0, len(content) - 1_500)])
    for _ in range(dice.choice([1, 1, 2, 8])):
        changed[dice.randrange(start, len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _part_removed(dice: Random, content: bytes) -> bytes:
    parts = _parts(content)
    del parts[dice.choice(list(parts))]
    return _zipped(list(parts.items()))


def _part_doubled(dice: Random, content: bytes) -> bytes:
    parts = list(_parts(content).items())
    name, part = dice.choice(parts)
    other = dice.choice([part, b"", dice.choice(parts)[1], part[: len(part) // 2]])
    parts.insert(dice.randint(0, len(parts)), (name, other))
    return _zipped(parts)


def _part_renamed(dice: Random, content: bytes) -> bytes:
    parts = _parts(content)
    name = dice.choice(list(parts))
    others = [name.upper(), f"/{name}", name.replace("/", "\\"), f"{name} ", f"../{name}"]
    other = dice.choice([*others, dice.choice(list(parts))])
    return _zipped([(other if one == name else one, part) for one, part in parts.items()])


def _part_swollen(dice: Random, content: bytes) -> bytes:
    """Fill a part with what packs well, as a file does that is made to take all memory."""
    parts = _parts(content)
    name = dice.choice(list(parts))
    filling = dice.choice([b"\0", b" ", b"<c/>", b"<row><c/></row>", b"<si><t>9</t></si>"])
    size = dice.choice([*SWOLLEN_BYTES, *SWOLLEN_BYTES, *SWOLLEN_BYTES, BOMB_BYTES])
    place = dice.choice([0, len(parts[name]) // 2, len(parts[name])])
    part = parts[name]
    parts[name] = part[:place] + filling * (size // len(filling)) + part[place:]
    return _zipped(list(parts.items()))


def _in_a_part(change: Callable[[Random, str], str]) -> FileDamage:
    """Return the damage that changes the XML of one part, more often a tab's."""

    def damage(dice: Random, content: bytes) -> bytes:
        parts = _parts(content)
        sheets = [name for name in parts if name.startswith("xl/worksheets/sheet")]
        name = dice.choice([dice.choice(sheets), dice.choice(list(parts))])
        try:
            xml = parts[name].decode()
        except UnicodeDecodeError:
            return content
        parts[name] = change(dice, xml).encode("utf-8", "surrogatepass")
        return _zipped(list(parts.items()))

    return damage


def _tags_cut(dice: Random, xml: str) -> str:
    for _ in range(dice.choice([1, 1, 2, 4])):
        tags = [match.span() for match in re.finditer("<[^>]*>", xml)]
        if not tags:
            return xml
        first, last = dice.choice(tags)
        end = dice.choice([last, last - 1, first + 1, dice.choice(tags)[1]])
        xml = xml[:first] + xml[max(first, end) :]
    return xml


def _attributes_changed(dice: Random, xml: str) -> str:
    for _ in range(dice.choice([1, 1, 3])):
        found = [match.span(1) for match in re.finditer(r'\s[\w:]+="([^"]*)"', xml)]
        if not found:
            return xml
        first, last = dice.choice(found)
        other = dice.choice(found)
        xml = xml[:first] + dice.choice([*VALUES, xml[slice(*other)]]) + xml[last:]
    return xml


def _attribute_removed(dice: Random, xml: str) -> str:
    found = [match.span() for match in re.finditer(r'\s[\w:]+="[^"]*"', xml)]
    if not found:
        return xml
    first, last = dice.choice(found)
    return xml[:first] + dice.choice(["", xml[first:last] * 2]) + xml[last:]


def _pieces_put(dice: Random, xml: str) -> str:
    for _ in range(dice.choice([1, 1, 2, 5])):
        place = dice.randrange(len(xml) + 1)
        removed = dice.choice([0, 0, 1, 9, 40])
        xml = xml[:place] + dice.choice(PIECES) + xml[place + removed :]
    return xml


def _entities_put(dice: Random, xml: str) -> str:
    values = [match.span(1) for match in re.finditer("<(?:v|t)[^>]*>([^<]*)<", xml)]
    first, last = dice.choice(values) if values else (len(xml) // 2, len(xml) // 2)
    xml = xml[: dice.choice([first, last])] + dice.choice(ENTITIES) + xml[last:]
    if dice.random() < 0.3:
        head, mark, rest = xml.partition("?>")
        xml = head + mark + dice.choice(DEFINITIONS) + rest
    return xml


def _encoded_otherwise(dice: Random, xml: str) -> str:
    names = ("utf-16", "iso-8859-1", "windows-1252", "utf-7", "x", "US-ASCII")
    return re.sub("(?i)utf-8", dice.choice(names), xml, count=1)


ZIP_DAMAGES: Mapping[str, FileDamage] = {
    "truncated": _truncated,
    "bytes flipped": _flipped,
    "part removed": _part_removed,
    "part doubled": _part_doubled,
    "part renamed": _part_renamed,
    "part swollen": _part_swollen,
}
XML_DAMAGES: Mapping[str, FileDamage] = {
    "tags cut": _in_a_part(_tags_cut),
    "attributes changed": _in_a_part(_attributes_changed),
    "attribute removed or doubled": _in_a_part(_attribute_removed),
    "pieces put": _in_a_part(_pieces_put),
    "entities": _in_a_part(_entities_put),
    "encoding": _in_a_part(_encoded_otherwise),
}
