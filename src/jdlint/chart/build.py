"""Facts of documents → a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jdlint.chart.chart import Chart, Edge, Kind, Mention, Node
from jdlint.chart.trouble import with_troubles
from jdlint.model.report import DocumentReport, FactLine
from jdlint.model.staff import Post
from jdlint.record import record
from jdlint.title import Directory, Relation, Title, Titles, relate

_COMMAND = ("direct", "accountable", "front")
_OTHER_LINES = ("functional", "guided", "area")


@dataclass(slots=True)
class _Place:
    """A node in the making; `lists` are the relations in which its own documents name others."""

    title: Title
    name: str
    documents: list[Mention] = field(default_factory=list)
    body: bool = False
    lists: set[tuple[Kind, str]] = field(default_factory=set)


@record
class _Job:
    """One job description: whose node it is, and what it states."""

    place: int
    path: str
    facts: Sequence[FactLine]


def build_chart(
    documents: Sequence[DocumentReport],
    titles: Titles,
    staff: Sequence[Post] | None = None,
    by_order: Sequence[str] = (),
) -> Chart:
    """The chart of these documents, the same in whatever order they come. `staff` are the posts of the staff list;
    without one no position is unknown. `by_order` are titles of those who lead others by order, beside their superiors.
    """
    builder = _Builder(titles, [titles.read(title) for title in by_order])
    jobs = [job for document in sorted(documents, key=lambda d: d.path) for job in builder.own(document)]
    builder.settle()
    for job in jobs:
        builder.state(job)
    for job in jobs:
        builder.list_subordinates(job)
    return builder.chart(None if staff is None else Directory((titles.read(post.title), post) for post in staff))


class _Builder:
    """Places by title, and relations by kind and ends with who states them."""

    def __init__(self, titles: Titles, by_order: Sequence[Title]) -> None:
        self._titles = titles
        self._by_order = by_order
        self._places: list[_Place] = []
        self._holders: Directory[int] = Directory(())
        self._by_title: dict[Title, int] = {}
        self._edges: dict[tuple[Kind, int, int], dict[Mention, str]] = {}
        self._under: dict[int, list[int]] = {}

    def own(self, document: DocumentReport) -> Iterator[_Job]:
        """The job descriptions of a document, each at its place; documents of one title share a place."""
        facts = [f for f in document.facts if f.kind == "position"]
        title = self._titles.read(document.position)
        if not title or not facts:
            return
        place = self._add(title)
        self._places[place].documents.append(_mention(document.path, facts[0]))
        yield _Job(place, document.path, document.facts)

    def settle(self) -> None:
        """All documents are known: names may now be looked up."""
        self._holders = Directory((place.title, i) for i, place in enumerate(self._places))

    def state(self, job: _Job) -> None:
        """Superiors and substitutes that a document names."""
        for fact in job.facts:
            if fact.kind == "reports_to" and fact.marks.get("form", "position") in ("position", "body"):
                line = fact.marks.get("line")
                kind = Kind.COMMANDS if line in _COMMAND else Kind.LEADS if line in _OTHER_LINES else None
                if kind:
                    self._relate(kind, job, fact, upwards=True)
            elif fact.kind == "substituted_by":
                self._relate(Kind.REPLACES, job, fact, upwards=True)
            elif fact.kind == "substitutes":
                self._relate(Kind.REPLACES, job, fact, upwards=False)

    def _relate(self, kind: Kind, job: _Job, fact: FactLine, *, upwards: bool) -> None:
        """An edge from whoever the fact names to the jobholder, or the other way round."""
        title = self._titles.read(fact.value)
        if not title or title.another or (title.vague and fact.marks.get("form") != "body"):
            return
        other = self._find(title, job.place)
        if other is None:
            other = self._add(title, body=fact.marks.get("form") == "body")
        source, target, side = (other, job.place, "target") if upwards else (job.place, other, "source")
        self._join(kind, source, target, _mention(job.path, fact), side)
        self._places[job.place].lists.add((kind, side))

    def _join(self, kind: Kind, source: int, target: int, mention: Mention, side: str) -> None:
        """Add what one side states to the edge."""
        if (kind, source, target) not in self._edges and kind is Kind.COMMANDS:
            self._under.setdefault(source, []).append(target)
        self._edges.setdefault((kind, source, target), {})[mention] = side

    def list_subordinates(self, job: _Job) -> None:
        """Subordinates that a document names: those who name him too, a position of that title, or a new one. Whoever
        leads by order commands only those who say so themselves.
        """
        own = self._places[job.place].title
        aside = any(relate(own, title) in (Relation.SAME, Relation.NARROWER) for title in self._by_order)
        for fact in job.facts:
            if fact.kind != "supervises" or not (title := self._titles.read(fact.value)):
                continue
            below = self._under.get(job.place, ())
            meant = [place for place in below if title.vague or self._may_mean(title, place)]
            if not title.vague:
                if not aside:
                    self._places[job.place].lists.add((Kind.COMMANDS, "source"))
                if not meant:
                    other = self._find(title, job.place)
                    meant = [self._add(title) if other is None else other]
            for place in meant:
                beside = aside and (Kind.COMMANDS, job.place, place) not in self._edges
                kind = Kind.LEADS if beside else Kind.COMMANDS
                self._join(kind, job.place, place, _mention(job.path, fact), "source")

    def _may_mean(self, title: Title, place: int) -> bool:
        """Whether words of a list, often shorter than the title («водители»), may mean that position."""
        own = self._places[place].title
        return relate(title, own) is not Relation.DIFFERENT or title.job[:1] == own.job[:1]

    def _find(self, title: Title, by: int) -> int | None:
        """The place that a document of `by` means by a title, None for one that is not there or not the only one."""
        found = self._holders.find(title)
        if found.same:
            return found.same[0]
        unit = self._places[by].title.unit
        near = [
            i for i in found.near if not unit or not self._places[i].title.unit or self._places[i].title.unit == unit
        ]
        return near[0] if len(near) == 1 else self._by_title.get(title)

    def _add(self, title: Title, *, body: bool = False) -> int:
        """The place of that title, a new one if need be."""
        place = next((self._by_title[name] for name in title.names if name in self._by_title), len(self._places))
        if place == len(self._places):
            self._places.append(_Place(title, title.name, body=body))
        for name in title.names:
            self._by_title.setdefault(name, place)
        return place

    def chart(self, staff: Directory[Post] | None) -> Chart:
        """What was gathered, with its troubles."""
        listed = [staff is not None and bool(staff.find(place.title).best) for place in self._places]
        nodes = [
            Node(_id(i), p.name, tuple(sorted(p.documents)), listed[i], p.body) for i, p in enumerate(self._places)
        ]
        edges = [
            Edge(kind, _id(source), _id(target), tuple(sorted(mentions)))
            for (kind, source, target), mentions in sorted(self._edges.items())
        ]
        denied = {
            (kind, _id(source), _id(target)): side
            for (kind, source, target), said in self._edges.items()
            if (side := self._denying(kind, source, target, set(said.values())))
        }
        unknown = {n.id for n in nodes if staff is not None and not (n.documents or n.staff or n.body)}
        return with_troubles(Chart(tuple(nodes), tuple(edges)), denied, unknown)

    def _denying(self, kind: Kind, source: int, target: int, said: set[str]) -> str:
        """The side (`source` or `target`) that states such relations and leaves this one out, "" where neither does."""
        if kind is Kind.LEADS or len(said) == 2:
            return ""
        side, place = ("target", self._places[target]) if "source" in said else ("source", self._places[source])
        if kind is Kind.REPLACES and side == "source" and place.title.deputy:
            return ""  # a deputy's title says whom he replaces
        return side if (kind, side) in place.lists else ""


def _mention(path: str, fact: FactLine) -> Mention:
    return Mention(path, fact.line, " ".join(fact.quote.split()))


def _id(place: int) -> str:
    return f"n{place + 1}"
