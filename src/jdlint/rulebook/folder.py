"""Folders of rules: which files they hold, and what is in those that are not rules."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jdlint.errors import Mistake, UsageError
from jdlint.marked import Listing, MapOf, Page, Scalar, Text, plain_data
from jdlint.marked import Mapping as Keys
from jdlint.record import record

_SUFFIXES = frozenset({".yaml", ".yml"})
_VOCABULARY, _REGISTER, _EDITION, _RENAMED = "_vocabulary", "_register", "_edition", "_renamed"


@record
class RuleFile:
    """One file of a folder of rules: `name` is its path inside the folder, `path` that path as people type it."""

    name: str
    path: str
    data: bytes


@record
class Renaming:
    """A rule's present code, and where that is written."""

    code: str
    path: str
    line: int
    column: int


@record
class Materials:
    """The plain data of all folders: a later folder's file replaces an earlier one of the same name, and its acts
    replace acts of the same id. `acts` is None when no folder has a register of acts; `renamed` are present codes by
    former codes and names.
    """

    edition: str
    acts: Mapping[str, Any] | None
    register: Mapping[str, Any]
    vocabulary: Mapping[str, Any]
    renamed: Mapping[str, Renaming]


def rule_files(folder: Path) -> tuple[RuleFile, ...]:
    """The YAML files of a folder and its subfolders, by name, without hidden ones; UsageError if there is no folder."""
    if not folder.is_dir():
        raise UsageError(f"нет папки с правилами: {folder.as_posix()}", f"no such folder of rules: {folder.as_posix()}")
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in _SUFFIXES)
    visible = [name for name in names if not any(part.startswith(".") for part in name.split("/"))]
    return tuple(
        [RuleFile(n, (folder / n).as_posix(), (folder / n).read_bytes()) for n in visible if (folder / n).is_file()]
    )


def is_rule(file: RuleFile) -> bool:
    """Whether the file holds a rule: what starts with `_`, or stands in such a folder, is data."""
    return not any(part.startswith("_") for part in file.name.split("/"))


def digest(folders: Sequence[Sequence[RuleFile]]) -> str:
    """SHA-256 over the names and bytes of all files, folder by folder."""
    sha = hashlib.sha256()
    for files in folders:
        sha.update(b"folder\0")
        for file in sorted(files, key=lambda f: f.name):
            sha.update(f"{file.name}\0{len(file.data)}\0".encode() + file.data)
    return sha.hexdigest()


def text_of(file: RuleFile) -> tuple[str, list[Mistake]]:
    """The file's text, or a mistake when it is not UTF-8."""
    try:
        return file.data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = file.data[: error.start].count(b"\n") + 1
        said = ("файл не в кодировке UTF-8", "the file is not UTF-8")
        return "", [Mistake(file.path, line, 1, *said)]


def read_materials(folders: Sequence[Sequence[RuleFile]]) -> tuple[Materials, list[Mistake]]:
    """Everything in the folders that is not a rule, and the mistakes in it."""
    editions: list[str] = []
    acts: dict[str, Any] | None = None
    register: dict[str, Any] = {}
    vocabulary: dict[str, Any] = {}
    renamed: dict[str, Renaming] = {}
    mistakes: list[Mistake] = []
    for file in [f for files in folders for f in files if not is_rule(f)]:
        home, _, rest = file.name.rpartition("/")
        stem = Path(rest).stem
        if (home, stem) not in (("", _EDITION), ("", _RENAMED)) and home not in (_VOCABULARY, _REGISTER):
            continue
        text, bad = text_of(file)
        page = Page(file.path, text)
        if (home, stem) == ("", _EDITION):
            editions.append(_edition(page))
        elif (home, stem) == ("", _RENAMED):
            renamed |= _renamed(page)
        elif home == _VOCABULARY:
            vocabulary[stem] = plain_data(page.root)
        elif stem == "acts":
            acts = {**(acts or {}), **_acts(page)}
        else:
            register[stem] = plain_data(page.root)
        mistakes += bad or page.mistakes
    return Materials("+".join(e for e in editions if e), acts, register, vocabulary, renamed), mistakes


def _edition(page: Page) -> str:
    node = page.root.get("edition") if isinstance(page.root, Keys) else None
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return node.text
    page.blame(node or page.root, 'нужно: edition: "год.месяц"', 'expected edition: "year.month"')
    return ""


def _renamed(page: Page) -> dict[str, Renaming]:
    """Present codes by former codes and names."""
    told = MapOf(Text()).read(page.root, page) if page.root else None
    if not told or not isinstance(page.root, Keys):
        return {}
    return {
        key.text: Renaming(told[key.text], page.path, value.line, value.column)
        for key, value in page.root.pairs
        if key.text in told
    }


def _acts(page: Page) -> dict[str, Any]:
    """Acts by id."""
    if not isinstance(page.root, Listing):
        page.blame(page.root, "реестр актов — это список", "the register of acts is a list")
        return {}
    acts: dict[str, Any] = {}
    for item in page.root.items:
        name = item.get("id") if isinstance(item, Keys) else None
        if not isinstance(name, Scalar) or not isinstance(name.value, str):
            page.blame(item, "у акта нет id", "an act without id")
        elif name.text in acts:
            page.blame(name, f"акт «{name.text}» уже есть в реестре", f"act “{name.text}” is already in the register")
        else:
            acts[name.text] = plain_data(item)
    return acts
