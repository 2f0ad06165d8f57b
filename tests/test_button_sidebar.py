"""The sidebar in headless Chromium; behind it the real script, and behind that the real house.

With BOEKBRUG_SCREENSHOTS=folder the pictures that the tests make are kept there to be looked at.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from button_support import Script, answer, pressed_house
from sidebar_support import IN_A_BROWSER, OFFERED, SERVER, a_run, problem, sidebar_served, told

pytestmark = IN_A_BROWSER

PANES = [
    *("openCheck", "openExport", "openEarlier", "openRehearse", "openQuestions", "openConnect"),
    *("openRepair", "openAddColumn", "openHelp"),
]
EVIL = "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"
PERIOD_OF_ACME = """
  document.querySelector("#period").value = "own";
  document.querySelector("#from").value = "2026-07-01";
  document.querySelector("#to").value = "2026-09-30";
  document.querySelector("#period").dispatchEvent(new Event("change", { bubbles: true }));
"""


@pytest.fixture
def script() -> Iterator[Script]:
    with Script() as one:
        one.world(sheets={"Start": [["Boekbrug"]], "Invoices": [["Number", "VAT"]]})
        yield one


@pytest.fixture
def pictures(tmp_path) -> Path:
    folder = Path(os.environ.get("BOEKBRUG_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


SAID = {
    "en": [
        "You are an@acme.example",
        "Nothing wrong in July to September 2026",
        "total incl. VAT 42,566.96",
        "cost EUR 12.36 (balance 25.00)",
        "Export 1 is ready",
        "Question? Quote R-",
    ],
    "nl": [
        "U bent an@acme.example",
        "Niets mis in juli tot september 2026",
        "totaal incl. btw 42.566,96",
        "kosten EUR 12,36 (tegoed 25,00)",
        "Export 1 is klaar",
        "Vraag? Vermeld R-",
    ],
}


@pytest.mark.parametrize("locale", ["en", "nl"])
def test_check_shows_the_numbers_and_export_the_file(tmp_path, pictures, browser, script, locale):
    with pressed_house(tmp_path) as house:
        script.world(properties=house.connection(), sheets=house.sheets(), locale=locale)
        with sidebar_served(script, "openCheck") as url:
            browser.open(url)
            browser.evaluate(PERIOD_OF_ACME)
            browser.click("#press")
            browser.wait("document.querySelector('#export')")
            browser.screenshot(pictures / f"{locale}-checked.png")
            seen = browser.text()
            browser.click("#export")
            browser.wait("document.querySelector('.file-card')")
            browser.screenshot(pictures / f"{locale}-exported.png")
            seen += browser.text()
            browser.click(".copy")
            text = browser.evaluate("document.querySelector('textarea').value")
    assert [words for words in SAID[locale] if words not in seen] == []
    assert "Export 1 WinBooks Acme bv.zip" in text
    plans = [
        json.loads(one["text"]).get("plan") for one in script.world()["requests"] if one["text"]
    ]
    assert len(plans) == 2 and len(plans[1]) == 64  # noqa: PT018 - what was seen is what is exported


def test_export_from_the_menu_checks_by_itself_and_can_be_pressed_at_once(
    browser, pictures, script
):
    told(script, a_run())
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('#export')")
        browser.screenshot(pictures / "en-export.png")
        text = browser.text()
        browser.evaluate("document.querySelector('#all').click()")
        is_gone = browser.evaluate("document.querySelector('#export') === null")
    assert "84 invoices, 3 credit notes" in text
    assert "9 customers get a number: 100212\N{NON-BREAKING HYPHEN}100220" in text
    assert "Export 87 documents" in text
    assert is_gone  # of another selection nothing was seen


def test_what_the_sheet_holds_is_shown_as_text(browser, script):
    sentence = f'Invoices, row 14, Number: found "{EVIL}", allowed: letters and digits.'
    told(script, a_run(result={"blocking": 1}), problem([14], sentence))
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.problems')")
        text, title = browser.text(), browser.evaluate("document.title")
        images = browser.evaluate("document.querySelectorAll('main script, main img').length")
    assert EVIL in text
    assert (title, images) == ("", 0)


@pytest.mark.parametrize("locale", ["en", "nl"])
def test_problems_are_links_to_their_cells(browser, pictures, script, locale):
    many = (
        "Lines, rows 12, 15 and 31-44 (16 lines), Account: found nothing, allowed: an account of "
        "tab Accounts. Choose it in the cells."
    )
    one = 'Invoices, row 14, VAT: found "22", allowed: one of H21, M12, L6.'
    later = "Customers, row 9, VAT number: found nothing, allowed: a VAT number."
    told(
        script,
        a_run(result={"blocking": 3, "later": 121, "unlisted_kinds": 7}),
        problem([12, 15, *range(31, 45)], many, tab="Lines", cure="Choose it in the cells."),
        problem([14], one),
        problem([], "Settings, Invoice journal: found nothing, needed one.", tab="Settings"),
        problem([9], later, tab="Customers", weight="later"),
        locale=locale,
    )
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.problems')")
        browser.screenshot(pictures / f"{locale}-problems.png")
        text = browser.text()
        browser.click("li:nth-child(2) .place")
        browser.wait("document.querySelector('.place.seen')")
    headline, more = {
        "en": ("3 things to fix", "and 120 more of 7 kinds: correct these first"),
        "nl": ("3 dingen recht te zetten", "en nog 120 van 7 soorten: zet eerst deze recht"),
    }[locale]
    assert headline in text
    assert more in text
    assert "Export" not in text.split(headline)[1].split("\n")[1]
    assert script.world()["active"] == "Invoices!B14"


def test_a_refusal_is_shown_in_the_servers_sentence(browser, pictures, script):
    sentence = "Since your check, row 31 changed: now 85 invoices, EUR 10.20. Look again."
    told(script, a_run(state="refused", sentence=sentence, result={}))
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.banner.bad')")
        browser.screenshot(pictures / "en-refused.png")
        assert sentence in browser.text()


def test_a_run_under_way_shows_how_far_it_is(browser, pictures, script):
    told(script, a_run(state="running", stage="writing the file", percent=45), locale="nl")
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.stage').textContent.startsWith('bestand')")
        browser.screenshot(pictures / "nl-running.png")
        text = browser.text()
        width = browser.evaluate("document.querySelector('.bar span').style.width")
        is_shut = browser.evaluate("document.querySelector('fieldset').disabled")
    assert "U mag dit venster sluiten" in text
    assert (width, is_shut) == ("45%", True)


def test_a_sleeping_server_is_said_to_wake_up(browser, script):
    told(script, a_run())
    with sidebar_served(script, "openCheck") as url:
        browser.open(url)
        browser.evaluate(
            "{ const [later, ask] = [setTimeout, fetch];"
            "window.setTimeout = (work, ms) => later(work, ms / 1000);"
            "window.fetch = (...all) =>"
            " new Promise((done) => later(() => done(ask(...all)), 2000)); }"
        )
        browser.click("#press")
        browser.wait("document.body.innerText.includes('The server was asleep and is starting')")


def test_a_copied_file_is_asked_what_it_is(browser, pictures, script):
    question = 'Dit bestand: gevonden een kopie van "Verkoop 2026" (nog gekoppeld).'
    script.world(
        locale="nl",
        answers=[
            answer(409, detail=question, choices=["continues", "test", "other"]),
            answer(200, workbook="wb-1", sentence="Gekoppeld als an@acme.example aan Acme bv."),
        ],
    )
    with sidebar_served(script, "openConnect") as url:
        browser.open(url)
        browser.evaluate(f"document.querySelector('#line').value = '{SERVER}/connect/K7F3-9QXM'")
        browser.click("#connect")
        browser.wait("document.querySelectorAll('.choice').length === 3")
        browser.screenshot(pictures / "nl-copy.png")
        browser.click(".choice[value=test]")
        browser.wait("document.querySelector('.banner.good')")
        browser.screenshot(pictures / "nl-connected.png")
        assert "Gekoppeld als an@acme.example aan Acme bv." in browser.text()
    assert json.loads(script.world()["requests"][1]["text"])["copy"] == "test"


def test_the_questions_for_the_accountant_are_ready_to_copy(browser, pictures, script):
    mail = {"en": "Dear accountant,\n\n1. Which journal?", "nl": "Beste boekhouder,\n\n1. Dagboek?"}
    told(script, a_run(questions=mail), locale="nl")
    with sidebar_served(script, "openQuestions") as url:
        browser.open(url)
        browser.wait("document.querySelector('textarea')")
        browser.screenshot(pictures / "nl-questions.png")
        shown = browser.evaluate("document.querySelector('textarea').value")
    assert shown == mail["nl"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", ("Add Kind to Regels", "Column Kind is in tab Regels")),
        ("nl", ("Kind toevoegen aan Regels", "Kolom Kind staat op tabblad Regels")),
    ],
)
def test_a_column_is_chosen_by_what_it_is_for_and_shown_once_it_is_there(
    browser, pictures, script, locale, words
):
    column = {"tab": "Regels", "header": "Kind"}
    run = a_run(action="add-column", column=column, result={"done": 2})
    told(script, run, locale=locale)
    answers = [answer(200, **OFFERED), *script.world()["answers"]]
    script.world(answers=answers, sheets={"Start": [[]], "Regels": [["Factuur"]], "Klanten": [[]]})
    with sidebar_served(script, "openAddColumn") as url:
        browser.open(url)
        browser.wait("document.querySelector('#column')")
        assert "The key." in browser.text()
        browser.evaluate("document.querySelector('#column').value = '2'")
        browser.evaluate(
            "document.querySelector('#column').dispatchEvent(new Event('change', {bubbles: true}))"
        )
        assert "Rarely needed." in browser.text()
        assert browser.evaluate("document.querySelector('#press').textContent") == words[0]
        browser.screenshot(pictures / f"{locale}-column.png")
        browser.click("#press")
        browser.wait("document.querySelector('.banner.good')")
        browser.screenshot(pictures / f"{locale}-column-added.png")
        assert words[1] in browser.text()
        script.world(sheets={"Regels": [["Factuur", "Kind"]]})
        browser.click(".show")
        browser.wait("document.querySelector('.show.seen')")
    assert script.world()["active"] == "Regels!B1"
    pressed = [one for one in script.world()["requests"] if one["method"] == "POST"]
    assert json.loads(pressed[0]["text"])["column"] == column


@pytest.mark.parametrize("locale", ["en", "nl"])
@pytest.mark.parametrize("pane", PANES)
def test_every_pane_fits_the_sidebar(browser, pictures, script, pane, locale):
    told(script, a_run(), locale=locale)
    script.world(
        sheets={
            "Start": [["Boekbrug"]],
            "Exports": [
                ["No.", "When", "Who", "Period", "Invoices", "Credit notes"],
                [
                    *("12", "2026-11-03 14:02", "an@acme.example", "2026-10-01 to 2026-10-31"),
                    *("84", "3", "", "", "", "", "2026-10 Export 12 WinBooks Acme bv.zip"),
                ],
            ],
        }
    )
    if pane == "openAddColumn":
        script.world(answers=[answer(200, tabs=[])])
    with sidebar_served(script, pane) as url:
        browser.open(url)
        browser.wait("!document.querySelector('.note') && !document.querySelector('.bar')")
        browser.screenshot(pictures / f"{locale}-{pane}.png")
        assert browser.evaluate("document.documentElement.scrollWidth") == 300
        assert browser.evaluate("document.documentElement.lang") == locale
        assert "undefined" not in browser.text()
