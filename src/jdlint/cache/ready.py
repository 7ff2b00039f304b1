"""What the wheel brings ready: its rules compiled, and what the dictionary says of their words.

It is made when the wheel is built, by `hatch_build.py`, and believed only where rules, the modules that make something
of them and the dictionary are those that it was made with. They are told apart by their content: an installer gives
files times of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jdlint.cache.rulebook import packed, unpacked
from jdlint.cache.stamp import contents
from jdlint.installed import ready_folder, rules_folder
from jdlint.model.rule import Rulebook
from jdlint.version import __version__

_RULEBOOK, _ANSWERS = "rulebook.pickle", "answers.json"
_MAKERS = ("annotate", "marked", "model", "rulebook")
_DICTIONARY = ("pymorphy3", "pymorphy3-dicts-ru")


def make_ready(folder: Path, rulebook: Rulebook, answers: Mapping[str, Any]) -> None:
    """Write into `folder` what was made of our own rules, the same bytes for the same rules."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = {code: replace(rule, path=_below(rule.path)) for code, rule in rulebook.rules.items()}
    (folder / _RULEBOOK).write_bytes(packed(_stamp(), replace(rulebook, rules=rules)))
    told = {"stamp": _stamp(), "answers": answers}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / _ANSWERS).write_text(text, "utf-8", newline="\n")


def ready_rulebook() -> Rulebook | None:
    """Our own rules as they were compiled for the wheel; None where they have to be compiled."""
    data = _read(_RULEBOOK)
    rulebook = unpacked(data, _stamp()) if data else None
    if rulebook is None:
        return None
    home = rules_folder().as_posix()
    return replace(rulebook, rules={c: replace(r, path=f"{home}/{r.path}") for c, r in rulebook.rules.items()})


def ready_answers() -> dict[str, Any]:
    """What the dictionary says of the words of our own rules; nothing where it has to be asked."""
    data = _read(_ANSWERS)
    try:
        told = json.loads(data) if data else {}
        return dict(told["answers"]) if told and told["stamp"] == _stamp() else {}
    except (ValueError, KeyError, TypeError):
        return {}


def _read(name: str) -> bytes | None:
    try:
        return (ready_folder() / name).read_bytes()
    except OSError:
        return None


def _below(path: str) -> str:
    return Path(path).relative_to(rules_folder()).as_posix()


@cache
def _stamp() -> str:
    """What all of it is made of."""
    from importlib.metadata import version

    package = Path(__file__).parents[1]
    made_of = [contents(folder) for folder in (rules_folder(), *(package / name for name in _MAKERS))]
    told = [__version__, *map(version, _DICTIONARY), *made_of]
    return hashlib.sha256("\0".join(told).encode("utf-8")).hexdigest()
