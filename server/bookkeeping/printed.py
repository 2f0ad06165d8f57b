"""The amounts as printed on the document against the computed ones (rules B3 and B12).

What was printed is what the customer pays. When the printed amounts are those of the other way of
rounding VAT, that way is taken for the document. A difference within the tolerance of Settings is
taken too, with a warning: the printed VAT stands on the code with the largest base, and what is
left goes to the rounding account. Anything else is an error with the figures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.computing import Computed, with_vat
from boekbrug.server.bookkeeping.model import Document, Printed
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at, term_in_words
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import VatMode
from boekbrug.server.bookkeeping.vat import CodeVat
from boekbrug.server.wording.said import Said, said

ROUNDED_ON_TOTAL_SINCE = {"BE": date(2026, 1, 1)}
"""Where structured e-invoices must be rounded per rate: Royal Decree of 8 July 2025 (Belgium)."""

OF_CENTS = "vat-rounded-on-lines"
"""The code of the warning that rounding on the lines is cents away from what the law wants."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """How VAT is rounded on a document, its amounts, and what the printed ones need beside them.

    `rounding` is what the printed net is above the computed one; `problems` may block.
    `as_computed` are the amounts before anything was taken from invoices or print; `remainder` is
    the VAT that was then added so that the credited invoices end at 0.00, `unsettled` what is left
    of theirs because something else is printed.
    """

    mode: VatMode
    computed: Computed
    rounding: Decimal
    problems: tuple[Problem, ...]
    as_computed: Mapping[str, CodeVat] = field(default_factory=dict)
    remainder: Decimal = ZERO
    unsettled: Decimal = ZERO


def agree(
    document: Document, computed: Computed, alone: Computed, settings: Settings, country: str
) -> Agreed:
    """Return what is booked of the document, as far as its printed amounts allow it.

    `alone` are the amounts before anything was taken from the credited invoices: a cent that they
    leave over is none of rounding. What is printed goes before what they leave.
    """
    preferred = settings.vat_mode_on(document.issued_on)
    other = VatMode.ON_TOTAL if preferred is VatMode.ON_LINES else VatMode.ON_LINES
    ways = [(computed, preferred), (alone, preferred), (alone, other)]
    for amounts, mode in ways:
        if not _differences(document.printed, amounts, mode):
            found = _cent_warning(document, alone, mode, country)
            remainder = amounts.vat(mode) - alone.vat(mode)
            return Agreed(mode, amounts, ZERO, tuple(found), remainder=remainder)
    amounts, mode = min(ways, key=lambda one: _distance(document.printed, *one))
    taken = _as_printed(document, amounts, mode, settings)
    if taken is not None:
        return replace(taken, remainder=amounts.vat(mode) - alone.vat(mode))
    found = _printed_problems(document, computed, (preferred, other), settings)
    return Agreed(preferred, computed, ZERO, tuple(found))


def _as_printed(
    document: Document, computed: Computed, mode: VatMode, settings: Settings
) -> Agreed | None:
    """Return the document with its printed amounts, or None when they cannot be taken."""
    printed = document.printed
    net, vat = _amounts_printed(printed, computed.net(mode), computed.vat(mode))
    adds_up = printed.total is None or printed.total == net + vat
    differences = _differences(printed, computed, mode)
    is_close = all(abs(typed - ours) <= settings.tolerance for _, typed, ours in differences)
    carrying = {name: code for name, code in computed.by_code.items() if code.vat(mode)}
    if not adds_up or not is_close or (vat != computed.vat(mode) and not carrying):
        return None
    if carrying:
        # Of equal bases the first: the codes stand in the order of `shares_of`.
        name = max(carrying, key=lambda one: abs(carrying[one].base_in(mode)))
        ours = carrying[name].vat(mode)
        computed_vat = computed.vat(mode)
        computed = with_vat(computed, {name: ours + vat - computed_vat}, mode)
    return Agreed(mode, computed, net - computed.net(mode), (_taken(document, differences),))


def _amounts_printed(printed: Printed, net: Decimal, vat: Decimal) -> tuple[Decimal, Decimal]:
    """Return net and VAT by the printed amounts, and by the computed ones where none says it."""
    if printed.vat is not None:
        vat = printed.vat
    elif printed.net is not None and printed.total is not None:
        vat = printed.total - printed.net
    if printed.net is not None:
        net = printed.net
    elif printed.total is not None:
        net = printed.total - vat
    return net, vat


def _differences(
    printed: Printed, computed: Computed, mode: VatMode
) -> list[tuple[str, Decimal, Decimal]]:
    """Return header, printed and computed amount wherever they differ."""
    net, vat = computed.net(mode), computed.vat(mode)
    pairs = (
        ("Net as printed", printed.net, net),
        ("VAT as printed", printed.vat, vat),
        ("Total as printed", printed.total, net + vat),
    )
    return [
        (header, typed, ours)
        for header, typed, ours in pairs
        if typed is not None and typed != ours
    ]


def _distance(printed: Printed, computed: Computed, mode: VatMode) -> Decimal:
    differences = _differences(printed, computed, mode)
    return sum((abs(typed - ours) for _, typed, ours in differences), ZERO)


def _taken(document: Document, differences: list[tuple[str, Decimal, Decimal]]) -> Problem:
    header, typed, ours = differences[0]
    return coded_at(
        document.origin,
        header,
        "printed-amount-taken",
        severity=Severity.WARNING,
        found=typed,
        computed=ours,
        cents=abs(typed - ours),
    )


def _printed_problems(
    document: Document, computed: Computed, modes: tuple[VatMode, VatMode], settings: Settings
) -> Iterator[Problem]:
    """Yield each printed amount that differs; of the modes the first is that of Settings."""
    printed = document.printed
    preferred, other = modes
    alternatives = {header: ours for header, _, ours in _differences(printed, computed, other)}
    for header, typed, ours in _differences(printed, computed, preferred):
        alternative = alternatives.get(header, ours)
        is_one = alternative == ours
        yield coded_at(
            document.origin,
            header,
            "printed-amount-differs" if is_one else "printed-amount-differs-either-way",
            found=typed,
            computed=ours,
            mode=term_in_words(preferred),
            alternative=alternative,
            other_mode=term_in_words(other),
            tolerance=settings.tolerance,
        )


def _cent_warning(
    document: Document, computed: Computed, mode: VatMode, country: str
) -> Iterator[Problem]:
    since = ROUNDED_ON_TOTAL_SINCE.get(country)
    if since is None or document.issued_on < since or mode is VatMode.ON_TOTAL:
        return
    on_lines, on_total = computed.vat(VatMode.ON_LINES), computed.vat(VatMode.ON_TOTAL)
    if on_lines != on_total:
        yield coded_at(
            document.origin,
            "Number",
            OF_CENTS,
            severity=Severity.WARNING,
            on_lines=on_lines,
            on_total=on_total,
            differences=tuple(differing_cents(_more_on_lines(computed.by_code))),
            since=since.isoformat(),
        )


def differing_cents(more_on_lines: Mapping[str, Decimal]) -> Iterator[Said]:
    """Yield how far each code's VAT on the lines is from that on the total, where it is."""
    for code, more in more_on_lines.items():
        if more:
            sign = "+" if more > 0 else "-"
            yield said("difference of a code", vat_code=code, sign=sign, cents=abs(more))


def _more_on_lines(by_code: Mapping[str, CodeVat]) -> dict[str, Decimal]:
    return {code: amounts.on_lines - amounts.on_total for code, amounts in by_code.items()}
