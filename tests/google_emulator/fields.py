"""Field masks: `a.b,c(d,e)` for what an answer shows and what an update writes.

Grammar: developers.google.com/workspace/drive/api/guides/fields-parameter; Sheets also takes
`/` for `.` (recorded: `sheets/data/rowData/values/note`).
"""

import re
from typing import Any

Mask = dict[str, "Mask"]  # an empty mask below a name means everything there

_TOKEN = re.compile(r"[A-Za-z0-9_*]+|[(),./]")


def parse(text: str) -> Mask:
    """Read a mask; `*` stands for everything."""
    mask, rest = _group(_TOKEN.findall(text))
    if rest:
        raise ValueError(text)
    return mask


def select(value: Any, mask: Mask) -> Any:
    """Give the part of a JSON value that a mask names."""
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [select(each, mask) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: select(value[name], rest) for name, rest in mask.items() if name in value}


def write(target: dict[str, Any], source: dict[str, Any], mask: Mask) -> None:
    """Copy what a mask names from `source` into `target`; what the source lacks is removed."""
    for name, rest in _named(source, target, mask).items():
        if rest and isinstance(source.get(name), dict):
            write(target.setdefault(name, {}), source[name], rest)
        elif name in source and source[name] is not None and not rest:
            target[name] = source[name]
        else:
            target.pop(name, None)


def asks_for(mask: Mask, *path: str) -> bool:
    """Tell whether a mask covers a path."""
    return below(mask, *path) is not None


def below(mask: Mask, *path: str) -> Mask | None:
    """Give what a mask asks for below a path; empty is everything, None is nothing."""
    for name in path:
        if not mask or "*" in mask:
            return {}
        if name not in mask:
            return None
        mask = mask[name]
    return mask


def _named(source: dict[str, Any], target: dict[str, Any], mask: Mask) -> Mask:
    return {name: {} for name in {**target, **source}} if "*" in mask else mask


def _group(tokens: list[str]) -> tuple[Mask, list[str]]:
    mask: Mask = {}
    while tokens and tokens[0] != ")":
        tokens = _path(tokens, mask)
        if tokens and tokens[0] == ",":
            tokens = tokens[1:]
    return mask, tokens


def _path(tokens: list[str], mask: Mask) -> list[str]:
    inner = mask.setdefault(tokens[0], {})
    tokens = tokens[1:]
    if tokens and tokens[0] in "./":
        return _path(tokens[1:], inner)
    if tokens and tokens[0] == "(":
        group, rest = _group(tokens[1:])
        inner.update(group)
        return rest[1:]
    return tokens
