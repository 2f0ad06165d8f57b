"""Customers that an export writes again, and the fields that made it so (rule B10)."""

from dataclasses import replace

from bookkeeping_support import SETTINGS, customer, document, history, planned, said, workbook

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.digests import customer_digest, field_digests
from boekbrug.server.bookkeeping.history import History, WrittenCustomer
from boekbrug.server.bookkeeping.rewriting import HEADERS
from boekbrug.server.bookkeeping.terms import CustomerExport
from boekbrug.server.workbook.schemas import schemas_for

KNOWN = customer(external_id="100001", street="Rue Haute 12", email="a@dejavu.example")


def past_of(written: Customer) -> History:
    """Return the past in which export 12 wrote the customer."""
    return history(
        external_ids={written.external_id: written.key},
        customer_digests={written.external_id: customer_digest(written)},
        customers_written={written.external_id: WrittenCustomer(12, field_digests(written))},
    )


def test_b10_a_customer_that_is_written_again_is_named_with_the_fields_that_changed():
    now = replace(KNOWN, street="Rue Basse 3", email="", phone="02 1", contact="An")
    plan = planned(workbook(document(), customers=[now]), past=past_of(KNOWN))
    assert said(plan.warnings) == [
        "Customers, row 2: found Street, E-mail, Phone and other columns, other than export 12 "
        "wrote it, taken: the customer is written again. What your accountant changed of this "
        "customer in the program may be overwritten."
    ]


def test_a_customer_as_it_was_is_neither_written_nor_named():
    assert planned(workbook(document(), customers=[KNOWN]), past=past_of(KNOWN)).warnings == ()


def test_b10_writing_all_customers_again_is_said_once():
    settings = replace(SETTINGS, customer_export=CustomerExport.ALL)
    sheet = workbook(document(), customers=[KNOWN], settings=settings)
    assert said(planned(sheet, past=past_of(KNOWN)).warnings) == [
        'Settings, Export customers too: found "all": customers that were written before: 1, '
        "taken: they are written again, changed or not. What your accountant changed of them in "
        "the program may be overwritten: choose new and changed, unless the accountant asked for "
        "all."
    ]
    assert planned(sheet, past=history()).warnings == ()


def test_the_fields_have_the_headers_of_tab_customers():
    fields = schemas_for(())["Customers"].fields
    assert {name: str(fields[name].data_key) for name in HEADERS} == dict(HEADERS)
