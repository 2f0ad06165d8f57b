"""The button's menu, languages, periods and links to cells, in node between strict stubs."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from button_support import BUTTON, NEEDS_NODE, Script

pytestmark = NEEDS_NODE


def leaves(words: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every sentence of a language with its place in the data."""
    if isinstance(words, str):
        yield place, sorted(re.findall(r"\{\w+\}", words))
    else:
        pairs = words.items() if isinstance(words, dict) else enumerate(words)
        for name, part in pairs:
            yield from leaves(part, f"{place}.{name}")


@pytest.mark.parametrize("order", [(), ("--backwards",)])
def test_every_line_of_the_menu_opens_its_sidebar_whatever_the_order_of_the_files(order):
    with Script(*order) as script:
        script.call("onOpen")
        [menu] = script.world()["menus"]
        names = [item[1] for item in menu["items"] if item]
        for name in names:
            script.call(name)
        titles = [sidebar["title"] for sidebar in script.world()["sidebars"]]
    assert len(titles) == len(names) == 9
    assert titles[:2] == ["Check", "Export to the books"]


def test_the_menu_speaks_the_language_of_the_reader_then_of_the_sheet(script):
    for locale, sheet_locale in (
        ("nl_BE", "en_GB"),
        ("fi", "nl_BE"),
        ("en", "nl_BE"),
        ("fi", "fi"),
    ):
        script.world(locale=locale, sheetLocale=sheet_locale)
        script.call("onOpen")
    titles = [menu["title"] for menu in script.world()["menus"]]
    assert titles == ["Boekhouding", "Boekhouding", "Bookkeeping", "Bookkeeping"]


def test_every_language_has_every_sentence_of_english_with_the_same_gaps(script):
    english = dict(leaves(script.call("wordsEnglish_")))
    languages = script.call("languages_")
    assert sorted(languages) == ["en", "nl"]
    for words in languages.values():
        assert dict(leaves(words)) == english


def test_a_third_language_is_one_file(tmp_path):
    french = (BUTTON / "WordsEnglish.js").read_text("utf-8")
    for english, word in (
        ("function wordsEnglish_", "function wordsFrench_"),
        ('language: "en"', 'language: "fr"'),
        ('title: "Bookkeeping"', 'title: "Comptabilité"'),
    ):
        assert english in french
        french = french.replace(english, word)
    (tmp_path / "WordsFrench.js").write_text(french, "utf-8")
    with Script(str(tmp_path / "WordsFrench.js")) as script:
        script.world(locale="fr_BE")
        script.call("onOpen")
        [menu] = script.world()["menus"]
    assert menu["title"] == "Comptabilité"


MENU = {
    "en": (
        "Bookkeeping",
        [
            *("Check…", "Export…", "Earlier exports and files", "Make a rehearsal file (free)"),
            *("Questions for my accountant", "Connect this file…", "Repair tabs and formats"),
            *("Add a column…", "Help (what is this, who sees what)"),
        ],
    ),
    "nl": (
        "Boekhouding",
        [
            *("Controleren…", "Exporteren…", "Vorige exports en bestanden"),
            *("Proefbestand maken (gratis)", "Vragen voor mijn boekhouder"),
            *("Dit bestand koppelen…", "Tabbladen en opmaak herstellen", "Kolom toevoegen…"),
            "Hulp (wat is dit, wie ziet wat)",
        ],
    ),
}


@pytest.mark.parametrize("locale", MENU)
def test_the_menu_in_the_words_of_the_reader(script, locale):
    script.world(locale=locale)
    script.call("onOpen")
    [menu] = script.world()["menus"]
    assert (menu["title"], [item[0] for item in menu["items"] if item]) == MENU[locale]


SYSTEM_SENTENCES = {
    "labels.asleep": (
        "The server was asleep and is starting (usually under a minute). Please wait: your press "
        "is kept.",
        "De server sliep en start nu op (meestal binnen een minuut). Even wachten: uw druk op de "
        "knop blijft bewaard.",
    ),
    "noAnswer": (
        "The server did not answer for a few minutes. It may still have your press: look at tab "
        "Start in a few minutes. Pressing again never charges twice. If it stays silent, tell "
        "{contact}.",
        "De server antwoordde enkele minuten niet. Misschien heeft hij uw druk op de knop toch: "
        "kijk over enkele minuten op tabblad Start. Opnieuw drukken wordt nooit twee keer "
        "aangerekend. Blijft het stil, zeg het dan aan {contact}.",
    ),
    "permissionMissing": (
        "Google permission: missing “connect to an external service”. Press again and tick every "
        "box: without it the button can't reach the server.",
        "Toestemming van Google: “verbinding maken met een externe service” ontbreekt. Druk "
        "opnieuw en vink elk vakje aan: zonder kan de knop de server niet bereiken.",
    ),
    "joined": (
        "{who} has been {doing} since {time} ({percent} %). Yours is not needed: when that is "
        "ready you see it here.",
        "{who} is sinds {time} {doing} ({percent} %). Uw druk is niet nodig: zodra het klaar is, "
        "ziet u het hier.",
    ),
}
"""What people read when something stands in the way, in English and Dutch."""


@pytest.mark.parametrize("place", SYSTEM_SENTENCES)
def test_what_stands_in_the_way_is_said_in_both_languages(script, place):
    for name, sentence in zip(("en", "nl"), SYSTEM_SENTENCES[place], strict=True):
        words = script.call("languages_")[name]
        for part in place.split("."):
            words = words[part]
        assert words == sentence


def test_the_permissions_asked_for_are_those_of_the_manifest_and_come_first(script):
    manifest = json.loads((BUTTON / "appsscript.json").read_text("utf-8"))
    script.call("openConnect")
    world = script.world()
    assert world["required"] == [["FULL", *manifest["oauthScopes"]]]
    assert "https://www.googleapis.com/auth/drive" not in manifest["oauthScopes"]


def test_what_stands_in_the_page_cannot_end_its_script(script):
    script.world(email="</script><script>alert(1)</script>")
    script.call("openHelp")
    [sidebar] = script.world()["sidebars"]
    assert "</script><script>alert" not in sidebar["content"]


@pytest.mark.parametrize(
    ("today", "periods"),
    [
        ("2026-11-03", ["October 2026", "November 2026"]),
        ("2027-01-31", ["December 2026", "January 2027"]),
        ("2028-02-29", ["January 2028", "February 2028"]),
    ],
)
def test_the_first_periods_are_last_month_and_this_month(script, today, periods):
    words = script.call("wordsEnglish_")
    presets = script.call("presets_", today)
    assert [script.call("periodInWords_", one["period"], words) for one in presets[:2]] == periods


def test_a_quarter_and_own_dates_are_said_in_words(script):
    words = script.call("wordsDutch_")
    presets = script.call("presets_", "2027-02-10")
    days = [one["period"] for one in presets[2:]] + [{"from": "2026-10-03", "to": "2026-11-20"}]
    assert [script.call("periodInWords_", period, words) for period in days] == [
        "oktober tot december 2026",
        "januari tot maart 2027",
        "tot en met 31 januari 2027",
        "3 oktober 2026 tot 20 november 2026",
    ]


@pytest.mark.parametrize(
    ("tab", "row", "column", "cell"),
    [
        ("Invoices", 4, "Number", "Invoices!A4"),
        ("Invoices", 4, "vat", "Invoices!C4"),
        ("Invoices", 4, "No such column", "Invoices!A4"),
        ("Settings", 0, "Invoice journal", "Settings!B3"),
    ],
)
def test_a_problem_leads_to_its_cell(script, tab, row, column, cell):
    script.world(
        sheets={
            "Invoices": [["Number", "Date", "VAT"], ["2026/1", "", "H21"]],
            "Settings": [["Setting", "Value"], ["Program", "winbooks"], ["Invoice journal", ""]],
        }
    )
    script.run("jump", {"tab": tab, "row": row, "column": column})
    assert script.world()["active"] == cell


def test_a_problem_of_a_tab_that_is_gone_says_so(script):
    refused = script.run("jump", {"tab": "Lines", "row": 4, "column": "VAT"})["refused"]
    assert refused.startswith("This file: found no tab Lines.")
