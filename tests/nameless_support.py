"""Documents without a customer, and a till that stands for whoever came (rule B9)."""

from dataclasses import replace
from typing import Any

from bookkeeping_support import SETTINGS, customer, document, history, planned, workbook

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, Line
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.terms import CustomerKind

TILL = customer("Till", kind=CustomerKind.COLLECTIVE, vat_number="", external_id="100900", row=3)
AN = customer("An", kind=CustomerKind.PERSON, vat_number="", external_id="100001", row=4)
DEALER = customer(external_id="100002")


def nameless(number: str = "2026/18", *lines: Line, **given: Any) -> Document:
    return document(number, *lines, customer="Till", names_nobody=True, **given)


def plan_of(*documents: Document, past: History | None = None, **given: Any) -> Plan:
    everybody: list[Customer] = given.pop("customers", [DEALER, TILL, AN])
    booked_on = replace(SETTINGS, collective_customer="Till", nobodys_customer="Till")
    typed = workbook(*documents, customers=everybody, settings=given.pop("settings", booked_on))
    return planned(typed, past=past or history(), **given)


def codes(plan: Plan) -> list[str]:
    return [one.code for one in (*plan.blocking, *plan.warnings, *plan.later)]
