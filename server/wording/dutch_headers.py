"""Dutch: what is said of tabs, headers and names that are not what they were.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "renamed-header": ProblemWords(
        verb="nodig:",
        allowed="een kolom {header}",
        cure="Geef {cell} de naam {header}; of, als het een kolom van uzelf is, voeg een kolom "
        "{header} toe (ze mag leeg blijven).",
    ),
    "renamed-headers": ProblemWords(
        verb="nodig:",
        allowed="{columns}",
        cure="Geef elk van deze cellen de naam van wat eronder staat; voeg de kolom toe van wat "
        "onder geen ervan staat (ze mag leeg blijven).",
    ),
    "merged-headers": ProblemWords(
        found="samengevoegde cellen boven de kolommen",
        allowed="een cel voor elke kop",
        cure="Splits ze, en schrijf dan elk boven zijn eigen kolom: {headers}.",
    ),
    "own-column": ProblemWords(
        verb="gelezen als",
        allowed="een kolom van uzelf",
        cure="Er wordt niets van gebruikt; is het {header}, geef de kolom dan die naam.",
    ),
    "misspelt-tab": ProblemWords(
        found='geen tabblad met deze naam, wel "{near}"',
        allowed="één",
        cure='Geef "{near}" de naam {name}; of, als het een tabblad van uzelf is, voeg een '
        "tabblad {name} toe.",
    ),
    "misspelt-vat-code": ProblemWords(allowed="{allowed}; het dichtst is {nearest}"),
}

SENTENCES: Mapping[str, str] = {
    "above a filled cell": "{header} boven 1 gevulde cel",
    "above filled cells": "{header} boven {count} gevulde cellen",
    "above cells": "{headers} boven gevulde cellen",
    "no header": "geen kop",
    "a column": "een kolom {columns}",
    "the columns": "de kolommen {columns}",
    "or your own column": "; of, als het een kolom van uzelf is, voeg een kolom {header} toe (ze "
    "mag leeg blijven)",
    "nearest number": "; het dichtst is {number}",
}
