"""What is wrong with one text, in the state that the editor has it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from jdlint.discover import SETTINGS
from jdlint.errors import JdlintError, Mistake, RulebookError
from jdlint.lsp.session import Session
from jdlint.lsp.text import Text
from jdlint.marked import Page
from jdlint.model.day import today
from jdlint.model.finding import Finding
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.prove import prove
from jdlint.record import record
from jdlint.rulebook.parse import read_rule
from jdlint.selection import Selection
from jdlint.settings import read_settings

MARKDOWN = (".md", ".markdown")
YAML = (".yaml", ".yml")
NOT_A_JOB_DESCRIPTION = "DOC002"
_RULE = re.compile(r"^code:.*^(?:message|examples):", re.MULTILINE | re.DOTALL)


@record
class Analysis:
    """Findings in a document, or mistakes in a YAML file, by the rules of `rulebook`.

    `lang` is the language to tell them in. A mistake of another file, on which this text depends, stands at the top.
    `report` is None for what is no document, and for one that could not be looked through or that settings leave out.
    """

    path: Path
    text: Text
    lang: str
    rulebook: Rulebook
    report: Report | None = None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be shown: nothing of what was allowed or accepted, and no word on other kinds of documents."""
        found = self.report.new if self.report else ()
        return tuple(f for f in found if f.code != NOT_A_JOB_DESCRIPTION)


def analyse(session: Session, path: Path, text: Text, lang: str) -> Analysis | None:
    """Look through a text: a job description in Markdown, a settings file or a rule; None for any other.

    The settings may ask for another language than `lang`.
    """
    if path.suffix.lower() in MARKDOWN:
        return _document(session, path, text, lang)
    if path.name == SETTINGS:
        return _settings(session, path, text, lang)
    if path.suffix in YAML and _RULE.search(text.source):
        return _rule(session, path, text, lang)
    return None


def _document(session: Session, path: Path, text: Text, lang: str) -> Analysis:
    try:
        settings = session.desk(path).settings
        report = session.check(path, text.source)
    except JdlintError as error:
        return Analysis(path, text, lang, session.rulebook(path), mistakes=_mistakes(error, path))
    told = settings.lang if "lang" in settings.origins.keys else lang
    faults = tuple(Mistake(path.as_posix(), 1, 1, ru, en) for ru, en in (report.faults if report else ()))
    return Analysis(path, text, told, session.rulebook(path), report, faults)


def _settings(session: Session, path: Path, text: Text, lang: str) -> Analysis:
    rulebook = session.rulebook(path)
    try:
        Selection(rulebook, read_settings(path, text.source)).choice(path.as_posix())
    except JdlintError as error:
        return Analysis(path, text, lang, rulebook, mistakes=_mistakes(error, path))
    return Analysis(path, text, lang, rulebook)


def _rule(session: Session, path: Path, text: Text, lang: str) -> Analysis:
    """The mistakes of a rule file, or when there are none the examples that do not hold."""
    rulebook = session.rulebook(path)
    page = Page(path.as_posix(), text.source)
    rule = read_rule(page, rulebook.acts, rulebook.register)
    if page.mistakes or rule is None:
        return Analysis(path, text, lang, rulebook, mistakes=tuple(page.mistakes))
    among = replace(rulebook, rules={**rulebook.rules, rule.code: rule})
    failures = prove(among, [rule.code], today()).failures
    told = tuple(Mistake(path.as_posix(), failure.line, 1, failure.ru, failure.en) for failure in failures)
    return Analysis(path, text, lang, among, mistakes=told)


def _mistakes(error: JdlintError, path: Path) -> tuple[Mistake, ...]:
    """The mistakes of this file where they stand, those of others at the top with the place that they name."""
    if not isinstance(error, RulebookError):
        return (Mistake(path.as_posix(), 1, 1, error.ru, error.en),)
    here, elsewhere = [], []
    for mistake in error.mistakes:
        if Path(mistake.path).absolute() == path.absolute():
            here.append(mistake)
        else:
            elsewhere.append(Mistake(path.as_posix(), 1, 1, mistake.say("ru"), mistake.say("en")))
    return (*elsewhere, *here)
