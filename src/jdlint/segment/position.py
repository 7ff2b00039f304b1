"""Whose job the document describes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from jdlint.model.document import Block, BlockKind, Document, Part
from jdlint.model.label import read_label
from jdlint.model.outline import Requisite, RequisiteKind
from jdlint.model.pattern import expression
from jdlint.model.span import Span
from jdlint.segment.naming import TORN, Named, Namer
from jdlint.segment.requisite import Marks

_TEXT_FORMS = (
    expression(
        r"^\W*\d[\d.]*\s+(?:(?:полное\s+)?наименование\s+должности|должность)\s*(?::|\s[–—-])\s*(?P<p>[^.;:_]{2,80})",
        re.IGNORECASE,
    ),
    expression(
        r"инструкци[^.\n]{0,160}?\b(?:(?:занимающ|замещающ)\w+\s+должность|(?:принят|назначенн|принимаем)\w+\s+на\s+должность"
        r"|(?:(?:работник|сотрудник)\w*\s+(?:по|на)|(?:применяется|относится)\s+к)\s+должности)\s+"
        r"(?P<p>[a-zа-яё«\"][^.;:_(]{2,80}?)\s*(?:[.,;(]|$)",
        re.IGNORECASE,
    ),
    expression(
        r"на\s+должность\s+(?P<p>[a-zа-яё][^.,;:_]{2,80}?)\s+(?:назнача|принима|может\s+быть|осуществля|и\s+(?:освобожд|увольн))",
        re.IGNORECASE,
    ),
    expression(
        r"обязанности,?\s+права\s+и\s+ответственность\s+(?P<p>[a-zа-яё][^.,;:_(]{2,80}?)\s*[.,(]", re.IGNORECASE
    ),
    expression(
        r"определяет\s+(?:[а-яё,]+\s+){0,6}?порядок\s+(?:работы|деятельности)\s+"
        r"(?!отдел|организаци|предприяти|учреждени|подразделени|служб|комисси)(?P<p>[а-яё][^.,;:_(]{2,80}?)\s*(?:[.,(]|$)",
        re.IGNORECASE,
    ),
    expression(
        r"^\W*(?:[\d.]+\s*)?(?:должность\s+)?(?P<p>[a-zа-яё«][^.,;:_]{2,80}?)\s+относится\s+к\s+(?:категории|профессиональной|рабочим|специалистам|руководителям|служащим)",
        re.IGNORECASE,
    ),
    expression(
        r"^\W*(?:[\d.]+\s*)?(?!на\s)(?P<p>[a-zа-яё«][^.,;:_]{2,80}?)\s+(?:назначается|принимается)\s+"
        r"(?:на\s+(?:работу|должность)|и\s+(?:освобожда|увольня))",
        re.IGNORECASE,
    ),
    expression(
        r"(?:регламентирует|регулирует|определяет|описывает)\s+(?:трудовую\s+|профессиональную\s+|производственную\s+)?(?:деятельность|работу)\s+"
        r"(?!отдел|организаци|предприяти|учреждени|подразделени|служб|комисси)(?P<p>[а-яё][^.,;:_(]{2,80}?)\s*(?:[.,(]|$)",
        re.IGNORECASE,
    ),
    expression(
        r"^\W*(?:[\d.]+\s*)?(?:должность\s+)?(?!(?:в|во|по|на|при|за|он|она|ему|ей|кому|также)\s)"
        r"(?P<p>(?!\w+о\s)[a-zа-яё«][^.,;:_]{2,60}?)\s+(?:непосредственно\s+|напрямую\s+)?подчиняется\s",
        re.IGNORECASE,
    ),
)
# The position in front of the title: «Флорист. Должностная инструкция».
_BEFORE = expression(
    r"^\W*(?P<name>[^.:|\n]{3,80}?)\s*[.:,|/(–—-]+\s*(?:(?:должностная|рабочая|производственная)\s+инструкция"
    r"|(?:должностные|функциональные)\s+обязанности|описание\s+(?:должности|роли|позиции)|должностной\s+регламент)\W*(?:№\s*\S+\s*)?$",
    re.IGNORECASE,
)
# Whose duties a heading speaks of: «Обязанности вахтёра», «Вахтёр обязан», «За что отвечает вахтёр».
_HEADINGS = (
    expression(
        r"^(?:(?:должностные|функциональные|основные|трудовые)\s+)?(?:обязанности|права|ответственность|полномочия)\s+"
        r"(?P<p>[а-яё].{2,80})",
        re.IGNORECASE,
    ),
    expression(r"^(?:что\s+делает|чем\s+занимается|за\s+что\s+отвечает)\s+(?P<p>[а-яё].{2,80})", re.IGNORECASE),
    expression(r"^(?P<p>[а-яё].{2,80}?)\s+(?:обязан|имеет\s+право|вправе|нес[её]т|должен|должна)\b", re.IGNORECASE),
)
# The first line of a title set in two («ПРОИЗВОДСТВЕННАЯ / ИНСТРУКЦИЯ»).
_KIND = expression(r"\b(?:должностная|рабочая|производственная|функциональная)\W*$", re.IGNORECASE)
_WORKER = expression(
    r"^(?:работник\w*|сотрудник\w*|работодател\w+|лиц\w+|данн\w+.*|настоящ\w+.*|должност\w+)$", re.IGNORECASE
)
_GAP = expression(r"\s{5,}(?=\S)")
_RIGHT_COLUMN = 20
_MOST_LINES = 4
_APART = frozenset({RequisiteKind.APPROVAL, RequisiteKind.AGREEMENT, RequisiteKind.CONTENTS})


def find_position(
    document: Document,
    piece: range,
    first_section: int,
    headings: Sequence[Span],
    requisites: Sequence[Requisite],
    marks: Marks,
    namer: Namer,
) -> tuple[Named | None, Span | None]:
    """The position and the title block's span.

    Looks at the title, the lines below it, a field «Должность:», the front matter, a heading that is a position and
    nothing else, the first clauses, then the `headings` of the sections.
    """
    apart = [r.span for r in requisites if r.kind in _APART]
    title: Span | None = None
    named: Named | None = None
    for index in _head(piece, first_section):
        span = document.blocks[index].span
        match = marks.title.search(span.of(document.plain))
        label = read_label(span.of(document.plain))
        if match is None or (label is not None and label.style == "bullet"):
            continue  # a bullet stands before a link to a job description, not before its title
        title = title or span
        found = _by_title(document, index, match.end(), first_section, apart, marks, namer)
        if found and (named is None or _is_shorter(found, named)):
            named = found  # a page has its own heading above that of the document
    told = chain(_fields(document, piece, marks, namer), _in_front(document, marks, namer))
    if named and named.name.person is False:  # «Должностная инструкция. Вопросы – в чат»
        named = next((other for other in told if other.name.person), named)
    if named:
        return named, title
    if title is None and (before := _before_title(document, piece, first_section, namer)):
        return before
    if title is None and (bare := _after_bare_title(document, piece, first_section, apart, marks, namer)):
        named, title = bare
    if named is None:
        ways = chain(
            told,
            _alone(document, piece, first_section, requisites, namer),
            _in_text(document, piece, namer),
            _in_headings(document, headings, namer),
        )
        named = next(ways, None)
    return named, title


def _head(piece: range, first_section: int) -> range:
    """The blocks above the sections, and the first in any case."""
    return range(piece.start, min(max(first_section, piece.start + 1), piece.stop))


def _is_shorter(found: Named, named: Named) -> bool:
    return set(found.name.nominative.split()) < set(named.name.nominative.split())


def _by_title(
    document: Document, index: int, end: int, first_section: int, apart: Sequence[Span], marks: Marks, namer: Namer
) -> Named | None:
    """The position behind the words of the title, or below them."""
    span = document.blocks[index].span
    rest = Span(span.start + end, span.end)
    beside = None if marks.approval.search(rest.of(document.plain)) else namer.named(rest)
    # Behind a wide gap stands the other column of a head set in two: «ИНСТРУКЦИЯ          Директор».
    if beside is None or _GAP.match(rest.of(document.plain)):
        beside = _in_lines(_below(document, index, first_section, marks), apart, namer) or beside
    return _whole(beside, document, marks, namer) if beside else None


def _in_lines(lines: Sequence[Span], apart: Sequence[Span], namer: Namer) -> Named | None:
    """The first of the lines that names a person, or something that the dictionary does not know."""
    found = [(n, span) for span in lines if (n := namer.named(span)) and n.name.person is not False]
    free = [n for n, span in found if not any(a.overlaps(span) for a in apart)]
    return next(chain(free, (n for n, _ in found)), None)


def _before_title(document: Document, piece: range, first_section: int, namer: Namer) -> tuple[Named, Span] | None:
    """The position that the title line begins with, and that line."""
    for index in _head(piece, first_section):
        span = document.blocks[index].span
        if match := _BEFORE.match(span.of(document.plain)):
            named = namer.named(Span(span.start + match.start("name"), span.start + match.end("name")))
            if named:
                return named, span
    return None


def _below(document: Document, index: int, first_section: int, marks: Marks) -> list[Span]:
    """The lines below the title that may name the position; none of a table that has a field for it."""
    out = []
    asking = [b for b in document.blocks if marks.position_field.search(b.span.of(document.plain))]
    tables = {b.cell.table for b in asking if b.cell}
    indent = _indent(document, document.blocks[index].span)
    for i in range(index + 1, min(index + 16, first_section)):
        block = document.blocks[i]
        text = block.span.of(document.plain)
        if (
            marks.approval.search(text)
            or marks.agreement.search(text)
            or marks.signature.search(text)
            or marks.leftover.search(text)
            or marks.title.search(text)
            or (block.cell is not None and block.cell.table in tables)
            or (block.cell is None and _indent(document, block.span) - indent > _RIGHT_COLUMN)
        ):
            continue
        if marks.position_field.search(text) or len(text) > 160:
            break
        out.append(block.span)
    return out[:9]


def _indent(document: Document, span: Span) -> int:
    """How far from the end of the line above the place is."""
    return span.start - document.text.rfind("\n", 0, span.start)


def _whole(named: Named, document: Document, marks: Marks, namer: Namer) -> Named:
    """The position with the words of the next lines where it goes on there, up to a line that is no torn end."""
    whole, end = named, named.span.end
    at = next((i for i, b in enumerate(document.blocks) if b.span.start > named.span.start), len(document.blocks))
    for block in document.blocks[at : at + _MOST_LINES]:
        behind = document.plain[end : block.span.start].strip(' \n.*#>|»"')
        text = block.span.of(document.plain)
        formal = marks.approval.search(text) or marks.signature.search(text)
        if behind or block.cell is not None or block.label or formal:
            break
        longer = namer.continued(named, block.span)
        if longer is None:
            break
        end = block.span.start + len(longer.said) - len(named.said) - 1
        named = longer
        if not longer.name.nominative.endswith(TORN):
            whole = longer
    return whole


def _after_bare_title(
    document: Document, piece: range, first_section: int, apart: Sequence[Span], marks: Marks, namer: Namer
) -> tuple[Named | None, Span] | None:
    head = _head(piece, first_section)
    opening = range(head.stop, min(first_section + 1, piece.stop))  # the heading of the first section
    for index in (*head, *opening):
        span = document.blocks[index].span
        match = marks.title_words.search(span.of(document.plain))
        if match is None:
            continue
        if index in opening:
            # «Должностные обязанности медсестры» over all sections is a title that looks like a heading.
            named = namer.named(Span(span.start + match.end(), span.end))
            return (named, span) if named and named.name.person and not match["loose"] else None
        above = document.blocks[index - 1].span.of(document.plain) if index else ""
        below = _below(document, index, first_section, marks)
        beside = namer.named(Span(span.start + match.end(), span.end))
        beside = beside or _in_lines(below if _KIND.search(above) else below[:2], apart, namer)
        if match["loose"] and not (beside and beside.name.person):
            continue
        return (_whole(beside, document, marks, namer) if beside else None), span
    return None


def _fields(document: Document, piece: range, marks: Marks, namer: Namer) -> Iterator[Named]:
    for index in piece[:40]:
        span = document.blocks[index].span
        match = marks.position_field.search(span.of(document.plain))
        if match is None or document.blocks[index].part is not Part.BODY:
            continue
        beside = namer.named(Span(span.start + match.end(), span.end))
        below = [block.span for block in document.blocks[index + 1 : index + 2]]
        # «ФИО | Должность | Дата»: the next heading of a table is no position
        if named := beside or _in_lines(below, (), namer):
            yield named


def _in_front(document: Document, marks: Marks, namer: Namer) -> Iterator[Named]:
    names = ("role", "position", "должность")
    told = [(p.value, p.span) for p in document.front if p.name.lower() in names]
    titles = [p for p in document.front if p.name.lower() == "title"]
    told += [(marks.title_words.sub("", marks.title.sub("", p.value)), p.span) for p in titles]
    for value, place in told:
        if read := namer.read(value):
            yield Named(place, value, read[1])


def _alone(
    document: Document, piece: range, first_section: int, requisites: Sequence[Requisite], namer: Namer
) -> Iterator[Named]:
    """A heading above the sections that is the name of a person's job and nothing else."""
    for index in range(piece.start, first_section):
        block = document.blocks[index]
        if not _stands_out(block, document) or any(r.span.overlaps(block.span) for r in requisites):
            continue
        named = namer.named(block.span)
        if named and named.name.person and len(named.span.of(document.plain)) >= len(block.span) * 2 // 3:
            yield named


def _stands_out(block: Block, document: Document) -> bool:
    text = block.span.of(document.plain)
    return block.part is Part.BODY and (block.kind is BlockKind.HEADING or block.bold or text.isupper())


def _in_text(document: Document, piece: range, namer: Namer) -> Iterator[Named]:
    for pattern in _TEXT_FORMS:
        for index in piece[:60]:
            span = document.blocks[index].span
            match = pattern.search(span.of(document.plain))
            if match and not _WORKER.match(match["p"]):
                named = namer.named(Span(span.start + match.start("p"), span.start + match.end("p")))
                if named and named.name.person is not False:
                    yield named


def _in_headings(document: Document, headings: Sequence[Span], namer: Namer) -> Iterator[Named]:
    for span in headings:
        for pattern in _HEADINGS:
            match = pattern.search(span.of(document.plain))
            named = match and namer.named(Span(span.start + match.start("p"), span.start + match.end("p")))
            if named and named.name.person is not False and not _WORKER.match(named.span.of(document.plain)):
                yield named
