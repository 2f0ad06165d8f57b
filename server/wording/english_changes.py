"""English: what an export takes, and what is otherwise than the exports before."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "changed-after-export": ProblemWords(
        verb="exported on {day} (export {batch}) as {past}; allowed:",
        allowed="no change after export",
        cure="Make a credit note and a new invoice, or, if your accountant has not imported export "
        "{batch} yet, choose Replace in tab Exports.",
    ),
    "one-exported-and-gone": ProblemWords(
        found="no row for {named}{more}",
        verb="needed",
        allowed="every exported document, as long as you want it compared",
        cure="Put the row back, or leave it: nothing is exported or charged for it.",
    ),
    "exported-and-gone": ProblemWords(
        found="no row for {count} exported documents: {named}{more}",
        verb="needed",
        allowed="every exported document, as long as you want it compared",
        cure="Put the rows back, or leave it: nothing is exported or charged for them.",
    ),
    "none-named": ProblemWords(
        allowed="the number of a document in this tab",
        cure="Write it as it stands there.",
    ),
    "several-named": ProblemWords(
        found="{found} in several rows",
        allowed="a number of one row",
        cure="Give each row its own number.",
    ),
    "chosen-left-out": ProblemWords(
        found="{number}, which you chose and which is left out ({reason})",
        allowed="documents that this export takes",
        cure="Leave it out of your choice, or change why it is left out.",
    ),
    "numbers-missing": ProblemWords(
        found="{numbers}{more} missing between {first} and {last}",
        verb="needed",
        allowed="every number of a series",
        cure="Look where the number is; the export goes on without it.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "left out: not chosen": "not among the chosen ones",
    "until": "until {last}",
    "gap on hold": "{number} (on hold)",
    "gap range": "{first} to {last}",
    "amount of": "{name} {amount}",
    "changed since": "{export}, changed since",
    "in its export": "{number} (export {batch})",
    "since export": "Since export {batch}: {new} new, {changed} changed, {vanished} vanished.",
    "since that export": "Since export {batch}",
    "new changed vanished": "{new} new, {changed} changed, {vanished} vanished",
    "and more gone": " and {count} more",
}
