"""The engine gives findings their severity, their place and an identity that outlives moved lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from jdlint.check.engine import World, check, document_finding, placed_findings
from jdlint.check.identity import fingerprinted
from jdlint.errors import Fault, UsageError
from jdlint.facts.citation import citations
from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.finding import Finding, Place, Safety, Severity
from jdlint.model.kind import Cite, Find, Pattern, Require
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.rule import Basis, FixNote, Mend, Rule
from jdlint.rulebook.phrase import parse_phrase

Read = Callable[[str], Reading]
TEXT = """\
# Должностная инструкция боцмана

## 1. Общие положения

1.1. Чинит ржавый якорь.

## 2. Обязанности

2.1. Чистит
ржавый якорь.

| Что | Сколько |
|-----|---------|
| ржавый якорь | два |
"""


def rule(code: str, *phrases: str, severity: Severity = Severity.ERROR, **more: object) -> Rule:
    """A rule that finds these phrases."""
    texts: Mapping[str, str] = {"ru": "«{match}»", "en": "“{match}”"}
    basis = (Basis("method", text={"ru": "Опыт", "en": "Experience"}),)
    options = Find(tuple(map(parse_phrase, phrases)))
    made = Rule(code, code.lower(), severity, "0.1", texts, texts, basis, "find", options, texts, ())
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def world(linter: Linter) -> World:
    """What the real rulebook knows."""
    book = linter.rulebook
    return World(book.acts, book.register, book.vocabulary, dt.date(2026, 11, 22))


def findings(read: Read, world: World, text: str, *rules: Rule) -> list[Finding]:
    """All findings of these rules in the text, with their identities."""
    return fingerprinted(check(read(text), rules or (rule("ZZZ001", "ржавый якорь"),), world), None, {})


def test_place(read: Read, world: World) -> None:
    """Line, column, section, clause, anchor, quotation and its whole block; the row of a table for a cell."""
    first, second, third = (f.place for f in findings(read, world, TEXT))

    assert (5, 12, 5, 24) == (first.line, first.column, first.end_line, first.end_column)
    assert ("general", "1.1", "5") == (first.section, first.clause, first.anchor)
    assert ("ржавый якорь", "1.1. Чинит ржавый якорь.") == (first.quote, first.context)
    assert (10, 1, "2.1", "9") == (second.line, second.column, second.clause, second.anchor)
    assert "2.1. Чистит\nржавый якорь." == second.context
    assert (14, 3, "14:1") == (third.line, third.column, third.anchor)
    assert "ржавый якорь | два" == third.context


def test_what_is_missing_stands_at_the_beginning(read: Read, world: World) -> None:
    """A finding without a place is told at line 1 with the title as its context."""
    missing = replace(rule("ZZZ001"), options=Require("phrase", phrases=(parse_phrase("шлюпка"),)))
    (place,) = (f.place for f in findings(read, world, TEXT, missing))

    assert (1, 1, 1, 1, "") == (place.line, place.column, place.end_line, place.end_column, place.quote)
    assert "Должностная инструкция боцмана" == place.context


def test_fingerprint_survives_moved_lines(read: Read, world: World) -> None:
    """New paragraphs, renumbered clauses elsewhere and wrapped lines leave the identity as it was."""
    moved = TEXT.replace("## 1.", "Введена в мае.\n\n## 1.").replace("ржавый якорь.\n\n##", "ржавый\nякорь.\n\n##")
    before, after = findings(read, world, TEXT), findings(read, world, moved)

    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    assert [f.place.line for f in before] != [f.place.line for f in after]
    assert 3 == len({f.fingerprint for f in before})


def test_fingerprint_tells_apart(read: Read, world: World) -> None:
    """Another rule, another section, other words and a twin have identities of their own."""
    twins = findings(read, world, TEXT.replace("1.1. Чинит ржавый якорь.", "Ржавый якорь.\n\nРжавый якорь."))
    other = findings(read, world, TEXT, rule("ZZZ002", "ржавый якорь"))

    assert 4 == len({f.fingerprint for f in twins})
    assert not {f.fingerprint for f in findings(read, world, TEXT)} & {f.fingerprint for f in other}


def test_order(read: Read, world: World) -> None:
    """Findings stand in the order of the text, then of the codes, whatever the order of the rules."""
    rules = rule("ZZZ002", "ржавый якорь"), rule("ZZZ001", "ржавый якорь")
    told = [(f.place.line, f.code) for f in findings(read, world, TEXT, *rules)]

    assert sorted(told) == told
    assert told == [(f.place.line, f.code) for f in findings(read, world, TEXT, *reversed(rules))]


def test_severity_may_be_overridden(read: Read, world: World) -> None:
    """Settings give a rule another severity; without them it has its own."""
    milder = replace(world, severities={"ZZZ001": Severity.INFO})

    assert {Severity.ERROR} == {f.severity for f in findings(read, world, TEXT)}
    assert {Severity.INFO} == {f.severity for f in findings(read, milder, TEXT)}


def test_doubt_makes_no_error(read: Read, world: World) -> None:
    """What rests on a register entry of less than high confidence is at most a warning."""
    act = {
        "kind": "приказ",
        "issuer": "Минтруд России",
        "number": "77н",
        "date": "2001-01-01",
        "id": "anchor-order",
        "title": {"ru": "О якорях"},
        "status": "repealed",
        "since": "2010-01-01",
        "by": "приказом",
    }
    text = TEXT.replace("Чинит ржавый якорь", "Чинит по приказу Минтруда России от 01.01.2001 № 77н")
    cite = replace(rule("ZZZ001"), options=Cite("status"))
    for confidence, expected in (("high", Severity.ERROR), ("medium", Severity.WARNING)):
        acts = {"anchor-order": {**act, "confidence": confidence}}
        reading = read(text)
        facts = tuple(citations(reading.outline, acts))
        told = check(replace(reading, facts=facts), [cite], replace(world, acts=acts))

        assert [expected] == [f.severity for f in told]


def test_a_better_rule_at_the_same_place(read: Read, world: World) -> None:
    """A rule yields where one that it names has a finding too, and only there."""
    weaker = rule("ZZZ001", "ржавый якорь", yields=("ZZZ002",))
    better = rule("ZZZ002", "чинить ржавый якорь")
    told = [(f.code, f.place.line) for f in findings(read, world, TEXT, weaker, better)]

    assert [("ZZZ002", 5), ("ZZZ001", 10), ("ZZZ001", 14)] == told


def test_values(read: Read, world: World) -> None:
    """Every finding knows its words, clause, section and position beside what the rule captured."""
    (finding,) = findings(read, world, TEXT, rule("ZZZ001", "чинить <acc:thing>"))

    assert {
        "match": "Чинит ржавый якорь",
        "quote": "Чинит ржавый якорь",
        "clause": "1.1",
        "section": "general",
        "position": "боцман",
        "thing": "ржавый якорь",
    } == dict(finding.values)


def test_markup_is_quoted_and_not_told(read: Read, world: World) -> None:
    """The words of a message are those that a reader sees; the quotation is the file itself."""
    (found,) = findings(read, world, "# Должностная инструкция боцмана\n\n1.1. Чинит **ржавый** *якорь*.\n")

    assert ("ржавый якорь", "ржавый** *якорь") == (found.values["match"], found.place.quote)


def test_a_failing_rule_is_named(read: Read, world: World) -> None:
    """A failure inside a rule is a Fault that names the rule and the document, in both languages."""
    broken = replace(rule("ZZZ001"), options=Find((Pattern("сломано", ((object(),),)),)))  # type: ignore[arg-type]

    with pytest.raises(Fault) as told:
        findings(read, world, TEXT, broken)
    assert "text.md: сбой правила ZZZ001: AttributeError" in told.value.ru
    assert "text.md: rule ZZZ001 failed: AttributeError" in told.value.en


def test_a_wrong_expression_is_the_users(read: Read, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An expression too slow is told as such, not as a failure of ours."""
    monkeypatch.setattr("jdlint.check.expression.SECONDS", 0.05)
    slow = replace(rule("ZZZ001"), options=Find(regexes=(r"(а|а)*б(?=(а|аа)+$)|(а+)+ю",)))

    with pytest.raises(UsageError):
        findings(read, world, TEXT.replace("Чинит", "а" * 60), slow)


def test_finding_about_the_file(world: World) -> None:
    """What is told of a file as such has no place in it, takes the severity of the settings, and knows its reason."""
    plain = document_finding(rule("DOC001"), None, "a.docx", {"missing": "пусто"}, world)
    other = document_finding(rule("DOC001"), None, "a.docx", {"missing": "empty"}, world)
    milder = document_finding(rule("DOC001"), None, "a.docx", {}, replace(world, severities={"DOC001": Severity.INFO}))

    assert ("a.docx", 1, 1, "") == (plain.place.path, plain.place.line, plain.place.column, plain.place.context)
    assert "пусто" == plain.values["missing"]
    assert plain.fingerprint == other.fingerprint
    assert Severity.INFO == milder.severity


def test_roles_narrow_a_rule(read: Read, world: World) -> None:
    """A rule with `in` looks only there."""
    told = findings(read, world, TEXT, rule("ZZZ001", "ржавый якорь", roles=frozenset({Role.GENERAL})))

    assert ["general"] == [f.place.section for f in told]


def test_severity_by_section(read: Read, world: World) -> None:
    """A section of a role may have severities of its own; other sections keep those of all."""
    settings = {"severities": {"ZZZ001": Severity.INFO}, "part_severities": {"duties": {"ZZZ001": Severity.WARNING}}}
    told = findings(read, replace(world, **settings), TEXT)  # type: ignore[arg-type]
    other = findings(read, replace(world, part_severities={"duties": {}}), TEXT)

    assert [Severity.INFO, Severity.WARNING, Severity.WARNING] == [f.severity for f in told]
    assert {Severity.ERROR} == {f.severity for f in other}


def test_doubt_leaves_milder_severities(read: Read, world: World) -> None:
    """Only an error is taken back to a warning."""
    doubtful = rule("ZZZ001", "чинить <acc:confidence>", severity=Severity.INFO)
    error = rule("ZZZ002", "чинить <acc:confidence>")

    assert [Severity.INFO, Severity.WARNING] == [f.severity for f in findings(read, world, TEXT, doubtful, error)]


def test_a_rule_of_this_country(read: Read, world: World) -> None:
    """A `domestic` rule leaves a document alone that follows foreign law."""
    ours = replace(rule("ZZZ001"), options=Find((parse_phrase("ржавый якорь"),), domestic=True))
    abroad = TEXT.replace("1.1.", "1.2. Отвечает по Трудовому кодексу Республики Беларусь.\n\n1.1.")

    assert 3 == len(findings(read, world, TEXT, ours))
    assert 0 == len(findings(read, world, abroad, ours))
    assert 3 == len(findings(read, world, abroad))


def test_findings_yield_only_where_they_meet(read: Read, world: World) -> None:
    """A rule yields to several others, each in its own place; one character in common is enough, none is not."""
    weaker = rule("ZZZ001", "якорь", yields=("ZZZ002", "ZZZ003"))
    left, right = rule("ZZZ002", "чинить ржавый"), rule("ZZZ003", "ржавый якорь", roles=frozenset({Role.DUTIES}))
    told = [(f.code, f.place.line) for f in findings(read, world, TEXT, weaker, left, right)]

    assert [("ZZZ002", 5), ("ZZZ001", 5), ("ZZZ003", 10), ("ZZZ003", 14)] == told


def test_a_finding_about_a_read_file(read: Read, world: World) -> None:
    """Its first block is its context, cut at two hundred letters."""
    document = read(TEXT).outline.document
    found = document_finding(rule("DOC002"), document, "a.md", {}, world)
    long = document_finding(rule("DOC002"), parse("a.md", "ы" * 300), "a.md", {}, world)

    assert "Должностная инструкция боцмана" == found.place.context
    assert "ы" * 200 == long.place.context
    assert (1, 1, 1, 1, "") == (
        *(found.place.line, found.place.column, found.place.end_line, found.place.end_column),
        found.place.quote,
    )


def test_placed_findings(world: World) -> None:
    """Findings that no kind looks for: their words are values, codes go out of a suppression where a rule says so."""
    place = Place("a.md", 3, 1, 3, 44, "<!-- jdlint: allow DUT001, DUT002 -- так -->", "блок", "duties", "2.1")
    near = Place("a.md", 9, 1, 9, 3, "да", "да")
    plain = rule("ZZZ002")
    unallow = replace(rule("ZZZ001"), fix=FixNote(Safety.SAFE, {}, mend=Mend.UNALLOW))
    told = [(plain, place, {"codes": ("DUT001",)}, (near,)), (unallow, place, {"codes": ("DUT001",)}, ())]
    first, second = placed_findings([*told], replace(world, part_severities={"duties": {"ZZZ002": Severity.INFO}}))

    assert ["ZZZ001", "ZZZ002"] == [first.code, second.code]
    assert [Severity.ERROR, Severity.INFO] == [first.severity, second.severity]
    assert ["<!-- jdlint: allow DUT002 -- так -->"] == [edit.new for edit in first.edits]
    assert ((), (near,)) == (second.edits, second.related)
    assert {
        "match": place.quote,
        "quote": place.quote,
        "clause": "2.1",
        "section": "duties",
        "position": "",
    }.items() <= (first.values.items())
    assert () == placed_findings([(unallow, place, {"codes": "DUT001"}, ())], world)[0].edits
