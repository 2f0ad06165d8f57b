"""Dutch: what the dossier knows whatever its workbooks say, and what its accountant is asked."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "period-closed-on-record": ProblemWords(
        allowed="een periode na {closed}: de boeken zijn in de gegevens van het dossier "
        "afgesloten tot en met {closed}, door {by}",
        cure="Geef een latere datum of periode, of vraag uw boekhouder de periode te openen, en "
        "wie deze server beheert om ze in de gegevens te openen.",
    ),
    "closed-up-to-lowered": ProblemWords(
        allowed="{closed} of een latere dag, omdat de boeken in de gegevens van het dossier "
        "afgesloten zijn tot en met {closed}, door {by}",
        cure="Typ {closed}. Heeft uw boekhouder een periode opnieuw geopend? Vraag dan "
        "wie deze server beheert om ze in de gegevens te openen.",
    ),
    "all-customers-unconfirmed": ProblemWords(
        found='"alle": klanten die een export al schreef: {count}',
        verb="nodig:",
        allowed="uw woord dat ze alle opnieuw geschreven worden, gewijzigd of niet",
        cure="{overwritten} Vraag het uw boekhouder. Gewenst voor deze ene keer: vink het aan in "
        "het zijpaneel na een controle (opdracht: --all-customers; webhook: "
        '"customers": "all"). Niet gewenst: kies nieuwe en gewijzigde.',
    ),
    "merged-with-number": ProblemWords(
        found='"{retired}" ({of_retired}), samengevoegd met "{survivor}" ({of_survivor})',
        verb="genomen:",
        allowed="voortaan worden documenten van beide geboekt op {number}, en wat geëxporteerd is, "
        "houdt zijn nummer",
        cure="Vraag uw boekhouder bij welke van de twee er openstaande posten zijn: die moet "
        'verder bestaan. Is het "{retired}"? Draai het dan om: maak deze cel leeg, en schrijf '
        '"{retired}" in de rij van "{survivor}".',
    ),
    "e-invoices-unanswered": ProblemWords(
        found="niets, en facturen aan Belgische firma's, die sinds {since} e-facturen zijn: "
        "{count}",
        verb="nodig:",
        allowed="of ze ook via Peppol bij uw boekhouder aankomen",
        cure="Een kantoor dat beide boekt, boekt elke verkoop twee keer. Vraag het uw boekhouder "
        "en kies nee, ja, of ja maar niet geboekt.",
    ),
    "e-invoices-booked-twice": ProblemWords(
        found="ja, en facturen die uw boekhouder al uit Peppol boekt: {count}",
        allowed="één weg naar de boeken: via Peppol, of met deze bestanden",
        cure="Kies samen met uw boekhouder één weg. Deze bestanden: laat het kantoor niet meer "
        "boeken wat via Peppol komt, en kies ja maar niet geboekt. Peppol: exporteer deze "
        "facturen niet meer.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "closed by the operator": "wie deze server beheert",
    "overwrites customers": "Inlezen kan overschrijven wat uw boekhouder in het programma aan hen "
    "wijzigde.",
    "WinBooks overwrites customers": "WinBooks overschrijft een klant die er al is: de "
    "betalingstermijn, de centralisatierekening en wat uw boekhouder er nog wijzigde, gaan "
    "verloren.",
    "number given now": "nummer {number}, gegeven met deze export",
    "number in no export": "nummer {number}, nog in geen export",
    "number last in export": "nummer {number}, laatst in export {batch}",
    "moved closing": "in de gegevens van het dossier werden andere periodes afgesloten of geopend",
}
