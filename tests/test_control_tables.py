"""The control tables for machines, in the manifest of every program."""

import io
import json
import zipfile
from dataclasses import replace
from typing import Any

from programs_support import (
    CASE_A_ON_LINES,
    CASE_B,
    CASE_C,
    OWN_CODES,
    WINBOOKS_CODES,
    batch,
    document,
    revenue,
    vat,
)

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.bookkeeping.amounts import CENT, ZERO
from boekbrug.server.bookkeeping.booking import Batch, RevenueRow
from boekbrug.server.bookkeeping.cent_facts import CentFacts
from boekbrug.server.bookkeeping.cents import explained
from boekbrug.server.bookkeeping.terms import Treatment
from boekbrug.server.programs.control_tables import control_tables
from boekbrug.server.programs.manifest import manifest
from boekbrug.server.programs.package import package
from boekbrug.server.programs.parameters import load
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.verify import expected_totals
from boekbrug.server.wording.said import in_language

CASES = (CASE_A_ON_LINES, CASE_B, CASE_C)


def manifest_of(booked: Batch, name: str, program: Program) -> Any:
    parameters, _ = load(program.Parameters, {})
    files = program.render(booked, parameters)
    packed = package(booked, name, program, parameters, files, owner="Acme", code_version="0.1.0")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        return json.loads(archive.read("manifest.json"))


def test_the_three_cases_come_to_these_tables():
    tables = control_tables(batch(*CASES))
    controls = tables["controls"]
    whole = ("invoices", "credit_notes", "net", "vat", "gross")
    assert [controls[name] for name in whole] == [2, 1, "1725.24", "78.05", "1803.29"]
    assert controls["journals"][0] == {
        "journal": "VERKCN", "invoices": 0, "credit_notes": 1,
        "net": "-248.97", "vat": "-47.35", "gross": "-296.32",
    }  # fmt: skip
    assert controls["vat_codes"][0] == {
        "vat_code": "H21", "rate": "21", "net": "338.70", "base": "338.70", "vat": "71.13",
    }  # fmt: skip
    assert controls["rates"][1] == {"country": "", "rate": "6", "base": "115.14", "vat": "6.92"}
    assert controls["accounts"][0] == {
        "account": "400000", "name": "Klanten", "debit": "2099.61", "credit": "296.32",
    }  # fmt: skip
    assert {one["box"]: one["amount"] for one in controls["boxes"]} == {
        "01": "148.04", "03": "554.77", "44": "1226.40", "49": "248.97",
        "54": "125.40", "64": "47.35",
    }  # fmt: skip
    assert controls["without_box"] == []
    assert tables["ec_sales_list"] == [
        {
            "period": "2026-Q2",
            "is_part": True,
            "vat_number": "DE136695976",
            "customer": "Rhein Logistik GmbH",
            "letter": "S",
            "base": "1226.40",
        }
    ]


def test_a_sale_of_the_one_stop_shop_has_its_country_and_rounding_no_code():
    german = replace(OWN_CODES["H21"], country="DE", treatment=Treatment.OSS_GOODS)
    sold = replace(vat("H21", "100.00", "21.00"), treatment=Treatment.OSS_GOODS)
    cents = RevenueRow(account="757000", vat_code="", net=ZERO)
    one = document(revenues=(revenue("700000", "H21", "100.00"), cents), vats=[sold])
    tables = control_tables(batch(one, vat_codes={"H21": german}))
    assert tables["oss"] == [
        {
            "period": "2026-Q1",
            "is_part": True,
            "country": "DE",
            "rate": "21",
            "base": "100.00",
            "vat": "21.00",
        }
    ]
    assert tables["controls"]["vat_codes"][1] == {
        "vat_code": "", "rate": "", "net": "0.00", "base": "0.00", "vat": "0.00",
    }  # fmt: skip


def test_two_programs_say_the_same_totals_and_read_them_back():
    of_winbooks = manifest_of(batch(*CASES, vat_codes=WINBOOKS_CODES), "winbooks", winbooks)
    of_journal = manifest_of(batch(*CASES, vat_codes=OWN_CODES), "journal_csv", journal_csv)
    same = ("controls", "ec_sales_list", "oss", "read_back", "documents")
    assert {name: of_winbooks[name] for name in same} == {name: of_journal[name] for name in same}
    assert of_winbooks["read_back"] == "equal"
    by_code = [one["totals"].pop("vat_by_code") for one in (of_winbooks, of_journal)]
    assert [sorted(one.values()) for one in by_code] == [["6.92", "71.13"], ["6.92", "71.13"]]
    assert of_winbooks["totals"] == of_journal["totals"]


def test_the_manifest_says_where_the_cents_are_in_the_language_of_the_books():
    vats = {row.vat_code: row.vat for row in CASE_A_ON_LINES.vat}
    cents = CentFacts(
        by_settings=CASE_A_ON_LINES.vat_mode,
        on_lines=vats,
        on_total=vats | {"H21": vats["H21"] + CENT},
    )
    document = replace(CASE_A_ON_LINES, cents=cents)
    booked = replace(batch(document, CASE_B, vat_codes=WINBOOKS_CODES), language="en")
    found = manifest_of(booked, "winbooks", winbooks)["cents"]
    assert found["count"] == 1
    (line,) = found["largest"]
    (explained_line,) = explained(booked.documents, "EUR")
    assert (line["number"], line["sentence"]) == (document.number, explained_line.sentence)
    in_dutch = manifest_of(replace(booked, language="nl"), "winbooks", winbooks)["cents"]
    assert in_dutch["largest"][0]["sentence"] == in_language(explained_line.sentence, "nl")
    assert in_dutch != found


def test_files_that_say_something_else_are_told_apart():
    totals = expected_totals(batch(CASE_A_ON_LINES, CASE_B))
    file = manifest(
        batch(CASE_A_ON_LINES), (), totals, program="winbooks", parameters={}, code_version="0.1.0"
    )
    assert json.loads(file.content)["read_back"] == "different"
