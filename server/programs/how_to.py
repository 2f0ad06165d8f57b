"""The page that travels with the files: how to import them, with what, and what must come out.

It is in the language of the texts in the books; English where the server does not speak that.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from string import Template
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, ExportFile, Totals
from boekbrug.server.bookkeeping.controls import controls
from boekbrug.server.bookkeeping.texts import REHEARSAL_WORDS
from boekbrug.server.bookkeeping.texts_of_law import CREDIT_NOTES
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program
from boekbrug.server.programs.textfile import money
from boekbrug.server.programs.untold import texts_on_invoices, unsaid
from boekbrug.server.wording.said import LANGUAGES, in_language, said, spoken_or_english, word

_PAGE = Template("""\
<!doctype html>
<html lang="$language">
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
<p>$period</p>
$rehearsal$replaces<h2>$steps_title</h2>
<ol>
$steps
</ol>
<h2>$again_title</h2>
<p>$importing_again</p>
$unsaid<h2>$totals_title</h2>
<table>
$totals
</table>
<h3>$codes_title</h3>
<table>
$codes
</table>
<h3>$journals_title</h3>
<table>
$journals
</table>
<p>$negative</p>
$law<h2>$parameters_title</h2>
$parameters
</body>
</html>
""")

_TITLES = ("steps", "again", "totals", "codes", "journals", "parameters")
_CODE_HEADERS = ("code", "program code", "rate", "base", "VAT")
_JOURNAL_HEADERS = ("journal", "invoices", "credit notes", "net", "VAT", "gross")
_LAW_HEADERS = ("code", "treatment", "documents", "text")


class _Words:
    """The words of the page in one language, safe in HTML."""

    def __init__(self, language: str) -> None:
        self.language = spoken_or_english(language)

    def say(self, key: str, **values: object) -> str:
        return self.told(said(f"how-to {key}", **values))

    def told(self, sentence: str) -> str:
        return escape(in_language(sentence, self.language))

    def figure(self, text: str) -> str:
        """Return a figure as it is written there: 48310.22 or 48310,22."""
        return text.replace(".", LANGUAGES[self.language].decimal)


def how_to_name(language: str) -> str:
    """Return what the page is called.

    >>> how_to_name("en"), how_to_name("nl"), how_to_name("fr")
    ('How to import', 'Hoe inlezen', 'How to import')
    """
    return in_language(said("how-to file"), language)


def how_to_page(
    batch: Batch, program: Program, parameters: Any, totals: Totals, *, owner: str
) -> ExportFile:
    """Return the page: steps, importing again, control totals and parameters."""
    words = _Words(batch.language)
    first, last = batch.period.first.isoformat(), batch.period.last.isoformat()
    page = _PAGE.substitute(
        language=words.language,
        title=words.say("title", what=_what(batch), program=program.TITLE),
        period=words.say("period", owner=owner, first=first, last=last),
        **{f"{name}_title": words.say(name) for name in _TITLES},
        rehearsal=_told_first("rehearsal", words) if batch.is_rehearsal else "",
        replaces=_told_first("replaces", words, number=batch.replaces) if batch.replaces else "",
        steps="\n".join(f"<li>{words.told(step)}</li>" for step in program.FACTS.how_to),
        importing_again=words.told(program.FACTS.importing_again),
        unsaid=_unsaid(batch, program, words),
        totals=_rows(_totals(totals, words)),
        codes=_table(_CODE_HEADERS, _codes(batch, words), words),
        journals=_table(_JOURNAL_HEADERS, _journals(batch, words), words),
        law=_texts_of_law(batch, words),
        negative=words.say("negative"),
        parameters=_parameters(parameters, words),
    )
    return ExportFile(f"{how_to_name(batch.language)}.html", page.encode(), "text/html")


def _told_first(key: str, words: _Words, **values: object) -> str:
    more = words.say(f"{key} more", **values)
    return f"<p><strong>{words.say(key, **values)}</strong> {more}</p>\n"


def _unsaid(batch: Batch, program: Program, words: _Words) -> str:
    """Return what of the sheet is in none of these files, as a part of the page; '' for nothing."""
    found = unsaid(batch, program.FACTS)
    items = "\n".join(f"<li>{words.told(one)}</li>" for one in found)
    return f"<h2>{words.say('unsaid')}</h2>\n<ul>\n{items}\n</ul>\n" if found else ""


def _texts_of_law(batch: Batch, words: _Words) -> str:
    """Return which texts the law wants on the invoices, as a part of the page; '' for none."""
    rows = [_law_row(one, words) for one in texts_on_invoices(batch)]
    if not rows:
        return ""
    table = "\n".join([_cells("th", map(words.say, _LAW_HEADERS)), *rows])
    title, why = words.say("law"), words.say("law more")
    return f"<h2>{title}</h2>\n<p>{why}</p>\n<table>\n{table}\n</table>\n"


def _law_row(found: tuple[str, str, str, str], words: _Words) -> str:
    code, subject, documents, text = found
    is_credit = subject == CREDIT_NOTES
    why = words.say(CREDIT_NOTES) if is_credit else words.told(word("choice", subject))
    return _cells("td", (escape(code), why, documents, escape(text)))


def _cells(tag: str, texts: Iterable[str]) -> str:
    """Return a row of a table, of texts that are safe in HTML."""
    cells = "".join(f"<{tag}>{text}</{tag}>" for text in texts)
    return f"<tr>{cells}</tr>"


def _what(batch: Batch) -> str:
    if batch.is_rehearsal:
        return REHEARSAL_WORDS[batch.language].capitalize()
    return f"Export {batch.number}"


def _totals(totals: Totals, words: _Words) -> list[tuple[str, str]]:
    by_code = sorted(totals.vat_by_code.items())
    figures = [
        (words.say("documents"), str(totals.documents)),
        (words.say("net"), money(totals.net)),
        *((words.say("VAT of code", code=code), money(vat)) for code, vat in by_code),
        (words.say("VAT"), money(totals.vat)),
        (words.say("gross"), money(totals.gross)),
        (words.say("debit"), money(totals.debit)),
        (words.say("credit"), money(totals.credit)),
    ]
    return [(name, words.figure(figure)) for name, figure in figures]


def _codes(batch: Batch, words: _Words) -> Iterator[tuple[str, ...]]:
    """Yield name, rate, base and VAT of each code, with what the program calls it."""
    for sums in controls(batch).codes:
        code = sums.code
        if code:
            program_code = batch.vat_codes[code.code].program_code
            amounts = (f"{code.rate.normalize():f} %", money(sums.base), money(sums.vat))
            yield code.code, program_code, *map(words.figure, amounts)


def _journals(batch: Batch, words: _Words) -> Iterator[tuple[str, ...]]:
    for journal, sums in controls(batch).journals.items():
        counts = (str(sums.invoices), str(sums.credit_notes))
        amounts = map(words.figure, map(money, (sums.net, sums.vat, sums.gross)))
        yield journal, *counts, *amounts


def _table(keys: Iterable[str], rows: Iterable[Sequence[str]], words: _Words) -> str:
    """Return a table whose first column says what, and whose last ones are amounts."""
    head = "".join(f"<th>{words.say(key)}</th>" for key in keys)
    lines = [
        f"<tr><th>{escape(name)}</th>"
        + "".join(f'<td class="amount">{escape(figure)}</td>' for figure in figures)
        + "</tr>"
        for name, *figures in rows
    ]
    return "\n".join([f"<tr>{head}</tr>", *lines])


def _rows(figures: Iterable[tuple[str, str]]) -> str:
    return "\n".join(
        f'<tr><th>{name}</th><td class="amount">{figure}</td></tr>' for name, figure in figures
    )


def _parameters(parameters: Any, words: _Words) -> str:
    items: Sequence[str] = [
        f"<dt>{words.told(word('setting', known.label))}: "
        f"<b>{words.told(known.chosen(str(getattr(parameters, known.name))))}</b></dt>\n"
        f"<dd>{words.told(known.hint)}</dd>"
        for known in declared(type(parameters))
    ]
    if not items:
        return f"<p>{words.say('no parameters')}</p>"
    return "\n".join(["<dl>", *items, "</dl>"])
