"""Exports to Plainbooks, the program of somebody else's, and the page that travels with files."""

import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

import plainbooks
from export_support import unzipped
from sheet_cases import INSTALLED, Typed, files, prepared, warnings

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.programs.package import package
from boekbrug.server.programs.protocol import NAMES, Program
from boekbrug.server.workflow.preparation import Prepared

PLAIN: Mapping[str, Program] = MappingProxyType({"plain": plainbooks, **INSTALLED})


def with_facts(**changed: object) -> Mapping[str, Program]:
    """Return the programs, Plainbooks with other facts."""
    names = {name: getattr(plainbooks, name) for name in NAMES}
    names["FACTS"] = replace(plainbooks.FACTS, **cast("dict[str, Any]", changed))
    return {**PLAIN, "plain": cast("Program", SimpleNamespace(**names))}


def file_of_plainbooks(typed: Typed) -> dict[str, Any]:
    """Return the file of Plainbooks."""
    (file,) = files(prepared(typed, program="plain", programs=PLAIN))
    return cast("dict[str, Any]", json.loads(file.content))


def told_plainbooks(typed: Typed, **given: Any) -> dict[str, Any]:
    """Return the last document as the file of Plainbooks has it; there is nothing to warn of."""
    found = prepared(typed, program="plain", programs=PLAIN, **given)
    assert warnings(found) == []
    (file,) = files(found)
    documents = json.loads(file.content)["documents"]
    return cast("dict[str, Any]", documents[-1])


def part_of_page(found: Prepared, heading: str) -> list[str]:
    """Return the lines of a part of the page of how to import, none where it has no such part."""
    page = _zipped(found)["How to import.html"].decode()
    _, _, rest = page.partition(f"<h2>{heading}</h2>\n")
    return rest.partition("\n<h2>")[0].splitlines()


def manifest_of(found: Prepared) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(_zipped(found)["manifest.json"]))


def _zipped(found: Prepared) -> Mapping[str, bytes]:
    (told,) = found.told
    written = tuple(told.program.render(told.batch, told.parameters))
    zipped: ExportFile = package(
        replace(told.batch, language="en"),
        told.name,
        told.program,
        told.parameters,
        written,
        owner="Acme bv",
        code_version="0",
    )
    return unzipped(zipped.content)
