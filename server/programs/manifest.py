"""The manifest: what a batch's files hold, for machines, and enough to rebuild records from."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.bookkeeping.cents import explained
from boekbrug.server.programs.control_tables import cent_table, control_tables
from boekbrug.server.programs.textfile import money
from boekbrug.server.programs.verify import differences, expected_totals
from boekbrug.server.wording.said import spoken_or_english

MANIFEST_NAME = "manifest.json"


def manifest(
    batch: Batch,
    files: Sequence[ExportFile],
    totals: Totals,
    *,
    program: str,
    parameters: Mapping[str, str],
    code_version: str,
) -> ExportFile:
    """Return `manifest.json`: amounts are texts with two decimals, negative for credit notes.

    `totals` are read back from the files; whether they are those of the batch is said in it.
    """
    is_equal = not differences(expected_totals(batch), totals)
    content = {
        "batch": batch.number,
        **({"rehearsal": True} if batch.is_rehearsal else {}),
        **({"replaces": batch.replaces} if batch.replaces else {}),
        "dossier": {
            "key": batch.dossier.key,
            "legal_name": batch.dossier.legal_name,
            "vat_number": batch.dossier.vat_number,
        },
        "period": {
            "from": batch.period.first.isoformat(),
            "to": batch.period.last.isoformat(),
        },
        "program": program,
        "code_version": code_version,
        "parameters": dict(parameters),
        "totals": _totals(totals),
        "read_back": "equal" if is_equal else "different",
        **control_tables(batch),
        "cents": _cents(batch),
        "documents": [_document(document) for document in batch.documents],
        "files": [_file(file) for file in files],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return ExportFile(MANIFEST_NAME, text.encode(), "application/json")


def _cents(batch: Batch) -> dict[str, Any]:
    lines = explained(batch.documents, batch.dossier.currency)
    return cent_table(lines, spoken_or_english(batch.language))


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "documents": totals.documents,
        "net": money(totals.net),
        "vat": money(totals.vat),
        "gross": money(totals.gross),
        "vat_by_code": {code: money(vat) for code, vat in sorted(totals.vat_by_code.items())},
        "debit": money(totals.debit),
        "credit": money(totals.credit),
    }


def _document(document: BookedDocument) -> dict[str, Any]:
    sign = document.kind.sign
    return {
        "series": document.key.series,
        "book_year": document.key.book_year,
        "number": document.number,
        "key": document.key.number,
        "kind": document.kind.value,
        "date": document.issued_on.isoformat(),
        "customer": document.customer.key,
        "external_id": document.customer.external_id,
        "net": money(sign * document.net),
        "vat": money(sign * document.vat_total),
        "gross": money(sign * document.gross),
        "digest": document.digest,
        **_texts_of_law(document),
    }


def _texts_of_law(document: BookedDocument) -> dict[str, Any]:
    """Return what the law wants the document to say, by VAT code and for all of it."""
    rows = [
        {"vat_code": row.vat_code, "text": row.law_text, "vatex_code": row.vatex}
        for row in document.vat
        if row.law_text or row.vatex
    ]
    whole = {"text_of_law": document.law_text} if document.law_text else {}
    return whole | ({"texts_of_law": rows} if rows else {})


def _file(file: ExportFile) -> dict[str, Any]:
    digest = hashlib.sha256(file.content).hexdigest()
    return {"name": file.name, "size": len(file.content), "sha256": digest}
