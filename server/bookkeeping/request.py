"""What is asked of a plan: the days, the documents, and what somebody gave their word for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.number_ranges import ANY_NUMBER, NumberRange
from boekbrug.server.bookkeeping.replacing import NOTHING, Replacing
from boekbrug.server.bookkeeping.rewriting import UNASKED, Rewriting
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.bookkeeping.told import NEVER_TOLD, LastTold


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What is asked, and the day (in the dossier's zone) whose prices count.

    `parameters` are the program modules' parameters, program to label to text.
    `one_book_year`, `one_period` when a program's file holds no more than one. `top_up_text` is
    the operator's own sentence on how to fill the balance. `number_range` are the numbers that
    customers can be given. `left_out` are documents that no program takes, each with the reason.
    `documents` are the numbers of the only ones to take, none for all; `hold` those of documents
    to put on hold first. `replacing` is the export whose place this one takes, `rewriting` the
    word for customers that are all written again. `told` is what the workbook was told last.
    """

    period: Period
    selection: Selection
    today: date
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    one_book_year: bool = True
    one_period: bool = False
    top_up_text: str = ""
    workbook_id: str = ""
    number_range: NumberRange = ANY_NUMBER
    left_out: Mapping[DocumentKey, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    replacing: Replacing = NOTHING
    rewriting: Rewriting = UNASKED
    told: LastTold = NEVER_TOLD

    @property
    def latest(self) -> date:
        """Today, or the last day of the period if that is later."""
        return max(self.today, self.period.last)
