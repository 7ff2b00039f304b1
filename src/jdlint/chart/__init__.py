"""The chart of an organisation: who commands whom and who replaces whom, by its job descriptions."""

from jdlint.chart.build import build_chart
from jdlint.chart.chart import Chart, Edge, Kind, Mention, Node, Trouble
from jdlint.chart.dot import render_dot
from jdlint.chart.mermaid import render_mermaid
from jdlint.chart.plain import render_json
from jdlint.chart.svg import render_svg

RENDERERS = {"mermaid": render_mermaid, "dot": render_dot, "svg": render_svg, "json": render_json}

__all__ = ["RENDERERS", "Chart", "Edge", "Kind", "Mention", "Node", "Trouble", "build_chart"]
