"""Regular expressions, those of the vocabulary among them, as the wheel brings them or compiled when first wanted.

`re` compiles one in a third of a millisecond of Python and keeps none between runs; a start wants three hundred. What
it hands to its engine at the end are numbers, which the same Python takes back in a hundredth of that time.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdlint.model.ready import bring, brought

_FILE = "patterns.pickle"
_VERSION = f"{sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE}"
_CODE = "I"
_made: dict[tuple[str, int], re.Pattern[str]] = {}


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for the same arguments, and as it raises re.error."""
    key = (source, int(flags))
    found = _made.get(key)
    if found is None:
        told = _brought().get(key)
        found = _made[key] = _taken(source, *told) if told else re.compile(source, flags)
    return found


def compiled(text: str) -> re.Pattern[str]:
    """A regular expression of the vocabulary: folded lines joined, any letter case."""
    return expression(_joined(text), re.IGNORECASE)


@cache
def _joined(text: str) -> str:
    return re.sub(r"\s*\n\s*|\s+(?=\|)", "", text.strip())


def shortened(text: str) -> re.Pattern[str]:
    """A shortened word with or without its last full stop: «зам.», «зам», «и. о.»."""
    return expression(r"\.\s*".join(map(re.escape, filter(None, text.split(".")))) + r"\b\.?", re.IGNORECASE)


def make_patterns(folder: Path) -> set[str]:
    """Write into `folder` all expressions that this process has asked for, the same bytes for the same ones; what they
    are.
    """
    bring(folder, _FILE, _VERSION, {key: _parts(*key) for key in sorted(_made)})
    return {source for source, _ in _made}


@cache
def _brought() -> Mapping[tuple[str, int], Any]:
    return brought(_FILE, _VERSION)


def _taken(source: str, flags: int, code: bytes, groups: int, names: dict[str, int]) -> re.Pattern[str]:
    numbers = array(_CODE)
    numbers.frombytes(code)
    named = {number: name for name, number in names.items()}
    compiled: re.Pattern[str] = _sre.compile(
        source, flags, numbers.tolist(), groups, names, tuple(named.get(n) for n in range(groups + 1))
    )
    return compiled


def _parts(source: str, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
    """What `re` hands to its engine, as plain data; these are its own modules, as they are in the Python that runs."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)
    state = parsed.state
    return flags | state.flags, array(_CODE, code).tobytes(), state.groups - 1, dict(state.groupdict)
