"""Abbreviations that the text does not spell out: facts `abbreviation`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact, Reading, Word
from jdlint.model.span import Span

_SHORT = expression(r"(?<![\w.«\"/-])[А-ЯЁ]{2,6}(?![\w»\"/]|\.\w|-\w)")
_IN_NAME = expression(r"(?<![\w./-])[А-ЯЁ]{2,6}(?![\w/]|\.\w|-\w)")
_SHOUTED = expression(r"\b[А-ЯЁ]{7,}\b")
_ROMAN = expression(r"[ХІСМ]+")
_WORD = expression(r"[А-Яа-яЁё-]+")
_QUOTED = expression(r"«[^«»\n]*»|\"[^\"\n]*\"")
# Parts of speech of words that only stand in capitals to be stressed: «НЕ», «ТОЛЬКО», «ВАЖНО».
_STRESSED = {"ADVB", "PRCL", "CONJ", "PREP", "VERB", "INFN", "ADJS", "ADJF", "PRTS", "PRED", "NPRO", "NUMR", "GRND"}
_SHORTENED = frozenset({"Abbr", "Name", "Surn", "Orgn", "Geox"})
_LEAST_WORD = 4
_LONGEST = 6
_SMALL = {"и", "по", "в", "на", "с", "о", "для", "при", "за", "об", "от"}


def abbreviations(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The first place of each abbreviation that is neither commonly known nor spelled out anywhere in the document.

    Lines in capitals, formal parts and what stands in quotation marks are left out. But the name of an institution
    says what it is: its abbreviations are read like those of the text.
    """
    outline = reading.outline
    plain = outline.document.plain
    known = frozenset(map(str, vocabulary["shortenings"]["known"]))
    named = frozenset(map(str, vocabulary["shortenings"]["before_names"]))
    institution = compiled(vocabulary["shortenings"]["institution"])
    told: set[str] = set()
    for block in outline.document.blocks:
        if not outline.span.covers(block.span) or outline.requisites_at(block.span):
            continue
        text = block.span.of(plain)
        if not re.search(r"\b[а-яё]+\b", text) or len(_SHOUTED.findall(text)) > 1:
            continue
        for found in _candidates(text, institution):
            short = found[0]
            if short in told or short in known or _ROMAN.fullmatch(short):
                continue
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            if _emphasised(reading, span) or text[: found.start()].rstrip().rpartition(" ")[2] in named:
                continue
            told.add(short)
            if not _spelled_out(short, plain):
                yield Fact("abbreviation", short, span)


def _candidates(text: str, institution: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Words in capitals outside of quotation marks, marks of things left out, and those in names of institutions."""
    named = list(institution.finditer(text))
    apart = [m.span() for m in (*_QUOTED.finditer(text), *named)]
    for found in _SHORT.finditer(text):
        if not any(start <= found.start() < end for start, end in apart) and not _number_follows(text, found.end()):
            yield found
    for one in named:
        yield from _IN_NAME.finditer(text, *one.span("name"))


def _number_follows(text: str, at: int) -> bool:
    """«ГОСТ 12», «ВВЭР-440»: the mark of a standard or a model."""
    return re.match(r"[\s-]?(?:№\s?)?\d", text[at:]) is not None


def _emphasised(reading: Reading, place: Span) -> bool:
    """Whether the capitals only stress a word: «НЕ допускается», «СТРОГО ДО начала», «ЦЕЛЬ: …»."""
    token = next(iter(reading.tokens_in(place)), None)
    if token is not None and (token.word.pos in _STRESSED or _is_common_noun(token.word)):
        return True
    plain = reading.outline.document.plain
    near = [*plain[max(0, place.start - 40) : place.start].split()[-1:], *plain[place.end : place.end + 40].split()[:1]]
    return any(len(w) > _LONGEST and w.isupper() for w in (n.strip(".,:;!?()*_") for n in near))


def _is_common_noun(word: Word) -> bool:
    """Whether the dictionary has the word, and neither as an abbreviation nor as a name."""
    return word.known and len(word.norm) >= _LEAST_WORD and not any(p.marks & _SHORTENED for p in word.parses)


def _spelled_out(short: str, plain: str) -> bool:
    """«(далее – X)», «X (словами)», «X — это …», or words with these first letters next to it in brackets."""
    name = re.escape(short)
    if re.search(
        rf"(?:дал(?:ее|\.|ьше)|дальнейшем|именуем\w+|сокращ[её]нно|сокр\.)[^()\n]{{0,40}}\b{name}\b|\b{name}\s*\([^()]*[а-яё]{{4}}|\b{name}\s+[–—-]\s+[А-ЯЁ]?[а-яё]{{4}}",
        plain,
    ):
        return True
    for found in re.finditer(rf"[(«\"]\s*{name}\s*[)»\"]", plain):
        words = _WORD.findall(plain[max(0, found.start() - 160) : found.start()])
        if _initials(words, short):
            return True
    return False


def _initials(words: list[str], short: str) -> bool:
    """Whether the words end in ones that begin with these letters, small words left out or not."""
    letters = "".join(part[0] for w in words for part in w.split("-") if part).upper()
    bare = "".join(part[0] for w in words if w.lower() not in _SMALL for part in w.split("-") if part).upper()
    return letters.endswith(short) or bare.endswith(short) or (len(words) > 1 and short[:1] in bare[-8:])
