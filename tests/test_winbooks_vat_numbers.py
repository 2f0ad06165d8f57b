"""WinBooks: VAT numbers of every country, whole and in the form that it wants."""

from dataclasses import replace

import pytest
from programs_support import DEJAVU, batch, document
from winbooks_support import csf, said

from boekbrug.adapters.programs.winbooks_vat_numbers import LENGTH_MAX, masked_vat_number
from boekbrug.server.workbook.vat_numbers import check_vat_number

WRITTEN = [
    # As the vendor's page has them.
    ("BE0428759497", "0428.759.497"),
    ("BE1000000021", "1000.000.021"),
    ("DE136695976", "136695976"),
    ("ATU13585627", "U13585627"),
    ("DK13585628", "13 58 56 28"),
    ("ESB58378431", "B58378431"),
    ("ESX2482300W", "X2482300W"),
    ("FI20774740", "20774740"),
    ("FR40303265045", "40 303265045"),
    ("FRK7399859412", "K7 399859412"),
    ("EL094259216", "094259216"),
    ("IE6433435F", "6433435F"),
    ("IE6433435OA", "6433435OA"),
    ("IE8D79739I", "8D79739I"),
    ("IT00743110157", "00743110157"),
    ("LU15027442", "15027442"),
    ("NL004495445B01", "004495445B01"),
    ("PT501964843", "501964843"),
    ("GB980780684", "980 7806 84"),
    ("GB980780684123", "980 7806 84 123"),
    ("SE123456789701", "123456789701"),
    ("BG175074752", "175074752"),
    ("CY10259033P", "10259033P"),
    ("CZ25123891", "25123891"),
    ("EE100931558", "100931558"),
    ("HU12892312", "12892312"),
    ("LT100001919017", "100001919017"),
    ("LV40003521600", "40003521600"),
    ("MT11679112", "11679112"),
    ("RO18547290", "18547290"),
    ("SK2022749619", "2022749619"),
    ("SI50223054", "50223054"),
    # Member states, and what belongs to one, that the page does not have.
    ("HR33392005961", "33392005961"),
    ("PL8567346215", "8567346215"),
    ("XI980780684", "980 7806 84"),
    ("GBGD001", "GD001"),
    ("IM003261367", "003261367"),
    # Others: as they are.
    ("CHE107787577MWST", "CHE-107.787.577"),
    ("CHE107787577TVA", "CHE-107.787.577"),
    ("CHE107787577IVA", "CHE-107.787.577"),
    ("NO995525828MVA", "995525828MVA"),
    ("LI50000", "50000"),
    ("IS00621", "00621"),
    ("US123456789", "123456789"),
    ("DZ416001000000007", "416001000000007"),
]


@pytest.mark.parametrize(("number", "written"), WRITTEN)
def test_a_vat_number_is_written_whole_in_the_form_of_its_country(number: str, written: str):
    country = {"EL": "GR", "XI": "GB"}.get(number[:2], number[:2])
    checked = check_vat_number(number.removeprefix("DZ"), country)  # typed without letters there
    assert (checked.number, checked.is_right, checked.may_be_of(country)) == (number, True, True)
    assert masked_vat_number(checked.number) == written
    assert len(written) <= LENGTH_MAX


def test_a_customer_without_one_has_none():
    assert masked_vat_number("") == ""


@pytest.mark.parametrize(
    ("country", "number", "written"),
    [("CH", "CHE107787577MWST", "CHE-107.787.577"), ("GR", "EL094259216", "094259216")],
)
def test_the_country_stands_beside_the_number(country: str, number: str, written: str):
    row = csf(replace(DEJAVU, country=country, vat_number=number))
    assert (row["COUNTRY"], row["VATNUMBER"]) == ({"GR": "EL"}.get(country, country), written)


def test_a_number_that_has_no_room_is_refused_and_never_cut():
    algerian = replace(DEJAVU, country="DZ", vat_number="DZ41201600000606600001")
    assert said(batch(document(customer=algerian), customers=(algerian,))) == [
        'Customers, row 2, VAT number: found "DZ41201600000606600001", which becomes '
        "41201600000606600001, allowed: at most 15 characters in WinBooks. Is it right? Then empty "
        "this cell and tell your accountant the number."
    ]
