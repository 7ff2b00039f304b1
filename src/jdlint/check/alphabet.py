"""Puts a word of mixed alphabets into one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jdlint.check.change import Change
from jdlint.model.reading import Reading
from jdlint.model.span import Span

# Only pairs that print alike in every type: «m» may stand for «м» and for «т», «n» for «п» and «и».
_LATIN: Final = "aceopxykACEOPXYKMHTB"
_CYRILLIC: Final = "асеорхукАСЕОРХУКМНТВ"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)


def one_alphabet(span: Span, reading: Reading) -> Sequence[Change]:
    """The word in the only alphabet that all its letters can be of, or, where both will do, in that in which the
    document has it elsewhere; nothing where neither is certain.
    """
    plain = reading.outline.document.plain
    word = span.of(plain)
    ways = [
        way
        for way, script in ((word.translate(_TO_CYRILLIC), r"[А-Яа-яЁё]"), (word.translate(_TO_LATIN), r"[A-Za-z]"))
        if all(re.match(script, letter) for letter in way if letter.isalpha())
    ]
    if len(ways) > 1:
        ways = [way for way in ways if re.search(rf"(?<!\w){re.escape(way)}(?!\w)", plain)]
    return [Change(span, ways[0])] if len(ways) == 1 else ()
