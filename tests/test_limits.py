"""No document costs more than the limits: it ends in a finding, and the others are checked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import budget
from jdlint import linter as stages
from jdlint.budget import within
from jdlint.errors import LimitError, LoadError
from jdlint.load import load_document
from jdlint.model.document import Document, Source
from jdlint.model.limits import Limits
from jdlint.settings import load_settings

Put = Callable[[Mapping[str, str | bytes]], None]
SLOW, LARGE = "вечность", "прорва"


@pytest.fixture
def costly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents whose reading takes for ever, or all memory, by their names and by a clock that leaps."""
    load = stages.load_document
    skipped = [0.0]
    monkeypatch.setattr(budget, "_now", lambda: time.monotonic() + sum(skipped))

    def loading(source: Source) -> Document:
        while SLOW in source.path:
            skipped.append(1000.0)
            time.sleep(0.01)
        hoard: list[bytes] = []
        while LARGE in source.path:
            hoard.append(b"x" * 2**22)
        return load(source)

    monkeypatch.setattr(stages, "load_document", loading)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "limits", "why"),
    [(SLOW, "{seconds: 200}", "больше 200 с"), (LARGE, "{memory: 400}", "больше 400 МБ")],
)
@pytest.mark.usefixtures("costly")
def test_a_document_over_the_limit(
    run: Callable[..., Any], put: Put, gardener: str, jobs: str, name: str, limits: str, why: str
) -> None:
    """It is told by DOC006, with one process or several; the documents around it are checked."""
    put({".jdlint.yaml": f"limits: {limits}\n"} | dict.fromkeys(("а.md", f"б-{name}.md", "в.md"), gardener))
    told = run("check", ".", "--output-format", "concise", "--jobs", jobs, "--cache-dir", ".cache")
    lines = {code: [line for line in told.out.splitlines() if code in line] for code in ("DOC006", "STR001")}

    assert 1 == told.code
    assert [(f"б-{name}.md", True)] == [(line.split(":")[0], why in line) for line in lines["DOC006"]]
    assert ["а.md", "в.md"] == [line.split(":")[0] for line in lines["STR001"]]


def test_it_is_tried_again(
    run: Callable[..., Any], put: Put, gardener: str, costly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a clock decided is not remembered."""
    put({".jdlint.yaml": "limits: {seconds: 200}\n", f"{SLOW}.md": gardener})
    assert "DOC006" in run("check", ".").out

    monkeypatch.setattr(stages, "load_document", load_document)
    assert "DOC006" not in run("check", ".").out


def test_a_regular_expression_is_interrupted() -> None:
    """The alarm reaches the main thread in the middle of an expression of our own."""
    start = time.monotonic()
    with pytest.raises(LimitError), within(Limits(seconds=1)):
        re.fullmatch(r"(а+)+б", "а" * 40)

    assert time.monotonic() - start < 5


def test_what_the_system_refuses() -> None:
    """An allocation that the system denies is a document over the limit, not a failure of ours."""
    with pytest.raises(LimitError, match="МБ"), within(Limits()):
        raise MemoryError


def test_nothing_is_left_behind() -> None:
    """Within the limits nothing happens, during or after."""
    with within(Limits(seconds=1)):
        pass
    time.sleep(1.2)


@pytest.mark.parametrize("told", ["{seconds: 0}", "{memory: 1}", "{seconds: много}", "{минут: 3}", "60"])
def test_wrong_limits(run: Callable[..., Any], put: Put, told: str) -> None:
    """What cannot be a limit is told with its line."""
    put({".jdlint.yaml": f"lang: ru\nlimits: {told}\n"})
    ran = run("check", ".")

    assert 2 == ran.code
    assert ".jdlint.yaml:2:" in ran.err


def test_limits_of_settings(put: Put, desk: Path) -> None:
    """What settings do not say stays as it is, and extended settings are completed."""
    put({"общее.yaml": "limits: {memory: 300}\n", ".jdlint.yaml": "extends: общее.yaml\nlimits: {seconds: 5}\n"})

    assert Limits(5, 300) == load_settings(desk / ".jdlint.yaml").limits


def test_show_has_limits_too(run: Callable[..., Any], put: Put, costly: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """So have the commands that read one document."""
    monkeypatch.setattr("jdlint.load.load_document", stages.load_document)  # as `costly` has it
    put({".jdlint.yaml": "limits: {seconds: 200}\n", f"{SLOW}.md": "# Кок\n"})
    ran = run("show", f"{SLOW}.md")

    assert (2, True) == (ran.code, "больше 200 с" in ran.err)


def test_a_large_file(run: Callable[..., Any], put: Put, desk: Path, gardener: str) -> None:
    """A file larger than any job description is not taken into memory."""
    put({"садовник.md": gardener})
    with (desk / "журнал.md").open("wb") as file:
        file.truncate(2**34)
    told = run("check", ".", "--output-format", "concise").out

    assert "журнал.md:1:1: DOC001" in told
    assert "больше 64 МБ" in told
    assert "садовник.md" in told


def test_endless_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a device that never ends."""
    from jdlint.discover import read_source

    with pytest.raises(LoadError, match="больше 64 МБ"):
        read_source(Path("/dev/zero"))
