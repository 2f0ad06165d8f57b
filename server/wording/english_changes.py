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
    "document-moved-to-other-year": ProblemWords(
        found="{day} for {number}, which export {batch} holds with {past_day} and the same "
        "customer and amounts",
        allowed="a date of the book year that it was exported in",
        cure="Write {past_day} again: with this date it would be exported and charged twice. To "
        "move it, make a credit note and a new invoice.{instead}",
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
    "replace-unknown": ProblemWords(
        found="no export {number}",
        verb="needed",
        allowed="the number of an export in this tab",
        cure="Look there which export you mean.",
    ),
    "replace-replaced": ProblemWords(
        found="export {by} in its place",
        allowed="an export that was not replaced yet",
        cure="Replace export {by}.",
    ),
    "replace-exported-later": ProblemWords(
        found="documents of it in a later export",
        allowed="the last export of all its documents",
        cure="Empty the answer (command: leave --replace out); make a credit note and a new "
        "invoice, or ask your accountant to correct it by hand.",
    ),
    "replace-without-rows": ProblemWords(
        found="no row for {gone}",
        verb="needed",
        allowed="all documents of export {number}",
        cure="Put back what is gone, or empty the answer (command: leave --replace out) and ask "
        "your accountant to correct it by hand.",
    ),
    "replace-unconfirmed": ProblemWords(
        found="nobody's word that your accountant has not imported it",
        verb="needed",
        allowed="that word, because importing takes nothing back",
        cure='{again} Ask your accountant. Not imported: type "Replace, not imported" as the '
        "accountant's answer (command: --not-imported). Imported: empty the answer, and make a "
        "credit note and a new invoice, or let your accountant correct it by hand.",
    ),
    "booked-without-customer": ProblemWords(
        found="nothing for {numbers}{more}",
        verb="taken:",
        allowed="{customer}, the collective customer of tab {settings}",
        cure="Type the customer where one is known.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "number with its year": " Does your numbering begin anew every year? Then write the year "
    "before the numbers of new documents, as in {number}.",
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
    "nothing, so": "nothing (taken: {customer})",
    # An export that takes the place of another.
    "typed replace": "Replace",
    "typed not imported": "Replace, not imported",
    "export numbered": "export {number}",
    "replaces export": "It replaces export {number}.",
    "replaced by": "replaced by export {number}",
    "and replaces": "{state}, replaces export {number}",
}
