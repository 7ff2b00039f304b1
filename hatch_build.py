"""Compiles the rules when a wheel is built, so that no run of an installed jdlint has to.

`jdlint.cache.ready` reads what is made here, and says when it is believed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def make(folder: Path) -> None:
    """Compile our rules and their expressions, and ask the dictionary for their words and for those of their examples,
    which are words of job descriptions.
    """
    from jdlint.annotate.morphology import Morphology
    from jdlint.annotate.search import Phrases
    from jdlint.cache.ready import make_ready
    from jdlint.check.ready import make_expressions
    from jdlint.model.kind import Pattern
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
    make_expressions(folder, (source for r in rulebook.rules.values() for source in getattr(r.options, "regexes", ())))


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
    # What pip has installed for the build is found by PYTHONPATH too.
    paths = os.pathsep.join(filter(None, (str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": paths}
    code = "import hatch_build, pathlib, sys; hatch_build.make(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, folder], check=True, env=environment)  # noqa: S603 our own words
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
