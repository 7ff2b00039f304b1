"""Takes out the comments that an earlier run of ours put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jdlint.load.docx.margin import COMMENT_RANGE, COMMENT_SIGN, OURSELVES
from jdlint.load.docx.names import RPR, P, R, w
from jdlint.load.docx.package import Package
from jdlint.model.document import Source
from jdlint.word.copy import Copy

if TYPE_CHECKING:
    from lxml.etree import _Element

_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
_IDS: Final = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_MORE: Final = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_MARKS: Final = (*COMMENT_RANGE, COMMENT_SIGN)


def has_comments(source: Source) -> bool:
    """Whether the file holds comments of ours; raises LoadError when it is no Word document."""
    package = Package(source)
    return any(
        comment.get(w("author")) == OURSELVES
        for part in package.related(package.main, "comments")
        for comment in package.parse(part)
    )


def without_comments(source: Source) -> Source:
    """The file without our comments; answers to them that others wrote stay, on their own."""
    if not has_comments(source):
        return source
    copy = Copy(source)
    old = [c for c in _entries(copy, "comments") if c.get(w("author")) == OURSELVES]
    numbers = {c.get(w("id")) for c in old}
    names = {p.get(f"{{{_W14}}}paraId") for c in old for p in c.iter(P)} - {None}
    for comment in old:
        _remove(comment)
    for mark in list(copy.root(copy.main).iter(*_MARKS)):
        if mark.get(w("id")) in numbers:
            _take_out(mark)
    if names:
        _forget_names(copy, names)
    copy.touch(copy.main)
    return Source(source.path, copy.written())


def _take_out(mark: _Element) -> None:
    """Remove a mark, and the run around it when it holds nothing else."""
    run = mark.getparent()
    if run is not None and run.tag == R and all(child is mark or child.tag == RPR for child in run):
        _remove(run)
    else:
        _remove(mark)


def _forget_names(copy: Copy, names: set[str | None]) -> None:
    """Clear the parts in which newer versions of Word keep threads and lasting names of comments."""
    for thread in _entries(copy, "commentsExtended"):
        if thread.get(f"{{{_W15}}}paraId") in names:
            _remove(thread)
        elif thread.get(f"{{{_W15}}}paraIdParent") in names:
            del thread.attrib[f"{{{_W15}}}paraIdParent"]
    durable = set()
    for name in _entries(copy, "commentsIds"):
        if name.get(f"{{{_IDS}}}paraId") in names:
            durable.add(name.get(f"{{{_IDS}}}durableId"))
            _remove(name)
    for one in _entries(copy, "commentsExtensible"):
        if one.get(f"{{{_MORE}}}durableId") in durable:
            _remove(one)


def _entries(copy: Copy, kind: str) -> list[_Element]:
    copy.touch_related(kind)
    root = copy.related(kind)
    return [] if root is None else list(root)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
