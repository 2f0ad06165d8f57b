"""Dutch: what is said of what happened to a sheet without anybody noticing.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_AS_TEXT = "Geef de cel de opmaak tekst en typ alle cijfers opnieuw."

PROBLEMS: Mapping[str, ProblemWords] = {
    # Cells.
    "date-as-number": ProblemWords(
        found="een getal dat staat voor {day}",
        allowed="{allowed}",
        cure="Geef de cel de opmaak datum, of typ de datum opnieuw.",
    ),
    "error-as-text": ProblemWords(
        allowed="{allowed}",
        cure="De fout van een formule werd als tekst geplakt; typ wat er hoort te staan.",
    ),
    "shortened-number": ProblemWords(
        allowed="{allowed}", cure=f"Het rekenblad kortte een lang getal in. {_AS_TEXT}"
    ),
    "digits-lost": ProblemWords(
        found="een getal van {count} cijfers",
        allowed="{allowed}",
        cure=f"Het rekenblad bewaart alleen de eerste 15 cijfers van een getal. {_AS_TEXT}",
    ),
    "unreadable-character": ProblemWords(
        found="{found} met {character} als teken {place}",
        allowed="tekens die te lezen zijn",
        cure="Maak de cel leeg en typ de tekst in plaats van hem te plakken.",
    ),
    "mixed-decimal-marks": ProblemWords(
        found="{comma} (rij {comma_row}) en {point} (rij {point_row})",
        verb="gelezen als",
        allowed="{comma_amount} en {point_amount}",
        cure="Gebruik één decimaalteken in de hele kolom.",
    ),
    "number-of-two-readings": ProblemWords(
        found="{found}, wat {whole} of {fraction} kan zijn",
        allowed="{allowed}",
        cure="Geef de cel de opmaak getal en typ het opnieuw, zonder teken voor duizendtallen.",
    ),
    "date-of-two-readings": ProblemWords(
        found="{found}, wat {day} of {other_day} kan zijn",
        allowed="{allowed}",
        cure="Rij {row} heeft {shown}, met {order}: typ {typed} of {other_typed}.",
    ),
    "amount-with-currency": ProblemWords(
        allowed="{allowed}",
        cure="Typ {amount} zonder de munt: bedragen zijn in die van de boekhouding, tenzij kolom "
        "{currency} een andere noemt.",
    ),
    "amount-in-other-marks": ProblemWords(
        allowed="{allowed}", cure="Als dat {amount} betekent, typ het zo."
    ),
    # Rows.
    "sorted-by-one-column": ProblemWords(
        found="{keys} en {others}",
        allowed="elk in zijn eigen rij",
        cure="Het lijkt erop dat deze kolom zonder de andere gesorteerd werd: maak dat ongedaan, "
        "of ga terug naar een vorige versie van het blad.",
    ),
    "row-without-number": ProblemWords(
        found="waarden zonder {number} en {date}",
        verb="beschouwd",
        allowed="als leeg, zodat er niets van geëxporteerd wordt",
        cure="Vul {number} en {date} in, of maak de rij leeg.",
    ),
    "lines-without-invoices": ProblemWords(
        found="{numbers}",
        allowed="de nummers van rijen van tabblad {title}",
        cure="Hun facturen zijn weg, of een kolom werd zonder de andere gesorteerd: ga terug naar "
        "een vorige versie van het blad, voeg de facturen toe, of verwijder deze regels.",
    ),
    # What people did to a tab.
    "copied-tab": ProblemWords(
        found="een kopie van tabblad {title}",
        verb="gelezen:",
        allowed="alleen tabblad {title}",
        cure="Wat in de kopie staat, wordt niet geëxporteerd; hernoem of verwijder die.",
    ),
    "hidden-invoices": ProblemWords(
        verb="gelezen:", allowed="zoals alle andere", cure="{show}, of vink {hold} aan."
    ),
    "hidden-lines": ProblemWords(
        verb="gelezen:",
        allowed="zoals alle andere",
        cure="{show}, of vink {hold} aan bij {whose} factuur.",
    ),
    "hidden-column": ProblemWords(
        found="een verborgen kolom",
        verb="gelezen:",
        allowed="zoals alle andere",
        cure="Maak ze zichtbaar, of maak ze leeg.",
    ),
    "merged-cells": ProblemWords(
        found="samengevoegde cellen ({area})",
        allowed="elke cel apart",
        cure="Alleen de eerste ervan heeft een waarde, de andere tellen als leeg: splits ze en vul "
        "elke cel in.",
    ),
    "formula-in-result-column": ProblemWords(
        allowed="wat de server hier schrijft",
        cure="Hij overschrijft nooit een formule en kan hier dus niets melden. {remove}.",
    ),
    "linked-cells": ProblemWords(
        verb="gelezen als",
        allowed="de waarde die het laatst gezien werd",
        cure="Kies in Excel Gegevens > Koppelingen bewerken (of Werkmapkoppelingen), werk ze bij "
        "en sla op; of vervang {formula} door haar waarde.",
    ),
    "row-of-totals": ProblemWords(
        found="{label}, wat op een rij met totalen lijkt",
        allowed="{things}",
        cure="Zet de totalen op een eigen tabblad, of verwijder de rij.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "keys": "{count} rijen met alleen {what}",
    "keyless rows": "{count} rijen zonder {what}",
    "hidden row": "een verborgen rij",
    "hidden rows": "verborgen rijen",
    "show hidden row": "Maak ze zichtbaar",
    "show hidden rows": "Maak ze zichtbaar",
    "of hidden row": "haar",
    "of hidden rows": "hun",
    "a link": "een formule die haar waarde uit {file} haalt",
    "links": "formules die hun waarden uit {file} halen",
    "another file": "een ander bestand",
    "the formula": "de formule",
    "each formula": "elke formule",
    "a formula": "een formule",
    "formulas": "formules",
    "remove a formula": "Verwijder ze",
    "remove formulas": "Verwijder ze",
    "day first": "de dag eerst",
    "month first": "de maand eerst",
    "nothing but Invoices": "alleen facturen",
    "nothing but Lines": "alleen regels van facturen",
}
