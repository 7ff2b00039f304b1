"""What becomes of findings once all have been found: those allowed in the documents, those accepted before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from jdlint.baseline import marked, read_baseline, stale
from jdlint.check.engine import Told, World, placed_findings
from jdlint.model.baseline import Accepted
from jdlint.model.finding import Finding
from jdlint.model.project import name_in
from jdlint.model.report import DocumentReport
from jdlint.record import record
from jdlint.selection import Selection, former_word, former_words, present_code
from jdlint.suppress import settle

UNUSED, REASONLESS, UNKNOWN = "DOC003", "DOC004", "DOC005"


@record
class Finished:
    """All findings in order; entries of the baseline for which there are none any more; and sentences (ru, en) that
    the user ought to read.
    """

    findings: tuple[Finding, ...]
    stale: tuple[Accepted, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()


def finish(
    documents: Sequence[DocumentReport], findings: Iterable[Finding], selection: Selection, world: World
) -> Finished:
    """Settle what was found in these documents. RulebookError and UsageError as `read_baseline` raises them."""
    rulebook, settings = selection.rulebook, selection.settings
    found: dict[str, list[Finding]] = {document.path: [] for document in documents}
    for finding in findings:
        found[finding.place.path].append(finding)
    done = [f for d in documents for f in settled(d, found[d.path], selection, world)]
    done.sort(key=lambda f: f.order)
    gone: tuple[Accepted, ...] = ()
    if settings.baseline:
        entries = read_baseline(settings.baseline)
        done = marked(done, entries)
        ran = {name_in(settings.root, d.path): selection.choice(d.path).codes for d in documents if d.read}
        gone = stale(entries, done, ran, rulebook.renamed, settings.root)
    notices = [*former_words(rulebook, settings), *(_of_encoding(d) for d in documents if d.encoding)]
    for document in documents:
        for suppression in document.suppressions:
            for word in suppression.words:
                notices += former_word(rulebook, f"{document.path}:{suppression.place.line}", word)
    return Finished(tuple(done), gone, tuple(dict.fromkeys(notices)))


def _of_encoding(document: DocumentReport) -> tuple[str, str]:
    path, name = document.path, document.encoding.upper()
    return (
        f"{path}: текст прочитан в кодировке {name}; сохраните файл в UTF-8, чтобы его верно читали все",
        f"{path}: the text was read as {name}; save the file in UTF-8 so that everybody reads it right",
    )


def settled(document: DocumentReport, findings: Sequence[Finding], selection: Selection, world: World) -> list[Finding]:
    """All findings about one document with its suppressions applied, and those about the suppressions, in order."""
    if not document.suppressions:
        return list(findings)
    rules = {rule.code: rule for rule in selection.choice(document.path).rules}
    done = settle(findings, document.suppressions, partial(present_code, selection.rulebook), rules)
    told: list[Told] = []
    for code, defects in ((UNUSED, done.unused), (UNKNOWN, done.unknown)):
        told += [(rules[code], s.place, {"codes": words}, ()) for s, words in defects if code in rules]
    if REASONLESS in rules:
        told += [(rules[REASONLESS], s.place, {"codes": s.words}, ()) for s in done.reasonless]
    return sorted([*done.findings, *placed_findings(told, world)], key=lambda f: f.order)
