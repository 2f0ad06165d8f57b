"""Damage to one cell: what people, other programs and a copy from elsewhere put in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from fuzz.grid import EMPTY, Grid, Shown, Style, number, text
from fuzz.reading import DAYS

CellDamage = Callable[[Random, Shown], Shown]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Invoices": (
        *(
            "Number",
            "Kind",
            "Date",
            "Due",
            "Customer",
            "Net",
            "Net",
            "Net",
            "VAT",
            "VAT",
            "Account",
        ),
        *("Total as printed", "Net as printed", "VAT as printed", "Document discount %"),
        *("Reference", "Hold", "Description", "Currency", "Rate"),
        *("Supply date", "Document discount amount", "Payable rounding", "Already paid"),
        *("Your reference", "Payment term", "Credits"),
    ),
    "Lines": (
        *("Invoice", "Description", "Quantity", "Quantity", "Unit price", "Unit price"),
        *("Unit price", "Discount %", "Discount %", "VAT", "VAT", "Account"),
        *("Discount amount", "Net", "Total incl. VAT", "Includes VAT"),
    ),
    "VAT": ("Code", "Rate %", "Rate %", "Treatment", "Suggested account"),
    "Customers": ("Customer", "Kind", "VAT number", "Country", "Payment term", "Accountant's no."),
    "Settings": ("Setting", "Value", "Value"),
    "Accounts": ("Number", "Name", "Kind"),
}
WEIGHTS = {"Invoices": 10, "Lines": 10, "VAT": 3, "Customers": 3, "Settings": 2, "Accounts": 1}

SPACES = " \u00a0\u2009\u202f\u3000\t\n\r\u0085\u2028\u00ad\u200b\u2060\ufeff"
MARKS = "\u200e\u200f\u202a\u202c\u202d\u202e\u2066\u2067\u2069\u061c"
CONTROLS = ("_x0000_", "_x0001_", "_x000D_", "_x001F_", "_xFFFF_", "\x7f", "\x9f", "\ufffd")
EMOJI = ("\U0001f600", "\u2705", "\U0001f1e7\U0001f1ea", "\u0301", "\U000e0041", "\ue000")
TRAILING = ("-", "*", "?", "!", "'", ".", ",", ",-", ".-", "=", " EUR", " €", " %", "%", " st.")
LEADING = ("'", "=", "+", "-", "- ", "\u2212", "€ ", "EUR ", "~", "<", "ca. ", "0", "00", "#")
ERRORS = ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
WORDS = (
    *(
        "abc",
        "n.v.t.",
        "-",
        "nihil",
        "zie factuur",
        "gratis",
        "1E+05",
        "1e5",
        "1,5E3",
        "NaN",
        "inf",
    ),
    *(
        "-0",
        "0",
        "0x1F",
        "1_000",
        "1 2",
        "1/2",
        "12 1/2",
        "1:30",
        "½",
        "²",
        "Ⅻ",
        "١٢",
        "\uff11\uff12",
        "一",
    ),
    *("21", "21 %", "0,21", "0.21", "21%", "6", "12", "0", "22", "H21", "h21", "M12", "L6", "IC-S"),
    *("2026-07-15", "15/07/2026", "7/15/2026", "15.7.26", "15 juli 2026", "31/02/2026", "2026"),
    *("31/12/1989", "01/01/2100", "2026-7-5", "5-6-2026", "12/13/2026", "2026-07-15T00:00:00"),
    *("2026/153", "2026/154", "2026/155", "CN2026/3", "700000", "ja", "nee", "credit note"),
    *("Garage Maes", "GARAGE  MAES", "Onbekende bv", "company", "person", "BE", "NL", "domestic"),
)


def _mark_swapped(_: Random, cell: Shown) -> Shown:
    return text(cell.raw.translate(str.maketrans(".,", ",.")))


def _grouped(dice: Random, cell: Shown) -> Shown:
    mark = dice.choice(".,' \u00a0\u202f\u2019_")
    factor = dice.choice([1, 1000, 1_000_000])
    plain = _figure(cell) * factor
    words = f"{plain:,.{dice.choice([0, 1, 2, 3, 4])}f}"
    decimals = dice.choice(".,")
    return text(words.replace(".", "\0").replace(",", mark).replace("\0", decimals))


def _spaced(dice: Random, cell: Shown) -> Shown:
    words = list(cell.raw)
    for _ in range(dice.choice([1, 1, 2, 5])):
        words.insert(dice.choice([0, len(words), dice.randint(0, len(words))]), dice.choice(SPACES))
    return text("".join(words))


def _marked(dice: Random, cell: Shown) -> Shown:
    words = list(cell.raw)
    strange = dice.choice([MARKS, CONTROLS, EMOJI])
    words.insert(dice.choice([0, len(words), dice.randint(0, len(words))]), dice.choice(strange))
    return text("".join(words))


def _signed(dice: Random, cell: Shown) -> Shown:
    if dice.random() < 0.2:
        return text(f"({cell.raw})")
    if dice.random() < 0.5:
        return text(dice.choice(LEADING) + cell.raw)
    return text(cell.raw + dice.choice(TRAILING))


def _error(dice: Random, _: Shown) -> Shown:
    return Shown("error", dice.choice(ERRORS), is_formula=dice.random() < 0.5)


def _computed(dice: Random, cell: Shown) -> Shown:
    """Make the cell a formula: with its result, with an empty one, or never computed."""
    if cell.kind == "empty" or dice.random() < 0.5:
        return dice.choice([Shown("unsolved"), Shown("text", "", is_formula=True)])
    return replace(cell, is_formula=True)


def _date_for_number(dice: Random, _: Shown) -> Shown:
    serials = [46_218, 46_218.75, 0.5, 1, 59, 60, 61, -5, 2_958_465, 2_958_466, 1e9, 32_874, 73_051]
    return number(dice.choice(serials), dice.choice([*DAYS, *DAYS, Style.CLOCK]))


def _text_for_date(dice: Random, _: Shown) -> Shown:
    day, month = dice.choice([1, 3, 7, 12, 13, 28]), dice.choice([7, 8, 9])
    first, second = dice.choice([(day, month), (month, day)])
    mark = dice.choice("/-.")
    return text(f"{first:02d}{mark}{second:02d}{mark}2026")


def _number_for_date(dice: Random, cell: Shown) -> Shown:
    return replace(cell, kind="number", raw=str(dice.choice([46_218, 20_260_715, 15, 7.15, 2026])))


def _restyled(dice: Random, cell: Shown) -> Shown:
    return replace(cell, style=Style(dice.choice([*Style])))


def _text_for_number(_: Random, cell: Shown) -> Shown:
    return text(cell.raw)


def _tick(dice: Random, _: Shown) -> Shown:
    ticks = [Shown("boolean", "1"), Shown("boolean", "0")]
    return dice.choice([*ticks, text(dice.choice(["TRUE", "WAAR", "FALSE", "x", "1"]))])


def _strange_number(dice: Random, cell: Shown) -> Shown:
    figure = _figure(cell)
    values = [figure * 1.0000000000000002, figure + 1e-9, figure + 0.001, -figure, figure * 1e13]
    values += [1e300, 5e-324, -0.0, 999_999_999_999.99, 0.1 + 0.2, 1e15, 0.21, 0.06, 1.005]
    return number(repr(dice.choice(values)), cell.style)  # type: ignore[arg-type] # as it stands


def _words(dice: Random, _: Shown) -> Shown:
    return text(dice.choice(WORDS))


def _long(dice: Random, cell: Shown) -> Shown:
    unit = dice.choice([cell.raw or "x", "9", "9,", "%", "é", " ", "\U0001f600", "a b "])
    length = dice.choice([40, 256, 501, 5_000, 32_767, 32_768, 50_000])
    return text((unit * 50_000)[:length] + dice.choice(["", "x"]))


def _emptied(_: Random, _cell: Shown) -> Shown:
    return EMPTY


def _figure(cell: Shown) -> float:
    try:
        return float(cell.raw)
    except ValueError:
        return 1234.5


CELL_DAMAGES: Mapping[str, CellDamage] = {
    "other decimal mark": _mark_swapped,
    "thousands marks": _grouped,
    "spaces": _spaced,
    "strange characters": _marked,
    "signs and trailing marks": _signed,
    "error value": _error,
    "formula": _computed,
    "date for a number": _date_for_number,
    "number for a date": _number_for_date,
    "text for a date": _text_for_date,
    "other format": _restyled,
    "text for a number": _text_for_number,
    "tick": _tick,
    "strange number": _strange_number,
    "other words": _words,
    "very long text": _long,
    "emptied": _emptied,
}


def damage_cell(
    dice: Random, grid: Grid, kind: str, damages: Mapping[str, CellDamage] = CELL_DAMAGES
) -> None:
    """Change one cell of a column that matters, more often one that is filled."""
    tabs = [sheet for sheet in grid if sheet.name in COLUMNS and sheet.header_row is not None]
    if not tabs:
        return
    [sheet] = dice.choices(tabs, [WEIGHTS[one.name] for one in tabs])
    first = sheet.header_row or 0
    header = dice.choice(COLUMNS[sheet.name])
    places = [at for at, cell in enumerate(sheet.rows[first]) if cell.header == header]
    rows = range(first + 1, len(sheet.rows))
    if not places or not rows:
        return
    column = dice.choice(places)
    filled = [
        row for row in rows if column < len(sheet.rows[row]) and _is_filled(sheet.rows[row][column])
    ]
    row = dice.choice(filled if filled and dice.random() < 0.85 else rows)
    cells = sheet.rows[row]
    cells += [EMPTY] * (column + 1 - len(cells))
    cells[column] = damages[kind](dice, cells[column])


def _is_filled(cell: Shown) -> bool:
    return cell.kind != "empty"
