"""A new sheet in Dutch is read like an English one, and gives the same export."""

import importlib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_firm import DOSSIER, SUMMER
from export_support import unzipped
from test_causes import ENTRY, LIMITS, PROGRAMS, SURROUNDINGS

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.adapters.local.open_workbook import OpenWorkbook
from boekbrug.server.assembly import new_workbook
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.workbook.first_sheet import first_sheet
from boekbrug.server.workbook.spoken_sheet import spoken
from boekbrug.server.workflow.preparation import plan_for, read_sheet, render

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def problems_of(path: Path) -> tuple[object, ...]:
    cells = OpenWorkbook(path.read_bytes(), LIMITS).cells()
    return read_sheet(cells, ENTRY, PROGRAMS).workbook.problems


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_sheet_is_read_without_a_problem(tmp_path: Path, language: str):
    path = tmp_path / "new.xlsx"
    new_workbook(
        path, first_document_on=date(2026, 10, 1), programs=("winbooks",), language=language
    )
    assert problems_of(path) == ()


def test_a_dutch_sheet_is_dutch_from_tab_to_list(tmp_path: Path):
    path = tmp_path / "nieuw.xlsx"
    new_workbook(path, first_document_on=date(2026, 10, 1), programs=("winbooks",), language="nl")
    book: Any = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("Start", "Instellingen", "Btw", "Rekeningen", "Klanten", "Facturen", "Regels"),
        *("Controle", "Exports", "Tegoed"),
    ]
    assert [cell.value for cell in book["Facturen"][1]][:8] == [
        *("Nummer", "Soort", "Datum", "Vervaldatum", "Klant", "Omschrijving", "Netto", "Btw"),
    ]
    lists = {rule.formula1 for rule in book["Facturen"].data_validations.dataValidation}
    assert lists == {'"factuur,creditnota"', '"ja"'}
    settings = {row[0]: row[1:] for row in book["Instellingen"].values}
    assert settings["Btw berekend"][0] == "op lijnen"
    assert settings["Nummering herbegint elk jaar"][0] == "nee"
    assert settings["Map"][1].startswith("Een nota voor mensen")
    accounts = {row[0]: row[1:3] for row in book["Rekeningen"].values}
    assert accounts["451000"] == ("Te betalen btw", "btw")
    assert book["Start"]["B1"].value == "nog niet gekoppeld"


def exported(path: Path) -> dict[str, bytes]:
    reading = read_sheet(OpenWorkbook(path.read_bytes(), LIMITS).cells(), ENTRY, PROGRAMS)
    assert reading.workbook.problems == ()
    history = History(balance=Decimal(100))
    request = RunRequest(period=SUMMER)
    prepared = plan_for(reading, ENTRY, history, request, SURROUNDINGS)
    assert prepared.plan.blocking == ()
    return unzipped(render(prepared, ENTRY, "x").files[0].content)


def test_the_example_typed_into_a_dutch_sheet_gives_the_same_files(tmp_path: Path, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    acme = importlib.import_module("acme_data")
    invoices, lines = acme.documents()
    tabs = first_sheet(
        first_document_on=acme.BEFORE,
        programs=("winbooks",),
        parameters=setting_rows(PROGRAMS["winbooks"].Parameters),
        rows={
            "Settings": acme.settings(),  # Language en: the texts in the books stay the same
            "Customers": acme.customers(),
            "Invoices": invoices,
            "Lines": lines,
        },
    )
    files = []
    for language in ("en", "nl"):
        path = tmp_path / f"{language}.xlsx"
        write_new_workbook(path, spoken(tabs, language), made_at=acme_made_at())
        files.append(exported(path))
    english, dutch = files
    assert english["ACT.TXT"] == dutch["ACT.TXT"]
    assert english["CSF.TXT"] == dutch["CSF.TXT"]
    assert DOSSIER.program == "winbooks"


def acme_made_at():
    return importlib.import_module("make_acme").MADE_AT
