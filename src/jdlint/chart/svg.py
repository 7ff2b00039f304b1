"""Chart → SVG: drawn by us, laid out by a library."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from xml.sax.saxutils import escape

from jdlint.chart.chart import Chart, Kind, Node, Trouble
from jdlint.chart.layout import Layout, Point, lay_out
from jdlint.chart.wording import EDGES, NO_DOCUMENT, TROUBLES, about_edge, about_node, shown, summary

_LINE, _LETTER, _SMALL_LETTER = 17, 8.2, 6.8
_LONGEST_LINE, _MOST_LINES = 24, 5
_MARGIN = 20
_STYLE = """\
svg{--paper:#fff;--ink:#1f2328;--line:#57606a;--box:#f6f8fa;--pale:#8c959f;--broken:#c62828;--stand-in:#1f6feb}
@media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e6edf3;--line:#9da7b3;--box:#1c2330;--pale:#8b949e;--broken:#ff7b72;--stand-in:#79b8ff}}
.paper{fill:var(--paper)}
text{fill:var(--ink);font:13px/1.3 system-ui,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif}
.node text{text-anchor:middle}
.heading{font-size:17px;font-weight:600}
.note{font-size:11px}
.box{fill:var(--box);stroke:var(--line);stroke-width:1.2}
.absent .box{fill:none;stroke:var(--pale);stroke-dasharray:5 4}
.broken .box{stroke:var(--broken);stroke-width:2}
.node .note{fill:var(--broken)}
.edge path{fill:none;stroke:var(--line);stroke-width:1.4}
.arrow{fill:var(--line)}
.leads path{stroke-dasharray:1.5 4;stroke-linecap:round}
.replaces path{stroke:var(--stand-in);stroke-dasharray:7 4}
.replaces-arrow{fill:var(--stand-in)}
.edge.broken path{stroke:var(--broken);stroke-width:2.2}
.broken-arrow{fill:var(--broken)}
.doubt circle{fill:var(--paper);stroke:var(--broken);stroke-width:1.6}
.doubt text{fill:var(--broken);font-weight:700;text-anchor:middle}"""


def render_svg(chart: Chart, lang: str) -> str:
    """A picture for a browser, light or dark. Raises UsageError when the layout library is missing."""
    sizes = {node.id: _size(_lines(node, lang)) for node in chart.nodes}
    return draw(chart, lay_out(chart, sizes), lang)


def draw(chart: Chart, layout: Layout, lang: str) -> str:
    """The picture of a chart that is laid out already."""
    legend = list(_legend(chart, lang))
    top = 2 * _MARGIN + 24 + 22 * len(legend)
    heading = summary(len(chart.nodes), lang)
    wide = max(layout.width, 10.0 * len(heading), *(60 + _LETTER * len(text) for _, text in legend))
    width, height = wide + 2 * _MARGIN, layout.height + top + _MARGIN
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" lang="{lang}">',
            f"<title>{escape(heading)}</title>",
            f"<style>{_STYLE}</style>",
            "<defs>",
            *(_arrow(name) for name in ("arrow", "replaces-arrow", "broken-arrow")),
            "</defs>",
            '<rect class="paper" width="100%" height="100%"/>',
            f'<text class="heading" x="{_MARGIN}" y="{_MARGIN + 16}">{escape(heading)}</text>',
            *(
                f'<g transform="translate({_MARGIN},{_MARGIN + 44 + 22 * row})">{picture}'
                f'<text x="56" y="4">{escape(text)}</text></g>'
                for row, (picture, text) in enumerate(legend)
            ),
            f'<g transform="translate({_MARGIN},{top})">',
            *_edges(chart, layout, lang),
            *(_box(node, layout.nodes[node.id], lang) for node in chart.nodes),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _lines(node: Node, lang: str) -> tuple[list[str], list[str]]:
    """The name and the troubles of a node, as lines of text."""
    name = wrap(shown(node), _LONGEST_LINE)
    if len(name) > _MOST_LINES:
        name = [*name[: _MOST_LINES - 1], f"{name[_MOST_LINES - 1][: _LONGEST_LINE - 1]}…"]
    notes = [TROUBLES[t][lang] for t in node.troubles if t is not Trouble.UNKNOWN]
    return name, [line for note in notes for line in wrap(note, _LONGEST_LINE + 4)]


def _size(lines: tuple[list[str], list[str]]) -> Point:
    name, notes = lines
    widest = max([_LETTER * len(line) for line in name] + [_SMALL_LETTER * len(line) for line in notes], default=0)
    return max(70.0, widest + 22), _LINE * len(name) + (_LINE - 2) * len(notes) + 16.0


def _box(node: Node, middle: Point, lang: str) -> str:
    name, notes = _lines(node, lang)
    width, height = _size((name, notes))
    x, y = middle
    kinds = ["node", *(["absent"] if not node.documents else []), *(["broken"] if node.troubles else [])]
    rounding = height / 2 if node.body else 6
    rows = [(line, "", _LINE) for line in name] + [(note, ' class="note"', _LINE - 2) for note in notes]
    at = y - height / 2 + 4
    texts = []
    for line, kind, step in rows:
        at += step
        texts.append(f'<text{kind} x="{x:.1f}" y="{at:.1f}">{escape(line)}</text>')
    return (
        f'<g class="{" ".join(kinds)}"><title>{escape(about_node(node, lang))}</title>'
        f'<rect class="box" x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'rx="{rounding:.1f}"/>{"".join(texts)}</g>'
    )


def _edges(chart: Chart, layout: Layout, lang: str) -> Iterator[str]:
    nodes = {node.id: node for node in chart.nodes}
    for edge, points in zip(chart.edges, layout.edges, strict=True):
        said = escape(about_edge(edge, nodes[edge.source], nodes[edge.target], lang))
        mark = _doubt(*_middle(points)) if Trouble.ONE_SIDED in edge.troubles and points else ""
        yield _line(edge.kind, _path(points), broken=bool(edge.troubles), title=said, mark=mark)


def _path(points: tuple[Point, ...]) -> str:
    """Cubic curves through the points."""
    told = [f"{x:g},{y:g}" for x, y in points]
    return f"M{told[0]}C{' '.join(told[1:])}" if told else ""


def _middle(points: tuple[Point, ...]) -> Point:
    """A point of the line, half way along its middle curve."""
    at = (len(points) - 1) // 3 // 2 * 3
    curve = points[at : at + 4]
    x, y = (sum(w * p[i] for w, p in zip((1, 3, 3, 1), curve, strict=True)) / 8 for i in (0, 1))
    return x, y


def _doubt(x: float, y: float) -> str:
    return f'<g class="doubt"><circle cx="{x:.1f}" cy="{y:.1f}" r="8"/><text x="{x:.1f}" y="{y + 4:.1f}">?</text></g>'


def _line(kind: Kind, path: str, *, broken: bool, title: str = "", mark: str = "") -> str:
    arrow = "broken-arrow" if broken else "replaces-arrow" if kind is Kind.REPLACES else "arrow"
    told = f"<title>{title}</title>" if title else ""
    kinds = f"edge {kind.value}{' broken' * broken}"
    return f'<g class="{kinds}">{told}<path d="{path}" marker-end="url(#{arrow})"/>{mark}</g>'


def _arrow(name: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path class="{name}" d="M0 1 10 5 0 9z"/></marker>'
    )


def _legend(chart: Chart, lang: str) -> Iterator[tuple[str, str]]:
    """A picture of 44 pixels and its meaning, for whatever the chart has."""
    for kind in Kind:
        if any(edge.kind is kind for edge in chart.edges):
            yield _line(kind, "M0 0C15 0 29 0 44 0", broken=False), EDGES[kind][lang]
    if any(not node.documents for node in chart.nodes):
        yield _sample("absent"), NO_DOCUMENT[lang]
    found = {t for node in chart.nodes for t in node.troubles} | {t for edge in chart.edges for t in edge.troubles}
    if Trouble.ONE_SIDED in found:
        yield _doubt(22, 0), TROUBLES[Trouble.ONE_SIDED][lang]
    if others := [TROUBLES[t][lang] for t in Trouble if t in found - {Trouble.ONE_SIDED}]:
        yield _sample("broken"), ", ".join(others)


def _sample(kind: str) -> str:
    return f'<g class="{kind}"><rect class="box" x="4" y="-8" width="36" height="16" rx="4"/></g>'
