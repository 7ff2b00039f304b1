"""Settings choose rules by file and by section, and know rules by their former names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.errors import UsageError
from jdlint.model.finding import Severity
from jdlint.model.rule import Rulebook
from jdlint.selection import Selection, former_words, matching
from jdlint.settings import Override, Settings, load_settings

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
BLANKS = """\
# Должностная инструкция фонарщика

## 1. Общие положения

1.1. Фонарщик подчиняется ____________.

## 2. Должностные обязанности

2.1. Зажигает ____________ фонари.
"""


def found(run: Run, *words: str) -> list[tuple[str, str, str, str]]:
    """Path, section, code and severity of every finding."""
    told = json.loads(run("check", *words, "--output-format", "json").out)["findings"]
    return [(f["path"], f["section"], f["code"], f["severity"]) for f in told]


# --- overrides ----------------------------------------------------------------------------------------------------


def test_overrides_by_file(run: Run, put: Put) -> None:
    """In files of the globs another selection, more to ignore and other severities hold; elsewhere nothing changes."""
    put(
        {
            ".jdlint.yaml": """\
select: [BLK001]
overrides:
  - files: ["old/**"]
    severity: {BLK001: info}
  - files: ["old/drafts/"]
    ignore: [BLK]
  - files: ["*.markdown"]
    select: [SUP005]
""",
            "a.md": BLANKS,
            "b.markdown": BLANKS,
            "old/a.md": BLANKS,
            "old/drafts/a.md": BLANKS,
        }
    )

    assert [
        ("a.md", "duties", "BLK001", "error"),
        ("b.markdown", "general", "SUP005", "error"),
        ("old/a.md", "duties", "BLK001", "info"),
    ] == [
        (path, section, code, level)
        for path, section, code, level in found(run, ".")
        if section != "general" or code != "BLK001"
    ]


def test_overrides_by_section(run: Run, put: Put) -> None:
    """In sections of the roles the override has the last word, and only there."""
    put({"a.md": BLANKS, ".jdlint.yaml": "select: [BLK001]\noverrides: [{sections: duties, ignore: BLK001}]\n"})
    ignored = {section for _, section, *_ in found(run, "a.md")}
    put({".jdlint.yaml": "select: [BLK001]\noverrides: [{sections: [duties], severity: {BLK001: info}}]\n"})
    milder = {section: level for _, section, _, level in found(run, "a.md")}
    put({".jdlint.yaml": "select: [STR]\noverrides: [{sections: [duties], select: [BLK001]}]\n"})
    other = {section for _, section, code, _ in found(run, "a.md") if code == "BLK001"}

    assert "duties" not in ignored
    assert "info" == milder["duties"]
    assert {"duties"} == other


def test_overrides_by_file_and_section(run: Run, put: Put) -> None:
    """Files and sections together: both must fit."""
    put({"a.md": BLANKS, "old/a.md": BLANKS})
    put({".jdlint.yaml": "select: [BLK001]\noverrides: [{files: old/, sections: duties, ignore: BLK001}]\n"})

    assert {("a.md", "duties")} == {(path, section) for path, section, *_ in found(run, ".") if section == "duties"}


def test_the_command_line_selects_over_overrides(run: Run, put: Put) -> None:
    """`--select` means these rules in every file; what overrides ignore stays ignored."""
    put({"a.md": BLANKS, "old/a.md": BLANKS})
    put({".jdlint.yaml": "overrides: [{files: old/, select: [STR]}, {files: /a.md, ignore: BLK001}]\n"})

    assert {("old/a.md", "BLK001")} == {(path, code) for path, _, code, _ in found(run, ".", "--select", "BLK001")}


def test_globs_count_from_the_settings(run: Run, put: Put, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command is started and however a file is named, the same globs mean the same files."""
    put({".jdlint.yaml": 'select: [BLK001]\nper-file-ignores: {"old/x/**": BLK001}\nexclude: [old/y/]\n'})
    put({"old/x/a.md": BLANKS, "old/y/a.md": BLANKS, "old/z/a.md": BLANKS})
    here = {Path(path).name for path, *_ in found(run, "old")}, len(found(run, "old"))
    full = len(found(run, str(desk / "old")))
    monkeypatch.chdir(desk / "old")
    inside = found(run, ".")

    assert here == ({"a.md"}, full)
    assert {"z/a.md"} == {path for path, *_ in inside}
    assert full == len(inside)


def test_a_later_override_has_the_last_word(rulebook: Rulebook) -> None:
    """Overrides are applied in order, per-file-ignores last."""
    told = Settings(
        select=("BLK",),
        overrides=(
            Override(files=("*.md",), select=("STR",), severity={"STR001": Severity.INFO}),
            Override(files=("a.md",), select=("SUP",), severity={"STR001": Severity.WARNING}),
        ),
        per_file_ignores={"a.md": ("SUP001",)},
    )
    selection = Selection(rulebook, told)

    assert {"BLK"} == {code[:3] for code in selection.choice("a.txt").codes}
    assert {"STR"} == {code[:3] for code in selection.choice("b.md").codes}
    assert {"SUP"} == {code[:3] for code in selection.choice("a.md").codes}
    assert "SUP001" not in selection.choice("a.md").codes
    assert Severity.WARNING is selection.choice("a.md").levels["STR001"]
    assert Severity.INFO is selection.choice("b.md").levels["STR001"]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("- ignore: [BLK]", 2, "files, sections"),
        ("- files: [a.md]", 2, "select, ignore, severity"),
        ("- {files: [a.md], ignor: [BLK]}", 2, "ignore"),
        ("- {sections: [dutys], ignore: [BLK]}", 2, "duties"),
        ("- {files: [a.md], severity: {BLK: fatal}}", 2, "error"),
    ],
)
def test_a_wrong_override_has_its_line(run: Run, put: Put, text: str, line: int, word: str) -> None:
    """What is wrong with an override is told at its line, in both languages."""
    put({".jdlint.yaml": f"overrides:\n  {text}\n", "a.md": BLANKS})
    for lang in ("ru", "en"):
        ran = run("check", "a.md", "--lang", lang)

        assert 2 == ran.code
        assert f".jdlint.yaml:{line}:" in ran.err
        assert word in ran.err


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("lang: ru\nselect:\n  - SUP\n  - SUP909\n", 4),
        ("ignore: SUP909\n", 1),
        ("severity:\n  SUP909: info\n", 2),
        ('per-file-ignores:\n  "*.md":\n    - SUP909\n', 3),
        ("overrides:\n  - files: a.md\n    ignore: [BLK, SUP909]\n", 3),
    ],
)
def test_an_unknown_rule_in_settings_has_its_line(run: Run, put: Put, text: str, line: int) -> None:
    """A code that means nothing is told with the file and the line where it stands."""
    put({".jdlint.yaml": text, "a.md": BLANKS})
    ran = run("check", "a.md")

    assert 2 == ran.code
    assert f".jdlint.yaml:{line}: нет такого правила: «SUP909»" in ran.err


# --- former names -------------------------------------------------------------------------------------------------

RULE = (Path(__file__).parent / "data/rusty-can.yaml").read_text("utf-8")
GARDEN = """\
# Должностная инструкция садовника

## 2. Должностные обязанности

2.1. Носит ржавую лейку.
"""
OWN = {"own/rusty-can.yaml": RULE, "own/_renamed.yaml": "ZZZ800: ZZZ901\nold-can: ZZZ901\n", "a.md": GARDEN}


@pytest.mark.parametrize(
    ("settings", "words", "finds"),
    [
        ("rules: [own]\n", ("--select", "ZZZ800"), True),
        ("rules: [own]\n", ("--select", "old-can"), True),
        ("rules: [own]\nselect: [zzz800]\n", (), True),
        ("rules: [own]\nselect: [ZZZ]\nignore: [ZZZ800]\n", (), False),
        ("rules: [own]\nselect: [ZZZ]\nper-file-ignores: {a.md: old-can}\n", (), False),
        ("rules: [own]\nselect: [ZZZ]\noverrides: [{files: a.md, ignore: old-can}]\n", (), False),
    ],
)
def test_former_names_work(run: Run, put: Put, settings: str, words: tuple[str, ...], *, finds: bool) -> None:
    """A former code or name means the rule as before, and the run says on standard error what it is called now."""
    put({**OWN, ".jdlint.yaml": settings})
    ran = run("check", "a.md", "--output-format", "concise", *words)
    en = run("check", "a.md", "--lang", "en", *words)

    assert finds == ("ZZZ901" in ran.out)
    assert "теперь ZZZ901 (rusty-can)" in ran.err
    assert "is ZZZ901 now (rusty-can)" in en.err
    assert 1 == ran.err.count("\n")


def test_a_former_name_in_a_comment(run: Run, put: Put) -> None:
    """What a document allows by a former code stays allowed, with a word about where."""
    put({**OWN, ".jdlint.yaml": "rules: [own]\nselect: [ZZZ, DOC]\n"})
    put({"a.md": GARDEN.replace("2.1.", "<!-- jdlint: allow ZZZ800 -- другой нет -->\n2.1.")})
    ran = run("check", "a.md")

    assert 0 == ran.code
    assert "a.md:5: правило ZZZ800 теперь ZZZ901" in ran.err


def test_a_rule_page_by_its_former_name(run: Run, put: Put) -> None:
    """`rule` knows former names too."""
    put({**OWN, ".jdlint.yaml": "rules: [own]\n"})

    assert run("rule", "ZZZ800").out.startswith("ZZZ901 rusty-can")


def test_a_name_that_leads_nowhere(run: Run, put: Put) -> None:
    """A former name of no rule is a mistake of the rules, with its line."""
    put({**OWN, "own/_renamed.yaml": "ZZZ800: ZZZ901\nZZZ801: ZZZ902\n", ".jdlint.yaml": "rules: [own]\n"})
    ran = run("check", "a.md")

    assert 2 == ran.code
    assert "own/_renamed.yaml:2:9: нет правила «ZZZ902»; возможно, вы имели в виду «ZZZ901»" in ran.err


def test_a_living_rule_keeps_its_name(put: Put, desk: Path, rulebook: Rulebook) -> None:
    """A code that a rule has means that rule, whatever it once meant."""
    from dataclasses import replace

    book = replace(rulebook, renamed={"SUP001": "SUP002"})

    assert {"SUP001"} == matching(book, "SUP001")
    assert [] == list(former_words(book, Settings(select=("SUP001",))))
    with pytest.raises(UsageError, match="SUP909"):
        matching(book, "SUP909")
    put({".jdlint.yaml": "ignore: [SUP001]\n"})
    assert f"{desk}/.jdlint.yaml:1" == load_settings(desk / ".jdlint.yaml").origins.of("ignore", "SUP001")
