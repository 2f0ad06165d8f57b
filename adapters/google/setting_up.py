"""Set-up of a Google Sheet, carried out: one read, one batch."""

import json
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from gspread.urls import SPREADSHEET_URL

from boekbrug.adapters.google.client import SheetsClient
from boekbrug.adapters.google.present import PRESENT_FIELDS
from boekbrug.adapters.google.set_up import Step, plan_column, plan_set_up
from boekbrug.server.workbook.first_sheet import FirstTab, column_named
from boekbrug.server.workflow.ports import SetUpDone

SHEET_IDS = 2**31
"""Google numbers tabs below that."""


class GoogleSetUp:
    """Sets up and repairs a Google Sheet (see `SetUpPort`); for one thread, like its client."""

    def __init__(
        self,
        client: SheetsClient,
        spreadsheet_id: str,
        *,
        programs: Collection[str],
        wait_for_a_read: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the sheet of that id; nothing is read yet.

        Args:
            client: makes the calls.
            spreadsheet_id: from the sheet's address.
            programs: the names of the installed program modules.
            wait_for_a_read: returns when the server may ask Google for something again.
        """
        self._client = client
        self._id = spreadsheet_id
        self._programs = tuple(programs)
        self._wait_for_a_read = wait_for_a_read

    def prove(self) -> None:
        """Add a tab and delete it in one batch: who may not edit may not, and nothing is left."""
        name = uuid.uuid4()
        sheet_id = name.int % SHEET_IDS
        tab = {"sheetId": sheet_id, "title": f"Boekbrug {name}"}
        made = {"addSheet": {"properties": tab}}, {"deleteSheet": {"sheetId": sheet_id}}
        self._client.batch_update(self._id, {"requests": made})

    def set_up(self, tabs: Sequence[FirstTab], language: str) -> SetUpDone:
        """Add and repair what the sheet lacks of these tabs."""
        steps, readers = plan_set_up(self._present(), tabs, self._programs, language)
        return SetUpDone(self._carry_out(steps), readers)

    def add_column(self, tab: str, header: str, language: str) -> SetUpDone:
        """Add one of the columns that the first sheet does without, by its English names.

        Raises:
            ValueError: no tab may have that column.
        """
        column = column_named(tab, header, self._programs)
        if column is None:
            raise ValueError(f"{tab} has no column {header}")
        steps, readers = plan_column(self._present(), tab, column, self._programs, language)
        return SetUpDone(self._carry_out(steps), readers)

    def _present(self) -> Mapping[str, Any]:
        self._wait_for_a_read()
        url = SPREADSHEET_URL % self._id
        asked = {"fields": PRESENT_FIELDS, "prettyPrint": "false"}
        answer: Mapping[str, Any] = json.loads(self._client.request("get", url, asked).content)
        return answer

    def _carry_out(self, steps: Sequence[Step]) -> tuple[str, ...]:
        """Do everything in one call: all of it happens, or nothing."""
        made = [request for step in steps for request in step.requests]
        if made:
            # Never sent again, not even when Google did nothing: after a wait the look is old, and
            # a column that somebody inserted meanwhile would get another's header, list and format.
            # The step is repeated instead, and looks again.
            self._client.batch_update(self._id, {"requests": made})
        return tuple(step.words for step in steps)
