"""Citations of law: which act, which article, part and point, and in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.facts.act import Acts
from jdlint.facts.mention import Cited, Mention, Named, Run
from jdlint.facts.sentence import mentions
from jdlint.model.once import once
from jdlint.model.outline import Outline
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_BREAK = expression(r"[\n;]|[.!?]\s+(?=[«\"]?[А-ЯЁ\d])")
_DOTTED = expression(r"(?<!\w)(?:ст|ч|пп?|гг?|ред|изм|утв|абз|подп|рег|др|им|см|N|[А-ЯЁA-Z])$", re.IGNORECASE)
_DEAD = expression(
    r"утрати\w*\s+силу|отмен[её]н\w*|не\s+действу\w+|недейств\w+|прекрати\w*\s+(?:сво[её]\s+)?действи\w+"
    r"|(?:ранее|прежде)\s+(?:действова|применя)л\w+|(?:ранее|прежде)\s+(?:действова|применя)вш\w+",
    re.IGNORECASE,
)
_INSTEAD = expression(r"(?:взамен|вместо|заменивш\w+|сменивш\w+)\s[^.;\n]*$", re.IGNORECASE)
_BEHIND = expression(r"\s*[(,:–—-]*\s*")
_BEFORE = expression(r"\s*(?:(?:действующ|указанн|настоящ|данн|нов|глав|раздел)\w*\s+){0,2}")
_PLAIN_E = str.maketrans("ёЁ", "еЕ")
_REACH = 60  # how far «взамен» reaches
_ONCE = frozenset({"number", "date", "title"})  # said of the act once, not again for each article of a list


def citations(outline: Outline, acts: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Every citation of law in the document, in order: one fact per article, one per act cited without article.

    `value` is the act's id in `acts`, "" when the register does not hold it. Marks say what was written (`act`,
    `article`, `part`, `point`, `number`, `date`, `issuer`, `title`), by what the act is `known`, the `country` of
    foreign law (`RB`, `RK` for abbreviations, which name regions of Russia too), and hold "yes" in
    `stated_repealed`, `local` (the employer's own order), `follows` (not the first article of its list) and
    `within` (inside a range).
    """
    text = outline.document.plain.translate(_PLAIN_E)
    register = _register(acts)
    aliases: dict[str, Named] = {}
    found: list[Fact] = []
    for sentence in _sentences(text, outline.span):
        said = mentions(text, sentence, register, aliases)
        if said:
            dead = bool(_DEAD.search(text, sentence.start, sentence.end))
            found.extend(_facts(text, said, dead=dead))
    return tuple(sorted(found, key=lambda f: (f.span.start, f.span.end)))


@once(4)
def _register(acts: Mapping[str, Any]) -> Acts:
    return Acts(acts)


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for mark in _BREAK.finditer(text, within.start, within.end):
        if mark[0][0] == "." and _DOTTED.search(text, max(start, mark.start() - 5), mark.start()):
            continue
        yield Span(start, mark.end())
        start = mark.end()
    yield Span(start, within.end)


def _facts(text: str, said: Sequence[Mention], *, dead: bool) -> Iterator[Fact]:
    owners = {at: _owner(text, said, at) for at, item in enumerate(said) if isinstance(item, Run)}
    runs_of = Counter(owners.values())
    cited_of: Counter[int | None] = Counter()
    for at, item in enumerate(said):
        if isinstance(item, Run):
            owner = owners[at]
            whose = said[owner] if owner is not None else None
            if whose is not None and not isinstance(whose, Named):
                continue
            alone = len(item.cited) == 1 and runs_of[owner] == 1
            for cited in item.cited:
                yield _article(text, cited, whose, dead=dead, first=whose is None or not cited_of[owner], alone=alone)
                cited_of[owner] += 1
        elif isinstance(item, Named) and not item.weak and at not in runs_of:
            yield _fact(text, item.id(), item.span, item.marks, dead=dead)


def _owner(text: str, said: Sequence[Mention], at: int) -> int | None:
    """Which act the articles belong to: the one that follows them, unless they stand in brackets behind another.

    Of several acts in a sentence the nearest following one owns them. A weak name («ТК» alone) is an act only
    when nothing but spaces stands between.
    """
    run = said[at].span
    behind = said[at - 1] if at else None
    after_act = isinstance(behind, Named) and _BEHIND.fullmatch(text, behind.span.end, run.start) is not None
    crossed = run.end
    for later in range(at + 1, len(said)):
        item = said[later]
        gap = text[crossed : item.span.start]
        crossed = item.span.end
        if isinstance(item, Run):
            if after_act and re.search(r"[),]", gap):
                break
            continue
        tight = _BEFORE.fullmatch(gap) is not None
        if isinstance(item, Named):
            if item.weak and not (tight and later == at + 1):
                continue
            if after_act and not tight:
                break
            return later
        if tight and later == at + 1:
            return later
    return at - 1 if after_act else None


def _article(text: str, cited: Cited, owner: Named | None, *, dead: bool, first: bool, alone: bool) -> Fact:
    span = cited.span
    marks = {"article": cited.article, "part": cited.part, "point": cited.point}
    marks |= {"within": "yes" if cited.within else "", "follows": "" if first else "yes"}
    if owner is None:
        return _fact(text, "", span, marks, dead=dead)
    if alone:
        span = Span(min(span.start, owner.span.start), max(span.end, owner.span.end))
        span = Span(span.start, span.end + ("(" in span.of(text) and text[span.end : span.end + 1] == ")"))
    marks |= {key: value for key, value in owner.marks.items() if first or key not in _ONCE}
    return _fact(text, owner.id(cited.article), span, marks, dead=dead)


def _fact(text: str, value: str, span: Span, marks: Mapping[str, str], *, dead: bool) -> Fact:
    stated = dead or _INSTEAD.search(text, max(0, span.start - _REACH), span.start) is not None
    said = {key: mark for key, mark in marks.items() if mark}
    if stated:
        said["stated_repealed"] = "yes"
    return Fact("citation", value, span, said)
