"""Kind `follow`: the document against the professional standard and the level of qualification that it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.check.coverage import Reader, covered, followed_functions, foreign
from jdlint.model.coverage import ACTIONS
from jdlint.model.finding import Aside, Hit
from jdlint.model.folded import may_match
from jdlint.model.kind import Follow
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.model.standard import Standard

_STEM = 5
_ENOUGH_SHARED = 0.5  # of the words of a standard's name, when the title of the position shares none
_MANY_UNADAPTED = 5
_LISTED = 5  # items that a finding names; the table of `jdlint standard coverage` has all
_NEIGHBOUR = 1  # the next rung up is no exaggeration
_UNADAPTED = expression(r"\bи\s*/?\s*\(?\s*или\b\)?|\(\s*или\s*\)")
_COPIED_HEADING = expression(r"трудов\w+ (?:действи|функци)\w+|необходим\w+ (?:умени|знани)\w+")
_PLAIN_E = str.maketrans("ёЁ", "еЕ")


def check_follow(
    options: Follow,
    reading: Reading,
    vocabulary: Mapping[str, Any],
    register: Mapping[str, Any],
    standards: Sequence[Standard],
    read: Reader,
) -> Iterator[Hit]:
    """Hits of one check; a document that names no standard and no level gets hardly any.

    Values, as far as the check knows them: `standard` (its name), `level`, `expected`, `found`, `count` and `total`.
    `read` makes tokens of a standard's own words.
    """
    match options.check:
        case "wrong":
            yield from _wrong(reading, vocabulary["standard"], standards)
        case "below":
            yield from _below(reading, register)
        case "above":
            yield from _above(reading, register)
        case "copied":
            yield from _copied(reading)
        case "title":
            yield from _mistitled(reading, register, standards)
        case "actions" | "knowledge" as sort:
            yield from _uncovered(sort, reading, vocabulary, standards, read)
        case "foreign":
            yield from _foreign(reading, vocabulary, standards, read)


def _named(reading: Reading) -> list[Fact]:
    return [f for f in reading.facts if f.kind == "standard" and f.marks["via"] != "title"]


def _wrong(reading: Reading, told: Mapping[str, Any], standards: Sequence[Standard]) -> Iterator[Hit]:
    """Standards whose name has nothing in common with the position's title, and little with the duties."""
    outline = reading.outline
    if not outline.position:
        return
    plain = outline.document.plain
    common = _stems(" ".join(map(str, told["common"])), frozenset())
    duties = " ".join(f.value for f in reading.facts if f.kind == "duty")
    title, done = _stems(outline.position, common), _stems(duties, common)
    if not done:
        return  # a title alone says too little of the work
    for fact in _named(reading):
        name = _stems(fact.marks["name"], common)
        titles = _stems(" ".join(_titles(standards, fact.value)), common)
        if not name or not title or title & (name | titles) or _within(outline.position, name):
            continue
        if any(_reaches(wide, fact.marks["name"], outline.position) for wide in told["wider"]):
            continue
        if len(done & name) >= _ENOUGH_SHARED * len(name):
            continue
        yield Hit(fact.span, {"standard": fact.marks["name"], "found": " ".join(fact.span.of(plain).split())})


def _reaches(wide: Mapping[str, str], name: str, position: str) -> bool:
    """Whether a standard of that name is about the position too, though the name does not say so."""
    return bool(compiled(wide["standard"]).search(name) and compiled(wide["positions"]).search(position))


def _titles(standards: Sequence[Standard], code: str) -> Iterator[str]:
    for standard in standards:
        if standard.code == code:
            for general in standard.functions:
                yield from general.titles


def _stems(text: str, common: frozenset[str]) -> frozenset[str]:
    words = re.findall(r"[а-яёa-z]{4,}", text.translate(_PLAIN_E).lower())
    return frozenset(word[:_STEM] for word in words) - common


def _within(position: str, stems: frozenset[str]) -> bool:
    """Whether a word of the position is made of one of these: «техподдержка» and «поддержка»."""
    return any(stem in position.translate(_PLAIN_E) for stem in stems if len(stem) == _STEM)


def _asked(reading: Reading) -> Fact | None:
    """The least education that the document is content with."""
    facts = [f for f in reading.facts if f.kind == "education"]
    return min(facts, key=lambda f: (int(f.marks["least"]), int(f.marks["most"])), default=None)


def _level(reading: Reading) -> tuple[int, Fact] | None:
    """The one level that the document names, or that of the functions it follows; None when they differ."""
    named = [f for f in reading.facts if f.kind == "level"]
    if named:
        return (int(named[0].value), named[0]) if len({f.value for f in named}) == 1 else None
    followed = [f for f in reading.facts if f.kind == "standard" and "level" in f.marks]
    levels = {f.marks["level"] for f in followed}
    return (int(followed[0].marks["level"]), followed[0]) if len(levels) == 1 else None


def _below(reading: Reading, register: Mapping[str, Any]) -> Iterator[Hit]:
    levels, asked, told = register.get("levels", {}), _asked(reading), _level(reading)
    if not levels or asked is None:
        return
    if told is not None:
        # The standard itself knows better than its level.
        of_level = str(levels["levels"][str(told[0])]["least"])
        least = int(told[1].marks.get("least", of_level))
        if int(asked.marks["most"]) < least:
            yield _education(asked, told, least, levels)
        return
    text = reading.outline.span.of(reading.outline.document.plain)
    for entry in levels["floors"]:
        meant = re.match(rf"(?:{entry['position']})(?!\w)", reading.outline.position)
        if meant and re.search(entry["where"], text) and int(asked.marks["most"]) < int(entry["least"]):
            yield Hit(asked.span, {"level": "", "expected": str(entry["law"]["ru"]), "found": asked.value})


def _above(reading: Reading, register: Mapping[str, Any]) -> Iterator[Hit]:
    levels, asked, told = register.get("levels", {}), _asked(reading), _level(reading)
    if not levels or asked is None:
        return
    place = reading.outline.position_span or reading.outline.title
    if told is not None:
        most = int(levels["levels"][str(told[0])]["most"])
    elif place and re.match(rf"(?:{levels['plain']})(?!\w)", reading.outline.position):
        most, told = int(levels["plain_most"]), (0, Fact("level", "", place))
    else:
        return
    if int(asked.marks["least"]) > most + _NEIGHBOUR:
        yield _education(asked, told, most, levels)


def _education(asked: Fact, told: tuple[int, Fact], rung: int, levels: Mapping[str, Any]) -> Hit:
    values = {"level": told[1].value, "expected": str(levels["ladder"][str(rung)]["ru"]), "found": asked.value}
    return Hit(asked.span, values, (Aside(told[1].span),))


def _copied(reading: Reading) -> Iterator[Hit]:
    """The heading of a standard's own list, a function's code, or many items with its «и (или)»."""
    outline = reading.outline
    plain = outline.document.plain
    for section in outline.sections:
        if found := _COPIED_HEADING.search(section.heading.lower()):
            yield Hit(section.heading_span, {"found": found[0]})
            return
    duties = [f for f in reading.facts if f.kind == "duty"]
    for fact in duties:
        if found := re.search(r"(?<![\w/])[A-ZА-Я]/\d\d\.[1-9](?!\d)", fact.span.of(plain)):
            yield Hit(Span(fact.span.start + found.start(), fact.span.start + found.end()), {"found": found[0]})
            return
    # What the job takes to know is copied with the actions, so all items count, those of the duties first.
    told = [f.span for f in duties] + [c.body for c in outline.clauses if c.number or c.bullet]
    unadapted = [span for span in dict.fromkeys(told) if _UNADAPTED.search(span.of(plain))]
    if len(unadapted) >= _MANY_UNADAPTED:
        yield Hit(unadapted[0], {"found": str(len(unadapted))}, tuple(map(Aside, unadapted[1:])))


def _mistitled(reading: Reading, register: Mapping[str, Any], standards: Sequence[Standard]) -> Iterator[Hit]:
    """A title that the law ties privileges to, said otherwise than the standard or the nomenclature says it."""
    outline = reading.outline
    place = outline.position_span or outline.title
    titles = register.get("titles", {})
    if not titles or not outline.position or place is None:
        return
    privileges, text = compiled(titles["privileges"]), outline.span.of(outline.document.plain)
    privileged = may_match(privileges, text) and privileges.search(text) is not None
    for entry in titles["entries"]:
        if re.fullmatch(entry["position"], outline.position) and (privileged or not entry.get("privileged")):
            yield Hit(place, {"found": outline.position, "expected": str(entry["expected"])})
            return
    for fact in _named(reading):
        listed = [*_titles(standards, fact.value)]
        known = {" ".join(re.findall(r"\w+", t.translate(_PLAIN_E).lower())) for t in listed}
        if privileged and listed and outline.position.translate(_PLAIN_E) not in known:
            yield Hit(place, {"found": outline.position, "expected": "; ".join(listed)})
            return


def _shelved(reading: Reading, standards: Sequence[Standard]) -> Iterator[tuple[Fact, Standard]]:
    """The standards that the document names and the shelf has."""
    for fact in _named(reading):
        for standard in standards:
            if standard.code == fact.value:
                yield fact, standard


def _uncovered(
    sort: str, reading: Reading, vocabulary: Mapping[str, Any], standards: Sequence[Standard], read: Reader
) -> Iterator[Hit]:
    """What the followed functions list and no clause carries; what lists nothing of the sort at all is not asked."""
    if not any(f.kind == ("duty" if sort == ACTIONS else "known") for f in reading.facts):
        return
    for fact, standard in _shelved(reading, standards):
        carried: dict[str, bool] = {}
        for line in covered(reading, followed_functions(reading, standard), vocabulary, read, [sort]):
            carried[line.text] = line.carrier is not None
        gaps = [text for text, is_carried in carried.items() if not is_carried]
        if gaps:
            yield Hit(fact.span, {**_told(standard, gaps), "total": str(len(carried))})


def _foreign(
    reading: Reading, vocabulary: Mapping[str, Any], standards: Sequence[Standard], read: Reader
) -> Iterator[Hit]:
    shelved = [s for _, s in _shelved(reading, standards)]
    named = {f.value for f in _named(reading)}
    if not shelved or named - {s.code for s in shelved}:
        return  # a standard that is not at hand may know the duty
    facts = foreign(reading, shelved, vocabulary, read)
    if facts:
        first, *others = [f.span for f in facts]
        yield Hit(first, _told(shelved[0], [f.value.rstrip(" .;") for f in facts]), tuple(map(Aside, others)))


def _told(standard: Standard, texts: Sequence[str]) -> dict[str, str]:
    """The count of the texts, and the first of them as one string."""
    more = "; …" if len(texts) > _LISTED else ""
    return {"standard": standard.name, "count": str(len(texts)), "found": "; ".join(texts[:_LISTED]) + more}
