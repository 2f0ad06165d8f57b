"""Words, amounts and days as whoever reads a page of a run writes them."""

from decimal import Decimal

from boekbrug.server.wording.said import LANGUAGES, in_language, said, word

MINUS = "\N{MINUS SIGN}"


class Reader:
    """Whoever reads a page: in the language of the workbook, English where that is not spoken."""

    def __init__(self, language: str) -> None:
        """Speak this language."""
        self.language = language if language in LANGUAGES else next(iter(LANGUAGES))

    def in_words(self, sentence: str) -> str:
        """Return a sentence in the reader's language."""
        return in_language(sentence, self.language)

    def say(self, key: str, **values: object) -> str:
        """Return the sentence of that key in the reader's language."""
        return self.in_words(said(key, **values))

    def state(self, name: str) -> str:
        """Return how a document stands, as the reader calls it."""
        return self.in_words(word("state", name))

    def money(self, amount: Decimal | str) -> str:
        """Return an amount as the reader writes it.

        >>> Reader("en").money(Decimal("48310.22")), Reader("nl").money(Decimal("48310.22"))
        ('48,310.22', '48.310,22')
        >>> Reader("en").money("-121.00").replace(MINUS, "minus ")
        'minus 121.00'
        """
        written = f"{Decimal(amount):,.2f}".replace("-", MINUS)
        if LANGUAGES[self.language].decimal == ",":
            return written.translate(str.maketrans(",.", ".,"))
        return written

    def day(self, day: str) -> str:
        """Return a day, given as 2026-10-31, as the reader writes it; '' stays so.

        >>> Reader("en").day("2026-10-31"), Reader("nl").day("2026-10-31")
        ('2026-10-31', '31/10/2026')
        """
        return day if self.language == "en" else "/".join(reversed(day.split("-")))
