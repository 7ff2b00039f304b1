"""Replacements that leave open who replaces: `vague_substitution`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция часовщика\n\n## 1. Общие положения\n\n"
VAGUE = [
    ("лицо, назначенное в установленном порядке", "лицо, назначенное в установленном порядке"),
    ("другое лицо", "другое лицо"),
    ("кто-либо из коллег", "кто-либо из коллег"),
]


@pytest.mark.parametrize(("who", "words"), VAGUE)
def test_nobody_is_named(read: Read, who: str, words: str) -> None:
    """Words for anybody are told as they stand."""
    reading = read(f"{HEAD}1.1. На время отсутствия часовщика его обязанности исполняет {who}.\n")
    facts = [f for f in reading.facts if f.kind == "vague_substitution"]
    assert [words] == [f.span.of(reading.outline.document.text) for f in facts]


NAMED = [
    "лицо, назначенное приказом директора",
    "старший часовщик",
    "другой часовщик по графику, утверждённому приказом",
]


@pytest.mark.parametrize("who", NAMED)
def test_somebody_is_named(read: Read, who: str) -> None:
    """A position or a paper is enough."""
    reading = read(f"{HEAD}1.1. На время отсутствия часовщика его обязанности исполняет {who}.\n")
    assert [] == [f for f in reading.facts if f.kind == "vague_substitution"]
