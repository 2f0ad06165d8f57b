"""Who may press a connected workbook: people by their address, or everybody at a domain."""

import re
from collections.abc import Collection

from boekbrug.server.wording.said import Said, said

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


def other_account(email: str, addresses: Collection[str]) -> Said:
    """Return the sentence for somebody who may not press, most likely by the wrong account.

    >>> other_account("an@gmail.com", ["@acme.example", "jo@gmail.com"])[:71]
    'Button: found an@gmail.com, allowed for this file: addresses at acme.ex'
    """
    words = tuple(
        said("everybody at", domain=one[1:]) if one.startswith("@") else one for one in addresses
    )
    return said("other account", email=email, allowed=words or said("nobody"))
