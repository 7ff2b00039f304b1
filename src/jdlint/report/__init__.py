"""Report → text: one module for each format, each a pure function."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.model.report import Report
    from jdlint.report.look import Look

    Reporter = Callable[[Report, Look], str]

FORMATS = (
    "full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown", "html",
)  # fmt: skip

# Formats that show the documents as they read: a report for them brings the texts.
WITH_TEXTS = frozenset({"html"})


def reporter(name: str) -> Reporter:
    """The function of a format; only its module is imported."""
    chosen: Reporter = import_module(f"jdlint.report.{name}").render
    return chosen
