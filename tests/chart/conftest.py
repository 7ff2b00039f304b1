"""A chart with one of everything."""

from __future__ import annotations

import pytest

from jdlint.chart import Chart, Edge, Kind, Mention, Node, Trouble


@pytest.fixture
def chart() -> Chart:
    """Every kind of node and edge, and every trouble."""
    nodes = (
        Node("n1", "главный садовник", (Mention("сад/главный.md", 3, "главного садовника"),)),
        Node("n2", "садовник", (Mention("сад/садовник.md", 1, "садовника"),), troubles=(Trouble.TWO_BOSSES,)),
        Node("n3", "сторож", (Mention("сад/сторож.md", 1, "сторожа"),), troubles=(Trouble.CYCLE,)),
        Node("n4", "попечительский совет", body=True),
        Node("n5", "специалист по содержанию оранжерей и теплиц", staff=True),
        Node("n6", "лесник", troubles=(Trouble.UNKNOWN,)),
    )
    edges = (
        Edge(Kind.COMMANDS, "n1", "n2", (_at("подчиняется главному садовнику"),), (Trouble.TWO_BOSSES,)),
        Edge(Kind.COMMANDS, "n3", "n3", (_at("подчиняется сторожу"),), (Trouble.CYCLE,)),
        Edge(Kind.COMMANDS, "n4", "n1", (_at("подчиняется попечительскому совету"),)),
        Edge(Kind.COMMANDS, "n6", "n2", (_at("и леснику"),), (Trouble.TWO_BOSSES, Trouble.ONE_SIDED)),
        Edge(Kind.LEADS, "n5", "n2", (_at("по вопросам полива"), _at("функционально", "сад/сторож.md"))),
        Edge(Kind.REPLACES, "n2", "n1", (_at("исполняет садовник"),)),
    )
    return Chart(nodes, edges)


@pytest.fixture
def hostile() -> Chart:
    """Names and quotations that mean something to one format or another."""
    names = (
        'мастер "цеха" <img src=x onerror=y>',
        "a]; end %%{init: {}}%% graph",
        "`**жирный**` # ; | [x] (y) {z} &amp; #quot;",
        '--> n1 subgraph \\N \\l \\" //',
        "\x01\x0b \u202eоборот\u2028строка",
        "ё" * 200,
    )
    said = (Mention('a"<b>&.md', 1, ']]> "\\ <script>y()</script>'),)
    nodes = tuple(Node(f"n{i}", name, said) for i, name in enumerate(names, 1))
    edges = [Edge(list(Kind)[i % 3], f"n{i}", f"n{i + 1}", said, (Trouble.ONE_SIDED,)) for i in range(1, len(names))]
    return Chart(nodes, tuple(edges))


def _at(quote: str, path: str = "сад/садовник.md") -> Mention:
    return Mention(path, 7, quote)
