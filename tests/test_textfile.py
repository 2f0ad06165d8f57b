"""Text for a program's file: its encoding, its fields, its rows."""

import csv
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.programs.textfile import (
    REFUSE,
    TextField,
    delimited,
    lacking,
    nearest,
    rows_of,
    shown,
    single_line,
)

ROW_49 = Origin("Customers", 49)


def field(*, length_max: int = 40, characters: str = "nearest letter") -> TextField:
    return TextField(
        program="WinBooks", encoding="cp1252", length_max=length_max, characters=characters
    )


def said(text: str, known: TextField) -> list[str]:
    return [sentence(problem) for problem in known.problems(text, ROW_49, "Customer")]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Café Déjà Vu", "Café Déjà Vu"),
        ("Cafe\u0301", "Café"),
        ("Stanisław Wójcik", "Stanislaw Wójcik"),
        ("Dvořák Ștefan İnce \u0131l\u0131k", "Dvorák Stefan Ince ilik"),
        ("x\u030c", "x"),
        ("Đorđe \u2010 \u2212 3", "Dorde - - 3"),
        ("ﬁn №\u202f5", "fin No 5"),
        (" Rue Haute 12\r\n\t1000 ", "Rue Haute 12 1000"),
        ("Größe € Œuvre “ok”", "Größe € Œuvre “ok”"),
    ],
)
def test_a_text_is_written_in_its_nearest_letters(text: str, written: str):
    assert field().written(text) == written
    assert written.encode("cp1252")


def test_an_encoding_with_fewer_letters_gets_more_of_them_spelled_out():
    assert nearest("Größe 5 € “ok” Œ", "ascii") == 'Grosse 5 EUR "ok" OE'


def test_a_text_that_fits_is_no_problem():
    assert said("Café Déjà Vu BV", field()) == []


def test_a_changed_letter_is_a_warning_that_shows_both():
    assert said("Stanisław Wójcik", field()) == [
        'Customers, row 49, Customer: found "Stanisław Wójcik", written as "Stanislaw Wójcik". '
        "WinBooks has no ł."
    ]
    assert not any(p.blocks for p in field().problems("Stanisław", ROW_49, "Customer"))


def test_a_text_that_is_too_long_is_cut_and_said():
    assert said("Stanisław Wójcik", field(length_max=9)) == [
        'Customers, row 49, Customer: found "Stanisław Wójcik", written as "Stanislaw". '
        "WinBooks has no ł and holds 9 characters here."
    ]
    assert said("Acme & Zonen", field(length_max=7)) == [
        'Customers, row 49, Customer: found "Acme & Zonen", written as "Acme &". '
        "WinBooks holds 7 characters here."
    ]


def test_a_character_with_nothing_near_it_is_an_error():
    assert said("北京 Trading ł", field()) == [
        'Customers, row 49, Customer: found "北京 Trading ł", allowed: text without 北 and 京. '
        "WinBooks has no such character and nothing near it: spell it in Latin letters."
    ]
    assert all(p.blocks for p in field().problems("北京", ROW_49, "Customer"))


def test_a_letter_is_refused_where_people_chose_so():
    assert said("Stanisław", field(characters=REFUSE)) == [
        'Customers, row 49, Customer: found "Stanisław", allowed: text without ł. '
        "WinBooks has no such character: spell it otherwise, or choose "
        '"nearest letter" for "Character outside the encoding" in Settings.'
    ]


def test_many_characters_are_counted():
    assert shown("日月火水木金土年") == "日, 月, 火, 水, 木, 金, 土 and 年"
    assert shown("日月火水木金土年時分") == "日, 月, 火, 水, 木, 金, 土, 年 and 2 others"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_is_either_written_whole_or_refused_by_name(text: str):
    written = nearest(single_line(text), "cp1252")
    missing = lacking(written, "cp1252")
    assert set(missing) <= set(unicodedata.normalize("NFC", text))
    assert missing or written.encode("cp1252").decode("cp1252") == written


rows = st.lists(st.lists(st.text(st.characters(codec="cp1252")), min_size=3, max_size=3))


@given(rows)
def test_what_is_written_is_read_back(rows: list[list[str]]):
    content = delimited(rows, encoding="cp1252", quoting=csv.QUOTE_ALL)
    assert list(rows_of(content, name="x", encoding="cp1252", width=3)) == rows


def test_a_row_that_lost_a_field_is_no_row():
    content = b"1,2,3\r\n1,2\r\n"
    with pytest.raises(ValueError, match=r"^ACT\.TXT, row 2: found 2 fields, needed 3\.$"):
        list(rows_of(content, name="ACT.TXT", encoding="ascii", width=3))
