"""The range of customers' numbers: where it ends, and who must be asked to begin lower."""

from dataclasses import replace

import pytest
from bookkeeping_support import SETTINGS, customer, document, history, planned, said, workbook
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.external_ids import assign
from boekbrug.server.bookkeeping.number_ranges import NumberRange, lowest_start
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.rehearsing import as_rehearsed, with_own_numbers
from boekbrug.server.programs.checks import unfit_external_ids
from boekbrug.server.wording.said import in_language

DEBTORS = NumberRange(10000, 69999)


def plan_from(start: str, **past: object) -> Plan:
    settings = replace(SETTINGS, first_external_id=start)
    return planned(workbook(document(), settings=settings), past=history(**past))


@pytest.mark.parametrize(
    ("past", "lowest"),
    [
        ({}, 100000),
        ({"numbers_from": 200000}, 200000),
        ({"numbers_from": 200000, "numbers_confirmed_from": 5000}, 5000),
        ({"numbers_from": 4000, "numbers_confirmed_from": 5000}, 4000),
        ({"numbers_confirmed_from": 5000}, 5000),
    ],
)
def test_the_lowest_start_is_the_one_in_use_or_one_that_was_confirmed(
    past: dict[str, int], lowest: int
):
    assert lowest_start(history(**past), NumberRange()) == lowest


def test_where_a_program_does_not_hold_the_usual_start_its_first_number_is_the_lowest():
    assert lowest_start(history(), DEBTORS) == 10000


def test_a_start_below_the_usual_one_is_refused_until_the_accountant_was_asked():
    plan = plan_from("1000")
    assert plan.numbers_from == 1000
    assert said(plan.blocking) == [
        "Settings, Accountant's no. starts at: found 1000, allowed: 100000 or more, where the "
        "numbers of this dossier begin. A lower number may be a customer's in the accountant's "
        "program, who would be overwritten: ask your accountant first. No number from 1000 to "
        "99999 is known here. Write 100000 again, or let whoever runs this server confirm what "
        "your accountant says."
    ]
    assert in_language(said(plan.blocking)[0], "nl") == (
        "Settings, Accountant's no. starts at: gevonden 1000, toegelaten: 100000 of meer, waar de "
        "nummers van dit dossier beginnen. Een lager nummer kan in het programma van de "
        "boekhouder al van een klant zijn, die dan overschreven wordt: vraag het eerst aan uw "
        "boekhouder. Hier is geen nummer van 1000 tot 99999 bekend. Schrijf opnieuw 100000, of "
        "laat de beheerder van deze server bevestigen wat uw boekhouder zegt."
    )
    assert plan_from("1000", numbers_confirmed_from=1000).blocking == ()


def test_a_start_below_the_one_in_use_names_at_most_five_whom_it_could_meet():
    known = {str(number): f"Customer {number}" for number in range(100000, 100017)}
    plan = plan_from("100000", external_ids=known | {"X1": "Zorro"}, numbers_from=200000)
    assert (
        "17 numbers from 100000 to 199999 belong to customers here: Customer 100000 (100000), "
        "Customer 100001 (100001), Customer 100002 (100002), Customer 100003 (100003), Customer "
        "100004 (100004) and 12 others. Write 200000 again"
    ) in said(plan.blocking)[0]
    six = dict(list(known.items())[:6])
    plan = plan_from("100000", external_ids=six, numbers_from=200000)
    assert "and 1 other." in said(plan.blocking)[0]


def test_a_start_matters_only_to_whoever_needs_a_number():
    plan = plan_from("1000", external_ids={"100000": "Dejavu"}, numbers_from=100000)
    assert (plan.blocking, plan.numbers_from) == ((), None)


def test_a_raised_start_needs_no_word():
    assert plan_from("300000", numbers_from=200000).blocking == ()


def test_a_rehearsal_may_count_from_anywhere():
    settings = replace(SETTINGS, first_external_id="1")
    typed = with_own_numbers(workbook(document(), settings=settings), NumberRange())
    plan = planned(typed, past=as_rehearsed(history(numbers_from=100000)))
    assert [one.external_id for one in plan.given_ids] == ["9000"]
    assert plan.blocking == ()
    held = with_own_numbers(typed, DEBTORS)
    assert held.settings.first_external_id == "69000"


def test_numbers_end_with_the_range_and_the_problem_says_which_it_is():
    typed = workbook(
        document("2026/1"),
        document("2026/2", customer="Maes", row=3),
        customers=[customer(), customer("Maes", row=3)],
        settings=replace(SETTINGS, first_external_id="69999"),
    )
    plan = planned(typed, number_range=DEBTORS, past=history(numbers_from=10000))
    assert [one.external_id for one in plan.given_ids] == ["69999"]
    assert said(plan.blocking) == [
        "Settings, Accountant's no. starts at: found no free number from 69999 on, allowed: "
        "numbers from 10000 to 69999. Ask your accountant which numbers are free, and write the "
        "first of them here."
    ]
    assert plan.batch is not None
    assert [*unfit_external_ids(plan.batch, winbooks.FACTS)] == []


def test_a_start_below_the_range_begins_with_the_range():
    plan = planned(
        workbook(document(), settings=replace(SETTINGS, first_external_id="1")),
        number_range=DEBTORS,
        past=history(numbers_confirmed_from=1),
    )
    assert [one.external_id for one in plan.given_ids] == ["10000"]


@pytest.mark.parametrize("number", ["9999", "70000"])
def test_a_typed_number_outside_the_range_is_refused_with_what_is_allowed(number: str):
    facts = replace(winbooks.FACTS, external_id_range=DEBTORS, external_id_allowed="10000 to 69999")
    batches = [
        planned(workbook(document(), customers=[customer(external_id=typed)])).batch
        for typed in ("10000", number, "69999")
    ]
    assert [said(unfit_external_ids(batch, facts)) for batch in batches if batch] == [
        [],
        [f'Customers, row 2, Accountant\'s no.: found "{number}", allowed: 10000 to 69999.'],
        [],
    ]


@given(
    st.sets(st.integers(1, 60)),
    st.integers(1, 40),
    st.integers(1, 60),
    st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=1),
)
def test_no_number_is_given_twice_or_outside_the_range(
    taken: set[int], start: int, last: int, names: list[str]
):
    past = history(external_ids={str(number): f"Gone {number}" for number in taken})
    wanted = [customer(name) for name in names]
    result = assign(
        wanted, {one.key: one for one in wanted}, past, str(start), allowed=NumberRange(1, last)
    )
    given_numbers = [int(one.external_id) for one in result.given]
    assert given_numbers == sorted(set(given_numbers) - taken)
    assert all(start <= number <= last for number in given_numbers)
    assert result.is_full == (len(given_numbers) < len(wanted))
