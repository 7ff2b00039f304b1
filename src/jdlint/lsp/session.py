"""What the server keeps warm between two keystrokes: for each settings file its rulebook and its linter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jdlint.cache.shown import Inputs
from jdlint.cache.store import default_folder
from jdlint.discover import find_settings, left_out
from jdlint.errors import JdlintError
from jdlint.gather import project_settings
from jdlint.lint import lint_with
from jdlint.linter import Linter
from jdlint.model.day import today
from jdlint.model.document import Source
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.record import record
from jdlint.selection import rule_folders, rulebook_of
from jdlint.settings import Settings


@record
class Desk:
    """Settings, and the linter made of them and of the rules that they name."""

    settings: Settings
    linter: Linter
    inputs: Inputs

    @property
    def current(self) -> bool:
        """Whether settings, rules and the day are still what the linter was made of."""
        same = self.inputs.settled and self.inputs == _inputs(self.settings)
        return same and self.linter.as_of == (self.settings.as_of or today())


class Session:
    """Desks by settings file, each made anew when it is no longer current. Not for two threads at once."""

    def __init__(self) -> None:
        self._desks: dict[Path | None, Desk] = {}

    def desk(self, path: Path) -> Desk:
        """The desk that a file belongs to; JdlintError when its settings or rules are wrong."""
        file = find_settings(path.parent)
        held = self._desks.get(file)
        if held and held.current:
            return held
        settings = project_settings(path.parent)
        inputs = _inputs(settings)
        linter = Linter(_rulebook(settings), settings, settings.as_of or today())
        self._desks[file] = Desk(settings, linter, inputs)
        return self._desks[file]

    def check(self, path: Path, text: str) -> Report | None:
        """What is found in a document of that path with this text, saved or not; None when settings leave it out.

        The document is looked at alone: comparing it with all others at each pause would make typing wait.
        JdlintError as for `desk`.
        """
        desk = self.desk(path)
        if left_out(path, desk.settings.exclude, desk.settings.root):
            return None
        source = Source(path.as_posix(), text.encode("utf-8", "surrogatepass"))
        return lint_with(desk.linter, [source], alone=True)

    def rulebook(self, path: Path) -> Rulebook:
        """The rules that a rule file at `path` is written among: ours alone while the others are being mended."""
        try:
            return self.desk(path).linter.rulebook
        except JdlintError:
            return _rulebook(Settings())


def _rulebook(settings: Settings) -> Rulebook:
    """The rulebook, compiled once for all programs; drafts of documents are not worth remembering."""
    return rulebook_of(replace(settings, cache=default_folder()))


def _inputs(settings: Settings) -> Inputs:
    return Inputs.of(list(dict.fromkeys([*settings.paths, *rule_folders(settings)])))
