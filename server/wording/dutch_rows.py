"""Dutch: what is said about columns that the first sheet lacks.

Problems stand by their code.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Customers.
    "person-without-name": ProblemWords(
        allowed="de naam van een particulier: hier, of bij {first_name} of {name}",
    ),
    "customer-of-itself": ProblemWords(
        allowed="een andere klant",
        cure="Verbeter dit, of maak de cel leeg.",
    ),
    "chain-of-customers": ProblemWords(
        allowed="een klant die bij {header} zelf niemand noemt",
        cure='Rij {row} verwijst door naar "{further}": schrijf die.',
    ),
    "not-collective": ProblemWords(
        allowed="een klant van soort {collective}",
        cure="Rij {at_row} is van soort {kind}: verbeter dat, of noem een andere klant.",
    ),
    "wrong-iban": ProblemWords(
        allowed="een IBAN met juiste controlecijfers, zoals BE68539007547034",
    ),
    "wrong-bic": ProblemWords(
        allowed="een BIC van 8 of 11 tekens, zoals KREDBEBB",
    ),
    "wrong-enterprise-number": ProblemWords(
        allowed="een nummer zoals het ondernemingsregister van {country} het geeft, met een "
        "juist controlegetal als het er een heeft",
    ),
    "wrong-peppol-id": ProblemWords(
        allowed="schema en nummer met een dubbelpunt ertussen, zoals 0208:0403019261",
    ),
    "cash-discount-without-days": ProblemWords(
        allowed="een aantal dagen, naast {percent}",
    ),
    "days-without-cash-discount": ProblemWords(
        allowed="een korting, naast {days}",
        cure="Vul ze in, of maak {days} leeg.",
    ),
    # VAT codes and accounts.
    "no-such-vat-code": ProblemWords(
        allowed="een code van tabblad {title}",
        cure="Verbeter dit, of voeg de code toe.",
    ),
    "oss-without-country": ProblemWords(
        allowed="het land waar de btw verschuldigd is, bij {treatment}",
    ),
    "wrong-vatex-code": ProblemWords(
        allowed="een code van de lijst van vrijstellingen, zoals VATEX-EU-AE",
    ),
    "last-day-before-first": ProblemWords(
        allowed="{first} of een latere dag",
    ),
    # Invoices.
    "discount-twice": ProblemWords(
        allowed="een percentage of een bedrag, een van de twee",
        cure="Maak deze cel of {percent} leeg.",
    ),
    "due-not-by-terms": ProblemWords(
        allowed="{due_on}, zoals {terms} zegt",
        cure="Maak een van de twee leeg.",
    ),
    "rate-without-currency": ProblemWords(
        allowed="een munt, naast {rate}",
        cure="Vul ze in, of maak {rate} leeg.",
    ),
    "rate-of-own-currency": ProblemWords(
        allowed="niets bij {currency}, de munt van de boeken",
        cure="Maak de cel leeg, of verbeter de munt.",
    ),
    "currency-without-rate": ProblemWords(
        allowed="de koers: hoeveel {foreign} voor 1 {own}",
    ),
    "supply-without-last-day": ProblemWords(
        allowed="de laatste dag van de levering, naast {first}",
    ),
    "invoice-without-customer": ProblemWords(
        allowed="een klant uit tabblad Klanten",
        cure="Of laat een klant staan voor al wie niet genoemd wordt: noem hem in tabblad "
        "{settings}, Verzamelklant.",
    ),
    "credits-of-an-invoice": ProblemWords(
        allowed="niets, want dit is een factuur",
        cure="Is het een creditnota, zeg dat dan bij {kind}.",
    ),
    "credits-nothing": ProblemWords(
        verb="verwacht:",
        allowed="het nummer van de factuur die ze crediteert, of periode voor een ristorno",
        cure="Ze wordt geëxporteerd zoals ze is.",
    ),
    "unreadable-credited-number": ProblemWords(
        allowed="het nummer van een factuur, zoals 2026/18, of meerdere met komma's ertussen",
    ),
    "credits-a-credit-note": ProblemWords(
        allowed="het nummer van een factuur",
        cure="Dit is het nummer van een creditnota.",
    ),
    # Lines.
    "line-without-amount": ProblemWords(
        allowed="een prijs, of een bedrag bij {net} of {total}",
    ),
    "text-with-amount": ProblemWords(
        allowed="niets op een regel waarvan {kind} tekst is",
        cure="Maak de cel leeg, of geef de regel een andere soort.",
    ),
    "amount-not-by-price": ProblemWords(
        allowed="{computed}, dat is {quantity} x {unit_price} min de korting",
        cure="Verbeter een ervan, of maak deze cel leeg.",
    ),
    "total-not-the-sum": ProblemWords(
        allowed="{sum}, dat is {net} plus {vat}",
    ),
    # Settings.
    "own-table-without-periods": ProblemWords(
        found="{found} zonder rij Periode",
        allowed="{found}, met een rij Periode voor elke periode",
        cure="Voeg rijen toe zoals Periode: 2026-01-01..2026-01-28 = 1.",
    ),
    "unreadable-period": ProblemWords(
        allowed='eerste en laatste dag en een nummer, zoals "2026-01-01..2026-01-28 = 1"',
    ),
    "overlapping-periods": ProblemWords(
        allowed="periodes die elkaar niet overlappen",
        cure="Laat elke periode beginnen op de dag na de laatste dag van een andere.",
    ),
    "collective-without-customer": ProblemWords(
        allowed="dit, met de instelling Verzamelklant",
        cure="Voeg een rij Verzamelklant toe die er een uit tabblad Klanten noemt.",
    ),
    "unknown-setting-customer": ProblemWords(
        allowed="een klant uit tabblad {title}",
        cure="Kies er een, of voeg de klant toe.",
    ),
    "line-of-words-alone": ProblemWords(
        allowed="een prijs en een btw-code",
        cure="Zijn het alleen woorden, kies dan {text} bij {kind}.",
    ),
}

SENTENCES: Mapping[str, str] = {"column to add": "{header} (een kolom die u toevoegt)"}
