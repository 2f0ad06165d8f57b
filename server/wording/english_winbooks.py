"""English: what WinBooks cannot take of a workbook.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "winbooks-currency": ProblemWords(allowed="{currency} for WinBooks"),
    "winbooks-journal-code": ProblemWords(
        verb="needed:",
        allowed="the code of the journal in WinBooks, 1 to {most} letters, digits or marks "
        "without accents",
        cure="Ask your accountant for it.",
    ),
    "winbooks-one-journal": ProblemWords(
        allowed="another journal than that of the invoices",
        cure="In WinBooks a journal holds sales or credit notes, never both.",
    ),
    "winbooks-vat-code": ProblemWords(
        found="{found} for {own_code}",
        allowed="1 to {most} letters and digits, like 211400",
        cure="Ask your accountant for the VAT code in WinBooks.",
    ),
    "winbooks-company-without-vat-number": ProblemWords(
        verb="taken:",
        allowed="VATCAT 0, undetermined; WinBooks then keeps no VAT list of the customer",
        cure="Fill in the number if there is one.",
    ),
    "winbooks-book-year": ProblemWords(
        found="{found} as code for {day}",
        allowed='one of 1 to 9 and A to Z, because "Write book year" is yes',
    ),
    "winbooks-number-off-pattern": ProblemWords(
        found="{number}, which becomes {becomes}",
        allowed="{length} digits by the pattern {pattern}",
        cure="Give its series another pattern in Settings.",
    ),
    "winbooks-number-too-long": ProblemWords(
        found="{number}, which becomes {becomes}",
        allowed="at most {most} digits in WinBooks",
        cure="Give its series another pattern in Settings.",
    ),
    "winbooks-account-length": ProblemWords(
        allowed="{length} digits, as every account of this dossier in WinBooks",
    ),
    "winbooks-number-shared": ProblemWords(
        allowed="one document with the number {number} in journal {journal} of WinBooks",
        cure="Change a number, or give its series another journal or pattern in Settings.",
    ),
    "winbooks-number-taken": ProblemWords(
        allowed="a number that is not in journal {journal} of WinBooks: {other} of export {batch} "
        "became {number} there, as this one would",
        cure="Change the number, or give its series another journal or pattern in Settings.",
    ),
    "winbooks-period-beyond": ProblemWords(
        allowed="1 to {most} in WinBooks",
        cure="Ask your accountant which periods of WinBooks the book year has from there on; then "
        'choose "{own_table}" for Periods in tab Settings, with a row Period for each one.',
    ),
    "winbooks-period-of-closing": ProblemWords(
        allowed="1 to {most} in WinBooks",
        cure="{number} is the period in which WinBooks closes a book year: ask your accountant.",
    ),
    "winbooks-vat-number-too-long": ProblemWords(
        found="{found}, which becomes {written}",
        allowed="at most {most} characters in WinBooks",
        cure="Is it right? Then empty this cell and tell your accountant the number.",
    ),
    "winbooks-rate-rounded": ProblemWords(
        verb="written as",
        allowed="{written}",
        cure="WinBooks holds five decimals of a rate. The amounts in both currencies stay those of "
        "the rate as typed.",
    ),
    "winbooks-rate-without-room": ProblemWords(
        allowed="{least} to {most} in WinBooks",
        cure="Look whether it is the foreign units for one of your own currency.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "months of book year": "month {number} of the book year",
    "quarters of book year": "quarter {number} of the book year",
}
