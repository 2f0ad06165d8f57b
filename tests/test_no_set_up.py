from pathlib import Path

import pytest

from boekbrug.adapters.local.no_set_up import NoSetUp
from boekbrug.server.workflow.ports import UnreachableError


def test_a_file_is_attached_and_never_connected():
    with pytest.raises(UnreachableError) as refused:
        NoSetUp(Path("acme.xlsx")).prove()
    assert refused.value.permanent
    assert refused.value.sentence == (
        "acme.xlsx: found an .xlsx file, allowed: a Google Sheet. Attach a file with "
        "`boekbrug workbook attach`."
    )
