"""Why a file is not taken is said in the language of the sheet as its last run read it."""

from pathlib import Path

import pytest
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
