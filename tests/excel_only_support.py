"""What Excel alone makes: put by hand, as it does, into a workbook that XlsxWriter made."""

import io
import zipfile
from collections.abc import Mapping

from excel_support import HEAD, MAIN, PACKAGE, RELATIONS, parts
from xlsxwriter_support import FEATURES, xlsxwriter_book

SHEET, SHEET_RELATIONS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.microsoft.com/office"
THREADS = f"{OFFICE}/spreadsheetml/2018/threadedcomments"
NO_RELATIONS = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'


def threaded_comments() -> bytes:
    """Return a workbook with a discussion on a cell, beside the note for old programs."""
    person = "{9F4F4F7B-2E0E-4B4A-8A0C-0F0A5C0E0001}"
    persons = f'<person displayName="An" id="{person}" userId="an@acme.example" providerId="None"/>'
    thread = (
        f'<threadedComment ref="F2" dT="2026-09-30T09:00:00.00" personId="{person}" '
        'id="{00000000-0000-4000-8000-000000000001}"><text>Is this paid?</text></threadedComment>'
    )
    return _with(
        xlsxwriter_book(FEATURES["notes"].add),
        {
            "xl/persons/person.xml": f'{HEAD}<personList xmlns="{THREADS}">{persons}</personList>',
            "xl/threadedComments/threadedComment1.xml": f'{HEAD}<ThreadedComments xmlns="{THREADS}"'
            f">{thread}</ThreadedComments>",
        },
        {
            SHEET_RELATIONS: (
                f"{OFFICE}/2017/10/relationships/threadedComment",
                "../threadedComments/threadedComment1.xml",
            ),
            BOOK_RELATIONS: (f"{OFFICE}/2017/10/relationships/person", "persons/person.xml"),
        },
        {
            "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
            "xl/threadedComments/threadedComment1.xml": "application/"
            "vnd.ms-excel.threadedcomments+xml",
        },
    )


def custom_xml() -> bytes:
    """Return a workbook with data of another program's own."""
    return _with(
        xlsxwriter_book(lambda *_: None),
        {"customXml/item1.xml": '<dossier xmlns="https://acme.example/dossier">acme</dossier>'},
        {BOOK_RELATIONS: (f"{RELATIONS}/customXml", "../customXml/item1.xml")},
    )


def printer_settings() -> bytes:
    """Return a workbook with the bytes that a printer's driver keeps."""
    name = "xl/printerSettings/printerSettings1.bin"
    return _with(
        xlsxwriter_book(lambda _, sheet: sheet.set_paper(9)),
        {name: bytes(range(256))},
        {SHEET_RELATIONS: (f"{RELATIONS}/printerSettings", name.replace("xl/", "../"))},
        {name: "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"},
        {SHEET: ('<pageSetup paperSize="9"', '<pageSetup paperSize="9" r:id="rId9"')},
    )


def order_of_computing() -> bytes:
    """Return a workbook with the chain in which Excel computes."""
    chain = "".join(f'<c r="{cell}" i="1"/>' for cell in ("D4", "D3", "D2"))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    return _with(
        xlsxwriter_book(lambda *_: None),
        {"xl/calcChain.xml": f'{HEAD}<calcChain xmlns="{MAIN}">{chain}</calcChain>'},
        {BOOK_RELATIONS: (f"{RELATIONS}/calcChain", "calcChain.xml")},
        {"xl/calcChain.xml": kind},
    )


def other_workbook() -> bytes:
    """Return a workbook with a formula on another workbook, and the value it had there."""
    name = "xl/externalLinks/externalLink1.xml"
    link = (
        '<externalBook r:id="rId1"><sheetNames><sheetName val="Rates"/></sheetNames><sheetDataSet>'
        '<sheetData sheetId="0"><row r="1"><cell r="A1"><v>1.21</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook>"
    )
    target = f'<Relationship Id="rId1" Type="{RELATIONS}/externalLinkPath" Target="Rates.xlsx" '
    content = xlsxwriter_book(
        lambda _, sheet: sheet.write_formula("E2", "=C2*[1]Rates!$A$1", None, 122.815)
    )
    return _with(
        content,
        {
            name: f'{HEAD}<externalLink xmlns="{MAIN}" xmlns:r="{RELATIONS}">{link}</externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels": NO_RELATIONS.replace(
                "></Rel", f'>{target}TargetMode="External"/></Rel'
            ),
        },
        {BOOK_RELATIONS: (f"{RELATIONS}/externalLink", "externalLinks/externalLink1.xml")},
        {name: "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"},
        {
            BOOK: (
                "</sheets>",
                '</sheets><externalReferences><externalReference r:id="rId9"/>'
                "</externalReferences>",
            )
        },
    )


def macros() -> bytes:
    """Return a workbook with macros, which is an .xlsm file."""
    content = parts(xlsxwriter_book(lambda book, _: book.add_vba_project(_vba(), is_stream=True)))
    assert "xl/vbaProject.bin" in content
    return _packed(content)


def _vba() -> io.BytesIO:
    return io.BytesIO(bytes.fromhex("D0CF11E0A1B11AE1") + b"Sub Auto_Open()")


def _with(
    content: bytes,
    added: Mapping[str, str | bytes],
    relations: Mapping[str, tuple[str, str]],
    kinds: Mapping[str, str] | None = None,
    replaced: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """Return the file with more parts.

    Args:
        content: the file.
        added: the parts by their names.
        relations: by the part of relations: the type and the target of rId9.
        kinds: the content type of each part that needs one.
        replaced: by part: what stands there, and what shall.
    """
    made: dict[str, str | bytes] = {**parts(content)}
    changes = dict(replaced or {})
    for name, (kind, target) in relations.items():
        made.setdefault(name, NO_RELATIONS)
        relation = f'<Relationship Id="rId9" Type="{kind}" Target="{target}"/></Relationships>'
        changes[name] = ("</Relationships>", relation)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (kinds or {}).items()
    )
    changes["[Content_Types].xml"] = ("</Types>", f"{overrides}</Types>")
    for name, (old, new) in changes.items():
        xml = made[name]
        text = xml.decode() if isinstance(xml, bytes) else xml
        assert old in text
        made[name] = text.replace(old, new)
    return _packed(made | dict(added))


def _packed(content: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


EXCEL_ONLY = {
    "threaded comments": (threaded_comments, "xl/threadedComments", b"Is this paid?"),
    "custom XML": (custom_xml, "customXml/item1.xml", b"acme"),
    "settings of a printer": (printer_settings, "xl/printerSettings", bytes(range(256))),
    "the order of computing": (order_of_computing, "xl/calcChain", b'r="D2"'),
    "a link to another workbook": (other_workbook, "xl/externalLinks/externalLink1", b"1.21"),
    "macros": (macros, "xl/vbaProject.bin", b"Auto_Open"),
}
"""By what it is: who makes it, and which part it is known by."""
