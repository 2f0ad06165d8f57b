"""How far set-up is, in one line for tab Start: connected, settings, answers still missing."""

from collections.abc import Mapping

from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.questions import open_questions
from boekbrug.server.wording.said import Said, said
from boekbrug.server.workbook.accounts import read_accounts
from boekbrug.server.workbook.codes import read_vat_codes
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.settings import read_settings


def checklist(layout: FoundLayout, dossier: Dossier, programs: Mapping[str, Program]) -> Said:
    """Return the line; it reads tabs Settings, Accounts and VAT, and no document."""
    labels = {one.label for program in programs.values() for one in declared(program.Parameters)}
    read, problems = read_settings(layout, dossier, programs=tuple(programs), program_labels=labels)
    accounts, _, _ = read_accounts(layout, read.settings.account_length)
    codes, _ = read_vat_codes(layout, accounts, dossier, tuple(programs))
    chosen = {name: programs[name] for name in read.settings.programs}
    codes_of_sheet = codes.register.things.values()
    missing = len(open_questions(read.settings, codes_of_sheet, chosen, dossier.country))
    wrong = sum(problem.blocks for problem in problems)
    return said(
        "checklist",
        connected=_line("is connected", count=0),
        settings=_line("settings to fix" if wrong else "settings right", count=wrong),
        answers=_answers(missing),
    )


def _line(key: str, *, count: int) -> Said:
    return said("open" if count else "done", what=said(key, count=count))


def _answers(missing: int) -> Said:
    if not missing:
        return _line("answers there", count=0)
    return _line("answer missing" if missing == 1 else "answers missing", count=missing)
