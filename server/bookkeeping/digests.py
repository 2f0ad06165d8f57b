"""What makes two things the same: SHA-256 over their values in one canonical form.

A digest covers what the accountant's program is told, never where it stood in the sheet: a sorted
tab is the same tab.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.books import Customer, VatCode
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import CustomerExport

FIELD_DIGEST_LENGTH = 12
SCALARS = (str, int, bool, type(None))
NOT_WRITTEN = {"hold", "vat_day", "cents", "crediting", "law_text", "vatex", "is_deposit"}
"""What no program is told, because it decides or explains what is; and what follows from others."""


def digest_of(value: Any) -> str:
    """Return the SHA-256 of a value made of dataclasses, mappings, sequences and scalars."""
    canonical = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def customer_digest(customer: Customer) -> str:
    """Return the digest of what a program is told of a customer."""
    return digest_of(customer)


def field_digests(customer: Customer) -> dict[str, str]:
    """Return a short digest of each field that tells something of a customer, by its name.

    They show which fields are others than they were, and nothing of what stood in them.
    """
    return {
        name: digest_of([value])[:FIELD_DIGEST_LENGTH] for name, value in _plain(customer).items()
    }


def document_digest(document: BookedDocument) -> str:
    """Return the digest of a document and of its customer's number, but not of the rest of him.

    A customer who moved does not change his old invoices.
    """
    return digest_of([_plain(document) | {"customer": document.customer.external_id}])


def content_digest(
    batch: Batch,
    codes: Iterable[VatCode],
    parameters: Mapping[str, Mapping[str, str]],
    customer_export: CustomerExport,
) -> str:
    """Return the digest of everything that decides the files of a batch, but for its number.

    All customers of the documents count, whether this batch writes them or not: which ones are
    new and changed depends on the past, and the same documents are the same content.
    """
    asked = "" if customer_export is CustomerExport.NEW_AND_CHANGED else customer_export.value
    customers = {document.customer.key: document.customer for document in batch.documents}
    return digest_of(
        {
            "documents": [document.digest for document in batch.documents],
            "customers": customers,
            "accounts": batch.account_names,
            "codes": {code.code: code for code in codes},
            "parameters": parameters,
            "customers asked for": asked,
        }
    )


def _plain(value: Any) -> Any:
    if isinstance(value, SCALARS):  # first, and by far the most
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in _written(type(value))
            if _counts(getattr(value, field.name), field)
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


@cache
def _written(kind: type) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.name not in NOT_WRITTEN)


def _counts(value: Any, field: Field[Any]) -> bool:
    """Whether a field tells something: what is empty here was empty before there was the field."""
    is_empty = field.default_factory is not MISSING and value == field.default_factory()
    return not (isinstance(value, Origin) or value == field.default or is_empty)
