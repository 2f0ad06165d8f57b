"""The document number that a program is told: made by a pattern, never by stripping (rule B2).

Stripping the marks turns 2026-1-12 and 2026-11-2 both into 2026112.
"""

import re


def program_number(pattern: str, *, year: int, sequence: int) -> str:
    """Return the number by a pattern of Y (year) and N (sequence); other characters stand as is.

    A sequence that is too long is not cut: the number is then longer than its pattern.

    >>> program_number("YYYYNNNN", year=2026, sequence=18)
    '20260018'
    >>> program_number("YYNNN", year=2026, sequence=18)
    '26018'
    >>> program_number("NN", year=2026, sequence=118)
    '118'
    """

    def filled(run: re.Match[str]) -> str:
        length = len(run[0])
        return f"{year:04}"[-length:] if run[0][0] == "Y" else str(sequence).zfill(length)

    return re.sub(r"Y+|N+", filled, pattern)
