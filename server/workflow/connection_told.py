"""What a new connection takes over, and what a person and the sheet are told of it."""

from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.wording.said import Said, said, together
from boekbrug.server.workbook.cells import TabContent
from boekbrug.server.workbook.layout import FoundLayout, StartLabel
from boekbrug.server.workbook.start import TITLE, start_rows


def connected_in_words(
    workbook: WorkbookEntry,
    origin: WorkbookEntry | None,
    email: str,
    *,
    folder: str,
) -> Said:
    """Return what was connected as whom, what the file may do, and what was proven.

    Args:
        workbook: as it is kept.
        origin: the attached workbook that it is a copy of.
        email: who connected it.
        folder: how it stands with the folder, in a sentence.
    """
    parts = [said("connected", email=email, firm=workbook.dossier.legal_name)]
    if workbook.is_test:
        parts.append(said("is a test"))
    elif workbook.continued_by:
        parts.append(said("is followed", title=workbook.continued_by))
    elif origin and origin.dossier_id == workbook.dossier_id:
        parts.append(said("follows", title=origin.name))
    return together(*parts, said("reading works"), folder)


def start_of_connected(
    layout: FoundLayout, workbook: WorkbookEntry, origin: WorkbookEntry | None, email: str
) -> TabContent | None:
    """Return tab Start with the workbook's own id; None where the sheet has no such tab.

    What it remembers of exports stays, unless the file it was copied from is another dossier's.
    """
    if "Start" not in layout.titles:
        return None
    is_another_dossiers = origin is not None and origin.dossier_id != workbook.dossier_id
    remembered = {} if is_another_dossiers else layout.start
    values = {label.value: text for label, text in remembered.items() if text}
    title = (f"{TITLE} - {workbook.team.name}", said("connected as", email=email))
    values |= {StartLabel.WORKBOOK_ID.value: workbook.id}
    rows = start_rows(title, values, workbook.language)
    return TabContent(layout.title("Start"), rows)


def blocked_in_words(client_id: str) -> Said:
    """Return what helps whose firm blocks the button: Google's own page, which no button sees.

    Args:
        client_id: of the script's OAuth client, '' when the operator did not say.
    """
    named = said("organisation blocks", client=client_id)
    what = named if client_id else said("organisation blocks unnamed")
    return together(said("google says blocked"), what)


def folder_of(origin: WorkbookEntry | None, copy: WorkbookEntry) -> str:
    """Return the folder that a copy takes over from its original, '' when it takes none."""
    if origin is None or (origin.dossier_id, origin.kind) != (copy.dossier_id, copy.kind):
        return ""
    return origin.folder
