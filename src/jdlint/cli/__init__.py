"""The command line: arguments in, text out, an exit code. Nothing below this package prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from jdlint.cli.arguments import COMMANDS, CommandLineError, parse
from jdlint.cli.output import complain
from jdlint.errors import ExitCode, JdlintError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code (0 clean, 1 findings, 2 usage, 3 a fault of ours)."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = _lang_of(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = parse(words, lang)
        return int(import_module(COMMANDS[arguments.command].module).run(arguments, lang))
    except CommandLineError as error:
        complain(f"jdlint: {error}")
        return ExitCode.USAGE
    except JdlintError as error:
        complain(error.say(lang))
        return error.exit_code
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 the reader went away; nothing to close
        return ExitCode.CLEAN
    except KeyboardInterrupt:
        complain("jdlint: остановлено" if lang == "ru" else "jdlint: interrupted")
        return ExitCode.FAULT
    except Exception as error:  # a defect of ours: one line, and never the exit code of findings
        word = "внутренний сбой" if lang == "ru" else "internal failure"
        complain(f"jdlint: {word}: {type(error).__name__}: {error}")
        return ExitCode.FAULT


def _lang_of(words: Sequence[str]) -> str:
    """The language asked for on the command line, known before anything else can go wrong."""
    for word, following in pairwise([*words, ""]):
        if word == "--lang" and following in ("ru", "en"):
            return following
        if word in ("--lang=en", "--lang=ru"):
            return word[-2:]
    return "ru"


__all__ = ["main"]
