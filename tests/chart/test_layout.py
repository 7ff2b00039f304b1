"""The layout that the library makes, as far as a reader relies on it."""

from __future__ import annotations

import sys
from itertools import combinations

import pytest

from jdlint.chart import Chart, Edge, Kind, Mention, Node
from jdlint.chart.layout import WIDEST, lay_out
from jdlint.errors import UsageError

SIZE = (150.0, 40.0)
SAID = (Mention("а.md", 1, "так"),)


def _tree(count: int, width: int) -> Chart:
    """A chart in which each node commands the next `width` ones."""
    nodes = tuple(Node(f"n{i}", "токарь", SAID) for i in range(count))
    edges = [Edge(Kind.COMMANDS, f"n{(i - 1) // width}", f"n{i}", SAID) for i in range(1, count)]
    return Chart(nodes, tuple(edges))


@pytest.mark.parametrize(("count", "width"), [(5, 2), (50, 5), (200, 9)])
def test_boxes_do_not_overlap(count: int, width: int) -> None:
    """No box covers another, all lie inside the picture, every line has curves, and twice gives the same."""
    chart = _tree(count, width)
    sizes = dict.fromkeys([node.id for node in chart.nodes], SIZE)
    layout = lay_out(chart, sizes)
    middles = list(layout.nodes.values())

    assert not [
        (a, b) for a, b in combinations(middles, 2) if abs(a[0] - b[0]) < SIZE[0] - 1 and abs(a[1] - b[1]) < SIZE[1] - 1
    ]
    assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in middles)
    assert all(len(points) >= 4 and len(points) % 3 == 1 for points in layout.edges)
    assert layout == lay_out(chart, sizes)


def test_superiors_stand_above_or_on_the_left() -> None:
    """A small chart has superiors above; one that would be too wide has them on the left."""
    small, wide = _tree(4, 3), _tree(40, 39)
    places = lay_out(small, dict.fromkeys([n.id for n in small.nodes], SIZE)).nodes
    turned = lay_out(wide, dict.fromkeys([n.id for n in wide.nodes], SIZE))

    assert all(places["n0"][1] < places[name][1] for name in ("n1", "n2", "n3"))
    assert turned.width <= WIDEST
    assert all(turned.nodes["n0"][0] < turned.nodes[f"n{i}"][0] for i in range(1, 40))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the layout library is not installed, the message says how to install it and what does without."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(UsageError, match=r"jdlint\[graph\].*mermaid"):
        lay_out(_tree(2, 1), {"n0": SIZE, "n1": SIZE})
