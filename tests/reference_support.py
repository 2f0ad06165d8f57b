"""Where the reference data is: facts and figures that the project does not hold itself."""

import os
from pathlib import Path

import pytest

REFERENCE = Path(
    os.environ.get("BOEKBRUG_REFERENCE_DATA") or Path(__file__).resolve().parents[2] / "shared"
)


def reference(*parts: str) -> Path:
    """Return a file of the reference data; without it the test is skipped, which CI forbids."""
    path = REFERENCE.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the reference data {'/'.join(parts)} is not here (BOEKBRUG_REFERENCE_DATA)")
    return path
