"""Dutch: programs and their page."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
