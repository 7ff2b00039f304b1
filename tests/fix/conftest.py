"""Documents mended as the command line does it, without files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from jdlint.finish import settled
from jdlint.fix import docx, markdown
from jdlint.fix.choice import mendings
from jdlint.fix.rounds import Mended, mend
from jdlint.fix.ways import Mode
from jdlint.linter import Linter
from jdlint.model.document import Source
from jdlint.model.finding import Edit, Finding
from jdlint.model.rule import Rulebook
from jdlint.settings import Settings
from jdlint.word.archive import rewritten

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def find(rulebook: Rulebook) -> Callable[[Source], Sequence[Finding]]:
    """All findings in a file, with every rule."""
    linter = Linter(rulebook, Settings(select=("ALL",), assume_job_description=True), DAY)

    def of(source: Source) -> Sequence[Finding]:
        outcome = linter.lint(source)
        assert outcome.fault is None
        return settled(outcome.document, outcome.findings, linter.selection, linter.world)

    return of


@pytest.fixture(scope="session")
def fix(rulebook: Rulebook, find: Callable[[Source], Sequence[Finding]]) -> Callable[..., Mended]:
    """A file mended; with `codes` as far as these rules mend it."""

    def run(source: Source, *codes: str, unsafe: bool = False, mode: Mode = Mode.TRACKED) -> Mended:
        def write(before: Source, edits: Sequence[Edit]) -> bytes:
            if source.path.endswith(".md"):
                return markdown.mended(before, edits)
            return docx.mended(before, edits, mode, DAY)

        def wanted(before: Source) -> Sequence[Finding]:
            return [f for f in find(before) if not codes or f.code in codes]

        return mend(source, wanted, write, rulebook.rules, unsafe=unsafe)

    return run


@pytest.fixture(scope="session")
def left(rulebook: Rulebook, find: Callable[[Source], Sequence[Finding]]) -> Callable[[Source], int]:
    """How many findings of a file could still be mended safely."""
    return lambda source: len(mendings(find(source), rulebook.rules, unsafe=False))


def _without_ours(root: Any) -> None:
    for mark in [e for e in root.iter(f"{W}ins", f"{W}del") if e.get(f"{W}author") == "jdlint"]:
        parent = mark.getparent()
        if mark.tag == f"{W}del":
            for words in list(mark.iter(f"{W}delText")):
                words.tag = f"{W}t"
            for child in list(mark):
                mark.addprevious(child)
        parent.remove(mark)


@pytest.fixture(scope="session")
def reject() -> Callable[[bytes], bytes]:
    """A Word file as it is when a person rejects every tracked change of ours."""

    def undo(data: bytes) -> bytes:
        with ZipFile(BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        _without_ours(root)
        return rewritten(data, {"word/document.xml": etree.tostring(root)})

    return undo
