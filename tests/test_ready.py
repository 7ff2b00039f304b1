"""What a wheel brings ready made of its rules: believed only while it is fresh."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.model.ready import bring, brought
from jdlint.rulebook import rules_folder

ROOT = Path(__file__).parents[1]
TEXT = """# Должностная инструкция сторожа

## 1. Общие положения

1.1. Сторож подчиняется непосредственно завхозу и директору дома творчества.
"""
SCRIPT = (
    "import sys; from jdlint.cli import main; main(sys.argv[1:]); "
    "print('jdlint.rulebook' in sys.modules, file=sys.stderr)"
)


def _made(folder: Path, seed: str) -> dict[str, bytes]:
    """What the hook of the build makes, by name."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    code = "import hatch_build, sys; hatch_build.made(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, env=environment)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel would install it: with the rules, and what was made of them."""
    home = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "src" / "jdlint", home / "jdlint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(rules_folder(), home / "jdlint" / "_rules")
    _made(home / "jdlint" / "_ready", "1")
    (home / "storozh.md").write_text(TEXT, "utf-8")
    return home


def _report(home: Path) -> tuple[str, bool]:
    """The report of a run that remembers nothing, and whether it had to compile the rules."""
    command = [sys.executable, "-c", SCRIPT, "check", "--no-cache", "--output-format", "json", "storozh.md"]
    environment = {**os.environ, "PYTHONPATH": str(home)}
    done = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout, done.stderr.strip() == "True"


def test_the_same_report_without_compiling(wheel: Path) -> None:
    """Nothing is compiled, and the report is the same to the byte as without what came ready, or where it is damaged."""
    ready, kept = wheel / "jdlint" / "_ready", wheel / "kept"
    first = _report(wheel)
    shutil.move(ready, kept)
    without = _report(wheel)
    shutil.copytree(kept, ready)
    for file in ready.iterdir():
        file.write_bytes(file.read_bytes()[:-500])
    damaged = _report(wheel)
    shutil.rmtree(ready)
    shutil.move(kept, ready)

    assert ((first[0], False), (first[0], True), (first[0], True)) == (first, without, damaged)
    assert '"SUP001"' in first[0]


def test_a_changed_rule_is_compiled(wheel: Path) -> None:
    """What was made of other rules is not believed."""
    rule = wheel / "jdlint" / "_rules" / "subordination" / "multiple-direct-supervisors.yaml"
    text = rule.read_text("utf-8")
    rule.write_text(text.replace("severity: error", "severity: info"), "utf-8")
    report, compiled = _report(wheel)
    rule.write_text(text, "utf-8")

    assert compiled
    assert '"SUP001"' not in report


def test_a_wheel_is_the_same_bytes(tmp_path: Path, wheel: Path) -> None:
    """Whatever the seed of hashes when it is built."""
    first = {file.name: file.read_bytes() for file in (wheel / "jdlint" / "_ready").iterdir()}

    assert first == _made(tmp_path / "again", "2")
    assert {"answers.json", "expressions.pickle", "needed.pickle", "patterns.pickle", "rulebook.pickle"} == set(first)


def test_a_pattern_is_the_one_that_would_be_compiled(wheel: Path) -> None:
    """Down to the code of its engine; the patterns that modules need at once are among them. And the words that a text
    must hold for it to match are those that would be read from it.
    """
    code = (
        "import re; from jdlint.model import pattern; held = pattern._brought()\n"
        "print(sum(pattern.expression(*key) != re.compile(*key) for key in held), len(held) > 300)\n"
        "from jdlint.model import literal; words = literal._brought()\n"
        "print(sum(literal.needed(source) != literal._read(source) for source in words), len(words) > 400)\n"
        "import jdlint.facts, jdlint.segment; told = [key for key in pattern._made if key not in held]; print(*told)"
    )
    environment = {**os.environ, "PYTHONPATH": str(wheel)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)

    assert ["0", "True", "0", "True"] == done.stdout.split()


def test_what_is_brought_is_plain_data_of_the_same_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of another version, of none, or damaged; and what would make anything else is refused."""
    monkeypatch.setattr("jdlint.model.ready.ready_folder", lambda: tmp_path)
    held = {("а|б", 2): (34, b"\x01", 0, {"имя": 1})}
    bring(tmp_path, "some", "1", held)
    told = (tmp_path / "some").read_bytes()

    assert held == brought("some", "1")
    assert {} == brought("some", "2")
    assert {} == brought("other", "1")
    (tmp_path / "some").write_bytes(told[:-1])
    assert {} == brought("some", "1")
    bring(tmp_path, "some", "1", {"made": Path})
    with pytest.raises(pickle.UnpicklingError, match=r"pathlib\.Path"):
        brought("some", "1")
