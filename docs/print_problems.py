"""Prints `docs/problems.md`: every kind of problem with its code, in English and in Dutch.

The words are those of `server/wording`; a test holds the page to them.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from boekbrug.server.wording import (
    dutch_books,
    dutch_cells,
    dutch_changes,
    dutch_damage,
    dutch_fee,
    dutch_rows,
    dutch_run,
    dutch_sheet,
    dutch_trade,
    english_books,
    english_cells,
    english_changes,
    english_damage,
    english_fee,
    english_rows,
    english_run,
    english_sheet,
    english_trade,
)
from boekbrug.server.wording.dutch import DUTCH
from boekbrug.server.wording.english import ENGLISH
from boekbrug.server.wording.language import Language, ProblemWords

PAGE = Path(__file__).resolve().with_name("problems.md")
CHAPTERS = (
    ("In a cell", english_cells.PROBLEMS, dutch_cells.PROBLEMS),
    ("What happened to a sheet", english_damage.PROBLEMS, dutch_damage.PROBLEMS),
    ("In a row, a tab or a setting", english_sheet.PROBLEMS, dutch_sheet.PROBLEMS),
    ("In a column that the first sheet lacks", english_rows.PROBLEMS, dutch_rows.PROBLEMS),
    ("In the trade", english_trade.PROBLEMS, dutch_trade.PROBLEMS),
    (
        "In amounts, credit notes, periods and accounts",
        english_books.PROBLEMS,
        dutch_books.PROBLEMS,
    ),
    ("In what was exported before", english_changes.PROBLEMS, dutch_changes.PROBLEMS),
    ("In a program, a file or a run", english_run.PROBLEMS, dutch_run.PROBLEMS),
    ("In the numbers of customers", english_fee.PROBLEMS, dutch_fee.PROBLEMS),
)
HEAD = """# Problems

Everything that can be wrong with a workbook, by the code of its kind; printed by `make problems`. A
problem says where it is, what was found, what is allowed, and mostly what to do. *Slanted* words
stand for what the problem is about: *found* is the cell as people see it.
"""
_GAP = re.compile(r"\{(\w+)\}")


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(line for chapter in CHAPTERS for line in _chapter(*chapter))])


def _chapter(
    title: str, english: Mapping[str, ProblemWords], dutch: Mapping[str, ProblemWords]
) -> Iterator[str]:
    yield f"## {title}\n"
    for code in sorted(english):
        yield f"### {code}\n"
        yield f"- {_said(english[code], ENGLISH)}"
        yield f"- {_said(dutch[code], DUTCH)}\n"


def _said(words: ProblemWords, language: Language) -> str:
    """Return the sentence of a kind of problem, its gaps slanted."""
    verb = words.verb or language.sentences["verb allowed"]
    told = language.sentences["finding"].format(found=words.found, verb=verb, allowed=words.allowed)
    whole = f"{told} {words.cure}".strip()
    return _GAP.sub(lambda gap: f"*{gap[1].replace('_', ' ')}*", whole[0].upper() + whole[1:])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} made.")
