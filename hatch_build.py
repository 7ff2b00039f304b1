"""Compiles the rules when a wheel is built, so that no run of an installed jdlint has to.

`jdlint.cache.ready` reads what is made here, and says when it is believed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent


def make(folder: Path) -> None:
    """Compile our rules, and ask the dictionary for their words."""
    from jdlint.annotate.morphology import Morphology
    from jdlint.annotate.search import Phrases
    from jdlint.cache.ready import make_ready
    from jdlint.model.kind import Pattern
    from jdlint.rulebook import load_rulebook, rules_folder

    rulebook = load_rulebook([rules_folder()], strict=True)
    morphology = Morphology()
    phrases = Phrases(morphology, None)
    for rule in rulebook.rules.values():
        options = [getattr(rule.options, option.name) for option in fields(rule.options)]
        for phrase in (item for told in options if isinstance(told, tuple) for item in told):
            if isinstance(phrase, Pattern):
                phrases.ask(phrase)
    make_ready(folder, rulebook, morphology.answers or {})


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
