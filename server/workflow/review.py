"""The tabs that the server owns, as texts: Start, Check, Exports and Balance.

They repeat what the records hold, in the words that people read; `Start` also carries what tells
a copied or restored workbook from the one that was attached.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.problems import rows_in_words
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.records.entries import Action, DocumentDetail, ProblemDetail, Run
from boekbrug.server.records.ledger_entries import BatchEntry, WalletEntry
from boekbrug.server.wording.said import LANGUAGES, Said, in_language, said, spoken_or_english
from boekbrug.server.workbook.cells import TabContent
from boekbrug.server.workbook.first_sheet import SERVER_HEADERS
from boekbrug.server.workbook.layout import StartLabel
from boekbrug.server.workbook.start import TITLE, start_rows
from boekbrug.server.workflow.cost import cost_in_words, outlook_in_words
from boekbrug.server.workflow.ends import listed_at_once, unlisted

HELD_MAX = 50
_AMOUNT = re.compile(r"[-+]?\d+\.\d\d", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredExport:
    """A batch as tab Exports shows it; `replaced_by` is the number of an export, 0 for none."""

    batch: BatchEntry
    pressed_by: str
    is_delivered: bool
    replaced_by: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one run tells the workbook; `exports` and `wallet` newest first.

    `external_ids` maps customer to number; it and `exported_customers` have casefolded names.
    `balance` is in EUR, None on a server without a fee; `outlook` says how far it goes.
    `controls` are the run's control tables, None when nothing adds up. `following` are the
    problems that only their rows show. `set_up` says how far set-up is. `supplier_numbers` are
    those that the accountant's program has for suppliers. `language` is the one that people read.
    """

    run: Run
    dossier: Dossier
    team: str
    workbook_id: str
    told_at: datetime
    page_url: str
    documents: tuple[DocumentDetail, ...]
    problems: tuple[ProblemDetail, ...]
    following: tuple[ProblemDetail, ...] = ()
    exports: tuple[StoredExport, ...]
    wallet: tuple[WalletEntry, ...]
    balance: Decimal | None
    outlook: str = ""
    controls: Mapping[str, Any] | None = None
    set_up: str = ""
    supplier_numbers: NumberRange | None = None
    external_ids: Mapping[str, str]
    exported_customers: frozenset[str]
    highest_external_id: str
    language: str


def start_tab(report: Report, check: str) -> TabContent:
    """Return tab Start: column A says what, column B how it stands.

    Args:
        report: what the run tells.
        check: what the sheet calls its tab Check.
    """
    run = report.run
    last = report.exports[0].batch if report.exports else None
    to_fix = sum(1 for problem in report.problems if problem.weight == "blocking")
    when = _local(report.told_at, report.dossier)
    action = said(f"action {run.action}")
    rows = start_rows(
        (f"{TITLE} - {report.team}", said("dossier", name=report.dossier.key)),
        {
            "Set-up": report.set_up,
            "Last run": said("run by", action=action, when=when, who=run.pressed_by),
            "Result": run.sentence,
            "Question?": said("quote", code=run.code),
            "To fix": _to_fix(to_fix, check),
            "Last export": _export_in_words(last) if last else said("none yet"),
            "Balance": _balance_in_words(report),
            "Page of this run": report.page_url,
            StartLabel.WORKBOOK_ID.value: report.workbook_id,
            StartLabel.LAST_BATCH_DIGEST.value: last.content_digest if last else "",
            StartLabel.HIGHEST_NUMBER.value: report.highest_external_id,
        },
        report.language,
    )
    return TabContent("Start", rows)


def _balance_in_words(report: Report) -> str:
    if report.balance is None:
        return ""
    key = "balance and outlook" if report.outlook else "euro"
    return said(key, amount=report.balance, outlook=report.outlook)


def _to_fix(count: int, check: str) -> Said:
    return said("count to fix", count=count, check=check) if count else said("nothing")


def check_tab(report: Report) -> TabContent:
    """Return tab Check: what to fix, worst first, then what was counted."""
    shown = report.problems[: listed_at_once(report.run.result)]
    rows = [_problem_row(problem) for problem in shown]
    if more := unlisted(report.run.result):
        rows.append(("", more, "", "", ""))
    if not shown:
        rows.append(("OK", "", said("nothing wrong"), "", ""))
    if not any(problem.weight == "blocking" for problem in report.problems):
        rows += [("", "", "", "", ""), *_count_rows(report), *_cost_rows(report.run)]
    if since := report.run.result.get("since"):
        batch, told = since["batch"], said("new changed vanished", **since)
        rows.append((said("since that export", batch=batch), told, "", "", ""))
    asked = (said("label Question?"), said("quote", code=report.run.code), "", "", "")
    return _tab("Check", [*rows, ("", "", "", "", ""), asked], report)


def exports_tab(report: Report, answers: Mapping[str, str]) -> TabContent:
    """Return tab Exports, newest first; what people typed as the accountant's answer stays."""
    rows = [
        _export_row(export, report.dossier, answers.get(str(export.batch.number), ""))
        for export in report.exports
    ]
    return _tab("Exports", rows, report)


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
    return _tab("Balance", rows, report)


def _tab(title: str, rows: Iterable[tuple[str, ...]], report: Report) -> TabContent:
    """Return the tab with its headers, in the language that people read."""
    headers = tuple(said(f"header {header}") for header in SERVER_HEADERS[title])
    told = (tuple(_told(cell, report.language) for cell in row) for row in (headers, *rows))
    return TabContent(title, tuple(told))


def _told(cell: str, language: str) -> str:
    """Return a cell in a language: a sentence, or an amount with that language's decimal mark."""
    if _AMOUNT.fullmatch(cell):
        return cell.replace(".", LANGUAGES[spoken_or_english(language)].decimal)
    return in_language(cell, language)


def _problem_row(problem: ProblemDetail) -> tuple[str, ...]:
    rows = rows_in_words(problem.rows) if problem.rows else ""
    where = tuple(filter(None, (problem.tab, rows, problem.column)))
    return (
        said(f"weight {problem.weight}"),
        said("place", parts=where),
        problem.found,
        problem.allowed,
        problem.cure,
    )


def _count_rows(report: Report) -> list[tuple[str, ...]]:
    listed = report.documents
    taken = [one for one in listed if one.selected and one.kind]
    rows: list[tuple[str, ...]] = [
        (said("documents taken"), str(len(taken)), "", "", ""),
        (said("header Net"), str(sum((one.net for one in taken), ZERO)), "", "", ""),
        (said("header VAT"), str(sum((one.vat for one in taken), ZERO)), "", "", ""),
        (said("header Total incl. VAT"), str(sum((one.gross for one in taken), ZERO)), "", "", ""),
    ]
    rows += _control_rows(report.controls) if report.controls else []
    held = [one for one in listed if one.state in {State.ON_HOLD, State.LEFT_OUT}]
    before = sum(1 for one in listed if one.state == State.BEFORE_BOEKBRUG.value)
    rows += [(said("left out"), one.number, one.reason, "", "") for one in held[:HELD_MAX]]
    if before:
        many = said("one document" if before == 1 else "documents", count=before)
        rows.append((said("left out"), many, said("before first date"), "", ""))
    return rows


def _cost_rows(run: Run) -> list[tuple[str, ...]]:
    told = cost_in_words(run.result), outlook_in_words(run.result)
    costs = run.action is Action.CHECK and told[0] is not None
    return [(said("header Cost"), *(one or "" for one in told), "", "")] if costs else []


def _control_rows(content: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the VAT of each code with its base, and the documents with the largest cents."""
    rows: list[tuple[str, ...]] = [
        (
            said("check VAT of code", vat_code=one["vat_code"]),
            one["vat"],
            said("controls base of code", base=Decimal(one["base"])),
            "",
            "",
        )
        for one in content["controls"]["vat_codes"]
        if one["vat_code"]
    ]
    rows += [
        (said("check deposit"), one["left"], said("controls deposit of", **one), "", "")
        for one in content.get("open_deposits", ())
    ]
    cents = content["cents"]
    label = said("check cents")
    if count := cents["count"]:
        key = "controls one cent line" if count == 1 else "controls cent lines"
        rows.append((label, said(key, count=count), "", "", ""))
    rows += [(label, one["number"], one["sentence"], "", "") for one in cents["largest"]]
    return rows


def _export_row(export: StoredExport, dossier: Dossier, answer: str) -> tuple[str, ...]:
    batch = export.batch
    return (
        str(batch.number),
        _local(batch.made_at, dossier),
        export.pressed_by,
        _days(batch),
        str(batch.invoices),
        str(batch.credit_notes),
        *(str(amount) for amount in (batch.totals.net, batch.totals.vat, batch.totals.gross)),
        str(batch.fee),
        ", ".join(batch.file_names),
        _state(export),
        answer,
    )


def _state(export: StoredExport) -> Said:
    if export.replaced_by:
        return said("replaced by", number=export.replaced_by)
    state = said("is delivered" if export.is_delivered else "waits for download")
    replaces = export.batch.replaces
    return said("and replaces", state=state, number=replaces) if replaces else state


def _export_in_words(batch: BatchEntry) -> Said:
    return said("export of", number=batch.number, days=_days(batch), files=batch.file_names)


def _days(batch: BatchEntry) -> Said:
    first, last = batch.period.first.isoformat(), batch.period.last.isoformat()
    return said("from to", first=first, last=last)


def _local(at: datetime, dossier: Dossier) -> str:
    return f"{at.astimezone(ZoneInfo(dossier.zone)):%Y-%m-%d %H:%M}"
