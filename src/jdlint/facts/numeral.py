"""How headings and items are numbered and set: facts `heading_format` and `mixed_numbering`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jdlint.model.label import Label, read_label
from jdlint.model.outline import Clause, Outline, RequisiteKind, Section
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_ALPHABET = "абвгдежзиклмнопрст"
_LONG_WORD = 5
_WORD = expression(r"[А-ЯЁа-яё]+")


def heading_formats(outline: Outline) -> Iterator[Fact]:
    """Section headings that begin with a small letter, mix capitals with small letters in one line, or whose Roman
    numeral does. `value` says which: `lower`, `mixed`, `roman`.
    """
    plain = outline.document.plain
    for section in outline.sections:
        if section.implied or not section.heading:
            continue
        head = plain[section.span.start : section.heading_span.start]
        text = section.heading_span.of(plain)
        roman = re.search(r"[IVXLХІivxlхі]{2,6}", head)
        if roman and not roman[0].isupper():
            how = "roman"
        elif text[:1].islower():
            how = "lower"
        elif _mixes(text):
            how = "mixed"
        else:
            continue
        yield Fact("heading_format", how, Span(section.span.start, section.heading_span.end))


def _mixes(text: str) -> bool:
    words = [w for w in _WORD.findall(text) if len(w) >= _LONG_WORD]
    return any(w.isupper() for w in words) and any(w.islower() for w in words)


def mixed_numbering(outline: Outline) -> Iterator[Fact]:
    """Items that go on with a list in another manner of numbering («1)» … «2.»), items left without number between
    numbered ones, and section headings numbered in another manner than most.
    """
    yield from _sections(outline)
    section = -2
    last: tuple[int, str] | None = None
    held: Clause | None = None
    seen: set[tuple[str, int]] = set()
    for clause in outline.clauses:
        if clause.section != section or clause.heading:
            section, last, held, seen = clause.section, None, None, set()
        if outline.requisites_at(clause.span) & _FORMAL or outline.block(clause.block).cell:
            continue
        label = read_label(clause.span.of(outline.document.plain))
        if label is None:
            held = None
            continue
        if label.style == "bullet":
            held = clause if held is None and last is not None and not _is_lead(outline, clause) else None
            continue
        value, manner = _value(label), _manner(outline, clause, label)
        if held is not None and last is not None and len(label.parts) > 1 and last == (value - 2, manner):
            yield Fact("mixed_numbering", "", _beginning(outline, held))
        elif last is not None and len(label.parts) == 1 and _goes_on(last, value, manner, seen):
            yield Fact("mixed_numbering", "", _beginning(outline, clause))
        seen.add((manner, value))
        last, held = (value, manner), None


def _goes_on(last: tuple[int, str], value: int, manner: str, seen: set[tuple[str, int]]) -> bool:
    """Whether an item is next to the last one in number and not in manner, and goes on with no list of its manner."""
    return value == last[0] + 1 and manner != last[1] and value > 1 and (manner, value - 1) not in seen


def _value(label: Label) -> int:
    if label.style == "letter":
        return _ALPHABET.find(label.number) + 1
    return label.parts[-1]


def _manner(outline: Outline, clause: Clause, label: Label) -> str:
    """The style and the mark behind the number; of compound numbers what stands before the last part."""
    text = clause.span.of(outline.document.plain)
    if len(label.parts) > 1:
        return ".".join(map(str, label.parts[:-1]))
    mark = text[label.end - 1 : label.end]
    return f"{label.style}{')' if mark == ')' else '.'}"


def _is_lead(outline: Outline, bullet: Clause) -> bool:
    """Whether the clause above a bullet calls for a list, so that the bullet is at home there."""
    above = outline.clauses[bullet.parent] if bullet.parent >= 0 else None
    return above is not None and above.body.of(outline.document.plain).rstrip().endswith((":", ";", ","))


def _beginning(outline: Outline, clause: Clause) -> Span:
    """The first words of a clause, its label included."""
    text = clause.span.of(outline.document.plain)
    words = re.match(r"\s*\S+(?:\s+\S+){0,4}", text)
    return Span(clause.span.start, clause.span.start + (words.end() if words else len(text)))


def _sections(outline: Outline) -> Iterator[Fact]:
    plain = outline.document.plain
    manners: list[tuple[str, Section]] = []
    for section in outline.sections:
        head = plain[section.span.start : section.heading_span.start]
        if section.number and (label := read_label(head + " А")) and len(label.parts) == 1:
            word = "word " if label.word else ""
            manners.append((f"{word}{label.style}", section))
    usual = Counter(manner for manner, _ in manners).most_common(1)
    for manner, section in manners:
        if manner != usual[0][0]:
            yield Fact("mixed_numbering", "", Span(section.span.start, section.heading_span.end))
            return
