"""What each document gave: its report and findings, as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jdlint.cache.store import Store
from jdlint.model.finding import Edit, Finding, Place, Severity
from jdlint.model.packed import Packed
from jdlint.model.report import DocumentReport, FactLine, SectionLine
from jdlint.model.suppression import Suppression

LAYOUT = 5


class Cache:
    """Entries of one sort of run: same rules, settings, day, version and engine.

    A damaged or foreign entry is no entry.
    """

    def __init__(self, folder: Path, run: Mapping[str, Any]) -> None:
        self._store = Store(folder)
        self._run = json.dumps({"layout": LAYOUT, **run}, sort_keys=True, ensure_ascii=False)

    def key(self, file: Mapping[str, Any], digest: str) -> str:
        """The name of a document's entry: what the run knows of the file (findings tell its path), its content, and
        the run.
        """
        told = json.dumps(file, sort_keys=True)
        return hashlib.sha256(f"{self._run}\x1f{told}\x1f{digest}".encode("utf-8", "backslashreplace")).hexdigest()

    def get(self, key: str) -> tuple[DocumentReport, tuple[Finding, ...]] | None:
        """What the entry holds, or None."""
        held = self._store.read(_name(key))
        try:
            data = json.loads(held) if held else {}
            return _document(data["document"]), tuple(_finding(f) for f in data["findings"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, key: str, document: DocumentReport, findings: tuple[Finding, ...]) -> None:
        """Remember what a document gave."""
        data = {"document": _plain(document), "findings": [_plain(f) for f in findings]}
        self._store.write(_name(key), json.dumps(data).encode("ascii"))  # a path may hold what UTF-8 cannot


def _name(key: str) -> str:
    return f"{key[:2]}/{key[2:]}.json"


def _plain(thing: Any) -> Any:
    """Frozen records as dictionaries by field name."""
    if isinstance(thing, (str, int, bool)) or thing is None:
        return thing
    if isinstance(thing, Sequence):
        return [_plain(item) for item in thing]
    if isinstance(thing, Mapping):
        return {key: _plain(value) for key, value in thing.items()}
    return {name: _plain(getattr(thing, name)) for name in type(thing).__dataclass_fields__}


def _document(data: dict[str, Any]) -> DocumentReport:
    sections = tuple(SectionLine(**s) for s in data.pop("sections"))
    facts = Packed([FactLine(**f | {"place": Place(**f["place"])}) for f in data["facts"]])
    suppressions = tuple(_suppression(s) for s in data["suppressions"])
    return DocumentReport(**data | {"sections": sections, "facts": facts, "suppressions": suppressions})


def _suppression(data: dict[str, Any]) -> Suppression:
    return Suppression(**data | {"place": Place(**data["place"]), "words": tuple(data["words"])})


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        data["code"],
        Severity(data["severity"]),
        Place(**data["place"]),
        {name: tuple(value) if isinstance(value, list) else value for name, value in data["values"].items()},
        tuple(Place(**place) for place in data["related"]),
        data["fingerprint"],
        data["suppressed"],
        data["baseline"],
        tuple(Edit(**edit) for edit in data["edits"]),
    )
