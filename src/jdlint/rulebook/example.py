"""The marks in an example's text: `[[…]]` around what must be found, `((…))` around a related place."""

from __future__ import annotations

import re

from jdlint.model.span import Span
from jdlint.record import record

# A run of brackets belongs to the text except for its outer two: "[[[имя]]]" marks "[имя]".
_OPEN = re.compile(r"\[\[|\(\(")
_MARK = re.compile(r"\[\[|\(\(|\]\](?!\])|\)\)(?!\))")
_CLOSES = {"]]": "[[", "))": "(("}


@record
class Unmarked:
    """An example's text as a document holds it, with the places that were marked in it, in order."""

    text: str
    found: tuple[Span, ...]
    related: tuple[Span, ...]


class MarkError(Exception):
    """A mark without its other half: what is wrong (ru, en), and the offset where."""

    def __init__(self, offset: int, ru: str, en: str) -> None:
        super().__init__(en)
        self.offset = offset
        self.ru = ru
        self.en = en


def unmark(text: str) -> Unmarked:
    """Take the marks out of `text`.

    A related place may lie inside a found one and the other way round. A lone `))` is part of the text,
    as in «(приказ (устный))»; a lone `]]` is a mistake.
    """
    clean: list[str] = []
    spans: dict[str, list[Span]] = {"[[": [], "((": []}
    open_marks: list[tuple[str, int, int]] = []
    length = at = 0
    for mark in _MARK.finditer(text):
        sign = mark.group()
        opening = _CLOSES.get(sign)
        if opening and not (open_marks and open_marks[-1][0] == opening):
            if sign == "]]":
                raise MarkError(mark.start(), "лишнее «]]»: перед ним нет «[[»", "“]]” without “[[”")
            continue
        clean.append(text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if opening:
            _, start, offset = open_marks.pop()
            if start == length:
                raise MarkError(offset, "между знаками ничего нет", "nothing stands between the marks")
            spans[opening].append(Span(start, length))
        else:
            open_marks.append((sign, length, mark.start()))
    if open_marks:
        sign, _, offset = open_marks[-1]
        closing = "]]" if sign == "[[" else "))"
        raise MarkError(offset, f"«{sign}» не закрыто: нет «{closing}»", f"“{sign}” is not closed by “{closing}”")
    clean.append(text[at:])
    return Unmarked("".join(clean), tuple(sorted(spans["[["])), tuple(sorted(spans["(("])))


def has_marks(text: str) -> bool:
    """Whether a place is marked in `text`."""
    return bool(_OPEN.search(text))
