"""The search language of files.list (drive/api/guides/ref-search-terms).

Emulated: name, mimeType, trashed, parents and appProperties, joined by `and`.
"""

import re

from google_emulator.http import UnimplementedError
from google_emulator.state import DriveFile

_TEXT = r"'((?:[^'\\]|\\.)*)'"
_EQUAL = re.compile(rf"(name|mimeType)\s*(=|!=)\s*{_TEXT}")
_CONTAINS = re.compile(rf"name\s+contains\s+{_TEXT}")
_TRASHED = re.compile(r"trashed\s*=\s*(true|false)")
_PARENT = re.compile(rf"{_TEXT}\s+in\s+parents")
_PROPERTY = re.compile(rf"appProperties\s+has\s*{{\s*key={_TEXT}\s+and\s+value={_TEXT}\s*}}")
_TERM = re.compile(
    "|".join(f"(?:{each.pattern})" for each in (_EQUAL, _CONTAINS, _TRASHED, _PARENT, _PROPERTY))
)


def matches(file: DriveFile, query: str) -> bool:
    """Tell whether a file fits a query; an empty query fits all."""
    rest = query.strip()
    while rest:
        term = _TERM.match(rest)
        if not term:
            raise UnimplementedError(f"the Drive query {query}")
        if not _fits(file, term.group()):
            return False
        rest = rest[term.end() :].strip()
        if rest:
            if not rest.startswith("and "):
                raise UnimplementedError(f"the Drive query {query}")
            rest = rest.removeprefix("and").strip()
    return True


def _fits(file: DriveFile, term: str) -> bool:
    if found := _EQUAL.fullmatch(term):
        value = file.name if found[1] == "name" else file.mime_type
        return (value == _plain(found[3])) == (found[2] == "=")
    if found := _CONTAINS.fullmatch(term):
        return file.name.lower().startswith(_plain(found[1]).lower())  # a prefix, says the guide
    if found := _TRASHED.fullmatch(term):
        return file.trashed == (found[1] == "true")
    if found := _PARENT.fullmatch(term):
        return _plain(found[1]) in file.parents
    key, value = (_plain(text) for text in _PROPERTY.findall(term)[0])
    return file.app_properties.get(key) == value


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
