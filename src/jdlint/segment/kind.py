"""Whether a document is a job description, by its title, its sections and the words of its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.model.document import Document
from jdlint.model.outline import Requisite, RequisiteKind, Role, Section
from jdlint.model.span import Span
from jdlint.segment.naming import Named
from jdlint.segment.requisite import Marks

_ENOUGH = 3
_MOST_HEADS = 12
_MOST_WORDS = 3
_FORMAL = frozenset({RequisiteKind.APPROVAL, RequisiteKind.REGISTRATION})
_OF_A_JOB = frozenset({Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY})
_SPEAKING = _OF_A_JOB | {Role.REQUIREMENTS, Role.GENERAL, Role.EVALUATION, Role.TASKS}


def is_job_description(
    document: Document,
    span: Span,
    sections: Sequence[Section],
    requisites: Sequence[Requisite],
    named: Named | None,
    title: Span | None,
    marks: Marks,
) -> bool:
    """Whether enough speaks for it, and nothing says that it is another kind of document.

    A title alone is enough, unless what it names is no job. Without one there must be a jobholder, or words of duty
    and subordination in a section for them; a word that only means «instruction» counts little.
    """
    person = named is not None and named.name.person is True
    roles = {s.role for s in sections} & _SPEAKING
    words = len({m[0].lower()[:9] for m in marks.evidence.finditer(span.of(document.plain))})
    body = len(roles) + min(words, _MOST_WORDS)
    if title is not None:
        said = title.of(document.plain)
        within = named is not None and title.covers(named.span)
        thing = within and not person and named is not None and named.name.person is False
        plain = marks.title.search(said) is None and "обязанност" not in said.lower()
        doubtful = thing or (plain and not (within and person))
        if doubtful and _is_other(document, span, sections, requisites, marks):
            return False
        return (1 if plain or thing else _ENOUGH) + person + body >= _ENOUGH
    if _is_other(document, span, sections, requisites, marks):
        return False
    # The card of a role: duties, responsibility and measures, or whom it suits and two more.
    card = Role.EVALUATION in roles or (Role.REQUIREMENTS in roles and len(roles) > _ENOUGH)
    card = card and len(roles & _OF_A_JOB) > 1
    if not person and not card and not (words > 1 and roles & _OF_A_JOB) and words < _MOST_WORDS:
        return False
    return person + body >= _ENOUGH


def _is_other(
    document: Document, span: Span, sections: Sequence[Section], requisites: Sequence[Requisite], marks: Marks
) -> bool:
    """Whether a line of the head names another kind of document, or the text is that of one."""
    plain = document.plain
    above = min([section.span.start for section in sections], default=span.end)
    heads = [b.span for b in document.blocks if span.start <= b.span.start <= above][:_MOST_HEADS]
    formal = [r.span for r in requisites if r.kind in _FORMAL]
    for head in heads:
        found = marks.other_kind.search(head.of(plain))
        if found and not (found["order"] and any(other.overlaps(head) for other in formal)):
            return True  # an order that approves the document stands in its head too
    return marks.denial.search(span.of(plain)) is not None
