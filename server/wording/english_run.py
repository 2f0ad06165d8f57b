"""English: what is said about programs, files and how runs end.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Every program.
    "accountants-number-for-program": ProblemWords(allowed="{allowed}"),
    "document-out-of-balance": ProblemWords(
        found="{number} with {difference} more debit than credit",
        allowed="a document that balances to 0.00",
        cure="This is no fault of the sheet: tell whoever runs this server.",
    ),
    "parameter-of-program": ProblemWords(allowed="{allowed}"),
    "character-without-letter": ProblemWords(
        allowed="text without {characters}",
        cure="{program} has no such character and nothing near it: spell it in Latin letters.",
    ),
    "character-refused": ProblemWords(
        allowed="text without {characters}",
        cure="{program} has no such character: spell it otherwise, or choose "
        '"{nearest_letter}" for "Character outside the encoding" in Settings.',
    ),
    "text-written-otherwise": ProblemWords(verb="written as", allowed="{written}", cure="{limits}"),
    # WinBooks.
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
    "winbooks-payment-term": ProblemWords(allowed="{allowed}"),
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
    # Which file it is, and how much of it.
    "tabs-of-server-missing": ProblemWords(
        found="no tab with this name",
        allowed="the tabs {tabs}",
        cure="In a Google Sheet press Bookkeeping > Repair tabs and formats; for an .xlsx file "
        "run `boekbrug workbook new` and paste your rows into the file that it makes.",
    ),
    "another-workbook": ProblemWords(
        allowed='"{attached}", the id that this file was attached with',
        cure="It looks like a copy of another file: put the attached file back, or attach "
        "this one.",
    ),
    "unknown-export": ProblemWords(
        found="an export that the server does not know",
        allowed="one of the server's exports, which end at {last}",
        cure="The server was restored from an older copy, or the file is another team's. "
        "Exporting stays off until whoever runs the server has looked.",
    ),
    "test-copy": ProblemWords(
        found="a test copy",
        allowed="checks",
        cure="Export from the file that it was copied from, or connect a new copy of that.",
    ),
    "file-followed": ProblemWords(
        found='"{title}", which goes on from it',
        allowed="one exporting file at a time",
        cure='Export from "{title}".',
    ),
    "too-many-documents": ProblemWords(
        found="{count} documents",
        allowed="at most {most} in one export",
        cure="Export a shorter period.",
    ),
    "too-many-lines": ProblemWords(
        found="{count} lines",
        allowed="at most {most} in one export",
        cure="Export a shorter period.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # Places that are no tab of the sheet, or not always.
    "place this file": "This file",
    "place period": "Period",
    "place balance": "Balance",
    # Programs.
    "letters and digits": "1 to {most} letters and digits",
    "one other": "{before} and 1 other",
    "others": "{before} and {count} others",
    "program lacks": "{program} has no {characters}.",
    "program holds": "{program} holds {most} characters here.",
    "program lacks and holds": "{program} has no {characters} and holds {most} characters here.",
}
