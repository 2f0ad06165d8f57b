"""What a link shows to a person: one page, problems first, readable on anything."""

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from importlib.resources import files as resources

import pytest
from web_examples import BATCH, EXPORT, ZIP, document, problem
from web_support import House, MemoryOffice, client_of, exported_office, shown, with_run

from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.web import page as page_module
from boekbrug.server.web.page import remark

HOSTILE = '<script>alert("x")</script>&\'"'


def page_of(office: MemoryOffice, query: str = "") -> str:
    return shown(office, "page", query).text


class Reader(HTMLParser):
    """Reads what a person reads."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def text_of(page: str) -> str:
    reader = Reader()
    reader.feed(page)
    return " ".join(reader.words)


def test_the_page_of_an_export_tells_it_all_in_the_words_of_the_sheet():
    text = text_of(page_of(exported_office()))
    assert "Acme bv" in text
    assert "Export 12 October 2026 Export 12 is ready: 84 invoices, 3 credit notes." in text
    assert f"Download {ZIP.name}" in text
    assert "Started 3 November 2026, 14:02, by the button" in text
    assert 'Customers, row 3, Name: found "ł", allowed: cp1252. See l.' in text
    assert "Invoices 84 and 3 credit notes" in text
    assert "Net 39,925.80 EUR VAT 8,384.42 EUR Total incl. VAT 48,310.22 EUR" in text
    assert "Cost 10.08 EUR Balance 26.40 EUR" in text
    assert "2026/18 2026-10-05 Bakkerij Janssens bv 100.00 21.00 121.00 Export 12" in text
    assert not re.search(r"batch|wallet|webhook|external.id|dossier", text, re.IGNORECASE)


def test_the_page_names_its_code_once():
    page = page_of(exported_office())
    assert page.count("R-7F3KQ9") == 1
    assert "Question? Quote R-7F3KQ9 to help@books.example." in text_of(page)


def test_problems_stand_before_the_figures_and_the_documents():
    page = page_of(exported_office())
    assert page.index('class="problems') < page.index('class="figures') < page.index("<table")


def test_problems_are_grouped_by_weight_worst_first():
    office = exported_office()
    office.problem_rows = [
        problem("later", ("Invoices", 58, "Date"), "nothing", "a date"),
        problem("blocking", ("Invoices", 14, "VAT"), '"22"', "one of H21, M12, L6"),
    ]
    text = text_of(page_of(office))
    assert text.index("To fix first 1 Invoices, row 14") < text.index("For later, stops nothing")


def test_an_open_run_shows_its_progress_and_refreshes_itself():
    office = with_run(state=RunState.RUNNING, percent=60, stage="Writing the file", result={})
    page = page_of(office)
    assert '<meta http-equiv="refresh" content="3">' in page
    assert '<progress max="100" value="60"' in page
    assert "Working Export October 2026 Writing the file" in text_of(page)
    assert "Nothing to fix" not in page


@pytest.mark.parametrize(
    ("state", "badge"),
    [
        (RunState.DONE, "Ready"),
        (RunState.REFUSED, "Stopped"),
        (RunState.FAILED, "Failed"),
        (RunState.UNFINISHED, "Not finished"),
    ],
)
def test_an_ended_run_stands_still_and_says_how_it_ended(state: RunState, badge: str):
    page = page_of(with_run(state=state, sentence="This is how it ended."))
    assert "http-equiv" not in page
    assert f"{badge} Export October 2026 This is how it ended." in text_of(page)


def test_a_check_that_found_something_is_not_called_ready():
    counts = {"invoices": 0, "credit_notes": 0, "blocking": 3}
    text = text_of(page_of(with_run(action=Action.CHECK, result=counts)))
    assert "To fix Check October 2026" in text
    assert "Invoices 0" not in text


def test_a_credit_note_is_red_by_class_and_said_in_words():
    office = exported_office()
    amounts = {name: Decimal(-121) for name in ("net", "vat", "gross")}
    office.document_rows = [document("CN2026/3", kind="credit note", **amounts)]
    page = page_of(office)
    assert 'class="in credit"' in page
    assert "CN2026/3 credit note 2026-10-05 Bakkerij Janssens bv −121.00" in text_of(page)  # noqa: RUF001 - a minus


@pytest.mark.parametrize(
    ("state", "reason"),
    [("on hold", "Hold is ticked"), ("before Boekbrug", "Before 15 October 2026")],
)
def test_a_row_left_out_says_why(state: str, reason: str):
    office = exported_office()
    office.document_rows = [
        document("2026/20", kind="", state=state, reason=reason, batch=0, selected=False)
    ]
    text = text_of(page_of(office))
    assert f"2026/20 2026-10-05 Bakkerij Janssens bv {state} {reason}" in text


def test_long_lists_go_on_behind_a_link():
    office = exported_office()
    office.document_rows = [document(f"2026/{number}") for number in range(201)]
    office.problem_rows = [
        problem("warning", ("Invoices", row, "VAT"), "22", "21") for row in range(201)
    ]
    page = page_of(office)
    assert "2026/199" in page
    assert "2026/200" not in page
    assert "&amp;after=200" in page
    assert "&amp;problems_after=50" in page
    assert "2026/200" in page_of(office, "&after=200")


def test_a_page_shows_fifty_problems_and_counts_the_rest_by_kind():
    office = exported_office()
    result = {"blocking": 170, "unlisted_kinds": 7}
    office.runs["run-1"] = replace(EXPORT, state=RunState.REFUSED, batch_id=None, result=result)
    office.problem_rows = [
        problem("blocking", ("Invoices", row, "VAT"), f"{row}x", "21") for row in range(2, 172)
    ]
    page = page_of(office)
    assert page.count("<strong>") == 50
    assert ">and 120 more of 7 kinds: correct these first</a>" in page


def test_the_page_of_a_dutch_workbook_is_dutch():
    office = exported_office()
    [entry] = office.workbooks.values()
    office.workbooks[entry.id] = replace(entry, language="nl")
    page = page_of(office)
    assert '<html lang="nl">' in page
    read = text_of(page)
    for words in (
        "Export 12",
        "oktober 2026",
        "Gestart op 3 november 2026, 14:02, door the button",
        "Downloaden",
        "Totaal incl. btw",
        "Tegoed",
        "Documenten",
        "Klant",
        "Vraag? Vermeld R-7F3KQ9 aan",
    ):
        assert words in read
    assert "48.310,22" in read
    assert not {"Started", "Download", "Balance", "Question?", "Customer"} & set(read.split())


def test_everything_that_people_typed_is_escaped():
    office = exported_office()
    office.runs["run-1"] = replace(EXPORT, sentence=HOSTILE, pressed_by=HOSTILE)
    office.document_rows = [
        document(HOSTILE, customer=HOSTILE, reason=HOSTILE, state=HOSTILE, issued_on=HOSTILE)
    ]
    office.problem_rows = [problem("blocking", (HOSTILE, 1, HOSTILE), HOSTILE, HOSTILE, HOSTILE)]
    office.batches["run-1"] = replace(BATCH, file_names=(HOSTILE,))
    page = page_of(office)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 14


def test_the_page_loads_nothing_but_its_own_style_sheet():
    page = page_of(exported_office())
    assert re.findall(r'(?:src|href)="(?!https://books\.example/)([^"]*)"', page) == [
        "/static/boekbrug.css"
    ]
    assert " style=" not in page
    sheet = client_of(House(office=MemoryOffice())).get("/static/boekbrug.css")
    assert sheet.status_code == 200
    assert "url(" not in sheet.text
    assert "@import" not in sheet.text
    sheet.close()


def test_the_table_can_be_read_aloud():
    page = page_of(exported_office())
    assert "<caption>Documents</caption>" in page
    assert page.count('<th scope="col"') == 7
    assert page.count('<th scope="row"') == 2
    assert '<html lang="en">' in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "grounds"),
    [
        ("ink", ("paper", "card", "grey-wash")),
        ("soft", ("paper", "card")),
        ("green", ("paper", "card", "green-wash")),
        ("red", ("card", "red-wash")),
        ("amber", ("amber-wash",)),
        ("on-green", ("green",)),
    ],
)
def test_every_ink_is_readable_on_its_ground(scheme: str, ink: str, grounds: tuple[str, ...]):
    colours = colours_of(scheme)
    for ground in grounds:
        lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])))[::-1]
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def colours_of(scheme: str) -> dict[str, str]:
    sheet = (resources(page_module.__package__) / "static" / "boekbrug.css").read_text()
    roots = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): #(\w{6});", roots[0 if scheme == "light" else 1]))


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_parts_of_a_remark_are_the_whole_sentence():
    whole = problem("blocking", ("Lines", 12, "VAT"), "0.21", "21, 12, 6", "Write 21.")
    parts = remark(whole)
    assert f"{parts.place}: {parts.finding} {parts.cure}" == whole.sentence
