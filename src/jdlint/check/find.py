"""Kind `find`: words that must not occur."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jdlint.check.expression import matches
from jdlint.check.row import named_in_rows
from jdlint.check.titled import titles_of_acts
from jdlint.check.together import standing_together
from jdlint.check.where import spans_in
from jdlint.model.finding import Aside, Hit, Value
from jdlint.model.kind import Find, Pattern
from jdlint.model.once import once
from jdlint.model.outline import Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Places, Span, covered, trimmed

_LIST = expression(r"[,;]|\sи\s")
# The clause by which a position belongs to the public service, whatever its title.
_SERVICE = expression(
    r"\b(?:относится|отнес[её]на|является)\b[^.\n]{0,80}\bдолжност\w+\s+(?:муниципальн|(?:государственн\w+\s+)?гражданск)\w+\s+службы",
    re.IGNORECASE,
)
_NAMELY = expression(r"\bчисле\b|\bчастности\b|\bименно\b|:")
# «Согласно ст. 351.1 ТК РФ, …»: the act is the ground of all that follows.
_GROUND = expression(
    r"\b(?:согласно|в\s+силу|соответстви\w+\s+со?|основани\w+|требовани\w+)\s+[^,;\n]{0,60}$", re.IGNORECASE
)


def check_find(options: Find, reading: Reading, roles: frozenset[Role]) -> Iterator[Hit]:
    """Where phrases, alone, together or in a row, token patterns or expressions match, and nothing excuses it.

    The title of a cited act is no word of the document.
    """
    if options.not_for and is_for(reading, options.not_for):
        return
    if options.only_for and not is_for(reading, options.only_for):
        return
    spans = spans_in(reading, roles, options.zones)
    found = sorted(_all(options, reading, spans), key=lambda hit: (hit.span.start, -hit.span.end))
    lawful = options.lawful if options.lawful and is_for(reading, options.lawful_for) else ()
    excuses = [m.span for phrase in (*options.unless, *lawful) for m in reading.search(phrase, spans)] if found else []
    excused = Places.of(excuses)
    found = [hit for hit in found if not excused.overlap(hit.span.start, hit.span.end)]
    if found:
        titles = titles_of_acts(reading)
        found = [hit for hit in found if not titles.overlap(hit.span.start, hit.span.end)]
    if options.uncited:
        cited = [hit for hit in found if _cited(reading, hit.span, tight=options.uncited == "beside")]
        found = [] if cited and options.uncited == "document" else [hit for hit in found if hit not in cited]
    last = -1
    for hit in found:
        if hit.span.start < last or (options.around and _excused(reading, hit.span, options.around)):
            continue
        yield replace(hit, related=tuple(_beside(options, reading, hit.span))) if options.related else hit
        last = hit.span.end
        if options.once:
            return


def _beside(options: Find, reading: Reading, span: Span) -> Iterator[Aside]:
    """The places that the rule wants to be seen with a hit, in the order of the text."""
    places = {m.span for phrase in options.related for m in reading.search(phrase, [reading.outline.span])}
    yield from (Aside(place, "beside") for place in sorted(places) if not place.overlaps(span))


def _all(options: Find, reading: Reading, spans: Sequence[Span]) -> Iterator[Hit]:
    for phrase in options.phrases:
        for match in reading.search(phrase, spans):
            yield Hit(match.span, dict[str, Value](match.values))
    yield from (Hit(span) for phrases in options.together for span in standing_together(phrases, reading, spans))
    yield from (Hit(span) for phrases in options.rows for span in named_in_rows(phrases, reading, spans))
    yield from _listed(options, reading, spans)
    if options.tokens:
        for match in reading.search.tokens_matching(repr(options.tokens), options.tokens):
            if covered(match.span, spans):
                yield Hit(match.span)
    plain = reading.outline.document.plain
    for source in options.regexes:
        for written in matches(source, plain, spans):
            if place := trimmed(written, plain):
                yield Hit(place)


def _listed(options: Find, reading: Reading, spans: Sequence[Span]) -> Iterator[Hit]:
    """What the items under a lead-in name that begins such a list."""
    clauses = reading.outline.clauses
    leads = {
        number
        for number, clause in enumerate(clauses)
        if clause.lead and any(True for phrase in options.lead for _ in reading.search(phrase, [clause.body]))
    }
    for clause in clauses:
        if clause.parent in leads and covered(clause.body, spans):
            yield from (Hit(m.span) for phrase in options.listed for m in reading.search(phrase, [clause.body]))


def is_for(reading: Reading, positions: Sequence[Pattern]) -> bool:
    """Whether the document is for one of these positions; lines between the title and the position count too, and
    the clause that makes it a position of the public service.
    """
    return any(True for phrase in positions for _ in reading.search(phrase, _for_whom(reading)))


@once(4)
def _for_whom(reading: Reading) -> Sequence[Span]:
    """Where the document says for which position it is."""
    outline = reading.outline
    named = [span for span in (outline.title, outline.position_span) if span is not None]
    if len(named) == 2 and named[0].end < named[1].start:
        named = [Span(named[0].start, named[1].end)]
    if served := _SERVICE.search(outline.document.plain, outline.span.start, outline.span.end):
        named.append(Span(*served.span()))
    return named


def _cited(reading: Reading, span: Span, *, tight: bool) -> bool:
    """Whether an act is cited in the sentence, and not for what stands in a list before the words found; with `tight`,
    of the words found and not in a list beside them.
    """
    sentence = reading.sentence_at(span.start)
    plain = reading.outline.document.plain
    for fact in reading.facts:
        if fact.kind != "citation" or not sentence.overlaps(fact.span) or (tight and not _can_be_opened(fact)):
            continue
        place = fact.span
        gap = plain[min(span.end, place.end) : max(span.start, place.start)]
        behind = place.start >= span.start or _GROUND.search(plain, sentence.start, place.start)
        if (behind and not tight) or not _LIST.search(gap) or _NAMELY.search(gap):
            return True
    return False


def _can_be_opened(fact: Fact) -> bool:
    """Whether an act is named so that a reader can find it: by number, date or article, or as a code."""
    return fact.marks.get("known") == "name" or any(fact.marks.get(key) for key in ("number", "date", "article"))


def _excused(reading: Reading, span: Span, around: Sequence[Pattern]) -> bool:
    sentence = reading.sentence_at(span.start)
    return any(True for phrase in around for _ in reading.search(phrase, [sentence]))
