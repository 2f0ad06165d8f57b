from boekbrug.server.bookkeeping.problems import (
    Origin,
    Problem,
    Severity,
    found_in_words,
    merged,
    rows_in_words,
    sentence,
)


def missing_account(row: int) -> Problem:
    return Problem.at(
        Origin("Lines", row), "Account", found="nothing", allowed="an account from tab Accounts"
    )


def test_identical_problems_are_one_sentence_with_their_rows():
    folded = merged([missing_account(row) for row in (12, 15, *range(31, 45), 12)])
    assert [sentence(problem) for problem in folded] == [
        "Lines, rows 12, 15 and 31-44 (16 lines), Account: found nothing, "
        "allowed: an account from tab Accounts."
    ]


def test_errors_come_before_warnings():
    warning = Problem(tab="VAT", found="a", allowed="b", severity=Severity.WARNING)
    assert merged([warning, missing_account(3)])[-1] == warning


def test_the_cure_and_another_verb_have_their_place():
    problem = Problem(
        tab="Balance", found="EUR 6.24", verb="needed", allowed="EUR 10.08", cure="Top up."
    )
    assert sentence(problem) == "Balance: found EUR 6.24, needed EUR 10.08. Top up."


def test_rows_are_sorted_counted_once_and_folded_from_three_on():
    assert rows_in_words([41, 40, 40]) == "rows 40 and 41"
    assert rows_in_words([3, 1, 2]) == "rows 1-3 (3 rows)"
    assert rows_in_words([1, 2, 9]) == "rows 1, 2 and 9"


def test_a_number_is_shown_as_it_is_and_text_in_quotes():
    assert [found_in_words(value) for value in (0.21, 12.5, 7, "22", "", False)] == [
        "0.21",
        "12.5",
        "7",
        '"22"',
        "nothing",
        "FALSE",
    ]
