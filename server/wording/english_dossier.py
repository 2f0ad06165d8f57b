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
    "all-customers-unconfirmed": ProblemWords(
        found='"all": customers that an export wrote before: {count}',
        verb="needed:",
        allowed="your word that they are all written again, changed or not",
        cure="{overwritten} Ask your accountant. Wanted this once: tick it in the sidebar after a "
        'check (command: --all-customers; webhook: "customers": "all"). Not wanted: choose new '
        "and changed.",
    ),
    "merged-with-number": ProblemWords(
        found='"{retired}" ({of_retired}), merged into "{survivor}" ({of_survivor})',
        verb="taken:",
        allowed="from now on documents of both are booked on {number}, and what was exported keeps "
        "its number",
        cure="Ask your accountant which of the two has open items: that one must go on. Is it "
        '"{retired}"? Then turn it around: empty this cell, and write "{retired}" into the row of '
        '"{survivor}".',
    ),
    "e-invoices-unanswered": ProblemWords(
        found="nothing, and invoices to Belgian firms, which are e-invoices since {since}: {count}",
        verb="needed:",
        allowed="whether they reach your accountant through Peppol too",
        cure="An office that books both books every sale twice. Ask your accountant and choose no, "
        "yes, or yes but not booked.",
    ),
    "e-invoices-booked-twice": ProblemWords(
        found="yes, and invoices that your accountant books from Peppol already: {count}",
        allowed="one way into the books: through Peppol, or by these files",
        cure="Choose one way with your accountant. These files: let the office stop booking what "
        "comes through Peppol, and choose yes but not booked. Peppol: stop exporting these "
        "invoices.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "closed by the operator": "whoever runs this server",
    "overwrites customers": "Importing may overwrite what your accountant changed of them in the "
    "program.",
    "WinBooks overwrites customers": "WinBooks overwrites a customer that it has already: the "
    "payment terms, the central account and whatever else your accountant changed there are lost.",
    "number given now": "number {number}, given with this export",
    "number in no export": "number {number}, in no export yet",
    "number last in export": "number {number}, last in export {batch}",
    "moved closing": "other periods were closed or opened in the records of the dossier",
}
