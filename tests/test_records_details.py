"""The details of a run: small rows for people, read page by page, forgotten in time."""

from datetime import timedelta
from decimal import Decimal

import sqlalchemy as sa
from records_support import NOW, room

from boekbrug.server.records.details import Details
from boekbrug.server.records.entries import DocumentDetail, ProblemDetail
from boekbrug.server.records.runs import Runs


def document(row: int) -> DocumentDetail:
    return DocumentDetail(
        row=row,
        number=f"2026/{row}",
        kind="invoice",
        issued_on="2026-10-05",
        customer="Café Zoë",
        net=Decimal("100.00"),
        vat=Decimal("21.00"),
        gross=Decimal("121.00"),
        state="new",
        selected=True,
        reason="",
        batch=0,
        exported_on="",
        digest=f"d{row}",
        key={"Number": f"2026/{row}", "Kind": "invoice"},
    )


PROBLEM = ProblemDetail(
    weight="blocking",
    tab="Invoices",
    rows=(14, 15),
    column="VAT",
    found='"22"',
    allowed="one of H21, M12",
    cure="",
    sentence='Invoices, rows 14 and 15, VAT: found "22", allowed: one of H21, M12.',
    finding='found "22", allowed: one of H21, M12.',
    keys=({"Number": "2026/14"}, {"Number": "2026/15"}),
)


def test_details_come_back_in_their_order(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    documents = tuple(document(row) for row in (9, 2, 5))
    details.keep(run.id, documents, [PROBLEM])
    assert details.all_documents(run.id) == documents
    assert details.all_problems(run.id) == (PROBLEM,)
    assert details.problems(run.id).items == (PROBLEM,)


def test_keeping_again_replaces(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(2), document(3)], [PROBLEM])
    details.keep(run.id, [document(4)], [])
    assert details.all_documents(run.id) == (document(4),)
    assert details.all_problems(run.id) == ()


def test_a_list_is_read_page_by_page(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(row) for row in range(2, 407)], [])
    first = details.documents(run.id, limit=1000)
    second = details.documents(run.id, after=first.next or 0)
    third = details.documents(run.id, after=second.next or 0)
    assert [len(page.items) for page in (first, second, third)] == [200, 200, 5]
    assert third.next is None
    assert third.items[-1] == document(406)


def test_old_details_are_forgotten_and_their_run_is_not(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(2)], [PROBLEM])
    details.prune(NOW)
    assert len(details.all_documents(run.id)) == 1
    details.prune(NOW + timedelta(days=90))
    assert not any((details.all_documents(run.id), details.all_problems(run.id)))
    assert Runs(database).run(run.id) == run
