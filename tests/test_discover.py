"""Which files are linted, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.discover import discover, read_source
from jdlint.errors import LoadError, UsageError

Put = Callable[[Mapping[str, str | bytes]], None]


@pytest.fixture
def lay(put: Put) -> Callable[..., None]:
    """Lay files on the desk: names without content, or names with it."""

    def files(*names: str, **named: str) -> None:
        put(dict.fromkeys(names, "сад") | {".gitignore" if k == "gitignore" else k: v for k, v in named.items()})

    return files


def found(*paths: str, **options: Any) -> list[str]:
    """The paths found, as they are reported."""
    return [path.as_posix() for path in discover(paths or (".",), **options)]


def names(paths: Iterable[str]) -> set[str]:
    """Paths as a set."""
    return set(paths)


def test_folders_are_walked(lay: Callable[..., None]) -> None:
    """DOCX and Markdown in any case of letters, at any depth, in one order; nothing else."""
    lay("б.md", "а.docx", "в/Г.MARKDOWN", "в/д/е.DOCX", "в/ж.doc", "з.txt", "и.md.bak", "к")

    assert ["а.docx", "б.md", "в/Г.MARKDOWN", "в/д/е.DOCX"] == found()
    assert ["в/Г.MARKDOWN", "в/д/е.DOCX"] == found("в")


def test_hidden_files_and_locks_are_left_out(lay: Callable[..., None]) -> None:
    """Hidden files and folders, and Word's lock files, are no documents, the lock not even when named."""
    lay("а.md", ".б.md", ".в/г.md", "~$а.docx", "д/~$е.docx")

    assert ["а.md"] == found()
    assert [] == found("~$а.docx")
    assert [".б.md"] == found(".б.md")


def test_named_files_are_taken_whatever_their_name(lay: Callable[..., None]) -> None:
    """A file named outright is linted, once, however often and however it is named."""
    lay("а.txt", "б.md")

    assert ["а.txt", "б.md"] == found("б.md", "./б.md", "а.txt", ".")


def test_order_does_not_depend_on_the_call(lay: Callable[..., None]) -> None:
    """Files come sorted by path."""
    lay("а.md", "б/в.md", "г.md")

    assert found() == found("г.md", "б", "а.md")


def test_missing_path(lay: Callable[..., None]) -> None:
    """A path that is not there stops the run and is named."""
    lay("а.md")

    with pytest.raises(UsageError) as told:
        discover(["а.md", "нет/такого.md"])
    assert "нет/такого.md" in told.value.ru
    assert "нет/такого.md" in told.value.en


IGNORED = {
    "файл": ("а.md\n", {"б.md", "в/а.md", "в/г.md"} - {"в/а.md"}),
    "только вверху": ("/а.md\n", {"б.md", "в/а.md", "в/г.md"}),
    "папка": ("в/\n", {"а.md", "б.md"}),
    "шаблон": ("**/г*\n", {"а.md", "б.md", "в/а.md"}),
    "исключение из шаблона": ("*.md\n!б.md\n", {"б.md"}),
    "пояснение": ("# а.md\n\n", {"а.md", "б.md", "в/а.md", "в/г.md"}),
}


@pytest.mark.parametrize(("rules", "expected"), IGNORED.values(), ids=IGNORED)
def test_git_ignored_files_are_left_out(put: Put, rules: str, expected: set[str]) -> None:
    """`.gitignore` is read as git reads it; a file named outright is taken all the same."""
    put({".gitignore": rules, "а.md": "", "б.md": "", "в/а.md": "", "в/г.md": ""})

    assert expected == names(found())
    assert ["а.md"] == found("а.md")


def test_nested_ignore_files(put: Put) -> None:
    """An ignore file holds for its folder and below; those above the walked folder hold too."""
    put(
        {
            ".gitignore": "/в/г/ж.md\n",
            "в/.gitignore": "а.md\n",
            "а.md": "",
            "в/а.md": "",
            "в/г/а.md": "",
            "в/г/ж.md": "",
        }
    )
    put({"в/г/е.md": ""})

    assert {"а.md", "в/г/е.md"} == names(found())
    assert {"в/г/е.md"} == names(found("в"))
    assert {"в/г/е.md"} == names(found("в/г"))


def test_a_deeper_file_takes_back(put: Put) -> None:
    """What a folder above ignores, an ignore file below may let in again."""
    put({".gitignore": "*.md\n", "в/.gitignore": "!а.md\n", "в/а.md": "", "в/б.md": "", "г.md": ""})

    assert ["в/а.md"] == found()


def test_ignore_files_of_no_repository(put: Put, desk: Path) -> None:
    """Without a repository, only the ignore files inside the walked folder are read."""
    put({".gitignore": "а.md\n", "в/а.md": "", "в/б.md": "", "в/.gitignore": "б.md\n"})
    (desk / ".git").rmdir()

    assert ["в/а.md"] == found("в")


def test_exclude(lay: Callable[..., None]) -> None:
    """Excluded files are left out of folders; of files named outright only when forced."""
    lay("а.md", "старое/б.md", "в/старое/г.md", "д/черновик.md")

    assert ["а.md", "д/черновик.md"] == found(exclude=["старое/"])
    assert ["а.md", "в/старое/г.md", "старое/б.md"] == found(exclude=["черновик.md"])
    assert ["старое/б.md"] == found("старое/б.md", exclude=["старое/**"])
    assert [] == found("старое/б.md", exclude=["старое/**"], force_exclude=True)
    assert ["а.md"] == found("а.md", exclude=["старое/**"], force_exclude=True)
    assert ["а.md"] == found("а.md", force_exclude=True)


def test_links(lay: Callable[..., None], desk: Path) -> None:
    """A link to a file is the file; a link to a folder is not followed, nor is one that leads nowhere."""
    lay("в/а.md")
    try:
        (desk / "б.md").symlink_to(desk / "в/а.md")
        (desk / "г").symlink_to(desk / "в", target_is_directory=True)
        (desk / "д.md").symlink_to(desk / "нет.md")
    except OSError:
        pytest.skip("no symbolic links here")

    assert ["б.md", "в/а.md"] == found()


def test_folder_that_cannot_be_listed(lay: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system does not open stops the run with its name and the reason."""
    lay("а.md", "тайна/б.md")
    listing = Path.iterdir

    def refuse(self: Path) -> Any:
        if self.name == "тайна":
            raise PermissionError(13, "Permission denied")
        return listing(self)

    monkeypatch.setattr(Path, "iterdir", refuse)

    with pytest.raises(UsageError, match="тайна: нет прав"):
        discover(["."])


def test_file_that_cannot_be_opened(desk: Path) -> None:
    """A file that does not open is unreadable, which is a finding and no failure."""
    (desk / "папка.md").mkdir()

    with pytest.raises(LoadError):
        read_source(desk / "папка.md")
    with pytest.raises(LoadError):
        read_source(desk / "нет.md")


def test_digest_is_of_the_bytes(put: Put, desk: Path) -> None:
    """The same bytes have one digest wherever they stand."""
    put({"а.md": "сад", "б.md": "сад", "в.md": "сады"})
    digests = [read_source(desk / name).digest for name in ("а.md", "б.md", "в.md")]

    assert digests[0] == digests[1] != digests[2]
