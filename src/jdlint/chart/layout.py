"""Where boxes and lines go, by Graphviz: the one place that knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jdlint.chart.chart import Chart, Kind
from jdlint.errors import UsageError
from jdlint.record import record

Point = tuple[float, float]
# A chart wider than a screen is turned: superiors on the left, and one scrolls down.
WIDEST = 1500.0
_POINT = re.compile(r"(?P<end>[se],)?(?P<x>-?[\d.]+(?:e-?\d+)?),(?P<y>-?[\d.]+(?:e-?\d+)?)")
_INCH = 72.0


@record
class Layout:
    """Pixels from the upper left corner: the size of the whole, the middle of each node by id, and for each edge, in
    the chart's order, the points of its cubic curves: a start, then two controls and an end, again and again.
    """

    width: float
    height: float
    nodes: Mapping[str, Point]
    edges: tuple[tuple[Point, ...], ...]


def lay_out(chart: Chart, sizes: Mapping[str, Point]) -> Layout:
    """Place nodes of these widths and heights, superiors above, or on the left where that would be too wide.

    Only ids and sizes are handed to Graphviz, no text of a document. Raises UsageError when pygraphviz is missing.
    """
    upright = _laid_out(chart, sizes, "TB")
    return upright if upright.width <= WIDEST else _laid_out(chart, sizes, "LR")


def _laid_out(chart: Chart, sizes: Mapping[str, Point], direction: str) -> Layout:
    graph = _empty_graph(direction)
    for node in chart.nodes:
        width, height = sizes[node.id]
        graph.add_node(node.id, width=f"{width / _INCH:.4f}", height=f"{height / _INCH:.4f}")
    for number, edge in enumerate(chart.edges):
        kept = {} if edge.kind is Kind.COMMANDS else {"constraint": "false"}
        graph.add_edge(edge.source, edge.target, key=str(number), **kept)
    graph.layout(prog="dot")
    left, bottom, right, top = (float(v) for v in graph.graph_attr["bb"].split(","))

    def turned(x: str, y: str) -> Point:
        return round(float(x) - left, 1), round(top - float(y), 1)

    nodes = {node.id: turned(*graph.get_node(node.id).attr["pos"].split(",")) for node in chart.nodes}
    edges = []
    for number, edge in enumerate(chart.edges):
        told = graph.get_edge(edge.source, edge.target, str(number)).attr["pos"] or ""
        edges.append(tuple([turned(m["x"], m["y"]) for m in _POINT.finditer(told) if not m["end"]]))
    return Layout(round(right - left, 1), round(top - bottom, 1), nodes, tuple(edges))


def _empty_graph(direction: str) -> Any:
    try:
        import pygraphviz  # an extra: it brings Graphviz with it, 5 MB of it
    except ImportError as error:
        raise UsageError(
            "для SVG нужна библиотека раскладки: pip install 'jdlint[graph]'; без неё есть --format mermaid и dot",
            "SVG needs a layout library: pip install 'jdlint[graph]'; --format mermaid and dot do without",
        ) from error
    graph = pygraphviz.AGraph(directed=True, strict=False, rankdir=direction, nodesep="0.3", ranksep="0.7")
    graph.graph_attr.update(pack="24", packmode="array")  # parts without a link between them stand in rows
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowhead="none")
    return graph
