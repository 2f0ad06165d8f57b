"""Dutch: what an export takes, and what is otherwise than the exports before."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "changed-after-export": ProblemWords(
        verb="op {day} geëxporteerd (export {batch}) als {past}; toegelaten:",
        allowed="geen wijziging na export",
        cure="Maak een creditnota en een nieuwe factuur, of kies Vervangen op tabblad Exports als "
        "uw boekhouder export {batch} nog niet ingelezen heeft.",
    ),
    "document-moved-to-other-year": ProblemWords(
        found="{day} voor {number}, dat in export {batch} zit met {past_day} en dezelfde klant en "
        "bedragen",
        allowed="een datum van het boekjaar waarin het geëxporteerd is",
        cure="Zet {past_day} terug: met deze datum zou het twee keer geëxporteerd en aangerekend "
        "worden. Maak een creditnota en een nieuwe factuur om het te verplaatsen.{instead}",
    ),
    "one-exported-and-gone": ProblemWords(
        found="geen rij voor {named}{more}",
        verb="nodig",
        allowed="elk geëxporteerd document, zolang u het vergeleken wilt zien",
        cure="Zet de rij terug, of laat het zo: er wordt niets voor geëxporteerd of aangerekend.",
    ),
    "exported-and-gone": ProblemWords(
        found="geen rij voor {count} geëxporteerde documenten: {named}{more}",
        verb="nodig",
        allowed="elk geëxporteerd document, zolang u het vergeleken wilt zien",
        cure="Zet de rijen terug, of laat het zo: er wordt niets voor geëxporteerd of aangerekend.",
    ),
    "none-named": ProblemWords(
        allowed="het nummer van een document op dit tabblad",
        cure="Schrijf het zoals het daar staat.",
    ),
    "several-named": ProblemWords(
        found="{found} in meerdere rijen",
        allowed="een nummer van één rij",
        cure="Geef elke rij een eigen nummer.",
    ),
    "chosen-left-out": ProblemWords(
        found="{number}, dat u koos en dat weggelaten wordt ({reason})",
        allowed="documenten die deze export meeneemt",
        cure="Laat het uit uw keuze weg, of wijzig waarom het weggelaten wordt.",
    ),
    "numbers-missing": ProblemWords(
        found="een gat tussen {first} en {last}: {numbers}{more}",
        verb="nodig",
        allowed="elk nummer van een reeks",
        cure="Kijk waar het nummer is; de export gaat zonder door.",
    ),
    "replace-unknown": ProblemWords(
        found="geen export {number}",
        verb="nodig",
        allowed="het nummer van een export op dit tabblad",
        cure="Kijk daar welke export u bedoelt.",
    ),
    "replace-replaced": ProblemWords(
        found="export {by} in de plaats ervan",
        allowed="een export die nog niet vervangen is",
        cure="Vervang export {by}.",
    ),
    "replace-exported-later": ProblemWords(
        found="documenten ervan in een latere export",
        allowed="de laatste export van al zijn documenten",
        cure="Maak het antwoord leeg (opdracht: laat --replace weg); maak een creditnota en een "
        "nieuwe factuur, of vraag uw boekhouder het met de hand te verbeteren.",
    ),
    "replace-without-rows": ProblemWords(
        found="geen rij voor {gone}",
        verb="nodig",
        allowed="alle documenten van export {number}",
        cure="Zet terug wat weg is, of maak het antwoord leeg (opdracht: laat --replace weg) en "
        "vraag uw boekhouder het met de hand te verbeteren.",
    ),
    "replace-unconfirmed": ProblemWords(
        found="geen bevestiging dat uw boekhouder hem nog niet ingelezen heeft",
        verb="nodig",
        allowed="die bevestiging, want wat ingelezen is wordt niet teruggenomen",
        cure='{again} Vraag het uw boekhouder. Niet ingelezen: typ "Vervangen, niet ingelezen" '
        "als antwoord van de boekhouder (opdracht: --not-imported). Wel ingelezen: maak het "
        "antwoord leeg, en maak een creditnota en een nieuwe factuur, of laat uw boekhouder het "
        "met de hand verbeteren.",
    ),
    "booked-without-customer": ProblemWords(
        found="niets voor {numbers}{more}",
        verb="genomen:",
        allowed="{customer}, de verzamelklant van tabblad {settings}",
        cure="Typ de klant als die bekend is.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "number with its year": " Begint uw nummering elk jaar opnieuw? Schrijf dan het jaar vóór de "
    "nummers van nieuwe documenten, zoals in {number}.",
    "left out: not chosen": "niet bij de gekozen documenten",
    "until": "tot en met {last}",
    "gap on hold": "{number} (tegengehouden)",
    "gap range": "{first} tot {last}",
    "amount of": "{name} {amount}",
    "changed since": "{export}, sindsdien gewijzigd",
    "in its export": "{number} (export {batch})",
    "since export": "Sinds export {batch}: {new} nieuw, {changed} gewijzigd, {vanished} verdwenen.",
    "since that export": "Sinds export {batch}",
    "new changed vanished": "{new} nieuw, {changed} gewijzigd, {vanished} verdwenen",
    "and more gone": " en nog {count}",
    "nothing, so": "niets (genomen: {customer})",
    # An export that takes the place of another.
    "typed replace": "Vervangen",
    "typed not imported": "Vervangen, niet ingelezen",
    "export numbered": "export {number}",
    "replaces export": "Hij vervangt export {number}.",
    "replaced by": "vervangen door export {number}",
    "and replaces": "{state}, vervangt export {number}",
}
