"""What the sidebar offers beside a month: some documents alone, holding what is wrong, the rest."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from button_support import Script, answer
from chromium_support import Browser
from sidebar_support import IN_A_BROWSER, SERVER, a_run, pressed, problem, sidebar_served, told

pytestmark = IN_A_BROWSER
WRONG = {"blocking": 2, "to_hold": ["2026/18", "2026/31"]}


@pytest.fixture
def script() -> Iterator[Script]:
    with Script() as one:
        one.world(sheets={"Start": [["Boekbrug"]], "Invoices": [["Number", "VAT"]]})
        yield one


@pytest.mark.parametrize(
    ("locale", "label"),
    [("en", "Hold these 2 and go on"), ("nl", "Deze 2 tegenhouden en doorgaan")],
)
def test_what_is_wrong_is_held_by_one_press_and_the_rest_can_be_exported(
    browser: Browser, script: Script, locale: str, label: str, tmp_path: Path
):
    told(script, a_run(result=WRONG), problem([18], "Invoices, row 18: found x."), locale=locale)
    held = a_run(hold=WRONG["to_hold"])
    ends = [answer(202, status_url=f"{SERVER}/runs/2?token=t"), answer(200, **held)]
    exported = a_run(hold=WRONG["to_hold"], action="export")
    more = [answer(202, status_url=f"{SERVER}/runs/3?token=t"), answer(200, **exported)]
    none = [answer(200, items=[])]
    script.world(answers=[*script.world()["answers"], *ends, *none, *more, *none])
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('#hold')")
        browser.screenshot(
            Path(os.environ.get("BOEKBRUG_SCREENSHOTS", tmp_path)) / f"{locale}-hold.png"
        )
        assert browser.evaluate("document.querySelector('#hold').textContent") == label
        browser.click("#hold")
        browser.wait("document.querySelector('#export')")
        browser.click("#export")
        browser.wait("!document.querySelector('#export') && document.querySelector('.banner')")
    assert [one.get("hold") for one in pressed(script)] == [None, *[WRONG["to_hold"]] * 2]
    assert len(pressed(script)[2]["plan"]) == 64


def test_only_the_numbers_that_are_typed_are_asked_for(browser: Browser, script: Script):
    told(script, a_run(documents=["2026/18", "2026/19"]))
    with sidebar_served(script, "openCheck") as url:
        browser.open(url)
        browser.evaluate("document.querySelector('#only').value = ' 2026/18, 2026/19;'")
        browser.click("#press")
        browser.wait("document.querySelector('#export')")
    assert pressed(script)[0]["documents"] == ["2026/18", "2026/19"]
    assert "lastCheck" not in script.world()["properties"]  # the phone cannot name documents


def test_a_run_of_other_documents_is_somebody_elses(browser: Browser, script: Script):
    told(script, a_run(documents=["2026/18"]))
    with sidebar_served(script, "openExport") as url:
        browser.open(url)
        browser.wait("document.querySelector('.banner')")
        assert browser.evaluate("document.querySelector('#export') === null")


@pytest.mark.parametrize(
    ("locale", "label"),
    [
        ("en", "until 31 October 2026 · to the end of last month"),
        ("nl", "tot en met 31 oktober 2026 · tot het einde van vorige maand"),
    ],
)
def test_everything_to_the_end_of_last_month_is_a_period(
    browser: Browser, script: Script, locale: str, label: str
):
    days = {"from": "1900-01-01", "to": "2026-10-31"}
    told(script, a_run(period=days), locale=locale)
    with sidebar_served(script, "openCheck") as url:
        browser.open(url)
        browser.evaluate("document.querySelector('#period').value = '4'")
        shown = browser.evaluate("document.querySelector('#period').selectedOptions[0].textContent")
        browser.click("#press")
        browser.wait("document.querySelector('#export')")
        text = browser.text()
    assert shown == label
    assert label.split(" · ", maxsplit=1)[0] in text
    assert pressed(script)[0]["period"] == days
