"""The report as a person sees it in a terminal: nothing broken, carets under the words, colour only where it is shown."""

from __future__ import annotations

import fcntl
import itertools
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

import pyte
import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
SAMPLES = ("samples/docx/kladovshchik.docx", "samples/kladovshchik.md", "samples/docx/pekar.docx")
ROWS = 2000


def shown(columns: int, *words: str, typed: str = "", folder: Path = ROOT, **variables: str) -> tuple[pyte.Screen, str]:
    """What a terminal of that width shows of a command in a folder, and the bytes that it got, as text."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "jdlint", *words],
        cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env={**environment, "TERM": "xterm", **variables},
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, typed.encode())
        got = b""
        while chunk := _read(ours):
            got += chunk
    os.close(ours)
    assert process.returncode in (0, 1)
    screen = pyte.Screen(columns, ROWS)
    pyte.ByteStream(screen).feed(got)
    return screen, got.decode()


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65536)
    except OSError:  # Linux tells so that the other end is closed
        return b""


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_full_report_in_a_terminal(columns: int, lang: str) -> None:
    """No line is broken by the terminal, and under every quotation the carets stand below a part of it."""
    screen, got = shown(columns, "check", "--lang", lang, "--show-basis", "--statistics", *SAMPLES)
    lines = [line.rstrip() for line in screen.display]
    sent = [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", got).replace("\r", "").split("\n")]

    assert sent == lines[: len(sent)]
    assert max(map(len, lines)) > columns - 10
    pairs = [(above, line) for above, line in itertools.pairwise(lines) if re.fullmatch(r"    │ +\^+", line)]
    assert len(pairs) > 5
    for above, carets in pairs:
        assert above.startswith("    │ ")
        assert len(carets) <= len(above)
    assert any(above[carets.index("^") : len(carets)].startswith("подчиняется") for above, carets in pairs)


def test_colour_in_a_terminal() -> None:
    """The severity of an error is red on the screen, and the path of a document bold."""
    screen, _ = shown(100, "check", "--lang", "ru", SAMPLES[1])
    row = next(i for i, line in enumerate(screen.display) if "ошибка SUP001" in line)
    column = screen.display[row].index("ошибка")

    assert "red" == screen.buffer[row][column].fg
    assert screen.buffer[0][0].bold


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(variables: dict[str, str]) -> None:
    """NO_COLOR and a terminal that knows none are obeyed, unless colour is asked for."""
    assert "\x1b" not in shown(80, "check", SAMPLES[1], **variables)[1]
    assert "\x1b[31m" in shown(80, "check", "--color", "always", SAMPLES[1], **variables)[1]


def test_no_colour_in_a_pipe(
    run: Callable[..., object], gardener: str, put: Callable[[Mapping[str, str]], None]
) -> None:
    """What is piped is plain text."""
    put({"a.md": gardener})

    assert "\x1b" not in str(run("check", "a.md"))


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("rule", "SUP001"), ("show", SAMPLES[0])])
def test_other_commands_in_a_terminal(words: tuple[str, ...]) -> None:
    """Help and pages of rules keep to 80 columns; nothing is shown as a question mark or an escape."""
    screen, got = shown(80, *words)
    lines = [line.rstrip() for line in screen.display]
    sent = [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", got).replace("\r", "").split("\n")]

    if words[0] != "show":  # the reading text has lines of its own
        assert sent == lines[: len(sent)]
    assert "\ufffd" not in got
    assert "\\u" not in got


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2\nцех\nштат.csv\n", {"profile": "budget", "documents": ["цех/**"], "staff": "штат.csv"}),
        ("7\n3\n..\n/\nцех/\nнет.csv\nцех\n\n", {"profile": "strict", "documents": ["цех/**"]}),
        ("\n\n\n", {}),
        ("\x04\x04\x04", {}),
    ],
    ids=["answers", "wrong ones are asked again", "Enter", "end of input"],
)
def test_init_asks_a_person(tmp_path: Path, typed: str, told: Mapping[str, object]) -> None:
    """Three questions at a terminal; what is answered is in force, and the file is the commented one."""
    (tmp_path / "цех").mkdir()
    (tmp_path / "штат.csv").write_text("должность\nтокарь\n", "utf-8")
    screen, _ = shown(80, "init", "--lang", "ru", typed=typed, folder=tmp_path)
    text = (tmp_path / ".jdlint.yaml").read_text("utf-8")

    assert "создан .jdlint.yaml" in "\n".join(screen.display)
    assert told == (YAML(typ="safe").load(text) or {})
    assert "# Настройки jdlint." in text
