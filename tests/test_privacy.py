"""What a document says stays on the computer, and with its owner."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from jdlint.cache.rulebook import unpacked
from jdlint.cli.arguments import COMMANDS

ROOT = Path(__file__).parents[1]
Put = Callable[[Mapping[str, str | bytes]], None]
SAMPLE = ROOT / "samples/docx/kladovshchik.docx"
STANDARD = ROOT / "samples/pekar.md"
# Every command, with arguments that make it do its work; `lsp` speaks over its
# standard streams, and `serve` is a server: it listens because it is asked to.
CALLS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "check": (
        ("check", ".", "--select", "ALL", "--annotate", "copies"),
        ("check", ".", "--fix", "--unsafe-fixes"),
        ("check", ".", "--baseline", "b.jsonl", "--write-baseline"),
    ),
    "rule": (("rule", "SUP001"),),
    "show": (("show", "кладовщик.docx"),),
    "test": (("test", "rules"),),
    "graph": (("graph", "."),),
    "init": (("init", "new"),),
    "clean": (("clean",),),
    "settings": (("settings",),),
    "completion": (("completion", "bash"),),
    "register": (("register",),),
    "standard": (("standard", "list"),),
    "new": (("new", "--position", "сторож"),),
    "lsp": (),
    "serve": (),
}


class NetworkError(AssertionError):
    """Somebody asked for the network."""


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No connection can be made and no name looked up; who tries is written down, however it takes the refusal."""
    asked: list[str] = []

    def refuse(*told: object, **_: object) -> NoReturn:
        asked.append(repr(told))
        raise NetworkError(told)

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto", "listen"):
        monkeypatch.setattr(socket.socket, name, refuse)
    return asked


def test_every_command_is_here() -> None:
    """A new command comes into this test too."""
    assert set(COMMANDS) == set(CALLS)


@pytest.mark.parametrize("words", [words for calls in CALLS.values() for words in calls], ids=" ".join)
def test_no_network(
    run: Callable[..., Any], put: Put, desk: Path, gardener: str, offline: list[str], words: tuple[str, ...]
) -> None:
    """No command asks for the network."""
    put({"садовник.md": gardener, "кладовщик.docx": SAMPLE.read_bytes(), "new/.keep": ""})
    (desk / "rules").mkdir()
    run(*words)

    assert [] == offline


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders to the user")
def test_the_cache_is_private(put: Put, desk: Path, gardener: str) -> None:
    """Whatever the umask, files of the cache are readable by the owner only, and its folders are closed to others."""
    put({"садовник.md": gardener, "сторож.md": gardener.replace("адовник", "торож")})
    words = [sys.executable, "-m", "jdlint", "check", ".", "--cache-dir", "память/jdlint"]
    subprocess.run(words, preexec_fn=lambda: os.umask(0) and None, capture_output=True, check=False)
    cache = desk / "память" / "jdlint"
    entries = [cache, *cache.rglob("*")]

    assert 5 < len(entries)
    assert {0o600} == {stat.S_IMODE(p.stat().st_mode) for p in entries if p.is_file()}
    assert {0o700} == {stat.S_IMODE(p.stat().st_mode) for p in entries if p.is_dir()}


def test_no_cache_leaves_nothing(run: Callable[..., Any], put: Put, desk: Path, gardener: str) -> None:
    """With --no-cache nothing is written anywhere that belongs to the user."""
    put({"садовник.md": gardener})
    before = sorted(desk.parent.rglob("*"))
    run("check", ".", "--no-cache")

    assert before == sorted(desk.parent.rglob("*"))


def test_the_cache_holds_no_more_than_findings_and_facts(run: Callable[..., Any], put: Put, desk: Path) -> None:
    """Words of a document that no finding quotes and no fact states are not kept."""
    put(
        {
            "садовник.md": "# Должностная инструкция садовника\n\n## 1. Общие положения\n\n1.1. Заветное слово: пароль сим-сим.\n"
        }
    )
    run("check", ".", "--cache-dir", ".cache")
    kept = b"".join(p.read_bytes() for p in (desk / ".cache").rglob("*") if p.is_file() and "words" not in p.parts)

    assert "сим-сим".encode() not in kept
    assert b"\\u0441\\u0438\\u043c-\\u0441\\u0438\\u043c" not in kept


def test_a_kept_rulebook_calls_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes into the cache cannot have a function called by it, not even one that our records use."""
    called: list[object] = []
    monkeypatch.setattr("jdlint.model.collection.field", called.append)
    calling = b"\x80\x02cjdlint.model.collection\nfield\n(K\x01tR."

    assert unpacked(calling, None) is None
    assert not called
