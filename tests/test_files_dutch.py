"""Why a file is not taken is said in the language of the sheet as its last run read it."""

from pathlib import Path

import pytest
from excel_support import MAIN, packed_parts, sheet
from house_support import Opened

from boekbrug.server.records.entries import RunState

DUTCH = {"Language": "nl", "Invoice journal": "VERKP", "Credit note journal": "VERKCN"}
OLD_XLS = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            b"",
            "gevonden een leeg bestand, toegelaten: een .xlsx-bestand. Kopieer het opnieuw vanwaar "
            "het kwam, of neem de laatste goede versie ervan.",
        ),
        (
            OLD_XLS,
            "gevonden een oud .xls-bestand, toegelaten: een .xlsx-bestand. Open het in Excel en "
            'sla het op als "Excel-werkmap (*.xlsx)".',
        ),
        (
            OLD_XLS + "EncryptedPackage".encode("utf-16-le"),
            "gevonden een bestand met een wachtwoord, toegelaten: een zonder. Open het in Excel, "
            "kies Bestand > Info > Werkmap beveiligen > Versleutelen met wachtwoord, maak het "
            "wachtwoord leeg en sla op.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_the_language_of_its_last_run(
    opened: Opened, content: bytes, why: str
):
    book = opened(settings=DUTCH)
    assert book.check().state is RunState.DONE
    Path(book.path).write_bytes(content)
    run = book.check()
    assert run.state is RunState.REFUSED
    nothing = "Er is niets geëxporteerd, genummerd of aangerekend."
    assert run.sentence.startswith(f"{book.path.name}: {why} {nothing}")
    assert "found" not in run.sentence


def test_a_file_of_texts_that_are_too_large_in_memory_is_refused_in_dutch(opened: Opened):
    book = opened(settings=DUTCH)
    assert book.check().state is RunState.DONE
    texts = "".join(f"<si><t>{number}{'x' * 30_000}\U0001f600</t></si>" for number in range(600))
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 1}</v></c></row>' for row in range(1, 601)
    )
    shared = f'<sst xmlns="{MAIN}">{texts}</sst>'
    content = {"xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet(rows).decode()}
    Path(book.path).write_bytes(packed_parts(content))
    assert book.check().sentence.startswith(
        f"{book.path.name}: gevonden 72,1 MB na het uitpakken, toegelaten: hoogstens 70,0 MB. Zet "
        "oudere jaren in een eigen bestand. "
    )
