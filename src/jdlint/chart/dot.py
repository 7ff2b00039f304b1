"""Chart → DOT."""

from __future__ import annotations

from jdlint.chart.chart import Chart, Edge, Kind, Node
from jdlint.chart.wording import EDGES, about_edge, about_node, shown, summary

_BROKEN = "#c62828"
_STYLES = {Kind.COMMANDS: "solid", Kind.LEADS: "dotted", Kind.REPLACES: "dashed"}


def render_dot(chart: Chart, lang: str) -> str:
    """A directed graph for Graphviz; edges go from the superior and from the substitute, broken places are red."""
    nodes = {node.id: node for node in chart.nodes}
    lines = [
        "digraph organisation {",
        f"  label={_quoted(summary(len(chart.nodes), lang))};",
        '  node [shape=box, style=rounded, fontname="sans-serif"];',
        '  edge [fontname="sans-serif", fontsize=10];',
        *(f"  {node.id} [{_node(node, lang)}];" for node in chart.nodes),
        *(f"  {e.source} -> {e.target} [{_edge(e, nodes, lang)}];" for e in chart.edges),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _node(node: Node, lang: str) -> str:
    values = {"label": shown(node), "tooltip": about_node(node, lang)}
    if not node.documents:
        values["style"] = "rounded,dashed"
    if node.body:
        values["shape"] = "ellipse"
    if node.troubles:
        values["color"] = _BROKEN
    return _attributes(values)


def _edge(edge: Edge, nodes: dict[str, Node], lang: str) -> str:
    values = {"tooltip": about_edge(edge, nodes[edge.source], nodes[edge.target], lang), "style": _STYLES[edge.kind]}
    if edge.kind is not Kind.COMMANDS:
        values |= {"label": EDGES[edge.kind][lang], "constraint": "false"}
    if edge.troubles:
        values |= {"color": _BROKEN, "fontcolor": _BROKEN}
    return _attributes(values)


def _attributes(values: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def _quoted(text: str) -> str:
    r"""A DOT string; a backslash is doubled, or «\N» and «\l» would mean something to Graphviz."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
