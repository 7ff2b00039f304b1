"""What a document says is never an order to a terminal, nor invisible, in any report for people."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

import pytest

from jdlint.model.visible import visible
from jdlint.report import FORMATS

HARM = "\x1b]0;сторож\x07\x1b[2J\x9b31m\u202eавалг\u202c\u200b\u2066\ufeff"
ORDERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
TEXT = f"""\
# Должностная инструкция садовника

## 1. Общие положения

1.1. Садовник подчиняется начальнику парка{HARM} и главному агроному{HARM}.

## 2. Должностные обязанности

2.1. Поливает клумбы{HARM} ________.
"""


def test_what_is_written_out() -> None:
    """Controls, marks of direction and of no width are told by their codes; tabs, line feeds and soft hyphens stay."""
    assert "а\\u001bб" == visible("а\x1bб")
    assert "\\u202e\\u200b\\ufeff\\u009b\\u0000" == visible("\u202e\u200b\ufeff\x9b\0")
    assert "\\udb40\\udc41" == visible("\U000e0041")
    assert "а\tб\nв\u00adг ё😀" == visible("а\tб\nв\u00adг ё😀")


def test_json_reads_it_back() -> None:
    """In a JSON text the codes stand for the very characters."""
    assert {"а": HARM} == json.loads(visible(json.dumps({"а": HARM}, ensure_ascii=False)))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_gives_orders(
    put: Callable[[Mapping[str, str]], None], run: Callable[..., object], name: str
) -> None:
    """Whatever format is printed, nothing that a document holds reaches the terminal as an order to it.

    Markdown for merge requests has one mark of its own, which keeps names from being called.
    """
    put({"сад\x1b[2J\u202e.md": TEXT})
    told = run("check", "--select", "ALL", "--color", "never", "--output-format", name, ".").out

    if name == "html":  # shows the document, which may hold marks without width: they order nothing
        told = told.replace("\u200b", "").replace("\ufeff", "")

    assert [] == ORDERS.findall(told.replace("@\u200b", "").replace("#\u200b", ""))
    if name != "html":  # a page leaves them out
        assert "u001b[2J" in told.replace("\\[", "[")
        assert "u202e" in told


@pytest.mark.parametrize("command", [["show"], ["graph"], ["check", "--color", "always", "--show-basis"]])
def test_the_door_to_a_terminal(
    put: Callable[[Mapping[str, str]], None],
    run: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    """What goes to a terminal may colour, and nothing else."""
    put({"садовник.md": TEXT})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    told = run(*command, "садовник.md").out

    assert [] == ORDERS.findall(re.sub(r"\x1b\[[0-9;]*m", "", told))


def test_complaints(desk: object, run: Callable[..., object]) -> None:
    """Nor does a file name, which strangers choose too."""
    told = run("check", "нет\x1b[2J\u202e.md").err

    assert "нет\\u001b[2J\\u202e.md" in told
