"""What a formula is worth: arithmetic on numbers and on cells of its own sheet, and errors.

Anything else (functions, ranges, other sheets) is not emulated and says so: a guess would prove
nothing.
"""

import ast
import operator
import re
from collections.abc import Callable

from google_emulator import a1
from google_emulator.grid import Cell, Scalar, Sheet
from google_emulator.http import UnimplementedError

DIVISION_BY_ZERO = "#DIV/0!"
ERRORS = (DIVISION_BY_ZERO, "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#ERROR!")

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_REFERENCE = re.compile(r"(\$?)\b([A-Za-z]{1,3})(\$?)([1-9][0-9]*)\b")


def effective_value(sheet: Sheet, cell: Cell) -> Scalar | None:
    """Give what a cell is worth: its value, or its formula's result (errors as text).

    Raises:
        UnimplementedError: The formula is beyond this emulator.
    """
    if not cell.formula:
        return plain(cell.value)
    body = cell.formula[1:].strip()
    try:
        return plain(_calculated(ast.parse(body.replace("$", ""), mode="eval").body, sheet))
    except ZeroDivisionError:
        return DIVISION_BY_ZERO
    except _FormulaError as error:
        return str(error)
    except (SyntaxError, _BeyondError):
        if body in ERRORS:
            return body
        raise UnimplementedError(f"formula {cell.formula}") from None


def refers(formula: str) -> bool:
    """Tell whether a formula names a cell."""
    return _REFERENCE.search(formula) is not None


def shifted(formula: str, dimension: str, place: Callable[[int], int | None]) -> str:
    """Let a formula follow the cells that it names, as when rows are inserted above them."""

    def moved(found: re.Match[str]) -> str:
        row, column = int(found[4]) - 1, a1.column_of(found[2])
        at = (place(row), column) if dimension == "ROWS" else (row, place(column))
        if at[0] is None or at[1] is None:
            return "#REF!"
        return f"{found[1]}{a1.letters(at[1])}{found[3]}{at[0] + 1}"

    return _REFERENCE.sub(moved, formula)


def plain(value: Scalar | None) -> Scalar | None:
    """Give 2 for 2.0, as Google's JSON does (recorded: `=4/2` is 2)."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _FormulaError(Exception):
    """Carry an error value out of a formula."""


class _BeyondError(Exception):
    """Say that a formula holds what is not emulated."""


def _calculated(node: ast.expr, sheet: Sheet) -> Scalar:
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float):
        return node.value
    if isinstance(node, ast.Name) and (box := a1.box_of(node.id, sheet.rows, sheet.columns)):
        return effective_value(sheet, sheet.peek(box.top, box.left)) or 0
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_number(_calculated(node.operand, sheet))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        left = _number(_calculated(node.left, sheet))
        return _OPERATORS[type(node.op)](left, _number(_calculated(node.right, sheet)))
    raise _BeyondError


def _number(value: Scalar) -> float:
    if isinstance(value, str):
        raise _FormulaError(value if value in ERRORS else "#VALUE!")
    return value
