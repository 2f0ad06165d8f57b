"""The ZIP of an export: its name, its entries, its page and its manifest."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from example_firm import DOSSIER
from programs_support import CASE_A_ON_LINES, CASE_B, OWN_CODES, batch, document, revenue

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.bookkeeping.booking import Batch, ExportFile, RevenueRow
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.programs.how_to import how_to_page
from boekbrug.server.programs.package import file_name, package
from boekbrug.server.programs.parameters import load
from boekbrug.server.programs.verify import expected_totals

BOOKED = replace(batch(CASE_A_ON_LINES, CASE_B), language="en")


def packed(booked: Batch = BOOKED, owner: str = "Acme") -> ExportFile:
    parameters, _ = load(winbooks.Parameters, {})
    assert parameters is not None
    files = winbooks.render(booked, parameters)
    return package(
        booked, "winbooks", winbooks, parameters, files, owner=owner, code_version="0.1.0"
    )


def contents(file: ExportFile) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "2026-10"),
        (date(2026, 7, 1), date(2026, 9, 30), "2026-07 to 2026-09"),
        (date(2026, 7, 5), date(2026, 7, 20), "2026-07-05 to 2026-07-20"),
        (date(2026, 7, 1), date(2026, 7, 30), "2026-07-01 to 2026-07-30"),
        (date(2026, 7, 5), date(2026, 7, 5), "2026-07-05"),
    ],
)
def test_the_name_sorts_itself(first: date, last: date, words: str):
    booked = replace(BOOKED, period=Period(first, last))
    assert packed(booked).name == f"{words} Export 12 WinBooks Acme.zip"


@pytest.mark.parametrize(
    ("owner", "ending"),
    [
        ('A/B: "Zonen"\r\n?', "WinBooks A B Zonen.zip"),
        ("Acme n.v.", "WinBooks Acme n.v.zip"),
        ("../..", "WinBooks.zip"),
        ("Café Ünal", "WinBooks Café Ünal.zip"),
        ("X" * 90, f"WinBooks {'X' * 60}.zip"),
    ],
)
def test_the_name_holds_what_a_file_name_can(owner: str, ending: str):
    assert file_name(BOOKED, "WinBooks", owner) == f"2026-03 Export 12 {ending}"


def test_the_entries_have_a_fixed_order_and_no_time_of_making():
    file = packed()
    assert list(contents(file)) == ["CSF.TXT", "ACT.TXT", "How to import.html", "manifest.json"]
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert file.media_type == "application/zip"
    assert packed() == file


MANIFEST = {
    "batch": 12,
    "dossier": {
        "key": "acme/winbooks",
        "legal_name": "Acme bv",
        "vat_number": "BE0403019261",
    },
    "period": {"from": "2026-03-01", "to": "2026-03-31"},
    "program": "winbooks",
    "code_version": "0.1.0",
    "parameters": {
        "VATBASE on credit notes": "+",
        "Write book year": "no",
        "VATCAT of private persons": "3",
        "Character outside the encoding": "nearest letter",
        "Text too long": "ask",
    },
    "totals": {
        "documents": 2,
        "net": "453.84",
        "vat": "78.05",
        "gross": "531.89",
        "vat_by_code": {"211200": "6.92", "211400": "71.13"},
        "debit": "1153.97",
        "credit": "1153.97",
    },
    "read_back": "equal",
    "ec_sales_list": [],
    "oss": [],
}
"""What stands beside the documents and the files."""


def test_the_manifest_says_what_the_files_hold():
    found = contents(packed())
    manifest = json.loads(found.pop("manifest.json"))
    assert manifest.pop("files") == [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in found.items()
    ]
    assert manifest.pop("documents")[1] == {
        "series": "credit note:CN",
        "book_year": "",
        "number": "CN2026/3",
        "key": "2026/3",
        "kind": "credit note",
        "date": "2026-04-07",
        "customer": "Café Déjà Vu BV",
        "external_id": "100001",
        "net": "-248.97",
        "vat": "-47.35",
        "gross": "-296.32",
        "digest": "0" * 64,
    }
    assert manifest.pop("cents") == {"count": 0, "largest": []}
    assert manifest.pop("controls")["boxes"] == [
        {"box": "01", "of": "base", "amount": "148.04"},
        {"box": "03", "of": "base", "amount": "554.77"},
        {"box": "49", "of": "base", "amount": "248.97"},
        {"box": "54", "of": "VAT", "amount": "125.40"},
        {"box": "64", "of": "VAT", "amount": "47.35"},
    ]
    assert manifest == MANIFEST


def test_the_page_shows_steps_totals_and_settings():
    page = contents(packed())["How to import.html"].decode()
    assert "<h1>Export 12 for WinBooks</h1>" in page
    assert "<p>Acme, 2026-03-01 to 2026-03-31.</p>" in page
    assert "<li>Run TEST first. It reads both files, changes nothing and lists" in page
    assert '<tr><th>VAT, code 211400</th><td class="amount">71.13</td></tr>' in page
    assert (
        '<tr><th>H21</th><td class="amount">211400</td><td class="amount">21 %</td>'
        '<td class="amount">338.70</td><td class="amount">71.13</td></tr>'
    ) in page
    assert (
        '<tr><th>VERKCN</th><td class="amount">0</td><td class="amount">1</td>'
        '<td class="amount">-248.97</td><td class="amount">-47.35</td>'
        '<td class="amount">-296.32</td></tr>'
    ) in page
    assert "<dt>Write book year: <b>no</b></dt>" in page
    assert winbooks.FACTS.importing_again in page


def test_the_page_of_a_dutch_sheet_is_dutch_and_so_is_its_name():
    dutch = replace(BOOKED, language="nl", period=Period(date(2026, 1, 1), date(2026, 3, 31)))
    file = packed(dutch)
    assert file.name == "2026-01 tot en met 2026-03 Export 12 WinBooks Acme.zip"
    page = contents(file)["Hoe inlezen.html"].decode()
    assert "<h1>Export 12 voor WinBooks</h1>\n<p>Acme, 2026-01-01 t/m 2026-03-31.</p>" in page
    assert "<li>Doe eerst TEST. Dat leest beide bestanden, wijzigt niets en somt op" in page
    assert "<p>Een klant die al in WinBooks zit, wordt overschreven. Een document waarvan" in page
    assert '<tr><th>Btw, code 211400</th><td class="amount">71,13</td></tr>' in page
    assert "<dt>Boekjaar schrijven: <b>nee</b></dt>\n<dd>nee: WinBooks boekt in het jaar" in page
    assert "<dt>Te lange tekst: <b>vragen</b></dt>\n<dd>Een tekst die langer is dan" in page


@pytest.mark.parametrize("language", ["fr", "de"])
def test_the_page_is_english_where_the_server_does_not_speak_the_language(language: str):
    page = contents(packed(replace(BOOKED, language=language)))["How to import.html"].decode()
    assert '<html lang="en">' in page
    assert "<h1>Export 12 for WinBooks</h1>" in page


def test_what_people_typed_is_no_markup():
    page = contents(packed(owner="<script>alert(1)</script>"))["How to import.html"].decode()
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;, 2026-03-01" in page


def test_a_program_without_parameters_says_so():
    booked = batch(CASE_A_ON_LINES, dossier=DOSSIER, vat_codes=OWN_CODES)
    booked = replace(booked, language="en")
    nothing = journal_csv.Parameters()
    files = journal_csv.render(booked, nothing)
    file = package(
        booked, "journal_csv", journal_csv, nothing, files, owner="Acme", code_version="0.1.0"
    )
    assert file.name == "2026-03 Export 12 Journal CSV Acme.zip"
    page = contents(file)["How to import.html"].decode()
    assert "<p>This program has none of its own.</p>" in page


def test_cents_of_rounding_are_in_the_journals_and_under_no_code():
    cents = RevenueRow(account="757000", vat_code="", net=Decimal("0.02"))
    booked = batch(document(revenues=(revenue("700000", "H21", "100.00"), cents)))
    page = how_to_page(
        booked, journal_csv, journal_csv.Parameters(), expected_totals(booked), owner="Acme"
    ).content.decode()
    assert page.count("<tr><th>H21</th>") == 1
    assert (
        '<tr><th>VERKP</th><td class="amount">1</td><td class="amount">0</td>'
        '<td class="amount">100,02</td><td class="amount">21,00</td>'
        '<td class="amount">121,02</td></tr>'
    ) in page
