"""Whether a word is another with one slip of the hand: «ответсвенность», «обязаности», «положеня»."""

from __future__ import annotations

# A short word with another letter is another word.
SHORTEST = 9


def one_slip(word: str, meant: str) -> bool:
    """Whether one letter is missing, doubled, added or another, or two neighbours changed places; the first stays."""
    if word == meant or word[:1] != meant[:1] or abs(len(word) - len(meant)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    rest, wanted = word[at:], meant[at:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:])
    )


def slips(word: str, pattern: str) -> int:
    """How many slips part a word from a word of the vocabulary, which may end in * for all endings: 0, 1, or 2 for
    more.
    """
    stem = pattern.removesuffix("*")
    if word == pattern or (stem != pattern and word.startswith(stem)):
        return 0
    if stem == pattern:
        return 1 if one_slip(word, stem) else 2
    return 1 if any(one_slip(word[:length], stem) for length in range(len(stem) - 1, len(stem) + 2)) else 2
