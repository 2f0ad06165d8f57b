"""Who may press a connected workbook: people by their address, or everybody at a domain."""

import re
from collections.abc import Collection

FOR_EVERYBODY = frozenset({"@gmail.com", "@googlemail.com"})
"""Domains at which anybody gets an address: there only single people can be allowed."""

_ADDRESS = re.compile(r"[^\s@,;<>\"']*@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


def address_problem(text: str) -> str | None:
    """Return what is wrong with an entry of the list of who may press; None when nothing is.

    >>> address_problem("acme.be")
    'found "acme.be", needed an address or "@acme.be" for everybody there.'
    >>> address_problem("@gmail.com")
    'found "@gmail.com", needed single addresses: anybody can have one there.'
    """
    if text.lower() in FOR_EVERYBODY:
        return f'found "{text}", needed single addresses: anybody can have one there.'
    if _ADDRESS.fullmatch(text):
        return None
    domain = text.rpartition("@")[2]
    example = f"@{domain}" if _ADDRESS.fullmatch(f"@{domain}") else "@acme.example"
    return f'found "{text}", needed an address or "{example}" for everybody there.'


def is_allowed(email: str, addresses: Collection[str]) -> bool:
    """Whether somebody with that address may press.

    >>> is_allowed("An@acme.example", ["@acme.example"])
    True
    >>> is_allowed("an@acme.example.org", ["@acme.example", "an@acme.example"])
    False
    """
    person = email.lower()
    at_domain = person[person.rfind("@") :]
    return not {person, at_domain}.isdisjoint(one.lower() for one in addresses)


def addresses_in_words(addresses: Collection[str]) -> str:
    """Return the list as people read it.

    >>> addresses_in_words(["@acme.example", "jo@gmail.com"])
    'addresses at acme.example, jo@gmail.com'
    """
    words = (f"addresses at {one[1:]}" if one.startswith("@") else one for one in addresses)
    return ", ".join(words) or "nobody"


def other_account(email: str, addresses: Collection[str]) -> str:
    """Return the sentence for somebody who may not press, most likely by the wrong account."""
    return (
        f"Button: found {email}, allowed for this file: {addresses_in_words(addresses)}. You are "
        "probably signed in to Google twice. Open this file in a window with only your work "
        "account and press again. Nothing was read or changed."
    )
