"""English: what is said about the trade.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "balance-too-low": ProblemWords(
        found="EUR {balance}",
        verb="needed",
        allowed="EUR {fee} for {invoices}; missing EUR {missing}",
        cure="{cures}",
    ),
}

SENTENCES: Mapping[str, str] = {
    "shorter period": "Or choose a shorter period.",
    "one invoice": "1 invoice",
    "invoices": "{count} invoices",
}
