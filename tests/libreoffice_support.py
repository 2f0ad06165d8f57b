"""LibreOffice without a window: it opens workbooks, computes them anew and saves them."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
NEEDS_LIBREOFFICE = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice Calc")
TIMEOUT_S = 180

_SETTING = (
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" '
    'oor:op="fuse"><value>0</value></prop></item>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items '
    f'xmlns:oor="http://openoffice.org/2001/registry">{_SETTING}</oor:items>'
)
"""Every formula is computed when a file is opened, whatever result stands there."""


def converted(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files as LibreOffice saves them as .xlsx, computed anew, by the same names.

    A file that it cannot open is not among them. What a file is it tells from the content.
    """
    inputs, outputs, user = folder / "in", folder / "out", folder / "profile" / "user"
    for each in (inputs, user):
        each.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS)
    paths = {name: inputs / f"{number}.xlsx" for number, name in enumerate(files)}
    for name, content in files.items():
        paths[name].write_bytes(content)
    subprocess.run(
        [
            *(SOFFICE or "soffice", f"-env:UserInstallation={user.parent.as_uri()}"),
            *("--headless", "--norestore", "--convert-to", "xlsx", "--outdir", str(outputs)),
            *map(str, paths.values()),
        ],
        check=True,
        capture_output=True,
        timeout=TIMEOUT_S,
    )
    found = {name: outputs / path.name for name, path in paths.items()}
    return {name: path.read_bytes() for name, path in found.items() if path.exists()}
