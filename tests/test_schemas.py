"""What every column of the team's tabs keeps: a header, a description, one message, a default."""

from typing import Any

import marshmallow as ma
import pytest

from boekbrug.server.fields import SheetField
from boekbrug.server.workbook.layout import known_names, name_key
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.settings_schema import SettingsSchema, read_vat_computed
from boekbrug.server.workbook.sheet_fields import read_country
from boekbrug.server.workbook.synonyms import HEADERS, SETTINGS, TABS

SCHEMAS = {**schemas_for(("winbooks",)), "settings": SettingsSchema()}
FIELDS = [
    pytest.param(schema.fields[name], id=f"{tab}.{name}")
    for tab, schema in SCHEMAS.items()
    for name in schema.fields
]


@pytest.mark.parametrize("field", FIELDS)
def test_every_column_says_what_it_is_for_in_a_sentence(field: SheetField[Any]):
    assert field.data_key
    assert field.description.endswith((".", "..."))
    assert set(field.error_messages.values()) == {field.allowed}


@pytest.mark.parametrize("tab", [name for name in SCHEMAS if name != "settings"])
def test_a_column_is_required_or_has_a_default(tab: str):
    for field in SCHEMAS[tab].fields.values():
        assert field.required == (field.load_default is ma.missing)


@pytest.mark.parametrize("tab", HEADERS)
def test_synonyms_belong_to_a_column_and_no_two_share_one(tab: str):
    headers = {str(field.data_key) for field in SCHEMAS[tab].fields.values()}
    assert set(HEADERS[tab]) <= headers
    spelled = [name_key(word) for words in HEADERS[tab].values() for word in words]
    assert len(spelled) == len(set(spelled))
    assert not set(spelled) & {name_key(header) for header in headers}


@pytest.mark.parametrize("synonyms", [TABS, SETTINGS])
def test_no_two_tabs_or_settings_share_a_name(synonyms: dict[str, tuple[str, ...]]):
    spelled = [name_key(word) for words in synonyms.values() for word in words]
    assert len(spelled) == len(set(spelled))
    assert known_names(synonyms)[name_key(next(iter(synonyms)))] == next(iter(synonyms))


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("be", "BE"),
        ("België", "BE"),
        ("Pays-Bas", "NL"),
        ("ZA", "ZA"),
        ("Flanders", None),
        (1, None),
    ],
)
def test_a_country_is_two_letters_or_a_name(cell: object, country: str | None):
    assert read_country(cell) == country


@pytest.mark.parametrize(
    "text", ["on total from soon", "on lines from 2026-01-01", "sometimes", None, 3.0]
)
def test_vat_is_computed_on_lines_or_on_total(text: object):
    assert read_vat_computed(text) is None
