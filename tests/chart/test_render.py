"""Charts in every format: golden files, hostile names, and pictures that other programs can read."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pygraphviz
import pytest

from jdlint.chart import RENDERERS, Chart
from jdlint.chart.layout import Layout
from jdlint.chart.svg import draw
from jdlint.cli.graph import FORMATS

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


def _golden(name: str, told: str) -> None:
    """Compare with the golden file, which JDLINT_GOLDEN=1 writes anew."""
    file = GOLDEN / name
    if os.environ.get("JDLINT_GOLDEN"):
        file.write_text(told, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", ["mermaid", "dot", "json"])
def test_golden_text(chart: Chart, name: str, lang: str) -> None:
    """The rendered chart is the golden one, byte for byte."""
    _golden(f"{name}.{lang}.txt", RENDERERS[name](chart, lang))


def test_golden_picture(chart: Chart) -> None:
    """The picture of a chart laid out by hand is the golden one: no version of the layout library changes it."""
    nodes = {node.id: (120.0 + 220 * (i % 3), 40.0 + 120 * (i // 3)) for i, node in enumerate(chart.nodes)}
    line = ((0.0, 0.0), (30.0, 10.0), (60.0, 20.0), (90.0, 30.0))
    _golden("svg.ru.svg", draw(chart, Layout(700.0, 240.0, nodes, (line,) * len(chart.edges)), "ru"))


def test_every_format_of_the_command_line_is_rendered() -> None:
    """The command line offers the formats that there are."""
    assert sorted(FORMATS) == sorted(RENDERERS)


def test_json_holds_everything(chart: Chart) -> None:
    """The JSON object has every node and edge with its places and troubles."""
    data = json.loads(RENDERERS["json"](chart, "ru"))

    assert (1, 6, 6) == (data["version"], len(data["nodes"]), len(data["edges"]))
    assert {"path": "сад/садовник.md", "line": 1, "quote": "садовника"} == data["nodes"][1]["documents"][0]
    assert ["two-bosses", "one-sided"] == data["edges"][3]["troubles"]


def test_dot_is_read_back(hostile: Chart) -> None:
    """Graphviz reads as many nodes and edges as there are, and every name as it was."""
    graph = pygraphviz.AGraph(string=RENDERERS["dot"](hostile, "ru"))

    assert (len(hostile.nodes), len(hostile.edges)) == (len(graph.nodes()), len(graph.edges()))
    assert 'Мастер "цеха" <img src=x onerror=y>' == graph.get_node("n1").attr["label"]


def test_mermaid_has_nothing_of_a_name_in_its_own_language(hostile: Chart) -> None:
    """Every line is a header, a node, an edge or a style; inside a label nothing but letters, spaces and numbers."""
    lines = RENDERERS["mermaid"](hostile, "ru").splitlines()
    label = r'"(?:[\w \-.,/()№«»+]|#\d+;|<br>)+"'
    known = (
        r"flowchart TB|    accTitle: [\w ]+|"
        rf"    n\d+(?:\[{label}\]|\(\[{label}\]\))|    n\d+ (?:-->|-\.->)(?:\|{label}\|)? n\d+|"
        r"    linkStyle [\d,]+ stroke:#c62828,stroke-width:2px|    classDef \w+ [\w:#,\- ]+|    class [n\d,]+ \w+"
    )

    assert [] == [line for line in lines if not re.fullmatch(known, line)]


def test_svg_is_xml_with_the_words_as_text(hostile: Chart) -> None:
    """The picture is well-formed, has its names as text and nothing of them as markup."""
    root = ET.fromstring(RENDERERS["svg"](hostile, "ru"))  # noqa: S314 our own output
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert {"svg", "title", "style", "defs", "marker", "rect", "g", "text", "path", "circle"} == tags
    assert 'Мастер "цеха" <img src=x' in [element.text for element in root.iter(f"{SVG}text")]
    assert "\u202e" not in RENDERERS["svg"](hostile, "ru")


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_an_empty_chart(name: str) -> None:
    """No positions are no reason to fail."""
    assert RENDERERS[name](Chart((), ()), "ru")
