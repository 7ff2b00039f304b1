"""The stages for one document, in their order: a source in, an outcome out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from jdlint.annotate import Annotator
from jdlint.budget import spared, within
from jdlint.cache.outcome import Cache
from jdlint.cache.ready import ready_answers
from jdlint.cache.stamp import code_stamp
from jdlint.cache.words import WordMemory
from jdlint.check.coverage import covered, followed_functions, foreign
from jdlint.check.engine import World, check, document_finding
from jdlint.check.identity import fingerprinted
from jdlint.check.normal import written
from jdlint.check.predication import meaning_of
from jdlint.check.stated import fact_lines
from jdlint.check.words import words_of
from jdlint.discover import read_source
from jdlint.errors import Fault, JdlintError, LimitError, LoadError
from jdlint.facts import with_facts
from jdlint.facts.power import powers_needed
from jdlint.load import load_document
from jdlint.load.markdown import parse
from jdlint.model.coverage import Coverage
from jdlint.model.document import Document, Source
from jdlint.model.finding import Finding, Value
from jdlint.model.kind import Agree
from jdlint.model.outline import Outline
from jdlint.model.packed import Packed
from jdlint.model.project import name_in
from jdlint.model.reading import Reading
from jdlint.model.report import DocumentReport, FactLine, SectionLine
from jdlint.model.rule import Rule, Rulebook
from jdlint.model.span import Lines
from jdlint.model.standard import GeneralFunction, Standard
from jdlint.model.suppression import Suppression
from jdlint.model.times import Spent, Times
from jdlint.record import record
from jdlint.segment import segment
from jdlint.selection import Selection, present_code, severities
from jdlint.settings import Settings
from jdlint.standard.shelf import standards_in
from jdlint.suppress import find_suppressions
from jdlint.version import __version__

UNREADABLE = "DOC001"
NOT_A_JOB_DESCRIPTION = "DOC002"
TOO_COSTLY = "DOC006"
ENOUGH_FOR_TWO = 24


@record
class Outcome:
    """What one file gave; `spent` is what the stages took since the outcome before. `digest` is that of its bytes, ""
    when they could not be read. `text` is the document as it reads, where that was asked for.
    """

    document: DocumentReport
    findings: tuple[Finding, ...] = ()
    fault: tuple[str, str] | None = None
    spent: Spent = field(default_factory=dict)
    digest: str = ""
    text: Document | None = None


class Linter:
    """One rulebook, one selection, one day: reads documents and finds; keeps the language engine warm.

    `standards` are known where settings name no folder of them.
    """

    def __init__(
        self, rulebook: Rulebook, settings: Settings, as_of: dt.date, standards: tuple[Standard, ...] = ()
    ) -> None:
        self.rulebook = rulebook
        self.settings = settings
        self.as_of = as_of
        self.selection = Selection(rulebook, settings)
        self._words = WordMemory(settings.cache) if settings.cache else None
        self.annotator = self._annotator()
        self.times = Times()
        self.standards = standards_in(settings.standards) if settings.standards else standards
        former = {new: old for old, new in sorted(rulebook.renamed.items(), reverse=True) if old.isupper()}
        self.world = World(
            rulebook.acts,
            rulebook.register,
            rulebook.vocabulary,
            as_of,
            severities(rulebook, settings),
            settings.root,
            self.standards,
            former,
            self.annotator.tokens,
        )
        self._cache = Cache(settings.cache, self._run()) if settings.cache else None

    def _annotator(self) -> Annotator:
        return Annotator(self.rulebook.vocabulary, self._words.recall if self._words else ready_answers)

    def _run(self) -> Mapping[str, Any]:
        """All that findings depend on besides the document and what settings say of it."""
        return {
            **self.origin(),
            "sections": self.settings.sections,
            "profile": self.settings.profile,
            "as_of": self.as_of.isoformat(),
        }

    def origin(self) -> Mapping[str, Any]:
        """All that the facts of a document depend on besides it."""
        return {
            "version": __version__,
            "code": code_stamp(),
            "engine": self.annotator.engine,
            "rulebook": self.rulebook.digest,
            "assume": self.settings.assume_job_description,
            "standards": hashlib.sha256(repr(self.standards).encode()).hexdigest(),
        }

    def remembered(self, item: Path | Source) -> Outcome | None:
        """What an earlier run made of the very same file, or None."""
        if self._cache is None:
            return None
        try:
            source = item if isinstance(item, Source) else read_source(item)
        except LoadError:
            return None
        held = self._cache.get(self._cache.key(self._known(source), source.digest))
        return Outcome(*held, digest=source.digest) if held else None

    def outlines(self, document: Document) -> tuple[Outline, ...]:
        """The job descriptions of a document."""
        with self.times.of("segment"):
            return segment(document, self.rulebook.vocabulary, self.annotator.name)

    def read(self, outline: Outline) -> Reading:
        """An outline with tokens and facts."""
        if not self.annotator.is_started:
            with self.times.of("engine"), spared():
                self.annotator.start()
        with self.times.of("annotate"):
            reading = self.annotator.annotate(outline)
        with self.times.of("facts"):
            return with_facts(reading, self.rulebook.vocabulary, self.rulebook.acts, self.standards)

    def coverage(self, reading: Reading, standard: Standard, functions: Sequence[GeneralFunction] = ()) -> Coverage:
        """What of these functions a document carries; of those that it follows where none are named, else of all."""
        vocabulary, read = self.rulebook.vocabulary, self.annotator.tokens
        chosen = tuple(functions) or followed_functions(reading, standard) or standard.functions
        actions = [action for general in chosen for labour in general.functions for action in labour.actions]
        clauses = [self.annotator.duty(action) for action in actions]
        return Coverage(
            reading.outline.document.path,
            reading.outline.position,
            standard,
            chosen,
            tuple(covered(reading, chosen, vocabulary, read)),
            tuple(foreign(reading, [standard], vocabulary, read)),
            tuple((name, actions[i]) for name, i, _ in powers_needed(reading.outline, clauses, vocabulary)),
        )

    def check(self, reading: Reading, rules: Sequence[Rule]) -> list[Finding]:
        """Findings of these rules in one reading, of the severities that settings give to its file."""
        choice = self.selection.choice(reading.outline.document.path)
        world = replace(self.world, severities=choice.levels, part_severities=choice.part_levels)
        with self.times.of("check"):
            return check(reading, rules, world)

    def lint(self, item: Path | Source, *, text: bool = False) -> Outcome:
        """Everything about one file; not to be readable or too costly is a finding, a failure of ours a fault.

        With `text` the outcome brings the document as it reads, and what is remembered of it is not found out anew.
        """
        path = item.path if isinstance(item, Source) else item.as_posix()
        try:
            with within(self.settings.limits):
                source = item if isinstance(item, Source) else read_source(item)
                held = self.remembered(source) if text else None
                with self.times.of("load"):
                    document = load_document(source)
                outcome = held or replace(self._lint(document), digest=source.digest)
            outcome = held or self._kept(source, outcome)
            return replace(outcome, text=document) if text else outcome
        except LimitError as error:
            # What was being made when it was broken off may be half made, and is not to be used for the next document.
            self.annotator = self._annotator()
            self.world = replace(self.world, read=self.annotator.tokens)
            return self._unread(TOO_COSTLY, path, error)
        except LoadError as error:
            return self._unread(UNREADABLE, path, error)
        except Fault as fault:
            return Outcome(unread(path), fault=(fault.ru, fault.en))
        except JdlintError:
            raise
        except Exception as error:  # a defect of ours in one document must not stop the others
            why = f"{type(error).__name__}: {error}"
            return Outcome(unread(path), fault=(f"{path}: внутренний сбой: {why}", f"{path}: internal failure: {why}"))

    def _unread(self, code: str, path: str, error: LoadError) -> Outcome:
        values: dict[str, Value] = {"missing": error.say(self.settings.lang)}
        return Outcome(unread(path), tuple(self._about_file(code, None, path, values)))

    def keep_words(self) -> None:
        """Remember what was learned of words."""
        if self._words and self.annotator.morphology.answers is not None:
            self._words.keep(self.annotator.morphology.answers)

    def timed(self, item: Path | Source, *, text: bool = False) -> Outcome:
        """The same as `lint`, with what each stage took."""
        return replace(self.lint(item, text=text), spent=self.times.take())

    def _kept(self, source: Source, outcome: Outcome) -> Outcome:
        if self._cache:
            with self.times.of("memory"):
                self._cache.put(self._cache.key(self._known(source), source.digest), outcome.document, outcome.findings)
        return outcome

    def _known(self, source: Source) -> dict[str, Any]:
        """What findings depend on besides the run and the content: the names of the file, its rules and severities."""
        names = {"path": source.path, "name": name_in(self.settings.root, source.path)}
        return names | self.selection.choice(source.path).plain()

    def _lint(self, document: Document) -> Outcome:
        lines = Lines(document.text)
        outlines = [o for o in self.outlines(document) if o.is_job_description or self.settings.assume_job_description]
        if not outlines:
            told = self._about_file(NOT_A_JOB_DESCRIPTION, document, document.path, {"missing": "job-description"})
            allowed = tuple(self._allowed_for_others(document))
            return Outcome(
                DocumentReport(
                    document.path, document.format, "", read=True, suppressions=allowed, encoding=document.encoding
                ),
                tuple(told),
            )
        choice = self.selection.choice(document.path)
        rules = [r for r in choice.rules if r.code[:3] != "DOC" and not isinstance(r.options, Agree)]
        findings: list[Finding] = []
        facts: list[FactLine] = []
        for outline in outlines:
            reading = self.read(outline)
            facts.extend(fact_lines(reading, lines, words_of(self.rulebook.vocabulary)))
            findings += [f for f in self.check(reading, rules) if choice.takes(f.code, f.place.section)]
        sections = tuple(
            SectionLine(s.role.value, s.heading, lines.line(s.span.start)) for o in outlines for s in o.sections
        )
        report = DocumentReport(
            document.path,
            document.format,
            outlines[0].position,
            read=True,
            sections=sections,
            facts=Packed(facts),
            suppressions=find_suppressions(document, outlines),
            encoding=document.encoding,
        )
        findings.sort(key=lambda f: f.order)
        return Outcome(report, tuple(fingerprinted(findings, self.world.root, self.world.former)))

    def _allowed_for_others(self, document: Document) -> Iterator[Suppression]:
        """Of the suppressions of a file that is no job description only what allows it not to be one: the rest may
        be words about suppressions.
        """
        for suppression in find_suppressions(document, ()):
            words = tuple(w for w in suppression.words if present_code(self.rulebook, w) == NOT_A_JOB_DESCRIPTION)
            if words and suppression.reason and suppression.whole:
                yield replace(suppression, words=words)

    def chosen(self, finding: Finding, rule: Rule) -> Finding | None:
        """The finding as severe as settings have it for its file; None where they leave its rule out."""
        choice = self.selection.choice(finding.place.path)
        if rule.code not in choice.codes or not choice.takes(rule.code, finding.place.section):
            return None
        world = replace(self.world, severities=choice.levels, part_severities=choice.part_levels)
        return replace(finding, severity=world.severity(rule, finding.place.section))

    def meanings(self, duties: Sequence[str]) -> list[str]:
        """The normal forms of duties that stand in no document."""
        items = "".join(f"- {duty}\n" for duty in duties)
        document = parse("", f"# Должностная инструкция\n\n## Должностные обязанности\n\n{items}")
        reading, words = self.read(self.outlines(document)[0]), words_of(self.rulebook.vocabulary)
        return [written(meaning_of(reading.tokens_in(f.span), words)) for f in reading.facts if f.kind == "duty"]

    def _about_file(
        self, code: str, document: Document | None, path: str, values: Mapping[str, Value]
    ) -> Iterator[Finding]:
        choice = self.selection.choice(path)
        rule = next((r for r in choice.rules if r.code == code), None)
        if rule is not None and choice.takes(code, ""):
            yield document_finding(rule, document, path, values, replace(self.world, severities=choice.levels))


def unread(path: str) -> DocumentReport:
    """What is told of a file of which nothing is known."""
    return DocumentReport(path, "markdown" if path.lower().endswith((".md", ".markdown")) else "docx", "", read=False)
