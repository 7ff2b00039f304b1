"""The hook file keeps its contract, and real pre-commit refuses a defective document."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
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
TOOLS = pytest.mark.skipif(
    not (PRE_COMMIT.exists() and shutil.which("git")), reason="pre-commit or git is not installed here"
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


@TOOLS
def test_a_changed_document_meets_an_unchanged_one(tmp_path: Path) -> None:
    """Git refuses a commit of one Word file whose duty stands in another, unchanged document, of which nothing is
    said but that.
    """
    entry = f"{sys.executable} -m {HOOKS['jdlint']['entry']} --select ORG --cache-dir {tmp_path / 'cache'}"
    hook = HOOKS["jdlint"] | {"entry": entry, "language": "system"}
    git = Git(tmp_path / "documents", tmp_path / "pre-commit")
    (git.folder / ".pre-commit-config.yaml").write_text(
        json.dumps({"repos": [{"repo": "local", "hooks": [hook]}]}), encoding="utf-8"
    )
    duty = "Ведёт журнал прихода буксиров."
    (git.folder / "лоцман.md").write_text(_description("лоцмана", duty), encoding="utf-8")
    other = _description("боцмана", "Ведение журнала прихода буксиров.")
    (git.folder / "боцман.md").write_text(other, encoding="utf-8")
    changed = git.folder / "диспетчер.docx"
    changed.write_bytes(to_docx(_description("диспетчера", "Красит тумбы."), numbering="typed"))
    git("add", "-A")
    git("commit", "-q", "-m", "As it was")
    git.program(str(PRE_COMMIT), "install")

    changed.write_bytes(to_docx(_description("диспетчера", duty), numbering="automatic"))
    git("add", "-A")
    refused = git("commit", "-m", "One duty more", check=False)
    report = refused.stdout + refused.stderr

    assert refused.returncode != 0
    assert [1, 1] == [report.count("предупреждение ORG001"), report.count("\nдиспетчер.docx\n")]
    assert "см. также: боцман.md" in report
    assert "\nлоцман.md\n" not in report


def _description(title: str, duty: str) -> str:
    """A job description with one duty."""
    return f"# Должностная инструкция {title}\n\n## 1. Должностные обязанности\n\n1.1. {duty}\n"


@SLOW
@TOOLS
def test_commit_is_refused_then_accepted(tmp_path: Path, tree: Git) -> None:
    """With this tree as its hook, git refuses a commit of defective documents with a report and takes clean ones."""
    git = hooked(tmp_path / "documents", tree)
    git.program(str(PRE_COMMIT), "install")

    shutil.copy(ROOT / "samples/docx/kladovshchik.docx", git.folder / "Кладовщик.docx")
    shutil.copy(ROOT / "samples/prodavets-konsultant.md", git.folder / "Продавец.md")
    git("add", "-A")
    refused = git("commit", "-m", "Defective", check=False)
    report = refused.stdout + refused.stderr

    assert refused.returncode != 0
    assert git("rev-parse", "--verify", "-q", "HEAD", check=False).returncode != 0
    for expected in ("Кладовщик.docx", "SUP001", "главному бухгалтеру", "Продавец.md", "REQ001"):
        assert expected in report
    assert "Traceback" not in report

    git("rm", "-q", "--cached", "Кладовщик.docx", "Продавец.md")
    shutil.copy(ROOT / "samples/docx/pekar.docx", git.folder / "Пекарь.docx")
    shutil.copy(ROOT / "samples/voditel-furgona.md", git.folder / "Водитель.md")
    git("add", "Пекарь.docx", "Водитель.md")
    accepted = git("commit", "-m", "Clean", check=False)

    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert git("log", "--format=%s").stdout.strip() == "Clean"


@SLOW
@TOOLS
def test_only_what_is_staged_is_looked_at(tmp_path: Path, tree: Git) -> None:
    """Of a file staged in part the staged part is checked: a defect in the rest stops nothing, a mended rest excuses
    nothing, and the rest is there again afterwards.
    """
    git = hooked(tmp_path / "documents", tree, "--select", "BLK")
    git.program(str(PRE_COMMIT), "install")
    document = git.folder / "Пекарь.md"
    clean = (ROOT / "samples/pekar.md").read_text(encoding="utf-8")
    broken = clean.replace("\n2.2. ", "\n2.2. К утру готовит ____________, ", 1)

    document.write_text(clean, encoding="utf-8")
    git("add", "-A")
    document.write_text(broken, encoding="utf-8")
    accepted = git("commit", "-m", "The clean half", check=False)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert broken == document.read_text(encoding="utf-8")
    assert clean == git("show", "HEAD:Пекарь.md").stdout

    git("add", "Пекарь.md")
    document.write_text(clean, encoding="utf-8")
    refused = git("commit", "-m", "The broken half", check=False)
    assert refused.returncode != 0
    assert "BLK001" in refused.stdout + refused.stderr
    assert clean == document.read_text(encoding="utf-8")


@SLOW
@TOOLS
def test_try_repo(tmp_path: Path, tree: Git) -> None:
    """`pre-commit try-repo` runs both hooks on a repository that has neither in its settings."""
    git = Git(tmp_path / "documents", tree.home)
    shutil.copy(ROOT / "samples/kladovshchik.md", git.folder / "Кладовщик.md")
    git("add", "-A")
    tried = git.program(str(PRE_COMMIT), "try-repo", tree.folder.as_uri(), "--all-files", check=False)

    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert len(HOOKS) == tried.stdout.count("ошибка SUP001\n")


@SLOW
@TOOLS
def test_a_duty_of_an_unchanged_document_is_found(tmp_path: Path, tree: Git) -> None:
    """Committing one document tells of the duty that another, committed long ago, has too; and nothing about it."""
    git = hooked(tmp_path / "documents", tree, "--select", "ORG")
    known = ROOT / "samples/docx/kladovshchik.docx"
    shutil.copy(known, git.folder / "Кладовщик.docx")
    git("add", "-A")
    git("commit", "-q", "-m", "Before there was a hook")
    git.program(str(PRE_COMMIT), "install")
    text = _description("переплётчика", duty_of(known))
    (git.folder / "Переплётчик.md").write_text(text, encoding="utf-8")
    git("add", "Переплётчик.md")
    refused = git("commit", "-m", "A second owner", check=False)
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


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Git:
    """This tree as it stands, committed to a repository of its own, and one home for what pre-commit installs from it;
    all processes of a test run share both, since an installation takes longer than all else here.
    """
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "hooks"
    with FileLock(f"{shared}.lock"):
        git = Git(shared / "tree", shared / "pre-commit")
        if git("rev-parse", "--verify", "-q", "HEAD", check=False).returncode:
            listed = Git(ROOT, git.home)("ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
            for name in filter(None, listed.split("\0")):
                if (ROOT / name).is_file():
                    (git.folder / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / name, git.folder / name)
            git("add", "-A")
            git("commit", "-q", "-m", "Tree under test")
    return git


def hooked(folder: Path, tree: Git, *arguments: str) -> Git:
    """A repository whose settings name the hook of `tree`."""
    git = Git(folder, tree.home)
    hook = {"id": "jdlint", "args": list(arguments)} if arguments else {"id": "jdlint"}
    revision = tree("rev-parse", "HEAD").stdout.strip()
    settings = {"repos": [{"repo": tree.folder.as_uri(), "rev": revision, "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(settings), encoding="utf-8")
    return git


class Git:
    """A repository, made where there is none; what pre-commit installs is kept in `home`. Committer and environment
    are its own, without this machine's git settings.
    """

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        if not (folder / ".git").exists():
            folder.mkdir(parents=True)
            self("init", "-q")

    def __call__(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run git there."""
        return self.program("git", *arguments, check=check)

    def program(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a program there."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {f"GIT_{who}_NAME": "Тест" for who in ("AUTHOR", "COMMITTER")}
        environment |= {f"GIT_{who}_EMAIL": "test@example.invalid" for who in ("AUTHOR", "COMMITTER")}
        environment |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(self.home),
        }
        return subprocess.run(
            command, cwd=self.folder, env=environment, check=check, capture_output=True, text=True, encoding="utf-8"
        )
