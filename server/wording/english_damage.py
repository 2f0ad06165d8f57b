"""English: what is said of what happened to a sheet without anybody noticing.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_AS_TEXT = "Give the cell the format text, then type all its digits again."

PROBLEMS: Mapping[str, ProblemWords] = {
    # Cells.
    "date-as-number": ProblemWords(
        found="a number that stands for {day}",
        allowed="{allowed}",
        cure="Give the cell the format date, or type the date again.",
    ),
    "error-as-text": ProblemWords(
        allowed="{allowed}",
        cure="The error of a formula was pasted as text; type what belongs there.",
    ),
    "shortened-number": ProblemWords(
        allowed="{allowed}", cure=f"The spreadsheet shortened a long number. {_AS_TEXT}"
    ),
    "digits-lost": ProblemWords(
        found="a number of {count} digits",
        allowed="{allowed}",
        cure=f"The spreadsheet keeps only the first 15 digits of a number. {_AS_TEXT}",
    ),
    "unreadable-character": ProblemWords(
        found="{found} with {character} as character {place}",
        allowed="characters that can be read",
        cure="Empty the cell, then type the text instead of pasting it.",
    ),
    "mixed-decimal-marks": ProblemWords(
        found="{comma} (row {comma_row}) and {point} (row {point_row})",
        verb="read as",
        allowed="{comma_amount} and {point_amount}",
        cure="Use one decimal mark in the whole column.",
    ),
    "number-of-two-readings": ProblemWords(
        found="{found}, which may be {whole} or {fraction}",
        allowed="{allowed}",
        cure="Give the cell the format number, then type it again without a mark for thousands.",
    ),
    "date-of-two-readings": ProblemWords(
        found="{found}, which may be {day} or {other_day}",
        allowed="{allowed}",
        cure="Row {row} has {shown}, with {order}: type {typed} or {other_typed}.",
    ),
    "amount-with-currency": ProblemWords(
        allowed="{allowed}",
        cure="Type {amount} without the currency: amounts are in that of the books, unless column "
        "{currency} names another.",
    ),
    "amount-in-other-marks": ProblemWords(
        allowed="{allowed}", cure="If it means {amount}, type that."
    ),
    # Rows.
    "sorted-by-one-column": ProblemWords(
        found="{keys} and {others}",
        allowed="each in its own row",
        cure="It looks as if this column was sorted without the others: undo that, or go back to "
        "an earlier version of the sheet.",
    ),
    "row-without-number": ProblemWords(
        found="values without {number} and {date}",
        verb="taken",
        allowed="as empty, so that nothing of it is exported",
        cure="Fill in {number} and {date}, or empty the row.",
    ),
    "lines-without-invoices": ProblemWords(
        found="{numbers}",
        allowed="the numbers of rows of tab {title}",
        cure="Their invoices are gone, or a column was sorted without the others: go back to an "
        "earlier version of the sheet, add the invoices, or remove these lines.",
    ),
    # What people did to a tab.
    "copied-tab": ProblemWords(
        found="a copy of tab {title}",
        verb="read:",
        allowed="tab {title} alone",
        cure="What is typed in the copy is not exported; rename or remove it.",
    ),
    "hidden-invoices": ProblemWords(
        verb="read:", allowed="like any other", cure="{show}, or tick {hold}."
    ),
    "hidden-lines": ProblemWords(
        verb="read:", allowed="like any other", cure="{show}, or tick {hold} at {whose} invoice."
    ),
    "hidden-column": ProblemWords(
        found="a hidden column",
        verb="read:",
        allowed="like any other",
        cure="Show it, or empty it.",
    ),
    "merged-cells": ProblemWords(
        found="merged cells ({area})",
        allowed="every cell by itself",
        cure="Only the first of them has a value, the others count as empty: unmerge them and "
        "fill each.",
    ),
    "formula-in-result-column": ProblemWords(
        allowed="what the server writes here",
        cure="It never overwrites a formula, so it can tell nothing here. {remove}.",
    ),
    "linked-cells": ProblemWords(
        verb="read as",
        allowed="the value that was seen last",
        cure="In Excel choose Data > Edit Links (or Workbook Links), update them and save; or "
        "replace {formula} by its value.",
    ),
    "row-of-totals": ProblemWords(
        found="{label}, which looks like a row of totals",
        allowed="{things}",
        cure="Move the totals to a tab of their own, or remove the row.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "keys": "{count} rows with nothing but {what}",
    "keyless rows": "{count} rows without {what}",
    "hidden row": "a hidden row",
    "hidden rows": "hidden rows",
    "show hidden row": "Show it",
    "show hidden rows": "Show them",
    "of hidden row": "its",
    "of hidden rows": "their",
    "a link": "a formula that takes its value from {file}",
    "links": "formulas that take their values from {file}",
    "another file": "another file",
    "the formula": "the formula",
    "each formula": "each formula",
    "a formula": "a formula",
    "formulas": "formulas",
    "remove a formula": "Remove it",
    "remove formulas": "Remove them",
    "day first": "the day first",
    "month first": "the month first",
    "nothing but Invoices": "invoices alone",
    "nothing but Lines": "lines of invoices alone",
}
