"""Words whose letters are typed apart: «П Р А В А»."""

from __future__ import annotations

from jdlint.model.pattern import expression

# Fewer letters are initials or marks, and small ones alone are words.
_APART = expression(r"(?<![^\s«\"(])[А-ЯЁ](?:(?: [А-ЯЁ]){3,}|(?: [а-яё]){3,})(?![^\s.,:;)»\"])")


def together(plain: str) -> str:
    """The text, as long as before, with such letters brought together and the room that they leave behind them.

    So a place inside such a word is that of its first letters; where it begins stays what it was.
    """
    return _APART.sub(lambda word: word[0].replace(" ", "").ljust(len(word[0])), plain)
