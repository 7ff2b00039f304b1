"""Hits → edits: how a program mends what a rule found, where the rule says that it may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jdlint.check.alphabet import one_alphabet
from jdlint.check.change import Change, apart, readable
from jdlint.check.emptied import removed
from jdlint.check.renumber import renumbered
from jdlint.check.reorder import reordered
from jdlint.check.successor import succeeded
from jdlint.model.finding import Edit, Hit, Place, Safety
from jdlint.model.pattern import expression
from jdlint.model.rule import Mend, Rule, Substitution
from jdlint.model.span import Lines, Span

if TYPE_CHECKING:
    import regex

    from jdlint.check.engine import World
    from jdlint.model.reading import Reading

_ALLOWANCE: Final = expression(
    r"(?P<head><!--\s*jdlint\s*:\s*allow(?:-file)?\s+)(?P<words>.*?)(?P<rest>\s*(?:--|[–—]).*)",
    re.DOTALL | re.IGNORECASE,
)


def edits_of(rule: Rule, hit: Hit, reading: Reading, lines: Lines, world: World) -> tuple[Edit, ...]:
    """What mends the hit, all of it together; nothing where only a person can mend it.

    Nothing that is not words of the reader (markup, a computed number) is touched.
    """
    fix = rule.fix
    if fix is None or fix.safety is Safety.MANUAL or not len(hit.span):
        return ()
    document = reading.outline.document
    changes: Sequence[Change] = ()
    if fix.replace:
        block = reading.outline.block_at(hit.span.start)
        around = reading.outline.block(block).span if block >= 0 else hit.span
        changes = tuple(_substituted(fix.replace, hit.span, around, document.plain))
    elif fix.mend is not None:
        changes = _changes(fix.mend, hit, reading, world)
    settled = [part for change in changes for part in apart(change, document.plain)]
    if not all(readable(change, document) for change in settled):
        return ()
    return tuple([_edit(change, document.text, lines) for change in sorted(settled)])


def _changes(mend: Mend, hit: Hit, reading: Reading, world: World) -> Sequence[Change]:
    match mend:
        case Mend.ALPHABET:
            return one_alphabet(hit.span, reading)
        case Mend.CASE:
            return _cased(hit, reading)
        case Mend.REMOVE:
            return removed(hit.span, reading)
        case Mend.REORDER:
            return reordered(hit.span, reading)
        case Mend.RENUMBER:
            return renumbered(hit.span, reading)
        case Mend.SLIP:
            return _slips(hit, reading, world.vocabulary["typography"])
        case Mend.SUCCESSOR:
            return succeeded(hit, reading, world.acts)
        case Mend.UNALLOW:
            return ()  # a suppression stands outside of what is read: see `unallowed`


def unallowed(place: Place, codes: Sequence[str]) -> tuple[Edit, ...]:
    """What takes these codes out of a suppression in the text, and the whole of it with the last."""
    found = _ALLOWANCE.fullmatch(place.quote)
    if not found or not codes:
        return ()
    left = [word for word in re.findall(r"[^\s,;:]+", found["words"]) if word not in codes]
    new = f"{found['head']}{', '.join(left)}{found['rest']}" if left else ""
    return (Edit(place.line, place.column, place.end_line, place.end_column, place.quote, new),)


def _edit(change: Change, text: str, lines: Lines) -> Edit:
    (line, column), (end_line, end_column) = lines.place(change.span.start), lines.place(change.span.end)
    return Edit(line, column, end_line, end_column, change.span.of(text), change.new)


def _substituted(substitutions: Sequence[Substitution], hit: Span, block: Span, plain: str) -> Iterator[Change]:
    """The block with every substitution made in turn where it touches the words found; none where nothing changes."""
    text = old = block.of(plain)
    start, stop = max(hit.start - block.start, 0), min(hit.end - block.start, len(text))
    for one in substitutions:
        parts, at, longer = [], 0, 0
        for found in _compiled(one.old).finditer(text):
            if found.start() < stop and found.end() > start:
                new = _in_case(found[0], found.expand(one.new))
                parts += [text[at : found.start()], new]
                at, longer = found.end(), longer + len(new) - len(found[0])
        text, stop = "".join([*parts, text[at:]]), stop + longer
    if text != old:
        yield Change(block, text)


def _in_case(old: str, new: str) -> str:
    """`new` with a capital where `old` has one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


@lru_cache(maxsize=512)
def _compiled(source: str) -> regex.Pattern[str]:
    import regex  # the same engine as that of rules

    return regex.compile(source, regex.IGNORECASE)


def _slips(hit: Hit, reading: Reading, slips: Mapping[str, Any]) -> Sequence[Change]:
    """All slips of that sort in the block, as the vocabulary mends them."""
    outline = reading.outline
    block = outline.block_at(hit.span.start)
    told = hit.values.get("slip", ())
    slip = slips.get(told if isinstance(told, str) else "".join(told[:1]), {})
    if block < 0 or "put" not in slip:
        return ()
    span = outline.block(block).span
    found = expression(slip["find"]).finditer(outline.document.plain, span.start, span.end)
    return [Change(Span(m.start(), m.end()), m.expand(slip["put"])) for m in found]


def _cased(hit: Hit, reading: Reading) -> Sequence[Change]:
    """A heading with its first letter, or its Roman numeral, in capitals."""
    section = reading.outline.section_at(hit.span.start)
    told = hit.values.get("format", ())
    how = told if isinstance(told, str) else "".join(told[:1])
    if section is None or how not in ("lower", "roman"):
        return ()
    plain = reading.outline.document.plain
    if how == "lower":
        first = Span(section.heading_span.start, section.heading_span.start + 1)
        return [Change(first, first.of(plain).upper())]
    number = expression(r"[IVXLivxl]+").search(plain, section.span.start, section.heading_span.start)
    return [Change(Span(*number.span()), number[0].upper())] if number else ()
