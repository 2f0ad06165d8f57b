"""English: what is said about the fee, the wallet, and the range of customers' numbers."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "number-start-lowered": ProblemWords(
        found="{start}",
        allowed="{lowest} or more, where the numbers of this dossier begin",
        cure="A lower number may be a customer's in the accountant's program, who would be "
        "overwritten: ask your accountant first. {known} Write {lowest} again, or let whoever "
        "runs this server confirm what your accountant says.",
    ),
    "number-range-full": ProblemWords(
        found="no free number from {start} on",
        allowed="numbers from {first} to {last}",
        cure="Ask your accountant which numbers are free, and write the first of them here.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # What it costs.
    "checked for nothing": "{documents}. Nothing is wrong.",
    "exported for nothing": "Export {number} is ready: {documents}.",
    "since your check for nothing": "Since your check, {different}: now {documents}.",
    "cost and balance": "cost EUR {fee} (balance EUR {balance})",
    "enough for one": "enough for about 1 invoice; last month {last}",
    "enough for": "enough for about {count} invoices; last month {last}",
    "balance and outlook": "EUR {amount}, {outlook}",
    # Customers' numbers.
    "no number known": "No number from {first} to {last} is known here.",
    "one number known": "1 number from {first} to {last} belongs to a customer here: {customers}.",
    "numbers known": "{count} numbers from {first} to {last} belong to customers here: "
    "{customers}.",
}
