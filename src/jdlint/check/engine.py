"""Rules × reading → findings: severity and place are given here and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from jdlint.check.abroad import foreign
from jdlint.check.blank import check_blank
from jdlint.check.cite import check_cite
from jdlint.check.coverage import Reader
from jdlint.check.find import check_find
from jdlint.check.follow import check_follow
from jdlint.check.identity import fingerprinted
from jdlint.check.measure import check_measure
from jdlint.check.mend import edits_of, unallowed
from jdlint.check.refer import check_refer
from jdlint.check.repeat import check_repeat
from jdlint.check.require import check_require
from jdlint.errors import Fault, JdlintError
from jdlint.model.document import Document
from jdlint.model.finding import Finding, Hit, Place, Severity, Value
from jdlint.model.kind import Cite, Fill, Find, Follow, Measure, Refer, Repeat, Require
from jdlint.model.reading import Reading, Token
from jdlint.model.rule import Mend, Rule
from jdlint.model.span import Lines, Places, Span
from jdlint.model.standard import Standard
from jdlint.record import record

LONGEST_TITLE = 200
_Point = tuple[int, int]


def _unread(_text: str) -> tuple[Token, ...]:
    """Where nothing reads the standards, they say nothing."""
    return ()


@record
class World:
    """What rules know beyond the document: the register and the day it is asked for, the vocabulary, the severities
    that settings give (in sections of some roles others), the folder from which the project names its files, the
    user's standards, the former codes of rules, and what reads the words of a standard.
    """

    acts: Mapping[str, Any]
    register: Mapping[str, Any]
    vocabulary: Mapping[str, Any]
    as_of: dt.date
    severities: Mapping[str, Severity] = field(default_factory=dict)
    root: Path | None = None
    standards: tuple[Standard, ...] = ()
    former: Mapping[str, str] = field(default_factory=dict)
    read: Reader = _unread
    part_severities: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)

    def severity(self, rule: Rule, section: str) -> Severity:
        """How severe a finding of that rule is in a section of that role."""
        return self.part_severities.get(section, self.severities).get(rule.code, rule.severity)


def check(reading: Reading, rules: Sequence[Rule], world: World) -> list[Finding]:
    """All findings of these rules in one job description, in the order of the text; their identities are the file's
    to give, which may hold several descriptions.

    Raises Fault naming the rule and the document when a rule's own code fails.
    """
    lines = Lines(reading.outline.document.text)
    found: list[Finding] = []
    for rule in rules:
        try:
            found.extend(_finding(rule, hit, reading, lines, world) for hit in _hits(rule, reading, world))
        except JdlintError:
            raise
        except Exception as error:
            path = reading.outline.document.path
            raise Fault(
                f"{path}: сбой правила {rule.code}: {type(error).__name__}: {error}",
                f"{path}: rule {rule.code} failed: {type(error).__name__}: {error}",
            ) from error
    return sorted(_without_weaker(found, rules), key=lambda f: f.order)


def _without_weaker(found: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Drop findings at whose place a rule that says it better has one too."""
    yields = {rule.code: rule.yields for rule in rules if rule.yields}
    said: dict[str, list[tuple[_Point, _Point]]] = {}
    for finding in found:
        said.setdefault(finding.code, []).append(_extent(finding))
    better = {code: Places(e for stronger in codes for e in said.get(stronger, ())) for code, codes in yields.items()}
    return [f for f in found if f.code not in better or not better[f.code].overlap(*_extent(f))]


def _extent(finding: Finding) -> tuple[_Point, _Point]:
    place = finding.place
    return (place.line, place.column), (place.end_line, place.end_column)


def _hits(rule: Rule, reading: Reading, world: World) -> Iterator[Hit]:
    match rule.options:
        case Find() as options:
            if not (options.domestic and foreign(reading, world.register.get("foreign", {}))):
                yield from check_find(options, reading, rule.roles)
        case Require() as options:
            yield from check_require(options, reading, rule.roles, world.vocabulary)
        case Measure() as options:
            yield from check_measure(options, reading, rule.roles, world.vocabulary)
        case Fill() as options:
            yield from check_blank(options, reading, rule.roles)
        case Repeat() as options:
            yield from check_repeat(options, reading, world.vocabulary)
        case Cite() as options:
            yield from check_cite(options, reading, world.acts, world.register, world.as_of)
        case Refer() as options:
            yield from check_refer(options, reading, rule.roles)
        case Follow() as options:
            yield from check_follow(options, reading, world.vocabulary, world.register, world.standards, world.read)


def _finding(rule: Rule, hit: Hit, reading: Reading, lines: Lines, world: World) -> Finding:
    place = place_of(hit.span, reading, lines)
    severity = world.severity(rule, place.section)
    if severity is Severity.ERROR and hit.values.get("confidence", "high") != "high":
        severity = Severity.WARNING
    related = tuple(place_of(aside.span, reading, lines) for aside in hit.related)
    values: dict[str, Value] = {
        "match": _read(hit.span, reading.outline.document),
        "quote": place.quote,
        "clause": place.clause,
        "section": place.section,
    }
    values |= {"position": reading.outline.position, **hit.values}
    return Finding(rule.code, severity, place, values, related, edits=edits_of(rule, hit, reading, lines, world))


def _read(span: Span, document: Document) -> str:
    """The words as a reader has them: those of a Markdown file without its markup, unless there is nothing else."""
    words = " ".join(span.of(document.plain).split()) if document.format == "markdown" else ""
    return words or span.of(document.text)


def place_of(span: Span, reading: Reading, lines: Lines) -> Place:
    """A place of a reading as reported; that of an empty span is the beginning of the document."""
    outline = reading.outline
    document = outline.document
    if not len(span):
        return _whole(reading, lines)
    index = outline.block_at(span.start)
    block = outline.block(index) if index >= 0 else None
    clause = outline.clause_at(span.start)
    section = outline.section_at(span.start)
    line, column = lines.place(span.start)
    end_line, end_column = lines.place(span.end)
    return Place(
        document.path,
        line,
        column,
        end_line,
        end_column,
        span.of(document.text),
        _context(index, outline.block_at(span.end - 1), document) if block else span.of(document.text),
        section.role.value if section else "",
        clause.number if clause else "",
        block.anchor if block else "",
        len(document.text[span.start - column + 1 : span.start].encode("utf-8", "surrogatepass")) + 1,
    )


def _context(index: int, last: int, document: Document) -> str:
    """The whole block (all blocks that the place runs through), or the whole row of a table: a cell says nothing."""
    block = document.blocks[index]
    if block.cell is None or block.cell.columns < 2:
        return document.text[block.span.start : document.blocks[max(index, last)].span.end]
    near = document.blocks[max(0, index - 12) : index + 12]
    row = [b.span for b in near if b.cell and (b.cell.table, b.cell.row) == (block.cell.table, block.cell.row)]
    return document.text[row[0].start : row[-1].end]


def _whole(reading: Reading, lines: Lines) -> Place:
    """The place of what is missing from the whole document: its beginning, with the title as context."""
    outline = reading.outline
    line, column = lines.place(outline.span.start)
    title = outline.title.of(outline.document.text)[:LONGEST_TITLE] if outline.title else outline.position
    return Place(outline.document.path, line, column, line, column, "", title)


def document_finding(
    rule: Rule, document: Document | None, path: str, values: Mapping[str, Value], world: World
) -> Finding:
    """A finding about a file as such (unreadable, not a job description): the same one whatever the values say."""
    title = ""
    if document is not None and document.blocks:
        title = document.blocks[0].span.of(document.text)[:LONGEST_TITLE]
    place = Place(path, 1, 1, 1, 1, "", title)
    (found,) = placed_findings([(rule, place, {}, ())], world)
    return replace(found, values={**found.values, **values})


Told = tuple[Rule, Place, Mapping[str, Value], tuple[Place, ...]]


def placed_findings(told: Sequence[Told], world: World) -> list[Finding]:
    """Findings about places that no kind has looked for in a reading, such as the words of a suppression or what other
    documents contradict; the last of each are related places.
    """
    found = []
    for rule, place, values, related in told:
        base = {"match": place.quote, "quote": place.quote, "clause": place.clause, "section": place.section}
        severity = world.severity(rule, place.section)
        codes = values.get("codes", ()) if rule.fix and rule.fix.mend is Mend.UNALLOW else ()
        edits = () if isinstance(codes, str) else unallowed(place, codes)
        found.append(Finding(rule.code, severity, place, {**base, "position": "", **values}, related, edits=edits))
    return fingerprinted(sorted(found, key=lambda f: f.order), world.root, world.former)
