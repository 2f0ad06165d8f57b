"""What else tabs, headers, settings and the words of a list may be called."""

from itertools import chain

import pytest
from workbook_support import errors, invoice, read, settings, sheet, tab

from boekbrug.server.bookkeeping.settings import BookYear, Series
from boekbrug.server.bookkeeping.terms import AccountKind, CustomerKind, Kind, Periods, VatMode
from boekbrug.server.cell_values import folded, read_yes_no
from boekbrug.server.workbook import countries, value_synonyms
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.customer_schema import CustomerSchema
from boekbrug.server.workbook.layout import known_tab, name_key
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings import SCHEMA, TABLES
from boekbrug.server.workbook.settings_schema import SettingsSchema
from boekbrug.server.workbook.sheet_fields import read_country
from boekbrug.server.workbook.synonyms import HEADERS, SETTINGS, STAND_INS

SCHEMAS = schemas_for(())


@pytest.mark.parametrize("title", ["Lijnen", "Factuurregels", "factuurlijnen", "Rechnungszeilen"])
def test_lines_have_the_names_that_people_give_them(title: str):
    assert known_tab(title) == "Lines"


@pytest.mark.parametrize("title", ["Invoices", "Lines"])
@pytest.mark.parametrize("header", ["BTW %", "Btw-tarief", "Taux TVA", "MwSt-Satz", "VAT %"])
def test_a_rate_stands_in_for_the_code_where_no_column_of_codes_is(title: str, header: str):
    names = {"Invoices": ("Number", "Net"), "Lines": ("Invoice", "Unit price")}[title]
    for more, at in (((), 2), (("VAT",), 3)):
        table = tab(title, {2: dict.fromkeys((*names, header, *more), "1")})
        columns = read(Cells((table,))).layout.tabs[title].columns
        assert columns["VAT"] == at


@pytest.mark.parametrize("header", ["Nettobedrag", "Bedrag excl. btw", "Montant net", "Total HT"])
def test_an_amount_stands_in_for_net(header: str):
    row = {key: cell for key, cell in invoice().items() if key != "Net"} | {header: 100.0}
    (document,) = read(sheet(Invoices={2: row})).workbook.documents
    assert document.lines[0].unit_price == 100
    table = tab("Lines", {2: {"Invoice": "1", header: 5.0}})
    assert read(Cells((table,))).layout.tabs["Lines"].columns["Net"] == 1
    priced = tab("Lines", {2: {"Invoice": "1", "Unit price": 5.0, header: 5.0}})
    assert "Net" not in read(Cells((priced,))).layout.tabs["Lines"].columns


def test_what_stands_in_for_a_column_is_no_other_column():
    for (title, header), others in STAND_INS.items():
        assert header in {str(field.data_key) for field in SCHEMAS[title].fields.values()}
        known = {name_key(one) for one in chain(*HEADERS[title].values(), HEADERS[title])}
        assert not known & {name_key(one) for one in others}


def test_every_setting_of_the_first_sheet_has_its_german_word():
    for header in (*(str(field.data_key) for field in SettingsSchema().fields.values()), *TABLES):
        assert len(SETTINGS[header]) >= 3, header


@pytest.mark.parametrize(
    ("label", "attribute", "cell", "value"),
    [
        ("Gutschriftenjournal", "credit_note_journal", "VKG", "VKG"),
        ("Rechnungsjournal", "invoice_journal", "VK", "VK"),
        ("Forderungskonto", "receivable_account", "400000", "400000"),
        ("Compte d'arrondi", "rounding_account", "757000", "757000"),
        ("Kontenlänge", "account_length", 6.0, 6),
        ("Délai de paiement par défaut", "default_payment_terms", "30E", "30E"),
        ("Nummerierung beginnt jedes Jahr neu", "numbering_restarts", "ja", True),
        ("Perioden", "periods", "Quartale", Periods.QUARTERS),
        ("MwSt berechnet", "vat_mode", "auf die Summe", VatMode.ON_TOTAL),
        ("Reeksen", "series", "F = factuur", (Series("F", Kind.INVOICE, "", ""),)),
    ],
)
def test_settings_are_read_in_every_language(label: str, attribute: str, cell: str, value: object):
    assert getattr(
        read(sheet(Settings=settings(**{label: cell}))).workbook.settings, attribute
    ) == (value)


def test_book_years_and_periods_are_read_in_every_language():
    answers = {
        "Geschäftsjahre": "2026-01-01..2026-12-31 = 1",
        "Période": "2026-01-01..2026-01-31 = 1",
    }
    found = read(sheet(Settings=settings(**answers))).workbook.settings
    assert [type(one) for one in found.book_years] == [BookYear]
    assert [one.number for one in found.own_periods] == [1]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        *((cell, CustomerKind.COMPANY) for cell in ("BV", "vzw", "zelfstandige", "eenmanszaak")),
        *((cell, CustomerKind.COMPANY) for cell in ("srl", "asbl", "indépendant", "GmbH")),
        *((cell, CustomerKind.PERSON) for cell in ("privé", "Privat")),
        *((cell, CustomerKind.PUBLIC_BODY) for cell in ("gemeente", "commune", "Gemeinde")),
    ],
)
def test_a_customer_is_of_the_kind_that_people_call_it(cell: str, kind: CustomerKind):
    assert CustomerSchema().fields["kind"].deserialize(cell) is kind


@pytest.mark.parametrize(
    "cell", ["CN", "nc", "kredietnota", "creditfactuur", "avoir", "Gutschrift"]
)
def test_a_credit_note_has_many_names(cell: str):
    assert SCHEMAS["Invoices"].fields["kind"].deserialize(cell) is Kind.CREDIT_NOTE


@pytest.mark.parametrize("cell", ["omzet", "Umsatz", "chiffre d'affaires"])
def test_an_account_of_revenue_has_many_names(cell: str):
    assert SCHEMAS["Accounts"].fields["kind"].deserialize(cell) is AccountKind.REVENUE


@pytest.mark.parametrize("cell", ["betaald", "verzonden", "paid", "Sent", "payée", "bezahlt"])
def test_an_invoice_that_was_sent_or_paid_is_final(cell: str):
    assert errors(sheet(Invoices={2: invoice(Status=cell)})) == []


@pytest.mark.parametrize("cell", ["geannuleerd", "cancelled"])
def test_an_invoice_that_was_cancelled_is_asked_about(cell: str):
    assert len(errors(sheet(Invoices={2: invoice(Status=cell)}))) == 1


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [("J", True), ("v", True), ("y", True), ("N", False), (1.0, None), (0.0, None), ("1", None)],
)
def test_a_tick_may_be_one_letter_and_is_no_figure(cell: object, meaning: object):
    assert read_yes_no(cell) is meaning


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Noorwegen", "NO"), ("Tsjechië", "CZ"), ("Lettonie", "LV"), ("Slowakei", "SK"),
        ("Schweiz", "CH"), ("Vereinigte Staaten", "US"), ("Griechenland", "GR"), ("Malta", "MT"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_name_in_four_languages(name: str, code: str):
    assert read_country(name) == code


def test_every_name_is_that_of_one_country():
    meant = {(folded(name), code) for name, code in countries.NAMES.items()}
    assert len({name for name, _ in meant}) == len(meant)
    assert set(countries.NAMES.values()) <= set(countries.CODES)


@pytest.mark.parametrize(
    "synonyms", [one for name, one in vars(value_synonyms).items() if name.isupper()]
)
def test_no_word_of_a_list_stands_for_two_things(synonyms: dict[str, str]):
    meanings: dict[str, set[str]] = {}
    for name, meaning in synonyms.items():
        meanings.setdefault(folded(name), set()).add(meaning)
    assert [name for name, several in meanings.items() if len(several) > 1] == []


def test_a_name_of_a_setting_is_that_of_no_other():
    names = [str(field.data_key) for field in SCHEMA.fields.values()]
    meant = {(name_key(one), name) for name in (*names, *TABLES) for one in (name, *SETTINGS[name])}
    assert len({spelled for spelled, _ in meant}) == len(meant)
