"""VAT numbers of customers: of the customer's country, and of no other customer."""

from workbook_support import GARAGE, Row, errors, sheet, warnings

SHARED = (
    "Customers, rows 2 and 3, VAT number: found BE0428759497 in several rows, taken as it is. If "
    "it is one customer, go on with one row and write its name in column Merged into of the "
    "others; if the others are branches of Garage Maes, write that in column Branch of."
)


def found_in(row: Row) -> list[str]:
    return errors(sheet(Customers={2: {**GARAGE, **row}}))


def said_of_two(**given: object) -> list[str]:
    first: Row = {**GARAGE, "VAT number": "BE0428759497"}
    second: Row = {**first, "Customer": "Garage Zuid", **given}  # type: ignore[dict-item]
    return warnings(sheet(Customers={2: first, 3: second}))


def test_a_number_of_another_country_than_the_customers_is_refused():
    german: Row = {"VAT number": "DE136695976", "Country": "BE"}
    assert found_in(german) == [
        'Customers, row 2, VAT number: found "DE136695976", allowed: a number of BE, the '
        "customer's country. Correct the number; or write the country of the number in Country, "
        "where the customer is registered there."
    ]
    assert found_in({**german, "Country": "DE"}) == []
    assert found_in({**german, "Country": None}) == []


def test_the_word_for_it_before_a_number_is_no_country():
    number: Row = {"VAT number": "BTW BE 0428.759.497", "Country": None}
    assert found_in(number) == []
    assert found_in({"VAT number": "TVA BE0428759498"}) == [
        'Customers, row 2, VAT number: found "TVA BE0428759498", allowed: a Belgian VAT number '
        "with a right check digit, like BE0403019261."
    ]


def test_two_customers_with_one_number_are_told_until_somebody_says_why():
    assert said_of_two() == [SHARED]
    assert said_of_two(Hold=True) == []
    assert said_of_two(**{"Branch of": "Garage Maes"}) == []
    assert said_of_two(**{"Merged into": "Garage Maes"}) == []
