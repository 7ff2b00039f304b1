"""The vocabulary of titles, compiled, and words cut down to what does not decline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jdlint.model.pattern import compiled, expression, shortened
from jdlint.record import record

_SHORTEST = 3
_ENDINGS = (
    *("ость", "остью", "остей", "иями", "ями", "ами", "ыми", "ими", "иям", "иях", "ией", "его", "ого", "ему", "ому"),
    *("ием", "ия", "ию", "ии", "ий", "ие", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ый", "ой", "ей", "ым", "им"),
    *("ом", "ем", "ых", "их", "ою", "ею", "ью", "ов", "ев", "ам", "ям", "ах", "ях", *"аяоеыиуюьй"),
)
_BEFORE_FLEETING = expression(r"(?<=[^аеиоуыэюя])ок$")


@record
class Wording:
    """The words of `titles.yaml`, with the shortened ones of `positions.yaml`, ready for use.

    `in_full` is what each group of `short` stands for. Sets and keys hold stems; `letters`, `divisions`, `places` and
    `employer` hold words as they are written.
    """

    short: re.Pattern[str]
    in_full: tuple[str, ...]
    whole: Mapping[str, str]
    letters: Mapping[str, str]
    ranks: frozenset[str]
    grade: re.Pattern[str]
    grades: Mapping[str, re.Pattern[str]]
    ordinals: Mapping[str, str]
    acting: re.Pattern[str]
    another: re.Pattern[str]
    idle: re.Pattern[str]
    employer: frozenset[str]
    legal: re.Pattern[str]
    town: re.Pattern[str]
    divisions: frozenset[str]
    places: frozenset[str]
    headed: frozenset[str]
    branches: frozenset[str]
    governs: frozenset[str]
    deputies: frozenset[str]
    anybody: frozenset[str]
    some_leader: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Mapping[str, Any]) -> Wording:
        """Compile the word lists of the vocabulary."""
        told = vocabulary["titles"]
        shorts = {**vocabulary["positions"]["shorts"], **told["shorts"]}
        longest_first = sorted(shorts, key=lambda s: (-len(s), s))
        ordinals = "|".join(rf"{stem}\w*" for stem in told["ordinals"].values())
        number = rf"(?:\d{{1,2}}(?:\s*-\s*\d{{1,2}})?|[ivxіх]{{1,4}}|{ordinals})"
        nouns = "|".join(told["grades"].values())
        return cls(
            short=expression(rf"(?<![\w-])(?:{'|'.join(f'({shortened(s).pattern})' for s in longest_first)})(?!-)"),
            in_full=tuple([str(shorts[s]) for s in longest_first]),
            whole={stem(word): str(full) for word, full in {**told["joined"], **told["feminine"]}.items()},
            letters={str(k): str(v) for k, v in told["letters"].items()},
            ranks=_stems(told["ranks"]),
            grade=expression(
                rf"\(?\b(?:(?P<before>{number})(?:-?(?:о?й|а?я|о?го|ей))?\s+(?P<noun>{nouns})"
                rf"|(?P<noun_first>{nouns})\s+(?P<behind>\d{{1,2}}|[ivxіх]{{1,4}}))(?!\w)\)?"
            ),
            grades={str(name): expression(pattern) for name, pattern in told["grades"].items()},
            ordinals={str(stem): str(number) for number, stem in told["ordinals"].items()},
            acting=compiled(told["acting"]),
            another=compiled(told["another"]),
            idle=compiled(told["idle"]),
            employer=frozenset(told["employer"]),
            legal=expression(
                rf"\b(?:{'|'.join(str(w).lower() for w in vocabulary['shortenings']['before_names'])})\b"
                r"(?:\s*[«\"“„][^»\"”]*[»\"”]?)?|\bкфх(?:\s+[«\"“„]?[а-я-]+[»\"”]?)?"
            ),
            town=compiled(told["town"]),
            divisions=frozenset(told["divisions"]),
            places=frozenset(told["places"]),
            headed=_stems([*told["divisions"], *told["places"]]),
            branches=_stems(told["branches"]),
            governs=_stems(told["governs"]),
            deputies=_stems(told["deputies"]),
            anybody=_stems([*vocabulary["positions"]["nameless"], *told["anybody"]]),
            some_leader=_stems([*vocabulary["positions"]["vague_alone"], *told["deputies"], *told["ranks"]]),
        )


def _stems(words: Iterable[object]) -> frozenset[str]:
    return frozenset(stem(str(word)) for word in words)


@cache
def stem(word: str) -> str:
    """What is left of a lower-case word without its case and number ending: «отдела» and «отделом» give «отдел».

    Different words may share a stem; a title has few words, and all of them would have to.
    """
    if not word.isalpha():
        return word
    if word.endswith("ец"):
        return f"{word[:-2]}ц"
    left = word
    while cut := next((e for e in _ENDINGS if left.endswith(e) and len(left) - len(e) >= _SHORTEST), ""):
        left = left.removesuffix(cut)  # again and again: «агроном» ends like «складом», «агронома» does not
    return _BEFORE_FLEETING.sub("к", left) if len(left) > _SHORTEST else left
