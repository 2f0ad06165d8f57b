"""Databases to test on, and small plans to carry out: a team, a dossier, documents by number."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from example_firm import DOSSIER
from postgres_support import PostgresServer

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.plan import Charge, GivenId, Origination, Plan
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import Dossier, Period
from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Selection, VatMode
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.commit import Export
from boekbrug.server.records.database import migrate, open_database
from boekbrug.server.records.entries import Action, Run, RunRequest, WorkbookEntry
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.register import Register
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.wallet import Wallet

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
FEE = Decimal("0.12")
PRICES = (
    Price(date(2020, 1, 1), Kind.INVOICE, Decimal("0.10")),
    Price(date(2026, 1, 1), Kind.INVOICE, FEE),
)
REQUEST = RunRequest(period=OCTOBER)
ROOMS = count(1)

BOTH = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "records.sqlite"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine, PRICES)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> str:
    engine = open_database(postgres_server.fresh_database())
    migrate(engine, PRICES)
    engine.dispose()
    return str(engine.url.database)


@pytest.fixture(params=BOTH)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database without any table; each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'records.sqlite'}"
    else:
        url = request.getfixturevalue("postgres_url")
    engine = open_database(url)
    yield engine
    engine.dispose()


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A migrated database with its first prices; each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "records.sqlite")
        url = f"sqlite:///{path}"
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        url = server.fresh_database(request.getfixturevalue("postgres_template"))
    engine = open_database(url)
    yield engine
    engine.dispose()


@dataclass(frozen=True, slots=True)
class Room:
    """A team with one dossier and one workbook, and the records of that dossier."""

    engine: sa.Engine
    workbook: WorkbookEntry
    records: DossierRecords

    @property
    def dossier_id(self) -> int:
        return self.workbook.dossier_id

    def press(self, action: Action = Action.EXPORT, *, webhook_id: str | None = None) -> Run:
        return (
            Runs(self.engine)
            .press(
                self.workbook,
                action,
                REQUEST,
                webhook_id=webhook_id or f"msg_{next(ROOMS)}",
                body_digest="b1",
                pressed_by="an@acme.example",
                now=NOW,
            )
            .run
        )

    def pressed_and_fenced(self) -> str:
        run_id = self.press().id
        assert Fence(self.engine).take(self.dossier_id, run_id, NOW) is None
        return run_id

    def commit(self, plan: Plan, run_id: str, *, now: datetime = NOW) -> int:
        export = Export(
            run_id=run_id,
            plan=plan,
            totals=TOTALS,
            files=FILES,
            period=OCTOBER,
            code_version="0.1.0",
            layout_version=1,
            programs=("winbooks",),
            now=now,
        )
        return self.records.commit(export)

    def balance(self) -> Decimal:
        return Wallet(self.engine).balance(self.workbook.team.id)


def room(engine: sa.Engine, *, balance: str = "10.00", credit_limit: str = "0.00") -> Room:
    """Add a team with that much money, a dossier and a workbook."""
    team = f"team-{next(ROOMS)}"
    register = Register(engine)
    register.add_team(team, "Acme bv", credit_limit=Decimal(credit_limit), now=NOW)
    if Decimal(balance):
        Wallet(engine).top_up(team, Decimal(balance), "bank transfer", now=NOW)
    register.add_dossier(dossier(f"{team}/winbooks"), now=NOW)
    workbook = register.attach_workbook(
        f"{team}/winbooks",
        kind="excel",
        location=f"/sheets/{team}.xlsx",
        folder="/files",
        workbook_id=f"wb-{team}",
        now=NOW,
    )
    return Room(engine, workbook, DossierRecords(engine, workbook.dossier_id))


def dossier(key: str) -> Dossier:
    return replace(DOSSIER, key=key)


TOTALS = Totals(
    documents=1,
    net=Decimal("100.00"),
    vat=Decimal("21.00"),
    gross=Decimal("121.00"),
    vat_by_code={"211400": Decimal("21.00")},
    debit=Decimal("121.00"),
    credit=Decimal("121.00"),
)
FILES = (
    ExportFile("CSF.TXT", b"caf\xe9\r\n"),
    ExportFile("2026-10 Export 1 WinBooks Acme.zip", b"PK\x03\x04\x00", "application/zip"),
)


def key(number: str) -> DocumentKey:
    return DocumentKey("invoice:", "", number)


def customer(name: str, external_id: str) -> Customer:
    return Customer(
        origin=Origin("Customers", 2),
        key=name,
        name=name,
        kind=CustomerKind.COMPANY,
        country="BE",
        external_id=external_id,
    )


def booked(number: str, buyer: Customer, *, kind: Kind = Kind.INVOICE) -> BookedDocument:
    """Return a document of 100.00 and 21.00 VAT."""
    series = "invoice:" if kind is Kind.INVOICE else "credit note:CN"
    return BookedDocument(
        origin=Origin("Invoices", 7),
        key=DocumentKey(series, "", number),
        number=number,
        kind=kind,
        year=2026,
        sequence=1,
        number_pattern="",
        journal="VEN",
        issued_on=date(2026, 10, 5),
        due_on=date(2026, 11, 4),
        period=10,
        book_year="",
        customer=buyer,
        text=f"Factuur {number}",
        reference="",
        receivable_account="400000",
        revenue=(),
        vat=(),
        net=Decimal("100.00"),
        vat_total=Decimal("21.00"),
        gross=Decimal("121.00"),
        vat_mode=VatMode.ON_LINES,
        digest=f"digest of {number}",
    )


def plan(
    number: int,
    documents: Sequence[BookedDocument],
    *,
    given: Sequence[GivenId] | None = None,
    charged: Sequence[DocumentKey] = (),
    digest: str = "",
) -> Plan:
    """Return the plan of export `number`; documents that were `charged` before cost nothing.

    Without `given` every customer takes the number that the document names.
    """
    buyers = {document.customer.key: document.customer for document in documents}
    charges = tuple(
        Charge(document.key, FEE if document.kind is Kind.INVOICE else ZERO)
        for document in documents
        if document.key not in charged
    )
    if given is None:
        given = [typed(buyer.key, buyer.external_id) for buyer in buyers.values()]
    return Plan(
        selection=Selection.NEW,
        batch=Batch(
            number=number,
            dossier=DOSSIER,
            period=OCTOBER,
            language="nl",
            documents=tuple(documents),
            customers=tuple(buyers.values()),
            account_names={},
            vat_codes={},
        ),
        rows=(),
        given_ids=tuple(given),
        charges=charges,
        fee=sum((charge.amount_eur for charge in charges), ZERO),
        content_digest=digest or f"content of {number}",
        parameters={"winbooks": {"Invoice journal": "VEN"}},
        customer_digests={name: f"{name} in {number}" for name in buyers},
    )


def typed(name: str, external_id: str) -> GivenId:
    return GivenId(customer=name, external_id=external_id, origination=Origination.TYPED)


GARAGE = customer("Garage Maes", "100001")
BAKERY = customer("Bakkerij Janssens", "100002")
ONE = plan(1, [booked("2026/1", GARAGE)])
"""A first export, of one document."""


def table_counts(engine: sa.Engine) -> dict[str, int]:
    """Return how many rows each of our tables has: nothing stored means nothing changed."""
    with engine.connect() as connection:
        names = [name for name in sa.inspect(connection).get_table_names() if "boekbrug" in name]
        return {
            name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in names
        }


def second_workbook(here: Room) -> Room:
    entry = Register(here.engine).attach_workbook(
        here.workbook.dossier.key,
        kind="excel",
        location=f"{here.workbook.location} (2)",
        folder="/files",
        workbook_id=f"{here.workbook.id}-2",
        now=NOW,
    )
    return Room(here.engine, entry, here.records)
