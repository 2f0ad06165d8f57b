"""Secrets that are derived, and links that open one run of one workbook."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from web_support import PUBLIC_URL, SECRET_KEY, House, MemoryOffice

from boekbrug.server.web.authentication import webhook_secret
from boekbrug.server.web.links import SALT, LinkExpiredError, NoSuchPageError, RunLinks

KEYS = st.text(min_size=1)
LINKS = RunLinks(public_url=PUBLIC_URL, secret_key=SECRET_KEY, secret_key_previous=None, days=35)


class LongAgo(TimestampSigner):
    """Signs as 36 days ago."""

    def get_timestamp(self) -> int:
        return int((datetime.now(UTC) - timedelta(days=36)).timestamp())


def old_token(run_id: str, key: str = SECRET_KEY) -> str:
    return str(URLSafeTimedSerializer(key, salt=SALT, signer=LongAgo).dumps([run_id, "wb-1"]))


def test_a_secret_is_32_bytes_in_the_form_of_standard_webhooks():
    secret = webhook_secret(SECRET_KEY, "wb-1", 1)
    assert secret.startswith("whsec_")
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32


def test_key_workbook_and_version_each_make_another_secret():
    secrets = {
        webhook_secret(key, workbook_id, version)
        for key in ("one key", "two keys")
        for workbook_id in ("wb-1", "wb-11")
        for version in (1, 11)
    }
    assert len(secrets) == 8


@given(KEYS, st.text(), st.integers(1, 99))
def test_a_secret_can_always_be_derived_again(key: str, workbook_id: str, version: int):
    first = webhook_secret(key, workbook_id, version)
    assert webhook_secret(key, workbook_id, version) == first


def test_a_link_opens_its_run_and_says_whose_it_is():
    assert LINKS.opened("run-1", LINKS.token("run-1", "wb-1")) == "wb-1"


def test_a_link_of_the_previous_key_opens_and_new_ones_are_signed_with_the_new_key():
    token = LINKS.token("run-1", "wb-1")
    rotated = RunLinks.of(
        House(office=MemoryOffice(), secret_key="a new key", secret_key_previous=SECRET_KEY)
    )
    assert rotated.opened("run-1", token) == "wb-1"
    with pytest.raises(NoSuchPageError):
        LINKS.opened("run-1", rotated.token("run-1", "wb-1"))


@pytest.mark.parametrize(
    "token",
    ["", "x", LINKS.token("run-2", "wb-1"), old_token("run-2"), old_token("run-1", "another key")],
    ids=["none", "nonsense", "another run", "an old one of another run", "another key"],
)
def test_any_other_token_opens_nothing(token: str):
    with pytest.raises(NoSuchPageError, match="There is nothing at this address"):
        LINKS.opened("run-1", token)


def test_an_old_link_says_where_to_find_a_new_one():
    with pytest.raises(LinkExpiredError) as expired:
        LINKS.opened("run-1", old_token("run-1"))
    oldest = datetime.now(UTC) - timedelta(days=35)
    assert expired.value.sentence == (
        f"This link was made before {oldest.day} {oldest:%B %Y}. Open it again from tab Exports."
    )


@given(st.text())
def test_no_invented_token_opens_anything(token: str):
    with pytest.raises(NoSuchPageError):
        LINKS.opened("run-1", token)


def test_an_address_keeps_the_prefix_of_a_mounted_door():
    mounted = RunLinks(
        public_url="https://host.example/bookkeeping",
        secret_key=SECRET_KEY,
        secret_key_previous=None,
        days=35,
    )
    assert mounted.page("run-1", "wb-1").startswith(
        "https://host.example/bookkeeping/runs/run-1/page?token="
    )
