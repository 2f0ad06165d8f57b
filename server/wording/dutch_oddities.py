"""Dutch: what stands twice, is not finished yet, or is of a year or a length that nobody means.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "year-out-of-range": ProblemWords(
        allowed="een datum van {first} tot {last}",
        cure="Typ de datum opnieuw, met het jaartal in vier cijfers.",
    ),
    "number-prepared": ProblemWords(
        found="niets behalve {number}",
        verb="beschouwd",
        allowed="als vooraf genummerd, zodat er niets van geëxporteerd wordt",
        cure="Vul de rij in, of laat ze zo als het nummer nog niet gebruikt is.",
    ),
    "number-of-other-year": ProblemWords(
        found="een ander jaar dan bij {date}",
        verb="gebruikt:",
        allowed="zoals getypt; de datum zegt in welke periode het geëxporteerd wordt",
        cure="Kijk welk van beide juist is.",
    ),
    "day-far-off": ProblemWords(
        found="een datum die meer dan een jaar van alle andere af ligt",
        verb="gebruikt:",
        allowed="zoals getypt; de datum zegt in welke periode het geëxporteerd wordt",
        cure="Kijk of het jaartal juist is.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "one customer twice": "Verwijder {rows}, of geef ze een eigen naam.",
    "one customer often": "Verwijder {rows}, of geef ze elk een eigen naam.",
    "one account twice": "Verwijder {rows}, of geef ze een eigen nummer.",
    "one account often": "Verwijder {rows}, of geef ze elk een eigen nummer.",
    "one vat-code twice": "Verwijder {rows}, of geef ze een eigen code.",
    "one vat-code often": "Verwijder {rows}, of geef ze elk een eigen code.",
    "quoted in part": '"{text}\u2026" ({length} tekens)',
    "price became a date": "Het rekenblad maakte een datum van wat er getypt werd ({typed}?). Geef "
    "de cel de opmaak getal en typ {what} opnieuw.",
    "one or other": "{one} of {other}",
}
