"""Compiles the rules when a wheel is built, so that no run of an installed jdlint has to.

`jdlint.cache.ready` reads what is made here, and says when it is believed.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def make(folder: Path) -> None:
    """Compile our rules, their expressions and our own, and ask the dictionary for the words of rules and for those of
    their examples, which are words of job descriptions.
    """
    from jdlint.annotate.morphology import Morphology
    from jdlint.annotate.search import Phrases
    from jdlint.cache.ready import make_ready
    from jdlint.check.ready import make_expressions
    from jdlint.model.kind import Pattern
    from jdlint.model.literal import make_needed
    from jdlint.model.pattern import make_patterns
    from jdlint.rulebook import load_rulebook, rules_folder

    _order_expressions()
    rulebook = load_rulebook([rules_folder()], strict=True)
    morphology = Morphology()
    phrases = Phrases(morphology, None)
    for rule in rulebook.rules.values():
        for phrase in _all_in([getattr(rule.options, option.name) for option in fields(rule.options)]):
            if isinstance(phrase, Pattern):
                phrases.ask(phrase)
        for example in rule.examples:
            for word in WORD.findall(example.text):
                morphology.word(word)
    make_ready(folder, rulebook, morphology.answers or {})
    _ask_for_patterns(rulebook)
    regexes = {source for r in rulebook.rules.values() for source in getattr(r.options, "regexes", ())}
    make_expressions(folder, regexes)
    make_needed(folder, make_patterns(folder) | regexes)


def _ask_for_patterns(rulebook: Any) -> None:
    """Import whatever reads a document, and have it read an example of each rule."""
    from jdlint.linter import Linter
    from jdlint.model.document import Source
    from jdlint.settings import Settings

    for name in ("annotate", "check", "facts", "load", "segment", "title"):
        package = import_module(f"jdlint.{name}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    linter = Linter(rulebook, Settings(assume_job_description=True), dt.date(2026, 1, 1))
    for rule in rulebook.rules.values():
        for example in rule.examples[:1]:
            linter.lint(Source("example.md", example.text.encode("utf-8")))


def _order_expressions() -> None:
    """Have `regex` go through parts of an expression in one order in every process.

    It keeps them in sets by a hash of their class, which is an address. Without this an expression finds the same, and
    the wheel is not the same bytes each time.
    """

    def steady(part: Any) -> int:
        return (
            hash((type(part).__name__, *part._key[1:])) if isinstance(part._key, tuple) else hash(type(part).__name__)
        )

    with suppress(ImportError):
        from regex._regex_core import RegexBase

        RegexBase.__hash__ = steady


def _all_in(told: Iterable[Any]) -> Iterator[Any]:
    """What tuples, and tuples within them, hold."""
    for item in told:
        if isinstance(item, tuple):
            yield from _all_in(item)
        else:
            yield item


def made(folder: str) -> dict[str, str]:
    """The same in a process of its own, so that it is the same bytes whatever the seed of hashes; where it belongs."""
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    # Not by PYTHONPATH: pip takes from it what the environment that builds has installed as editable.
    code = "import sys; sys.path[:0] = sys.argv[2:]; from hatch_build import *; make(Path(sys.argv[1]))"
    command = [sys.executable, "-c", code, folder, str(ROOT), str(ROOT / "src")]
    subprocess.run(command, check=True, env=environment)  # noqa: S603 our own words
    return {folder: "jdlint/_ready"}


def get_build_hook() -> type[Any]:
    """What hatchling asks for; it is installed only where a wheel is built."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class ReadyHook(BuildHookInterface[Any]):
        """Adds it to wheels; an editable installation, whose rules are there to be changed, goes without."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Called before a wheel is put together."""
            if version != "editable":
                build_data["force_include"].update(made(str(ROOT / "build" / "ready")))

    return ReadyHook
