"""What other programs may rely on: documents in, a `Report` out, and the report as text.

JdlintError says what is wrong with the call, the settings or the rules. A document that cannot be read is a finding
(DOC001), a failure of ours stands in `Report.faults`: neither raises.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from jdlint.discover import common_folder, discover, find_settings
from jdlint.errors import UsageError
from jdlint.gather import Group, grouped, project_settings
from jdlint.lint import lint
from jdlint.marked import did_you_mean
from jdlint.model.day import today
from jdlint.model.document import Source
from jdlint.model.report import Report, joined
from jdlint.report import FORMATS, reporter
from jdlint.report.look import Look
from jdlint.selection import rulebook_of
from jdlint.settings import Settings

AnyPath = str | os.PathLike[str]


def lint_paths(paths: Iterable[AnyPath], settings: Settings | AnyPath | None = None, *, texts: bool = False) -> Report:
    """Check files and folders (walked as `jdlint check` walks them).

    `settings` are a settings file or settings made in Python; without them the file nearest to each document
    counts. Nothing is remembered between calls unless `settings.cache` names a folder. With `texts` the report
    brings the documents as they read, which the HTML page shows.
    """
    names = [os.fspath(path) for path in paths]
    start = common_folder(names)
    told = _settings(settings, start)
    found = discover(names, exclude=told.exclude, root=told.root)
    groups = [Group(told, tuple(found))]
    if settings is None and found:
        groups = grouped(found, find_settings(start), project_settings, named=tuple(map(Path, names)))
    return joined([_linted(group, texts=texts) for group in groups])


def lint_text(
    text: str, name: str = "text.md", settings: Settings | AnyPath | None = None, *, texts: bool = False
) -> Report:
    """Check a job description in Markdown; `name` is what findings call it.

    Without `settings` the defaults count, whatever files lie about. `texts` as for `lint_paths`.
    """
    if PurePath(name).suffix.lower() not in (".md", ".markdown"):
        raise UsageError(
            f"lint_text читает Markdown, а имя другое: {name}", f"lint_text reads Markdown, but the name is {name}"
        )
    told = Settings() if settings is None else _settings(settings, Path())
    return _linted(Group(told, (Source(PurePath(name).as_posix(), text.encode()),)), texts=texts)


def render(report: Report, format: str = "full", *, lang: str = "ru", color: bool = False, width: int = 100) -> str:  # noqa: A002 the word of the command line
    """The report in one of the formats of `--output-format`; `color` and `width` are for those read in a terminal.

    "html" shows the documents themselves only where the report was made with `texts`.
    """
    if format not in FORMATS:
        hint_ru, hint_en = did_you_mean(format, FORMATS)
        raise UsageError(f"нет такого вида отчёта: «{format}»{hint_ru}", f"no such format: “{format}”{hint_en}")
    return reporter(format)(report, Look(lang, color, width=width))


def _linted(group: Group, *, texts: bool) -> Report:
    settings = group.settings
    return lint(group.sources, rulebook_of(settings), settings, as_of=settings.as_of or today(), texts=texts)


def _settings(settings: Settings | AnyPath | None, start: Path) -> Settings:
    if isinstance(settings, Settings):
        return settings
    return project_settings(start, Path(settings) if settings is not None else None)
