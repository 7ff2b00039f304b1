"""Which act of the register a citation means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from jdlint.model.pattern import expression
from jdlint.record import record

_WORD = expression(r"[а-яё]{4,}", re.IGNORECASE)
_STEM = 5
# Every second title begins with these; they tell no act from another.
_COMMON = frozenset({"утвер", "росси", "федер", "поряд", "отдел", "некот", "особе", "требо", "профс", "специ"})
# So begin the titles of laws called «Основы законодательства …», and of no others.
_BASES = frozenset({"основ", "закон"})


@record
class Clue:
    """What a citation says of the act it means; empty strings where it is silent."""

    kind: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    title: str = ""


@record
class _Act:
    id: str
    kind: str
    issuer: str
    number: str
    dates: frozenset[str]
    words: frozenset[str]
    shared: bool
    standing: bool


class Acts:
    """The register of acts, searched by number, date and title."""

    def __init__(self, register: Mapping[str, Any]) -> None:
        self._by_number: dict[str, list[_Act]] = defaultdict(list)
        self._all: list[_Act] = []
        for name, entry in register.items():
            title = entry.get("title", "")
            act = _Act(
                id=name,
                kind=str(entry.get("kind", "")),
                issuer=str(entry.get("issuer", "")),
                number=str(entry.get("number", "")),
                dates=frozenset({str(entry.get("date", "")), *map(str, entry.get("also_dated", ()))}),
                words=_stems(title.get("ru", "") if isinstance(title, Mapping) else str(title)),
                shared=bool(entry.get("shared")),
                standing=entry.get("status") != "repealed",
            )
            for key in {act.number, *act.number.split("/")} if act.number.endswith("н") else {act.number}:
                self._by_number[key].append(act)
            for also in entry.get("aka", ()):
                self._by_number[str(also).rpartition(" ")[2]].append(act)
            # Of «ОК 016-94» or «ПОТ РМ-016-2001» a citation is known by the figures.
            bare = re.search(r"\d.*", act.number)
            if bare and bare[0] != act.number:
                self._by_number[bare[0]].append(act)
            self._all.append(act)

    def find(self, clue: Clue) -> tuple[str, str]:
        """The id of the act and by what it is known (`number+date`, `number`, `title`); two "" when it is not."""
        same = [a for a in self._by_number.get(clue.number, ()) if _fits(a, clue)] if clue.number else []
        words = _stems(clue.title)
        if clue.date:
            exact = [a for a in same if clue.date in a.dates]
            if len(exact) == 1:
                return exact[0].id, "number+date"
            return self._misdated(clue, same, words)
        if not clue.number:
            return self._named(clue, words)
        alike = [a for a in same if _alike(words, a.words) >= 0.5]
        if len(alike) == 1:
            return alike[0].id, "title"
        if not alike and clue.kind == "закон" and (meant := self._renumbered(clue, words)):
            return meant.id, "title"
        told = len(words) >= 2 and bool(clue.title)
        if len(same) == 1 and not same[0].shared and not told and (clue.issuer or clue.kind == "закон" or _plain(clue)):
            return same[0].id, "number"
        return "", ""

    def _misdated(self, clue: Clue, same: list[_Act], words: frozenset[str]) -> tuple[str, str]:
        alike = [a for a in same if _alike(words, a.words) >= 0.5]
        if len(alike) == 1:
            return alike[0].id, "title"
        near = [a for a in same if any(_slip(clue.date, day) for day in a.dates)] if not alike else []
        if len(near) == 1 and (not words or _alike(words, near[0].words) > 0):
            return near[0].id, "number"
        meant = self._renumbered(clue, words)
        return (meant.id, "title") if meant else ("", "")

    def _renumbered(self, clue: Clue, words: frozenset[str]) -> _Act | None:
        """The act of that title, and of that day when one is told, whose number is another: by a slip of the pen."""
        known = [a for a in self._titled(clue, words) if not clue.date or clue.date in a.dates]
        if not clue.date:  # a slip changes figures of a number, and what is told of an act is little
            known = [a for a in known if len(words) > 1 and _mistyped(a.number, clue.number)]
        return known[0] if len(known) == 1 and known[0].number != clue.number else None

    def _named(self, clue: Clue, words: frozenset[str]) -> tuple[str, str]:
        known = self._titled(clue, words) if clue.kind == "закон" else []
        known = [a for a in known if a.standing] or known
        return (known[0].id, "title") if len(known) == 1 else ("", "")

    def _titled(self, clue: Clue, words: frozenset[str]) -> list[_Act]:
        """The acts of that kind and issuer whose title is nearest to these words, if it is near."""
        based = words & _BASES if words >= _BASES else frozenset()
        known = (a for a in self._all if a.kind == clue.kind and a.words >= based and _fits(a, clue))
        shares = [(_shared(words, a.words), a) for a in known]
        best = max((share for share, _ in shares), default=0.0)
        return [a for share, a in shares if share == best] if best >= 0.75 else []


def _stems(title: str) -> frozenset[str]:
    return frozenset(w[:_STEM].lower().replace("ё", "е") for w in _WORD.findall(title)) - _COMMON


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the words of the shorter title that stand in the other."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other)) if len(one) > 1 or len(other) == 1 else 0.0


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the words of both titles that stand in each."""
    return len(one & other) / len(one | other) if one else 0.0


def _mistyped(one: str, other: str) -> bool:
    """Whether two numbers differ by figures that changed places, or by one figure."""
    if len(one) != len(other):
        return False
    apart = sum(a != b for a, b in zip(one, other, strict=True))
    return sorted(one) == sorted(other) or apart == 1


def _fits(act: _Act, clue: Clue) -> bool:
    if clue.kind in {"закон", ""} and act.kind in {"закон", "кодекс"} and act.number.endswith("ФЗ"):
        return True
    if {clue.kind, act.kind} <= _SANITARY:
        return True
    if clue.kind and clue.kind != act.kind and not (clue.issuer and clue.issuer == act.issuer):
        return False
    # A ministry is often called by its later name: only number and date together outweigh the name.
    # Of those who issued an act together one is often named alone.
    issuers = {act.issuer, *act.issuer.split(" и ")}
    return not clue.issuer or clue.issuer in issuers or clue.date in act.dates or act.kind not in _ISSUED


_SANITARY = frozenset({"СП", "СанПиН"})  # one kind of rules, whose numbers do not repeat
_ISSUED = frozenset({"приказ", "постановление", "письмо", "распоряжение", "указание", "положение"})


def _plain(clue: Clue) -> bool:
    """Whether the number alone names an act: a registered order («675н»), a standard, an old law («1032-1»)."""
    return clue.number.endswith("н") or clue.kind not in _ISSUED or bool(re.search(r"\d-\d$|/", clue.number))


def _slip(one: str, other: str) -> bool:
    """Whether two dates differ as by a slip of the pen: within one year, or in the year alone.

    Numbers begin anew each year, so that one number in one year is one act; the same day of another year is no chance.
    """
    if len(one) != 10 or len(other) != 10:
        return False
    first, second = one.split("-"), other.split("-")
    return first[0] == second[0] or first[1:] == second[1:]
