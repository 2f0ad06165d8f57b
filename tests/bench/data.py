"""Lines to load: as a firm has them, all different, and every one wrong; the same each time."""

from collections.abc import Callable
from random import Random

from boekbrug.server.workbook.cells import Cell, Cells, Tab
from boekbrug.server.workbook.layout import FoundTab, find_layout
from boekbrug.server.workbook.schemas import schemas_for

HEADERS = (
    *("Invoice", "Description", "Quantity", "Unit price", "Discount %", "VAT", "Account"),
    "Problem",
)
LINES_OF_AN_INVOICE = 10
PRODUCTS = 1_500
Line = tuple[Cell, ...]
WRONG: tuple[Cell, ...] = ("n/a", "1.234", True, "12.5.1")
VAT: tuple[Cell, ...] = ("H21", "H21", "M12", "L6", 21.0)


def real(dice: Random, number: int) -> Line:
    """Return a line of a catalogue; a third has a text of its own, one in a hundred is wrong."""
    product = dice.randrange(PRODUCTS)
    text = f"Product {product}" if dice.random() < 0.7 else f"Product {product}, order {number}"
    price: Cell = round(1 + product * 0.37, 2)
    if dice.random() < 0.01:
        price = dice.choice(WRONG)
    account = dice.choice(["700000", 700100.0, None])
    discount = dice.choice([None, None, None, 5.0, "10 %"])
    vat = dice.choice(VAT)
    return (_invoice(number), text, float(dice.randint(1, 40)), price, discount, vat, account, None)


def unique(dice: Random, number: int) -> Line:
    """Return a line of which invoice, text, quantity, price and discount stand nowhere else."""
    quantity, price = 1 + number / 1_000, round(5 + number * 0.01 + dice.random() / 1e4, 6)
    discount = 1 + number * 0.000_9
    return (f"2026/{number + 1}", f"Line {number}", quantity, price, discount, "H21", None, None)


def wrong(dice: Random, number: int) -> Line:
    """Return a line with a price that is refused."""
    invoice, text, quantity, _, *others = real(dice, number)
    return (invoice, text, quantity, dice.choice(WRONG), *others)


def tab_of(make: Callable[[Random, int], Line], line_count: int) -> FoundTab:
    """Return tab Lines with that many lines below its headers."""
    dice = Random(2026)
    rows = [HEADERS, *(make(dice, number) for number in range(line_count))]
    cells = Cells((Tab("Lines", tuple(zip(*rows, strict=True))),))
    layout, _ = find_layout(cells, {"Lines": schemas_for(())["Lines"]})
    return layout.tabs["Lines"]


def _invoice(number: int) -> str:
    return f"2026/{number // LINES_OF_AN_INVOICE + 1}"
