"""English: what is said about rows, tabs and settings.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_ASK_THE_SERVER = "Correct the cell, or ask whoever runs the server."

PROBLEMS: Mapping[str, ProblemWords] = {
    # Tabs and headers.
    "second-tab": ProblemWords(
        found='a second tab for {name}, next to "{first}"',
        allowed="one",
        cure="Rename or remove the tab that is not meant.",
    ),
    "second-header": ProblemWords(
        found="{found}",
        allowed="once",
        cure="{rename}",
    ),
    "missing-tab": ProblemWords(
        found="no tab with this name",
        allowed="one",
        cure="Add it, or give the tab that holds it this name again.",
    ),
    "no-headers": ProblemWords(
        found="no row of headers",
        allowed="the headers {headers} in one of the first {count} rows",
        cure="Write the headers above the rows.",
    ),
    "missing-header": ProblemWords(
        found="no column with this header",
        allowed="one, with its header in row {row}",
        cure="Write the header there; the order of the columns does not matter.",
    ),
    "misspelt-header": ProblemWords(
        allowed='"{header}"',
        cure="Correct the header{own}.",
    ),
    "other-layout": ProblemWords(
        allowed="{needed}",
        cure="This file was made for another version of Boekbrug; ask whoever runs the server.",
    ),
    # Names.
    "unknown-customer": ProblemWords(
        allowed="a customer of tab {title}",
        cure="Choose one in the cell, or add the customer.",
    ),
    "misspelt-customer": ProblemWords(
        allowed="a customer of tab {title}; nearest is {nearest} (row {row})",
        cure="Choose it in the cell, or add the customer.",
    ),
    "faulty-customer": ProblemWords(
        allowed="a customer of tab {title} without errors",
        cure="Correct row {row} of tab {title} first.",
    ),
    "unknown-account": ProblemWords(
        allowed="an account of tab {title}",
        cure="Choose one in the cell, or add the account.",
    ),
    "misspelt-account": ProblemWords(
        allowed="an account of tab {title}; nearest is {nearest} (row {row})",
        cure="Choose it in the cell, or add the account.",
    ),
    "faulty-account": ProblemWords(
        allowed="an account of tab {title} without errors",
        cure="Correct row {row} of tab {title} first.",
    ),
    "faulty-vat-code": ProblemWords(
        allowed="a VAT code of tab {title} without errors",
        cure="Correct row {row} of tab {title} first.",
    ),
    "name-twice": ProblemWords(
        found="{found} {times}",
        allowed="each once",
        cure="{cure}",
    ),
    # VAT codes and accounts.
    "unknown-vat-code": ProblemWords(allowed="{allowed}"),
    "vat-rate-as-fraction": ProblemWords(allowed="{allowed}", cure="Write {rate}."),
    "vat-rate-of-several-codes": ProblemWords(
        allowed="{allowed}", cure="{rate} may be {codes}: write the one that is meant."
    ),
    "vat-rate-not-zero": ProblemWords(allowed="0 for {treatment}"),
    "account-of-other-length": ProblemWords(
        allowed="{length} digits, as {settings} says (Account length)"
    ),
    # Customers.
    "wrong-vat-number": ProblemWords(allowed="{allowed}"),
    "own-vat-number": ProblemWords(
        allowed="the VAT number of another than {name} itself",
        cure="Remove the customer and its test invoices.",
    ),
    "postcode-of-other-length": ProblemWords(
        allowed="{length} digits for {country}",
        cure="A postcode that begins with 0 has to be typed as text.",
    ),
    "unreadable-payment-terms": ProblemWords(
        allowed="days like 30 or 30d, 30E for 30 days to the end of the month, or CONT for payment "
        "at once"
    ),
    "number-of-another-row": ProblemWords(
        found='{number}, which belongs to "{owner}" (row {first})',
        allowed="empty, or a number nobody has had",
        cure="Row {row} looks like a copy of row {first}: empty this cell and it gets the next "
        "number.",
    ),
    # Invoices.
    "unreadable-number": ProblemWords(
        allowed="a number like 2026/18 or CN2026/3, or one of a series of tab {settings}",
        cure="If all begin so, add a row to {settings}: Series, and beside it "
        '"{example} = {kind}".',
    ),
    "number-without-series": ProblemWords(
        allowed="a number of a series of tab {settings}, because there is no column {kind}",
        cure="Add the column {kind}, or a row to {settings}: Series, and beside it what such "
        'numbers are, like "CN = credit note".',
    ),
    "kind-of-other-series": ProblemWords(
        allowed="{kind}, the kind of series {prefix} in {settings}",
        cure="Correct the kind, the number or the series.",
    ),
    "number-twice": ProblemWords(
        found="{number} {times}", allowed="once per series and book year", cure="{cure}"
    ),
    "lines-in-both": ProblemWords(
        found="{found} here and lines in tab {title} ({lines})",
        allowed="one of the two",
        cure="Empty {net}, {vat} and {account} here, or remove the rows from tab {title}.",
    ),
    "net-without-vat": ProblemWords(allowed="a VAT code or a rate, next to {net}"),
    "vat-without-net": ProblemWords(
        allowed="an amount, next to {vat} and {account}",
        cure="Fill {net}, or empty the row's {vat} and {account} and use tab {title}.",
    ),
    "invoice-without-lines": ProblemWords(
        allowed="an amount, or lines in tab {title}",
        cure="Fill {net} and {vat} for an invoice of one line, or add its lines to tab {title}.",
    ),
    "negative-invoice": ProblemWords(
        found="a total of {net} without VAT",
        allowed="0.00 or more on an invoice",
        cure="If it is a credit note, say so in {kind} and type its amounts as {settings} says.",
    ),
    "credit-note-typed-negative": ProblemWords(
        found="a total of {net} without VAT on a credit note",
        allowed="positive amounts, as {settings} says (Credit-note amounts are typed)",
        cure="Type the amounts with the other sign: the kind alone makes it a credit note.",
    ),
    "credit-note-typed-positive": ProblemWords(
        found="a total of {net} without VAT on a credit note",
        allowed="negative amounts, as {settings} says (Credit-note amounts are typed)",
        cure="Type the amounts with the other sign: the kind alone makes it a credit note.",
    ),
    "due-before-invoice": ProblemWords(
        verb="expected:",
        allowed="the day of the invoice or a later one",
        cure="It is exported as it stands; correct it if that is not meant.",
    ),
    "odd-reference": ProblemWords(
        allowed="a structured reference of 12 digits with a right check, like +++090/9337/55493+++",
        cure="It is left out of the files.",
    ),
    # Lines.
    "line-of-two-kinds": ProblemWords(
        allowed="invoice or credit note, because both have this number",
        cure="Add the column {kind} to this tab, if it is not there, and fill it for these lines.",
    ),
    "line-without-invoice": ProblemWords(
        found="{kind}{found}",
        allowed="the number of a row of tab {title}{nearest}",
        cure="Correct the number, add the invoice, or remove its lines.",
    ),
    "negative-price": ProblemWords(
        allowed="0 or more", cure="For a deduction type a negative quantity."
    ),
    # Settings.
    "unknown-setting": ProblemWords(allowed="the name of a setting", cure="The row is not used."),
    "misspelt-setting": ProblemWords(
        allowed="the name of a setting; nearest is {nearest}", cure="The row is not used."
    ),
    "setting-twice": ProblemWords(found="{found} {times}", allowed="once"),
    "setting-of-the-record": ProblemWords(
        allowed="{recorded}, as in the record of this dossier", cure=_ASK_THE_SERVER
    ),
    "setting-account-of-other-length": ProblemWords(
        allowed="an account of {length} digits (Account length)"
    ),
    "unknown-setting-account": ProblemWords(
        allowed="an account of tab {title}", cure="Choose one, or add the account."
    ),
    "program-of-another-dossier": ProblemWords(
        allowed="{program}, the program of this dossier{others}"
    ),
    "unreadable-series": ProblemWords(
        allowed='letters and what they mean, like "CN = credit note, VERKCN"'
    ),
    "series-prefix-twice": ProblemWords(allowed="letters that no other row begins with"),
    "unreadable-book-year": ProblemWords(
        allowed='first and last day and a code, like "2026-01-01..2026-12-31 = 3"'
    ),
    "overlapping-book-years": ProblemWords(allowed="book years that do not overlap"),
    "book-years-of-the-record": ProblemWords(
        found="other book years",
        allowed="those in the record of this dossier: {years}",
        cure="Correct the rows, or ask whoever runs the server.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "header twice": "the header twice (cells {first} and {second})",
    "two headers": 'the headers "{one}" (cell {first}) and "{other}" (cell {second}) for one thing',
    "rename one": "Rename the column that is not meant.",
    "rename empty column": "Rename or remove the one of cell {cell}: nothing stands below it.",
    "twice": "twice",
    "times": "{count} times",
    "own number": "Give {rows} its own number, or remove the row if it is a copy.",
    "own numbers": "Give {rows} their own number, or remove them if they are copies.",
    "own number of a copy": "Row {row} was exported (export {export}), {rows} was not: give {rows} "
    "its own number.",
    "own numbers of copies": "Row {row} was exported (export {export}), {rows} were not: give "
    "{rows} their own number.",
    "without letters": "without letters",
    "kind before": "{kind} ",
    "rate or code": "{rates}, or {code}",
    "code of tab": "a code of tab {title} ({codes})",
    "and more": "{codes} …",
    "other programs": ", and with a comma any of {programs}",
    "VAT number BE": "a Belgian VAT number with a right check digit, like {example}",
    "VAT number DE": "a German VAT number with a right check digit, like {example}",
    "VAT number FR": "a French VAT number with a right check digit, like {example}",
    "VAT number LU": "a Luxembourg VAT number with a right check digit, like {example}",
    "VAT number NL": "a Dutch VAT number with a right check digit, like {example}",
    "VAT number elsewhere": "a VAT number of {country} with a right check digit",
}
