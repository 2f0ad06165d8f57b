"""Text for a bookkeeping program's file: what its encoding, its fields and its rows can hold.

A character that the encoding lacks is written as its nearest letter and a text that is too long
is shortened where people agreed to it, and either is said in a warning that shows what is written;
a text that nobody agreed to shorten and a character with nothing near it are errors. Nothing
becomes a question mark and nothing vanishes without a word.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity, coded_at, found_in_words
from boekbrug.server.wording.said import Said, said, word

NEAREST_LETTER = "nearest letter"
REFUSE = "refuse"
ASK = "ask"
SHORTEN = "shorten"

NEAREST = {
    "Æ": "AE", "æ": "ae", "Ð": "D", "ð": "d", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h",
    "\u0131": "i", "ĸ": "k", "Ł": "L", "ł": "l", "Ŋ": "N", "ŋ": "n", "Ø": "O", "ø": "o",
    "Œ": "OE", "œ": "oe", "ß": "ss", "ẞ": "SS", "Ŧ": "T", "ŧ": "t", "Þ": "Th", "þ": "th",
    "Ə": "E", "ə": "e", "€": "EUR",
    "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
}  # fmt: skip
"""Letters that are no plain letter with a mark, the dotless i, then dashes and quotation marks."""

_LINE_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SHOWN_MAX = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A text field of a program's file.

    `characters` is NEAREST_LETTER or REFUSE, `too_long` is ASK or SHORTEN.
    """

    program: str
    encoding: str
    length_max: int
    characters: str = NEAREST_LETTER
    too_long: str = SHORTEN

    def written(self, text: str) -> str:
        """Return the text as the file holds it; call it only when `problems` has no error."""
        return nearest(single_line(text), self.encoding)[: self.length_max].strip()

    def problems(self, text: str, origin: Origin, column: str) -> Iterator[Problem]:
        """Yield the problem of a text that is not written as it stands in its cell, if any."""
        line = single_line(text)
        lacks = lacking(line, self.encoding)
        hopeless = lacking(nearest(line, self.encoding), self.encoding)
        if hopeless or (lacks and self.characters == REFUSE):
            yield coded_at(
                origin,
                column,
                "character-without-letter" if hopeless else "character-refused",
                found=found_in_words(text),
                characters=shown(hopeless or lacks),
                program=self.program,
                nearest_letter=word("choice", NEAREST_LETTER),
            )
        elif self.too_long == ASK and len(nearest(line, self.encoding)) > self.length_max:
            yield coded_at(
                origin,
                column,
                "text-too-long",
                found=found_in_words(text),
                program=self.program,
                most=self.length_max,
                written=found_in_words(self.written(text)),
                shorten=word("choice", SHORTEN),
            )
        elif lacks or len(nearest(line, self.encoding)) > self.length_max:
            yield coded_at(
                origin,
                column,
                "text-written-otherwise",
                found=found_in_words(text),
                written=found_in_words(self.written(text)),
                limits=self._limits(line, lacks),
                severity=Severity.WARNING,
            )

    def _limits(self, line: str, lacks: tuple[str, ...]) -> Said:
        program, most = self.program, self.length_max
        if not lacks:
            return said("program holds", program=program, most=most)
        is_too_long = len(nearest(line, self.encoding)) > most
        key = "program lacks and holds" if is_too_long else "program lacks"
        return said(key, program=program, characters=shown(lacks), most=most)


def single_line(text: str) -> str:
    r"""Return the text on one line, with composed accents; breaks and tabs become one space.

    >>> single_line("Rue Haute 12\r\n1000 Brussel")
    'Rue Haute 12 1000 Brussel'
    """
    return _LINE_BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def nearest(text: str, encoding: str) -> str:
    """Return the text with each character that the encoding lacks as its nearest letters.

    A character without any stays as it is; `lacking` finds it.

    >>> nearest("Stanisław Wójcik", "cp1252"), nearest("Ștefan", "cp1252")
    ('Stanislaw Wójcik', 'Stefan')
    """
    if _fits(text, encoding):
        return text
    return "".join(_nearest_letters(character, encoding) for character in text)


def lacking(text: str, encoding: str) -> tuple[str, ...]:
    """Return the characters that the encoding lacks, each once, in the order of the text."""
    if _fits(text, encoding):
        return ()
    return tuple(dict.fromkeys(character for character in text if not _fits(character, encoding)))


def shown(characters: Sequence[str]) -> str:
    """Return characters in words, at most eight of them.

    >>> shown("ł"), shown("北京"), shown("abcdefghij")
    ('ł', '北 and 京', 'a, b, c, d, e, f, g, h and 2 others')
    """
    first, more = tuple(characters[:_SHOWN_MAX]), len(characters) - _SHOWN_MAX
    if more > 0:
        return said("one other" if more == 1 else "others", before=first, count=more)
    *before, last = first
    return said("and", before=tuple(before), last=last) if before else last


def money(amount: Decimal) -> str:
    """Return an amount with a decimal point and two decimals, never as -0.00.

    >>> money(Decimal("-1000")), money(Decimal("-0.00"))
    ('-1000.00', '0.00')
    """
    return f"{amount + 0:.2f}"


def delimited(
    rows: Iterable[Sequence[str]], *, encoding: str, quoting: Literal[0, 1] = csv.QUOTE_MINIMAL
) -> bytes:
    r"""Return rows as comma-separated bytes, each row ended by CR LF.

    Raises:
        UnicodeEncodeError: a text was not passed through `TextField.written`.

    >>> delimited([("a", "b, c")], encoding="ascii")
    b'a,"b, c"\r\n'
    """
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return lines.getvalue().encode(encoding)


def rows_of(content: bytes, *, name: str, encoding: str, width: int) -> Iterator[list[str]]:
    """Yield the rows of comma-separated bytes, as any reader of the file sees them.

    Raises:
        ValueError: a row does not have `width` fields.
    """
    for number, row in enumerate(csv.reader(io.StringIO(content.decode(encoding), newline="")), 1):
        if len(row) != width:
            raise ValueError(f"{name}, row {number}: found {len(row)} fields, needed {width}.")
        yield row


def _fits(text: str, encoding: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _nearest_letters(character: str, encoding: str) -> str:
    if _fits(character, encoding):
        return character
    decomposed = unicodedata.normalize("NFKD", character)
    letters = "".join(
        NEAREST.get(part, part) for part in decomposed if not unicodedata.combining(part)
    )
    return letters if _fits(letters, encoding) else character
