"""The ledger of a dossier: which numbers were given, and what was charged; once, ever.

All functions work in the transaction of their caller, who holds the dossier's fence row.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.bookkeeping.plan import Charge, GivenId
from boekbrug.server.records.errors import NumberTakenError
from boekbrug.server.records.ledger_tables import batch_documents, charges, external_ids


def store_ids(
    connection: sa.Connection, dossier_id: int, given: Sequence[GivenId], *, now: datetime
) -> dict[str, str]:
    """Give customers their numbers, all or none.

    A number that a customer had before is retired: nobody else gets it, and the customer may
    come back to it. A renamed customer keeps the number.

    Returns:
        The number of each customer who has one: external ID to customer's key.

    Raises:
        NumberTakenError: a number is, or ever was, another customer's.
    """
    rows = connection.execute(
        sa.select(external_ids).where(external_ids.c.dossier_id == dossier_id)
    ).all()
    owners = {row.external_id: row.customer for row in rows}
    current = {row.external_id: row.customer for row in rows if row.retired_at is None}
    changes = [one for one in given if current.get(one.external_id) != one.customer]
    _refuse_taken(changes, owners)
    after = _after(current, changes)
    _retire(connection, dossier_id, _left(current, after), now=now)
    _write(connection, dossier_id, changes, known=owners, now=now)
    return after


def _refuse_taken(changes: Sequence[GivenId], owners: Mapping[str, str]) -> None:
    if len({change.customer for change in changes}) != len(changes):
        raise ValueError("external IDs: a customer is to have two")
    claimed = dict(owners)
    for change in changes:
        owner = claimed.get(change.external_id, change.customer)
        if owner not in {change.customer, change.renamed_from}:
            raise NumberTakenError(change.external_id, owner=owner)
        claimed[change.external_id] = change.customer


def _after(current: Mapping[str, str], changes: Sequence[GivenId]) -> dict[str, str]:
    new = {change.external_id: change.customer for change in changes}
    numbered_anew = set(new.values())
    stay = {number: owner for number, owner in current.items() if owner not in numbered_anew}
    return stay | new


def _left(current: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the numbers that leave their customer: for another number or for the new name."""
    return [number for number, owner in current.items() if after.get(number) != owner]


def _retire(
    connection: sa.Connection, dossier_id: int, numbers: Sequence[str], *, now: datetime
) -> None:
    """Retire the numbers; renamed ones come back at once, so no name is ever taken twice."""
    if numbers:
        connection.execute(
            sa.update(external_ids)
            .where(_number_is(dossier_id, sa.bindparam("number")))
            .values(retired_at=now),
            [{"number": number} for number in numbers],
        )


def _write(
    connection: sa.Connection,
    dossier_id: int,
    changes: Sequence[GivenId],
    *,
    known: Mapping[str, str],
    now: datetime,
) -> None:
    moved = [
        {"number": change.external_id, "owner": change.customer}
        for change in changes
        if change.external_id in known
    ]
    if moved:
        connection.execute(
            sa.update(external_ids)
            .where(_number_is(dossier_id, sa.bindparam("number")))
            .values(customer=sa.bindparam("owner"), retired_at=None),
            moved,
        )
    new = [
        {
            "dossier_id": dossier_id,
            "external_id": change.external_id,
            "customer": change.customer,
            "origination": change.origination,
            "given_at": now,
        }
        for change in changes
        if change.external_id not in known
    ]
    if new:
        connection.execute(sa.insert(external_ids), new)


def _number_is(dossier_id: int, number: sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    return sa.and_(external_ids.c.dossier_id == dossier_id, external_ids.c.external_id == number)


def store_charges(
    connection: sa.Connection, dossier_id: int, batch_id: int, new: Sequence[Charge]
) -> None:
    """Charge the documents; the primary key refuses one that was charged before.

    Raises:
        IntegrityError: a document was charged before.
        ValueError: the batch holds a document that nobody charged: the plan forgot it.
    """
    if new:
        rows = [
            {
                "dossier_id": dossier_id,
                "batch_id": batch_id,
                "series": charge.key.series,
                "book_year": charge.key.book_year,
                "number": charge.key.number,
                "amount_eur": charge.amount_eur,
            }
            for charge in new
        ]
        connection.execute(sa.insert(charges), rows)
    charged = sa.exists().where(
        charges.c.dossier_id == dossier_id,
        charges.c.series == batch_documents.c.series,
        charges.c.book_year == batch_documents.c.book_year,
        charges.c.number == batch_documents.c.number,
    )
    forgotten = sa.select(batch_documents.c.number).where(
        batch_documents.c.batch_id == batch_id, ~charged
    )
    if number := connection.scalar(forgotten):
        raise ValueError(f"charges: document {number} is exported and was never charged")
