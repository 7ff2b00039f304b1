"""Each file obeys the settings nearest to it, whatever else the same call is about."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import cli, lint_paths
from jdlint.settings import load_settings

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
TEXT = """\
# Должностная инструкция фонарщика

## 1. Общие положения

1.1. Фонарщик подчиняется непосредственно смотрителю маяка и капитану порта.

## 2. Должностные обязанности

2.1. Зажигает ____________ фонари.
"""
RULE = """\
code: ZZZ901
name: lantern
severity: warning
since: "0.1"
title: {ru: Фонарь, en: Lantern}
why: {ru: Фонарь гаснет, en: The lantern goes out}
basis: [{kind: method, text: {ru: Опыт порта, en: Experience of the port}}]
find: ["фонарь"]
message: {ru: "«{match}»: WORD", en: "“{match}”: WORD"}
examples:
  - fires: "Зажигает [[фонари]]."
"""


def found(ran: Any) -> list[tuple[str, str]]:
    """Path and code of every finding of a JSON report."""
    return [(f["path"], f["code"]) for f in json.loads(ran.out)["findings"]]


@pytest.fixture
def nested(put: Put) -> None:
    """A project with another project in a folder of it."""
    put({".jdlint.yaml": "select: [BLK001]\n", "a.md": TEXT, "п/.jdlint.yaml": "select: [SUP001]\n", "п/b.md": TEXT})


@pytest.mark.usefixtures("nested")
@pytest.mark.parametrize("paths", [(".",), ("a.md", "п"), ("п/b.md", "a.md")])
def test_two_settings_in_one_call(run: Run, paths: tuple[str, ...]) -> None:
    """Every file is checked by its own settings, in one report, in the order of the paths."""
    ran = run("check", *paths, "--output-format", "json")

    assert [("a.md", "BLK001"), ("п/b.md", "SUP001")] == found(ran)
    assert ["a.md", "п/b.md"] == [d["path"] for d in json.loads(ran.out)["documents"]]
    assert [("a.md", "BLK001"), ("п/b.md", "SUP001")] == [(f.place.path, f.code) for f in lint_paths(paths).findings]


@pytest.mark.usefixtures("nested")
def test_options_hold_for_all(run: Run) -> None:
    """The command line has the last word in every project; `--config` replaces all settings files."""
    both = found(run("check", ".", "--select", "BLK001", "--output-format", "json"))
    one = found(run("check", ".", "--config", "п/.jdlint.yaml", "--output-format", "json"))

    assert [("a.md", "BLK001"), ("п/b.md", "BLK001")] == both
    assert [("a.md", "SUP001"), ("п/b.md", "SUP001")] == one


def test_each_fails_by_its_own_measure(run: Run, put: Put) -> None:
    """`fail-on` of the nearest settings decides about the findings of their files."""
    put({".jdlint.yaml": "select: [BLK001]\n", "п/.jdlint.yaml": "select: [BLK001]\nfail-on: never\n", "п/b.md": TEXT})

    assert 0 == run("check", ".").code
    put({"a.md": TEXT})
    assert 1 == run("check", ".").code


def test_each_excludes_its_own(run: Run, put: Put) -> None:
    """What the nearer settings exclude is left out of a walk over the whole, not when named outright."""
    put({".jdlint.yaml": "select: [BLK001]\n", "п/.jdlint.yaml": "select: [BLK001]\nexclude: [старое/]\n"})
    put({"п/старое/b.md": TEXT, "п/c.md": TEXT})

    assert [("п/c.md", "BLK001")] == found(run("check", ".", "--output-format", "json"))
    assert [("п/старое/b.md", "BLK001")] == found(run("check", "п/старое/b.md", "--output-format", "json"))
    forced = ("check", "a.md", "п/старое/b.md", "--force-exclude", "--output-format", "json")
    put({"a.md": TEXT})
    assert [("a.md", "BLK001")] == found(run(*forced))


def test_own_rules_of_each(run: Run, put: Put) -> None:
    """A rule of the nearer settings finds in their files only; two rules of one code are told apart by a refusal."""
    put({".jdlint.yaml": "select: [ALL]\nrules: [own]\n", "own/a.yaml": RULE.replace("ZZZ901", "ZZZ902")})
    put({"п/.jdlint.yaml": "select: [ZZZ]\nrules: [own]\n", "п/own/a.yaml": RULE, "п/b.md": TEXT, "a.md": TEXT})
    told = [pair for pair in found(run("check", ".", "--output-format", "json")) if pair[1].startswith("ZZZ")]
    put({"own/a.yaml": RULE.replace("WORD", "другое")})
    ran = run("check", ".")

    assert [("a.md", "ZZZ902"), ("п/b.md", "ZZZ901")] == told
    assert 2 == ran.code
    assert "разные правила ZZZ901" in ran.err
    assert "п/own/a.yaml" in ran.err


def test_new_settings_are_seen(run: Run, put: Put) -> None:
    """Settings put beside an unchanged file change a remembered report."""
    put({"a.md": TEXT, "п/b.md": TEXT, ".jdlint.yaml": "select: [BLK001]\n"})
    first = run("check", ".", "--output-format", "json")
    assert first == run("check", ".", "--output-format", "json")
    put({"п/.jdlint.yaml": "select: [SUP001]\n"})

    assert [("a.md", "BLK001"), ("п/b.md", "SUP001")] == found(run("check", ".", "--output-format", "json"))


def test_standard_input_obeys_the_settings_beside_its_name(run: Run, put: Put) -> None:
    """Text from an editor is checked as the file that it is a version of."""
    put({".jdlint.yaml": "select: [BLK001]\n", "п/.jdlint.yaml": "select: [SUP001]\n"})
    ran = run("check", "-", "--stdin-filename", "п/b.md", "--output-format", "json", stdin=TEXT.encode())

    assert [("п/b.md", "SUP001")] == found(ran)


# --- the user's own settings --------------------------------------------------------------------------------------


@pytest.fixture
def personal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write the user's own settings."""

    def write(text: str) -> Path:
        file = tmp_path / "home" / "jdlint" / "settings.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
        return file

    return write


def test_personal_settings_stand_in(run: Run, put: Put, personal: Callable[[str], Path]) -> None:
    """Where a project has no settings, the user's own count; where it has, they give the language alone."""
    put({"a.md": TEXT})
    personal("select: [SUP001]\nlang: en\n")
    without = run("check", "a.md", "--output-format", "concise")
    put({".jdlint.yaml": "select: [BLK001]\n"})
    beside = run("check", "a.md", "--output-format", "concise")
    put({".jdlint.yaml": "select: [BLK001]\nlang: ru\n"})
    over = run("check", "a.md", "--output-format", "concise")

    assert "SUP001 error:" in without.out
    assert "BLK001" not in without.out
    assert "BLK001 error:" in beside.out
    assert "BLK001 ошибка:" in over.out


def test_new_personal_settings_are_seen(run: Run, put: Put, personal: Callable[[str], Path]) -> None:
    """A remembered report is made anew when the user's own settings come to be."""
    put({"a.md": TEXT})
    before = run("check", "a.md", "--output-format", "json")
    personal("select: [SUP001]\n")

    assert len(found(before)) > 1
    assert [("a.md", "SUP001")] == found(run("check", "a.md", "--output-format", "json"))


def test_a_mistake_in_personal_settings(run: Run, put: Put, personal: Callable[[str], Path]) -> None:
    """They are held to the same form, and told with their file."""
    put({"a.md": TEXT})
    file = personal("lagn: en\n")
    ran = run("check", "a.md")

    assert 2 == ran.code
    assert f"{file}:1:1: неизвестный ключ «lagn»" in ran.err


# --- language -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8"}, "ru"),
        ({"LANG": ""}, "ru"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_US"}, "en"),
    ],
)
def test_language_of_the_system(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    """Without a word about language messages are in that of the locale, Russian where it is not English."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ran = run("check", "nowhere.md")

    assert {"ru": "нет такого файла", "en": "no such file"}[expected] in ran.err


def test_language_of_the_settings(
    run: Run, put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Settings have their say before the locale, the command line before both: in reports, errors and help."""
    put({".jdlint.yaml": "lang: en\n", "a.md": TEXT})
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    with pytest.raises(SystemExit):
        cli.main(["check", "--help"])

    assert "report format" in capsys.readouterr().out
    assert "unknown option" in run("check", "--nonsense").err
    assert "неизвестный параметр" in run("check", "--nonsense", "--lang", "ru").err
    assert "no such rule" in run("check", "a.md", "--select", "SUP909").err
    assert "error SUP001" in run("check", "a.md").out
    assert "ошибка SUP001" in run("check", "a.md", "--lang", "ru").out
    assert "two reports" in run("check", "a.md", "--output-format=json=a", "--output-format=sarif=a").err
    assert "entries dropped" in run("clean").out
    put({"inner/a.md": TEXT})
    assert "wrote" in run("init", "inner").out
    put({".jdlint.yaml": "lang: en\nselct: []\n"})
    assert "unknown" not in run("check", "a.md").err


# --- packs --------------------------------------------------------------------------------------------------------


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package with an entry point that names its rules, which fails when it is imported."""
    home = tmp_path / "installed"
    for name, text in {
        "port_rules/__init__.py": "raise RuntimeError('imported')\n",
        "port_rules/yaml/lantern.yaml": RULE,
        "port_rules-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: port-rules\nVersion: 1.0\n",
        "port_rules-1.0.dist-info/entry_points.txt": "[jdlint.rules]\nport = port_rules:yaml\n",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)
    monkeypatch.syspath_prepend(str(home))


@pytest.mark.usefixtures("pack")
def test_an_installed_pack(run: Run, put: Put, tmp_path: Path, desk: Path) -> None:
    """`rules` may name a pack; none of its code is run. A folder of that name beside the settings comes first."""
    put({".jdlint.yaml": "rules: [port]\nselect: [ZZZ]\n", "a.md": TEXT})

    assert [("a.md", "ZZZ901")] == found(run("check", "a.md", "--output-format", "json"))
    assert (tmp_path / "installed/port_rules/yaml",) == load_settings(desk / ".jdlint.yaml").rules
    put({"port/b.yaml": RULE.replace("ZZZ901", "ZZZ902")})
    assert [("a.md", "ZZZ902")] == found(run("check", "a.md", "--output-format", "json"))


@pytest.mark.usefixtures("pack")
def test_an_unknown_pack(run: Run, put: Put) -> None:
    """A word that is neither folder nor pack is told with its line and the nearest pack."""
    put({".jdlint.yaml": "rules:\n  - prot\n", "a.md": TEXT})
    ru, en = run("check", "a.md"), run("check", "a.md", "--lang", "en")

    assert 2 == ru.code
    assert ".jdlint.yaml:2:5: нет ни папки «prot», ни установленного набора" in ru.err
    assert "did you mean “port”" in en.err
