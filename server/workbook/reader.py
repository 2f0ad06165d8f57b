"""A sheet's cells in, everything that people typed out, with every problem at once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from boekbrug.server.bookkeeping.books import Account, UnreadableCustomer
from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Dossier, book_years_of
from boekbrug.server.workbook.accounts import read_accounts, unknown_codes, with_codes
from boekbrug.server.workbook.cells import Cells, text_of
from boekbrug.server.workbook.codes import read_vat_codes
from boekbrug.server.workbook.customers import read_customers
from boekbrug.server.workbook.damage import find_damage
from boekbrug.server.workbook.document_columns import Books
from boekbrug.server.workbook.header_problems import header_problems
from boekbrug.server.workbook.invoices import read_invoices
from boekbrug.server.workbook.layout import FoundLayout, find_layout
from boekbrug.server.workbook.lines import read_lines
from boekbrug.server.workbook.registers import Register
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.setting_rules import as_spelt, misfits, unknown_customers
from boekbrug.server.workbook.settings import ReadSettings, read_settings, wrong_setting
from boekbrug.server.workbook.suppliers import Suppliers

LINE_ACCOUNTS = ("Discount account", "Default revenue account")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet holds and where it stands."""

    workbook: Workbook
    layout: FoundLayout


def read_workbook(
    cells: Cells,
    dossier: Dossier,
    *,
    programs: Collection[str],
    program_labels: Collection[str],
    supplier_numbers: NumberRange | None = None,
) -> Reading:
    """Return everything that people typed, validated, and where it stands in the sheet.

    `programs` are the names of the installed modules, `program_labels` the settings that belong to
    them, whose cells are kept as texts. `supplier_numbers` are the program's own for suppliers.
    """
    layout, problems = find_layout(cells, schemas_for(programs))
    damage = find_damage(cells, layout)
    read, setting_problems = read_settings(
        layout, dossier, programs=programs, program_labels=program_labels
    )
    suppliers = Suppliers(supplier_numbers)
    books, unreadable, found = _read_books(layout, read, dossier, programs, suppliers)
    lines = read_lines(layout, books.codes, books.accounts, read.settings)
    invoices = read_invoices(layout, books, lines)
    headers = header_problems(layout, read.settings.series)
    others = damage.others((*setting_problems, *found, *invoices.problems))
    workbook = Workbook(
        settings=books.settings,
        customers={one.key: one for one in books.customers.things.values()},
        accounts={one.number: one for one in books.accounts.things.values()},
        vat_codes={one.code: one for one in books.codes.register.things.values()},
        documents=invoices.documents,
        unreadable=invoices.unreadable,
        orphans=invoices.orphans,
        prepared=invoices.prepared,
        problems=(*problems, *headers, *damage.problems, *others),
        suppliers=tuple(suppliers.found),
        told=invoices.told,
        unreadable_customers=tuple(unreadable),
    )
    return Reading(workbook, layout)


def _read_books(
    layout: FoundLayout,
    read: ReadSettings,
    dossier: Dossier,
    programs: Collection[str],
    suppliers: Suppliers,
) -> tuple[Books, list[UnreadableCustomer], list[Problem]]:
    """Return everything that invoices refer to, rows that are no customers, what is wrong."""
    settings = read.settings
    accounts, allowing, account_problems = read_accounts(layout, settings.account_length)
    codes, code_problems = read_vat_codes(layout, accounts, dossier, programs)
    customers, unreadable, customer_problems = read_customers(
        layout, dossier, accounts, codes, suppliers
    )
    if allowing:
        accounts = with_codes(accounts, codes)
    books = Books(
        settings=as_spelt(settings, customers),
        years=book_years_of(settings, dossier),
        customers=customers,
        accounts=accounts,
        codes=codes,
        lines_title=layout.title("Lines"),
        currency=dossier.currency,
    )
    problems = [
        *_unknown_line_accounts(read, accounts),
        *misfits(read, dossier.country),
        *unknown_customers(read, customers),
        *account_problems,
        *unknown_codes(allowing, codes),
        *code_problems,
        *customer_problems,
    ]
    return books, unreadable, problems


def _unknown_line_accounts(read: ReadSettings, accounts: Register[Account]) -> Iterator[Problem]:
    """Yield a problem for each account of Settings that lines may get and tab Accounts lacks."""
    for name in LINE_ACCOUNTS:
        if name in read.rows:
            number = text_of(read.rows[name].cell("value"))
            if accounts.find(number) is None:
                code = "unknown-setting-account"
                yield wrong_setting(read.rows[name], code, title=accounts.title)
