"""A customer who has the former name of one that was renamed (rules B1 and B10)."""

from dataclasses import replace

from bookkeeping_support import customer, document, history, planned, said, workbook
from export_support import BAKERY, GARAGE, JOURNALS, csf, invoice
from house_support import Book, Opened

from boekbrug.server.bookkeeping.digests import customer_digest, field_digests
from boekbrug.server.bookkeeping.history import WrittenCustomer
from boekbrug.server.records.entries import Run, RunState

FORMER = customer("Maes", external_id="100000")
RENAMED = replace(FORMER, key="Maes & Zoon", name="Maes & Zoon")
PAST = history(
    external_ids={"100000": "Maes & Zoon"},
    customer_digests={"100000": customer_digest(FORMER)},
    customers_written={"100000": WrittenCustomer(1, field_digests(FORMER))},
)


def test_b10_a_new_customer_is_not_the_one_who_had_the_name_before():
    new = customer("Maes", row=3)
    everybody = [replace(RENAMED, hold=True), new]
    plan = planned(workbook(document(customer="Maes"), customers=everybody), past=PAST)
    assert [(one.customer, one.external_id) for one in plan.given_ids] == [("Maes", "100001")]
    assert said(plan.warnings) == []
    assert plan.batch
    assert [one.external_id for one in plan.batch.customers] == ["100001"]


def test_b10_who_was_renamed_is_written_over_what_was_written_under_the_former_name():
    plan = planned(
        workbook(document(customer="Maes & Zoon"), customers=[RENAMED]),
        past=replace(PAST, external_ids={"100000": "Maes & Zoon"}),
    )
    assert said(plan.warnings) == [
        "Customers, row 2: found Customer and Name, other than export 1 wrote it, taken: the "
        "customer is written again. What your accountant changed of this customer in the program "
        "may be overwritten."
    ]


def test_b1_a_dossier_gives_a_new_customer_of_a_former_name_a_number_of_its_own(opened: Opened):
    more = [invoice(f"2026/{one}", 10.0, one, Hold="yes") for one in (2, 3)]
    book: Book = opened(
        customers=[GARAGE, BAKERY],
        invoices=[invoice("2026/1", 100.0, 1), *more],
        settings=JOURNALS,
    )
    assert book.export().state is RunState.DONE
    book.type("Customers", "Garage Maes", "Customer", "Maes & Zoon")
    for number in ("2026/1", "2026/2"):
        book.type("Invoices", number, "Customer", "Maes & Zoon")
    book.type("Invoices", "2026/2", "Hold", None)
    assert written(book, book.export()) == [("100000", "Maes & Zoon")]
    book.type("Customers", "Bakkerij Janssens", "Customer", "Garage Maes")
    book.type("Invoices", "2026/3", "Hold", None)
    run = book.export()
    assert written(book, run) == [("100001", "Garage Maes")]
    problems = book.house.service.records.details.all_problems(run.id)
    assert [one.found for one in problems] == ["nothing on 1 line"]


def written(book: Book, run: Run) -> list[tuple[str, str]]:
    return [(row["NUMBER"], row["NAME1"]) for row in csf(book.stored(run)[0])]
