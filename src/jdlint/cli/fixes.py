"""`jdlint check --fix` and `--diff`: what a program may mend is mended in the files, or shown."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.discover import read_source
from jdlint.errors import UsageError
from jdlint.fix.choice import mendings
from jdlint.fix.rounds import Mended, mend
from jdlint.fix.ways import Mode, Ways
from jdlint.load import load_document
from jdlint.load.convert import CONVERTIBLE
from jdlint.model.day import today
from jdlint.model.document import Source
from jdlint.report.look import plural
from jdlint.selection import rulebook_of
from jdlint.whole import write_whole

if TYPE_CHECKING:
    from jdlint.gather import Group
    from jdlint.linter import Linter
    from jdlint.model.finding import Edit, Finding
    from jdlint.model.report import Report

_MARKDOWN = (".md", ".markdown")


def differences(groups: Sequence[Group], reports: Sequence[Report], ways: Ways) -> str:
    """What fixes would change, as unified diffs of the reading texts (of Markdown: of the files)."""
    return "".join([_diff(before, done.source) for before, done in _mended(groups, reports, ways)])


def write_fixes(groups: Sequence[Group], reports: Sequence[Report], ways: Ways, lang: str) -> list[str]:
    """Mend in place what these reports on the groups bring edits for; what to tell of it.

    A file that was changed meanwhile is left alone. Raises UsageError when a file cannot be written, or is a link
    that leads out of the project, and Fault when fixes never come to rest.
    """
    told: list[str] = []
    count = files = 0
    for before, done in _mended(groups, reports, ways):
        if _write_back(before, done.source):
            count, files = count + done.count, files + 1
        elif lang == "ru":
            told.append(f"{before.path}: файл изменился, пока его проверяли, и не исправлен; запустите ещё раз")
        else:
            told.append(f"{before.path}: the file changed while it was checked and was not mended; run again")
    if lang == "ru":
        fixes = plural(count, "замечание", "замечания", "замечаний")
        told.append(f"исправлено: {fixes} ({plural(files, 'файл', 'файла', 'файлов')})")
    else:
        told.append(f"fixed: {count} finding{'s' * (count != 1)} ({files} file{'s' * (files != 1)})")
    return told


def _mended(groups: Sequence[Group], reports: Sequence[Report], ways: Ways) -> Iterator[tuple[Source, Mended]]:
    """Each document that can be mended, as it is and as it becomes."""
    from jdlint.linter import Linter

    for group, report in zip(groups, reports, strict=True):
        due = {f.place.path for f in report.findings if mendings([f], report.rules, unsafe=ways.unsafe)}
        if not due:
            continue
        settings = replace(group.settings, cache=None)
        linter = Linter(rulebook_of(settings), settings, settings.as_of or today())
        find = partial(_found, linter, _taken_out(report))
        write = partial(_written, ways.mode, linter.as_of)
        for item in group.sources:
            path = item.path if isinstance(item, Source) else item.as_posix()
            if path in due and Path(path).suffix.lower() not in CONVERTIBLE:
                source = item if isinstance(item, Source) else read_source(item)
                done = mend(source, find, write, report.rules, unsafe=ways.unsafe)
                if done.count:
                    yield source, done


def _taken_out(report: Report) -> frozenset[tuple[str, str]]:
    """What the report says of suppressions that are not needed: the words of each, and what is left of them."""
    from jdlint.finish import UNUSED

    return frozenset((edit.old, edit.new) for f in report.findings if f.code == UNUSED for edit in f.edits)


def _diff(before: Source, after: Source) -> str:
    old, new = (load_document(source).text.splitlines(keepends=True) for source in (before, after))
    lines = difflib.unified_diff(old, new, before.path, after.path)
    return "".join([line if line.endswith("\n") else f"{line}\n" for line in lines])


def _write_back(before: Source, after: Source) -> bool:
    """Put the mended document in place of the old one; False when that has been changed meanwhile."""
    path = Path(before.path)
    target = path.resolve() if path.is_symlink() else path
    if path.is_symlink() and not target.is_relative_to(_project()):
        raise UsageError(
            f"{path}: это ссылка на файл вне проекта; исправьте сам файл: {target}",
            f"{path}: this is a link to a file outside of the project; mend that file itself: {target}",
        )
    try:
        if target.read_bytes() != before.data:
            return False
        write_whole(target, after.data)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"не записать {path}: {why}", f"cannot write {path}: {why}") from error
    return True


def _project() -> Path:
    """The root of the repository that the current folder is in, or that folder."""
    here = Path.cwd().resolve()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _found(linter: Linter, taken_out: frozenset[tuple[str, str]], source: Source) -> Sequence[Finding]:
    """What one document gives by itself; only the whole report knows which suppressions other documents need."""
    from jdlint.finish import UNUSED, settled

    outcome = linter.lint(source)
    found = settled(outcome.document, outcome.findings, linter.selection, linter.world)
    return [f for f in found if f.code != UNUSED or all((e.old, e.new) in taken_out for e in f.edits)]


def _written(mode: Mode, as_of: dt.date, source: Source, edits: Sequence[Edit]) -> bytes:
    if Path(source.path).suffix.lower() in _MARKDOWN:
        from jdlint.fix import markdown

        return markdown.mended(source, edits)
    from jdlint.fix import docx

    return docx.mended(source, edits, mode, as_of)
