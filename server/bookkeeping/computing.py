"""What a document comes to, in its own currency: nets, discounts, and VAT in both modes.

Nothing here knows what the sheet says was printed, or what is booked where in the end: that is
`printed` and `posting`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO, largest
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.discounts import (
    AccountOf,
    RateOf,
    amount_off,
    cash_discount_off,
    percent_off,
)
from boekbrug.server.bookkeeping.model import Document, Line, Workbook
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import LineKind, VatMode
from boekbrug.server.bookkeeping.vat import (
    CodeVat,
    Part,
    Share,
    rate_of,
    share_of,
    vat_by_code,
    vat_total,
)

LOWERS_VAT = {"BE": True}
"""Where an offered cash discount lowers the base of the VAT whether it is taken or not (rule B6):
Belgium, VAT Code article 28, 1°. Elsewhere VAT is due on the whole until the discount is taken."""


@dataclass(frozen=True, slots=True)
class Computed:
    """The amounts of a document.

    `shares` are its lines and discounts in the order of `shares_of`, a cash discount that lowers
    the base of VAT among them; `by_code` is what they come to.
    """

    shares: tuple[Share, ...]
    by_code: Mapping[str, CodeVat]

    def net(self, mode: VatMode) -> Decimal:
        """Return what is booked as net in that mode: the bases, with the cash discount in them."""
        taken_off = sum((one.net for one in self.shares if one.part is Part.CASH_DISCOUNT), ZERO)
        return sum((code.base_in(mode) for code in self.by_code.values()), ZERO) - taken_off

    def vat(self, mode: VatMode) -> Decimal:
        """Return the VAT in that mode."""
        return vat_total(self.by_code, mode)


def compute(document: Document, workbook: Workbook, country: str) -> Computed:
    """Return what the document comes to.

    Args:
        document: as typed; lines of text add nothing.
        workbook: for settings and VAT codes.
        country: the seller's.
    """
    settings = workbook.settings
    shares = [share for _, share in shares_of(document, workbook)]
    discount_account = discount_account_of(workbook)
    shares += percent_off(document.discount_percent, shares, discount_account)
    rates = rates_of(workbook)
    shares += amount_off(document.discount_amount, shares, discount_account, rates)
    if document.cash_discount and cash_discount_lowers_vat(settings, country):
        shares += cash_discount_off(document.cash_discount, shares, rates)
    by_code = vat_by_code(shares, workbook.vat_codes, settings.vat_scheme)
    return Computed(tuple(shares), by_code)


def shares_of(document: Document, workbook: Workbook) -> list[tuple[Line, Share]]:
    """Return each line that is no text with what it adds, in an order of their own.

    Where rounding leaves a cent that could stand in two places it takes the first: so that is the
    highest rate, then by VAT code and account, and never the row that happens to stand above.
    """
    pairs = [
        (line, share_of(line, account_of(line, document, workbook)))
        for line in document.lines
        if line.kind is not LineKind.TEXT
    ]
    codes = workbook.vat_codes
    return sorted(pairs, key=lambda pair: (-codes[pair[0].vat_code].rate, *_place(*pair)))


def _place(line: Line, share: Share) -> tuple[object, ...]:
    """Return what tells a line from others of its rate; lines that are equal in it are alike."""
    typed = line.vat if line.vat is not None else ZERO
    amounts = -share.net, -share.exact, line.vat is None, typed
    names = line.cost_centre, line.cost_unit, line.project, line.description
    return share.vat_code, share.account, share.part, share.includes_vat, *amounts, *names


def cash_discount_lowers_vat(settings: Settings, country: str) -> bool:
    """Return whether an offered cash discount lowers the base: by Settings, else by the law."""
    asked = settings.cash_discount_lowers_vat
    return LOWERS_VAT.get(country, False) if asked is None else asked


def account_of(line: Line, document: Document, workbook: Workbook) -> str:
    """Return the account of a line, or ''.

    It is its own, else the VAT code's, else the customer's, else the default one; a discount
    line's is that of its code's discounts.
    """
    if line.account:
        return line.account
    if line.is_discount:
        return discount_account_of(workbook)(line.vat_code)
    if suggested := workbook.vat_codes[line.vat_code].suggested_account:
        return suggested
    customer = workbook.customers[document.customer].default_account
    return customer or workbook.settings.default_revenue_account


def names_account(line: Line, workbook: Workbook) -> bool:
    """Whether a line's account is its own or its code's, so that the customer's is not asked."""
    suggested = workbook.vat_codes[line.vat_code].suggested_account
    return bool(line.account or line.is_discount or suggested)


def codes_of(document: Document, workbook: Workbook) -> list[VatCode]:
    """Return the VAT codes of a document's lines, each once, in their order."""
    names = dict.fromkeys(line.vat_code for line in document.lines if line.vat_code)
    return [workbook.vat_codes[name] for name in names]


def discount_account_of(workbook: Workbook) -> AccountOf:
    """Return what finds the account of a code's discounts: the code's own, else that of all."""
    general = workbook.settings.discount_account
    return lambda code: workbook.vat_codes[code].discount_account or general


def rates_of(workbook: Workbook) -> RateOf:
    """Return what finds the rate of a code that becomes VAT."""
    return lambda code: rate_of(workbook.vat_codes[code], workbook.settings.vat_scheme)


def booked_nets(
    computed: Computed, workbook: Workbook, mode: VatMode
) -> list[tuple[Share, Decimal]]:
    """Return what is booked of each share: its net, so that each code adds up to its base.

    VAT taken out of a sum can differ by cents from VAT taken out of its parts: that goes to the
    largest share of the code.
    """
    scheme = workbook.settings.vat_scheme
    booked: list[tuple[Share, Decimal]] = []
    for name, code in computed.by_code.items():
        rate = rate_of(workbook.vat_codes[name], scheme)
        shares = [one for one in computed.shares if one.vat_code == name]
        nets = [share.net_alone(rate) for share in shares]
        nets[largest(nets)] += code.base_in(mode) - sum(nets, ZERO)
        booked += zip(shares, nets, strict=True)
    return [(share, net) for share, net in booked if share.part is not Part.CASH_DISCOUNT]


def with_vat(computed: Computed, vat: Mapping[str, Decimal], mode: VatMode) -> Computed:
    """Return the amounts with another VAT on some codes, in that mode."""
    by_code = {
        name: _with(code, vat[name], mode) if name in vat else code
        for name, code in computed.by_code.items()
    }
    return replace(computed, by_code=by_code)


def with_bases(
    computed: Computed, bases: Mapping[str, Decimal], nets: Mapping[str, Decimal], mode: VatMode
) -> Computed:
    """Return the amounts with another base and net on some codes, by cents.

    Args:
        computed: the amounts.
        bases: of VAT, by code, in that mode.
        nets: what is booked, by the same codes: more than the base by a cash discount.
        mode: how VAT is rounded.
    """
    shares, by_code = list(computed.shares), dict(computed.by_code)
    for name, base in bases.items():
        code = by_code[name]
        more = base - code.base_in(mode)
        places = [at for at, share in enumerate(shares) if share.vat_code == name]
        off = [at for at in places if shares[at].part is Part.CASH_DISCOUNT]
        booked = [at for at in places if at not in off]
        off = [at for at in off if not shares[at].includes_vat]
        more_net = more
        if off:
            taken_off = sum((shares[at].net for at in off), ZERO)
            more_off = base - nets[name] - taken_off
            shares[off[0]] = _with_cents(shares[off[0]], more_off)
            more_net = more - more_off
        at = booked[largest([shares[place].net for place in booked])]
        shares[at] = _with_cents(shares[at], more_net)
        by_code[name] = replace(
            code, base=code.base + more, base_on_total=code.base_on_total + more
        )
    return Computed(tuple(shares), by_code)


def exact_by_code(computed: Computed, workbook: Workbook) -> dict[str, Decimal]:
    """Return the base of each code before any rounding."""
    scheme, exact = workbook.settings.vat_scheme, dict.fromkeys(computed.by_code, ZERO)
    for share in computed.shares:
        rate = rate_of(workbook.vat_codes[share.vat_code], scheme)
        exact[share.vat_code] += share.exact_net(rate)
    return exact


def _with_cents(share: Share, cents: Decimal) -> Share:
    return replace(share, net=share.net + cents)


def _with(code: CodeVat, vat: Decimal, mode: VatMode) -> CodeVat:
    if mode is VatMode.ON_LINES:
        return replace(code, on_lines=vat)
    return replace(code, on_total=vat)
