"""All records of one database, by what they are about."""

import sqlalchemy as sa

from boekbrug.server.records.agreement import Agreement, agreement_of
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.backups import Backups
from boekbrug.server.records.closings import DossierClosings
from boekbrug.server.records.connections import Connections
from boekbrug.server.records.database import ping
from boekbrug.server.records.details import Details
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.numbers import DossierNumbers
from boekbrug.server.records.prices import Prices
from boekbrug.server.records.register import Register
from boekbrug.server.records.run_controls import RunControls
from boekbrug.server.records.run_files import RunFiles
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.wallet import Wallet


class Records:
    """The records, each kind behind its own object; `dossier` binds to one dossier."""

    def __init__(self, engine: sa.Engine, *, has_fee: bool = True) -> None:
        """Read and write that database, of a server whose exports cost something or nothing."""
        self._engine = engine
        self.has_fee = has_fee
        self.register = Register(engine)
        self.connections = Connections(engine)
        self.runs = Runs(engine)
        self.details = Details(engine)
        self.controls = RunControls(engine)
        self.files = RunFiles(engine)
        self.fence = Fence(engine)
        self.wallet = Wallet(engine)
        self.prices = Prices(engine)
        self.backups = Backups(engine)

    def ping(self) -> None:
        """Ask the database whether it is there; see `database.ping`."""
        ping(self._engine)

    def agreement(self) -> Agreement:
        """Look whether the records agree with themselves; see `agreement`."""
        return agreement_of(self._engine)

    def numbers(self, dossier_id: int) -> DossierNumbers:
        """Return the customers' numbers of one dossier."""
        return DossierNumbers(self._engine, dossier_id)

    def closings(self, dossier_id: int) -> DossierClosings:
        """Return up to which day the books of one dossier are closed."""
        return DossierClosings(self._engine, dossier_id)

    def dossier(self, dossier_id: int) -> DossierRecords:
        """Return the records of one dossier; nobody else's are reached through them."""
        return DossierRecords(self._engine, dossier_id, has_fee=self.has_fee)
