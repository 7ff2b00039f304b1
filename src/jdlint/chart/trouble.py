"""What is broken in a chart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from jdlint.chart.chart import Chart, Kind, Trouble

Ends = tuple[Kind, str, str]


def with_troubles(chart: Chart, denied: Mapping[Ends, str], unknown: Collection[str] = ()) -> Chart:
    """The same chart, its broken nodes and edges marked; `denied` are edges that the document of one side (`source` or
    `target`) denies, `unknown` the nodes that nobody knows.

    A superior's superior who counts somebody further down among his people is no second boss: that edge is left out.
    Two who replace each other are no circle: one of them is always there.
    """
    redundant = _redundant(chart, denied)
    edges = [edge for edge in chart.edges if (edge.kind, edge.source, edge.target) not in redundant]
    command = {(e.source, e.target) for e in edges if e.kind is Kind.COMMANDS}
    instead = {(e.source, e.target) for e in edges if e.kind is Kind.REPLACES}
    circles = {
        Kind.COMMANDS: _circle_of(command),
        Kind.REPLACES: _circle_of({(a, b) for a, b in instead if (b, a) not in instead}),
    }
    bosses: dict[str, set[str]] = {}
    for source, target in command:
        bosses.setdefault(target, set()).add(source)
    marked_edges = []
    for edge in edges:
        circle = circles.get(edge.kind, {})
        troubles = []
        if edge.source in circle and circle.get(edge.source) == circle.get(edge.target):
            troubles.append(Trouble.CYCLE)
        if edge.kind is Kind.COMMANDS and len(bosses[edge.target]) > 1:
            troubles.append(Trouble.TWO_BOSSES)
        if (edge.kind, edge.source, edge.target) in denied:
            troubles.append(Trouble.ONE_SIDED)
        marked_edges.append(replace(edge, troubles=tuple(troubles)))
    marked_nodes = []
    for node in chart.nodes:
        troubles = []
        if any(node.id in circle for circle in circles.values()):
            troubles.append(Trouble.CYCLE)
        if len(bosses.get(node.id, ())) > 1:
            troubles.append(Trouble.TWO_BOSSES)
        if node.id in unknown:
            troubles.append(Trouble.UNKNOWN)
        marked_nodes.append(replace(node, troubles=tuple(troubles)))
    return Chart(tuple(marked_nodes), tuple(marked_edges))


def _redundant(chart: Chart, denied: Mapping[Ends, str]) -> set[Ends]:
    """Edges that only the superior states, where the jobholder's own superior is under him already."""
    above: dict[str, set[str]] = {}
    for edge in chart.edges:
        if edge.kind is Kind.COMMANDS and denied.get((edge.kind, edge.source, edge.target)) != "target":
            above.setdefault(edge.target, set()).add(edge.source)
    out: set[Ends] = set()
    for (kind, source, target), side in denied.items():
        if kind is not Kind.COMMANDS or side != "target":
            continue
        level, seen = set(above.get(target, ())), {target}
        while level and source not in level:
            seen |= level
            level = {boss for node in level for boss in above.get(node, ())} - seen
        if level:
            out.add((kind, source, target))
    return out


def _circle_of(edges: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    """For every node that lies on a circle a number, the same for those who reach each other (Tarjan's algorithm)."""
    following: dict[str, list[str]] = {}
    for source, target in sorted(edges):
        following.setdefault(source, []).append(target)
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    held: dict[str, None] = {}
    found: dict[str, int] = {}
    for root in sorted(following):
        work = [(root, iter(following.get(root, ())))] if root not in order else []
        while work:
            node, rest = work[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                held[node] = None
            for other in rest:
                if other not in order:
                    work.append((other, iter(following.get(other, ()))))
                    break
                if other in held:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    group = [held.popitem()[0]]
                    while group[-1] != node:
                        group.append(held.popitem()[0])
                    if len(group) > 1 or node in following.get(node, ()):
                        found |= dict.fromkeys(group, order[node])
    return found
