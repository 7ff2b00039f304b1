"""Puts findings into a copy of a Word file as its own comments, where a reader of the document sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.model.document import Source
    from jdlint.model.report import Report

# Files that Word comments can be put into.
WORD = frozenset((".docx", ".docm", ".dotx"))


def annotated(source: Source, report: Report, lang: str) -> bytes:
    """The bytes of a copy of `source` with the findings of `report` (of this file alone) as comments of ours.

    A summary comes first, then a comment for each finding. Comments of ours that were there before are replaced;
    all else of the document stays. Raises LoadError when the file is no Word document, or is no longer the one
    that `report` is about.
    """
    from jdlint.comment.write import write

    return write(source, report, lang)


def is_annotated(source: Source) -> bool:
    """Whether the file holds comments of ours; raises LoadError when it is no Word document."""
    from jdlint.comment.own import has_comments

    return has_comments(source)
