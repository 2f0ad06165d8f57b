"""The button against Google's own types: `tsc --checkJs`, the machine-readable contract."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from button_support import BUTTON, HARNESS, NEEDS_NODE, NODE, Script

MODULES = HARNESS / "node_modules"
COMPILER = MODULES / "typescript" / "bin" / "tsc"

pytestmark = [
    NEEDS_NODE,
    pytest.mark.skipif(
        not COMPILER.exists(), reason="needs Google's types: npm ci --prefix tests/button"
    ),
]


def compiled(folder: Path, files: list[str], **options: object) -> str:
    """Return what the compiler says about the files; '' when they are clean."""
    project = json.loads((HARNESS / "tsconfig.json").read_text("utf-8"))
    project["include"] = files
    project["compilerOptions"] |= {"typeRoots": [str(MODULES / "@types")], **options}
    (folder / "tsconfig.json").write_text(json.dumps(project))
    done = subprocess.run(
        [NODE or "node", COMPILER, "-p", folder], capture_output=True, text=True, check=False
    )
    return done.stdout


def test_the_script_is_clean(tmp_path):
    assert compiled(tmp_path, [f"{BUTTON}/*.js"]) == ""


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("Press.js", "muteHttpExceptions: true, headers", "muteHttpException: true, headers"),
        ("Press.js", "getDocumentLock", "getDocLock"),
        ("Phone.js", ".forSpreadsheet(", ".forSheet("),
        ("WordsDutch.js", "pressedTwice:", "pressedTwise:"),
    ],
)
def test_a_misspelt_name_is_found(tmp_path, file, right, wrong):
    shutil.copytree(BUTTON, tmp_path / "button")
    broken = tmp_path / "button" / file
    text = broken.read_text("utf-8")
    assert right in text
    broken.write_text(text.replace(right, wrong, 1), "utf-8")
    assert f"{file}(" in compiled(tmp_path, ["button/*.js"])


def test_a_language_that_lacks_a_sentence_is_found(tmp_path):
    shutil.copytree(BUTTON, tmp_path / "button")
    english = (BUTTON / "WordsEnglish.js").read_text("utf-8")
    french = english.replace("wordsEnglish_() {", "wordsFrench_() {")
    french = french.replace(" */\nfunction", " *\n * @returns {Words}\n */\nfunction")
    (tmp_path / "button" / "WordsFrench.js").write_text(french, "utf-8")
    assert compiled(tmp_path, ["button/*.js"]) == ""
    (tmp_path / "button" / "WordsFrench.js").write_text(french.replace("youAre:", "//"), "utf-8")
    assert "WordsFrench.js(" in compiled(tmp_path, ["button/*.js"])


def test_the_script_of_the_sidebar_is_clean(tmp_path):
    with Script() as script:
        script.call("openHelp")
        [sidebar] = script.world()["sidebars"]
    *_, code = re.findall(r"<script>(.*?)</script>", sidebar["content"], re.DOTALL)
    (tmp_path / "sidebar.js").write_text(code, "utf-8")
    files = ["sidebar.js", f"{BUTTON}/WordsEnglish.js", f"{HARNESS}/sidebar.d.ts"]
    assert compiled(tmp_path, files, types=[], lib=["es2022", "dom", "dom.iterable"]) == ""
