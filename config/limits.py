"""The limits and the first prices, from `limits.toml` and `tariff.toml` beside this file."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.bookkeeping.terms import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of everything that one server accepts; `limits.toml` says why.

    Attributes:
        body_bytes_max: of a webhook's body.
        presses_per_minute_max: per workbook.
        connect_tries_per_hour_max: wrong connection codes per address of the network.
        connect_code_days: how long a connection code is good.
        waiting_runs_max: open runs of the whole server.
        file_bytes_max: of an .xlsx file.
        uncompressed_bytes_max: of an .xlsx file's contents.
        rows_max: per tab.
        lines_max: invoice lines per export.
        documents_max: invoices and credit notes per export.
        lines_in_flight_max: lines of all runs that one process executes at once.
        page_rows_max: per page of a list.
        link_days: how long a signed link opens.
        run_detail_days: how long documents and problems of a run are kept.
    """

    body_bytes_max: int
    presses_per_minute_max: int
    connect_tries_per_hour_max: int
    connect_code_days: int
    waiting_runs_max: int
    file_bytes_max: int
    uncompressed_bytes_max: int
    rows_max: int
    lines_max: int
    documents_max: int
    lines_in_flight_max: int
    page_rows_max: int
    link_days: int
    run_detail_days: int


@cache
def limits() -> Limits:
    """Return the limits of `limits.toml`.

    Raises:
        TypeError: a limit is missing there, or one stands there that nobody reads.
    """
    return Limits(**_read("limits.toml"))


@cache
def tariff() -> tuple[Price, ...]:
    """Return the prices of `tariff.toml`, in the order of the file."""
    return tuple(
        Price(row["since"], Kind(row["kind"]), Decimal(row["amount_eur"]))
        for row in _read("tariff.toml")["price"]
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("boekbrug.config") / name).read_text(encoding="utf-8"))
