"""Dutch, as spoken in Belgium: everything that the server says, in its parts."""

from boekbrug.server.wording import dutch_cells as cells
from boekbrug.server.wording import dutch_door as door
from boekbrug.server.wording import dutch_files as files
from boekbrug.server.wording import dutch_pages as pages
from boekbrug.server.wording import dutch_run as run
from boekbrug.server.wording import dutch_sheet as sheet
from boekbrug.server.wording import dutch_trade as trade
from boekbrug.server.wording.dutch_columns import COLUMNS
from boekbrug.server.wording.dutch_names import NAMES
from boekbrug.server.wording.language import Language, gathered, problem_sentences

PROBLEMS = gathered(*(part.PROBLEMS for part in (trade, cells, sheet, run)))
"""Every kind of problem, by its code."""

DUTCH = Language(
    code="nl",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
        *("september", "oktober", "november", "december"),
    ),
    decimal=",",
    columns=COLUMNS,
    sentences=gathered(
        problem_sentences(PROBLEMS),
        NAMES,
        *(part.SENTENCES for part in (door, trade, cells, sheet, run, pages, files)),
    ),
)
