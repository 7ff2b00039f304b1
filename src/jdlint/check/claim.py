"""Whether an article of a code is about what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Any

from jdlint.model.finding import Hit
from jdlint.model.folded import may_match
from jdlint.model.once import once
from jdlint.model.outline import Outline
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span
from jdlint.record import record

_END = expression(r"[\n;]|(?<!\bст)(?<!\bч)(?<!\bп)(?<!\bпп)(?<!\bабз)(?<!\bг)[.!?]\s+(?=[«\"]?[А-ЯЁ])")
_BETWEEN = expression(r"[\s,(и–—-]*(?:или|а\s+также)?\s*")
_ENOUGH = 4  # articles named as the right ones
_Place = tuple[int, ...]
_Chapter = tuple[_Place, _Place]
"""The first and the last article of a chapter."""


@record
class _Claim:
    """One thing that articles are cited for: `words` betray it, `also` are words near to it that only excuse."""

    name: str
    words: re.Pattern[str]
    also: re.Pattern[str] | None
    allowed: tuple[str, ...]
    wrong: frozenset[str]
    core: tuple[str, ...]
    over: str

    def in_text(self, text: str) -> bool:
        """Whether the text speaks of it, or of what is near to it."""
        return self.told_in(text) or (self.also is not None and self.also.search(text) is not None)

    def told_in(self, text: str) -> bool:
        """Whether the text speaks of it."""
        return may_match(self.words, text) and self.words.search(text) is not None


@record
class _Run:
    """Articles cited in one breath, and the sentence around them."""

    facts: tuple[Fact, ...]
    before: str
    after: str
    sentence: str


def misfits(
    outline: Outline, facts: Sequence[Fact], acts: Mapping[str, Any], register: Mapping[str, Any]
) -> Iterator[Hit]:
    """The first article of each list that is cited for what another article is about.

    What it is cited for is told by the words before it, or behind it when none before it tell. An article counts as
    wrong when the register names it as a common mistake, when it was renumbered, or when it is about another claim
    alone or belongs to a chapter of whose matter nothing is said; any right article in the list, and any word of a
    claim that it does fit, excuses it.
    """
    if not register:
        return
    code = str(register["act"])
    claims = _claims(register)
    text = outline.span.of(outline.document.plain)
    moved: Mapping[str, str] = register["renumbered"]["articles"]
    for run in _runs(outline.document.plain, facts):
        if run.facts[0].value != code:
            continue
        near = [c for c in claims if c.told_in(run.before)] or [c for c in claims if c.told_in(run.after)]
        elsewhere = _unspoken(register.get("particular", ()), text) if near else ()
        silent = _unspoken(register.get("chapters", ()), run.sentence) if near else ()
        for fact in run.facts:
            claim = (
                None
                if "within" in fact.marks
                else _contradicted(fact.marks["article"], run, near, claims, moved, elsewhere, silent)
            )
            if claim is None:
                continue
            article = fact.marks["article"]
            now = moved.get(article, "") if moved.get(article) in claim.allowed else ""
            right = now or ", ".join((claim.core or claim.allowed)[:_ENOUGH])
            values = {"act": _short(acts[code]), "article": article, "found": f"ст. {article}"}
            values |= {"expected": f"ст. {right}", "confidence": str(register["confidence"])}
            if now:
                values["since"] = ".".join(reversed(str(register["renumbered"]["since"]).split("-")))
            yield Hit(fact.span, values)
            break


def _contradicted(
    article: str,
    run: _Run,
    near: Sequence[_Claim],
    claims: Sequence[_Claim],
    moved: Mapping[str, str],
    elsewhere: Sequence[_Chapter],
    silent: Sequence[_Chapter],
) -> _Claim | None:
    """The claim near the article that it does not fit, when it fits no other of the sentence.

    The document does not speak of what the chapters `elsewhere` are about, nor the sentence of what the `silent` ones
    are: the latter tell only where the claim has articles of its own.
    """
    cited = {fact.marks["article"] for fact in run.facts}
    passed = {claim.over for claim in near}  # a narrower claim takes the place of the broader one
    near = [claim for claim in near if claim.name not in passed]
    if any(cited & set(claim.allowed) for claim in near):
        return None
    fitting = [c for c in claims if article in c.allowed and c.name not in passed]
    if any(claim.in_text(run.sentence) for claim in fitting):
        return None
    of_others = _is_in(article, elsewhere)
    of_another = any(article in claim.core for claim in claims) or _is_in(article, silent)
    for claim in near:
        if article in claim.wrong or of_others or moved.get(article) in claim.allowed or (of_another and claim.core):
            return claim
    return None


def _runs(plain: str, facts: Sequence[Fact]) -> Iterator[_Run]:
    groups: list[list[Fact]] = []
    for fact in (f for f in facts if "article" in f.marks and "stated_repealed" not in f.marks):
        last = groups[-1] if groups else []
        end = max((f.span.end for f in last), default=0)
        if last and last[0].value == fact.value and _BETWEEN.fullmatch(plain, end, max(end, fact.span.start)):
            last.append(fact)
        else:
            groups.append([fact])
    places = [Span(g[0].span.start, max(f.span.end for f in g)) for g in groups]
    for number, (group, place) in enumerate(zip(groups, places, strict=True)):
        line = plain.rfind("\n", 0, place.start) + 1
        start = max((m.end() for m in _END.finditer(plain, line, place.start)), default=line)
        ending = _END.search(plain, place.end)
        end = ending.start() if ending else len(plain)
        left = max(start, places[number - 1].end if number else 0)
        behind = plain[place.end : end]
        if number + 1 < len(places) and places[number + 1].start < end:  # what stands before the next is the next's
            behind = plain[place.end : places[number + 1].start].partition(",")[0]
        told = [plain[left : place.start], behind, plain[start:end]]
        yield _Run(tuple(group), *(" ".join(text.lower().replace("ё", "е").split()) for text in told))


@once(32)
def _unspoken(chapters: Sequence[Mapping[str, Any]], text: str) -> list[_Chapter]:
    """Those of the chapters whose words the text lacks."""
    said = " ".join(text.lower().replace("ё", "е").split())
    patterns = [_pattern(tuple(chapter["words"])) for chapter in chapters]
    strangers = [not (may_match(p, said) and p.search(said)) for p in patterns]
    return [(_place(str(c["from"])), _place(str(c["to"]))) for c in compress(chapters, strangers)]


def _is_in(article: str, chapters: Sequence[_Chapter]) -> bool:
    return any(first <= _place(article) <= last for first, last in chapters)


def _place(article: str) -> _Place:
    """Where an article stands in the code: 348.9 is before 348.11."""
    return tuple(int(part) for part in re.findall(r"\d+", article))


@once(4)
def _claims(register: Mapping[str, Any]) -> tuple[_Claim, ...]:
    return tuple(_claim(entry) for entry in register["claims"])


def _claim(entry: Mapping[str, Any]) -> _Claim:
    also = tuple(entry.get("also", ()))
    return _Claim(
        str(entry["class"]),
        _pattern(tuple(entry["keys"])),
        _pattern(also) if also else None,
        tuple(entry["allowed"]),
        frozenset(entry["wrong_often"]),
        tuple(entry.get("core", ())),
        str(entry.get("over", "")),
    )


@lru_cache(maxsize=256)
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    def spelled(key: str) -> str:
        return re.escape(key).replace(r"\ \*\ ", r"\w*(?:[\s,]+[\w-]+){0,3}[\s,]+").replace(r"\ ", r"\w*\s+")

    return expression("|".join(rf"(?<!\w){spelled(key)}" for key in keys))


def _short(entry: Mapping[str, Any]) -> str:
    return str(entry.get("short") or entry["title"]["ru"])
