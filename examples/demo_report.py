"""What the demo shows at its end, and whether all of it really happened."""

import urllib.request
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from press import DemoError, console, items
from python_calamine import CalamineWorkbook
from rich.table import Table

PRICE_EUR = Decimal("0.12")


def report(exported: Mapping[str, Any], before: Path, workbook: Path, files: Path) -> None:
    """Show what was exported, numbered, charged and left out; name the files."""
    documents = list(items(exported["documents_url"]))
    console.print(_exported_table(documents, exported))
    console.print(_numbered_table(before, workbook))
    console.print(_left_out_table(documents))
    for problem in items(exported["problems_url"]):
        console.print(f"{problem['weight']}: {problem['sentence']}", markup=False)
    _tell_from_tabs(workbook, exported["export"]["number"])
    console.print("\n[bold]Look at[/]")
    for file in exported["export"]["files"]:
        console.print(f"  {_delivered(file, files)}", markup=False)
    console.print(f"  {workbook}  (tabs Start, Check, Exports, Balance)")


def _exported_table(documents: list[dict[str, Any]], exported: Mapping[str, Any]) -> Table:
    table = Table(title=f"Export {exported['export']['number']}", title_justify="left")
    for header in ("Month", "Invoices", "Credit notes", "Net", "VAT", "Total", "Cost"):
        table.add_column(header, justify="left" if header == "Month" else "right")
    taken = [one for one in documents if one["selected"]]
    if len(taken) != exported["result"]["invoices"] + exported["result"]["credit_notes"]:
        raise DemoError("the export does not hold the documents that it lists")
    for month in sorted({one["issued_on"][:7] for one in taken}):
        table.add_row(month, *_sums([one for one in taken if one["issued_on"].startswith(month)]))
    table.add_section()
    table.add_row("Together", *_sums(taken))
    charged = Decimal(exported["result"]["fee"])
    if charged != Decimal(_sums(taken)[-1]):
        raise DemoError(f"EUR {charged} was charged, which is not the price of these documents")
    return table


def _sums(documents: list[dict[str, Any]]) -> list[str]:
    invoices = sum(1 for one in documents if one["kind"] == "invoice")
    amounts = [sum(Decimal(one[name]) for one in documents) for name in ("net", "vat", "gross")]
    counts = [str(invoices), str(len(documents) - invoices)]
    return [*counts, *(f"{amount:.2f}" for amount in (*amounts, invoices * PRICE_EUR))]


def _numbered_table(before: Path, after: Path) -> Table:
    """Return the customers whose number stands in the sheet now and did not before."""
    had = _numbers(before)
    table = Table("Customer", "Accountant's no.", title="Numbered", title_justify="left")
    given = {number: name for name, number in _numbers(after).items() if not had[name]}
    for number in sorted(filter(None, given)):
        table.add_row(given[number], number)
    if not table.row_count:
        raise DemoError("no customer got a number in the sheet")
    return table


def _numbers(path: Path) -> dict[str, str]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Customers").to_python()
    customer, number = (rows[0].index(header) for header in ("Customer", "Accountant's no."))
    return {str(row[customer]): str(row[number]) for row in rows[1:]}


def _left_out_table(documents: list[dict[str, Any]]) -> Table:
    table = Table("Number", "Customer", "State", "Why", title="Left out", title_justify="left")
    for one in documents:
        if not one["selected"]:
            table.add_row(one["number"], one["customer"], one["state"], one["reason"])
    if not table.row_count:
        raise DemoError("nothing was left out, though two invoices are on hold")
    return table


def _tell_from_tabs(workbook: Path, number: int) -> None:
    """Prove that the server's own tabs tell of the export."""
    sheets = CalamineWorkbook.from_path(workbook)
    for tab, said in (("Start", f"Export {number} is ready"), ("Balance", f"Export {number}")):
        cells = [str(cell) for row in sheets.get_sheet_by_name(tab).to_python() for cell in row]
        if not any(cell.startswith(said) for cell in cells):
            raise DemoError(f"tab {tab} does not tell of export {number}")
    exports = sheets.get_sheet_by_name("Exports").to_python()
    if str(exports[1][0]) != str(number) or not sheets.get_sheet_by_name("Check").to_python():
        raise DemoError("the tabs Check and Exports were not written")


def _delivered(file: Mapping[str, str], files: Path) -> Path:
    """Return where the file is, once it is what the server gives under Download."""
    (path,) = files.rglob(file["name"])
    with urllib.request.urlopen(file["url"], timeout=30) as answer:  # noqa: S310 - our own server
        if answer.read() != path.read_bytes():
            raise DemoError(f"{path} is not the file that the server keeps")
    return path
