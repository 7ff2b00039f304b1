"""Which act of the register a citation means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[а-яё]{4,}", re.IGNORECASE)
_STEM = 5
# Every second title begins with these; they tell no act from another.
_COMMON = frozenset({"утвер", "росси", "федер", "поряд", "отдел", "некот", "особе", "требо", "профс", "специ"})


@dataclass(frozen=True, slots=True)
class Clue:
    """What a citation says of the act it means; empty strings where it is silent."""

    kind: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
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
        self._laws: list[_Act] = []
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
            if act.kind == "закон":
                self._laws.append(act)

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
        renumbered = [a for a in self._laws if clue.date in a.dates and _alike(words, a.words) >= 0.75]
        if clue.kind == "закон" and clue.number not in {a.number for a in renumbered} and len(renumbered) == 1:
            return renumbered[0].id, "title"
        return "", ""

    def _named(self, clue: Clue, words: frozenset[str]) -> tuple[str, str]:
        if clue.kind != "закон":
            return "", ""
        alike = [a for a in self._laws if words and len(words & a.words) >= 0.75 * len(words | a.words)]
        alike = [a for a in alike if a.standing] or alike
        return (alike[0].id, "title") if len(alike) == 1 else ("", "")


def _stems(title: str) -> frozenset[str]:
    return frozenset(w[:_STEM].lower().replace("ё", "е") for w in _WORD.findall(title)) - _COMMON


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the words of the shorter title that stand in the other."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other)) if len(one) > 1 or len(other) == 1 else 0.0


def _fits(act: _Act, clue: Clue) -> bool:
    if clue.kind in {"закон", ""} and act.kind in {"закон", "кодекс"} and act.number.endswith("ФЗ"):
        return True
    if clue.kind and clue.kind != act.kind and not (clue.issuer and clue.issuer == act.issuer):
        return False
    # A ministry is often called by its later name: only number and date together outweigh the name.
    # Of those who issued an act together one is often named alone.
    issuers = {act.issuer, *act.issuer.split(" и ")}
    return not clue.issuer or clue.issuer in issuers or clue.date in act.dates or act.kind not in _ISSUED


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
