"""What the steps reach outside: ports, the clock, the operator's words. Built by the assembly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boekbrug.server.bookkeeping.presets import day_in
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.programs.protocol import Program
from boekbrug.server.records.entries import Action, Run, WorkbookEntry
from boekbrug.server.workflow.ports import FilesPort, Purpose, SetUpPort, WorkbookPort
from boekbrug.server.workflow.preparation import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLimits:
    """The most that one run takes, and for how long its details are kept."""

    lines_max: int
    documents_max: int
    detail_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The outside of one server.

    `open_workbook` is told what for: exports come first where the outside may be asked only so
    often. `now` returns an instant with its zone. `page_url` returns the link that opens a run.
    """

    open_workbook: Callable[[WorkbookEntry, Purpose], WorkbookPort]
    open_files: Callable[[WorkbookEntry], FilesPort]
    open_set_up: Callable[[WorkbookEntry], SetUpPort]
    programs: Mapping[str, Program]
    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    page_url: Callable[[Run], str]
    operator_contact: str
    top_up_text: str
    code_version: str
    run_limits: RunLimits

    def workbook_of(self, run: Run, entry: WorkbookEntry) -> WorkbookPort:
        """Return the workbook that the run reads or writes."""
        purpose = Purpose.EXPORT if run.action is Action.EXPORT else Purpose.OTHER
        return self.open_workbook(entry, purpose)

    def surroundings(self, dossier: Dossier) -> Surroundings:
        """Return what a preparation for this dossier takes from outside; today is the zone's."""
        return Surroundings(
            programs=self.programs,
            today=self.day_in(dossier, self.now()),
            top_up_text=self.top_up_text,
            code_version=self.code_version,
        )

    @staticmethod
    def day_in(dossier: Dossier, at: datetime) -> date:
        """Return the day that an instant falls on in the dossier's zone."""
        return day_in(dossier, at)
