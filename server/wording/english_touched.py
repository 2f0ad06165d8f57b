"""English: the server's cells that somebody touched, and rows that claim an export."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "server-cell-touched": ProblemWords(
        allowed="{kept}, as it was exported",
        cure="It is put back; nothing is exported or charged again.",
    ),
    "server-cell-typed": ProblemWords(
        allowed="what the server writes here",
        cure="It is overwritten: write your own words in a column of your own.",
    ),
    "state-without-export": ProblemWords(
        verb="taken:",
        allowed="as new, because the server knows no export of it",
        cure="Is it in the books already? Then tick {hold}.",
    ),
    "copied-with-export": ProblemWords(
        found="{found}, but {claimed} does not hold this number; the row looks like a copy of "
        "{original}",
        verb="taken:",
        allowed="as new, and what was copied into the server's columns is emptied",
        cure="Is it no document of its own? Then delete the row.",
    ),
    "renumbered-after-export": ProblemWords(
        found="{found} for {document}; export {batch} holds {again} with the same customer and "
        "amounts, {place}",
        allowed="what was exported",
        cure="Make it {again} again: as another document it would be booked and charged twice. Is "
        "it really another one? Then empty {cells}.",
    ),
    "export-not-on-record": ProblemWords(
        found="{found}, but {known}",
        allowed="an export that holds this document",
        cure="Was it exported from another file, or did the server lose records? Then tick {hold} "
        "and tell whoever runs the server: once more it would be booked and charged twice. Is it "
        "new? Then empty {cells}.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "copy of row": "row {row}",
    "copy of a row": "one that it does hold",
    "that export": "export {export}",
    "that day's export": "the export of that day",
    "export without it": "{claimed} does not hold this number",
    "no such export": "the server does not know {claimed}: its exports end at {last}",
    "no export yet": "the server knows no export yet",
    "no row of number": "which has no row",
    "other row of number": "and row {row} with that number says something else",
    "document of a day": "{kind} {number} of {day}",
}
