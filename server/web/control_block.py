"""The control totals on the page of a run, and `GET /runs/<id>/controls`, the same as JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flask import Response

from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.ports import Service
from boekbrug.server.web.reader import Reader
from boekbrug.server.web.runs import opened_run

NOTHING: Mapping[str, Any] = {"controls": None, "ec_sales_list": [], "oss": [], "cents": None}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; an amount stands at the right."""

    text: str
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headers; `note` stands under it, or is ''."""

    title: str
    headers: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """All of it in the reader's language; `read_back` is '' while no file was written."""

    title: str
    signed: str
    read_back: str
    tables: tuple[Table, ...]


def show_controls(service: Service, run_id: str) -> Response:
    """Answer the control tables of a run; `controls` is null while nothing adds up."""
    run = opened_run(service, run_id)
    return json_answer(service.office.controls(run.id) or NOTHING)


def control_block(
    content: Mapping[str, Any] | None, language: str, *, has_files: bool
) -> Block | None:
    """Return what the page shows of a run's control tables, None when it has none.

    Args:
        content: as the run keeps it.
        language: the reader's.
        has_files: whether there are files, which have been read back then.
    """
    if content is None:
        return None
    words = _Words(language)
    lists = (_deposits(content, words), *_lists(content, words))
    tables = (*_totals(content["controls"], words), *lists)
    return Block(
        title=words.say("controls"),
        signed=words.say("controls signed"),
        read_back=words.say("controls read back") if has_files else "",
        tables=tuple(table for table in tables if table.rows or table.note),
    )


class _Words(Reader):
    """Says what the cells of a table hold."""

    def amount(self, amount: str) -> Cell:
        return Cell(self.money(amount), is_amount=True)

    def rate(self, rate: str) -> str:
        return self.say("controls rate", rate=Decimal(rate)) if rate else ""

    def table(
        self,
        title: str,
        columns: str,
        rows: Iterable[tuple[str | Cell, ...]],
        note: str = "",
    ) -> Table:
        """Return a table; `columns` are the keys of its headers, with a comma between."""
        cells = tuple(
            tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows
        )
        amounts = [one.is_amount for one in cells[0]] if cells else []
        names = [self.say(f"column {name}") for name in columns.split(", ")]
        headers = tuple(Cell(*one) for one in zip(names, amounts, strict=False))
        return Table(self.say(title), headers, cells, note)


def _totals(found: Mapping[str, Any], words: _Words) -> Iterable[Table]:
    amount = words.amount
    yield words.table(
        "controls of codes",
        "VAT code, rate, net, base, VAT",
        (
            (
                one["vat_code"] or words.say("controls rounding"),
                words.rate(one["rate"]),
                *(amount(one[name]) for name in ("net", "base", "vat")),
            )
            for one in found["vat_codes"]
        ),
    )
    yield words.table(
        "controls of rates",
        "rate, country, base, VAT",
        (
            (words.rate(one["rate"]), one["country"], amount(one["base"]), amount(one["vat"]))
            for one in found["rates"]
        ),
    )
    yield _journals(found, words)
    yield words.table(
        "controls of accounts",
        "account, name, debit, credit",
        (
            (one["account"], one["name"], amount(one["debit"]), amount(one["credit"]))
            for one in found["accounts"]
        ),
    )
    yield _boxes(found, words)


def _journals(found: Mapping[str, Any], words: _Words) -> Table:
    return words.table(
        "controls of journals",
        "journal, invoices, credit notes, net, VAT, total",
        (
            (
                one["journal"],
                *(Cell(str(one[name]), is_amount=True) for name in ("invoices", "credit_notes")),
                *(words.amount(one[name]) for name in ("net", "vat", "gross")),
            )
            for one in found["journals"]
        ),
    )


def _boxes(found: Mapping[str, Any], words: _Words) -> Table:
    without = tuple(found["without_box"])
    return words.table(
        "controls of boxes",
        "box, what, amount",
        (
            (one["box"], words.say(f"controls box of {one['of']}"), words.amount(one["amount"]))
            for one in found["boxes"]
        ),
        words.say("controls without box", codes=without) if without else "",
    )


def _lists(content: Mapping[str, Any], words: _Words) -> Iterable[Table]:
    amount, only_these = words.amount, words.say("controls of this export")
    sold, oss, cents = content["ec_sales_list"], content["oss"], content["cents"]
    yield words.table(
        "controls of sales list",
        "period, VAT number, customer, letter, amount",
        (
            (
                _period(one, words),
                *(one["vat_number"], one["customer"], one["letter"]),
                amount(one["base"]),
            )
            for one in sold
        ),
        only_these if sold else "",
    )
    yield words.table(
        "controls of oss",
        "period, country, rate, base, VAT",
        (
            (
                *(_period(one, words), one["country"], words.rate(one["rate"])),
                *(amount(one["base"]), amount(one["vat"])),
            )
            for one in oss
        ),
        only_these if oss else "",
    )
    shown = len(cents["largest"])
    is_cut = shown < cents["count"]
    yield words.table(
        "controls of cents",
        "document, what",
        ((one["number"], one["sentence"]) for one in cents["largest"]),
        words.say("controls largest", shown=shown, count=cents["count"]) if is_cut else "",
    )


def _deposits(content: Mapping[str, Any], words: _Words) -> Table:
    return words.table(
        "controls of deposits",
        "customer, account, VAT code, currency, invoiced, deducted, left",
        (
            (
                *(one["customer"], one["account"], one["vat_code"], one["currency"]),
                *(words.amount(one[name]) for name in ("invoiced", "deducted", "left")),
            )
            for one in content.get("open_deposits", ())
        ),
    )


def _period(one: Mapping[str, Any], words: _Words) -> str:
    period: str = one["period"]
    return words.say("controls in part", period=period) if one["is_part"] else period
