"""The hook file keeps its contract, and real pre-commit refuses a defective document."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "samples"))  # the builder stands beside the samples that it builds
from make_docx import to_docx  # noqa: E402

HOOKS = {hook["id"]: hook for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
SLOW = pytest.mark.skipif(
    not (os.environ.get("CI") or os.environ.get("JDLINT_SLOW")),
    reason="installs packages; set CI or JDLINT_SLOW to run it",
)
PATHS = {
    "a.docx": True,
    "КАДРЫ/Пекарь.DOCX": True,
    "b.markdown": True,
    "c.md": True,
    "d.doc": False,
    "md": False,
}


def test_two_hooks_as_promised() -> None:
    """`jdlint` takes the changed files in one batch and honours exclusions; `jdlint-all` takes no files."""
    assert {"jdlint", "jdlint-all"} == set(HOOKS)
    assert HOOKS["jdlint"]["require_serial"] is True
    assert "--force-exclude" in HOOKS["jdlint"]["entry"].split()
    assert HOOKS["jdlint"]["files"] == r"(?i)\.(docx|md|markdown)$"
    assert HOOKS["jdlint-all"]["pass_filenames"] is False


@pytest.mark.parametrize(("path", "matches"), PATHS.items())
def test_files_of_the_hooks(path: str, *, matches: bool) -> None:
    """Word and Markdown files in any case of letters, and nothing else."""
    for hook in HOOKS.values():
        assert matches == bool(re.search(hook["files"], path))


@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed here")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")
def test_a_changed_document_meets_an_unchanged_one(tmp_path: Path) -> None:
    """Git refuses a commit of one Word file whose duty stands in another, unchanged document, of which nothing is
    said but that.
    """
    entry = f"{sys.executable} -m {HOOKS['jdlint']['entry']} --select ORG --cache-dir {tmp_path / 'cache'}"
    hook = HOOKS["jdlint"] | {"entry": entry, "language": "system"}
    work = tmp_path / "documents"
    work.mkdir()
    git(work, "init", "-q")
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (work / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")
    duty = "Ведёт журнал прихода буксиров."
    (work / "лоцман.md").write_text(_description("лоцмана", duty), encoding="utf-8")
    (work / "боцман.md").write_text(_description("боцмана", "Ведение журнала прихода буксиров."), encoding="utf-8")
    (work / "диспетчер.docx").write_bytes(to_docx(_description("диспетчера", "Красит тумбы."), numbering="typed"))
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "As it was")
    run(work, str(PRE_COMMIT), "install")

    (work / "диспетчер.docx").write_bytes(to_docx(_description("диспетчера", duty), numbering="automatic"))
    git(work, "add", "-A")
    refused = git(work, "commit", "-m", "One duty more", check=False)
    report = refused.stdout + refused.stderr

    assert refused.returncode != 0
    assert [1, 1] == [report.count("предупреждение ORG001"), report.count("\nдиспетчер.docx\n")]
    assert "см. также: боцман.md" in report
    assert "\nлоцман.md\n" not in report


def _description(title: str, duty: str) -> str:
    """A job description with one duty."""
    return f"# Должностная инструкция {title}\n\n## 1. Должностные обязанности\n\n1.1. {duty}\n"


@SLOW
@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed here")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")
def test_commit_is_refused_then_accepted(tmp_path: Path) -> None:
    """With this tree as its hook, git refuses a commit of defective documents with a report and takes clean ones."""
    hook, work = tmp_path / "jdlint", tmp_path / "documents"
    copy_of_tree(hook)
    work.mkdir()
    git(work, "init", "-q")
    revision = git(hook, "rev-parse", "HEAD").stdout.strip()
    settings = f"repos:\n  - repo: {hook.as_uri()}\n    rev: {revision}\n    hooks:\n      - id: jdlint\n"
    (work / ".pre-commit-config.yaml").write_text(settings, encoding="utf-8")
    run(work, str(PRE_COMMIT), "install")

    shutil.copy(ROOT / "samples/docx/kladovshchik.docx", work / "Кладовщик.docx")
    shutil.copy(ROOT / "samples/prodavets-konsultant.md", work / "Продавец.md")
    git(work, "add", "-A")
    refused = git(work, "commit", "-m", "Defective", check=False)
    report = refused.stdout + refused.stderr

    assert refused.returncode != 0
    assert git(work, "rev-parse", "--verify", "-q", "HEAD", check=False).returncode != 0
    for expected in ("Кладовщик.docx", "SUP001", "главному бухгалтеру", "Продавец.md", "REQ001"):
        assert expected in report
    assert "Traceback" not in report

    git(work, "rm", "-q", "--cached", "Кладовщик.docx", "Продавец.md")
    shutil.copy(ROOT / "samples/docx/pekar.docx", work / "Пекарь.docx")
    shutil.copy(ROOT / "samples/voditel-furgona.md", work / "Водитель.md")
    git(work, "add", "Пекарь.docx", "Водитель.md")
    accepted = git(work, "commit", "-m", "Clean", check=False)

    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert git(work, "log", "--format=%s").stdout.strip() == "Clean"


@SLOW
@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed here")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")
def test_only_what_is_staged_is_looked_at(tmp_path: Path) -> None:
    """Of a file staged in part the staged part is checked: a defect in the rest stops nothing, a mended rest excuses
    nothing, and the rest is there again afterwards.
    """
    hook, work = tmp_path / "jdlint", tmp_path / "documents"
    copy_of_tree(hook)
    work.mkdir()
    git(work, "init", "-q")
    revision = git(hook, "rev-parse", "HEAD").stdout.strip()
    settings = (
        f"repos:\n  - repo: {hook.as_uri()}\n    rev: {revision}\n    hooks:\n"
        "      - id: jdlint\n        args: [--select, BLK]\n"
    )
    (work / ".pre-commit-config.yaml").write_text(settings, encoding="utf-8")
    run(work, str(PRE_COMMIT), "install")
    document = work / "Пекарь.md"
    clean = (ROOT / "samples/pekar.md").read_text(encoding="utf-8")
    broken = clean.replace("\n2.2. ", "\n2.2. К утру готовит ____________, ", 1)

    document.write_text(clean, encoding="utf-8")
    git(work, "add", "-A")
    document.write_text(broken, encoding="utf-8")
    accepted = git(work, "commit", "-m", "The clean half", check=False)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert broken == document.read_text(encoding="utf-8")
    assert clean == git(work, "show", "HEAD:Пекарь.md").stdout

    git(work, "add", "Пекарь.md")
    document.write_text(clean, encoding="utf-8")
    refused = git(work, "commit", "-m", "The broken half", check=False)
    assert refused.returncode != 0
    assert "BLK001" in refused.stdout + refused.stderr
    assert clean == document.read_text(encoding="utf-8")


@SLOW
@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed here")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")
@pytest.mark.parametrize("name", ["jdlint", "jdlint-all"])
def test_try_repo(tmp_path: Path, name: str) -> None:
    """`pre-commit try-repo` runs each hook on a repository that does not have it in its settings."""
    hook, work = tmp_path / "jdlint", tmp_path / "documents"
    copy_of_tree(hook)
    work.mkdir()
    git(work, "init", "-q")
    shutil.copy(ROOT / "samples/kladovshchik.md", work / "Кладовщик.md")
    git(work, "add", "-A")
    tried = run(work, str(PRE_COMMIT), "try-repo", hook.as_uri(), name, "--all-files", check=False)

    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "SUP001" in tried.stdout


@SLOW
@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed here")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")
def test_a_duty_of_an_unchanged_document_is_found(tmp_path: Path) -> None:
    """Committing one document tells of the duty that another, committed long ago, has too; and nothing about it."""
    hook, work = tmp_path / "jdlint", tmp_path / "documents"
    copy_of_tree(hook)
    work.mkdir()
    git(work, "init", "-q")
    revision = git(hook, "rev-parse", "HEAD").stdout.strip()
    settings = (
        f"repos:\n  - repo: {hook.as_uri()}\n    rev: {revision}\n    hooks:\n"
        "      - id: jdlint\n        args: [--select, ORG]\n"
    )
    (work / ".pre-commit-config.yaml").write_text(settings, encoding="utf-8")
    known = ROOT / "samples/docx/kladovshchik.docx"
    shutil.copy(known, work / "Кладовщик.docx")
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "Before there was a hook")
    run(work, str(PRE_COMMIT), "install")
    duty = duty_of(known)
    text = f"# Должностная инструкция переплётчика\n\n## 2. Должностные обязанности\n\n2.1. {duty}\n"
    (work / "Переплётчик.md").write_text(text, encoding="utf-8")
    git(work, "add", "Переплётчик.md")
    refused = git(work, "commit", "-m", "A second owner", check=False)
    report = refused.stdout + refused.stderr

    assert refused.returncode != 0
    assert "ORG001" in report
    assert "Кладовщик.docx, п." in report
    assert ["Переплётчик.md"] == [line for line in report.splitlines() if line.endswith((".md", ".docx"))]


def duty_of(document: Path) -> str:
    """A duty of a document that is its own."""
    words = [sys.executable, "-m", "jdlint", "check", "--no-cache", "--output-format", "json", str(document)]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    facts = json.loads(done.stdout)["documents"][0]["facts"]
    return next(f["value"] for f in facts if f["kind"] == "duty" and "common" not in f["marks"])


def copy_of_tree(target: Path) -> None:
    """Commit the tree as it stands to a repository of its own."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    git(target, "init", "-q")
    git(target, "add", "-A")
    git(target, "commit", "-q", "-m", "Tree under test")


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git in `folder`."""
    return run(folder, "git", *arguments, check=check)


def run(folder: Path, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program with a committer and hook environments of its own, without this machine's git settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {f"GIT_{who}_NAME": "Тест" for who in ("AUTHOR", "COMMITTER")}
    environment |= {f"GIT_{who}_EMAIL": "test@example.invalid" for who in ("AUTHOR", "COMMITTER")}
    environment |= {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
    }
    return subprocess.run(
        command, cwd=folder, env=environment, check=check, capture_output=True, text=True, encoding="utf-8"
    )
