"""Whose job the document describes."""

from __future__ import annotations

import re
from collections.abc import Callable

from jdlint.model.document import Document, Part
from jdlint.model.label import read_label
from jdlint.model.span import Span, trimmed
from jdlint.segment.requisite import Marks

_DATE = re.compile(r"\d\d\.\d\d\.(?:\d{4}|\d\d)\s*(?:г\.?)?|[№N]\s?[\w/-]*\d[\w/-]*", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:\(далее\b|[;|]|(?<=\w\w)\.\s|\.\s*$|\bв\s+(?:ООО|АО|ПАО|ИП)\b|\b(?:ООО|АО|ПАО|ЗАО|ОАО|ГБУЗ|МБОУ|ГБОУ|ФГБУ)\b|\s(?:ОКПДТР|код)\b"
    r"|(?<=[а-яё])\s+[А-ЯЁ]{2,}(?:\s+[А-ЯЁ]{2,})*\s*(?:№|[«\"]).*|\s(?:[-–—]\s+)?это\s|\s(?:используется|представляет\s+собой|является|содержит)\b"
    r"|\bпо\s+профстандарту\b|[\s,(]+(?:на\s+)?(?:19|20)\d\d\b).*$",
    re.DOTALL,
)
_ABBREVIATION = re.compile(r"\s*\([A-ZА-ЯЁ]{1,6}\)")
_NOT_A_POSITION = re.compile(
    r"[_─]{2}|\[|\{\{|^\W*\(|^\W*\d|:\s*$|^\W*$|^(?:инструкция|образец|типовая|работник[а]?|сотрудник[а]?)\W*$"
    r"|[#@]|https?:|^\W*(?:фамилия|имя\b|ф\.\s?и\.\s?о)"
    r"|^(?:г|гор|пос|пгт|дер|ст)\.\s*[а-яё-]+(?:\s[а-яё-]+)?$|^(?:город|пос[её]лок|село)\s+\S+$",
    re.IGNORECASE,
)
# What stands before the name itself: «по должности …», «муниципального служащего, замещающего должность …».
_LEAD = re.compile(
    r"(?:(?:г|гор|пос|пгт)\.\s*[А-ЯЁ][а-яё-]+\s+(?=[а-яё]))?[\s:|«»\"'–—\-.]*(?:(?:для|на)\s+)?(?:(?:по\s+)?(?:должност[ьи]|професси[яи]|специальност[ьи])\s*[:—–-]?\s*[«\"]?)?"
    r"(?:(?:муниципальн|государственн)\w+\s+(?:гражданск\w+\s+)?служащ\w+,?\s+замещающ\w+\s+должность\s+)?",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\s:|–—\-.]*(?:для\s+)?(?:(?:по\s+)?должности\s+)?[«\"„“](?P<name>[^«»\"“”\n]{3,80})[»\"”]", re.IGNORECASE
)
_TWO_LANGUAGES = re.compile(r"^(?P<latin>[A-Za-z][A-Za-z\s-]+)\s*[/(]\s*(?P<name>[А-ЯЁа-яё][А-ЯЁа-яё\s-]+)\)?$")
_TEXT_FORMS = (
    re.compile(
        r"на\s+должность\s+(?P<p>[a-zа-яё][^.,;:_]{2,80}?)\s+(?:назнача|принима|может\s+быть|осуществля|и\s+(?:освобожд|увольн))",
        re.IGNORECASE,
    ),
    re.compile(
        r"обязанности,?\s+права\s+и\s+ответственность\s+(?P<p>[a-zа-яё][^.,;:_(]{2,80}?)\s*[.,(]", re.IGNORECASE
    ),
    re.compile(
        r"определяет\s+(?:[а-яё,]+\s+){0,6}?порядок\s+(?:работы|деятельности)\s+"
        r"(?!отдел|организаци|предприяти|учреждени|подразделени|служб|комисси)(?P<p>[а-яё][^.,;:_(]{2,80}?)\s*(?:[.,(]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:[\d.]+\s*)?(?:должность\s+)?(?P<p>[a-zа-яё«][^.,;:_]{2,80}?)\s+относится\s+к\s+(?:категории|профессиональной)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:[\d.]+\s*)?(?!на\s)(?P<p>[a-zа-яё«][^.,;:_]{2,80}?)\s+(?:назначается|принимается)\s+"
        r"(?:на\s+(?:работу|должность)|и\s+(?:освобожда|увольня))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:регламентирует|регулирует|определяет)\s+(?:трудовую\s+|профессиональную\s+|производственную\s+)?(?:деятельность|работу)\s+"
        r"(?!отдел|организаци|предприяти|учреждени|подразделени|служб|комисси)(?P<p>[а-яё][^.,;:_(]{2,80}?)\s*(?:[.,(]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:[\d.]+\s*)?(?:должность\s+)?(?!(?:в|во|по|на|при|за|он|она|ему|ей|кому|также)\s)"
        r"(?P<p>(?!\w+о\s)[a-zа-яё«][^.,;:_]{2,60}?)\s+(?:непосредственно\s+|напрямую\s+)?подчиняется\s",
        re.IGNORECASE,
    ),
)
# The position in front of the title: «Флорист. Должностная инструкция».
_BEFORE = re.compile(
    r"^\W*(?P<name>[^.:|\n]{3,80}?)\s*[.:,|/—–-]\s*(?:должностная|рабочая|производственная)\s+инструкция\W*$",
    re.IGNORECASE,
)
# How a title goes on in the next line: «заместителя директора / по хозяйственной части»; an employer is none of it.
_GOES_ON = re.compile(
    r"(?!\w*(?:обществ|организаци|учреждени|предприяти|акционерн|бюджетн|каз[её]нн|автономн|государств|муниципал))"
    r"(?:[а-яё]|(?:ПО|ОТДЕЛ\w*|ОТДЕЛЕНИ\w+|СЛУЖБ\w+|УЧАСТК\w+|ЦЕХ\w*|УПРАВЛЕНИ\w+)\s)"
)
# The first line of a title set in two («ПРОИЗВОДСТВЕННАЯ / ИНСТРУКЦИЯ»).
_KIND = re.compile(r"\b(?:должностная|рабочая|производственная|функциональная)\W*$", re.IGNORECASE)
_REPEATED_TITLE = re.compile(r"\s*должностн(?:ая|ые)\s+(?:инструкци\w+|обязанност\w+).*$", re.IGNORECASE)
_WORKER = re.compile(r"^(?:работник\w*|сотрудник\w*|лиц\w+|данн\w+.*|настоящ\w+.*|должност\w+)$", re.IGNORECASE)
_GAP = re.compile(r"\s{5,}(?=\S)")
_RIGHT_COLUMN = 20
LONGEST_POSITION = 14


def find_position(
    document: Document, piece: range, first_section: int, marks: Marks, nominative: Callable[[str], str]
) -> tuple[str, Span | None, Span | None]:
    """The position in the nominative, the words it was read from, and the title block's span.

    Looks at the title, the line below it, a field «Должность:», the front matter, then the first clauses.
    """
    title: Span | None = None
    for index in range(piece.start, max(first_section, piece.start + 1)):
        if index >= len(document.blocks):
            break
        span = document.blocks[index].span
        match = marks.title.search(span.of(document.plain))
        label = read_label(span.of(document.plain))
        if match is None or (label is not None and label.style == "bullet"):
            continue  # a bullet stands before a link to a job description, not before its title
        title = title or span
        rest = Span(span.start + match.end(), span.end)
        lower = _below(document, index, first_section, marks)
        beside = [] if marks.approval.search(rest.of(document.plain)) else [rest]
        # Behind a wide gap stands the other column of a head set in two: «ИНСТРУКЦИЯ          Директор».
        for place in [*lower, *beside] if _GAP.match(rest.of(document.plain)) else [*beside, *lower]:
            if named := _named(place, document):
                return nominative(_whole(named, place, document, marks)), named, title
    if title is None and (before := _before_title(document, piece, first_section)):
        span, named = before
        return nominative(named.of(document.plain)), named, span
    if title is None and (below := _after_bare_title(document, piece, first_section, marks)):
        title, named_span, said = below
        if named_span:
            return nominative(said), named_span, title
    found = [(span.of(document.plain), span) for span in _fields(document, piece, marks)]
    found += _in_front(document, marks)
    found += [(span.of(document.plain), span) for span in _in_text(document, piece)]
    return (nominative(found[0][0]), found[0][1], title) if found else ("", None, title)


def _before_title(document: Document, piece: range, first_section: int) -> tuple[Span, Span] | None:
    """The title line that begins with the position, and the words that name it."""
    for index in range(piece.start, min(first_section, len(document.blocks))):
        span = document.blocks[index].span
        if match := _BEFORE.match(span.of(document.plain)):
            named = _named(Span(span.start + match.start("name"), span.start + match.end("name")), document)
            if named:
                return span, named
    return None


def _below(document: Document, index: int, first_section: int, marks: Marks) -> list[Span]:
    """The lines below the title that may name the position; none of a table that has a field for it."""
    out = []
    asking = [b for b in document.blocks if marks.position_field.search(b.span.of(document.plain))]
    tables = {b.cell.table for b in asking if b.cell}
    for i in range(index + 1, min(index + 16, first_section, len(document.blocks))):
        block = document.blocks[i]
        text = block.span.of(document.plain)
        if (
            marks.approval.search(text)
            or marks.signature.search(text)
            or marks.leftover.search(text)
            or marks.title.search(text)
            or (block.cell is not None and block.cell.table in tables)
            or _indent(document, block.span) - _indent(document, document.blocks[index].span) > _RIGHT_COLUMN
        ):
            continue
        if marks.position_field.search(text) or len(text) > 160:
            break
        out.append(block.span)
    return out[:9]


def _indent(document: Document, span: Span) -> int:
    """How far from the beginning of its line the place is."""
    return span.start - document.text.rfind("\n", 0, span.start) - 1


def _named(place: Span, document: Document) -> Span | None:
    """The part of `place` that names a position, or None."""
    text = place.of(document.plain)
    if quoted := _QUOTED.match(text):
        return _named(Span(place.start + quoted.start("name"), place.start + quoted.end("name")), document)
    lead = _LEAD.match(text)
    start = place.start + (lead.end() if lead else 0)
    text = document.plain[start : place.end]
    for pattern in (_DATE, _CUT, _REPEATED_TITLE):
        if match := pattern.search(text):
            text = text[: match.start()] if match.start() else ""
    span = trimmed(Span(start, start + len(text)), document.plain)
    value = span.of(document.plain).strip(" «»\"'|,")
    if both := _TWO_LANGUAGES.match(value):
        value = both["name"].strip()
    words = value.split()
    if (
        not words
        or len(words) > LONGEST_POSITION
        or _NOT_A_POSITION.search(value)
        or len(re.findall(r"[а-яё]", value, re.IGNORECASE)) < 3
    ):
        return None
    begin = document.plain.index(value, span.start)
    abbreviation = _ABBREVIATION.search(value)
    return Span(begin, begin + (abbreviation.start() if abbreviation and abbreviation.start() else len(value)))


def _whole(named: Span, place: Span, document: Document, marks: Marks) -> str:
    """The words that name the position, with those behind a date or in the next line where the title goes on there."""
    said = named.of(document.plain)
    rest = _CUT.sub("", _DATE.sub("", document.plain[named.end : place.end])).strip(' .»"')
    following = next((b for b in document.blocks if b.span.start > named.start), None)
    ends = len(document.plain[named.end : place.end].strip(' .»"')) > len(rest)
    if not rest and not ends and following is not None and following.cell is None and not following.label:
        rest = _CUT.sub("", following.span.of(document.plain)).strip()
    formal = marks.approval.search(rest) or marks.signature.search(rest) or _NOT_A_POSITION.search(rest)
    whole = f"{said} {rest}"
    return whole if _GOES_ON.match(rest) and not formal and len(whole.split()) <= LONGEST_POSITION else said


def _after_bare_title(
    document: Document, piece: range, first_section: int, marks: Marks
) -> tuple[Span, Span | None, str] | None:
    for index in range(piece.start, min(first_section, len(document.blocks))):
        span = document.blocks[index].span
        match = marks.title_words.search(span.of(document.plain))
        if match is None:
            continue
        below = _below(document, index, first_section, marks)
        above = document.blocks[index - 1].span.of(document.plain) if index else ""
        near = below if _KIND.search(above) else below[:2]
        for place in [Span(span.start + match.end(), span.end), *near]:
            if named := _named(place, document):
                return span, named, _whole(named, place, document, marks)
        return span, None, ""
    return None


def _fields(document: Document, piece: range, marks: Marks) -> list[Span]:
    out = []
    for index in list(piece)[:40]:
        span = document.blocks[index].span
        match = marks.position_field.search(span.of(document.plain))
        if match is None or document.blocks[index].part is not Part.BODY:
            continue
        following = [document.blocks[index + 1].span] if index + 1 < len(document.blocks) else []
        for place in [Span(span.start + match.end(), span.end), *following]:
            if named := _named(place, document):
                out.append(named)
                break
    return out


def _in_front(document: Document, marks: Marks) -> list[tuple[str, Span]]:
    names = ("role", "position", "должность")
    told = [(p.value, p.span) for p in document.front if p.name.lower() in names]
    titles = [p for p in document.front if p.name.lower() == "title"]
    return told + [(said, p.span) for p in titles if (said := marks.title.sub("", p.value).strip(' :—–-«»"'))]


def _in_text(document: Document, piece: range) -> list[Span]:
    for pattern in _TEXT_FORMS:
        for index in list(piece)[:60]:
            span = document.blocks[index].span
            match = pattern.search(span.of(document.plain))
            if match and not _WORKER.match(match["p"]):
                return [Span(span.start + match.start("p"), span.start + match.end("p"))]
    return []
