"""Chart → JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from jdlint.chart.chart import Chart
from jdlint.model.visible import visible


def render_json(chart: Chart, _lang: str) -> str:
    """One object: `version`, `nodes` and `edges`, their fields by name; the same in every language."""
    data = {"version": 1, "nodes": [asdict(n) for n in chart.nodes], "edges": [asdict(e) for e in chart.edges]}
    return visible(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
