"""The real rulebook read once, the stages as short calls, and the command line as a person meets it."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import spacy  # noqa: F401 whole: Hypothesis looks into all modules, and would load amid a test what jdlint puts off

from jdlint import cli
from jdlint.lint import lint
from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.finding import Finding
from jdlint.model.outline import Outline
from jdlint.model.reading import Reading
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.rulebook import load_rulebook, rules_folder
from jdlint.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))  # the module beside this one is the tests' own
from notation import Notation

TODAY = dt.date(2026, 11, 22)
GARDENER = """\
# Должностная инструкция садовника

## 1. Общие положения

1.1. Садовник подчиняется начальнику парка.

## 2. Должностные обязанности

2.1. Садовник поливает клумбы.
2.2. Садовник ____________ дорожки.

## 3. Права

3.1. Садовник вправе просить лейку.

## 4. Ответственность

4.1. Садовник отвечает за сохранность леек.
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rules of this tree."""
    return load_rulebook([rules_folder()])


@pytest.fixture(scope="session")
def linter(rulebook: Rulebook) -> Linter:
    """A linter that knows every rule; the language engine stays warm for the whole session."""
    return Linter(rulebook, Settings(select=("ALL",), preview=True, assume_job_description=True), TODAY)


@pytest.fixture(scope="session")
def outlines(linter: Linter) -> Callable[[str], tuple[Outline, ...]]:
    """The job descriptions of a Markdown text."""
    return lambda text: linter.outlines(parse("text.md", text))


@pytest.fixture(scope="session")
def outline(outlines: Callable[[str], tuple[Outline, ...]]) -> Callable[[str], Outline]:
    """The only job description of a Markdown text."""

    def only(text: str) -> Outline:
        found = outlines(text)
        assert len(found) == 1
        return found[0]

    return only


@pytest.fixture(scope="session")
def read(linter: Linter, outline: Callable[[str], Outline]) -> Callable[[str], Reading]:
    """The only job description of a Markdown text, with tokens and facts."""
    return lambda text: linter.read(outline(text))


@pytest.fixture(scope="session")
def found(linter: Linter, read: Callable[[str], Reading]) -> Callable[..., list[Finding]]:
    """Findings in a Markdown text of the rules with these codes."""

    def check(text: str, *codes: str) -> list[Finding]:
        return linter.check(read(text), [linter.rulebook.rules[code] for code in codes])

    return check


@pytest.fixture(scope="session")
def lint_sources(rulebook: Rulebook) -> Callable[..., Report]:
    """The whole run over sources in memory, with these settings."""
    return lambda sources, **told: lint(sources, rulebook, Settings(**told), as_of=TODAY)


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests remember is forgotten with them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository of its own, as the current folder."""
    folder = tmp_path / "desk"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def put(desk: Path) -> Callable[[Mapping[str, str | bytes]], None]:
    """Write files on the desk: name → text or bytes."""

    def write(files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = desk / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


@pytest.fixture
def x() -> Notation:
    """The short notation for Word files."""
    return Notation()


@pytest.fixture
def gardener() -> str:
    """A short job description: section of requirements missing, clause 2.2 left blank."""
    return GARDENER


@pytest.fixture
def run(
    desk: Path, rulebook: Rulebook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Run the command line on the desk; a traceback on any stream fails the test.

    Our own rules are not read anew for each run (half a second); folders of own rules are.
    """
    assert desk.is_dir()
    ours, reading = [rules_folder()], load_rulebook

    def load(folders: Sequence[Path], **options: bool) -> Rulebook:
        return rulebook if list(folders) == ours and not options else reading(folders, **options)

    monkeypatch.setattr("jdlint.rulebook.load_rulebook", load)

    def command(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = cli.main(list(words))
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Ran(int(code), told.out, told.err)

    return command


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's own cache, settings and language out of the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
