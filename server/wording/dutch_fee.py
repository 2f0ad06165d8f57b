"""Dutch: what is said about the fee, the wallet, and the range of customers' numbers."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "number-start-lowered": ProblemWords(
        found="{start}",
        allowed="{lowest} of meer, waar de nummers van dit dossier beginnen",
        cure="Een lager nummer kan in het programma van de boekhouder al van een klant zijn, die "
        "dan overschreven wordt: vraag het eerst aan uw boekhouder. {known} Schrijf opnieuw "
        "{lowest}, of laat de beheerder van deze server bevestigen wat uw boekhouder zegt.",
    ),
    "number-range-full": ProblemWords(
        found="geen vrij nummer vanaf {start}",
        allowed="nummers van {first} tot {last}",
        cure="Vraag uw boekhouder welke nummers vrij zijn, en schrijf hier het eerste daarvan.",
    ),
}

SENTENCES: Mapping[str, str] = {
    # What it costs.
    "checked for nothing": "{documents}. Er is niets verkeerd.",
    "exported for nothing": "Export {number} is klaar: {documents}.",
    "since your check for nothing": "Sinds uw controle {different}: nu {documents}.",
    "cost and balance": "kosten EUR {fee} (tegoed EUR {balance})",
    "enough for one": "genoeg voor ongeveer 1 factuur; vorige maand {last}",
    "enough for": "genoeg voor ongeveer {count} facturen; vorige maand {last}",
    "balance and outlook": "EUR {amount}, {outlook}",
    # Customers' numbers.
    "no number known": "Hier is geen nummer van {first} tot {last} bekend.",
    "one number known": "1 nummer van {first} tot {last} is hier van een klant: {customers}.",
    "numbers known": "{count} nummers van {first} tot {last} zijn hier van klanten: {customers}.",
}
