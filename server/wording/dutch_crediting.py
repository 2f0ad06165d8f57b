"""Dutch: what is said of credit notes in the light of the invoices that they credit."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "credited-too-much-together": ProblemWords(
        found="{base} gecrediteerd onder btw-code {vat_code}",
        allowed="ten hoogste {left}, want {invoiced} is gefactureerd op {numbers} samen en {done} "
        "al gecrediteerd",
        cure="Verbeter de regels, of noem de juiste facturen.",
    ),
    "credited-too-much-after-discount": ProblemWords(
        found="{base} gecrediteerd onder btw-code {vat_code}",
        allowed="ten hoogste {left}, want {net} is gefactureerd op {numbers}, met btw op "
        "{invoiced} wegens een korting contant van {discount}, en {done} is al gecrediteerd",
        cure="Geef de creditnota de korting contant van de factuur, of verbeter de regels.",
    ),
    "credited-at-other-rate": ProblemWords(
        found="koers {rate}, terwijl {number} koers {past_rate} heeft",
        verb="genomen",
        allowed="zoals het is; wat de klant dan in de boeken open heeft, is een koersverschil",
        cure="Uw boekhouder boekt het.",
    ),
    "credited-vat-as-printed": ProblemWords(
        found="btw {vat} voor {vat_code}, zoals gedrukt",
        verb="genomen",
        allowed="zoals gedrukt; van de btw van de factuur blijft {left} over, zodat er {open} open "
        "blijft",
        cure="Verbeter het gedrukte bedrag als het papier iets anders zegt.",
    ),
    "credited-base-as-printed": ProblemWords(
        found="{base} voor {vat_code}, zoals gedrukt",
        verb="genomen",
        allowed="zoals gedrukt; van de factuur blijft {left} over, zodat er {open} open blijft",
        cure="Verbeter het gedrukte bedrag als het papier iets anders zegt.",
    ),
    "credited-rounding-as-printed": ProblemWords(
        found="afronding van {rounding} op de creditnota",
        verb="genomen",
        allowed="zoals het is; van de afronding van de factuur blijft {left} over, zodat er {open} "
        "open blijft",
        cure="Verbeter de gedrukte bedragen of de afronding van het te betalen bedrag als het "
        "papier iets anders zegt.",
    ),
    "credited-remainder-of-rounding": ProblemWords(
        found="geen afronding op de creditnota",
        verb="genomen:",
        allowed="{rounding}, wat van de afronding van de factuur overblijft, zodat de klant op "
        "0,00 uitkomt",
    ),
    "credited-remainder-in-books": ProblemWords(
        found="{net} en btw {vat} voor {vat_code}, omgerekend",
        verb="genomen:",
        allowed="{taken_net} en btw {taken_vat}, wat van de factuur in de boeken overblijft, zodat "
        "de klant ook daar op 0,00 uitkomt",
    ),
    "credited-on-other-number": ProblemWords(
        found="{invoices}, geboekt op {past_number}",
        verb="genomen:",
        allowed="creditnota {number} op {now_number}, waar de klant intussen geboekt wordt",
        cure="Zeg het uw boekhouder: tenzij de twee nummers in het programma één zijn, blijft op "
        "{past_number} openstaan wat gecrediteerd is. Ofwel gaat de creditnota daarheen, ofwel de "
        "factuur naar {now_number}, en worden ze samen afgepunt.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "cents unsettled": "Van de btw van de gecrediteerde factuur blijft {left} over, gedrukt is "
    "{printed}. Genomen: zoals gedrukt; {open} blijft open.",
    "cents settled": "In {currency} is het omgerekende totaal {converted}; genomen is {gross} "
    "(btw-code {codes}), wat van de gecrediteerde factuur overblijft, zodat die op 0,00 uitkomt.",
    "cents settled within": "In {currency} zijn netto en btw van btw-code {codes} wat van de "
    "gecrediteerde factuur overblijft, zodat die op 0,00 uitkomt.",
}
