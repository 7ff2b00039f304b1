"""What charts say in words, in both languages."""

from __future__ import annotations

import re

from jdlint.chart.chart import Edge, Kind, Node, Trouble

_UNPRINTABLE = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
HEADING = {"ru": "Кто кому подчиняется и кто кого замещает", "en": "Who reports to whom and who replaces whom"}
EDGES = {
    Kind.COMMANDS: {"ru": "руководит", "en": "commands"},
    Kind.LEADS: {"ru": "руководит по отдельным вопросам или по приказу", "en": "leads in some matters or by order"},
    Kind.REPLACES: {"ru": "замещает", "en": "replaces"},
}
TROUBLES = {
    Trouble.CYCLE: {"ru": "замкнутый круг", "en": "a circle"},
    Trouble.TWO_BOSSES: {"ru": "два руководителя", "en": "two superiors"},
    Trouble.UNKNOWN: {"ru": "нет и в штатном расписании", "en": "not on the staff list either"},
    Trouble.ONE_SIDED: {"ru": "второй документ говорит иное", "en": "the other document says otherwise"},
}
NO_DOCUMENT = {"ru": "должностной инструкции нет", "en": "no job description"}
_NO_POSITIONS = {"ru": "В документах не названо ни одной должности", "en": "The documents name no position"}


def shown(node: Node) -> str:
    """The node's name as a title."""
    name = _printable(node.name)
    return name[:1].upper() + name[1:] or "—"


def about_node(node: Node, lang: str) -> str:
    """What is known of a node: its documents, and what is broken."""
    places = ", ".join(f"{m.path}:{m.line}" for m in node.documents) or NO_DOCUMENT[lang]
    return "; ".join([shown(node), _printable(places), *(TROUBLES[t][lang] for t in node.troubles)])


def about_edge(edge: Edge, source: Node, target: Node, lang: str) -> str:
    """What an edge says, where that stands, and what is broken."""
    places = ", ".join(f"{m.path}:{m.line} «{m.quote}»" for m in edge.mentions)
    said = f"{shown(source)} — {EDGES[edge.kind][lang]} — {shown(target)}"
    return "; ".join([said, _printable(places), *(TROUBLES[t][lang] for t in edge.troubles)])


def _printable(text: str) -> str:
    """The text on one line, without what XML cannot hold and what turns the direction of writing."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def summary(chart_size: int, lang: str) -> str:
    """What a reader is told of a chart before he sees it."""
    return HEADING[lang] if chart_size else _NO_POSITIONS[lang]
