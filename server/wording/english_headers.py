"""English: what is said of tabs, headers and names that are not what they were.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "renamed-header": ProblemWords(
        verb="needed",
        allowed="a column {header}",
        cure="Give {cell} the name {header}; or, if it is a column of your own, add a column "
        "{header} (it may stay empty).",
    ),
    "renamed-headers": ProblemWords(
        verb="needed",
        allowed="{columns}",
        cure="Give each of these cells the name of what it holds; of what none of them holds, add "
        "the column (it may stay empty).",
    ),
    "merged-headers": ProblemWords(
        found="merged cells over the headers",
        allowed="a cell for each header",
        cure="Unmerge them, then write above its own column: {headers}.",
    ),
    "own-column": ProblemWords(
        verb="read as",
        allowed="a column of your own",
        cure="Nothing of it is used; if it is {header}, give it that name.",
    ),
    "misspelt-tab": ProblemWords(
        found='no tab with this name, but "{near}"',
        allowed="one",
        cure='Give "{near}" the name {name}; or, if it is a tab of your own, add a tab {name}.',
    ),
    "misspelt-vat-code": ProblemWords(allowed="{allowed}; nearest is {nearest}"),
}

SENTENCES: Mapping[str, str] = {
    "above a filled cell": "{header} above 1 filled cell",
    "above filled cells": "{header} above {count} filled cells",
    "above cells": "{headers} above filled cells",
    "no header": "no header",
    "a column": "a column {columns}",
    "the columns": "the columns {columns}",
    "or your own column": "; or, if it is a column of your own, add a column {header} (it may stay "
    "empty)",
    "nearest number": "; nearest is {number}",
}
