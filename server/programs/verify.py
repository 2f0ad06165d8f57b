"""The last look before a commit: what the files say, read back, against what was planned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.programs.protocol import Program


def verify(
    batch: Batch, files: Iterable[ExportFile], program: Program, parameters: Any
) -> tuple[str, ...]:
    """Return the differences between the files and the batch; empty when the files are right."""
    return differences(expected_totals(batch), program.totals(files, parameters))


def expected_totals(batch: Batch) -> Totals:
    """Return the control totals that every program's files must show, credit notes negative.

    `vat_by_code` holds the codes that carry VAT. Debit and credit count one row for the customer,
    one for each revenue row, and one for each VAT code of the program on each account.
    """
    signed = [(document, document.kind.sign) for document in batch.documents]
    booked = [amount for document in batch.documents for amount in _booked(document, batch)]
    return Totals(
        documents=len(batch.documents),
        net=sum((sign * document.net for document, sign in signed), ZERO),
        vat=sum((sign * document.vat_total for document, sign in signed), ZERO),
        gross=sum((sign * document.gross for document, sign in signed), ZERO),
        vat_by_code=_vat_by_code(batch),
        debit=sum((amount for amount in booked if amount > 0), ZERO),
        credit=-sum((amount for amount in booked if amount < 0), ZERO),
    )


def differences(expected: Totals, read_back: Totals) -> tuple[str, ...]:
    """Return one sentence for each control total that differs, and for files out of balance.

    A code whose VAT is 0.00 may stand in one of the two and not in the other.
    """
    planned, found = _figures(expected), _figures(read_back)
    sentences = [
        f"{figure}: the files say {found.get(figure, ZERO)}, "
        f"the plan says {planned.get(figure, ZERO)}."
        for figure in {**planned, **found}
        if planned.get(figure, ZERO) != found.get(figure, ZERO)
    ]
    if read_back.debit != read_back.credit:
        sentences.append(
            f"The files do not balance: debit {read_back.debit}, credit {read_back.credit}."
        )
    return tuple(sentences)


def _vat_by_code(batch: Batch) -> dict[str, Decimal]:
    by_code: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for document in batch.documents:
        for row in document.vat:
            if row.rate:
                code = batch.vat_codes[row.vat_code].program_code
                by_code[code] += document.kind.sign * row.vat
    return dict(by_code)


def _figures(totals: Totals) -> dict[str, Decimal | int]:
    by_code = {f"VAT of code {code}": amount for code, amount in totals.vat_by_code.items()}
    return {
        "Documents": totals.documents,
        "Net": totals.net,
        "VAT": totals.vat,
        "Gross": totals.gross,
        "Debit": totals.debit,
        "Credit": totals.credit,
        **by_code,
    }


def _booked(document: BookedDocument, batch: Batch) -> Iterator[Decimal]:
    yield document.kind.sign * document.gross
    for revenue in document.revenue:
        yield -document.kind.sign * revenue.net
    vat: defaultdict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)
    for row in document.vat:
        vat[batch.vat_codes[row.vat_code].program_code, row.account] += row.vat
    for amount in vat.values():
        yield -document.kind.sign * amount
