"""Every format tells the shared report as its golden file does; JDLINT_GOLDEN=1 writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from jdlint.cli.check import FORMATS
from jdlint.model.report import Report
from jdlint.report import REPORTERS
from jdlint.report.look import Look

GOLDEN = Path(__file__).parent / "golden"
LOOKS = {
    "ru": Look("ru"),
    "en": Look("en"),
    "ru-all": Look("ru", color=True, basis=True, statistics=True, width=70),
}
CASES = [
    (name, look) for name in sorted(REPORTERS) for look in LOOKS if look != "ru-all" or name in ("full", "concise")
]


@pytest.mark.parametrize(("name", "look"), CASES, ids=lambda value: value)
def test_golden(report: Report, name: str, look: str) -> None:
    """The rendered report is the golden one, byte for byte."""
    file = GOLDEN / f"{name}.{look}.{'json' if name == 'json' else 'txt'}"
    told = REPORTERS[name](report, LOOKS[look])
    if os.environ.get("JDLINT_GOLDEN"):
        file.write_text(told, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == told


def test_no_golden_file_without_a_reporter() -> None:
    """A golden file that nothing is compared with is a mistake."""
    expected = {f"{name}.{look}.{'json' if name == 'json' else 'txt'}" for name, look in CASES}

    assert expected == {file.name for file in GOLDEN.iterdir()}


def test_every_format_of_the_command_line_is_rendered() -> None:
    """The command line offers the formats that there are."""
    assert sorted(FORMATS) == sorted(REPORTERS)


def test_languages_tell_the_same_findings(report: Report) -> None:
    """The JSON reports of both languages differ in words only."""
    told = [json.loads(REPORTERS["json"](report, LOOKS[lang])) for lang in ("ru", "en")]
    for one in told:
        for finding in one["findings"]:
            for key in ("message", "basis", "fix", "related"):
                finding.pop(key)

    assert told[0] == told[1]
