"""English: what stands twice, is not finished yet, or is of a year or a length that nobody means.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "year-out-of-range": ProblemWords(
        allowed="a date from {first} to {last}",
        cure="Type the date again, its year in four digits.",
    ),
    "number-prepared": ProblemWords(
        found="nothing besides {number}",
        verb="taken",
        allowed="as prepared ahead, so that nothing of it is exported",
        cure="Fill in the row, or leave it when the number is not used yet.",
    ),
    "number-of-other-year": ProblemWords(
        found="another year than that of {date}",
        verb="taken",
        allowed="as typed: the date says in which period it is exported",
        cure="Look which of the two is right.",
    ),
    "day-far-off": ProblemWords(
        found="a date more than a year from all others",
        verb="taken",
        allowed="as typed: the date says in which period it is exported",
        cure="Look whether its year is right.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "one customer twice": "Remove {rows}, or give it a name of its own.",
    "one customer often": "Remove {rows}, or give each a name of its own.",
    "one account twice": "Remove {rows}, or give it a number of its own.",
    "one account often": "Remove {rows}, or give each a number of its own.",
    "one vat-code twice": "Remove {rows}, or give it a code of its own.",
    "one vat-code often": "Remove {rows}, or give each a code of its own.",
    "quoted in part": '"{text}\u2026" ({length} characters)',
    "price became a date": "The spreadsheet made a date of what was typed ({typed}?). Give the "
    "cell the format number, then type the {what} again.",
    "one or other": "{one} or {other}",
}
