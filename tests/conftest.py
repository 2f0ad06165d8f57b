"""The fixtures of all tests come from these modules; in CI nothing may be skipped."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = [
    "postgres_support",
    "records_support",
    "house_support",
    "button_support",
    "sidebar_support",
    "google_emulator_support",
    "google_drive_support",
    "connect_support",
    "command_support",
    "google_faults_report",
    "live_support",
    "files_support",
]

# A slow machine is no finding.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ALLOWED_SKIPS_IN_CI: frozenset[str] = frozenset()
"""The names of tests that may skip in CI, each with its reason beside it: none."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    is_skip = report.skipped and not hasattr(report, "wasxfail")
    if is_skip and os.environ.get("CI") == "true" and item.name not in ALLOWED_SKIPS_IN_CI:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be skipped: {reason}"
    return report
