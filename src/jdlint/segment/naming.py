"""What of a line names a position."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from jdlint.model.document import Document
from jdlint.model.name import Name, Naming
from jdlint.model.pattern import compiled, expression
from jdlint.model.span import Span
from jdlint.record import record

_NOT_A_POSITION = expression(
    r"\[|\{\{|^\W*\(|^\W*(?!1[сc]\b)\d|:\s*$|^\W*$|^(?:инструкция|образец|типовая|(?:работник|сотрудник|персонал|должност|професси|специальност)\w*)\W*$"
    r"|[#@]|https?:|^\W*(?:фамилия|имя\b|наименование\b|ф\.\s?и\.\s?о)"
    r"|^(?:г|гор|пос|пгт|дер|ст)\.\s*(?-i:[А-ЯЁ])[а-яё-]+(?:\s[а-яё-]+)?$|^(?:город|пос[её]лок|село)\s+\S+$",
    re.IGNORECASE,
)
_QUOTED = expression(r"[«\"„“](?P<name>[^«»\"“”\n]{3,80})[»\"”]")
_ALL_BRACKETED = expression(r"\(\s*(?P<name>[^()\n]{3,80}?)\s*\)\s*$")
_TWO_LANGUAGES = expression(r"^(?P<latin>[A-Za-z][A-Za-z\s-]+?)\s*[/(]\s*(?P<name>[А-ЯЁа-яё][А-ЯЁа-яё\s-]+)\)?$")
_ABBREVIATION = expression(r"\s*\([A-ZА-ЯЁ]{1,6}\)")
# What a rank or a place behind an abbreviation in brackets begins with: «службы (АДС) 4 разряда».
_GOES_ON = expression(r"\s+(?:\d|(?:по|на|в|при)\s|[а-яё]{3,})")
_EMPLOYER = expression(
    r"\w*(?:обществ|организаци|учреждени|предприяти|акционерн|бюджетн|каз[её]нн|автономн|государств|муниципал)",
    re.IGNORECASE,
)
# How a line ends whose name goes on in the next one.
TORN = (" по", " для", " с", " со", " в", " во", " на", " при", " и")
_LETTERS = expression(r"[а-яёa-z]", re.IGNORECASE)
_SHORTENED = expression(r"(?:^|\s)[а-яё]{1,4}\.$", re.IGNORECASE)
_ENDS = " «\"'|,.;–—-"
LONGEST = 14


@record
class Named:
    """A position as a place names it: its words in the first of its lines, all of them, and how they are read."""

    span: Span
    said: str
    name: Name


@record
class Namer:
    """Reads names of positions in a document, by the words of `rules/_vocabulary/naming.yaml`."""

    document: Document
    naming: Naming
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    numbered: re.Pattern[str]
    called: re.Pattern[str]
    employer: re.Pattern[str]

    @classmethod
    def of(cls, document: Document, naming: Naming, told: Mapping[str, str]) -> Namer:
        """The reader of one document."""
        return cls(document, naming, **{key: compiled(pattern) for key, pattern in told.items()})

    def named(self, place: Span) -> Named | None:
        """The position that the place begins to name, or None."""
        read = self.read(place.of(self.document.plain))
        if read is None:
            return None
        span = Span(place.start + read[0], place.start + read[0] + read[1].length)
        return Named(span, span.of(self.document.plain), read[1])

    def read(self, text: str) -> tuple[int, Name] | None:
        """Where in a text its position begins, and the position, or None."""
        lead = self.lead.match(text)
        start = lead.end() if lead else 0
        text = text[start:]
        for pattern in (_QUOTED, _ALL_BRACKETED):
            if whole := pattern.match(text):
                start, text = start + whole.start("name"), whole["name"]
        text = self._bare(text)
        start, text = start + len(text) - len(text.lstrip(_ENDS)), text.lstrip(_ENDS)
        if both := _TWO_LANGUAGES.match(text):
            start, text = start + both.start("name"), both["name"].strip()
        if (abbreviation := _ABBREVIATION.search(text)) and not _GOES_ON.match(text, abbreviation.end()):
            text = text[: abbreviation.start()] or text
        if not _names(text):
            return None
        name = self.naming(text)
        return (start, name) if _names(text[: name.length]) else None

    def continued(self, named: Named, following: Span) -> Named | None:
        """The same with the words of the next line, where the name goes on there, or None."""
        first, line = named.said, following.of(self.document.plain).strip()
        if _EMPLOYER.match(line):
            return None
        text = self._bare(line).rstrip(_ENDS)
        alike = text[:1].islower() or (first.isupper() and text.isupper())
        if not _names(text) or not alike:
            return None
        joint, alone = self.naming(f"{first} {text}"), self.naming(text)
        agrees = not joint.nominative.endswith(" ".join(text.lower().split()))
        hangs = text[:1].islower() or (alone.nominative != text.lower() and alone.person is False)
        torn = first.lower().endswith(TORN)
        fits = agrees or torn or (hangs and not alone.person)
        if not fits or len(joint.nominative.split()) > LONGEST:
            return None
        return replace(named, said=f"{first} {text}", name=joint)

    def _bare(self, text: str) -> str:
        """The text up to whatever is no name."""
        end = len(text)
        numbered = [m.span() for m in self.numbered.finditer(text)]
        for found in self.tail.finditer(text):
            inside = any(a <= found.start() < b for a, b in numbered)
            shortened = found[0].strip() == "." and _SHORTENED.search(text[: found.start() + 1])
            if not inside and not shortened:
                end = found.start()
                break
        employer = self.employer.search(text[:end])
        for place in self.called.finditer(text[:end]):
            if employer and place.start() < employer.start() < place.end():
                employer = self.employer.search(text[:end], place.end())
        return text[: employer.start()] if employer else text[:end]


def _names(text: str) -> bool:
    """Whether there is enough in the words to name a position."""
    words = text.split()
    return 0 < len(words) <= LONGEST and not _NOT_A_POSITION.search(text) and len(_LETTERS.findall(text)) >= 3
