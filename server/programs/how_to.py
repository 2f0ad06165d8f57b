"""The page that travels with the files: how to import them, with what, and what must come out."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from string import Template
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, ExportFile, Totals
from boekbrug.server.bookkeeping.controls import controls
from boekbrug.server.bookkeeping.texts import REHEARSAL_WORDS
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.textfile import money
from boekbrug.server.programs.untold import texts_on_invoices, unsaid

HOW_TO_NAME = "How to import.html"

_PAGE = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>$title</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid #ccc; padding: .2em .8em .2em 0; text-align: left }
td.amount { text-align: right; font-variant-numeric: tabular-nums }
</style>
</head>
<body>
<h1>$title</h1>
<p>$owner, $first to $last.</p>
$rehearsal$replaces<h2>How to import</h2>
<ol>
$steps
</ol>
<h2>Importing again</h2>
<p>$importing_again</p>
$unsaid<h2>What must come out</h2>
<table>
$totals
</table>
<h3>Per VAT code</h3>
<table>
$codes
</table>
<h3>Per journal</h3>
<table>
$journals
</table>
<p>Credit notes count negative.</p>
$law<h2>Made with these settings</h2>
$parameters
</body>
</html>
""")

_CODE_HEADERS = ("VAT code", "In the program", "Rate", "Base", "VAT")
_JOURNAL_HEADERS = ("Journal", "Invoices", "Credit notes", "Net", "VAT", "Total with VAT")

_LAW_HEADERS = ("VAT code", "Treatment", "Documents", "Text")
_LAW = (
    "Boekbrug does not see the invoices: whoever makes them prints on them what the law wants. "
    "This is what Boekbrug knows of it; where nothing stands, ask your accountant."
)

_REHEARSAL = """\
<p><strong>This is a rehearsal, made to try the import.</strong> Nothing in it counts as exported.
Import it into a test company, or stop after the program's own test. Customers who have no number
yet carry one of a range for rehearsals; the real export gives them another.</p>
"""

_REPLACES = """\
<p><strong>This takes the place of export {0}.</strong> Import this one, and never export {0}.</p>
"""


def how_to_page(
    batch: Batch, program: Program, parameters: Any, totals: Totals, *, owner: str
) -> ExportFile:
    """Return `How to import.html`: steps, importing again, control totals and parameters."""
    page = _PAGE.substitute(
        title=escape(f"{_what(batch)} for {program.TITLE}"),
        owner=escape(owner),
        first=batch.period.first.isoformat(),
        last=batch.period.last.isoformat(),
        rehearsal=_REHEARSAL if batch.is_rehearsal else "",
        replaces=_REPLACES.format(batch.replaces) if batch.replaces else "",
        steps="\n".join(f"<li>{escape(step)}</li>" for step in program.FACTS.how_to),
        importing_again=escape(program.FACTS.importing_again),
        unsaid=_unsaid(batch, program),
        totals=_rows(_totals(totals)),
        codes=_table(_CODE_HEADERS, _codes(batch)),
        journals=_table(_JOURNAL_HEADERS, _journals(batch)),
        law=_texts_of_law(batch),
        parameters=_parameters(parameters),
    )
    return ExportFile(HOW_TO_NAME, page.encode(), "text/html")


def _unsaid(batch: Batch, program: Program) -> str:
    """Return what of the sheet is in none of these files, as a part of the page; '' for nothing."""
    found = unsaid(batch, program.FACTS)
    items = "\n".join(f"<li>{escape(one)}</li>" for one in found)
    return f"<h2>Not in these files</h2>\n<ul>\n{items}\n</ul>\n" if found else ""


def _texts_of_law(batch: Batch) -> str:
    """Return which texts the law wants on the invoices, as a part of the page; '' for none."""
    rows = [_cells("td", row) for row in texts_on_invoices(batch)]
    table = "\n".join([_cells("th", _LAW_HEADERS), *rows])
    page = f"<h2>Texts on the invoices</h2>\n<p>{_LAW}</p>\n<table>\n{table}\n</table>\n"
    return page if rows else ""


def _cells(tag: str, texts: Iterable[str]) -> str:
    cells = "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
    return f"<tr>{cells}</tr>"


def _what(batch: Batch) -> str:
    if batch.is_rehearsal:
        return REHEARSAL_WORDS[batch.language].capitalize()
    return f"Export {batch.number}"


def _totals(totals: Totals) -> list[tuple[str, str]]:
    by_code = sorted(totals.vat_by_code.items())
    return [
        ("Documents", str(totals.documents)),
        ("Net", money(totals.net)),
        *((f"VAT, code {code}", money(vat)) for code, vat in by_code),
        ("VAT", money(totals.vat)),
        ("Total with VAT", money(totals.gross)),
        ("Debit", money(totals.debit)),
        ("Credit", money(totals.credit)),
    ]


def _codes(batch: Batch) -> Iterator[tuple[str, ...]]:
    """Yield name, rate, base and VAT of each code, with what the program calls it."""
    for sums in controls(batch).codes:
        code = sums.code
        if code:
            program_code = batch.vat_codes[code.code].program_code
            rate = f"{code.rate.normalize():f} %"
            yield code.code, program_code, rate, money(sums.base), money(sums.vat)


def _journals(batch: Batch) -> Iterator[tuple[str, ...]]:
    for journal, sums in controls(batch).journals.items():
        counts = (str(sums.invoices), str(sums.credit_notes))
        yield journal, *counts, money(sums.net), money(sums.vat), money(sums.gross)


def _table(headers: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column says what, and whose last ones are amounts."""
    head = "".join(f"<th>{escape(header)}</th>" for header in headers)
    lines = [
        f"<tr><th>{escape(name)}</th>"
        + "".join(f'<td class="amount">{escape(figure)}</td>' for figure in figures)
        + "</tr>"
        for name, *figures in rows
    ]
    return "\n".join([f"<tr>{head}</tr>", *lines])


def _rows(figures: Iterable[tuple[str, str]]) -> str:
    return "\n".join(
        f'<tr><th>{escape(name)}</th><td class="amount">{escape(figure)}</td></tr>'
        for name, figure in figures
    )


def _parameters(parameters: Any) -> str:
    items: Sequence[str] = [
        f"<dt>{escape(known.label)}: <b>{escape(str(getattr(parameters, known.name)))}</b></dt>\n"
        f"<dd>{escape(known.hint)}</dd>"
        for known in declared(type(parameters))
    ]
    if not items:
        return "<p>This program has none of its own.</p>"
    return "\n".join(["<dl>", *items, "</dl>"])
