"""Prints `docs/errors.md`: every mistake that can be named, why it happens and what to do.

It is printed of the cases in `tests/errors`. Their workbooks are made of their definitions first,
and with `--accept` their sentences are written as they are said now, for somebody to read them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from error_cases import Case, Street, accept, cases, make_workbook
from error_files import FILES

from boekbrug.server.wording import english_sheet
from boekbrug.server.wording.english import PROBLEMS

PAGE = Path(__file__).resolve().with_name("errors.md")
CHAPTERS = {
    "sheet": "The sheet: tabs, headers and settings",
    "cell": "A cell or a row",
    "trade": "Numbers, accounts, amounts and VAT",
    "program": "The accountant's program",
    "run": "The export as a whole",
    "file": "The file",
}
NAMES = {
    **{name.lower(): name for name in ("BIC", "EU", "Excel", "IBAN", "OSS", "Peppol")},
    **{name.lower(): name for name in ("ID", "VAT", "VATEX", "WinBooks")},
}
"""What is not written in small letters in the name of a case."""
HEAD = """# What can be wrong, and what to do

Everything that Boekbrug can say of a workbook, in the words in which it says it. A sentence always
tells where it is, what was found there, what is allowed, and mostly what to do. In tab Check it
has a word before it: *To fix* stops the export, *Good to know* does not, *For later* is about a row
that this export does not need. A file that cannot be read at all is told without one.
"""


def page() -> str:
    """Return the whole page."""
    order = [*english_sheet.PROBLEMS, *PROBLEMS, *FILES]
    known = sorted(cases(), key=lambda case: order.index(case.code))
    chapters = {where: [case for case in known if case.where == where] for where in CHAPTERS}
    lines = [HEAD]
    for where, title in CHAPTERS.items():
        lines.append(f"- [{title}](#{_anchor(title)})")
        lines += [f"  - [{_name(case)}](#{case.code})" for case in chapters[where]]
    for where, title in CHAPTERS.items():
        lines.append(f"\n## {title}\n")
        lines.append("\n".join(line for case in chapters[where] for line in _entry(case)))
    return "\n".join(lines)


def _entry(case: Case) -> Iterator[str]:
    yield f"### {case.code}\n"
    yield f"{case.cause}\n"
    yield f"> {_example(case)}\n"
    yield f"**What to do:** {case.cure}\n"


def _example(case: Case) -> str:
    """Return the sentence of this very code, as far as its words tell it from others."""
    weighed = case.kept("en")
    own = [sentence for sentence in weighed if case.is_said_by(sentence)]
    return (own or weighed)[0].replace("*", r"\*").replace("<", r"\<")


def _anchor(title: str) -> str:
    kept = "".join(mark for mark in title.lower() if mark.isalnum() or mark in " -")
    return kept.replace(" ", "-")


def _name(case: Case) -> str:
    return " ".join(NAMES.get(word, word) for word in case.code.split("-"))


def main() -> None:
    """Make the workbooks, accept the sentences if asked to, and print the page."""
    with TemporaryDirectory() as directory, Street(Path(directory)) as street:
        for case in (one for one in cases() if not one.shown_by):
            written = [*make_workbook(case)]
            if "--accept" in sys.argv[1:]:
                written += accept(case, street)
            for path in written:
                print(f"{path.parent.name}/{path.name} written: read it.")
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} made.")


if __name__ == "__main__":
    main()
