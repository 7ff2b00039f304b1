"""Regular expressions as the vocabulary writes them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(text: str) -> re.Pattern[str]:
    """A regular expression of the vocabulary: folded lines joined, any letter case."""
    return re.compile(re.sub(r"\s*\n\s*|\s+(?=\|)", "", text.strip()), re.IGNORECASE)


def shortened(text: str) -> re.Pattern[str]:
    """A shortened word with or without its last full stop: «зам.», «зам», «и. о.»."""
    return re.compile(r"\.\s*".join(map(re.escape, filter(None, text.split(".")))) + r"\b\.?", re.IGNORECASE)
