"""Kind `refer`: inner references to clauses, sections and annexes that must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.check.where import spans_in
from jdlint.model.finding import Hit
from jdlint.model.kind import Refer
from jdlint.model.label import read_label, roman_value
from jdlint.model.outline import Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Span
from jdlint.record import record

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}(?!\d)"
_THIS = r"(?:\s+(?:раздела?\s+\S+\s+)?(?:настоящ\w+|данн\w+|этой)\s+(?:должностн\w+\s+)?(?:инструкци\w+|документ\w+))"
_CLAUSE = expression(
    rf"(?P<look>см\.\s*|(?:указан|перечислен|изложен|описан|привед[её]н)\w*\s+в\s+|предусмотрен\w*\s+)?(?:\b(?:пункт\w{{0,3}}|подпункт\w{{0,3}}|пп?\.)|§{{1,2}})\s?(?P<number>{_NUMBER})(?:\s*[–—-]\s*(?P<until>{_NUMBER})|(?:\s*(?:,|и)\s*(?:§\s?|пп?\.\s?)?(?P<more>{_NUMBER})))?(?P<this>{_THIS})?(?P<tail>(?:\b(?:ч|ст|гл)\.|[^.;)]){{0,40}})",
    re.IGNORECASE,
)
_SECTION = expression(
    rf"\bраздел\w{{0,3}}\s+(?:№\s*)?(?:(?P<number>\d{{1,2}}|[IVXivx]+)(?P<this>{_THIS})|[«\"“„](?P<name>[^»\"”“\n]{{3,80}})[»\"”“](?P<tail>[^.;)]{{0,40}}))",
    re.IGNORECASE,
)
_ORDINALS = ("перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят")
_WORD = rf"(?:{'|'.join(_ORDINALS)})(?:ый|ой|ий|ого|его|ьего|ому|ьему|ым|ом|ьем|ьим|[её]рт(?:ый|ого|ому|ом|ым))"
# Nothing behind the number says whose section it is: then it is this document's.
_STOP = r"(?=\s*(?:\.(?!\d)|[;,)]|[-–—]\s|$))"
_BARE_SECTION = expression(
    rf"(?:\b[Сс]м\.?\s*|\b[Сс]огласно\s+|\bв\s+)раздел\w{{0,3}}\s+(?:№\s*)?(?P<number>\d{{1,2}}|[IVX]+|{_WORD}){_STOP}"
    rf"|\bразделом\s+(?P<by>\d{{1,2}}|[IVX]+|{_WORD}){_STOP}"
    rf"|(?<=\d)\s*(?:,|и|или|,\s+а\s+также|а\s+также)\s+(?:в\s+)?(?P<here>раздел(?:а|у|е|ом))\s+(?:№\s*)?(?P<beside>\d{{1,2}}|[IVX]+|{_WORD}){_STOP}",
    re.MULTILINE,
)
_OF_SECTION = expression(
    rf"\b(?:пункт\w{{0,3}}|п\.)\s?(?P<clause>\d{{1,2}})\s+раздел\w{{0,3}}\s+(?P<number>\d{{1,2}}|[IVX]+|{_WORD}){_STOP}",
    re.MULTILINE,
)
_LEAST_SECTIONS = 3
_SEE_SECTION = expression(r"\bсм\.?\s*(?:также\s+)?$|\bв\s+$", re.IGNORECASE)
_ANNEX = expression(
    rf"\b(?P<look>(?:см\.?|согласно|в|указан\w+\s+в|привед\w+\s+в)\s+)?приложени\w{{1,2}}\s*(?:№\s*|N\s*)?(?P<number>\d{{1,2}})?(?P<this>\s*к{_THIS}|{_THIS})?",
    re.IGNORECASE,
)
_FOREIGN = expression(
    r"^\W*(?:(?:\S+\s+){0,2}(?:положени|правил|устав|договор|приказ|постановлени|закон|кодекс|регламент|стандарт|порядк|инструкци|перечн|стать|ст\.|ч\.|части|гост|санпин|тк\b|гк\b|гост|федеральн|указани|распоряжени|каталог|справочник|руководств|журнал|программ|сайт))",
    re.IGNORECASE,
)


def check_refer(options: Refer, reading: Reading, roles: frozenset[Role]) -> Iterator[Hit]:
    """References to what the document does not have."""
    plain = reading.outline.document.plain
    numbers = {c.number.rstrip(")") for c in reading.outline.clauses if c.number}
    compound = any("." in number for number in numbers)
    for span in spans_in(reading, roles, "content"):
        if "clause" in options.to:
            yield from _clauses(reading, span, plain, numbers, bare=compound)
        if "section" in options.to:
            yield from _sections(reading, span, plain)
            yield from _bare_sections(reading, span, plain)
        if "annex" in options.to:
            yield from _annexes(reading, span, plain)


@record
class ClauseReference:
    """Words that refer to clauses: the numbers with their places, and what tells whose clauses they are.

    `this` says that they are of this document, `foreign` that they are of another act; `look` sends the reader there.
    """

    span: Span
    numbers: tuple[tuple[str, Span], ...]
    this: str
    look: bool
    foreign: bool

    def is_ours(self, *, bare: bool) -> bool:
        """Whether it refers to this document; a `bare` one, with no word that it does, counts by its number."""
        return bool(self.this) or ((bare or self.look) and not self.foreign and "." in self.numbers[0][0])


def clause_references(plain: str, within: Span) -> Iterator[ClauseReference]:
    """All references to clauses in that place of the plain text."""
    for m in _CLAUSE.finditer(plain, within.start, within.end):
        numbers = tuple([(m[name], Span(*m.span(name))) for name in ("number", "until", "more") if m[name]])
        end = m.end("this") if m["this"] else max(span.end for _, span in numbers)
        yield ClauseReference(
            Span(m.start(), end), numbers, m["this"] or "", bool(m["look"]), bool(_FOREIGN.match(m["tail"]))
        )


def _clauses(reading: Reading, span: Span, plain: str, numbers: set[str], *, bare: bool) -> Iterator[Hit]:
    for reference in clause_references(plain, span):
        if not reference.is_ours(bare=bare):
            continue
        named = re.search(r"раздела?\s+(?P<section>\S+)", reference.this)
        known = named is not None and _has_section(reading, named["section"])
        missing = [
            n for n, _ in reference.numbers if n not in numbers and not (n.isdigit() and _has_section(reading, n))
        ]
        if missing and not known:
            yield Hit(reference.span, {"target": f"п. {missing[0]}"})


def _has_section(reading: Reading, number: str) -> bool:
    value = _value(number)
    return any(_value(s.number) == value for s in reading.outline.sections)


def _value(number: str) -> int:
    word = next((i for i, stem in enumerate(_ORDINALS, 1) if number.startswith(stem)), 0)
    return word or (int(number) if number.isdigit() else roman_value(number))


def _sections(reading: Reading, span: Span, plain: str) -> Iterator[Hit]:
    for m in _SECTION.finditer(plain, span.start, span.end):
        if m["number"]:
            if any(s.number for s in reading.outline.sections) and not _has_section(reading, m["number"]):
                yield Hit(Span(m.start(), m.end("this")), {"target": f"раздел {m['number']}"})
        elif (
            m["name"]
            and _SEE_SECTION.search(plain[max(span.start, m.start() - 12) : m.start()])
            and not _FOREIGN.match(m["tail"])
            and not _is_titled(reading, m["name"])
        ):
            yield Hit(Span(m.start(), m.end("name") + 1), {"target": f"раздел «{m['name']}»"})


def _bare_sections(reading: Reading, span: Span, plain: str) -> Iterator[Hit]:
    """References to a section, or a clause of it, by number alone («пункт 12 раздела II»)."""
    if sum(bool(s.number) for s in reading.outline.sections) < _LEAST_SECTIONS:
        return
    for m in _BARE_SECTION.finditer(plain, span.start, span.end):
        number = m["number"] or m["by"] or m["beside"]
        if not _has_section(reading, number):
            start = m.start("here") if m["here"] else m.start()
            yield Hit(Span(start, m.end()), {"target": f"раздел {number}"})
    for m in _OF_SECTION.finditer(plain, span.start, span.end):
        sections = [i for i, s in enumerate(reading.outline.sections) if _value(s.number) == _value(m["number"])]
        clauses = {c.number.rstrip(")") for c in reading.outline.clauses if c.section in sections and c.number}
        wanted = {m["clause"], f"{m['number']}.{m['clause']}"}
        if not sections or (clauses and not clauses & wanted):
            yield Hit(Span(m.start(), m.end()), {"target": f"п. {m['clause']} раздела {m['number']}"})


def _is_titled(reading: Reading, name: str) -> bool:
    """Whether some short line of the document bears the name of the section."""
    wanted = re.findall(r"\w+", name.lower().replace("ё", "е"))
    plain = reading.outline.document.plain
    for block in reading.outline.document.blocks:
        text = block.span.of(plain)
        if len(text) > 160 or f"«{name}»" in text or f'"{name}"' in text or f"“{name}”" in text:
            continue
        label = read_label(text)
        words = re.findall(r"\w+", text[label.end if label else 0 :].lower().replace("ё", "е"))
        if words[: len(wanted)] == wanted or (len(words) <= len(wanted) + 6 and all(w in words for w in wanted)):
            return True
    return False


def _annexes(reading: Reading, span: Span, plain: str) -> Iterator[Hit]:
    for m in _ANNEX.finditer(plain, span.start, span.end):
        if not m["look"] or not (m["this"] or (m["number"] and not _FOREIGN.match(plain[m.end() : m.end() + 40]))):
            continue
        number = m["number"] or ""
        present = any(
            re.match(rf"\W*приложение\s*(?:№\s*|N\s*)?{number}", b.span.of(plain), re.IGNORECASE)
            and b.span.start != span.start
            for b in reading.outline.document.blocks
        )
        if not present:
            yield Hit(Span(m.start(), m.end()), {"target": f"приложение {number}".strip()})
