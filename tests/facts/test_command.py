"""Lines of command side by side: `undelimited`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция гравёра\n\n## 1. Общие положения\n\n"

SIDE_BY_SIDE = [
    "1.1. Гравёр административно подчиняется начальнику цеха, функционально — главному художнику.",
    "1.1. Гравёр имеет двойное подчинение: начальнику цеха и главному художнику.",
    "1.1. Гравёр находится в оперативном подчинении у мастера смены и у главного художника.",
    "1.1. Гравёр подчиняется начальнику цеха.\n\n1.2. Гравёр методически подчиняется главному художнику.",
]


@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_two_lines_without_matters(read: Read, text: str) -> None:
    """Two superiors, one of them in a line of his own, and no word on what for: one fact."""
    assert 1 == len([f for f in read(f"{HEAD}{text}\n").facts if f.kind == "undelimited"])


TOLD_APART = [
    "1.1. Гравёр подчиняется начальнику цеха, функционально, по вопросам рисунка, — главному художнику.",
    "1.1. Гравёр подчиняется начальнику цеха, в части эскизов функционально — главному художнику.",
    "1.1. Гравёр подчиняется начальнику цеха, а во время его отпуска — мастеру смены.",
    "1.1. Гравёр подчиняется начальнику цеха.",
]


@pytest.mark.parametrize("text", TOLD_APART)
def test_lines_told_apart(read: Read, text: str) -> None:
    """With matters or a time named, or with one superior, there is nothing to tell apart."""
    assert [] == [f.value for f in read(f"{HEAD}{text}\n").facts if f.kind == "undelimited"]
