from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import sqlalchemy as sa
from records_support import NOW

from boekbrug.server.records.entries import SeenTitles
from boekbrug.server.records.titles import KeptTitles

SEEN = SeenTitles("Sales 2026", ("Start", "Facturen"), NOW)


def test_titles_are_remembered_by_place_for_every_process(database: sa.Engine):
    KeptTitles(database).keep("1aB2", SEEN)
    assert KeptTitles(database).recall("1aB2") == SEEN
    assert KeptTitles(database).recall("another") is None


def test_what_was_seen_later_takes_the_place_of_what_was_seen_before(database: sa.Engine):
    later = SeenTitles("Sales", (), NOW + timedelta(hours=1))
    for seen in (SEEN, later):
        KeptTitles(database).keep("1aB2", seen)
    assert KeptTitles(database).recall("1aB2") == later


def test_of_two_that_look_at_once_one_is_remembered(database: sa.Engine):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: KeptTitles(database).keep("1aB2", SEEN), range(8)))
    assert KeptTitles(database).recall("1aB2") == SEEN
