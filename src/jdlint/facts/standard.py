"""Which professional standard, generalised functions and level the document follows: facts `standard` and `level`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.facts.education import enough
from jdlint.model.folded import blocks_for
from jdlint.model.outline import Outline
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span
from jdlint.model.standard import GeneralFunction, Standard, latin
from jdlint.record import record

_NEAR = 160
_REGISTERED = expression(r"Профстандарт «([^»]+)»")
_PLAIN_E = str.maketrans("ёЁ", "еЕ")


@record
class _Said:
    """Where a standard was named: on the shelf (`code`) or not, by what, and how sure that is."""

    code: str
    name: str
    span: Span
    via: str


def followed(
    outline: Outline,
    cited: Sequence[Fact],
    standards: Sequence[Standard],
    acts: Mapping[str, Any],
    vocabulary: Mapping[str, Any],
) -> Iterator[Fact]:
    """The standards named, else that of the position's title, and the levels named.

    A `standard` has as `value` its code, "" when only its name is known. Marks: `via` (`order`, `code`, `name`,
    `title`), `name`, `functions` (letters of its generalised functions, told or by the title, joined without blank),
    `level` (theirs, the highest), `least` (the lowest rung of education that they ask for) and
    `confidence` (`high`, but `medium` when found by the title).
    A `level` has its digit as `value`.
    """
    told = vocabulary["standard"]
    plain = outline.document.plain
    found = _distinct([*_by_order(cited, standards, acts), *_by_name(outline, standards, told)])
    if not found:
        found = list(_by_title(outline, standards))
    letters = _letters(plain[outline.span.start : outline.span.end], told)
    for said in found:
        standard = next((s for s in standards if s.code == said.code), None)
        functions = _functions(standard, letters, outline.position)
        level = max((g.level for g in functions), default=0)
        marks = {
            "via": said.via,
            "name": standard.name if standard else said.name,
            "confidence": "medium" if said.via == "title" else "high",
            **({"functions": "".join(g.code for g in functions)} if functions else {}),
            **({"level": str(level)} if level else {}),
            **_asked(functions, vocabulary["education"]),
        }
        yield Fact("standard", said.code, said.span, marks)
    for match in _found(compiled(told["level"]), outline):
        rung = next(filter(None, match.groups())).lower().translate(_PLAIN_E)
        digit = rung if rung.isdigit() else str(told["ordinals"].index(rung) + 1)
        yield Fact("level", digit, Span(*match.span()))


def _asked(functions: Sequence[GeneralFunction], told: Mapping[str, Any]) -> dict[str, str]:
    texts = (" ".join(text for text in g.education) for g in functions)
    rungs = [found.least for text in texts if (found := enough(text, told))]
    return {"least": str(min(rungs))} if rungs and len(rungs) == len(functions) else {}


def _distinct(said: Sequence[_Said]) -> list[_Said]:
    """Each standard once, the best-known place first: its order, its code, its name."""
    out: list[_Said] = []
    for one in said:
        if not any((one.code and one.code == o.code) or _same_name(one.name, o.name) for o in out):
            out.append(one)
    return out


def _by_order(cited: Sequence[Fact], standards: Sequence[Standard], acts: Mapping[str, Any]) -> Iterator[_Said]:
    """Orders of standards on the shelf, and of those that the register of acts knows by name."""
    for fact in cited:
        number, date = fact.marks.get("number", ""), fact.marks.get("date", "")
        shelved = [s for s in standards if number == s.order and date in ("", s.date.isoformat())]
        for standard in shelved:
            yield _Said(standard.code, standard.name, fact.span, "order")
        title = acts[fact.value]["title"] if fact.value in acts and not shelved else {}
        if isinstance(title, Mapping) and (name := _REGISTERED.match(str(title.get("ru", "")))):
            yield _Said("", name[1], fact.span, "order")


def _by_name(outline: Outline, standards: Sequence[Standard], told: Mapping[str, Any]) -> Iterator[_Said]:
    titles = list(_found(compiled(told["title"]), outline))
    named = [at for m in _found(compiled(told["named"]), outline) for at in m.span()]
    for match in _found(compiled(told["code"]), outline):
        if any(abs(match.start() - at) < _NEAR for at in named):
            standard = next((s for s in standards if s.code == match["code"]), None)
            beside = next((m["name"] for m in titles if abs(m.start("name") - match.end()) < _NEAR), "")
            yield _Said(match["code"], standard.name if standard else beside, Span(*match.span()), "code")
    for match in titles:
        standard = next((s for s in standards if _same_name(s.name, match["name"])), None)
        yield _Said(standard.code if standard else "", match["name"], Span(*match.span("name")), "name")


def _found(pattern: re.Pattern[str], outline: Outline) -> Iterator[re.Match[str]]:
    """The matches in the text of the description."""
    if blocks_for(pattern, outline.document):
        yield from pattern.finditer(outline.document.plain, outline.span.start, outline.span.end)


def _by_title(outline: Outline, standards: Sequence[Standard]) -> Iterator[_Said]:
    place = outline.position_span or outline.title
    if not outline.position or place is None:
        return
    for standard in standards:
        if _titled(standard, outline.position):
            yield _Said(standard.code, standard.name, place, "title")


def _letters(text: str, told: Mapping[str, Any]) -> frozenset[str]:
    found = (m["letter"] for name in ("function", "general") for m in re.finditer(told[name], text))
    return frozenset(latin(letter) for letter in found)


def _functions(standard: Standard | None, letters: frozenset[str], position: str) -> list[GeneralFunction]:
    """The generalised functions told by letter, else those among whose titles the position is."""
    if standard is None:
        return []
    told = [g for g in standard.functions if g.code in letters]
    return told or _titled(standard, position)


def _titled(standard: Standard, position: str) -> list[GeneralFunction]:
    return [g for g in standard.functions if any(_same_name(title, position) for title in g.titles)]


def _same_name(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.translate(_PLAIN_E).lower()))
