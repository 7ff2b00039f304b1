"""Everything that is said is said in Russian and in English, and neither leaks into the other."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import cli
from jdlint.cli.arguments import COMMANDS, parser
from jdlint.model.rule import Rulebook
from jdlint.standard.official import read_standards
from jdlint.standard.shelf import put as shelve

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
SOURCE = Path(cli.__file__).parents[1]
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
# Four words in a row that are no options, paths, codes or names in quotation marks.
ENGLISH = re.compile(r"(?<![\w«“\"./-])[A-Za-z][a-z]+(?: [a-z]+){3,}(?![\w./-])")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"", re.DOTALL)

# --- what stands in the source ------------------------------------------------------------------------------------

# Which arguments of a call are the two languages of one text, the Russian one first.
PAIRS = {
    **dict.fromkeys(("JdlintError", "UsageError", "LoadError", "Fault", "MarkError", "PhraseError", "say"), 0),
    **dict.fromkeys(("blame", "Command", "Refusal"), 1),
    **dict.fromkeys(("_wrong", "Field"), 2),
    "Mistake": 3,
}


def literal(node: ast.expr) -> str | None:
    """The words that are written in an expression, None when it is not written out."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return None


def pairs() -> Iterator[tuple[str, str, str]]:
    """Place, Russian and English of every text that the source writes out in both."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            found: tuple[ast.expr, ast.expr] | None = None
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                at = PAIRS.get(name)
                if at is not None and len(node.args) >= at + 2:
                    found = node.args[at], node.args[at + 1]
            elif isinstance(node, ast.IfExp) and isinstance(node.test, ast.Compare):
                asked = literal(node.test.comparators[0])
                if asked in ("ru", "en"):
                    found = (node.body, node.orelse) if asked == "ru" else (node.orelse, node.body)
            if found and (texts := (literal(found[0]), literal(found[1]))) and None not in texts:
                yield f"{file.relative_to(SOURCE)}:{node.lineno}", str(texts[0]), str(texts[1])


def test_every_text_of_the_source_is_in_both_languages() -> None:
    """Where the source writes a text twice, the first is Russian and the second has no Russian letter in it."""
    told = list(pairs())
    wordy = [(place, ru, en) for place, ru, en in told if re.search(r"\w{3}", ru + en)]
    unspoken = [place for place, ru, _ in wordy if not CYRILLIC.search(ru)]
    leaking = [place for place, _, en in wordy if CYRILLIC.search(QUOTED.sub("", en))]

    assert len(told) > 150
    assert [] == unspoken
    assert [] == leaking


# --- help ---------------------------------------------------------------------------------------------------------


def parsers(lang: str) -> dict[str, argparse.ArgumentParser]:
    """The parser of the whole command line, of each command and of each action of a command."""
    found: dict[str, argparse.ArgumentParser] = {}

    def walk(name: str, one: argparse.ArgumentParser) -> None:
        found[name] = one
        for action in one._actions:
            if isinstance(action, argparse._SubParsersAction):
                for verb, sub in action.choices.items():
                    walk(f"{name} {verb}", sub)

    walk("jdlint", parser(lang))
    return found


def test_every_option_is_explained_in_both_languages() -> None:
    """Each option and argument has a help text in its language; the same commands and options exist in both."""
    ru, en = parsers("ru"), parsers("en")

    assert set(ru) == set(en)
    assert {f"jdlint {name}" for name in COMMANDS} <= set(ru)
    for name in ru:
        for one, other in zip(ru[name]._actions, en[name]._actions, strict=True):
            assert one.option_strings == other.option_strings
            if one.help == argparse.SUPPRESS or isinstance(one, argparse._SubParsersAction):
                continue
            assert CYRILLIC.search(one.help or ""), (name, one.option_strings or one.dest)
            assert re.search(r"[a-z]", other.help or ""), (name, one.option_strings or one.dest)
            assert not CYRILLIC.search(other.help or ""), (name, one.option_strings or one.dest)


def test_help_pages_do_not_mix() -> None:
    """No Russian letter in English help, no English phrase in Russian help."""
    for name, page in parsers("en").items():
        assert not CYRILLIC.search(page.format_help()), name
    for name, page in parsers("ru").items():
        assert not ENGLISH.search(page.format_help()), (name, ENGLISH.search(page.format_help()))


# --- rules --------------------------------------------------------------------------------------------------------


def test_rules_speak_both_languages(rulebook: Rulebook) -> None:
    """Titles, reasons, messages, fixes and bases of every rule: Russian in Russian, no Russian letter in English but
    for words that the rule is about.
    """
    for rule in rulebook.rules.values():
        texts = [rule.title, rule.why, rule.message, *(b.text or b.at for b in rule.basis if b.text or b.at)]
        texts += [rule.fix.note] if rule.fix else []
        for text in texts:
            assert re.search(r"[А-Яа-яЁё]|^\W*\{", text["ru"]), rule.code
            assert not CYRILLIC.search(
                QUOTED.sub("" if text not in [b.at for b in rule.basis] else "\\g<0>", text["en"])
            ), (rule.code, text["en"])


# --- what commands print ------------------------------------------------------------------------------------------

TEXT = """\
# Должностная инструкция фонарщика

## 1. Общие положения

1.1. Фонарщик подчиняется непосредственно смотрителю маяка и капитану порта.
1.2. Фонарщик несёт ответственность по ст. 777 ТК РФ.

<!-- jdlint: allow SUP090 -- нет такого -->

## 2. Должностные обязанности

2.1. Зажигает ____________ фонари.
2.3. Чистит стёкла.
2.4. Чистит стёкла.
"""
CALLS = [
    ("check", "a.md", "--select", "ALL", "--show-basis", "--statistics"),
    ("check", "a.md", "--select", "ALL", "--output-format", "concise"),
    ("check", "a.md", "--select", "ALL", "--output-format", "github"),
    ("check", "a.md", "--select", "ALL", "--output-format", "markdown"),
    ("check", "a.md", "--select", "ALL", "--output-format", "junit"),
    ("check", "a.md", "--select", "ALL", "--output-format", "gitlab"),
    ("check", "a.md", "--write-baseline", "--baseline", "old.jsonl", "--quiet"),
    ("check", "a.md", "--profile", "--no-cache", "--select", "BLK001"),
    ("check", "empty"),
    ("rule", "--all"),
    ("show", "a.md"),
    ("settings",),
    ("register", "--stale"),
    ("clean",),
    ("test", "own"),
    ("test", "own", "--coverage"),
    ("graph", "a.md"),
    ("check", "a.md", "--select", "ALL", "--diff"),
    ("check", "a.md", "--select", "ALL", "--output-format", "rdjson"),
    ("check", "a.md", "--select", "ALL", "--output-format", "sarif"),
    ("standard", "import", "mayak.xml"),
    ("standard", "list", "--standards", "shelf"),
    ("standard", "show", "98.001", "--standards", "shelf"),
    ("standard", "coverage", "a.md", "--standard", "98.001", "--standards", "shelf"),
]
STANDARD = (Path(__file__).parent / "data/standards/mayak.xml").read_text("utf-8")
RULE = """\
code: ZZZ901
name: rusty-can
severity: warning
since: "0.1"
title: {ru: Ржавая лейка, en: Rusty can}
why: {ru: Лейка течёт, en: The can leaks}
basis: [{kind: method, text: {ru: Опыт сада, en: Experience of the garden}}]
find: ["ржавый лейка", "медный лейка"]
message: {ru: "«{match}» течёт", en: "“{match}” leaks"}
examples:
  - fires: "Носит [[ржавую лейку]]."
  - fires: "Носит [[новую лейку]]."
"""


def russian_words(text: str) -> set[str]:
    """All words with a Russian letter."""
    return {word for word in re.findall(r"[\w-]+", text) if CYRILLIC.search(word)}


@pytest.fixture
def town(put: Put, desk: Path) -> None:
    """A desk with a document, a rule and an empty folder."""
    put({"a.md": TEXT, "own/rusty-can.yaml": RULE, "mayak.xml": STANDARD})
    (desk / "empty").mkdir()
    for standard in read_standards("mayak.xml", STANDARD.encode()):
        shelve(desk / "shelf", standard)


def stems(words: set[str]) -> set[str]:
    """The beginnings of words: findings name titles in another case than the document does."""
    return {word.lower()[:4] for word in words}


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_commands_do_not_mix(run: Run, words: tuple[str, ...]) -> None:
    """English output has no Russian words but those of documents, of examples and of numbers of acts; Russian
    output has no English phrase.
    """
    known = stems(russian_words(TEXT + RULE + STANDARD))
    en, ru = run(*words, "--lang", "en"), run(*words, "--lang", "ru")
    english, russian = (QUOTED.sub("", told.out + told.err) for told in (en, ru))
    if words[0] == "rule":  # examples are set in by four spaces
        english, russian = (re.sub(r"(?m)^    .*$", "", told) for told in (english, russian))
    english = re.sub(r"\d+[-\w]*-(?:ФЗ|ст|I)", "", english)

    assert 0 <= en.code <= 1
    assert (en.code, bool(en.err)) == (ru.code, bool(ru.err))
    assert set() == {word for word in russian_words(english) if word.lower()[:4] not in known}
    assert not ENGLISH.search(russian), ENGLISH.search(russian)


BROKEN = {
    "not-yaml.yaml": "lang: [ru\n",
    "tab.yaml": "lang:\n\t- ru\n",
    "anchor.yaml": "lang: &a ru\nselect: *a\n",
    "directive.yaml": "%YAML 3.0\n---\nlang: ru\n",
    "tag.yaml": "lang: !<bad ru\n",
    "control.yaml": "lang: \x01\n",
    "unknown.yaml": "selct: [A]\nlang: de\njobs: many\nas-of: never\noverrides: [{}]\nrules: [nowhere]\n",
    "loop.yaml": "extends: loop.yaml\n",
    "lost.yaml": "extends: nowhere.yaml\n",
    "rule.yaml": "select: [SUP999]\n",
    "bad-rules.yaml": "rules: [./bad]\n",
    "bad/a.yaml": RULE.replace(
        'find: ["ржавый лейка", "медный лейка"]', "regex: ['(a', '[b', '*', 'c\\', '(?<d', 'e{9999999999}']"
    )
    .replace("severity: warning", "severity: warm")
    .replace("{match}", "{macth}", 1),
    "bad/b.yaml": "code: [\n",
    "bad/_renamed.yaml": "A: B\n",
    "old.jsonl": '{"jdlint-baseline": 1}\nnothing\n',
    "a.docx": "no archive",
    "staff.xlsx": "no workbook",
    "staff.yaml": "staff: staff.xlsx\n",
}
WRONG = [
    *(("graph", "a.md", "--config", name) for name in BROKEN if name.endswith(".yaml") and "/" not in name),
    ("check", "nowhere"),
    ("check", "a.md", "--output-file", "nowhere/report.txt"),
    ("check", "a.md", "--output-file", "empty"),
    ("check", "a.md", "--baseline", "nowhere.jsonl"),
    ("check", "a.md", "--baseline", "old.jsonl"),
    ("check", "a.md", "--baseline", "empty"),
    ("check", "a.md", "--config", "empty"),
    ("check", "a.md", "--nonsense"),
    ("check", "a.md", "--jobs", "many"),
    ("check", "a.md", "--as-of", "never"),
    ("check", "a.md", "--output-format", "sraif"),
    ("check", "a.md", "--select"),
    ("check", "a.md", "--fail-on=so"),
    ("check", "a.md", "--quiet=yes"),
    ("check", "a.md", "--output", "x"),
    ("check", "-"),
    ("nonsense",),
    (),
    ("show", "a.docx"),
    ("show",),
    ("show", "a.md", "b.md"),
    ("rule",),
    ("rule", "SUP999"),
    ("test", "empty"),
    ("test", "nowhere"),
    ("test", "bad"),
    ("init", "nowhere"),
    ("settings", "nowhere"),
    ("standard",),
    ("standard", "show", "99.999"),
    ("standard", "import", "nowhere.xml"),
    ("graph", "a.md", "--format", "pgn"),
    ("completion",),
    ("completion", "tcsh"),
]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_complaints_do_not_mix(run: Run, put: Put, words: tuple[str, ...]) -> None:
    """Whatever is wrong with the call, the settings, the rules or a file is told in one language."""
    put(BROKEN)
    en, ru = run("--lang", "en", *words), run("--lang", "ru", *words)

    assert 2 == en.code == ru.code
    assert CYRILLIC.search(ru.err)
    assert not ENGLISH.search(QUOTED.sub("", ru.err)), ru.err
    assert set() == russian_words(QUOTED.sub("", en.err))
