"""Dutch: everything that the server says, in its parts."""

from boekbrug.server.wording import dutch_books as books
from boekbrug.server.wording import dutch_cells as cells
from boekbrug.server.wording import dutch_changes as changes
from boekbrug.server.wording import dutch_controls as controls
from boekbrug.server.wording import dutch_crediting as crediting
from boekbrug.server.wording import dutch_damage as damage
from boekbrug.server.wording import dutch_door as door
from boekbrug.server.wording import dutch_dossier as dossier
from boekbrug.server.wording import dutch_fee as fee
from boekbrug.server.wording import dutch_files as files
from boekbrug.server.wording import dutch_headers as headers
from boekbrug.server.wording import dutch_oddities as oddities
from boekbrug.server.wording import dutch_pages as pages
from boekbrug.server.wording import dutch_programs as programs
from boekbrug.server.wording import dutch_rows as rows
from boekbrug.server.wording import dutch_run as run
from boekbrug.server.wording import dutch_setting_up as setting_up
from boekbrug.server.wording import dutch_sheet as sheet
from boekbrug.server.wording import dutch_touched as touched
from boekbrug.server.wording import dutch_trade as trade
from boekbrug.server.wording import dutch_winbooks as winbooks
from boekbrug.server.wording.dutch_columns import COLUMNS
from boekbrug.server.wording.dutch_names import NAMES
from boekbrug.server.wording.language import Language, gathered, problem_sentences

PARTS = (
    books,
    cells,
    changes,
    crediting,
    damage,
    dossier,
    fee,
    headers,
    oddities,
    rows,
    run,
    sheet,
    touched,
    trade,
    winbooks,
)

PROBLEMS = gathered(*(part.PROBLEMS for part in PARTS))
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
        *(part.SENTENCES for part in (*PARTS, controls, door, files, pages, programs, setting_up)),
    ),
)
