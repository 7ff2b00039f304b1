"""What a chart is made of."""

from __future__ import annotations

from enum import StrEnum

from jdlint.record import record


class Kind(StrEnum):
    """What an edge says of its `source` and `target`: the source commands, leads in some matters, or replaces."""

    COMMANDS = "commands"
    LEADS = "leads"
    REPLACES = "replaces"


class Trouble(StrEnum):
    """What is broken at a node or an edge.

    CYCLE: people command or replace each other in a circle. TWO_BOSSES: more than one commands the same position.
    UNKNOWN: a position that others name has no document, and the staff list that was given does not have it.
    ONE_SIDED: one document says so, and the other one, which speaks of such things, says otherwise.
    """

    CYCLE = "cycle"
    TWO_BOSSES = "two-bosses"
    UNKNOWN = "unknown-position"
    ONE_SIDED = "one-sided"


@record(order=True)
class Mention:
    """A place in a document: 1-based line of its reading text, and the words."""

    path: str
    line: int
    quote: str


@record
class Node:
    """A position. `documents` are the places that name it in its own documents, none where others only speak of it;
    `staff` says that the staff list has it, `body` that it is a council or the like.
    """

    id: str
    name: str
    documents: tuple[Mention, ...] = ()
    staff: bool = False
    body: bool = False
    troubles: tuple[Trouble, ...] = ()


@record
class Edge:
    """A relation of two nodes, by their ids, with the places that state it."""

    kind: Kind
    source: str
    target: str
    mentions: tuple[Mention, ...]
    troubles: tuple[Trouble, ...] = ()


@record
class Chart:
    """Nodes in the order of their documents' paths, then those that are only spoken of; edges by kind and ends."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
