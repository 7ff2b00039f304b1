"""Text in lines for a terminal."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

_JOINT = "\ue000"  # stands for a space at which a line must not end
_NUMBERED = re.compile(r"(?<!\w)(№|No\.|ст\.|ч\.|п\.|пп\.|art\.|part|cl\.) (?=\d)")


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The words in lines of at most `width` columns, begun with `first` and `rest`; one line at least.

    A longer word is not cut, and a number stays beside what it numbers: «№ 251н», «ст. 21».
    """
    return list(_lines(text, width, first, rest))


@lru_cache(maxsize=512)  # what a rule has to say is said with each of its findings
def _lines(text: str, width: int, first: str, rest: str) -> tuple[str, ...]:
    lines = textwrap.wrap(
        _NUMBERED.sub(rf"\1{_JOINT}", text), width, initial_indent=first, subsequent_indent=rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return tuple([line.replace(_JOINT, " ") for line in lines] or [first])
