"""Dutch: what is said about the trade.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "balance-too-low": ProblemWords(
        found="EUR {balance}",
        verb="nodig",
        allowed="EUR {fee} voor {invoices}; er ontbreekt EUR {missing}",
        cure="{cures}",
    ),
}

SENTENCES: Mapping[str, str] = {
    "shorter period": "Of kies een kortere periode.",
    "one invoice": "1 factuur",
    "invoices": "{count} facturen",
}
