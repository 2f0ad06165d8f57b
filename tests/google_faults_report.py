"""Shows, at the end of a test run, what every fault of Google's led to."""

import pytest

FAULT = "google fault"
"""The property that a test records: the fault, where it struck, and what happened then."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the faults as a table; nothing when no test recorded one."""
    rows = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == FAULT
    ]
    if not rows:
        return
    terminalreporter.section("faults of Google's")
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for fault, where, what in rows:
        line = f"{fault:<{widths[0]}} | {where:<{widths[1]}} | {what}"
        terminalreporter.write_line(line)
