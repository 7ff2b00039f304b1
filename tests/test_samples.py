"""The samples show what they promise, in Markdown and in both Word forms alike."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
EXPECTED = YAML(typ="safe").load(SAMPLES / "expected.yaml")
FORMS = ["md", "typed.docx", "automatic.docx", "docx"]

sys.path.insert(0, str(SAMPLES))  # the builder stands beside the samples that it builds
from make_docx import COMMITTED, Numbering, to_docx  # noqa: E402

Shown = Counter[tuple[str, str]]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shown]:
    """Codes and clauses of the findings for every form of every sample, from one run of the program."""
    folder = tmp_path_factory.mktemp("forms")
    shutil.copy(SAMPLES / ".jdlint.yaml", folder)
    shutil.copytree(SAMPLES / "professional-standards", folder / "professional-standards")
    for name in EXPECTED:
        text = (SAMPLES / name).read_text(encoding="utf-8")
        stem = Path(name).stem
        (folder / f"{stem}.md").write_text(text, encoding="utf-8")
        (folder / f"{stem}.docx").write_bytes((SAMPLES / "docx" / f"{stem}.docx").read_bytes())
        (folder / f"{stem}.typed.docx").write_bytes(to_docx(text, numbering="typed"))
        (folder / f"{stem}.automatic.docx").write_bytes(to_docx(text, numbering="automatic"))
    report = check(folder)
    found: dict[str, Shown] = {Path(document["path"]).name: Counter() for document in report["documents"]}
    for finding in report["findings"]:
        if finding["severity"] != "info":
            found[Path(finding["path"]).name][finding["code"], finding["clause"]] += 1
    return found


def check(folder: Path) -> Any:
    """The JSON report on the folder, whose files are the same documents in several forms."""
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "check", "--ignore", "ORG", "--output-format", "json", str(folder)],
        capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", EXPECTED)
def test_findings(shown: dict[str, Shown], name: str, form: str) -> None:
    """Each form of each sample shows the planted defects, at their clauses, and nothing else."""
    expected = Counter((finding["code"], finding["clause"]) for finding in EXPECTED[name])

    assert expected == shown[f"{Path(name).stem}.{form}"]


@pytest.mark.parametrize("numbering", ["typed", "automatic"])
def test_same_text_same_bytes(numbering: Numbering) -> None:
    """The builder is deterministic."""
    text = (SAMPLES / "zaveduyuschiy-skladom.md").read_text(encoding="utf-8")

    assert to_docx(text, numbering=numbering) == to_docx(text, numbering=numbering)


def test_committed_word_files_are_current() -> None:
    """`samples/docx/` is what the builder makes of the Markdown today."""
    done = subprocess.run(
        [sys.executable, SAMPLES / "make_docx.py", "--check"], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert {Path(name).stem for name in EXPECTED} == set(COMMITTED)
