from itertools import islice

from bookkeeping_support import customer, history
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.external_ids import (
    assign,
    free_numbers,
    new_numbers,
    unlike_recorded,
)
from boekbrug.server.bookkeeping.plan import Origination
from boekbrug.server.bookkeeping.problems import sentence


def assigned(*customers, past=None, start="100000", workbook_id=""):
    everybody = {one.key: one for one in customers}
    return assign(customers, everybody, past or history(), start, workbook_id)


def sentences(assignment):
    return [sentence(problem) for problem in assignment.problems]


def used_in(workbook_id):
    """Return the past of a dossier whose workbook used 100017 for Maes."""
    return history(external_ids={"100017": "Maes"}, seen_in={"100017": workbook_id})


def test_customers_get_the_next_numbers_in_their_order():
    result = assigned(customer("B"), customer("A"), customer("C"))
    assert dict(result.numbers) == {"B": "100000", "A": "100001", "C": "100002"}
    assert {one.origination for one in result.given} == {Origination.GENERATED}


def test_a_number_typed_anywhere_or_given_ever_is_skipped():
    result = assigned(
        customer("New"),
        customer("Typed", external_id="100000"),
        past=history(external_ids={"100001": "Gone"}),
    )
    assert result.numbers["New"] == "100002"


def test_a_typed_number_is_taken_once():
    (given_id,) = assigned(customer("Maes", external_id="7")).given
    assert (given_id.external_id, given_id.origination) == ("7", Origination.TYPED)


def test_a_recorded_number_is_put_back_where_the_cell_was_emptied():
    result = assigned(customer("Maes", row=9), past=history(external_ids={"100017": "Maes"}))
    assert (result.numbers["Maes"], result.given) == ("100017", ())
    assert sentences(result) == [
        "Customers, row 9, Accountant's no.: found nothing, allowed: 100017, the number of this "
        "customer. It is put back."
    ]


def test_a_recorded_number_that_stands_in_the_sheet_is_simply_used():
    result = assigned(
        customer("Maes", external_id="100017"), past=history(external_ids={"100017": "Maes"})
    )
    assert (result.numbers["Maes"], result.given, result.problems) == ("100017", (), ())


def test_changing_a_recorded_number_is_an_error():
    result = assigned(
        customer("Maes", row=9, external_id="100050"),
        past=history(external_ids={"100017": "Maes"}),
    )
    assert result.problems[0].blocks
    assert sentences(result) == [
        'Customers, row 9, Accountant\'s no.: found 100050 for "Maes", allowed: 100017, the number '
        "that your accountant knows this customer by. Put 100017 into this cell."
    ]


def test_a_copied_row_with_another_customers_number_is_an_error():
    owner = customer("Garage Maes", row=12, external_id="100017")
    copy = customer("Garage Peeters", row=58, external_id="100017")
    result = assigned(owner, copy, past=history(external_ids={"100017": "Garage Maes"}))
    assert sentences(result) == [
        "Customers, row 58, Accountant's no.: found 100017, which belongs to "
        '"Garage Maes" (row 12), allowed: empty, or a number nobody has had. Row 58 looks like a '
        "copy of row 12: empty this cell and it gets the next number."
    ]


def test_a_new_name_on_a_known_number_is_a_renaming_when_the_old_name_is_gone():
    result = assigned(
        customer("Maes & Zoon", row=12, external_id="100017"),
        past=history(external_ids={"100017": "Maes"}),
    )
    assert (result.given[0].origination, result.given[0].renamed_from) == (
        Origination.RENAMED,
        "Maes",
    )
    assert not result.problems[0].blocks
    assert sentences(result) == [
        'Customers, row 12, Customer: found "Maes & Zoon" with number 100017, allowed: "Maes", '
        "the name that the number was given to, or a new name. No row has the old name any more, "
        "so it is taken as a new name of the same customer. Is it another customer? Then put the "
        "old name back, and give the other a row of its own."
    ]


def test_a_number_that_this_workbook_used_last_can_be_renamed_here():
    renamed = customer("Maes & Zoon", external_id="100017")
    result = assigned(renamed, past=used_in("wb-1"), workbook_id="wb-1")
    assert [one.renamed_from for one in result.given] == ["Maes"]
    assert not result.problems[0].blocks


def test_a_number_that_another_workbook_used_last_is_nobody_elses():
    other = customer("Zorro", row=12, external_id="100017")
    result = assigned(other, past=used_in("wb-1"), workbook_id="wb-2")
    assert (result.given, result.problems[0].blocks) == ((), True)
    assert sentences(result) == [
        'Customers, row 12, Accountant\'s no.: found 100017 for "Zorro", which belongs to "Maes" '
        "of another workbook, allowed: empty, or a number nobody has had. Empty this cell and it "
        "gets the next number. When it is a new name of the same customer, change the name first "
        "in the workbook that it was exported from last."
    ]


def test_a_name_in_other_letters_is_the_same_customer():
    past = history(external_ids={"100017": "Garage Maes"})
    for typed in ("", "100017"):
        result = assigned(customer("garage MAES", external_id=typed), past=past)
        assert (result.numbers["garage MAES"], result.given) == ("100017", ())
    copy = customer("Garage Peeters", row=58, external_id="100017")
    copied = assigned(customer("garage MAES", row=12), copy, past=past)
    assert 'belongs to "garage MAES" (row 12)' in sentences(copied)[1]


def test_numbers_that_the_records_know_otherwise_are_told_with_both_sides():
    past = history(external_ids={"100000": "Garage Maes", "100001": "Bakkerij Janssens"})
    typed = [
        customer("Zorro", row=2, external_id="100000"),
        customer("garage maes", row=3, external_id="200001"),
        customer("bakkerij janssens", row=4, external_id="100001"),
        customer("New", row=5, external_id="300000"),
        customer("Empty", row=6),
        customer("Held", row=7, external_id="100000", hold=True),
    ]
    assert [sentence(problem) for problem in unlike_recorded(typed, past)] == [
        'Customers, row 2, Accountant\'s no.: found 100000 for "Zorro", which belongs to "Garage '
        'Maes", allowed: empty, or a number nobody has had. Empty this cell and it gets the next '
        'number, or write the name "Garage Maes".',
        'Customers, row 3, Accountant\'s no.: found 200001 for "garage maes", allowed: 100000, the '
        "number that your accountant knows this customer by. Put 100000 into this cell.",
    ]


def test_only_numbers_of_customers_without_one_are_new_and_a_held_row_gives_way():
    past = history(external_ids={"100000": "Garage Maes"})
    typed = [
        customer("Zorro", external_id="100000", hold=True),
        customer("garage maes", external_id="200001", hold=True),
        customer("Old name", external_id="300000", hold=True),
        customer("New name", external_id="300000"),
        customer("Empty"),
    ]
    assert new_numbers(typed, past) == {"300000": "New name"}


@given(st.sets(st.integers(min_value=1, max_value=60).map(lambda n: f"{n:03}")), st.integers(1, 40))
def test_free_numbers_never_meet_a_taken_one(taken, start):
    numbers = list(islice(free_numbers(f"{start:03}", taken), 30))
    assert len(set(numbers)) == 30
    assert not taken & set(numbers)
