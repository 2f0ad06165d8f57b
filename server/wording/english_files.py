"""English: why a file is not read or not written."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "refused: file too large": "found {size} MB, allowed: at most {most} MB. Move older years "
    "to a file of their own.",
    "refused: file too large unpacked": "found {size} MB when unpacked, allowed: at most "
    "{most} MB. Move older years to a file of their own.",
    "refused: too many rows": "found {rows} rows in tab {tab}, allowed: at most {most}. Move "
    "older years to a file of their own.",
    "refused: tab too wide": "found {rows} rows of {columns} columns in tab {tab}, allowed: at "
    "most {most} cells in a tab. Delete what stands far to the right of the table.",
    "refused: too many parts": "found a file of {count} parts, allowed: at most {most}. Open it in "
    'Excel and save it as "Excel Workbook (*.xlsx)".',
    "refused: too many cells": "found {cells} cells in all tabs, allowed: at most {most}. Move "
    "older years to a file of their own.",
    "refused: password": "found a file with a password, allowed: one without. Open it in "
    "Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the password "
    "and save.",
    "refused: old xls": "found an old .xls file, allowed: an .xlsx file. Open it in Excel and "
    'save it as "Excel Workbook (*.xlsx)".',
    "refused: cut off": "found a file that is cut off, allowed: a whole one. Copy it again "
    "from where it came from, or take the last good version of it.",
    "refused: empty file": "found an empty file, allowed: an .xlsx file. Copy it again from "
    "where it came from, or take the last good version of it.",
    "refused: text file": "found a text file under the name of a workbook, allowed: an .xlsx "
    'file. Give it its own ending again, such as .csv, open it in Excel and save it as "Excel '
    'Workbook (*.xlsx)".',
    "refused: no workbook": "found no workbook that can be read, allowed: an .xlsx file. Open "
    'it in Excel and save it as "Excel Workbook (*.xlsx)".',
    "refused: macros": "found a workbook with macros, which Excel opens only under a name that "
    "ends in .xlsm, allowed: one without. Name it .xlsm again, open it in Excel and save it as "
    '"Excel Workbook (*.xlsx)".',
    "refused: unread file": "found a file that cannot be read, allowed: an .xlsx file. Open it "
    'in Excel and save it as "Excel Workbook (*.xlsx)".',
    "refused: too long text": "found a text of {length} characters, allowed: at most {most} in "
    "a cell. Shorten it.",
    "refused: no day": "found a number that is too large for a day in tab {tab}, allowed: days "
    "up to 31 December 9999. Find the cell that shows ########, and give it the format number "
    "or another day.",
    "refused: no tab": "found no tab {tab}, allowed: a file with the tabs of Boekbrug. Run "
    "`boekbrug workbook new` and paste your rows.",
    "of file": "{file}: {sentence}",
    "file: saved meanwhile": "found saved by somebody else each time it was written, needed at "
    "rest. Wait until nobody works in it; the result is written then.",
    "file: open in": "found open in {program}, needed closed. Close it; the result is written "
    "then.",
    "file: file gone": "found no such file, needed the workbook. Put it back where it was, or "
    "attach it again where it is now.",
    "file: file locked": "found locked, needed free to read and write. Close it in Excel, and "
    "let the server write in its folder.",
    "file: disk refuses": 'found "{reason}" from the disk, needed a disk that answers. Look at '
    "the disk or the network drive; then press again.",
}
"""By key."""
