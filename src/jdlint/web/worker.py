"""The check itself, in a process of its own: its memory is bounded by that of one check, and it can be stopped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from jdlint.cache.store import default_folder
from jdlint.comment import WORD, annotated
from jdlint.errors import JdlintError, LoadError
from jdlint.lint import lint_with
from jdlint.linter import Linter
from jdlint.load.convert import CONVERTIBLE, converted
from jdlint.model.day import today
from jdlint.model.document import Source
from jdlint.model.report import Report
from jdlint.report import reporter
from jdlint.report.html import page
from jdlint.report.look import Look
from jdlint.selection import rulebook_of
from jdlint.settings import Settings
from jdlint.web.answer import Answer, File
from jdlint.web.wording import WORDS

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The date of entries in an archive; the first that the format knows.
_NO_DATE = (1980, 1, 1, 0, 0, 0)

_held: list[Linter] = []


def begin(settings: Settings) -> None:
    """Make everything ready for the first check."""
    _linter(settings).annotator.start()


def check(sources: Sequence[Source], settings: Settings, lang: str) -> Answer | tuple[str, str]:
    """Compare the files as a collection of their own; where the settings are wrong, what is wrong (ru, en)."""
    try:
        report = lint_with(_linter(settings), sources, texts=True)
    except JdlintError as error:
        return error.ru, error.en
    say, look = WORDS[lang], Look(lang)
    copies = list(_copies(sources, report, lang))
    files = [
        File(f"jdlint {say['report']}.html", "text/html; charset=utf-8", reporter("html")(report, look).encode()),
        File(f"jdlint {say['report']}.json", "application/json", reporter("json")(report, look).encode()),
        *copies,
    ]
    if len(copies) > 1:
        files.append(File(f"jdlint {say['copies']}.zip", "application/zip", _packed(copies)))
    return Answer(page(report, look, actions(files, lang)), tuple(files))


def actions(files: Sequence[File], lang: str) -> str:
    """What the page of a report offers: the files, and to go on."""
    from jdlint.report.html.safe import flat

    say = WORDS[lang]
    links = [f'<a class="button" href="files/{n}" download>{flat(file.name)}</a>' for n, file in enumerate(files)]
    again = f'<a class="button" href="../../?lang={lang}">{say["again"]}</a>'
    return (
        f'<nav class="actions" aria-label="{say["take"]}">{again} <span>{say["take"]}:</span> {" ".join(links)}</nav>'
    )


def _linter(settings: Settings) -> Linter:
    """The linter of this process, made anew when the day has changed."""
    day = settings.as_of or today()
    if not _held or _held[0].as_of != day:
        # The rules are no documents: they may be remembered as for any other command.
        _held[:] = [Linter(rulebook_of(replace(settings, cache=default_folder())), settings, day)]
    return _held[0]


def _copies(sources: Sequence[Source], report: Report, lang: str) -> Iterator[File]:
    """The Word files with comments; none of what could not be read."""
    for source in sources:
        path = PurePosixPath(source.path)
        kind = path.suffix.lower()
        if kind not in WORD | CONVERTIBLE:
            continue
        try:
            data = annotated(converted(source) if kind in CONVERTIBLE else source, report.about(source.path), lang)
        except LoadError:
            continue  # the report tells why: it is a finding
        suffix = ".docx" if kind in CONVERTIBLE else path.suffix
        yield File(f"{path.stem} ({WORDS[lang]['findings']}){suffix}", _DOCX, data)


def _packed(files: Sequence[File]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name, _NO_DATE), file.data)
    return out.getvalue()
