"""Education on the ladder of qualification levels: what a requirement asks for, as rungs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.folded import may_match
from jdlint.model.pattern import compiled, expression
from jdlint.record import record

_PLAIN_E = str.maketrans("ёЁ", "еЕ")
_WHITE = expression(r"\s")
_BRACKETS = expression(r"\([^()]*\)")
_CLAUSE_END = expression(r"[.;]")


@record
class Rungs:
    """What words ask for: between rungs `least` and `most` of the ladder, at `start:end` of the text read.

    «Высшее образование» alone may be a bachelor's or a master's: its rungs are 5 to 6.
    """

    least: int
    most: int
    start: int
    end: int


def education_in(text: str, told: Mapping[str, Any]) -> list[Rungs]:
    """The levels of education named in a text, in order, wishes and what a school gives left out; `told` is the
    vocabulary `education`.

    A level that only refines the one before it («высшее образование (бакалавриат)») stands in its place.
    """
    low = _WHITE.sub(" ", text.translate(_PLAIN_E).lower())
    wish, refines, of_school = (compiled(told[name]) for name in ("wish", "refines", "of_school"))
    out: list[Rungs] = []
    for rungs in _named(low, told):
        around = low[_sentence_start(low, rungs.start) : rungs.start], low[rungs.end : _sentence_end(low, rungs.end)]
        if of_school.search(around[0]) or any(wish.search(_BRACKETS.sub("", side)) for side in around):
            continue
        before = out[-1] if out else None
        if (
            before
            and before.least <= rungs.least <= rungs.most <= before.most
            and refines.fullmatch(low, before.end, rungs.start)
        ):
            open_bracket = low[before.start : rungs.end].count("(") > low[before.start : rungs.end].count(")")
            end = rungs.end + (open_bracket and low[rungs.end : rungs.end + 1] == ")")
            out[-1] = Rungs(rungs.least, rungs.most, before.start, end)
        else:
            out.append(rungs)
    return out


def enough(text: str, told: Mapping[str, Any]) -> Rungs | None:
    """The least of what a text is content with, or None when it asks for no education.

    Of levels joined by «или» the lowest is enough; without it, as in a list of demands, the highest is asked for.
    """
    found = education_in(text, told)
    if not found:
        return None
    low = _WHITE.sub(" ", text.lower())
    joined = compiled(told["or"]).search(low, found[0].end, found[-1].start) if len(found) > 1 else None
    return min(found, key=_height) if joined else max(found, key=_height)


def _height(rungs: Rungs) -> tuple[int, int]:
    return rungs.least, rungs.most


def _named(low: str, told: Mapping[str, Any]) -> Iterator[Rungs]:
    taken: list[Rungs] = []
    for entry in told["rungs"]:
        least, most = entry["rungs"]
        pattern = compiled(entry["pattern"])
        for match in pattern.finditer(low) if may_match(pattern, low) else ():
            if not any(r.start < match.end() and match.start() < r.end for r in taken):
                taken.append(Rungs(int(least), int(most), match.start(), match.end()))
    return iter(sorted(taken, key=lambda r: r.start))


def _sentence_start(text: str, at: int) -> int:
    return max((m.end() for m in _CLAUSE_END.finditer(text, 0, at)), default=0)


def _sentence_end(text: str, at: int) -> int:
    found = _CLAUSE_END.search(text, at)
    return found.start() if found else len(text)
