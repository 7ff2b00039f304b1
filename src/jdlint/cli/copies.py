"""`jdlint check --annotate DIR`: copies of the Word files with the findings as comments."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from jdlint.comment import WORD
from jdlint.discover import read_source
from jdlint.errors import LoadError, UsageError, reason_of
from jdlint.load.convert import CONVERTIBLE
from jdlint.model.document import Source
from jdlint.model.report import Report
from jdlint.whole import write_whole

_IGNORE = "# Копии с замечаниями jdlint: их не хранят и не проверяют.\n*\n"


def originals(items: Sequence[Path | Source], folder: str) -> list[Path | Source]:
    """The items without the copies that an earlier run put into `folder`.

    Raises UsageError when a document that is no copy of ours lies there: it could be written over.
    """
    top = Path(folder).resolve()
    out = []
    for item in items:
        if isinstance(item, Source) or not item.resolve().is_relative_to(top):
            out.append(item)
        elif not _is_copy(item):
            raise UsageError(
                f"--annotate {folder}: в этой папке лежит сам документ {item}; назовите другую",
                f"--annotate {folder}: the document {item} itself is in this folder; name another",
            )
    return out


def destinations(items: Sequence[Path | Source], folder: str) -> dict[str, Path]:
    """Where the copy of each Word file goes, by the path of the file; folders below the common one are kept.

    Raises UsageError when something that is no copy of ours stands there already.
    """
    word = [p for item in items if _suffix(p := _path(item)) in WORD | CONVERTIBLE]
    top = os.path.commonpath([Path(p).absolute().parent for p in word]) if word else ""
    out = {}
    for path in word:
        target = Path(folder) / Path(path).absolute().relative_to(top)
        if _suffix(path) in CONVERTIBLE:
            target = target.with_name(f"{target.name}.docx")
        if target.exists() and not _is_copy(target):
            raise UsageError(
                f"--annotate {folder}: {target} уже есть, и это не наша копия; назовите другую папку",
                f"--annotate {folder}: {target} is there already and is no copy of ours; name another folder",
            )
        out[path] = target
    return out


def write_copies(
    items: Sequence[Path | Source], report: Report, folder: str, copies: Mapping[str, Path], lang: str
) -> list[str]:
    """Write the copies to where `destinations` puts them in `folder`; a line for each file that cannot be read.

    Raises UsageError when a copy cannot be written.
    """
    from jdlint.comment import annotated
    from jdlint.load.convert import converted

    told = []
    for path, target in copies.items():
        try:
            source = next(_sources(items, path))
            if _suffix(path) in CONVERTIBLE:
                source = converted(source)
            data = annotated(source, report.about(path), lang)
        except LoadError as error:
            told.append(f"{path}: {'копии нет' if lang == 'ru' else 'no copy'}: {error.say(lang)}")
            continue
        try:
            _check_inside(target, folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            _set_apart(Path(folder))
            write_whole(target, data)
        except OSError as error:
            why = reason_of(error)
            raise UsageError(f"не записать {target}: {why.ru}", f"cannot write {target}: {why.en}") from error
    return told


def _check_inside(target: Path, folder: str) -> None:
    """UsageError when a link leads from the folder of copies to a place outside of it."""
    place = target.parent.resolve()
    if not place.is_relative_to(Path(folder).resolve()):
        raise UsageError(
            f"--annotate {folder}: {target.parent} — ссылка за пределы этой папки; уберите её",
            f"--annotate {folder}: {target.parent} is a link out of this folder; remove it",
        )


def _set_apart(folder: Path) -> None:
    """Let copies be neither committed nor taken for documents of the project."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, _IGNORE.encode())


def _is_copy(path: Path) -> bool:
    from jdlint.comment import is_annotated

    try:
        return is_annotated(read_source(path))
    except LoadError:
        return False


def _sources(items: Sequence[Path | Source], path: str) -> Iterator[Source]:
    for item in items:
        if _path(item) == path:
            yield item if isinstance(item, Source) else read_source(item)


def _path(item: Path | Source) -> str:
    return item.path if isinstance(item, Source) else item.as_posix()


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
