"""The control totals on the page of a run, in the language of its sheet, and as JSON."""

from dataclasses import replace

import pytest
from programs_support import CASE_A_ON_LINES, CASE_B, CASE_C, OWN_CODES, batch
from test_runs_page import page_of, text_of
from web_examples import ACME, document
from web_support import MemoryOffice, exported_office, shown

from boekbrug.server.bookkeeping.terms import Treatment
from boekbrug.server.programs.control_tables import control_tables
from boekbrug.server.web.control_block import control_block

CENTS = {"number": "2026/18", "sentence": "VAT on lines is 125.40. The booking balances."}
CONTENT = {
    **control_tables(batch(CASE_A_ON_LINES, CASE_B, CASE_C)),
    "cents": {"count": 1, "largest": [CENTS]},
}
ENGLISH = (
    "Control totals Read back from the written files: equal. Credit notes count negative. "
    "Per VAT code VAT code Rate Net Base of VAT VAT "
    "H21 21 % 338.70 338.70 71.13 IC-S 0 % 1,226.40 1,226.40 0.00 "
    "L6 6 % 115.14 115.14 6.92 OUT 0 % 45.00 45.00 0.00 "
    "Per rate Rate Country Base of VAT VAT 21 % 338.70 71.13 6 % 115.14 6.92 0 % 1,226.40 0.00 "
    "Per journal Journal Invoices Credit notes Net VAT Total incl. VAT "
    "VERKCN 0 1 -248.97 -47.35 -296.32 VERKP 2 0 1,974.21 125.40 2,099.61 "
    "Per account Account Name Debit Credit 400000 Klanten 2,099.61 296.32"
)
DUTCH = (
    "Controletotalen Teruggelezen uit de geschreven bestanden: gelijk. Creditnota's tellen "
    "negatief. Per btw-code Btw-code Tarief Netto Maatstaf Btw "
    "H21 21 % 338,70 338,70 71,13 IC-S 0 % 1.226,40 1.226,40 0,00"
)


def with_controls(language: str = "") -> MemoryOffice:
    office = exported_office()
    office.control_tables = CONTENT
    office.workbooks[ACME.id] = replace(ACME, language=language)
    return office


def words(office: MemoryOffice) -> str:
    return text_of(page_of(office)).replace("\N{MINUS SIGN}", "-")


def test_the_page_shows_what_an_accountant_counts():
    text = words(with_controls())
    assert ENGLISH in text
    assert (
        "Boxes of the VAT return Box What Amount 01 base 148.04 03 base 554.77 44 base 1,226.40 "
        "49 base 248.97 54 VAT 125.40 64 VAT 47.35 "
        "EC sales list Period VAT number Customer Letter Amount "
        "2026-Q2, a part DE136695976 Rhein Logistik GmbH S 1,226.40 "
        "Documents of this export only. "
        "Where the cents are Document What 2026/18 VAT on lines is 125.40. The booking balances."
    ) in text


def test_the_page_shows_it_in_the_language_of_the_sheet():
    text = words(with_controls("nl"))
    assert DUTCH in text
    assert (
        "Roosters van de btw-aangifte Rooster Wat Bedrag 01 maatstaf 148,04 03 maatstaf 554,77 "
        "44 maatstaf 1.226,40 49 maatstaf 248,97 54 btw 125,40 64 btw 47,35 "
        "Intracommunautaire opgave Periode Btw-nummer Klant Letter Bedrag "
        "2026-Q2, een deel DE136695976 Rhein Logistik GmbH S 1.226,40 "
        "Alleen documenten van deze export."
    ) in text


def test_before_there_are_files_nothing_was_read_back():
    block = control_block(CONTENT, "en", has_files=False)
    assert block is not None
    assert block.read_back == ""


def test_a_code_without_a_box_is_named():
    margin = {"OUT": replace(OWN_CODES["OUT"], treatment=Treatment.MARGIN)}
    row = replace(CASE_C.vat[1], treatment=Treatment.MARGIN)
    booked = batch(replace(CASE_C, vat=(row,)), vat_codes={**OWN_CODES, **margin})
    content = {**control_tables(booked), "cents": {"count": 0, "largest": []}}
    for language, sentence in (
        ("en", "No box is known for OUT: ask your accountant."),
        ("nl", "Geen rooster bekend voor OUT: vraag het uw boekhouder."),
    ):
        block = control_block(content, language, has_files=True)
        assert block is not None
        assert sentence in [table.note for table in block.tables]


def test_the_one_stop_shop_and_cents_of_rounding_are_shown():
    controls = {**CONTENT["controls"], "vat_codes": [
        {"vat_code": "", "rate": "", "net": "0.02", "base": "0.00", "vat": "0.00"}
    ]}  # fmt: skip
    sold = {"period": "2026-Q1", "is_part": False, "country": "DE", "rate": "19", "base": "1.00"}
    content = {**CONTENT, "controls": controls, "oss": [{**sold, "vat": "0.19"}]}
    block = control_block(content, "en", has_files=True)
    assert block is not None
    shown_rows = {
        table.title: [[cell.text for cell in row] for row in table.rows] for table in block.tables
    }
    assert shown_rows["Per VAT code"] == [["rounding", "", "0.02", "0.00", "0.00"]]
    assert shown_rows["One-stop shop (OSS)"] == [["2026-Q1", "DE", "19 %", "1.00", "0.19"]]


def test_of_many_cents_the_largest_are_shown_and_the_others_counted():
    content = {**CONTENT, "cents": {"count": 731, "largest": [CENTS] * 20}}
    for language, note in (
        ("en", "The 20 largest of 731 documents; the others stand in the list of documents."),
        ("nl", "De 20 grootste van 731 documenten; de andere staan in de lijst van documenten."),
    ):
        block = control_block(content, language, has_files=True)
        assert block is not None
        assert block.tables[-1].note == note


def test_a_run_without_totals_shows_none():
    assert "Control totals" not in words(exported_office())
    assert shown(exported_office(), "controls").json == {
        "controls": None, "ec_sales_list": [], "oss": [], "cents": None,
    }  # fmt: skip


def test_a_document_says_where_its_cents_are():
    office = with_controls()
    office.document_rows = [document("2026/18", cents=CENTS["sentence"]), document("2026/19")]
    assert "Export 12 VAT on lines is 125.40. The booking balances. 2026/19" in words(office)
    items = shown(office, "documents").json["items"]  # type: ignore[index]
    assert [one["cents"] for one in items] == [CENTS["sentence"], None]


def test_the_same_is_there_for_machines():
    office = with_controls()
    assert shown(office, "controls").json == CONTENT
    assert shown(office).json["controls_url"].partition("?")[0].endswith("/controls")  # type: ignore[index]


@pytest.mark.parametrize("part", ["controls", "page"])
def test_what_people_typed_is_no_markup(part: str):
    office = with_controls()
    row = {**CONTENT["ec_sales_list"][0], "customer": "<b>x</b>"}
    office.control_tables = {**CONTENT, "ec_sales_list": [row]}
    if part == "page":
        assert "&lt;b&gt;x&lt;/b&gt;" in page_of(office)
    else:
        assert shown(office, part).content_type == "application/json"
