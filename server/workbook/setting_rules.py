"""Settings that are right alone and not together, or not with the rows of other tabs."""

from collections.abc import Iterator
from dataclasses import replace

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import CustomerKind, Periods
from boekbrug.server.workbook.customer_links import kinds_of
from boekbrug.server.workbook.firm import FIRM_NUMBERS
from boekbrug.server.workbook.further_settings_schema import COLLECTIVE_CUSTOMER
from boekbrug.server.workbook.registers import Register
from boekbrug.server.workbook.settings import SCHEMA, ReadSettings, wrong_setting


def misfits(read: ReadSettings, country: str) -> Iterator[Problem]:
    """Yield the problems of answers that need others, and of the firm's own numbers.

    Args:
        read: the settings with their rows.
        country: the firm's.
    """
    settings, rows = read.settings, read.rows
    if settings.periods is Periods.OWN_TABLE and not settings.own_periods:
        yield wrong_setting(rows["Periods"], "own-table-without-periods")
    if "Private persons" in rows and "Collective customer" not in rows:
        kind = SCHEMA.fields["private_persons"]
        if kind.deserialize(rows["Private persons"].cell("value")) == COLLECTIVE_CUSTOMER:
            yield wrong_setting(rows["Private persons"], "collective-without-customer")
    for name, (attribute, reader) in FIRM_NUMBERS.items():
        text: str = getattr(settings.firm, attribute)
        if text and reader(text, country) is None:
            code = f"wrong-{attribute.replace('_', '-')}"
            yield wrong_setting(rows[name], code, country=country)


def unknown_customers(read: ReadSettings, customers: Register[Customer]) -> Iterator[Problem]:
    """Yield the problem of a collective customer that is none, or of no use yet."""
    name = read.settings.nobodys_customer
    if not name:
        return
    row = read.rows["Collective customer"]
    customer = customers.find(name)
    if faulty_row := customers.faulty.get(name.casefold()):
        problem = wrong_setting(row, "faulty-customer", title=customers.title, row=faulty_row)
        yield replace(problem, behind=Origin(customers.title, faulty_row))
    elif customer is None:
        yield wrong_setting(row, "unknown-setting-customer", title=customers.title)
    elif customer.kind is not CustomerKind.COLLECTIVE:
        yield wrong_setting(row, "not-collective", **kinds_of(customer))


def as_spelt(settings: Settings, customers: Register[Customer]) -> Settings:
    """Return the settings with the collective customer as tab Customers spells the name."""
    known = customers.find(settings.nobodys_customer)
    if known is None:
        return settings
    persons = settings.collective_customer and known.key
    return replace(settings, collective_customer=persons, nobodys_customer=known.key)
