"""Runs every console block of README and docs, page by page, and compares what is printed with what stands there.

A page is worked through from top to bottom in a folder of its own that holds a copy of `samples/`. A fenced block
with a title (```yaml title=".jdlint.yaml") is a file of that name in it; a ```console block is commands and what they
print, errors too. `--write` puts the real output into the pages; paths choose some pages only.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jdlint.cli import main as jdlint

ROOT = Path(__file__).parent.parent
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """Those named on the command line, else all."""
    named = [Path(word).resolve() for word in sys.argv[1:] if word != "--write"]
    return named or [ROOT / "README.md", ROOT / "README.ru.md", *sorted(ROOT.glob("docs/**/*.md"))]


def output(command: str) -> str:
    """What a command prints; jdlint is run in this process, which has the language engine warm."""
    program, *words = shlex.split(command)
    if program == "jdlint" and not re.search("[|&;<>]", command):
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told), contextlib.suppress(SystemExit):
            jdlint(words)
        return told.getvalue()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def fresh(text: str) -> Iterator[str]:
    """The page piece by piece, with the real output of its commands."""
    end = 0
    for block in FENCE.finditer(text):
        yield text[end : block.start()]
        end = block.end()
        indent, body = block["indent"], block["body"]
        if block["title"]:
            file = Path(block["title"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(re.sub(rf"^{indent}", "", body, flags=re.MULTILINE), encoding="utf-8")
        if block["language"] != "console":
            yield block[0]
            continue
        yield f"{indent}```console\n"
        for command in COMMAND.findall(re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)):
            printed = output(command).replace(str(Path.cwd()), "/ДИ").rstrip()
            for line in (f"$ {command}", *printed.splitlines()):
                yield f"{indent}{line}".rstrip() + "\n"
        yield f"{indent}```"
    yield text[end:]


def main() -> int:
    """Exit code 1 when a page is stale."""
    stale = 0
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.update(COLUMNS="100", LC_ALL="ru_RU.UTF-8", XDG_CACHE_HOME=scratch, XDG_CONFIG_HOME=scratch)
        for number, page in enumerate(pages()):
            text = page.read_text(encoding="utf-8")
            if "```console\n" not in text:
                continue
            desk = Path(scratch) / str(number)
            shutil.copytree(ROOT / "samples", desk / "samples", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
            (desk / ".git").mkdir()
            with contextlib.chdir(desk):
                real = "".join(fresh(text))
            if real == text:
                continue
            if "--write" in sys.argv:
                page.write_text(real, encoding="utf-8")
                continue
            print(f"{page.relative_to(ROOT)}: a console block is stale; run .ci/console.py --write")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
