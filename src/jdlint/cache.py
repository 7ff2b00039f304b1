"""What is remembered between runs: for each document its report and findings, as JSON."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import DocumentReport, FactLine, SectionLine
from jdlint.model.suppression import Suppression

LAYOUT = 2
MOST_ENTRIES = 20_000
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of jdlint and may be deleted.\n"


def default_folder() -> Path:
    """The user's cache folder of this system, never a folder of documents."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "jdlint"


def code_stamp() -> str:
    """What tells this installation of jdlint from another of the same version: sizes and times of its modules."""
    stats = sorted((f.name, f.stat().st_size, f.stat().st_mtime_ns) for f in Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(repr(stats).encode()).hexdigest()


class Cache:
    """Entries of one sort of run: same rules, settings, day, version and engine.

    A damaged or foreign entry is no entry. Writing is atomic; a cache that cannot be written is only slower.
    """

    def __init__(self, folder: Path, run: Mapping[str, Any]) -> None:
        self.folder = folder
        self._run = json.dumps({"layout": LAYOUT, **run}, sort_keys=True, ensure_ascii=False)

    def key(self, path: str, digest: str) -> str:
        """The name of a document's entry: its path (findings tell it), its content, and the run."""
        return hashlib.sha256(f"{self._run}\x1f{path}\x1f{digest}".encode("utf-8", "backslashreplace")).hexdigest()

    def get(self, key: str) -> tuple[DocumentReport, tuple[Finding, ...]] | None:
        """What the entry holds, or None."""
        try:
            data = json.loads(self._file(key).read_text("utf-8"))
            return _document(data["document"]), tuple(_finding(f) for f in data["findings"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, document: DocumentReport, findings: tuple[Finding, ...]) -> None:
        """Remember what a document gave."""
        file = self._file(key)
        data = {"document": _plain(document), "findings": [_plain(f) for f in findings]}
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            tag = self.folder / "CACHEDIR.TAG"
            if not tag.exists():
                tag.write_text(_TAG, "utf-8")
            handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(data, out)  # all ASCII: a path may hold what UTF-8 cannot
            Path(name).replace(file)
        except OSError:
            return  # read-only home, full disk: the run itself is not harmed

    def prune(self) -> None:
        """Drop the oldest entries beyond the bound."""
        entries = list(self.folder.glob("??/*.json"))
        if len(entries) <= MOST_ENTRIES:
            return
        for _, file in sorted((_age(file), file) for file in entries)[: len(entries) - MOST_ENTRIES]:
            file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def clean(folder: Path) -> int:
    """Remove all entries of a cache folder; how many there were. A folder that is no cache of ours is left alone."""
    if not (folder / "CACHEDIR.TAG").is_file():
        return 0
    entries = [*folder.glob("??/*.json"), *folder.glob("??/*.tmp")]
    for file in entries:
        file.unlink(missing_ok=True)
    for sub in folder.glob("??"):
        if sub.is_dir() and not any(sub.iterdir()):
            sub.rmdir()
    (folder / "CACHEDIR.TAG").unlink(missing_ok=True)
    return len(entries)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _plain(thing: Any) -> Any:
    """Frozen records as dictionaries by field name."""
    if isinstance(thing, (str, int, bool)) or thing is None:
        return thing
    if isinstance(thing, (tuple, list)):
        return [_plain(item) for item in thing]
    if isinstance(thing, Mapping):
        return {key: _plain(value) for key, value in thing.items()}
    return {name: _plain(getattr(thing, name)) for name in type(thing).__dataclass_fields__}


def _document(data: dict[str, Any]) -> DocumentReport:
    sections = tuple(SectionLine(**s) for s in data.pop("sections"))
    facts = tuple(FactLine(**f) for f in data["facts"])
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
    )
