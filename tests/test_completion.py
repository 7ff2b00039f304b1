"""Completion loaded into real shells, in a terminal: what Tab writes is what the command line takes."""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

from jdlint.cli.arguments import COMMANDS, parser
from jdlint.cli.completion import FILES, FOLDERS, SHELLS

PATIENCE = 6
STARTS = {
    "bash": (["bash", "--noprofile", "--norc", "-i"], "source shell/_jdlint; bind 'set enable-bracketed-paste off'"),
    "zsh": (["zsh", "-f", "-i"], "fpath=($PWD/shell $fpath); autoload -Uz compinit; compinit -u -D"),
    "fish": (["fish", "--no-config", "-i"], "source shell/_jdlint"),
}


class Shell:
    """An interactive shell in a terminal of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        words, prepare = STARTS[name]
        self.screen = pyte.Screen(120, 60)
        self.stream = pyte.ByteStream(self.screen)
        self.end, theirs = pty.openpty()
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "$ ",
            "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
        }  # fmt: skip
        self.process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", *words],  # fish wants a terminal that controls it
            cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.type(f"{prepare}; echo rea''dy\n")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.end, keys.encode())

    def wait(self, *words: str) -> str:
        """The screen, once all these words are on it; fails when they never come."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if all(word in (shown := "\n".join(self.screen.display)) for word in words):
                return shown
            if select.select([self.end], [], [], 0.1)[0]:
                self.stream.feed(os.read(self.end, 65536))
        raise AssertionError(f"{words} never came:\n" + "\n".join(line for line in self.screen.display if line.strip()))

    def close(self) -> None:
        """Leave the terminal."""
        os.close(self.end)
        self.process.wait()


@pytest.fixture(params=sorted(STARTS))
def shell(request: pytest.FixtureRequest, run: Callable[..., Any], desk: Path) -> Iterator[Shell]:
    """A shell that has loaded the completion, on a desk with a document and a folder of rules."""
    if not (shutil.which(request.param) and shutil.which("setsid")):
        pytest.skip(f"{request.param} is not installed here")
    (desk / "shell").mkdir()
    (desk / "shell/_jdlint").write_text(run("completion", request.param, "--lang", "en").out, encoding="utf-8")
    (desk / "klerk.md").write_text("# x\n", encoding="utf-8")
    (desk / "hr-rules").mkdir()
    opened = Shell(request.param, desk)
    try:
        opened.wait("ready")
        yield opened
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("jdlint ch", "jdlint check"),
        ("jdlint compl", "jdlint completion"),
        ("jdlint rule REQ00", "jdlint rule REQ00"),
        ("jdlint check --show-b", "jdlint check --show-basis"),
        ("jdlint check --fail-on ne", "jdlint check --fail-on never"),
        ("jdlint check --output-format sar", "jdlint check --output-format sarif"),
        ("jdlint check --select LAW00", "jdlint check --select LAW00"),
        ("jdlint check kl", "jdlint check klerk.md"),
        ("jdlint test h", "jdlint test hr-rules"),
        ("jdlint check --cache-dir h", "jdlint check --cache-dir hr-rules"),
    ],
)
def test_tab(shell: Shell, typed: str, completed: str) -> None:
    """Tab after the beginning of a command, option, value, code, file or folder completes it."""
    shell.type(f"{typed}\t")

    shell.wait(completed)
    if completed == typed:  # several codes begin so: a second Tab lists them
        shell.type("\t")
        shell.wait(f"{typed.rsplit(maxsplit=1)[-1]}1", f"{typed.rsplit(maxsplit=1)[-1]}9")


def test_tab_lists_commands(shell: Shell) -> None:
    """Tab twice after the program's name lists its commands."""
    shell.type("jdlint \t\t")

    shell.wait(*COMMANDS)


@pytest.mark.skipif(not shutil.which("pwsh"), reason="PowerShell is not installed here")
def test_powershell(run: Callable[..., Any], desk: Path) -> None:
    """PowerShell completes the name of a command."""
    (desk / "completion.ps1").write_text(run("completion", "powershell").out, encoding="utf-8")
    script = ". ./completion.ps1; (TabExpansion2 'jdlint ch' 9).CompletionMatches.CompletionText"
    done = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", script], cwd=desk, capture_output=True, text=True, check=False
    )

    assert ["check"] == done.stdout.split()


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_powershell_can_be_read(run: Callable[..., Any], lang: str) -> None:
    """Every quotation and bracket of the script is closed, whatever stands in our words.

    PowerShell takes typographic apostrophes for quotes.
    """
    script = run("completion", "powershell", "--lang", lang).out
    tokens = re.compile("#[^\n]*|['‘’](?:[^'‘’]|['‘’]{2})*['‘’]|\"(?:[^\"`]|`[^ ])*\"|[(){}[\\]'\"]")
    closes = {"(": ")", "{": "}", "[": "]"}
    open_: list[str] = []
    for token in tokens.findall(script):
        if token in closes:
            open_.append(closes[token])
        elif len(token) == 1:
            assert open_.pop() == token
        elif token[0] not in '#"':
            assert "\n" not in token, token

    assert not open_


@pytest.mark.parametrize("name", SHELLS)
def test_script_knows_the_command_line(run: Callable[..., Any], name: str) -> None:
    """The script of each shell names every command, the formats and the codes; it is the same each time."""
    ran = run("completion", name)

    assert (0, "") == (ran.code, ran.err)
    for word in (*COMMANDS, "sarif", "SUP001", "fail-on"):
        assert word in ran.out
    assert ran.out == run("completion", name).out


def test_every_value_is_known() -> None:
    """An option that takes a value has choices, a file, a folder, words of ours, or cannot be guessed."""
    free = {"N", "NAME", "YYYY-MM-DD", "CODE", "CODES", "STANDARD", "POSITION", "A", "FORMAT[=F]", *FILES, *FOLDERS}
    pending: list[argparse.ArgumentParser] = [parser("en")]
    while pending:
        for action in pending.pop()._actions:
            if isinstance(action, argparse._SubParsersAction):
                pending += action.choices.values()
            elif action.nargs != 0 and not action.choices and action.help != argparse.SUPPRESS:
                assert str(action.metavar).partition(".")[0] in free, action


def test_runs_without_a_terminal() -> None:
    """`jdlint completion bash` is what a person redirects into a file."""
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "completion", "bash"], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("# AUTOMATICALLY GENERATED")
