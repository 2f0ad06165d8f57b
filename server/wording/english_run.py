"""English: what is said about programs, files and how runs end.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "no-folder": ProblemWords(
        found="no folder that takes its file", verb="needed", allowed="one", cure="{why}"
    ),
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
    "place export": "Export",
    # Places that are no tab of the sheet, or not always.
    "place this file": "This file",
    # Programs.
    "letters and digits": "1 to {most} letters and digits",
    "one other": "{before} and 1 other",
    "others": "{before} and {count} others",
    "program lacks": "{program} has no {characters}.",
    "program holds": "{program} holds {most} characters here.",
    "program lacks and holds": "{program} has no {characters} and holds {most} characters here.",
    # How a run ends.
    "our side": "Something went wrong on our side.",
    "ask to top up": "Ask {contact} to top up.",
    "ask": "Ask {contact}.",
    "checked": "{documents}; an export costs EUR {fee}. Nothing is wrong.",
    "good to know": "{things} good to know: see tab {check}.",
    "one thing": "1 thing",
    "things": "{count} things",
    "to fix": "{things} to fix: see tab {check}.",
    "to fix in row": "{things} to fix in 1 row: see tab {check}.",
    "to fix in rows": "{things} to fix in {rows} rows: see tab {check}.",
    "sheet left": "The sheet was left as it is.",
    "nothing to export": "Nothing to export in {period}.",
    "held by export": "Nothing new in {period}; export {exports} holds it.",
    "held by exports": "Nothing new in {period}; export {exports} hold it.",
    "month": "{month}",
    "from to": "{first} to {last}",
    "counted": "{parts}",
    "one credit note": "1 credit note",
    "credit notes": "{count} credit notes",
    "exported": "Export {number} is ready: {documents}. It cost EUR {fee}.",
    "exported again": "Export {number} again: the same files, for nothing.",
    "rehearsed": "The rehearsal file is ready: {documents}, free.",
    "made and paid": "Export {number} is made and paid.",
    "file waits": "The file waits under Download; the next export delivers it, for nothing.",
    "made, paid and delivered": "Export {number} is made, paid and delivered.",
    "sheet waits": "The sheet does not show it yet; the next check or export writes it.",
    "sheet not told": "The sheet does not show it yet.",
    "since your check": "Since your check, {different}: now {documents}, which cost EUR {fee}.",
    "look again": "Look again.",
    "row changed": "{rows} changed",
    "rows changed": "{rows} changed",
    "document came in": "1 document came in",
    "documents came in": "{count} documents came in",
    "document went out": "1 document went out",
    "documents went out": "{count} documents went out",
    "else changed": "settings, customers or numbers changed",
    "moved": "While this export was made, {moved}.",
    "moved number": "number {number} went to another customer",
    "moved a customer": "a customer got another number",
    "moved customer": 'customer "{customer}" got another number',
    "moved an export": "another export took its number or one of its documents",
    "press again": "Press again.",
    "short of money": "Balance: found EUR {found}, needed EUR {needed}; missing EUR {missing}.",
    "short of money and credit": "Balance: found EUR {found} and a credit of EUR {credit}, needed "
    "EUR {needed}; missing EUR {missing}.",
    "still going on": "{code} is still going on. Press again later.",
    "another run": "another run",
    # What a run does.
    "stage waiting": "waiting for another run",
    "stage reading": "reading the sheet",
    "stage setting up": "setting up the sheet",
    "stage checking": "checking every cell",
    "stage rendering": "writing the file",
    "stage committing": "keeping the books",
    "stage delivering": "delivering the file",
    "stage telling": "writing into the sheet",
    # Set-up.
    "everything in place": "Everything is in place: nothing was changed.",
    "set up": "Set up: {steps}.",
    "and then": "{before}; {last}",
    "and so many more": "and {count} more",
    "column there": "{tab}: column {column} is there already.",
    "column added": "{done}.",
    "tab added": "tab {tab} added",
    "tab protected": "{tab}: protected",
    "tab filled in": "{tab}: filled in",
    "tab with column": "{tab}: column {columns} added",
    "tab with columns": "{tab}: columns {columns} added",
    "headers in sight": "{tab}: headers stay in sight",
    "look of column": "{tab}: look of column {column}",
    "settings added": "{tab}: settings added",
    "settings listed": "{tab}: lists of settings",
    "settings explained": "{tab}: notes on settings",
    "no tab for column": "This file: found no tab {tab}, needed one. Press Bookkeeping > Repair "
    "tabs and formats, then add the column.",
    "no headers for column": "{tab}: found no row of headers, needed one. Press Bookkeeping > "
    "Repair tabs and formats, then add the column.",
    "checklist": "{connected}  {settings}  {answers}",
    "done": "[x] {what}",
    "open": "[ ] {what}",
    "is connected": "connected",
    "settings right": "settings",
    "settings to fix": "settings: {count} to fix",
    "answers there": "answers of the accountant",
    "answer missing": "{count} answer of the accountant missing",
    "answers missing": "{count} answers of the accountant missing",
    # Tab Start.
    "label Set-up": "Set-up",
    "label Last run": "Last run",
    "label Result": "Result",
    "label Question?": "Question?",
    "label To fix": "To fix",
    "label Last export": "Last export",
    "label Balance": "Balance",
    "label Page of this run": "Page of this run",
    "label Do not change the rows below": "Do not change the rows below",
    "none yet": "none yet",
    "rows tell copies": "They tell this file from its copies.",
    "dossier": "dossier {name}",
    "run by": "{action}, {when}, by {who}",
    "action set-up": "Set-up",
    "action add-column": "New column",
    "action check": "Check",
    "action rehearse": "Rehearse",
    "action export": "Export",
    "quote": "Quote {code}",
    "count to fix": "{count}, see tab {check}",
    "export of": "Export {number}, {days}: {files}",
    "euro": "EUR {amount}",
    # Tab Check.
    "header Where": "Where",
    "header Found": "Found",
    "header Allowed": "Allowed",
    "header What to do": "What to do",
    "weight blocking": "To fix",
    "weight warning": "Good to know",
    "weight later": "For later",
    "nothing wrong": "nothing wrong",
    "documents taken": "Documents",
    "left out": "Left out",
    "one document": "1 document",
    "documents": "{count} documents",
    "before first date": "before the first document date",
    # Tabs Exports and Balance.
    "header No.": "No.",
    "header When": "When",
    "header Who": "Who",
    "header Invoices": "Invoices",
    "header Credit notes": "Credit notes",
    "header Cost": "Cost",
    "header File": "File",
    "header Accountant's answer": "Accountant's answer",
    "header What": "What",
    "header Amount": "Amount",
    "header Balance": "Balance",
    "is delivered": "delivered",
    "waits for download": "waits under Download",
    "in export": "export {number} of {day}",
}
