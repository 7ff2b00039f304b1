"""Edits of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jdlint.model.finding import Edit
from jdlint.model.span import Lines, Span


class Placed(NamedTuple):
    """An edit with its place in one text."""

    span: Span
    new: str


class EditError(ValueError):
    """An edit that does not fit the text: other words stand there."""


def placed(text: str, edits: Sequence[Edit]) -> list[Placed]:
    """The edits in the order of the text; raises EditError when the text is not the one they were made for."""
    lines = Lines(text)
    out = []
    for edit in edits:
        span = Span(lines.offset(edit.line, edit.column), lines.offset(edit.end_line, edit.end_column))
        if span.of(text) != edit.old:
            raise EditError(f"{edit.line}:{edit.column}: {span.of(text)!r} is not {edit.old!r}")
        out.append(Placed(span, edit.new))
    return sorted(out)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with these edits made, none of which overlap; a line that one leaves empty goes with it.

    Raises EditError when the text is not the one they were made for.
    """
    parts: list[str] = []
    at = 0
    for span, new in settled(text, edits):
        parts += [text[at : span.start], new]
        at = span.end
    return "".join([*parts, text[at:]])


def settled(text: str, edits: Sequence[Edit]) -> list[Placed]:
    """The edits with the lines that they leave empty, in the order of the text and none over another."""
    out: list[Placed] = []
    for one in placed(text, edits):
        span, new = _with_line(text, one)
        start = max(span.start, out[-1].span.end) if out else span.start
        out.append(Placed(Span(start, max(start, span.end)), new))
    return out


def _with_line(text: str, edit: Placed) -> Placed:
    """An edit that takes out all that its lines hold takes the lines, and one of the empty ones around them."""
    start = text.rfind("\n", 0, edit.span.start) + 1
    stop = text.find("\n", edit.span.end)
    stop = len(text) if stop < 0 else stop
    if edit.new.strip() or text[start : edit.span.start].strip(" \t>") or text[edit.span.end : stop].strip():
        return edit
    end = min(stop + 1, len(text))
    before = text[:start].endswith("\n\n") or not start
    if before and text[end:].startswith("\n"):
        end += 1
    elif end == len(text) and start and not text.endswith("\n"):
        start -= 1
    return Placed(Span(start, end), "")
