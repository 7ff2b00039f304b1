"""A folder of entries: bytes by name, written whole or not at all, never more than a bound."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

MOST_ON_A_SHELF = 80
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of jdlint and may be deleted.\n"
_SUFFIXES = (".json", ".pickle", ".sqlite", ".sqlite-journal", ".tmp")


def default_folder() -> Path:
    """The user's cache folder of this system, never a folder of documents."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "jdlint"


class Store:
    """Entries named `shelf/name.suffix`, each a file of its own that only its owner may read or write.

    An entry that cannot be read is no entry; a store that cannot be written is only slower. A shelf holds no more
    than MOST_ON_A_SHELF entries: the oldest go first. Runs at the same time do no harm to each other.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """What the entry holds; None when there is none, or when somebody else may have written it."""
        try:
            with (self.folder / name).open("rb") as file:
                return file.read() if _is_ours(os.fstat(file.fileno())) else None
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Make or replace an entry."""
        import tempfile  # the path of an unchanged run writes nothing

        from jdlint.whole import private_folder

        file = self.folder / name
        try:
            private_folder(self.folder)
            private_folder(file.parent)
            tag = self.folder / "CACHEDIR.TAG"
            if not tag.exists():
                tag.touch(mode=0o600)
                tag.write_text(_TAG, "utf-8")
            handle, unfinished = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(unfinished).replace(file)
            _prune(file.parent)
        except OSError:
            return  # read-only home, full disk: the run itself is not harmed


def clean(folder: Path) -> int:
    """Remove all entries of a cache folder; how many documents it knew. What is no cache of ours is left alone."""
    from jdlint.lock import locked  # the path of an unchanged run removes nothing

    if not (folder / "CACHEDIR.TAG").is_file():
        return 0
    entries = []
    for shelf in [path for path in folder.iterdir() if path.is_dir()]:
        with locked(shelf):  # a database in use is waited for
            held = [file for file in shelf.glob("*") if file.suffix in _SUFFIXES]
            for file in held:
                file.unlink(missing_ok=True)
        entries += held
        with contextlib.suppress(OSError):  # what is no entry stays, and what another run has put there since
            shelf.rmdir()
    (folder / "CACHEDIR.TAG").unlink(missing_ok=True)
    return sum(len(f.parent.name) == 2 and f.suffix == ".json" for f in entries)


def _is_ours(stat: os.stat_result) -> bool:
    """Whether nobody but this user can have written the file; Windows keeps a user's folders to the user."""
    return os.name == "nt" or (stat.st_uid == os.geteuid() and not stat.st_mode & 0o022)


def _prune(shelf: Path) -> None:
    with os.scandir(shelf) as entries:
        files = [entry.path for entry in entries]
    if len(files) <= MOST_ON_A_SHELF:
        return
    aged = sorted((_age(file), file) for file in files)
    for _, file in aged[: len(files) - MOST_ON_A_SHELF]:
        Path(file).unlink(missing_ok=True)


def _age(file: str) -> float:
    try:
        return os.stat(file).st_mtime  # noqa: PTH116 beside scandir, whose paths are strings
    except OSError:
        return 0.0
