"""The commands about closed books: closing, opening again, and the list that shows it."""

from pathlib import Path

import pytest
from command_support import OWNER, typed

CLOSE = ("dossier", "close", "acme/winbooks", "--up-to")


@pytest.fixture
def desk(empty_desk: Path) -> Path:
    """A folder with a server of one dossier."""
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
    ):
        assert typed(*command)[0] == 0
    return empty_desk


@pytest.mark.usefixtures("desk")
def test_b1_whoever_runs_the_server_closes_and_opens_and_the_list_shows_it():
    assert typed("dossier", "list") == (
        0,
        "acme/winbooks  Acme bv, BE0403019261\n    WinBooks, workbooks: 0\n    no closed period",
    )
    assert typed(*CLOSE, "2026-03-31") == (
        0,
        "acme/winbooks: closed up to 2026-03-31, told by whoever runs this server; before: no "
        "closed period.",
    )
    assert typed("dossier", "list", "acme/winbooks")[1].splitlines()[-1] == (
        "    closed up to 2026-03-31, told by whoever runs this server"
    )
    code, refused = typed(*CLOSE, "2026-02-28")
    assert (code, refused) == (
        1,
        "Closed up to: found 31 March 2026, told by whoever runs this server, and no reason to "
        'open it again, needed --reason "...", once the accountant opened the period.',
    )
    reason = ("--reason", "the accountant books a late invoice")
    code, told = typed(*CLOSE, "2026-02-28", *reason)
    assert (code, told.splitlines()) == (
        0,
        [
            "acme/winbooks: closed up to 2026-02-28, told by whoever runs this server; before: "
            "closed up to 2026-03-31, told by whoever runs this server.",
            "Correct Closed up to in its workbooks too: an export closes what its Settings say.",
        ],
    )
    assert typed(*CLOSE, "none", *reason)[1].startswith("acme/winbooks: no closed period; before:")
    assert typed("dossier", "list", "acme")[1].endswith("no closed period")


@pytest.mark.usefixtures("empty_desk")
def test_a_server_without_dossiers_says_how_to_add_one():
    assert typed("migrate")[0] == 0
    assert typed("dossier", "list") == (0, "No dossier yet: boekbrug dossier add.")


@pytest.mark.usefixtures("desk")
def test_b1_no_day_and_no_dossier_are_said():
    code, told = typed(*CLOSE, "31/03/2026")
    assert (code, told.splitlines()[-1]) == (
        2,
        'Error: --up-to: found "31/03/2026", allowed: a day like 2026-03-31, or none.',
    )
    assert typed("dossier", "close", "acme/other", "--up-to", "none") == (
        1,
        'Dossier: found no "acme/other", needed one that exists.',
    )
    assert typed("dossier", "list", "acme/other") == (
        1,
        'Dossier: found "acme/other", needed one that was added before.',
    )
