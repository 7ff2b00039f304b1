"""Chart → Mermaid."""

from __future__ import annotations

import re

from jdlint.chart.chart import Chart, Edge, Kind, Node, Trouble
from jdlint.chart.wording import EDGES, TROUBLES, shown, summary

_PLAIN = re.compile(r"[^\w \-.,/()№«»+]")
_ARROWS = {Kind.COMMANDS: "-->", Kind.LEADS: "-.->", Kind.REPLACES: "-.->"}


def render_mermaid(chart: Chart, lang: str) -> str:
    """A flowchart; edges go from the superior and from the substitute, broken places are red."""
    lines = ["flowchart TB", f"    accTitle: {summary(len(chart.nodes), lang)}"]
    lines += [f"    {_node(node, lang)}" for node in chart.nodes]
    lines += [f"    {_edge(edge, lang)}" for edge in chart.edges]
    broken = [str(i) for i, edge in enumerate(chart.edges) if edge.troubles]
    if broken:
        lines.append(f"    linkStyle {','.join(broken)} stroke:#c62828,stroke-width:2px")
    lines.append("    classDef broken stroke:#c62828,stroke-width:2px")
    lines.append("    classDef absent stroke-dasharray:4 3")
    for name, nodes in (
        ("broken", [n.id for n in chart.nodes if n.troubles]),
        ("absent", [n.id for n in chart.nodes if not n.documents]),
    ):
        if nodes:
            lines.append(f"    class {','.join(nodes)} {name}")
    return "\n".join(lines) + "\n"


def _node(node: Node, lang: str) -> str:
    troubles = [TROUBLES[t][lang] for t in node.troubles if t is not Trouble.UNKNOWN]
    label = "<br>".join(map(_escaped, [shown(node), *troubles]))
    return f'{node.id}(["{label}"])' if node.body else f'{node.id}["{label}"]'


def _edge(edge: Edge, lang: str) -> str:
    said = [EDGES[edge.kind][lang]] if edge.kind is not Kind.COMMANDS else []
    said += [TROUBLES[t][lang] for t in edge.troubles if t is not Trouble.TWO_BOSSES]
    label = f'|"{_escaped("; ".join(said))}"|' if said else ""
    return f"{edge.source} {_ARROWS[edge.kind]}{label} {edge.target}"


def _escaped(text: str) -> str:
    """Everything that could mean something to Mermaid or to a browser, by its number."""
    return _PLAIN.sub(lambda m: f"#{ord(m[0])};", text)
