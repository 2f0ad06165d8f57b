"""The shape of a tab by plain searches: whatever a file says that is no area is left out."""

import pytest

from boekbrug.adapters.local import tab_shape

AREA = (3, 4, 5, 4)


@pytest.mark.parametrize(
    ("xml", "areas"),
    [
        (b'<mergeCells><mergeCell ref="D3:D5"/></mergeCells>', (AREA,)),
        (b"<mergeCells><mergeCell ref = '$D$3:$D$5' /></mergeCells>", (AREA,)),
        (b'<mergeCells><mergeCell ref="D3"/></mergeCells>', ((3, 4, 3, 4),)),
        (b'<mergeCells><mergeCell ref="3:5"/><mergeCell/></mergeCells>', ()),
        (b'<x:mergeCell ref="D3:D5"/>', ()),
    ],
)
def test_merged_cells(xml: bytes, areas: tuple[tuple[int, ...], ...]):
    assert tab_shape.merges(xml, b"") == areas


@pytest.mark.parametrize(
    ("xml", "areas"),
    [
        (
            b'<c r="D3"><f>1+1</f><v>2</v></c><c r="D4" s="1"><f/></c><c r="D5"><f t="x">1</f></c>',
            (AREA,),
        ),
        (b'<c r="D3"><v>1</v></c><c r="E3"><f ca="1">1</f></c>', ((3, 5, 3, 5),)),
        (b'<c r="D3"><f t="array" ref="D3:D5">A1:A3</f></c>', ((3, 4, 3, 4), AREA)),
        (b'<c r="D3"><f t="shared" ref="D3:D5" si="0">A1</f></c>', ((3, 4, 3, 4),)),
        (b"<c><f>1</f></c>", ()),
        (b'<c r="D3"><v>1</v></c>', ()),
    ],
)
def test_formulas(xml: bytes, areas: tuple[tuple[int, ...], ...]):
    assert tab_shape.formulas(xml, b"", 0, len(xml)) == areas


@pytest.mark.parametrize(
    ("xml", "areas"),
    [
        (b'<autoFilter ref="D3:D5"><filterColumn colId="0"/></autoFilter>', (AREA,)),
        (b'<table><x:autoFilter ref="D3:D5"><x:filterColumn/></x:autoFilter></table>', (AREA,)),
        (b'<autoFilter ref="D3:D5"/><filterColumn/>', ()),
        (
            b'<autoFilter ref="D3:D5"></autoFilter><autoFilter ref="A1:A2"><filterColumn/>',
            ((1, 1, 2, 1),),
        ),
    ],
)
def test_filters_that_leave_rows_out(xml: bytes, areas: tuple[tuple[int, ...], ...]):
    assert tab_shape.filtered(xml) == areas
