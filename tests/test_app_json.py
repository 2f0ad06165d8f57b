"""app.json, which a button deploys from: it keeps the published rules and fits the code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from boekbrug.config.needs import needs_of
from boekbrug.config.settings import MissingSettingsError, load

ROOT = Path(__file__).resolve().parent.parent
APP: dict[str, Any] = json.loads((ROOT / "app.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((ROOT / "tests" / "app_json.schema.json").read_text(encoding="utf-8"))
BY_THE_ADDON = {"DATABASE_URL"}
"""What PostgreSQL sets by itself when it is added."""


def complaints(app: object) -> list[str]:
    Draft202012Validator.check_schema(SCHEMA)
    found = Draft202012Validator(SCHEMA).iter_errors(app)
    return [f"{'/'.join(map(str, each.path))}: {each.message}" for each in found]


def processes() -> dict[str, str]:
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_it_keeps_the_published_rules():
    assert complaints(APP) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"formations": {}}, "'formations' was unexpected"),
        ({"env": {"SECRET_KEY": {"generator": "random"}}}, "is not valid under any"),
        ({"env": {"SECRET_KEY": {"descripton": "a slip"}}}, "is not valid under any"),
        ({"env": {"secret-key": "x"}}, "'secret-key' does not match any of the regexes"),
        ({"formation": {"web": {"quantity": "1"}}}, "'1' is not of type 'integer'"),
        ({"formation": {"web": {"quantity": 1, "size": "hobby"}}}, "'hobby' is not one of"),
        ({"addons": ["heroku postgres"]}, "is not valid under any"),
        ({"buildpacks": ["heroku/python"]}, "is not of type 'object'"),
        ({"name": "a name of more than thirty letters"}, "is too long"),
    ],
)
def test_a_slip_in_it_is_found(change: dict[str, Any], complaint: str):
    assert complaint in " ".join(complaints(APP | change))


def test_every_variable_that_it_asks_for_is_one_of_the_settings():
    source = "".join(
        (ROOT / "config" / name).read_text(encoding="utf-8")
        for name in ("settings.py", "checks.py", "needs.py")
    )
    known = set(re.findall(r'"([A-Z][A-Z_]{3,})"', source))
    assert set(APP["env"]) <= known


def test_everything_that_a_platform_needs_is_asked_for_made_or_brought_along():
    needed = {need.name for need in needs_of({})}
    assert needed <= set(APP["env"]) | BY_THE_ADDON
    assert APP["addons"] == [{"plan": "heroku-postgresql:essential-0"}]
    assert APP["env"]["SECRET_KEY"]["generator"] == "secret"


def test_a_form_with_its_required_fields_alone_starts_and_says_what_is_missing():
    filled = {name: "x" * 32 for name, one in APP["env"].items() if one.get("required", True)}
    with pytest.raises(MissingSettingsError) as missing:
        load({"PORT": "5000", "DATABASE_URL": "postgres://u@h/d", **filled})
    left_empty = {name for name in APP["env"] if name not in filled} - {"BUTTON_CLIENT_ID"}
    assert {need.name for need in missing.value.needs} == left_empty


def test_one_process_that_never_sleeps_serves_and_executes():
    formation = APP["formation"]
    assert set(formation) == set(processes()) - {"release"}
    assert {name: one["quantity"] for name, one in formation.items()} == {"web": 1, "worker": 0}
    assert {one["size"] for one in formation.values()} == {"basic"}


def test_it_is_a_python_app_and_says_where_the_data_should_stand():
    assert APP["buildpacks"] == [{"url": "heroku/python"}]
    assert (ROOT / "requirements.txt").exists()
    assert (ROOT / "bin" / "post_compile").stat().st_mode & 0o100
    assert "region Europe" in APP["description"]
