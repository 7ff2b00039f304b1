"""What documents say, made text of a page and nothing else."""

from __future__ import annotations

import re
from html import escape

_NUMBERED = re.compile(r"(№|\b(?:ст|ч|п|cl)\.) (?=\d)")
# What HTML cannot hold, and what would turn the direction of the words around it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """`text` for an element or an attribute."""
    return escape(_UNSEEN.sub("", text))


def flat(text: str) -> str:
    """The same in one line."""
    return safe(" ".join(text.split()))


def bound(text: str) -> str:
    """`text` with each number kept in one line with the sign or the shortening before it."""
    return _NUMBERED.sub("\\1\u00a0", text)
