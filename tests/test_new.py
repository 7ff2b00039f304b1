"""`jdlint new`: a skeleton in which only what the employer has to say is missing, in Markdown and in Word."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.load.docx import load
from jdlint.model.document import Source

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]

# What a rule says of a place that is left for the employer to fill.
OF_BLANKS = {"BLK001", "BLK007", "SUP005", "STR009"}


@pytest.mark.parametrize("profile", ["commercial", "budget", "strict"])
@pytest.mark.parametrize("name", ["она.md", "она.docx"])
@pytest.mark.parametrize("position", ["бухгалтер", "начальник цеха обжига", "медицинская сестра"])
def test_only_blanks_are_found(run: Run, put: Put, position: str, name: str, profile: str) -> None:
    """Whatever the position, the format and the profile, every finding is about a place that is left blank."""
    put({".jdlint.yaml": f"profile: {profile}\n"})

    assert 0 == run("new", position, "--output", name).code
    report = json.loads(run("check", name, "--output-format", "json").out)

    assert position == report["documents"][0]["position"]
    assert OF_BLANKS >= {f["code"] for f in report["findings"]} >= {"BLK001", "SUP005"}


def test_both_formats_say_the_same(run: Run, desk: Path) -> None:
    """The Word file, whose numbers Word counts, reads as the Markdown one; equal calls give equal bytes."""
    for name in ("она.md", "она.docx", "снова.docx"):
        run("new", "садовник", "--output", name)
    data = (desk / "она.docx").read_bytes()
    text = load(Source("она.docx", data)).text
    shown = [line.lstrip("#- ").rstrip("\\") for line in (desk / "она.md").read_text("utf-8").splitlines() if line]

    assert shown == [line.removeprefix("— ") for line in text.split("\n")]
    assert data == (desk / "снова.docx").read_bytes()


def test_hostile_titles(run: Run, desk: Path) -> None:
    """What XML would take for markup is words."""
    run("new", "садовник <w:p/> & «Ко»", "--output", "она.docx")

    assert "<w:p/> & «Ко»" in load(Source("она.docx", (desk / "она.docx").read_bytes())).text


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("садовник", "--output", "она.txt"), "назовите файл .docx или .md"),
        (("садовник", "--output", "есть.md"), "уже есть"),
        (("садовник", "--output", "нигде/она.docx"), "не записать"),
        ((" ",), "назовите должность"),
    ],
)
def test_refused(run: Run, put: Put, desk: Path, words: tuple[str, ...], complaint: str) -> None:
    """A name that tells no format, a file that is there, a folder that is not, a title without words."""
    put({"есть.md": "моё\n"})
    ran = run("new", *words)

    assert 2 == ran.code
    assert complaint in ran.err
    assert "моё\n" == (desk / "есть.md").read_text("utf-8")
