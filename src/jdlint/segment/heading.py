"""Which blocks are section headings, and what each section is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jdlint.model.document import BlockKind, Document
from jdlint.model.label import read_label
from jdlint.model.once import once
from jdlint.model.outline import Role, Section
from jdlint.model.pattern import expression
from jdlint.record import record
from jdlint.segment.called import LONGEST_SUBJECT, Names, Phrase, phrase, words_of_pattern
from jdlint.segment.candidate import Candidate, candidate, contents, words_of
from jdlint.segment.implied import MAIN, Leads, led_in, name_and_more
from jdlint.segment.requisite import Marks
from jdlint.segment.row import beside, place_of

_PREFIXED = 6
_DEEPER = frozenset({Role.OTHER, Role.CONDITIONS, Role.EVALUATION, Role.TASKS, Role.RELATIONS})
Found = tuple[dict[int, Section], set[int], set[int]]


@record
class Headings:
    """The section vocabulary, ready for use."""

    names: Names
    leads: Leads
    endings: tuple[tuple[Role, tuple[str, ...]], ...]
    yields: tuple[tuple[Phrase, Role], ...]

    @classmethod
    @once(4)
    def of(cls, data: Mapping[str, Any]) -> Headings:
        """Read `rules/_vocabulary/sections.yaml`."""
        required = "|".join(data["required"])
        leads = tuple(
            (
                Role(role),
                expression(
                    rf"(?:{'|'.join(p.replace('е', '[её]') for p in ps)})\b(?!\s+(?:{required}))[^.]{{0,60}}:\s*$",
                    re.IGNORECASE,
                ),
            )
            for role, ps in data["leads"].items()
        )
        yields = tuple((phrase(y["heading"], Role(y["role"])), Role(y["instead"])) for y in data["yields"])
        endings = [(Role(role), tuple(words_of_pattern(p))) for role, ps in data["endings"].items() for p in ps]
        return cls(Names.of(data["headings"]), leads, tuple(endings), yields)

    def find(self, document: Document, piece: range, marks: Marks) -> Found:
        """Block index → section (its span is only that of the heading yet), the blocks that are sub-headings, and
        those of a table of contents.
        """
        candidates = [c for i in piece if (c := candidate(document, i)) is not None]
        listing, listed = contents(document, candidates, marks)
        found: dict[int, Section] = {}
        below: set[int] = set()
        looks: set[tuple[object, ...]] = set()
        for c in candidates:
            if c.index in listing:
                continue
            section = self._known(c, document, expected=_next_number(found), listed=c.words in listed)
            if section and _sub_heading(section, c, found, found):
                below |= {c.index} if c.strong or c.words in listed else set()
            elif section:
                found[c.index] = _with_heading(section, document, c)
                if c.strong:
                    looks.add(c.look)
        for index in _titles(found):
            del found[index]
        self._yield_roles(found)
        below |= self._deepen(found)
        first = min((i for i, s in found.items() if s.role is not Role.REQUISITES), default=None)
        for c in candidates:
            if c.index in found or c.index in listing or first is None:
                continue
            alike = c.look in looks and c.strong
            numbered = alike and c.label is not None and c.label.style in ("arabic", "roman")
            if c.index < first and not numbered:
                continue
            above = {i: s for i, s in found.items() if i < c.index}
            divided = c.opens and c.label is not None and c.label.number == _next_number(above)
            if c.words in listed or (alike and _reads_as_title(c)) or divided:
                other = _section(Role.OTHER, c)
                levels = [section.level for _, section in sorted(above.items()) if section.level]
                deeper = bool(levels) and other.level > levels[-1]
                if deeper or (_sub_heading(other, c, above, found) and not divided):
                    below.add(c.index)
                else:
                    found[c.index] = _with_heading(other, document, c)
        name_and_more(document, piece, found, self.names)
        led_in(document, piece, found, self.leads)
        return found, below, listing

    def _known(self, c: Candidate, document: Document, *, expected: str, listed: bool) -> Section | None:
        words = list(c.words)
        hit = self.names.role_of(words) or (self.names.role_of(words[1:]) if words[:1] == ["раздел"] else None)
        if hit is None and "/" in (title := c.title.of(document.plain)):  # «Liability / Ответственность»
            hit = next((found for half in title.split("/") if (found := self.names.role_of(words_of(half)))), None)
        hit = hit or self._said(c, document, expected)
        if hit is None and (c.strong or (c.label is not None and c.label.number == expected)):
            hit = self.names.likely_role_of(words)
        if hit is None:
            return None
        role, extra = hit
        place = place_of(document, c)
        if place is not None and "." in place.number:
            return None  # «1.1 | Подчинение | мастеру» is a clause
        formal = role in (Role.REQUISITES, Role.ACKNOWLEDGEMENT)
        if c.block.kind is BlockKind.HEADING:
            allowed = 8
        elif (
            c.strong
            or listed
            or formal
            or (c.label and c.label.number == expected and (len(words) - extra > 1 or c.opens))
        ):
            allowed = _PREFIXED
        elif c.label is not None and c.label.style == "arabic":
            allowed = 3
        else:
            if len(words) == 1 and place is not None and not place.announces(beside(document, c)):
                return None
            allowed = 0
        if place is not None and not c.strong and place.columns > 1 and (place.column > 1 or extra):
            return None
        named = self.names.role_of(words_of(c.title.of(document.plain).partition(":")[0]))
        if named and named[0] is role:
            extra = named[1]  # «Условия работы: два дня через два с 9 до 21»
        if extra > allowed or (formal and len(words) > 9):
            return None
        second = [r for r in (self.names.role_of(words[i + 1 :]) for i, w in enumerate(words) if w == "и") if r]
        also = tuple(r for r, rest in second[:1] if rest <= 2 and r is not role)
        return _section(role, c, also, place.number if place else "")

    def _said(self, c: Candidate, document: Document, expected: str) -> tuple[Role, int] | None:
        """Role of a heading that is a sentence about the jobholder («Кладовщик обязан»), and 0 words behind it."""
        subject = next(
            ((role, len(c.words) - len(ending)) for role, ending in self.endings if c.words[-len(ending) :] == ending),
            None,
        )
        if subject is None or subject[1] not in range(1, LONGEST_SUBJECT + 1):
            return None
        if c.title.of(document.plain).endswith(":") and c.block.kind is not BlockKind.HEADING:
            return None
        below = read_label(beside(document, c))
        listed = below is not None and below.number in ("", "1")
        numbered = c.label is not None and c.label.number == expected
        return (subject[0], 0) if c.strong or numbered or (listed and c.label is None) else None

    def _yield_roles(self, found: dict[int, Section]) -> None:
        """Give headings of uncertain role their other role when a plainer heading has the first one."""
        for index, section in found.items():
            words = words_of(section.heading)
            for known, instead in self.yields:
                plainer = any(
                    s.role is section.role and i != index and not known.begins(words_of(s.heading))
                    for i, s in found.items()
                )
                if known.role is section.role and known.begins(words) and plainer:
                    found[index] = replace(section, role=instead)

    @staticmethod
    def _deepen(found: dict[int, Section]) -> set[int]:
        """Drop known headings that stand below a section of a real role: they are its sub-headings."""
        dropped: set[int] = set()
        kept_level = 0
        for index, section in sorted(found.items()):
            if section.role in _DEEPER and 0 < kept_level < section.level:
                del found[index]
                dropped.add(index)
            elif section.level:
                kept_level = min(kept_level or section.level, section.level)
        return dropped


def _sub_heading(section: Section, c: Candidate, above: Mapping[int, Section], found: Mapping[int, Section]) -> bool:
    """Whether the candidate only divides the section that it stands in, the last of those `above` it."""
    if not above:
        return False
    current = above[max(above)]
    if _is_part_of(section, current) and (section.role is current.role or section.role not in MAIN):
        return True
    if (
        current.role is section.role
        and section.role is not Role.OTHER
        and (not c.strong or (current.number and not section.number))
        and not _follows(current, section)
        and not _begins(section, found)
    ):
        return True
    unnumbered = not any(s.number for s in found.values() if s.role not in _DEEPER)
    return section.role in _DEEPER and bool(section.number) and unnumbered


def _is_part_of(section: Section, current: Section) -> bool:
    """Whether its number begins with that of the section above («3.4. Обязанности по охране» under «3.»)."""
    whole, dot, _ = section.number.partition(".")
    return bool(dot) and whole == current.number


def _next_number(found: Mapping[int, Section]) -> str:
    """The number that the next section should have."""
    last = found[max(found)].number if found else "0"
    return str(int(last) + 1) if last.isdigit() else ""


def _titles(found: Mapping[int, Section]) -> list[int]:
    """Headings that name the document, not a section: «Должностные обязанности вахтёра» above all of the sections."""
    body = [i for i in sorted(found) if found[i].role not in (Role.REQUISITES, Role.ACKNOWLEDGEMENT)]
    first = found[body[0]] if body else None
    if first is None or first.role is not Role.DUTIES or first.number or first.level > 1:
        return []
    rest = [found[i] for i in body[1:]]
    again = any(s.role is Role.DUTIES for s in rest)
    alone = first.level == 1 and all(s.level != 1 for s in rest)
    return body[:1] if again and (rest[0].role is Role.GENERAL or alone) else []


def _begins(section: Section, found: Mapping[int, Section]) -> bool:
    """Whether the numbered sections begin with it, behind a preamble without a number."""
    return section.role is Role.GENERAL and section.number == "1" and not any(s.number for s in found.values())


def _follows(current: Section, section: Section) -> bool:
    """Whether its number is the next one: «2. Трудовые функции», «3. Должностные обязанности»."""
    return current.number.isdigit() and section.number == str(int(current.number) + 1)


def _reads_as_title(c: Candidate) -> bool:
    return (
        len(c.words) <= 12
        and (c.block.cell is None or c.block.cell.columns == 1)
        and (c.label is None or c.label.style not in ("bullet", "letter") or c.block.bold)
    )


def _section(role: Role, c: Candidate, also: tuple[Role, ...] = (), number: str = "") -> Section:
    level = c.block.level if c.block.kind is BlockKind.HEADING else 0
    return Section(role, "", c.label.number if c.label else number, level, c.block.span, c.title, also)


def _with_heading(section: Section, document: Document, c: Candidate) -> Section:
    return replace(section, heading=" ".join(c.title.of(document.plain).split()))
