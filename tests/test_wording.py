"""Sentences in the reader's language: the tables are whole, and the door picks the right one."""

import json
import pickle
import string
from datetime import date
from typing import cast

import pytest
from connect_support import CONTACT, Place, detail
from google_emulator_support import PERSON, SERVER

from boekbrug.server.wording.english import ENGLISH
from boekbrug.server.wording.language import Language, gathered
from boekbrug.server.wording.said import LANGUAGES, in_language, said, together
from boekbrug.server.workflow.ports import UnreachableError

OTHERS = [one for one in LANGUAGES.values() if one is not ENGLISH]
BELGIAN = "nl-BE,nl;q=0.9,en;q=0.5"


def gaps(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_every_language_has_every_sentence_with_the_same_gaps(language: Language):
    assert {key: gaps(one) for key, one in language.sentences.items()} == {
        key: gaps(one) for key, one in ENGLISH.sentences.items()
    }
    assert len(set(language.months)) == 12


def test_values_are_said_in_the_language_of_their_sentence():
    where = said("no access", subject=said("folder"), what=said("this folder"),
                 role=said("content manager"), address="books@server.example")  # fmt: skip
    sentence = together(where, said("down", found="error 502"), "As it is.")
    assert in_language(sentence, "nl") == (
        "Map: gevonden geen toegang tot deze map, nodig: contentmanager. Deel het met "
        "books@server.example als contentmanager, of vraag wie de toegang wegnam. "
        "Google: gevonden error 502, nodig een antwoord. Druk over enkele minuten opnieuw. "
        "As it is."
    )
    assert in_language(sentence, "fi") == sentence


def test_a_language_more_is_one_more_table(place: Place, monkeypatch: pytest.MonkeyPatch):
    french = Language(
        code="fr",
        months=("janvier",) * 12,
        decimal=",",
        sentences={**ENGLISH.sentences, "unknown code": "Code : trouvé {code}. {contact}."},
        columns={},
    )
    monkeypatch.setitem(cast("dict[str, Language]", LANGUAGES), "fr", french)
    answer = place.connect(place.sheet(), "K7F3-9QXM", language="fr-BE")
    assert detail(answer) == f"Code : trouvé K7F3-9QXM. {CONTACT}."


def test_a_sentence_goes_through_the_engine_and_stays_one():
    sentence = together(said("old code", code="K7F3", day=date(2026, 1, 3), contact=CONTACT))
    assert in_language(pickle.loads(pickle.dumps(sentence)), "nl") == (
        "Koppelcode: gevonden K7F3, die goed was tot 3 januari 2026. Vraag een nieuwe aan "
        f"{CONTACT}. Er is niets gekoppeld."
    )


def test_the_other_google_account_is_told_in_dutch_to_whoever_reads_dutch(place: Place):
    gmail = place.token("an.peeters@gmail.com")
    answer = place.connect(place.sheet(), place.code(), token=gmail, language=BELGIAN)
    assert detail(answer) == (
        "Knop: gevonden an.peeters@gmail.com, toegelaten voor dit bestand: adressen van "
        "acme.example. U bent waarschijnlijk met twee Google-accounts aangemeld. Open dit bestand "
        "in een venster met alleen uw werkaccount en druk opnieuw. Er is niets gelezen of "
        "gewijzigd."
    )
    assert "Accept-Language" in answer.headers["Vary"]
    workbook = place.connected(place.sheet(), place.code())
    pressed = place.press(workbook.id, gmail, **{"Accept-Language": BELGIAN})
    assert detail(pressed) == detail(answer)


def test_a_copy_is_asked_in_dutch_what_it_is(place: Place):
    sheet = place.sheet()
    place.connected(sheet, place.code(), title="Verkoop 2026")
    answer = place.connect(place.copy_of(sheet), place.code(), language=BELGIAN)
    assert detail(answer) == (
        'Dit bestand: gevonden een kopie van "Verkoop 2026" (nog gekoppeld), toegelaten: één '
        "exporterend bestand tegelijk. Druk op Boekhouding > Dit bestand koppelen en kies: het "
        'volgt "Verkoop 2026" op, het is een testkopie, of het is een andere firma. Er is niets '
        "geëxporteerd of aangerekend."
    )


def test_a_file_that_is_not_shared_is_told_in_dutch(place: Place):
    sheet = place.sheet()
    place.google.accounts.unshare(sheet.id, SERVER)
    assert detail(place.connect(sheet, place.code(), language=BELGIAN)) == (
        f"Server: gevonden geen toegang tot dit bestand, nodig: bewerker. Deel het met {SERVER} "
        "als bewerker, of vraag wie de toegang wegnam."
    )


def test_who_is_connected_reads_it_in_dutch(place: Place):
    answer = place.connect(place.sheet(), place.code(), language=BELGIAN)
    assert json.loads(answer.data)["sentence"] == (
        f"Gekoppeld als {PERSON} aan Acme bv. Lezen: werkt. Schrijven: werkt. Map: nog niet "
        "gekozen."
    )


def test_a_language_that_the_server_lacks_is_answered_in_english(place: Place):
    answer = place.connect(place.sheet(), "K7F3-9QXM", language="fi")
    assert detail(answer).startswith("Connection code: found K7F3-9QXM, needed one that")
    assert [line.facts["why"] for line in place.audited("connect refused")] == ["unknown code"]


def test_what_is_kept_is_in_the_language_of_the_sheet_whoever_pressed(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    place.google.accounts.unshare(workbook.location, SERVER)
    pressed = place.press(workbook.id, place.token(), **{"Accept-Language": "en"})
    with pytest.raises(UnreachableError):  # the sheet cannot be told either
        place.run(pressed)
    run = place.service.records.runs.run(json.loads(pressed.data)["id"])
    assert run is not None
    assert run.sentence.startswith("Server: gevonden geen toegang tot dit bestand, nodig: ")


def test_no_two_rooms_say_something_else_by_one_key():
    assert gathered({"a": "1"}, {"b": "2"}) == {"a": "1", "b": "2"}
    with pytest.raises(ValueError, match=r"twice: \['a'\]"):
        gathered({"a": "1", "b": "2"}, {"a": "3"})
