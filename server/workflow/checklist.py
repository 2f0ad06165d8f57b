"""How far set-up is, in one line for tab Start: connected, settings, answers still missing."""

from collections.abc import Mapping

from boekbrug.server.bookkeeping.model import Dossier
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.questions import open_questions
from boekbrug.server.workbook.codes import read_accounts, read_vat_codes
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.settings import read_settings

DONE, OPEN = "[x]", "[ ]"


def checklist(layout: FoundLayout, dossier: Dossier, programs: Mapping[str, Program]) -> str:
    """Return the line; it reads tabs Settings, Accounts and VAT, and no document."""
    labels = {one.label for program in programs.values() for one in declared(program.Parameters)}
    read, problems = read_settings(layout, dossier, programs=tuple(programs), program_labels=labels)
    accounts, _ = read_accounts(layout, read.settings.account_length)
    codes, _ = read_vat_codes(layout, accounts, dossier, tuple(programs))
    chosen = {name: programs[name] for name in read.settings.programs}
    missing = len(open_questions(read.settings, codes.register.things.values(), chosen))
    wrong = sum(problem.blocks for problem in problems)
    return "  ".join((f"{DONE} connected", _settings(wrong), _answers(missing)))


def _settings(wrong: int) -> str:
    return f"{OPEN} settings: {wrong} to fix" if wrong else f"{DONE} settings"


def _answers(missing: int) -> str:
    if not missing:
        return f"{DONE} answers of the accountant"
    noun = "answer" if missing == 1 else "answers"
    return f"{OPEN} {missing} {noun} of the accountant missing"
