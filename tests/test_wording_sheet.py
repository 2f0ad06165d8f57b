"""What is wrong in a sheet, in the reader's language: the likeliest mistakes, word for word."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from workbook_support import GARAGE, Rows, errors, invoice, read, settings, sheet

from boekbrug.adapters.local.sheet_cells import NO_RESULT
from boekbrug.server.bookkeeping.problems import Problem, sentence
from boekbrug.server.fields import Choice
from boekbrug.server.wording.english import PROBLEMS
from boekbrug.server.wording.language import problem_sentences
from boekbrug.server.wording.said import Said, in_language, word
from boekbrug.server.workbook.cells import Cell, CellError, Cells, Tab
from boekbrug.server.workbook.layout import known_names, known_tab, name_key
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings_schema import SettingsSchema
from boekbrug.server.workbook.synonyms import HEADERS, SETTINGS, TABS

SCHEMAS = schemas_for(())
FIELDS = [
    *(field for schema in SCHEMAS.values() for field in schema.fields.values()),
    *SettingsSchema().fields.values(),
]
BAKERY = {**GARAGE, "Customer": "Bakkerij Janssens bv"}
COPY = invoice("2026-0091", Export="")
MISTAKES: dict[str, tuple[dict[str, Rows], str, str]] = {
    "a number that became a date": (
        {"Invoices": {31: invoice(Number=date(2026, 11, 1))}},
        "Invoices, row 31, Number: found the date 1 November 2026, allowed: the number as text. "
        "The spreadsheet made a date of what was typed (2026-11?). Give the cell the format text, "
        "then type the number again.",
        "Facturen, rij 31, Nummer: gevonden de datum 1 november 2026, toegelaten: het nummer als "
        "tekst. Het rekenblad maakte een datum van wat er getypt werd (2026-11?). Geef de cel de "
        "opmaak tekst en typ het nummer opnieuw.",
    ),
    "a customer spelt otherwise": (
        {"Customers": {27: BAKERY}, "Invoices": {14: invoice(Customer="Bakkerij Janssen")}},
        'Invoices, row 14, Customer: found "Bakkerij Janssen", allowed: a customer of tab '
        'Customers; nearest is "Bakkerij Janssens bv" (row 27). Choose it in the cell, or add the '
        "customer.",
        'Facturen, rij 14, Klant: gevonden "Bakkerij Janssen", toegelaten: een klant uit tabblad '
        'Klanten; het dichtst is "Bakkerij Janssens bv" (rij 27). Kies die in de cel, of voeg de '
        "klant toe.",
    ),
    "a customer made by copying a row": (
        {
            "Customers": {
                12: {**GARAGE, "Accountant's no.": "100017"},
                58: {**BAKERY, "Accountant's no.": "100017"},
            }
        },
        'Customers, row 58, Accountant\'s no.: found 100017, which belongs to "Garage Maes" (row '
        "12), allowed: empty, or a number nobody has had. Row 58 looks like a copy of row 12: "
        "empty this cell and it gets the next number.",
        'Klanten, rij 58, Nr. boekhouder: gevonden 100017, dat is van "Garage Maes" (rij 12), '
        "toegelaten: leeg, of een nummer dat niemand gehad heeft. Rij 58 lijkt een kopie van rij "
        "12: maak deze cel leeg, dan krijgt ze het volgende nummer.",
    ),
    "an invoice made by copying a row": (
        {"Invoices": {40: {**COPY, "Export": 12.0}, 41: COPY}},
        "Invoices, rows 40 and 41, Number: found 2026-0091 twice, allowed: once per series and "
        "book year. Row 40 was exported (export 12), row 41 was not: give row 41 its own number.",
        "Facturen, rijen 40 en 41, Nummer: gevonden twee keer 2026-0091, toegelaten: één keer per "
        "reeks en boekjaar. Rij 40 werd geëxporteerd (export 12), rij 41 niet: geef rij 41 een "
        "eigen nummer.",
    ),
    "VAT as a fraction": (
        {
            "Invoices": {2: invoice(Net=None, VAT=None)},
            "Lines": {12: {"Invoice": "2026/18", "Unit price": 80.0, "VAT": 0.21}},
        },
        "Lines, row 12, VAT: found 0.21, allowed: 21, 12, 6, or a code of tab VAT (IC-S, IC-G, "
        "OUT …). Write 21.",
        "Regels, rij 12, Btw: gevonden 0,21, toegelaten: 21, 12, 6, of een code van tabblad Btw "
        "(IC-S, IC-G, OUT …). Schrijf 21.",
    ),
    "an error of the spreadsheet": (
        {"Invoices": {3: invoice(Net=CellError("#REF!"))}},
        "Invoices, row 3, Net: found #REF!, allowed: an amount with at most two decimals, like "
        "1234.56 or 1.234,56. The cell shows an error of the spreadsheet; repair its formula.",
        "Facturen, rij 3, Netto: gevonden #REF!, toegelaten: een bedrag met hoogstens twee "
        "decimalen, zoals 1234,56 of 1.234,56. De cel toont een fout van het rekenblad; herstel de "
        "formule.",
    ),
    "a formula that nobody computed": (
        {"Invoices": {3: invoice(Kind=NO_RESULT)}},
        "Invoices, row 3, Kind: found a formula without a result, allowed: one of invoice, credit "
        "note. Open the file in Excel and save it, so that it is computed.",
        "Facturen, rij 3, Soort: gevonden een formule zonder resultaat, toegelaten: een van "
        "factuur, creditnota. Open het bestand in Excel en sla het op, zodat het berekend wordt.",
    ),
    "a VAT number with a wrong check digit": (
        {"Customers": {2: {**GARAGE, "VAT number": "BE0403019262"}}},
        'Customers, row 2, VAT number: found "BE0403019262", allowed: a Belgian VAT number with a '
        "right check digit, like BE0403019261.",
        'Klanten, rij 2, Btw-nummer: gevonden "BE0403019262", toegelaten: een Belgisch btw-nummer '
        "met een juist controlegetal, zoals BE0403019261.",
    ),
}


def dutch(kind: str, name: str) -> str:
    return in_language(word(kind, name), "nl")


def in_dutch(cells: Cells) -> Cells:
    """Return the sheet as somebody made it in Dutch: its tabs and headers have Dutch names."""

    def column(header: Cell, *rest: Cell) -> tuple[Cell, ...]:
        return dutch("header", str(header)), *rest

    return Cells(
        tuple(
            Tab(dutch("tab", tab.title), tuple(column(*cells) for cells in tab.columns))
            for tab in cells.tabs
        )
    )


def told(cells: Cells) -> tuple[Problem, ...]:
    return read(cells).workbook.problems


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_english_as_it_always_was(mistake: str):
    rows, english, _ = MISTAKES[mistake]
    assert errors(sheet(**rows)) == [english]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_dutch_sheet_is_told_in_dutch(mistake: str):
    rows, _, expected = MISTAKES[mistake]
    language: Rows = {2: {"Setting": "Taal", "Value": "nl"}}
    (problem,) = told(in_dutch(sheet(Settings=language, **rows)))
    assert in_language(sentence(problem), "nl") == expected


def test_a_tab_and_a_header_that_the_sheet_lacks_have_their_name_in_the_readers_language():
    cells = in_dutch(sheet(Invoices={2: {"Number": "1", "Net": 5}}))
    without = Cells(tuple(tab for tab in cells.tabs if tab.title != "Klanten"))
    sentences = [in_language(sentence(problem), "nl") for problem in told(without)]
    assert sentences[0] == (
        "Klanten: gevonden geen tabblad met deze naam, toegelaten: één. Voeg het toe, of geef het "
        "tabblad waar het op staat opnieuw deze naam."
    )
    renamed = Tab("Facturen", (("Nummer", "2026/1"), ("Datum", "2026-03-16")))
    tabs = (*(tab for tab in cells.tabs if tab.title != "Facturen"), renamed)
    missing, *_ = told(Cells(tabs))
    assert in_language(sentence(missing), "nl") == (
        "Facturen, Soort: gevonden geen kolom met deze kop, toegelaten: één, met de kop in rij 1. "
        "Schrijf de kop daar; de volgorde van de kolommen speelt geen rol."
    )


def test_a_setting_that_became_a_date_is_a_value_to_type_again():
    (problem,) = told(sheet(Settings=settings(Account_length=date(2026, 6, 1))))
    assert in_language(sentence(problem), "nl") == (
        "Settings, rij 2, Account length: gevonden de datum 1 juni 2026, toegelaten: een geheel "
        "getal van 1 tot 12. Het rekenblad maakte een datum van wat er getypt werd (2026-06?). "
        "Geef de cel de opmaak tekst en typ de waarde opnieuw."
    )


def test_a_setting_spelt_otherwise_is_named_in_the_readers_language():
    (problem,) = told(sheet(Settings=settings(Account_lenth="6")))
    assert in_language(sentence(problem), "nl") == (
        'Settings, rij 2, Setting: gevonden "Account lenth", toegelaten: de naam van een '
        'instelling; het dichtst is "Lengte rekeningen". De rij wordt niet gebruikt.'
    )


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.data_key)
def test_what_a_column_allows_can_be_said_in_every_language(field: Any):
    assert isinstance(field.allowed, Said)
    assert in_language(field.allowed, "nl") != field.allowed or field.allowed.startswith(
        "one of nl"
    )


def names() -> Iterator[tuple[str, str, str | None]]:
    """Yield kind, English name, and the name that the server finds by the Dutch one."""
    for name in TABS:
        yield "tab", name, known_tab(dutch("tab", name))
    for name in SETTINGS:
        yield "setting", name, known_names(SETTINGS).get(name_key(dutch("setting", name)))
    for tab, schema in SCHEMAS.items():
        headers = [str(field.data_key) for field in schema.fields.values()]
        known = known_names({header: HEADERS[tab].get(header, ()) for header in headers})
        for header in headers:
            yield "header", header, known.get(name_key(dutch("header", header)))


def test_a_sheet_may_be_written_with_the_names_that_its_problems_use():
    assert [(kind, name) for kind, name, found in names() if found != name] == []
    assert {word(kind, name).__class__ for kind, name, _ in names()} == {Said}


def test_a_list_takes_the_words_by_which_its_problem_names_its_choices():
    lists: list[Any] = [field for field in FIELDS if isinstance(field, Choice)]
    for field in lists:
        shown = field.allowed.values["choices"]
        assert [field.deserialize(in_language(one, "nl")) for one in shown] == [*field.choices]


def test_no_gap_of_a_problem_has_the_name_of_its_place():
    sentences = problem_sentences(PROBLEMS).values()
    places = ("code", "tab", "rows", "column", "severity", "behind", "origin", "attribute")
    assert [one for one in sentences for place in places if f"{{{place}}}" in one] == []
