"""English: what the dossier knows whatever its workbooks say, and what its accountant is asked."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "period-closed-on-record": ProblemWords(
        allowed="a period after {closed}: the books are closed up to {closed} in the records of "
        "the dossier, by {by}",
        cure="Give it a later date or period, or ask your accountant to open the period, and "
        "whoever runs this server to open it in the records.",
    ),
    "closed-up-to-lowered": ProblemWords(
        allowed="{closed} or a later day, because the books are closed up to {closed} in the "
        "records of the dossier, by {by}",
        cure="Type {closed}. Did your accountant open a period again? Then ask whoever runs this "
        "server to open it in the records.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "closed by the operator": "whoever runs this server",
    "moved closing": "other periods were closed or opened in the records of the dossier",
}
