"""Writes comments into a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from jdlint.comment.own import without_comments
from jdlint.comment.spot import Spot, body_paragraphs, first_of, spot
from jdlint.comment.words import Saying, finding_words, summary_words
from jdlint.errors import LoadError
from jdlint.load.docx.margin import COMMENT_END, COMMENT_SIGN, COMMENT_START, OURSELVES
from jdlint.load.docx.names import PPR, RPR, SPACE, VAL, P, R, T, leading, w
from jdlint.model.span import Lines, Span
from jdlint.word.copy import Copy

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.model.document import Source
    from jdlint.model.finding import Finding
    from jdlint.model.report import Report

_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SIZE: Final = "20"
# That of the sign in Word's own style for it: where a document lacks the style, a sign of the usual size would make
# the line of smaller words taller.
_SIGN_SIZE: Final = "16"


def write(source: Source, report: Report, lang: str) -> bytes:
    """The annotated copy; see `annotated`."""
    copy = Copy(without_comments(source))
    comments = copy.related("comments")
    if comments is None:
        comments = copy.add("comments", _COMMENTS_TYPE)
    copy.touch_related("comments")
    writer = _Writer(copy, comments, f"{report.as_of}T00:00:00Z")
    writer.add(_beginning(copy), summary_words(report, lang))
    for finding in report.new:
        where = _spot_of(copy, finding)
        writer.add(where, finding_words(finding, report, lang, where.elsewhere))
    copy.touch(copy.main)
    return copy.written()


def _spot_of(copy: Copy, finding: Finding) -> Spot:
    place = finding.place
    text = copy.way.document.text
    lines = Lines(text)
    if not place.quote:
        return _title(copy, finding, lines)
    span = Span(lines.offset(place.line, place.column), lines.offset(place.end_line, place.end_column))
    if span.of(text) != place.quote:
        raise LoadError(
            "файл изменился, пока его проверяли; запустите проверку ещё раз",
            "the file changed while it was being checked; run the check again",
        )
    found = spot(copy, span)
    if found is not None:
        return found
    part = next((b.part for b in copy.way.document.blocks if b.span.overlaps(span)), None)
    return replace(_title(copy, finding, lines), elsewhere=part)


def _title(copy: Copy, finding: Finding, lines: Lines) -> Spot:
    """The title of the job description that the finding is about, or its first words."""
    document = copy.way.document
    at = lines.offset(finding.place.line, finding.place.column) if not finding.place.quote else 0
    title = finding.place.context if not finding.place.quote else ""
    found = document.text.find(title, at) if title else -1
    spans = [Span(found, found + len(title))] if found >= 0 else []
    spans += [block.span for block in document.blocks if block.span.end > at]
    return _first_of(copy, spans) or _beginning(copy)


def _first_of(copy: Copy, spans: Iterable[Span]) -> Spot | None:
    """The first of these words that are in the body."""
    found = (spot(copy, span) for span in spans)
    return next((there for there in found if there is not None and there.elsewhere is None), None)


def _beginning(copy: Copy) -> Spot:
    """The first words of the body, or the first paragraph of it that has a run, or the first one, or one made for
    the purpose.
    """
    words = _first_of(copy, (block.span for block in copy.way.document.blocks if block.span))
    if words is not None:
        return words
    first = None
    for paragraph in body_paragraphs(copy):
        there = first_of(paragraph)
        if there.start is not None:
            return there
        first = first or there
    if first is not None:
        return first
    body = copy.root(copy.main).find(w("body"))
    if body is None:
        raise LoadError("в документе нет текста", "the document has no body")
    paragraph = body.makeelement(P)
    body.insert(0, paragraph)
    return Spot(paragraph)


class _Writer:
    """Adds comments one by one, each with the next number."""

    def __init__(self, copy: Copy, comments: _Element, date: str) -> None:
        self._comments = comments
        self._date = date
        self._styles = _styles(copy.related("styles"))
        used = [_number(e.get(w("id"))) for e in comments]
        used += [_number(e.get(w("id"))) for e in copy.root(copy.main).iter(COMMENT_SIGN, COMMENT_START, COMMENT_END)]
        self._next = max(used, default=-1) + 1

    def add(self, where: Spot, sayings: Sequence[Saying]) -> None:
        """A comment of these paragraphs at that spot."""
        identity, self._next = str(self._next), self._next + 1
        self._comments.append(self._comment(identity, sayings))
        paragraph = where.paragraph
        reference = self._reference(paragraph, identity)
        if where.start is None or where.end is None:
            paragraph.insert(1 if leading(paragraph, PPR) is not None else 0, reference)
            return
        where.start.addprevious(_marked(where.start, COMMENT_START, identity))
        end = _after(where.end, COMMENT_END, COMMENT_SIGN)
        end.addnext(_marked(end, COMMENT_END, identity))
        top = where.end
        while (above := top.getparent()) is not None and above is not paragraph:
            top = above
        _after(top, COMMENT_END, COMMENT_SIGN).addnext(reference)

    def _comment(self, identity: str, sayings: Sequence[Saying]) -> _Element:
        made = self._comments.makeelement(
            w("comment"),
            {w("id"): identity, w("author"): OURSELVES, w("date"): self._date, w("initials"): OURSELVES[:2]},
        )
        for number, saying in enumerate(sayings):
            paragraph = etree.SubElement(made, P)
            if "annotation text" in self._styles:
                style = etree.SubElement(etree.SubElement(paragraph, PPR), w("pStyle"))
                style.set(VAL, self._styles["annotation text"])
            if number == 0:
                paragraph.append(self._run(paragraph, w("annotationRef")))
            if saying.lead:
                paragraph.append(_words(paragraph, f"{saying.lead} ", bold=True))
            paragraph.append(_words(paragraph, saying.words, bold=False))
        return made

    def _reference(self, parent: _Element, identity: str) -> _Element:
        run = self._run(parent, COMMENT_SIGN)
        run[-1].set(w("id"), identity)
        return run

    def _run(self, parent: _Element, mark: str) -> _Element:
        run = parent.makeelement(R)
        properties = etree.SubElement(run, RPR)
        if "annotation reference" in self._styles:
            etree.SubElement(properties, w("rStyle")).set(VAL, self._styles["annotation reference"])
        else:
            etree.SubElement(properties, w("sz")).set(VAL, _SIGN_SIZE)
        etree.SubElement(run, mark)
        return run


def _words(parent: _Element, text: str, *, bold: bool) -> _Element:
    run = parent.makeelement(R)
    properties = etree.SubElement(run, RPR)
    if bold:
        etree.SubElement(properties, w("b"))
    etree.SubElement(properties, w("sz")).set(VAL, _SIZE)
    words = etree.SubElement(run, T)
    words.text = "".join([c if c.isprintable() else " " for c in text])
    words.set(SPACE, "preserve")
    return run


def _marked(near: _Element, tag: str, identity: str) -> _Element:
    return near.makeelement(tag, {w("id"): identity})


def _after(element: _Element, *marks: str) -> _Element:
    """The last of the comment marks that directly follow `element`, or itself."""
    last = element
    for sibling in element.itersiblings():
        if sibling.tag not in marks and not (sibling.tag == R and sibling.find(COMMENT_SIGN) is not None):
            break
        last = sibling
    return last


def _styles(styles: _Element | None) -> dict[str, str]:
    """The identities of the styles by their names in lower case."""
    out = {}
    for style in () if styles is None else styles.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            out[name.get(VAL, "").lower()] = style.get(w("styleId"), "")
    return out


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() else -1
