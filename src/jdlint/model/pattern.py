"""Regular expressions as the vocabulary writes them."""

from __future__ import annotations

import re


def compiled(text: str) -> re.Pattern[str]:
    """A regular expression of the vocabulary: folded lines joined, any letter case."""
    return re.compile(re.sub(r"\s*\n\s*|\s+(?=\|)", "", text.strip()), re.IGNORECASE)
