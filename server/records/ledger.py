"""The ledger of a dossier: which numbers were given, and what was charged; once, ever.

All functions work in the transaction of their caller, who holds the dossier's fence row.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.bookkeeping.plan import Charge, GivenId
from boekbrug.server.records.errors import NumberTakenError, RegisterError
from boekbrug.server.records.ledger_tables import batch_documents, charges, external_ids


def store_ids(
    connection: sa.Connection,
    dossier_id: int,
    given: Sequence[GivenId],
    *,
    workbook_id: str,
    now: datetime,
) -> dict[str, str]:
    """Give customers their numbers from that workbook, all or none; each has one for good.

    A renamed customer keeps the number. The case of a name does not count.

    Returns:
        The number of each customer who has one: external ID to customer's key.

    Raises:
        NumberTakenError: a number is another customer's.
        RegisterError: a customer has another number.
    """
    owners = read_ids(connection, dossier_id)
    changes = [one for one in given if not _is_of(one.customer, owners.get(one.external_id))]
    _refuse_taken(changes, owners)
    _refuse_second(changes, owners)
    new = [change for change in changes if change.external_id not in owners]
    if new:
        rows = [
            _id_row(one, workbook_id) | {"dossier_id": dossier_id, "given_at": now} for one in new
        ]
        connection.execute(sa.insert(external_ids), rows)
    renamed = {one.external_id: one.customer for one in changes if one.external_id in owners}
    note_use(connection, dossier_id, renamed, workbook_id=workbook_id)
    return owners | {change.external_id: change.customer for change in changes}


def read_ids(connection: sa.Connection, dossier_id: int) -> dict[str, str]:
    """Return each number ever given or taken with its customer's key."""
    query = sa.select(external_ids.c.external_id, external_ids.c.customer).where(
        external_ids.c.dossier_id == dossier_id
    )
    return {row.external_id: row.customer for row in connection.execute(query)}


def read_merged(connection: sa.Connection, dossier_id: int) -> dict[str, str]:
    """Return the number of each customer that was booked on another, with that one's number."""
    known = external_ids.c
    query = sa.select(known.external_id, known.merged_into)
    merged = query.where(known.dossier_id == dossier_id, known.merged_into != "")
    return {row.external_id: row.merged_into for row in connection.execute(merged)}


def note_merged(connection: sa.Connection, dossier_id: int, merged: Mapping[str, str]) -> None:
    """Note into which number an export was the first to merge another; number to number."""
    rows = [{"number": number, "into": into} for number, into in merged.items()]
    if rows:
        connection.execute(
            sa.update(external_ids)
            .where(external_ids.c.dossier_id == dossier_id)
            .where(external_ids.c.external_id == sa.bindparam("number"))
            .values(merged_into=sa.bindparam("into")),
            rows,
        )


def note_use(
    connection: sa.Connection, dossier_id: int, used: Mapping[str, str], *, workbook_id: str
) -> None:
    """Note the customers' names (by number) as they are typed in the workbook that used them."""
    rows = [
        {"number": number, "name": name, "folded": name.casefold()} for number, name in used.items()
    ]
    if rows:
        connection.execute(
            sa.update(external_ids)
            .where(external_ids.c.dossier_id == dossier_id)
            .where(external_ids.c.external_id == sa.bindparam("number"))
            .values(
                customer=sa.bindparam("name"),
                customer_folded=sa.bindparam("folded"),
                workbook_id=workbook_id,
            ),
            rows,
        )


def _refuse_taken(changes: Sequence[GivenId], owners: Mapping[str, str]) -> None:
    claimed = dict(owners)
    for change in changes:
        owner = claimed.get(change.external_id, change.customer)
        if not _is_of(change.customer, owner) and not _is_of(change.renamed_from, owner):
            raise NumberTakenError(change.external_id, owner=owner)
        claimed[change.external_id] = change.customer


def _refuse_second(changes: Sequence[GivenId], owners: Mapping[str, str]) -> None:
    if len({change.customer.casefold() for change in changes}) != len(changes):
        raise ValueError("external IDs: a customer is to have two")
    numbers = {owner.casefold(): number for number, owner in owners.items()}
    for change in changes:
        known = numbers.get(change.customer.casefold())
        if known:
            raise RegisterError(
                "Accountant's no.",
                found=f'{change.external_id} for "{change.customer}"',
                needed=f"{known}, the number of this customer: put {known} into the sheet",
            )


def _is_of(customer: str, owner: str | None) -> bool:
    return owner is not None and customer.casefold() == owner.casefold()


def _id_row(given: GivenId, workbook_id: str) -> dict[str, object]:
    return {
        "external_id": given.external_id,
        "customer": given.customer,
        "customer_folded": given.customer.casefold(),
        "origination": given.origination,
        "workbook_id": workbook_id,
    }


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
