"""A change of the reading text while it is being thought out."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from jdlint.model.document import Document
from jdlint.model.pattern import expression
from jdlint.model.span import Span

_TOKEN: Final = expression(r"\w+|\W")


class Change(NamedTuple):
    """A place and the words to put there; none take it out. A `raw` one is of whole lines, markup and all."""

    span: Span
    new: str
    raw: bool = False


def apart(change: Change, plain: str) -> Iterator[Change]:
    """The change as changes of the words that it does not leave as they are; each holds at least one character."""
    old, new = _TOKEN.findall(change.span.of(plain)), _TOKEN.findall(change.new)
    if not new or change.raw:
        yield change
        return
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        words = "".join(new[begin:end])
        start = change.span.start + len("".join(old[:first]))
        stop = change.span.start + len("".join(old[:last]))
        if what != "insert":
            yield Change(Span(start, stop), words)
        elif first:
            yield Change(Span(start - 1, stop), old[first - 1][-1] + words)
        else:
            yield Change(Span(start, stop + 1), words + old[0][0])


def readable(change: Change, document: Document) -> bool:
    """Whether the words to be changed are all words of the reader: no markup among them, no computed number.

    A block that is taken out whole may hold its own.
    """
    if change.raw:
        return True
    span = change.span
    touched = [block.span for block in document.blocks if block.span.overlaps(span)]
    if touched and not change.new and all(span.covers(one) for one in touched):
        return True
    for block in document.blocks:
        computed = Span(block.span.start, block.span.start + len(block.label))
        if document.format != "markdown" and block.label and computed.overlaps(span):
            return False
    return all(map(_same, span.of(document.text), span.of(document.plain)))


def _same(shown: str, plain: str) -> bool:
    """Whether a character of the plain text stands for that of the text, and not for markup."""
    return plain in (shown, "-") or (plain == " " and shown.isspace())  # every hyphen is "-" in plain text
