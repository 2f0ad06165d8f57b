"""Dutch: the server's cells that somebody touched, and rows that claim an export."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "server-cell-touched": ProblemWords(
        allowed="{kept}, zoals het geëxporteerd is",
        cure="Het wordt teruggezet; er wordt niets opnieuw geëxporteerd of aangerekend.",
    ),
    "server-cell-typed": ProblemWords(
        allowed="wat de server hier schrijft",
        cure="Het wordt overschreven: schrijf eigen woorden in een eigen kolom.",
    ),
    "state-without-export": ProblemWords(
        verb="beschouwd",
        allowed="als nieuw, want de server kent er geen export van",
        cure="Staat het al in de boeken? Vink dan {hold} aan.",
    ),
    "copied-with-export": ProblemWords(
        found="{found}, maar {claimed} bevat dit nummer niet; de rij lijkt een kopie van "
        "{original}",
        verb="beschouwd",
        allowed="als nieuw, en wat in de kolommen van de server gekopieerd is, wordt leeggemaakt",
        cure="Is het geen eigen document? Verwijder dan de rij.",
    ),
    "renumbered-after-export": ProblemWords(
        found="{found} voor {document}; export {batch} bevat {again} met dezelfde klant en "
        "bedragen, {place}",
        allowed="wat geëxporteerd is",
        cure="Maak er weer {again} van: als een ander document zou het twee keer geboekt en "
        "aangerekend worden. Is het echt een ander? Maak dan {cells} leeg.",
    ),
    "export-not-on-record": ProblemWords(
        found="{found}, maar {known}",
        allowed="een export die dit document bevat",
        cure="Werd het vanuit een ander bestand geëxporteerd, of verloor de server gegevens? "
        "Vink dan {hold} aan en verwittig wie de server beheert: nog eens zou het twee keer "
        "geboekt en aangerekend worden. Is het nieuw? Maak dan {cells} leeg.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "copy of row": "rij {row}",
    "copy of a row": "een die hij wel bevat",
    "that export": "export {export}",
    "that day's export": "de export van die dag",
    "export without it": "{claimed} bevat dit nummer niet",
    "no such export": "de server kent {claimed} niet: zijn exports eindigen bij {last}",
    "no export yet": "de server kent nog geen export",
    "no row of number": "en daarvan is er geen rij",
    "other row of number": "en rij {row} met dat nummer zegt iets anders",
    "document of a day": "{kind} {number} van {day}",
}
