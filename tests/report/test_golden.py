"""Every format tells the shared report as its golden file does; JDLINT_GOLDEN=1 writes them anew."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from jdlint.model.report import Report
from jdlint.report import FORMATS, full, reporter
from jdlint.report.look import Look

GOLDEN = Path(__file__).parent / "golden"
ALL = Look("ru", basis=True, statistics=True)
LOOKS = {
    "ru": Look("ru"),
    "en": Look("en"),
    "ru-80": replace(ALL, width=80),
    "ru-80-color": replace(ALL, width=80, color=True),
    "ru-120": replace(ALL, width=120),
    "ru-120-color": replace(ALL, width=120, color=True),
}
SUFFIXES = {"json": "json", "jsonl": "jsonl", "sarif": "sarif", "gitlab": "json", "rdjson": "json", "junit": "xml"}
SUFFIXES |= {"markdown": "md", "html": "html"}
CASES = [
    (name, look) for name in sorted(FORMATS) for look in LOOKS if look in ("ru", "en") or name in ("full", "concise")
]


def without_resources(page: str) -> str:
    """A page without its style and script, which are files of their own, and without their hashes."""
    return re.sub(r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<='sha256-)[\w+/=]+", "…", page)


def golden(name: str, look: str) -> str:
    """The name of a golden file."""
    return f"{name}.{look}.{SUFFIXES.get(name, 'txt')}"


@pytest.mark.parametrize(("name", "look"), CASES, ids=lambda value: value)
def test_golden(report: Report, name: str, look: str) -> None:
    """The rendered report is the golden one, byte for byte."""
    file = GOLDEN / golden(name, look)
    told = reporter(name)(report, LOOKS[look])
    if name == "html":
        told = without_resources(told)
    if os.environ.get("JDLINT_GOLDEN"):
        file.write_text(told, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("name", ["full", "concise"])
@pytest.mark.parametrize("width", [80, 120])
def test_colour_adds_nothing_but_colour(name: str, width: int) -> None:
    """Without its escapes the coloured report is the plain one."""
    plain, colored = ((GOLDEN / golden(name, f"ru-{width}{end}")).read_text("utf-8") for end in ("", "-color"))

    assert plain == re.sub("\x1b\\[[0-9;]*m", "", colored)
    assert plain != colored


@pytest.mark.parametrize("look", [look for look in LOOKS if "color" not in look])
def test_full_report_keeps_to_its_width(look: str) -> None:
    """No line of the report for people is longer than the terminal."""
    assert max(map(len, (GOLDEN / golden("full", look)).read_text("utf-8").splitlines())) <= LOOKS[look].width


def test_no_golden_file_without_a_reporter() -> None:
    """A golden file that nothing is compared with is a mistake."""
    expected = {golden(name, look) for name, look in CASES}

    assert expected == {file.name for file in GOLDEN.iterdir()}


def test_no_module_without_a_format() -> None:
    """Every module with a reporter is a format of the command line."""
    folder = Path(str(full.__file__)).parent
    modules = {file.stem: file for file in folder.glob("*.py")} | {
        f.parent.name: f for f in folder.glob("*/__init__.py")
    }
    rendering = {name for name, file in modules.items() if "\ndef render(" in file.read_text(encoding="utf-8")}

    assert set(FORMATS) == rendering


def test_languages_tell_the_same_findings(report: Report) -> None:
    """The JSON reports of both languages differ in words only."""
    told = [json.loads(reporter("json")(report, LOOKS[lang])) for lang in ("ru", "en")]
    for one in told:
        for finding in one["findings"]:
            for key in ("message", "basis", "fix", "related"):
                finding.pop(key)

    assert told[0] == told[1]
