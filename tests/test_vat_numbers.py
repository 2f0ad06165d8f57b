"""VAT numbers as people type them."""

import pytest

from boekbrug.server.workbook.vat_numbers import check_vat_number


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("BE0403019261", "BE", "BE0403019261"),
        ("be 0403.019.261", "BE", "BE0403019261"),
        ("403019261", "BE", "BE0403019261"),
        ("DE136695976", "BE", "DE136695976"),
        ("136695976", "DE", "DE136695976"),
        ("NL004495445B01", "NL", "NL004495445B01"),
        ("GR094259216", "GR", "EL094259216"),
        ("094259216", "GR", "EL094259216"),
        ("EL 094259216", "GR", "EL094259216"),
        ("CHE-107.787.577 IVA", "CH", "CHE107787577IVA"),
        ("US123456", "US", "US123456"),
        ("XI 123456789", "GB", "XI123456789"),
        ("BTW BE 0403.019.261", "BE", "BE0403019261"),
        ("TVA BE0403019261", "FR", "BE0403019261"),
        ("btw-nr.: 0403.019.261", "BE", "BE0403019261"),
        ("nr. 0403.019.261", "BE", "BE0403019261"),
        ("USt-IdNr. DE136695976", "BE", "DE136695976"),
    ],
)
def test_a_right_number_is_written_with_its_letters_and_nothing_between(
    text: str, country: str, number: str
):
    checked = check_vat_number(text, country)
    assert (checked.number, checked.is_right) == (number, True)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BE0403019262", "BE"),
        ("VAT 0403019262", "BE"),
        ("TVA BE0403019262", "BE"),
        ("none", "BE"),
        ("US", "US"),
        ("ZZ123456", "BE"),
        ("12", "NL"),
    ],
)
def test_a_number_without_a_right_check_is_none(text: str, country: str):
    assert not check_vat_number(text, country).is_right


@pytest.mark.parametrize("text", ["geen", "n.v.t.", "vrijgesteld", "-"])
def test_a_text_without_a_digit_is_told_to_leave_the_cell_empty(text: str):
    assert check_vat_number(text, "BE").allowed == (
        "a VAT number, or nothing: leave the cell empty for a customer without one"
    )


def may_be_of(text: str, country: str) -> bool:
    return check_vat_number(text, country).may_be_of(country)


def test_a_number_is_its_customers_by_the_country_of_both():
    assert may_be_of("DE136695976", "DE")
    assert not may_be_of("DE136695976", "BE")
    assert may_be_of("EL094259216", "GR")
    assert may_be_of("XI 123456789", "GB")
    assert may_be_of("FR40303265045", "MC")
