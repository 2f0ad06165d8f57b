"""A folder that takes no files is found at every check, never first after a charge."""

import shutil

from connect_support import Place
from google_emulator_support import PERSON, SERVER
from house_support import NOTHING_YET, Opened

from boekbrug.server.assembly import Service
from boekbrug.server.records.entries import ProblemDetail, Run, RunState


def of_folder(service: Service, run: Run) -> list[ProblemDetail]:
    problems = service.records.details.all_problems(run.id)
    return [one for one in problems if one.tab == "Export"]


def test_a_check_says_that_the_folder_is_in_somebodys_my_drive(place: Place):
    mine = place.google.accounts.folder("Exports", owner=PERSON)
    place.google.accounts.share(mine.id, SERVER, "writer")
    link = f"https://drive.google.com/drive/folders/{mine.id}"
    entry = place.connected(place.sheet(), place.code(folder=link))
    run = place.run(place.press(entry.id, place.token()))
    [found] = of_folder(place.service, run)
    assert (run.state, found.weight) == (RunState.DONE, "blocking")
    assert found.sentence == (
        "Export: gevonden geen map die het bestand aanneemt, nodig een. Map: gevonden een map in "
        "iemands Mijn Drive, nodig een in een gedeelde Drive (een serviceaccount kan geen "
        "bestanden bezitten). Kies een andere, of laat het leeg: het bestand "
        "wacht dan onder Downloaden."
    )


def test_a_folder_that_is_away_for_now_is_good_to_know(opened: Opened):
    book = opened()
    shutil.rmtree(book.house.folder)
    run = book.check()
    [found] = of_folder(book.house.service, run)
    assert found.weight == "warning"
    assert found.sentence.startswith(
        "Export: found no folder that takes its file, needed one. Folder: found no such folder "
    )
    assert book.house.promised() == NOTHING_YET


def test_a_file_that_waits_under_download_needs_no_folder(place: Place):
    entry = place.connected(place.sheet(), place.code())
    assert of_folder(place.service, place.run(place.press(entry.id, place.token()))) == []
