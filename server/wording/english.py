"""English: everything that the server says, in its parts."""

from boekbrug.server.wording import english_books as books
from boekbrug.server.wording import english_cells as cells
from boekbrug.server.wording import english_changes as changes
from boekbrug.server.wording import english_controls as controls
from boekbrug.server.wording import english_crediting as crediting
from boekbrug.server.wording import english_damage as damage
from boekbrug.server.wording import english_door as door
from boekbrug.server.wording import english_dossier as dossier
from boekbrug.server.wording import english_fee as fee
from boekbrug.server.wording import english_files as files
from boekbrug.server.wording import english_headers as headers
from boekbrug.server.wording import english_oddities as oddities
from boekbrug.server.wording import english_pages as pages
from boekbrug.server.wording import english_programs as programs
from boekbrug.server.wording import english_rows as rows
from boekbrug.server.wording import english_run as run
from boekbrug.server.wording import english_setting_up as setting_up
from boekbrug.server.wording import english_sheet as sheet
from boekbrug.server.wording import english_touched as touched
from boekbrug.server.wording import english_trade as trade
from boekbrug.server.wording import english_winbooks as winbooks
from boekbrug.server.wording.english_names import NAMES
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

ENGLISH = Language(
    code="en",
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    decimal=".",
    columns={},
    sentences=gathered(
        problem_sentences(PROBLEMS),
        NAMES,
        *(part.SENTENCES for part in (*PARTS, controls, door, files, pages, programs, setting_up)),
    ),
)
