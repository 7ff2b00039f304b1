"""The phrase notation: how rules write down what to look for, read into flat sequences of elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from jdlint.model.kind import Element, Pattern

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
LIMIT = 2000
NAME = r"[a-z][a-z0-9_]*"

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<short>=?[^\W\d_]+(?:\.[^\W\d_]+)*\.(?![.\w]))           # ст., т.д.
    | (?P<word>=?(?:\d+(?:[.,-]\d+)*(?!-?[^\W_])|[^\W_]+(?:[-\u2010\u2011][^\W_]+)*))  # 18, 7.0.97, 44-ФЗ, кто-либо
    | (?P<gap>\.\.\.|…)
    | (?P<slot><[^<>]*>)
    | (?P<quoted>=?"[^"]*"|=?'[^']*')
    | (?P<mark>\S)
    )""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")  # most phrases: words and nothing else
_MIXED = re.compile(r"[a-z][а-яё]|[а-яё][a-z]", re.IGNORECASE)
_NUMERAL = re.compile(r"\d+(?:[.,-]\d+)*")
_RESERVED = frozenset("\\^$*+{}[]<>_=\"'")

Sequences = list[tuple[Element, ...]]


class PhraseError(Exception):
    """A phrase that cannot be read: what is wrong (ru, en), and the offset where."""

    def __init__(self, offset: int, ru: str, en: str) -> None:
        super().__init__(en)
        self.offset = offset
        self.ru = ru
        self.en = en


def parse_phrase(source: str) -> Pattern:
    """Read one phrase; PhraseError names the first mistake and its place."""
    if _PLAIN.fullmatch(source) and not _MIXED.search(source):
        return Pattern(source, (tuple([_word(text) for text in source.split()]),))
    sequences = _Reader(source).read()
    return Pattern(source, tuple(dict.fromkeys(sequences)) if len(sequences) > 1 else tuple(sequences))


def slot_names(patterns: Sequence[Pattern]) -> frozenset[str]:
    """The values that the slots capture whichever of those phrases is found, and in whichever way."""
    captured = [
        {element.text.rpartition(":")[2] for element in sequence if element.op == "slot" and not element.optional}
        for pattern in patterns
        for sequence in pattern.sequences
    ]
    return frozenset(set.intersection(*captured)) if captured else frozenset()


def mixed_letters(text: str) -> tuple[int, str] | None:
    """Offset and text of the first word that mixes Latin and Cyrillic letters, which no reader can see."""
    found = _MIXED.search(text)
    if not found:
        return None
    start, end = found.span()
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, text[start:end]


class _Reader:
    """Recursive descent over one phrase; every group is expanded as soon as it closes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens: list[tuple[str, str, int]] = [
            (m.lastgroup or "", m[m.lastgroup or 0], m.start(m.lastgroup or 0)) for m in _TOKEN.finditer(source)
        ]
        self.at = 0

    def read(self) -> Sequences:
        if not self.tokens:
            raise PhraseError(0, "пустая фраза", "empty phrase")
        if mixed := mixed_letters(self.source):
            offset, word = mixed
            raise PhraseError(
                offset,
                f"в слове «{word}» смешаны латинские и русские буквы",
                f"“{word}” mixes Latin and Cyrillic letters",
            )
        sequences = self._sequence()
        if self.at < len(self.tokens):
            _, mark, offset = self.tokens[self.at]
            if mark == "|":
                raise PhraseError(
                    offset, "варианты пишутся в скобках: (а | б)", "alternatives need parentheses: (a | b)"
                )
            raise PhraseError(offset, "лишняя закрывающая скобка", "unbalanced “)”")
        for sequence in sequences:
            if all(e.optional or e.op == "gap" for e in sequence):
                raise PhraseError(
                    0,
                    "фраза может совпасть с пустым местом: нужно хотя бы одно обязательное слово",
                    "the phrase may match nothing: it needs at least one word that is not optional",
                )
            if sequence[0].op == "gap" or sequence[-1].op == "gap":
                offset = self.source.find("...") if sequence[0].op == "gap" else self.source.rfind("...")
                raise PhraseError(
                    max(offset, 0),
                    "«...» стоит между словами: у края фразы ему нечего соединять",
                    "“...” joins words: it cannot stand at the edge of a phrase",
                )
        return sequences

    def _sequence(self) -> Sequences:
        """Everything up to the end, `|` or `)`."""
        built: Sequences = [()]
        run: list[Element] = []
        while self.at < len(self.tokens):
            kind, text, offset = self.tokens[self.at]
            if kind == "mark" and text in "|)":
                break
            part = self._step(kind, text, offset)
            if len(part) == 1:
                run.extend(part[0])
                continue
            if len(built) * len(part) > LIMIT:
                raise PhraseError(
                    offset,
                    f"фраза раскрывается больше чем в {LIMIT} вариантов: разбейте её на несколько",
                    f"the phrase stands for more than {LIMIT} sequences: split it",
                )
            flat = tuple(run)
            built = [(*before, *flat, *after) for before, after in product(built, part)]
            run = []
        return [(*before, *run) for before in built] if run else built

    def _step(self, kind: str, text: str, offset: int) -> Sequences:
        """One element or group, optional or not, as the sequences it stands for."""
        if kind != "mark":
            return self._element()
        if text == "(":
            return self._group()
        if text != "?":
            return self._element()
        self.at += 1
        if self.at == len(self.tokens) or self.tokens[self.at][1] in {"?", "|", ")"}:
            raise PhraseError(offset, "после «?» нет слова или скобки", "nothing follows “?”")
        return _optional(self._step(*self.tokens[self.at]))

    def _group(self) -> Sequences:
        """Alternatives in parentheses; those that are one word each become one element."""
        opened = self.tokens[self.at][2]
        alternatives: Sequences = []
        while True:
            self.at += 1
            offset = self.tokens[self.at][2] if self.at < len(self.tokens) else opened
            alternative = self._sequence()
            if self.at == len(self.tokens):
                raise PhraseError(opened, "скобка не закрыта", "unbalanced “(”")
            if alternative == [()]:
                raise PhraseError(
                    offset, "пустой вариант: необязательное пишут ?(а | б)", "empty alternative: write ?(a | b)"
                )
            alternatives.extend(alternative)
            if self.tokens[self.at][1] == ")":
                break
        self.at += 1
        return _merged(alternatives)

    def _element(self) -> Sequences:
        kind, text, offset = self.tokens[self.at]
        self.at += 1
        return _short(text) if kind == "short" else [(self._single(kind, text, offset),)]

    def _single(self, kind: str, text: str, offset: int) -> Element:
        if kind == "word":
            return _word(text)
        if kind == "gap":
            return Element("gap")
        if kind == "slot":
            return _slot(text, offset)
        if kind == "quoted":
            return _quoted(text, offset)
        if text in _RESERVED:
            raise PhraseError(
                offset,
                f"знак {text} в записи фраз ничего не значит: нужный буквально знак берут в кавычки",
                f"{text} means nothing in a phrase: quote a mark that is meant literally",
            )
        return Element("number") if text == "#" else Element("form", text)


@lru_cache(maxsize=8192)
def _word(text: str) -> Element:
    folded = _fold(text.removeprefix("="))
    return Element("form" if text.startswith("=") or _NUMERAL.fullmatch(folded) else "word", folded)


def _fold(text: str) -> str:
    return text.lower().replace("ё", "е").replace("\u2010", "-").replace("\u2011", "-")


def _short(text: str) -> Sequences:
    """A word with its full stop: one token if it is a known abbreviation, two at the end of a sentence."""
    word = _word(text[:-1])
    whole = Element("form", f"{word.text}.")
    return [(whole,)] if "." in word.text else [(whole,), (word, Element("form", "."))]


def _slot(text: str, offset: int) -> Element:
    case, _, name = text[1:-1].partition(":")
    case, name = case.strip(), name.strip()
    if case not in CASES:
        known = ", ".join(f"<{c}>" for c in CASES)
        raise PhraseError(offset, f"неизвестный падеж {text}; есть: {known}", f"unknown case {text}; known: {known}")
    if name and not re.fullmatch(NAME, name):
        raise PhraseError(
            offset,
            f"имя значения в {text} пишут латинскими буквами: <{case}:superior>",
            f"the value name in {text} must be Latin letters: <{case}:superior>",
        )
    return Element("slot", f"{case}:{name}" if name else case)


def _quoted(text: str, offset: int) -> Element:
    inner = text.removeprefix("=")[1:-1].strip()
    if not inner or " " in inner or "|" in inner:
        raise PhraseError(offset, "в кавычках должен быть один знак или одно слово", "quotes hold one mark or one word")
    return Element("form", _fold(inner))


def _merged(alternatives: Sequences) -> Sequences:
    """Alternatives with the single words of one kind joined into one element, at the place of the first."""
    words: dict[str, list[str]] = {"word": [], "form": []}
    for sequence in alternatives:
        if _alone(sequence):
            words[sequence[0].op].extend(t for t in sequence[0].text.split("|") if t not in words[sequence[0].op])
    merged: Sequences = []
    for sequence in alternatives:
        if not _alone(sequence):
            merged.append(sequence)
        elif texts := words.pop(sequence[0].op, None):
            merged.append((Element(sequence[0].op, "|".join(texts)),))
    return merged


def _alone(sequence: tuple[Element, ...]) -> bool:
    return len(sequence) == 1 and sequence[0].op in {"word", "form"} and not sequence[0].optional


def _optional(part: Sequences) -> Sequences:
    """The part or nothing; a lone element carries that itself, but for a slot, which ends a run of tokens."""
    if len(part) == 1 and len(part[0]) == 1 and part[0][0].op != "slot":
        element = part[0][0]
        return [(Element(element.op, element.text, optional=True),)]
    return [*part, ()]
