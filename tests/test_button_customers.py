"""The sidebar asks before all customers are written again, and a tick counts for one export."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from button_support import Script, answer
from chromium_support import Browser
from sidebar_support import IN_A_BROWSER, SERVER, a_run, pressed, problem, sidebar_served, told

pytestmark = IN_A_BROWSER
ASKED = {"blocking": 1, "to_hold": [], "ask_customers": 31}
QUESTION = 'Settings, Export customers too: found "all": customers that an export wrote before: 31.'
WORDS = {
    "en": ("Write all 31 customers again: my accountant wants it", "Go on"),
    "nl": ("Alle 31 klanten opnieuw schrijven: mijn boekhouder wil het", "Doorgaan"),
}


@pytest.fixture
def script() -> Iterator[Script]:
    with Script() as one:
        one.world(sheets={"Start": [["Boekbrug"]], "Settings": [["Setting", "Value"]]})
        yield one


def ends(number: int, run: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the answers to one more press: the run, and its problems."""
    address = answer(202, status_url=f"{SERVER}/runs/{number}?token=t")
    return [address, answer(200, **run), answer(200, items=[])]


@pytest.mark.parametrize("locale", ["en", "nl"])
def test_b10_the_question_has_a_tick_and_the_word_goes_with_that_export_alone(
    browser: Browser, script: Script, locale: str, tmp_path: Path
):
    told(script, a_run(result=ASKED), problem([], QUESTION, tab="Settings"), locale=locale)
    confirmed = [*ends(2, a_run(customers="all"))]
    exported = [*ends(3, a_run(customers="all", action="export"))]
    script.world(answers=[*script.world()["answers"], *confirmed, *exported])
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('#customers')")
        pictures = Path(os.environ.get("BOEKBRUG_SCREENSHOTS", tmp_path))
        browser.screenshot(pictures / f"{locale}-customers.png")
        label = browser.evaluate("document.querySelector('#customers').parentElement.textContent")
        go_on = browser.evaluate("document.querySelector('#go-on').textContent")
        assert (label, go_on) == WORDS[locale]
        assert browser.evaluate("document.querySelector('#go-on').disabled")
        assert browser.evaluate("document.querySelector('#export') === null")
        browser.click("#customers")
        browser.click("#go-on")
        browser.wait("document.querySelector('#export')")
        browser.click("#export")
        browser.wait("!document.querySelector('#export') && document.querySelector('.banner')")
    assert [one.get("customers") for one in pressed(script)] == [None, "all", "all"]


def test_b10_another_check_asks_again(browser: Browser, script: Script):
    told(script, a_run(result=ASKED), problem([], QUESTION, tab="Settings"))
    again = [*ends(2, a_run(customers="all")), *ends(3, a_run(result=ASKED))]
    script.world(answers=[*script.world()["answers"], *again])
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('#customers')")
        browser.click("#customers")
        browser.click("#go-on")
        browser.wait("document.querySelector('#again')")
        browser.click("#again")
        browser.wait("document.querySelector('#customers')")
    assert [one.get("customers") for one in pressed(script)] == [None, "all", None]


def test_b10_a_run_with_another_word_is_somebody_elses(browser: Browser, script: Script):
    told(script, a_run(customers="all"))
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.banner')")
        assert browser.evaluate("document.querySelector('#export') === null")
