"""The command line: arguments in, text out, an exit code. Nothing below this package prints."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from jdlint.cli.arguments import COMMANDS, CommandLineError, parse
from jdlint.cli.language import language_of_call, language_of_settings, language_of_system, language_told
from jdlint.cli.output import complain
from jdlint.errors import ExitCode, JdlintError, stop_code


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 clean, 1 findings, 2 usage, 3 a fault of ours, 130 or 143 stopped."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language_told(words) or language_of_system()
    arguments = argparse.Namespace()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = _parsed(words, lang)
        return int(import_module(COMMANDS[arguments.command].module).run(arguments, lang))
    except CommandLineError as error:
        complain(f"jdlint: {error}")
        return ExitCode.USAGE
    except JdlintError as error:
        complain(error.say(language_of_call(arguments, lang)))
        return error.exit_code
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 the reader went away; nothing to close
        return ExitCode.CLEAN
    except KeyboardInterrupt as stopped:
        complain("jdlint: остановлено" if lang == "ru" else "jdlint: interrupted")
        return stop_code(stopped)
    except Exception as error:  # a defect of ours: one line, and never the exit code of findings
        word = "внутренний сбой" if lang == "ru" else "internal failure"
        complain(f"jdlint: {word}: {type(error).__name__}: {error}")
        return ExitCode.FAULT


def _parsed(words: Sequence[str], lang: str) -> argparse.Namespace:
    """The arguments; help and complaints are in the language of the settings unless the call names one."""
    told = language_told(words)
    if not told and {"-h", "--help"} & set(words):
        lang = language_of_settings() or lang
    try:
        return parse(words, lang)
    except CommandLineError:
        better = None if told else language_of_settings()
        if better in (None, lang):
            raise
        return parse(words, better)


__all__ = ["main"]
