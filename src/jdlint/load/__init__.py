"""Source → document: the loader is chosen by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from jdlint.errors import LoadError
from jdlint.model.document import Document, Source


def _markdown(source: Source) -> Document:
    from jdlint.load.markdown import load

    return load(source)


def _docx(source: Source) -> Document:
    from jdlint.load.docx import load

    return load(source)


def _converted(source: Source) -> Document:
    from jdlint.load.convert import converted
    from jdlint.load.docx import load

    return load(converted(source))


LOADERS: dict[str, Callable[[Source], Document]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".docx": _docx,
    ".docm": _docx,
    ".dotx": _docx,
    ".doc": _converted,
    ".odt": _converted,
    ".rtf": _converted,
}


def load_document(source: Source) -> Document:
    """Read a file; raises LoadError when it is not what its name claims."""
    suffix = PurePosixPath(source.path).suffix.lower()
    if not source.data:
        raise LoadError("файл пуст", "the file is empty")
    if suffix not in LOADERS:
        raise LoadError(
            f"формат «{suffix or source.path}» не читается: сохраните документ как .docx или .md",
            f"cannot read “{suffix or source.path}”: save the document as .docx or .md",
        )
    return LOADERS[suffix](source)
