"""The public interface: typed, lazy, documented by examples that run."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import jdlint
from jdlint.report import FORMATS

ROOT = Path(__file__).parents[1]
Put = Callable[[Mapping[str, str | bytes]], None]


@pytest.mark.parametrize("name", ["api.md", "api.en.md"])
def test_examples_of_the_page(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Every example of the page prints what stands there, and the page names every format."""
    monkeypatch.chdir(ROOT)
    page = ROOT / "docs" / name
    failed, tried = doctest.testfile(str(page), module_relative=False, optionflags=doctest.FAIL_FAST)

    assert (0, True) == (failed, tried > 10)
    assert all(f"`{word}`" in page.read_text(encoding="utf-8") for word in FORMATS)


def test_every_name_is_there() -> None:
    """What the package offers is found, listed by `dir`, and nothing else is."""
    assert all(getattr(jdlint, name) is not None for name in jdlint.__all__)
    assert set(jdlint.__all__) <= set(dir(jdlint))
    with pytest.raises(AttributeError, match="no attribute 'lint_docs'"):
        _ = jdlint.lint_docs  # type: ignore[attr-defined]


def test_import_is_light() -> None:
    """Importing the package imports nothing of ours but its version."""
    code = "import jdlint, sys; print(sorted(m for m in sys.modules if m.startswith('jdlint')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "['jdlint', 'jdlint.version']\n" == done.stdout


def test_the_same_as_the_command_line(run: Callable[..., object], put: Put, gardener: str) -> None:
    """Paths give the report that the command line gives, with the nearest settings and no others."""
    put({"кадры/.jdlint.yaml": "ignore: [STR]\nexclude: [old/]\n", "кадры/a.md": gardener, "кадры/old/b.md": gardener})
    ran = run("check", "кадры", "--output-format", "json", "--no-cache")
    report = jdlint.lint_paths([Path("кадры")])

    assert ran.out == jdlint.render(report, "json")  # type: ignore[attr-defined]
    assert ["кадры/a.md"] == [d.path for d in report.documents]
    assert json.loads(jdlint.render(report, "json"))["findings"]


def test_a_bracket_without_its_value() -> None:
    """A message leaves out a bracket whose value is not known, and keeps one whose value is."""
    text = "# Должностная инструкция монтёра\n\n1.1. Монтёр знает {}.\n"
    for order, told in (
        ("ПОТ РМ-016-2001", "не действует; теперь"),
        ("приказ Минтруда России от 24.07.2013 № 328н", "(утратил силу: "),
    ):
        report = jdlint.lint_text(text.format(order), "a.md")
        [finding] = [f for f in report.findings if f.code == "LAW004"]

        assert told in report.message(finding, "ru")


def test_the_page_of_the_command_line(run: Callable[..., object], put: Put, gardener: str) -> None:
    """With the texts asked for, the page shows the documents as that of the command line does; else it does not."""
    put(
        {"кадры/a.md": gardener, "кадры/b.md": gardener, "кадры/b/.jdlint.yaml": "lang: ru\n", "кадры/b/c.md": gardener}
    )
    page = run("check", "кадры", "--output-format", "html", "--no-cache").out  # type: ignore[attr-defined]

    assert page == jdlint.render(jdlint.lint_paths(["кадры"], texts=True), "html")
    assert page != jdlint.render(jdlint.lint_paths(["кадры"]), "html")
    assert ["text.md"] == list(jdlint.lint_text(gardener, texts=True).texts)
    assert {} == jdlint.lint_text(gardener).texts


def test_settings_of_a_file_or_made(put: Put, gardener: str) -> None:
    """Settings come from a file by name, from Python, or for a text from nowhere."""
    put({"own.yaml": "select: [BLK]\n", ".jdlint.yaml": "select: [SUP]\n", "a.md": gardener})

    assert {"BLK001"} == {f.code for f in jdlint.lint_paths(["a.md"], "own.yaml").findings}
    assert {"STR001"} == {f.code for f in jdlint.lint_paths(["a.md"], jdlint.Settings(select=("STR001",))).findings}
    assert {"BLK001", "STR001"} <= {f.code for f in jdlint.lint_text(gardener).findings}
    assert "зал/a.md" == jdlint.lint_text(gardener, "зал/a.md").findings[0].place.path


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("did you mean “sarif”", lambda: jdlint.render(jdlint.lint_text("х"), "sarfi")),
        ("lint_text reads Markdown", lambda: jdlint.lint_text("х", "a.docx")),
        ("no such rule", lambda: jdlint.lint_text("х", settings=jdlint.Settings(select=("ZZZ999",)))),
        ("no such file", lambda: jdlint.lint_paths(["нет.md"])),
    ],
)
def test_wrong_calls(desk: Path, words: str, wrong: Callable[[], object]) -> None:
    """A wrong call raises JdlintError, which says in both languages what is wrong."""
    assert desk.is_dir()
    with pytest.raises(jdlint.JdlintError) as caught:
        wrong()

    assert words in caught.value.say("en")
    assert caught.value.say("ru") != caught.value.say("en")
