"""Rule B21: what the law wants invoices to say, for programs that send them too."""

from dataclasses import replace
from datetime import date

import pytest
from sheet_cases import CASE_A, CASE_B, CASE_C, DEJAVU, INVOICE_C, LINES_C, RHEIN, Typed, prepared
from third_party_support import manifest_of, part_of_page, told_plainbooks
from workbook_support import Row

from boekbrug.server.bookkeeping.terms import Treatment
from boekbrug.server.bookkeeping.texts_of_law import LawText
from boekbrug.server.workbook.cells import Cell

SERVICE = "Btw verlegd, art. 21 § 2 W.Btw, art. 196 Richtlijn 2006/112/EG"
CLAUSE = (
    "Btw terug te storten aan de Staat in de mate waarin ze oorspronkelijk in aftrek werd gebracht"
)
BELGIAN: Row = {**DEJAVU, "Customer": "Rhein Logistik GmbH"}
AMERICAN: Row = {**RHEIN, "Country": "US", "VAT number": None}


def sold(treatment: str, customer: Row = RHEIN, **columns: Cell) -> Typed:
    """Return one sale under a code IC-S of that treatment, with further columns of tab VAT."""
    more = {name.replace("_", " "): cell for name, cell in columns.items()}
    code: Row = {"Code": "IC-S", "Rate %": 0.0, "Treatment": treatment, **more}
    invoice: Row = {**INVOICE_C, "Supply date": None}
    return Typed((invoice,), LINES_C[:1], (customer,), vat=(code,))


def text_and_reason(typed: Typed, country: str = "BE") -> tuple[str, str]:
    (row,) = told_plainbooks(typed, country=country)["vat"]
    return row["text"], row["vatex"]


def in_language(code: str) -> Row:
    return {**RHEIN, "Language": code}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, SERVICE),  # the sheet's own, which is Dutch
        ("nl", SERVICE),
        ("fr", "Autoliquidation, art. 21 § 2 CTVA, art. 196 Directive 2006/112/CE"),
        ("de", "Steuerschuldnerschaft des Leistungsempfängers"),
        ("en", "Reverse charge"),
    ],
)
def test_b21_a_text_is_in_the_language_of_the_customer(language: Cell, text: str):
    typed = sold("EU services", {**RHEIN, "Language": language})
    assert text_and_reason(typed) == (text, "VATEX-EU-AE")


def test_b21_the_text_and_the_reason_of_tab_vat_win():
    own: dict[str, Cell] = {
        "Exemption_text_de": "Reverse Charge, § 13b",
        "VATEX_code": "VATEX-EU-O",
    }
    assert text_and_reason(sold("EU services", in_language("de"), **own)) == (
        *("Reverse Charge, § 13b", "VATEX-EU-O"),
    )
    # In another language than the customer's it gives way to the table, and is better than none.
    assert text_and_reason(sold("EU services", in_language("fr"), **own))[0] == (
        "Autoliquidation, art. 21 § 2 CTVA, art. 196 Directive 2006/112/CE"
    )
    assert text_and_reason(sold("exempt", BELGIAN, **own))[0] == "Reverse Charge, § 13b"


def test_b21_the_belgian_text_of_a_co_contractor_is_that_of_the_invoices_date():
    text, reason = text_and_reason(sold("reverse charge domestic", BELGIAN))
    assert text.startswith("Verlegging van heffing. Bij gebrek aan schriftelijke betwisting binnen")
    assert reason == "VATEX-EU-AE"
    kept = LawText(
        country="BE",
        subjects=(Treatment.EXEMPT,),
        texts={},
        source="",
        since=date(2023, 1, 1),
        until=date(2024, 12, 31),
    )
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]
    assert [kept.holds("exempt", "BE", day) for day in days] == [False, True, True, False]
    assert not kept.holds("exempt", "NL", days[1])


def test_b21_goods_have_the_article_of_their_exemption():
    assert text_and_reason(sold("EU goods", in_language("en"))) == (
        *("Intra-Community supply, exempt: article 138 of Directive 2006/112/EC", "VATEX-EU-IC"),
    )
    assert text_and_reason(sold("export goods", AMERICAN), "NL") == (
        *("Uitvoer, vrijgesteld: art. 146 Richtlijn 2006/112/EG", "VATEX-EU-G"),
    )


def test_b21_a_seller_outside_the_eu_has_no_texts_but_its_own():
    assert text_and_reason(sold("export goods", AMERICAN), "CH")[0] == ""
    own = sold("export goods", AMERICAN, Exemption_text_en="Export")
    assert text_and_reason(own, "CH")[0] == "Export"


def test_b21_a_small_enterprise_says_so_and_a_firm_that_is_exempt_is_asked_for_its_article():
    typed = sold("outside VAT", BELGIAN)
    small = typed.set(Own_VAT_scheme="small enterprise")
    assert text_and_reason(small) == ("Bijzondere vrijstellingsregeling kleine ondernemingen", "")
    exempt = prepared(typed.set(Own_VAT_scheme="exempt"))
    assert part_of_page(exempt, "Texts on the invoices")[-2:-1] == [
        "<tr><td>IC-S</td><td>outside VAT</td><td>1</td><td></td></tr>"
    ]


def test_b21_a_belgian_credit_note_with_vat_says_that_it_is_to_be_paid_back():
    typed = CASE_B.set(VAT_computed="on total")
    assert told_plainbooks(typed)["text"] == CLAUSE
    assert told_plainbooks(CASE_A.set(VAT_computed="on total"))["text"] == ""
    invoices, credit = typed.invoices, {**typed.invoices[1], "Credits": "period"}
    without = replace(typed, invoices=(invoices[0], credit)).set(Own_VAT_scheme="small enterprise")
    manifest = manifest_of(prepared(without))
    assert [one.get("text_of_law") for one in manifest["documents"]] == [None, None]


def test_b21_the_manifest_keeps_the_texts_by_code():
    (document,) = manifest_of(prepared(CASE_C))["documents"]
    assert document["texts_of_law"] == [
        {"vat_code": "IC-S", "text": SERVICE, "vatex_code": "VATEX-EU-AE"}
    ]
    told = manifest_of(prepared(CASE_B))["documents"]
    assert [one.get("text_of_law") for one in told] == [None, CLAUSE]
    assert not any("texts_of_law" in one for one in told)


def test_b21_the_page_lists_the_texts_and_says_that_the_invoices_are_not_ours():
    assert part_of_page(prepared(CASE_C), "Texts on the invoices") == [
        "<p>Boekbrug does not see the invoices: whoever makes them prints on them what the law "
        "wants. This is what Boekbrug knows of it; where nothing stands, ask your accountant.</p>",
        "<table>",
        "<tr><th>VAT code</th><th>Treatment</th><th>Documents</th><th>Text</th></tr>",
        f"<tr><td>IC-S</td><td>EU services</td><td>1</td><td>{SERVICE}</td></tr>",
        "</table>",
    ]
    assert CLAUSE in part_of_page(prepared(CASE_B), "Texts on the invoices")[3]
    assert part_of_page(prepared(CASE_A), "Texts on the invoices") == []
