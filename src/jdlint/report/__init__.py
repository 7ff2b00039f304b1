"""Report → text: one module for each format, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jdlint.model.report import Report
from jdlint.report import concise, full, github, json
from jdlint.report.look import Look

Reporter = Callable[[Report, Look], str]
REPORTERS: Mapping[str, Reporter] = {
    "full": full.render,
    "concise": concise.render,
    "json": json.render,
    "github": github.render,
}
