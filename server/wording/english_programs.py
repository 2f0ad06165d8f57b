"""English: what programs say of themselves, and the page that travels with their files."""

from collections.abc import Mapping

_WINBOOKS = {
    "winbooks importing again": "A customer who is in WinBooks already is overwritten. A document "
    "whose number is in the journal already is refused when it stands there in another period "
    "(DOC_EXI); in the same period the test warns (DOC_NUM): stop then, the file was imported "
    "before.",
    "winbooks step computer": "These files are for WinBooks on a computer: WinBooks on Web cannot "
    "read them.",
    "winbooks step unzip": "Unzip CSF.TXT (customers) and ACT.TXT (documents) into a folder of "
    "their own.",
    "winbooks step close": "Close WinBooks: on every computer when several share the accounting.",
    "winbooks step start": "Start WbLinkInterface, the import tool of WinBooks (menu Tools), and "
    "log in.",
    "winbooks step company": "Choose the company and the book year that the documents belong to, "
    "and connect.",
    "winbooks step format": 'Choose the format "TXT files" and the folder with the two files; '
    'leave "Call API" off.',
    "winbooks step test": "Run TEST first. It reads both files, changes nothing and lists what it "
    "would refuse.",
    "winbooks step import": "When the test shows no error, execute the import: customers first, "
    "then documents.",
    "winbooks step compare": "Compare the sales journals with the totals below.",
    "winbooks step peppol": "Are these invoices in your program through Peppol already? Then do "
    "not import them again: choose one way, or every sale is booked twice.",
    "winbooks vatbase": "The sign of the VAT base and VAT total on credit notes; the amounts "
    "themselves are always turned. Your accountant knows: ask after the first rehearsal file. "
    "Usual: +.",
    "winbooks book year": "no: WinBooks books into the year that is open while importing. yes: "
    "into the year whose code stands in the row Book year. Your accountant knows. Usual: no.",
    "winbooks vatcat": "What WinBooks is told of private persons: 3 not liable to VAT, 1 liable, 0 "
    "undetermined. WinBooks only manages VAT of category 1: your accountant knows. Usual: 3.",
    "winbooks characters": "A letter that WinBooks lacks, like ł. {nearest}: it is written as l, "
    "with a warning. {refuse}: it is a problem to fix. You decide. Usual: {nearest}.",
    "winbooks too long": "A text that is longer than its field in WinBooks. {ask}: it is a problem "
    "that shows the short form. {shorten}: it is written in the short form, with a warning. You "
    "decide. Usual: {ask}.",
}
_JOURNAL = {
    "journal importing again": "It is a plain list: whoever reads it twice has every document "
    "twice.",
    "journal step unzip": "Unzip journal.csv.",
    "journal step open": "In Excel choose Data, From Text/CSV, file origin 65001 (UTF-8) and "
    "separator comma.",
    "journal step rows": "The first row names the columns. Each row is one ledger row; a document "
    "balances.",
    "journal step apostrophe": "A text that begins with = + - @ or a tab has an apostrophe in "
    "front: it is no formula.",
    "journal step compare": "Compare your import with the totals below.",
}
_PAGE = {
    "how-to file": "How to import",
    "how-to title": "{what} for {program}",
    "how-to period": "{owner}, {first} to {last}.",
    "how-to rehearsal": "This is a rehearsal, made to try the import.",
    "how-to rehearsal more": "Nothing in it counts as exported.\nImport it into a test company, or "
    "stop after the program's own test. Customers who have no number\nyet carry one of a range for "
    "rehearsals; the real export gives them another.",
    "how-to replaces": "This takes the place of export {number}.",
    "how-to replaces more": "Import this one, and never export {number}.",
    "how-to steps": "How to import",
    "how-to again": "Importing again",
    "how-to totals": "What must come out",
    "how-to unsaid": "Not in these files",
    "how-to no field": "{field}: the sheet names one in {documents}.",
    "how-to no cash discount": "Cash discount: offered in {documents} ({numbers}). Where it lowers "
    "the VAT, the base and the VAT in the files are the lower ones; the discount and its days are "
    "to be booked when somebody pays early.",
    "how-to law": "Texts on the invoices",
    "how-to law more": "Boekbrug does not see the invoices: whoever makes them prints on them what "
    "the law wants. This is what Boekbrug knows of it; where nothing stands, ask your accountant.",
    "how-to treatment": "Treatment",
    "how-to text": "Text",
    "how-to credit note with VAT": "credit note with VAT",
    "how-to codes": "Per VAT code",
    "how-to journals": "Per journal",
    "how-to negative": "Credit notes count negative.",
    "how-to parameters": "Made with these settings",
    "how-to no parameters": "This program has none of its own.",
    "how-to documents": "Documents",
    "how-to net": "Net",
    "how-to VAT of code": "VAT, code {code}",
    "how-to VAT": "VAT",
    "how-to gross": "Total with VAT",
    "how-to debit": "Debit",
    "how-to credit": "Credit",
    "how-to code": "VAT code",
    "how-to program code": "In the program",
    "how-to rate": "Rate",
    "how-to base": "Base",
    "how-to journal": "Journal",
    "how-to invoices": "Invoices",
    "how-to credit notes": "Credit notes",
    "period in file name": "{first} to {last}",
}

SENTENCES: Mapping[str, str] = {**_WINBOOKS, **_JOURNAL, **_PAGE}
