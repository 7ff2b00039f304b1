"""Puts hard-wrapped lines together again, as a reader does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jdlint.model.label import read_label
from jdlint.model.pattern import expression

MAXIMUM_WIDTH = 110
_TERMINAL = ".!?;:"
_ONLY_BLANK = expression(r"[\s_─━.,;]*[_─━]{3}[\s_─━.,;]*")
_BRACKET_OPEN = expression(r"\([^()]*$")
_STARTS_LOW = expression(r"[а-яёa-z(«\"]")


def width_of(lines: Sequence[str]) -> int:
    """The width at which a text breaks its lines, or 0 when its lines are not broken by width.

    A text counts as hard-wrapped when its longest lines are no longer than a typewriter's and a fair
    share of its lines go on in lower case.
    """
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 4:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    if width > MAXIMUM_WIDTH or lengths[-1] > 2 * MAXIMUM_WIDTH:
        return 0
    goes_on = sum(
        1
        for line, following in pairwise(lines)
        if len(line) > width * 0.6 and following.strip()[:1].islower() and line.rstrip()[-1:] not in _TERMINAL
    )
    return width if goes_on >= max(2, len(lengths) // 20) else 0


def continues(previous: str, following: str, *, width: int) -> bool:
    """Whether the line `following` goes on with what the line `previous` says.

    `width` is that of `width_of`; with 0 only an unfinished line followed by lower case is put together.
    """
    before, after = previous.rstrip(), following.strip()
    if not before or not after:
        return False
    if _ONLY_BLANK.fullmatch(after) and before[-1] == "_":
        return True
    if read_label(following):
        return False
    if len(before) < MAXIMUM_WIDTH * 3 and _BRACKET_OPEN.search(before):
        return not after[0].isupper() or ")" in after
    if before[-1] in _TERMINAL:
        return False
    if after[0] == "(":
        return bool(width) and before[-1] not in "_─━" and len(before) > width / 3
    if after[0].islower():
        return not (before.isupper() and len(before) > 3) or not width
    if not width or before.isupper() != after.isupper():
        return False
    first_word = after.split()[0]
    if after[0].isupper() or after[0].isdigit() or after[0] in '«"№':
        full = len(before) + 1 + len(first_word) > width * 0.9
        return len(before) > width / 2 and (full or bool(re.search(r"[\w»\",–—-]$", before)))
    return False


def starts_low(text: str) -> bool:
    """Whether `text` begins like the middle of a sentence."""
    return bool(_STARTS_LOW.match(text.lstrip()))
