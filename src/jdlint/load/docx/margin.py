"""What the file says to its editors: revisions, comments and hidden words, by their places in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from jdlint.load.docx.flow import Place
from jdlint.load.docx.names import P, T, w
from jdlint.model.document import NoteKind
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID, _AUTHOR = w("id"), w("author")
COMMENT_START, COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
COMMENT_SIGN, COMMENT_BODY = w("commentReference"), w("comment")
COMMENT_RANGE: Final = frozenset({COMMENT_START, COMMENT_END})
REVISIONS: Final[Mapping[object, NoteKind]] = {
    w("ins"): NoteKind.INSERTION,
    w("del"): NoteKind.DELETION,
    w("cellDel"): NoteKind.DELETION,
    w("moveTo"): NoteKind.MOVE,
    w("moveFrom"): NoteKind.MOVE,
}
_WORDS: Final = (T, w("delText"))
PARAGRAPH_MARK: Final = "¶"
# The author of the comments and the revisions that we write into Word files.
OURSELVES: Final = "jdlint"
_LAST_RUN: Final = 1 << 30


class Point(NamedTuple):
    """A place between runs: the ordinals of a story and of a paragraph, and the run that comes next."""

    story: int
    paragraph: int
    run: int


class Mark(NamedTuple):
    """Something said of the runs from `start` up to `stop`; `text` are words that the runs do not show."""

    kind: NoteKind
    start: Point
    stop: Point
    text: str = ""
    author: str = ""


@record
class Comment:
    """The words of a comment, a line for each paragraph, and who wrote it."""

    text: str
    author: str


class Margin:
    """Keeps the marks of all stories of one file, in the order of reading."""

    def __init__(self, comments: Mapping[str, Comment]) -> None:
        self.marks: list[Mark] = []
        self.points: dict[Place, Point] = {}
        self._comments = dict(comments)
        self._open: dict[str, Point] = {}
        self._story = self._stories = 0

    def begin_story(self) -> int:
        """A story begins, perhaps inside another; returns that other, to be gone back to."""
        before = self._story
        self._stories += 1
        self._story = self._stories
        return before

    def go_back(self, story: int) -> None:
        """The story that was left goes on."""
        self._story = story

    def enter(self, place: Place) -> Point:
        """The next paragraph begins: the point before its first run."""
        point = self.points[place] = Point(self._story, len(self.points) + 1, 0)
        return point

    def between(self) -> Point:
        """The point behind the last paragraph."""
        return Point(self._story, len(self.points), _LAST_RUN)

    def add(self, mark: Mark) -> None:
        """Keep a mark; what goes on where the same editor's last one of its kind stopped is one with it."""
        last = self.marks[-1] if self.marks else None
        if last and (last.kind, last.author, last.stop) == (mark.kind, mark.author, mark.start):
            self.marks[-1] = last._replace(stop=mark.stop, text=last.text + mark.text)
        else:
            self.marks.append(mark)

    def revise(self, element: _Element, start: Point, stop: Point, text: str = "") -> None:
        """A tracked revision of these runs."""
        self.add(Mark(REVISIONS[element.tag], start, stop, text, element.get(_AUTHOR, "")))

    def revise_mark(self, element: _Element, paragraph: Point) -> None:
        """The end of a paragraph itself is put in or taken out."""
        end = paragraph._replace(run=_LAST_RUN)
        self.revise(element, end, end, PARAGRAPH_MARK)

    def note(self, element: _Element, here: Point) -> None:
        """The beginning or the end of the words that a comment is about."""
        identity = element.get(_ID, "")
        if element.tag == COMMENT_START:
            self._open[identity] = here
        elif identity in self._open:
            self._comment(identity, self._open.pop(identity), here)

    def refer(self, element: _Element, here: Point) -> None:
        """The sign of a comment: its place when it has no words of its own, their end when no other end is seen."""
        identity = element.get(_ID, "")
        self._comment(identity, self._open.pop(identity, here), here)

    def _comment(self, identity: str, start: Point, stop: Point) -> None:
        comment = self._comments.pop(identity, None)
        if comment is not None:
            stop = stop if stop.story == start.story else start
            self.marks.append(Mark(NoteKind.COMMENT, start, stop, comment.text, comment.author))


def comments_of(root: _Element) -> dict[str, Comment]:
    """The comments of the part that keeps them, by their ids; those that we put in ourselves are left out."""
    out: dict[str, Comment] = {}
    for element in root.iterchildren(COMMENT_BODY):
        if element.get(_AUTHOR) == OURSELVES:
            continue
        paragraphs = ["".join([t.text or "" for t in p.iter(T)]) for p in element.iter(P)]
        out[element.get(_ID, "")] = Comment("\n".join(paragraphs).strip(), element.get(_AUTHOR, "").strip())
    return out


def words_of(element: _Element) -> str:
    """All words inside an element, removed ones too."""
    return "".join([t.text or "" for t in element.iter(*_WORDS)])
