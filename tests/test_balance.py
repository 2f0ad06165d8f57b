from dataclasses import replace
from decimal import Decimal

import pytest
from bookkeeping_support import document, planned, workbook

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.balance import UnbalancedError, check_balance


def booked():
    batch = planned(workbook(document())).batch
    assert batch is not None
    return batch.documents[0]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"net": Decimal("99.99")}, "revenue 100.00 against 99.99"),
        ({"vat_total": Decimal("21.01")}, "VAT 21.00 against 21.01"),
        ({"gross": Decimal("121.01")}, "gross 121.00 against 121.01"),
        (
            {"vat": (), "vat_total": ZERO, "gross": Decimal(100)},
            "the base of H21 0.00 against 100.00",
        ),
    ],
)
def test_a_cent_that_does_not_balance_stops_everything(broken, said):
    with pytest.raises(UnbalancedError, match=f"invoice 2026/18 does not balance: {said}"):
        check_balance(replace(booked(), **broken))
