"""Zips as they should not be: parts that are too large, too many, or not as large as they say."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 1_000_000


def replaced_part(path: Path, name: str, change: Callable[[str], str]) -> None:
    """Change one part of a zip as text; the others stay."""
    with zipfile.ZipFile(path) as before:
        parts = {info.filename: before.read(info) for info in before.infolist()}
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for part, content in parts.items():
            after.writestr(part, content)


def with_bomb(path: Path) -> None:
    """Let the first tab have a comment without end: 200 kB here, 200 MB unpacked."""
    replaced_part(path, "xl/worksheets/sheet1.xml", _blown_up)


def with_false_sizes(path: Path) -> None:
    """Do the same, and let the zip say that there is nothing out of the ordinary."""
    with_bomb(path)
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        stated = made.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    path.write_bytes(content.replace(stated, (2_000).to_bytes(4, "little")))


def with_many_parts(path: Path) -> None:
    """Add ten thousand parts with nothing in them."""
    with zipfile.ZipFile(path, "a") as made:
        for number in range(10_000):
            made.writestr(f"xl/media/{number}.png", b"")


def _blown_up(xml: str) -> str:
    return xml.replace("<sheetData", f"<!--{' ' * 200 * MEGABYTE}--><sheetData", 1)
