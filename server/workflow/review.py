"""The tabs that the server owns, as texts: Start, Check, Exports and Balance.

They repeat what the records hold, in the words that people read; `Start` also carries what tells
a copied or restored workbook from the one that was attached.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from boekbrug.server.bookkeeping.model import ZERO, Dossier
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.problems import rows_in_words
from boekbrug.server.records.entries import DocumentDetail, ProblemDetail, Run
from boekbrug.server.records.ledger_entries import BatchEntry, WalletEntry
from boekbrug.server.workbook.cells import TabContent
from boekbrug.server.workbook.first_sheet import SERVER_HEADERS
from boekbrug.server.workbook.layout import StartLabel
from boekbrug.server.workbook.start import TITLE, start_rows

KINDS = {"blocking": "To fix", "warning": "Good to know", "later": "For later"}
HELD_MAX = 50
PROBLEMS_MAX = 500
"""More sentences than anybody reads; the page of the run has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredExport:
    """A batch as tab Exports shows it."""

    batch: BatchEntry
    pressed_by: str
    is_delivered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one run tells the workbook; `exports` and `wallet` newest first.

    `external_ids` maps customer to number; it and `exported_customers` have casefolded names.
    `set_up` says how far set-up is.
    """

    run: Run
    dossier: Dossier
    team: str
    workbook_id: str
    told_at: datetime
    page_url: str
    documents: tuple[DocumentDetail, ...]
    problems: tuple[ProblemDetail, ...]
    exports: tuple[StoredExport, ...]
    wallet: tuple[WalletEntry, ...]
    balance: Decimal
    set_up: str = ""
    external_ids: Mapping[str, str]
    exported_customers: frozenset[str]
    highest_external_id: str


def start_tab(report: Report) -> TabContent:
    """Return tab Start: column A says what, column B how it stands."""
    run = report.run
    last = report.exports[0].batch if report.exports else None
    to_fix = sum(1 for problem in report.problems if problem.weight == "blocking")
    when = _local(report.told_at, report.dossier)
    rows = start_rows(
        (f"{TITLE} - {report.team}", f"dossier {report.dossier.key}"),
        {
            "Set-up": report.set_up,
            "Last run": f"{run.action.words}, {when}, by {run.pressed_by}",
            "Result": run.sentence,
            "Question?": f"Quote {run.code}",
            "To fix": f"{to_fix}, see tab Check" if to_fix else "nothing",
            "Last export": _export_in_words(last) if last else "none yet",
            "Balance": f"EUR {report.balance}",
            "Page of this run": report.page_url,
            StartLabel.WORKBOOK_ID.value: report.workbook_id,
            StartLabel.LAST_BATCH_DIGEST.value: last.content_digest if last else "",
            StartLabel.HIGHEST_NUMBER.value: report.highest_external_id,
        },
    )
    return TabContent("Start", rows)


def check_tab(report: Report) -> TabContent:
    """Return tab Check: what to fix, worst first, then what was counted."""
    shown = report.problems[:PROBLEMS_MAX]
    rows = [SERVER_HEADERS["Check"], *(_problem_row(problem) for problem in shown)]
    if len(report.problems) > len(shown):
        more = len(report.problems) - len(shown)
        rows.append(("", f"and {more} more: see the page of this run", "", "", ""))
    if not shown:
        rows.append(("OK", "", "nothing wrong", "", ""))
    if not any(problem.weight == "blocking" for problem in report.problems):
        rows += [("", "", "", "", ""), *_count_rows(report.documents)]
    rows += [("", "", "", "", ""), ("Question?", f"Quote {report.run.code}", "", "", "")]
    return TabContent("Check", tuple(rows))


def exports_tab(report: Report, answers: Mapping[str, str]) -> TabContent:
    """Return tab Exports, newest first; what people typed as the accountant's answer stays."""
    rows = [
        _export_row(export, report.dossier, answers.get(str(export.batch.number), ""))
        for export in report.exports
    ]
    return TabContent("Exports", (SERVER_HEADERS["Exports"], *rows))


def balance_tab(report: Report) -> TabContent:
    """Return tab Balance, newest first."""
    rows = [
        (
            _local(entry.at, report.dossier)[:10],
            entry.reason,
            f"{entry.dossier} {entry.batch}" if entry.batch else "",
            str(entry.invoices) if entry.batch else "",
            f"{entry.amount:+}",
            str(entry.balance),
        )
        for entry in report.wallet
    ]
    return TabContent("Balance", (SERVER_HEADERS["Balance"], *rows))


def _problem_row(problem: ProblemDetail) -> tuple[str, ...]:
    where = [problem.tab, rows_in_words(problem.rows) if problem.rows else "", problem.column]
    return (
        KINDS[problem.weight],
        ", ".join(filter(None, where)),
        problem.found,
        problem.allowed,
        problem.cure,
    )


def _count_rows(documents: Iterable[DocumentDetail]) -> list[tuple[str, ...]]:
    listed = list(documents)
    taken = [one for one in listed if one.selected and one.kind]
    rows: list[tuple[str, ...]] = [
        ("Documents", str(len(taken)), "", "", ""),
        ("Net", str(sum((one.net for one in taken), ZERO)), "", "", ""),
        ("VAT", str(sum((one.vat for one in taken), ZERO)), "", "", ""),
        ("Total incl. VAT", str(sum((one.gross for one in taken), ZERO)), "", "", ""),
    ]
    held = [one for one in listed if one.state == State.ON_HOLD.value]
    before = sum(1 for one in listed if one.state == State.BEFORE_BOEKBRUG.value)
    rows += [("Left out", one.number, one.reason, "", "") for one in held[:HELD_MAX]]
    if before:
        many = "1 document" if before == 1 else f"{before} documents"
        rows.append(("Left out", many, "before the first document date", "", ""))
    return rows


def _export_row(export: StoredExport, dossier: Dossier, answer: str) -> tuple[str, ...]:
    batch = export.batch
    return (
        str(batch.number),
        _local(batch.made_at, dossier),
        export.pressed_by,
        f"{batch.period.first} to {batch.period.last}",
        str(batch.invoices),
        str(batch.credit_notes),
        *(str(amount) for amount in (batch.totals.net, batch.totals.vat, batch.totals.gross)),
        str(batch.fee),
        ", ".join(batch.file_names),
        "delivered" if export.is_delivered else "waits under Download",
        answer,
    )


def _export_in_words(batch: BatchEntry) -> str:
    files = ", ".join(batch.file_names)
    return f"Export {batch.number}, {batch.period.first} to {batch.period.last}: {files}"


def _local(at: datetime, dossier: Dossier) -> str:
    return f"{at.astimezone(ZoneInfo(dossier.zone)):%Y-%m-%d %H:%M}"
