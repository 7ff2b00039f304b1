"""Changes of the words of a Word file, tracked or not."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from jdlint.load.docx.margin import OURSELVES
from jdlint.load.docx.names import RPR, SDT, SDT_CONTENT, SDTPR, SPACE, P, R, T, runs_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.load.docx.runs import RunPiece
    from jdlint.word.copy import Copy

_INS, _DEL, _DEL_TEXT, _FIELD_CHAR = w("ins"), w("del"), w("delText"), w("fldChar")
_REVISIONS: Final = tuple(w(n) for n in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
# What may stand between a paragraph and a run that is changed in place.
_PLAIN: Final = frozenset({P, _INS, SDT, SDT_CONTENT} | {w(n) for n in ("hyperlink", "smartTag", "customXml")})
_FILLED: Final = tuple(w(n) for n in ("dataBinding", "comboBox", "dropDownList", "date"))


def is_writable(copy: Copy, piece: RunPiece, paragraph: _Element) -> bool:
    """Whether the words of `piece` may be changed: they stand in no field, bound control or moved passage."""
    runs = copy.segments.of(piece)
    return bool(runs) and all(
        _is_plain(run, paragraph) and not _in_field(run, paragraph) and not _has_more(run) for run in runs
    )


def _is_plain(run: _Element, paragraph: _Element) -> bool:
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            return True
        properties = ancestor.find(SDTPR) if ancestor.tag == SDT else None
        bound = properties is not None and any(properties.find(name) is not None for name in _FILLED)
        if ancestor.tag not in _PLAIN or bound:
            return False
    return False


def _in_field(run: _Element, paragraph: _Element) -> bool:
    depth = 0
    for other in runs_of(paragraph):
        if other is run:
            break
        for mark in other.iterchildren(_FIELD_CHAR):
            depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)
    return depth > 0


def _has_more(run: _Element) -> bool:
    """Whether the run holds a drawing, a note or a mark besides its words."""
    known = {T, RPR} | {w(n) for n in ("tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak")}
    return any(child.tag not in known for child in run)


class Reviser:
    """Changes the words of one copy; with `tracked` so that Word shows each change and offers to undo it."""

    def __init__(self, copy: Copy, date: str, *, tracked: bool) -> None:
        self._copy = copy
        self._date = date
        self.tracked = tracked
        used = [e.get(w("id"), "") for e in copy.root(copy.main).iter(*_REVISIONS)]
        self._next = max([int(i) for i in used if i.isdigit()], default=0) + 1

    def touch(self, part: str) -> None:
        """Say that elements of `part` were changed."""
        self._copy.touch(part)

    def replace(self, runs: Sequence[tuple[str, _Element]], new: str) -> None:
        """Put `new`, in the look of the first run, in place of these runs of their parts."""
        for part, _ in runs:
            self._copy.touch(part)
        elements = [run for _, run in runs]
        if new:
            self._put(elements[-1], elements[0], new)
        for run in elements:
            self.remove(run)

    def remove(self, run: _Element) -> None:
        """Take a run out; what we put in ourselves goes without a trace."""
        parent = run.getparent()
        if parent is None:
            return
        own = parent.tag == _INS and parent.get(w("author")) == OURSELVES
        if not self.tracked or own:
            parent.remove(run)
            holder = parent.getparent()
            if own and not len(parent) and holder is not None:
                holder.remove(parent)
            return
        before = run.getprevious()
        if before is not None and self._is_ours(before):
            before.append(run)
        else:
            mark = self.marked(run, _DEL)
            run.addprevious(mark)
            mark.append(run)
        for words in list(run.iterchildren(T)):
            words.tag = _DEL_TEXT

    def marked(self, near: _Element, tag: str) -> _Element:
        """A revision of ours, to be put near that element."""
        number, self._next = self._next, self._next + 1
        return near.makeelement(tag, {w("id"): str(number), w("author"): OURSELVES, w("date"): self._date})

    def _is_ours(self, element: _Element) -> bool:
        return element.tag == _DEL and element.get(w("author")) == OURSELVES and element.get(w("date")) == self._date

    def _put(self, run: _Element, look: _Element, new: str) -> None:
        """New words in the look of another run right after `run`; behind a passage that somebody put in, if in one."""
        made = run.makeelement(R)
        properties = look.find(RPR)
        if properties is not None:
            made.append(deepcopy(properties))
        words = etree.SubElement(made, T)
        words.text = new
        words.set(SPACE, "preserve")
        parent = run.getparent()
        if not self.tracked or (parent is not None and parent.tag == _INS and parent.get(w("author")) == OURSELVES):
            run.addnext(made)
            return
        mark = self.marked(run, _INS)
        mark.append(made)
        if parent is not None and parent.tag == _INS:
            _part(parent, run)
            parent.addnext(mark)
        else:
            run.addnext(mark)


def _part(passage: _Element, run: _Element) -> None:
    """Let a passage end with `run`: what stands after it becomes a passage of its own."""
    after = list(run.itersiblings())
    if after:
        rest = passage.makeelement(passage.tag, dict(passage.attrib))
        rest.extend(after)
        passage.addnext(rest)
