"""Random batches for the property tests of the programs."""

from decimal import Decimal

from hypothesis import strategies as st
from programs_support import ACCOUNT_NAMES, WINBOOKS_CODES, batch, document, vat

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, RevenueRow
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import Kind

amounts = st.decimals("-999999.99", "999999.99", places=2)
texts = st.text(st.characters(codec="cp1252"), max_size=60)


@st.composite
def documents(draw: st.DrawFn, position: int) -> BookedDocument:
    """Draw a document whose VAT is any amount: no module may compute it again."""
    rows = draw(st.lists(_revenue_rows, min_size=1, max_size=4))
    vats = [
        vat(code, str(sum(row.net for row in rows if row.vat_code == code)), str(tax))
        for code in sorted({row.vat_code for row in rows})
        for tax in [draw(amounts) if WINBOOKS_CODES[code].rate else Decimal("0.00")]
    ]
    return document(
        f"2026/{position}",
        sequence=position,
        origin=Origin("Invoices", position),
        kind=draw(st.sampled_from(Kind)),
        revenues=rows,
        vats=vats,
        text=draw(texts),
    )


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """Draw up to four documents of one customer."""
    count = draw(st.integers(0, 4))
    return batch(*(draw(documents(position)) for position in range(1, count + 1)))


_revenue_rows = st.builds(
    RevenueRow,
    account=st.sampled_from(sorted(ACCOUNT_NAMES)),
    vat_code=st.sampled_from(sorted(WINBOOKS_CODES)),
    net=amounts,
)
