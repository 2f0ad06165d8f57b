from boekbrug.server.workflow.addresses import other_account


def test_somebody_from_elsewhere_is_told_of_the_second_account():
    assert other_account("an.peeters@gmail.com", ["@acme.example"]) == (
        "Button: found an.peeters@gmail.com, allowed for this file: addresses at acme.example. "
        "You are probably signed in to Google twice. Open this file in a window with only your "
        "work account and press again. Nothing was read or changed."
    )


def test_the_allowed_are_named_in_the_order_in_which_they_were_given():
    said = other_account("ben@acme.example.org", ["an@office.example", "@acme.example"])
    assert "allowed for this file: an@office.example, addresses at acme.example." in said
    said = other_account("ben@acme.example.org", [])
    assert "allowed for this file: nobody." in said
