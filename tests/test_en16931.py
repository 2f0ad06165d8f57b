"""Public example invoices of EN 16931: what the issuers printed is what we compute, to the cent.

The documents that the model cannot express are listed with the reason; the list may only shrink.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import (
    CODES,
    SETTINGS,
    customer,
    document,
    line,
    only,
    planned,
    said,
    vat_code,
    workbook,
)
from reference_support import reference

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.computing import Computed, compute
from boekbrug.server.bookkeeping.model import Document, Line, Printed
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Kind, LineKind, Treatment, VatMode

TREATMENTS = {
    "S": Treatment.DOMESTIC,
    "Z": Treatment.ZERO_RATE,
    "E": Treatment.EXEMPT,
    "AE": Treatment.REVERSE_CHARGE_DOMESTIC,
    "O": Treatment.OUTSIDE_VAT,
}
Name = tuple[str, str]
"""Set and file, by which a document is known."""

OTHERWISE = {
    "xrechnung/technical-cases__cius__01.06_minimal_test_ubl.xml": (
        # The issuer's own cent: 19 % of 3986.34 is 757.4046.
        "tax_total 757.41, ours 757.40; tax_inclusive 4743.75, ours 4743.74; "
        "S 19 3986.34 757.41, ours 3986.34 757.40"
    ),
}
"""What we compute otherwise than the issuer, without the printed amounts to go by."""

NEGATIVE = (
    "Invoices, row 2, Kind: found an invoice with a total of {total}, allowed: a total of 0.00 or "
    "more. Correct the lines, or make it a credit note."
)
REFUSED = {
    "peppol_bis3/base-negative-inv-correction.xml": NEGATIVE.format(total="-1656.25"),
    "en16931/ubl/examples/BIS3_Invoice_negativ.XML": NEGATIVE.format(total="-782179.43"),
    "en16931/test/testfiles/BIS_Billing_30-Kreditering_med_negativ_faktura.xml": NEGATIVE.format(
        total="-10834.90"
    ),
}
"""What the plan refuses although it is a valid document: an invoice below zero (rule B7)."""


@dataclass(frozen=True)
class Issued:
    """A document as its issuer printed it, and as the model has it."""

    header: dict[str, str]
    typed: Document
    codes: dict[str, VatCode]
    taxed: dict[str, tuple[Decimal, Decimal]]

    @property
    def computed(self) -> Computed:
        return compute(
            self.typed,
            workbook(self.typed, customers=[customer()], vat_codes=self.codes),
            "BE",
        )


def table(name: str) -> list[dict[str, str]]:
    with reference("data", "real", "en16931", f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def by_document(name: str) -> dict[Name, list[dict[str, str]]]:
    rows: defaultdict[Name, list[dict[str, str]]] = defaultdict(list)
    for row in table(name):
        rows[row["set"], row["file"]].append(row)
    return rows


def code_of(row: dict[str, str]) -> str:
    rate = Decimal(row["vat_percent"] or 0).normalize()
    return f"{row['vat_category']} {rate:f}"


def issued() -> Iterator[Issued]:
    lines, allowances, subtotals = map(by_document, ("lines", "allowances", "vat_subtotals"))
    for header in table("headers"):
        name = header["set"], header["file"]
        rows = [*lines[name], *allowances[name], *subtotals[name]]
        codes = {
            code_of(row): vat_code(
                code_of(row), 0, TREATMENTS.get(row["vat_category"], Treatment.DOMESTIC)
            )
            for row in rows
        }
        rated = {name: replaced(code, Decimal(name.split()[1])) for name, code in codes.items()}
        taxed: dict[str, tuple[Decimal, Decimal]] = {}
        for row in subtotals[name]:
            base, vat = taxed.get(code_of(row), (ZERO, ZERO))
            taxed[code_of(row)] = base + Decimal(row["taxable"]), vat + Decimal(row["tax"])
        yield Issued(header, typed(header, lines[name], allowances[name]), CODES | rated, taxed)


def replaced(code: VatCode, rate: Decimal) -> VatCode:
    return VatCode(
        origin=code.origin, code=code.code, name=code.name, rate=rate, treatment=code.treatment
    )


def typed(
    header: dict[str, str], lines: list[dict[str, str]], allowances: list[dict[str, str]]
) -> Document:
    parts = [line("0", code_of(row), net=Decimal(row["net_amount"])) for row in lines]
    parts += map(allowance, allowances)
    return document(
        "2026/1",
        *parts,
        kind=Kind.INVOICE if header["kind"] == "Invoice" else Kind.CREDIT_NOTE,
        issued_on=date.fromisoformat(header["issue_date"]),
        payable_rounding=Decimal(header["rounding"] or 0),
        printed=Printed(
            Decimal(header["tax_exclusive"]),
            Decimal(header["tax_total"]),
            Decimal(header["tax_inclusive"]),
        ),
    )


def allowance(row: dict[str, str]) -> Line:
    is_charge = row["charge"] == "true"
    amount = Decimal(row["amount"])
    return line(
        "0",
        code_of(row),
        net=amount if is_charge else -amount,
        kind=LineKind.CHARGE if is_charge else LineKind.DISCOUNT,
    )


def unlike(one: Issued) -> str:
    """Return what we compute otherwise than the issuer, or ''."""
    computed, mode = one.computed, VatMode.ON_TOTAL
    printed = {
        name: Decimal(one.header[name]) for name in ("tax_exclusive", "tax_total", "tax_inclusive")
    }
    ours = {
        "tax_exclusive": computed.net(mode),
        "tax_total": computed.vat(mode),
        "tax_inclusive": computed.net(mode) + computed.vat(mode),
    }
    found = [
        f"{name} {printed[name]}, ours {ours[name]}" for name in ours if printed[name] != ours[name]
    ]
    by_code = {
        name: (code.base_in(mode), code.vat(mode)) for name, code in computed.by_code.items()
    }
    found += [
        f"{name} {' '.join(map(str, amounts))}, ours {' '.join(map(str, by_code[name]))}"
        for name, amounts in one.taxed.items()
        if by_code.get(name) != amounts
    ]
    return "; ".join(found)


def test_every_document_that_the_model_can_express_is_equal_to_the_cent():
    documents = list(issued())
    assert len(documents) == 105
    found = {
        f"{one.header['set']}/{one.header['file']}": unlike(one) for one in documents if unlike(one)
    }
    assert found == OTHERWISE


def test_every_document_is_booked_as_it_was_printed_or_refused_with_a_reason():
    refused = {}
    for one in issued():
        settings = replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)
        sheet = workbook(one.typed, settings=settings, vat_codes=one.codes)
        plan = planned(sheet, period=Period(date(2000, 1, 1), date(2030, 1, 1)))
        if plan.batch is None:
            refused[f"{one.header['set']}/{one.header['file']}"] = said(plan.blocking)[0]
            continue
        booked = only(plan)
        rounding = Decimal(one.header["rounding"] or 0)
        assert booked.gross == Decimal(one.header["tax_inclusive"]) + rounding
        assert booked.vat_total == Decimal(one.header["tax_total"])
    assert refused == REFUSED
