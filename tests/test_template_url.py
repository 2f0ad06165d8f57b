from pathlib import Path

import pytest

from boekbrug.config.settings import Settings, SettingsError, load

SHEET = "1AbCdEfGhIj-_MnOpQrStUvWxYz"


def with_template(url: str) -> Settings:
    return load({"SECRET_KEY": "k" * 32, "TEMPLATE_URL": url})


@pytest.mark.parametrize(
    "rest",
    ["", "/", "/edit", "/edit?usp=sharing", "/edit#gid=0", "?usp=sharing", "#gid=0", "/copy"],
)
@pytest.mark.parametrize("account", ["", "u/1/"])
def test_the_template_is_copied_by_whatever_address_of_it_was_given(account: str, rest: str):
    given = with_template(f"https://docs.google.com/spreadsheets/{account}d/{SHEET}{rest}")
    copied = f"https://docs.google.com/spreadsheets/d/{SHEET}/copy"
    assert given.template_copy_url == copied


def test_there_may_be_no_template():
    assert with_template("").template_copy_url == ""


@pytest.mark.parametrize(
    "url",
    [
        SHEET,
        f"http://docs.google.com/spreadsheets/d/{SHEET}/edit",
        f"https://docs.google.com.example/spreadsheets/d/{SHEET}/edit",
        f"https://docs.google.com/document/d/{SHEET}/edit",
        f"https://docs.google.com/spreadsheets/d/e/2PACX-{SHEET}/pubhtml",
        f"https://docs.google.com/spreadsheets/d/{SHEET}.example",
    ],
)
def test_a_template_that_is_no_google_sheet_is_refused(url: str):
    with pytest.raises(SettingsError) as refused:
        with_template(url)
    said = (
        f'TEMPLATE_URL: found "{url}", needed https://docs.google.com/spreadsheets/d/…. Open the '
        "sheet that firms copy and take the address that the browser shows."
    )
    assert refused.value.sentences == [said]
    with pytest.raises(SettingsError) as refused:
        Settings(
            data_directory=Path("books"),
            secret_key="k" * 32,
            public_url="https://h.example",
            operator_contact="Jo",
            template_url=url,
        )
    assert refused.value.sentences == [said]
