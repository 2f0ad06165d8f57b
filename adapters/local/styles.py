"""Which cell styles of an .xlsx file show a percentage (ECMA-376 part 1, 18.8.30)."""

import re

from lxml import etree

BUILT_IN_PERCENTAGES = frozenset({9, 10})  # 0% and 0.00%

_TAKEN_LITERALLY = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')


def percent_styles(styles: etree._Element) -> frozenset[int]:
    """Return the numbers by which cells name a style that shows a percentage."""
    formats = BUILT_IN_PERCENTAGES | {
        int(each.get("numFmtId", "0"))
        for each in styles.iterfind("{*}numFmts/{*}numFmt")
        if is_percentage(each.get("formatCode", ""))
    }
    cell_styles = styles.iterfind("{*}cellXfs/{*}xf")
    return frozenset(
        number
        for number, style in enumerate(cell_styles)
        if int(style.get("numFmtId", "0")) in formats
    )


def is_percentage(format_code: str) -> bool:
    r"""Whether a number format multiplies by a hundred and shows %.

    >>> is_percentage("0.0 %"), is_percentage('0 "%"'), is_percentage(r"0\%")
    (True, False, False)
    """
    return "%" in _TAKEN_LITERALLY.sub("", format_code)
