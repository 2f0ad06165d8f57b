"""Dutch: what is said about cells, tabs and settings.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {}

SENTENCES: Mapping[str, str] = {}
