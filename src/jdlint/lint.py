"""A run over many documents: each read once, all compared with each other, a report out."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jdlint.agree import Shelves, across
from jdlint.agree.files import charter_of, files_of
from jdlint.discover import absolute
from jdlint.errors import stop_code
from jdlint.finish import finish
from jdlint.linter import Linter, Outcome, unread
from jdlint.model.collection import Charter, Files, Stated
from jdlint.model.document import Source
from jdlint.model.finding import Finding
from jdlint.model.kind import Agree
from jdlint.model.report import Report
from jdlint.model.rule import Rule, Rulebook
from jdlint.model.times import Times
from jdlint.settings import Settings
from jdlint.version import __version__

ENOUGH_FOR_TWO = 24


def lint(
    sources: Sequence[Path | Source],
    rulebook: Rulebook,
    settings: Settings,
    *,
    as_of: dt.date,
    progress: Callable[[int], None] = lambda done: None,
    times: Times | None = None,
    texts: bool = False,
    partial: bool = False,
) -> Report:
    """Lint the sources in the order given; each is read when its turn comes. The result is the same for any `jobs`.

    Rules across documents compare them with the other documents of the project that the settings belong to.
    `times` gains what each stage took, in all processes together. With `texts` the report brings the documents as
    they read. With `partial` an interrupt ends the reading and not the call: the report tells what was read until
    then, and that it was stopped.
    """
    linter = Linter(rulebook, settings, as_of)
    return lint_with(linter, sources, progress=progress, times=times, texts=texts, partial=partial)


def lint_with(
    linter: Linter,
    sources: Sequence[Path | Source],
    *,
    progress: Callable[[int], None] = lambda done: None,
    times: Times | None = None,
    alone: bool = False,
    texts: bool = False,
    partial: bool = False,
) -> Report:
    """The same with a linter that is kept for the next time; `alone` leaves out rules across documents."""
    times = times or Times()
    rulebook, settings = linter.rulebook, linter.settings
    crossing = [] if alone else _crossing(linter, sources)
    files = files_of(sources, settings) if crossing else None
    outcomes: list[Outcome] = []
    stopped: KeyboardInterrupt | None = None
    try:
        for count, outcome in enumerate(_outcomes(sources, linter, times, texts=texts), 1):
            times.add(outcome.spent)
            outcomes.append(outcome)
            progress(count)
    except KeyboardInterrupt as error:
        if not partial:
            raise
        stopped = error
    with times.of("memory"):
        linter.keep_words()
    if stopped:
        files = None
        outcomes += [Outcome(unread(_path(source))) for source in sources[len(outcomes) :]]
    documents = tuple(o.document for o in outcomes)
    found = [f for o in outcomes for f in o.findings]
    if files:
        charter = charter_of(settings, linter.meanings)
        found += findings_across(linter, outcomes, files, charter, times, crossing)
    done = finish(documents, found, linter.selection, linter.world)
    return Report(
        __version__,
        f"{rulebook.edition} {rulebook.digest[:12]}",
        linter.annotator.engine,
        linter.as_of.isoformat(),
        documents,
        done.findings,
        rulebook.rules,
        rulebook.acts,
        rulebook.vocabulary.get("names", {}),
        tuple(o.fault for o in outcomes if o.fault),
        done.stale,
        done.notices,
        {o.document.path: o.text for o in outcomes if o.text},
        stop_code(stopped) if stopped else 0,
    )


def _path(source: Path | Source) -> str:
    return source.path if isinstance(source, Source) else source.as_posix()


def _crossing(linter: Linter, sources: Sequence[Path | Source]) -> list[Rule]:
    """The rules across documents that settings choose for any of these, by code."""
    names = map(_path, sources)
    chosen = {r.code: r for name in names for r in linter.selection.choice(name).rules}
    return [rule for _, rule in sorted(chosen.items()) if isinstance(rule.options, Agree)]


def findings_across(
    linter: Linter, outcomes: Sequence[Outcome], files: Files, charter: Charter, times: Times, rules: Sequence[Rule]
) -> list[Finding]:
    """Findings in the documents of these outcomes that other documents of the collection give rise to, by facts
    alone; `files` is the collection as it was before the documents were read.
    """

    def read(paths: Sequence[str]) -> Iterator[Stated | None]:
        for outcome in _outcomes([Path(path) for path in paths], linter, times):
            times.add(outcome.spent)
            yield None if outcome.fault else Stated(outcome.digest, outcome.document.facts)

    asked = {absolute(o.document.path): Stated(o.digest, o.document.facts) for o in outcomes if not o.fault}
    with times.of("collection"):
        shelves = Shelves(linter.settings.cache, linter.origin())
        found = across(asked, files, rules, charter, linter.world, shelves, read)
    by_code = {rule.code: rule for rule in rules}
    return [f for one in found if (f := linter.chosen(one, by_code[one.code]))]


def _outcomes(
    sources: Sequence[Path | Source], linter: Linter, times: Times, *, texts: bool = False
) -> Iterator[Outcome]:
    """An outcome for each source, in order; what is remembered is not read again, unless its text is wanted."""
    with times.of("memory"):
        held = [None if texts else linter.remembered(source) for source in sources]
    fresh = _fresh([s for s, outcome in zip(sources, held, strict=True) if outcome is None], linter, times, texts=texts)
    for outcome in held:
        yield outcome or next(fresh)


def _fresh(sources: Sequence[Path | Source], linter: Linter, times: Times, *, texts: bool) -> Iterator[Outcome]:
    jobs = linter.settings.jobs or (min(os.cpu_count() or 1, 4) if len(sources) >= ENOUGH_FOR_TWO else 1)
    if jobs <= 1 or len(sources) < 2:
        yield from (linter.timed(source, text=texts) for source in sources)
        return
    from jdlint.pool import read_by_many

    if sys.platform == "linux":  # where other processes are copies of this one
        # What is imported, compiled and looked up for the first document is so for all of them once.
        first, *sources = sources
        yield linter.timed(first, text=texts)
    yield from read_by_many(sources, linter, jobs, texts=texts)
