"""`jdlint graph` as a person meets it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]


@pytest.fixture
def garden(put: Put, gardener: str) -> None:
    """A gardener, who obeys the head of the park, and a text that is no job description."""
    put({"сад/садовник.md": gardener, "сад/заметка.md": "Полить розы.\n"})


@pytest.mark.usefixtures("garden")
def test_the_chart_goes_to_standard_output(run: Run) -> None:
    """Mermaid is the default; nothing is said beside it, and broken places do not change the exit code."""
    ran = run("graph", "сад")

    assert (0, "") == (ran.code, ran.err)
    assert 'n1["Садовник"]' in ran.out
    assert "n2 --> n1" in ran.out


@pytest.mark.usefixtures("garden")
def test_a_file_and_a_language(run: Run, desk: Path) -> None:
    """The chart is written to a file, with the words of the language asked for."""
    ran = run("graph", "--lang", "en", "--format", "svg", "--output-file", "chart.svg", "сад")
    told = (desk / "chart.svg").read_text("utf-8")

    assert (0, "", "") == (ran.code, ran.out, ran.err)
    assert "<title>Who reports to whom and who replaces whom</title>" in told
    assert "no job description" in told


@pytest.mark.usefixtures("garden")
def test_settings_count(run: Run, put: Put) -> None:
    """Other names and the staff list of the settings are used."""
    put(
        {
            ".jdlint.yaml": "positions: {смотритель парка: [начальник парка]}\nstaff: штат.csv\n",
            "штат.csv": "Должность;Единиц\nСадовник;2\n",
        }
    )
    nodes = json.loads(run("graph", "--format", "json").out)["nodes"]

    assert [("садовник", True, []), ("смотритель парка", False, ["unknown-position"])] == [
        (node["name"], node["staff"], node["troubles"]) for node in nodes
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("staff: нету.csv\n", "нету.csv"),
        ("positions: {садовник: [сторож], дворник: [сторож]}\n", "«сторож»"),
        ("positions: [садовник]\n", ".jdlint.yaml:1:"),
    ],
)
@pytest.mark.usefixtures("garden")
def test_wrong_settings(run: Run, put: Put, settings: str, said: str) -> None:
    """A staff list that is not there and a name of two positions are usage errors of one line."""
    put({".jdlint.yaml": settings})
    ran = run("graph")

    assert (2, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_a_document_that_cannot_be_read(run: Run, put: Put, gardener: str) -> None:
    """It is named on standard error, and the others are drawn."""
    put({"а.docx": b"no archive", "б.md": gardener})
    ran = run("graph")

    assert (0, "а.docx: не читается\n") == (ran.code, ran.err)
    assert "Садовник" in ran.out


@pytest.mark.parametrize("name", ["graph.md", "graph.en.md"])
def test_the_example_of_the_docs_is_true(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The chart on the page is what its command gives."""
    root = Path(__file__).parent.parent
    page = (root / "docs" / name).read_text("utf-8")
    command = re.search(r"\(`jdlint (graph [^`]+)`\)", page)
    block = re.search(r"```mermaid\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(root)

    assert command
    assert block
    assert block[1] == run(*command[1].split()).out
