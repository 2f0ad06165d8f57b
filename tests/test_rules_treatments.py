from dataclasses import replace

import pytest
from bookkeeping_support import CODES, customer, document, vat_code

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.terms import CustomerKind, Treatment
from boekbrug.server.bookkeeping.treatments import misfits


def said(code, **given):
    found = misfits(document(), customer(**given), CODES[code], "BE")
    return [sentence(problem) for problem in found]


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("H21", {}),
        ("H21", {"vat_number": ""}),
        ("IC-S", {"vat_number": "DE136695976", "country": "DE"}),
        ("IC-S", {"vat_number": "EL094014201", "country": "GR"}),
        ("MC", {}),
        ("EX", {"country": "US", "vat_number": ""}),
        ("OUT", {"kind": CustomerKind.PERSON}),
        ("N0", {}),
    ],
)
def test_b4_what_fits_is_not_mentioned(code, given):
    assert said(code, **given) == []


@pytest.mark.parametrize("number", ["", "BE0428759497", "US12"])
def test_b4_a_supply_within_the_eu_needs_the_vat_number_of_another_member_state(number):
    found = f'"{number}"' if number else "nothing"
    assert said("IC-S", vat_number=number) == [
        f"Customers, row 2, VAT number: found {found}, allowed: the VAT number of another EU "
        "member state for VAT code IC-S (EU services). Correct it, or the VAT code of invoice "
        "2026/18."
    ]


def test_b4_northern_ireland_is_of_the_single_market_for_goods_alone():
    northern_irish = customer(vat_number="XI980780684", country="GB")
    goods = replace(CODES["IC-S"], treatment=Treatment.EU_GOODS)
    assert not [*misfits(document(), northern_irish, goods, "BE")]
    assert [*misfits(document(), customer(vat_number="GB980780684"), goods, "BE")]
    assert [*misfits(document(), northern_irish, CODES["IC-S"], "BE")]


def test_b4_the_domestic_reverse_charge_needs_a_vat_number_of_the_own_country():
    assert said("MC", vat_number="DE136695976") == [
        'Customers, row 2, VAT number: found "DE136695976", allowed: a VAT number of BE for VAT '
        "code MC (reverse charge domestic). Correct it, or the VAT code of invoice 2026/18."
    ]


def test_b4_an_export_goes_outside_the_eu():
    assert said("EX", country="FR") == [
        "Customers, row 2, Country: found FR, allowed: a country outside the EU for VAT code EX "
        "(export goods). Correct it, or the VAT code of invoice 2026/18."
    ]


def test_b4_domestic_vat_for_a_foreign_company_is_only_unusual():
    assert said("H21", vat_number="DE136695976") == [
        "Invoices, row 2, VAT: found H21 (21 %) for a customer with VAT number DE136695976, "
        "taken as it is; it is unusual. Ask your accountant when in doubt."
    ]


def test_b4_a_zero_rate_for_a_private_person_is_only_unusual():
    (problem,) = misfits(
        document(),
        customer(kind=CustomerKind.PERSON, vat_number=""),
        vat_code("N0", 0, Treatment.ZERO_RATE),
        "BE",
    )
    assert not problem.blocks


def oss(**given):
    code = replace(vat_code("OSS-NL", 21, Treatment.OSS_GOODS), country="NL")
    private = {"kind": CustomerKind.PERSON, "vat_number": "", "country": "NL"} | given
    delivered = document(delivery_country=private.pop("delivered", ""))
    return [sentence(one) for one in misfits(delivered, customer(**private), code, "BE")]


def test_b4_the_one_stop_shop_is_for_private_persons_of_the_codes_country():
    assert oss() == []
    assert oss(country="BE", delivered="NL") == []
    assert oss(vat_number="NL854502130B01") == [
        'Customers, row 2, VAT number: found "NL854502130B01", allowed: nothing for VAT code '
        "OSS-NL (OSS goods). The one-stop shop is for private persons. Correct it, or the VAT "
        "code of invoice 2026/18."
    ]
    assert oss(country="FR") == [
        "Invoices, row 2, VAT: found VAT code OSS-NL of NL for a sale to FR, allowed: a code of "
        "FR. Correct the VAT code of invoice 2026/18, or the country."
    ]


def test_b4_goods_that_are_delivered_outside_the_eu_are_an_export_whoever_buys_them():
    french = customer(country="FR", vat_number="")
    sold = document(delivery_country="CH")
    assert list(misfits(sold, french, CODES["EX"], "BE")) == []
    stays = document(delivery_country="NL")
    american = customer(country="US", vat_number="")
    assert [sentence(one) for one in misfits(stays, american, CODES["EX"], "BE")] == [
        "Invoices, row 2, Delivery country: found NL, allowed: a country outside the EU for VAT "
        "code EX (export goods). Correct it, or the VAT code of invoice 2026/18."
    ]
