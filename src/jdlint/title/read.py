"""A title as documents write it → `Title`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from jdlint.errors import UsageError
from jdlint.model.label import roman_value
from jdlint.model.pattern import expression
from jdlint.model.spelling import normal
from jdlint.title.title import Title
from jdlint.title.wording import Wording, stem

_WORD = expression(r"[а-яa-z]+|\d+")
_LONE_WORD = expression(r"(?<!-)\b[а-яa-z]+\b(?!-)")
_MORE = expression(r"\s+(?!и\b)\w")
_BRACKETS = expression(r"\s*\(([^()]*)\)\s*")
_GENITIVE = expression(r"\w{2,}(?:ого|его|ой|ей|ых|их)$")
_ATTRIBUTE = expression(r"\w{2,}(?:ого|его|ой|ей|ых|их|ым|им)$")
_ADJECTIVE = expression(r"\w{2,}(?:ый|[кгхшщч]ий|ая|яя)$")
_MARKS = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "“": '"', "”": '"', "„": '"'})
_NAME = expression(r"[а-я]{3,}(?:[ -][а-я]+){0,4}")
_NONE = "без"
_FILLERS = frozenset({"и", "в", "с", "на", "для", "при", "к", "о", "об", "от", "из"})


class Titles:
    """Reads titles, each once. `positions` are other names by canonical title, as the settings give them.

    Raises UsageError when one name is given to two positions.
    """

    def __init__(self, vocabulary: Mapping[str, Any], positions: Mapping[str, Sequence[str]] | None = None) -> None:
        self._words = Wording.of(vocabulary)
        self._known: dict[str, Title] = {}
        aliases: dict[Title, Title] = {}
        for canonical, others in (positions or {}).items():
            meant = replace(self._parsed(canonical), name=" ".join(canonical.split()))
            for other in (canonical, *others):
                held = aliases.setdefault(self._parsed(other), meant)
                if held != meant:
                    raise UsageError(
                        f"positions: «{other}» указано и у «{held.name}», и у «{meant.name}»",
                        f"positions: “{other}” is given both to “{held.name}” and to “{meant.name}”",
                    )
        self._aliases = aliases

    def read(self, text: str) -> Title:
        """The title that `text` names, in any case, number and spelling; an empty Title when it names none."""
        title = self._known.get(text)
        if title is None:
            title = self._known[text] = self._meant(self._parsed(text))
        return title

    def _meant(self, title: Title) -> Title:
        """The canonical title of another name: of the whole, or of the job with the rest kept."""
        if whole := self._aliases.get(title):
            return replace(whole, acting=title.acting, another=title.another)
        bare = Title(title.job, area=title.area)
        if title and (canonical := self._aliases.get(bare)):
            return replace(
                title,
                job=canonical.job,
                area=canonical.area,
                rank=title.rank or canonical.rank,
                grade=title.grade or canonical.grade,
                unit=title.unit or canonical.unit,
                branch=title.branch or canonical.branch,
                deputy=canonical.deputy,
            )
        return title

    def _parsed(self, text: str) -> Title:
        written = " ".join(normal(text.translate(_MARKS)).split()).strip(" .,;:-\"'")
        shown = " ".join(text.lower().split()).strip(" .,;:")
        return replace(self._whole(self._spelled_out(written)), name=shown)

    def _spelled_out(self, text: str) -> str:
        words = self._words
        text = words.short.sub(lambda m: f"{words.in_full[(m.lastindex or 1) - 1]} ", text)
        text = words.legal.sub(" ", text)

        def spelled_out(match: re.Match[str]) -> str:
            word = match[0]
            ends = not _MORE.match(text, match.end())  # «по ОТ», but not «защита от …»
            return words.whole.get(stem(word)) or (words.letters.get(word, word) if ends and match.start() else word)

        return " ".join(_LONE_WORD.sub(spelled_out, text).split())

    def _whole(self, text: str) -> Title:
        words = self._words
        grade, text = self._grade(text)
        town = words.town.search(text)
        if town:
            text = f"{text[: town.start()]} {text[town.end() :]}"
        text, also, acting = self._unbracketed(text)
        text = words.idle.sub(" ", text).strip(" ,-")
        if found := words.acting.match(text):
            acting, text = True, text[found.end() :]
        another = words.another.match(text)
        if another:
            text = text[another.end() :]
        title = self._parts(_WORD.findall(text))
        places = (stem(town["town"].split()[0]),) if town else ()
        title = replace(title, grade=grade, branch=title.branch + places)
        if not (acting or another or also):
            return title
        return replace(
            title,
            acting=acting,
            another=bool(another),
            also=tuple(self._renamed(title, name, whole=whole) for name, whole in also),
        )

    def _grade(self, text: str) -> tuple[tuple[str, ...], str]:
        """The grade, and the text without it."""
        words = self._words
        found = words.grade.search(text)
        if found is None:
            return (), text
        noun = next(n for n, p in words.grades.items() if p.match(found["noun"] or found["noun_first"]))
        number = re.sub(r"\s", "", found["before"] or found["behind"])
        word = next((n for start, n in words.ordinals.items() if number.startswith(start)), number)
        value = word if word[0].isdigit() or word != number else str(roman_value(number) or number)
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return ((noun, value) if value != _NONE else ()), rest

    def _unbracketed(self, text: str) -> tuple[str, list[tuple[str, bool]], bool]:
        """The text without brackets, the other names that stood in them, and whether they said «и. о.».

        A name is of the whole title when it stands at its end, of the job when it stands inside.
        """
        also: list[tuple[str, bool]] = []
        acting = False
        while found := _BRACKETS.search(text):
            before, inner, after = text[: found.start()], found[1].strip(), text[found.end() :]
            if inner.startswith(("по ", "в ")) or any(self._is_department(w) for w in _WORD.findall(inner)):
                text = f"{before} {inner} {after}"
                continue
            text = f"{before} {after}"
            if self._words.acting.fullmatch(inner):
                acting = True
            elif _NAME.fullmatch(inner) and found[0].startswith(" "):
                also.append((inner, not after))
        return text, also, acting

    def _renamed(self, title: Title, name: str, *, whole: bool) -> Title:
        """The title under the other name that stood in brackets."""
        other = self._parts(_WORD.findall(name))
        return replace(other, grade=title.grade, branch=title.branch) if whole else replace(title, job=other.job)

    def _is_department(self, word: str) -> bool:
        words = self._words
        return word in words.divisions or stem(word) in words.branches

    def _parts(self, said: list[str]) -> Title:
        words = self._words
        if len(said) > 1 and said[-1] in words.employer and said[-2] != "по" and not _GENITIVE.match(said[-2]):
            said = said[:-1]
        at = said.index("по") if "по" in said else len(said)
        noun = self._unit_at(said, at)
        unit: list[str] = []
        if noun:
            start = noun
            while start > 1 and (_ATTRIBUTE.match(said[start - 1]) or (start < noun and said[start - 1][-1] == "о")):
                start -= 1
            later = said.index("по", noun + 2) if "по" in said[noun + 2 :] else len(said)
            unit = [said[noun], *said[start:noun], *said[noun + 1 : later]]
            said = said[:start] + said[later:]
            at = said.index("по") if "по" in said else len(said)
        rank, job = self._rank(said[:at])
        place = _stems(unit[1:]) if unit and stem(unit[0]) in words.branches else ()
        return Title(
            _stems(job),
            rank=rank,
            area=_stems(said[at + 1 :]),
            unit=_stems(unit[:1] if place else unit),
            branch=place,
            deputy=bool(job) and stem(job[0]) in words.deputies,
            vague=self._is_vague(job, alone=len(job) == len(said) and not unit),
        )

    def _is_vague(self, job: Sequence[str], *, alone: bool) -> bool:
        """Whether the job is that of anybody at all, or of a leader of whom nothing else is said."""
        words, stems = self._words, _stems(job)
        return len(stems) == 1 and (stems[0] in words.anybody or (alone and stems[0] in words.some_leader))

    def _unit_at(self, said: Sequence[str], area: int) -> int:
        """Index of the noun for the department, 0 where none is named."""
        words = self._words
        governed = any(stem(w) in words.governs for w in said[:2])
        for i in range(1, len(said)):
            if self._is_department(said[i]) and i > area + 1:
                return i
            if i < area and (self._is_department(said[i]) or said[i] in words.places):
                return i
            if i < area and governed and stem(said[i]) in words.headed and not _GENITIVE.fullmatch(said[i]):
                return i
        return 0

    def _rank(self, said: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
        """The rank, and the job with the adjectives behind its noun put before it («агент коммерческий»)."""
        job, rank = list(said), []
        if len(job) > 1 and stem(job[0]) in self._words.ranks:
            rank.append(stem(job.pop(0)))
        elif len(job) > 1 and stem(job[-1]) in self._words.ranks and _ADJECTIVE.match(job[-1]):
            rank.append(stem(job.pop()))
        cut = len(job)
        while cut and _ADJECTIVE.match(job[cut - 1]):
            cut -= 1
        return tuple(rank), [*sorted(job[cut:]), *job[:cut]]


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple([stem(word) for word in words if word not in _FILLERS and word != "по"])
