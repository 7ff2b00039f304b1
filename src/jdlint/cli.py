"""The command line: arguments in, text out, an exit code. The only module that prints."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from jdlint import __version__
from jdlint.arguments import CommandLineError, parser
from jdlint.cache import clean, default_folder
from jdlint.discover import discover, read_source, read_standard_input
from jdlint.errors import ExitCode, JdlintError, UsageError
from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.settings import FILE, TEMPLATE, Settings, find_settings, load_settings, split_codes


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code (0 clean, 1 findings, 2 usage, 3 a fault of ours)."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = _lang_of(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = parser(lang).parse_args(words)
        return int(COMMANDS[arguments.command](arguments, lang))
    except CommandLineError as error:
        _complain(f"jdlint: {error}")
        return ExitCode.USAGE
    except JdlintError as error:
        _complain(error.say(lang))
        return error.exit_code
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 the reader went away; nothing to close
        return ExitCode.CLEAN
    except KeyboardInterrupt:
        _complain("jdlint: остановлено" if lang == "ru" else "jdlint: interrupted")
        return ExitCode.FAULT
    except Exception as error:  # a defect of ours: one line, and never the exit code of findings
        word = "внутренний сбой" if lang == "ru" else "internal failure"
        _complain(f"jdlint: {word}: {type(error).__name__}: {error}")
        return ExitCode.FAULT


def _lang_of(words: Sequence[str]) -> str:
    """The language asked for on the command line, known before anything else can go wrong."""
    for word, following in pairwise([*words, ""]):
        if word == "--lang" and following in ("ru", "en"):
            return following
        if word in ("--lang=en", "--lang=ru"):
            return word[-2:]
    return "ru"


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _settings(arguments: argparse.Namespace, lang: str) -> tuple[Settings, str]:
    """Settings of the file and the command line together, and the language of messages."""
    paths = getattr(arguments, "paths", None) or ["."]
    start = Path(paths[0] if paths[0] != "-" else ".")
    file = (
        Path(arguments.config)
        if getattr(arguments, "config", None)
        else find_settings(start if start.exists() else Path())
    )
    settings = load_settings(file)
    chosen = lang if arguments.lang or arguments.top_lang else settings.lang
    changes: dict[str, Any] = {"lang": chosen}
    if getattr(arguments, "select", None):
        changes["select"] = split_codes(arguments.select)
    if getattr(arguments, "extend_select", None):
        changes["extend_select"] = (*settings.extend_select, *split_codes(arguments.extend_select))
    if getattr(arguments, "ignore", None):
        changes["ignore"] = (*settings.ignore, *split_codes(arguments.ignore))
    for name in ("fail_on", "jobs", "as_of"):
        if getattr(arguments, name, None) is not None:
            changes[name] = getattr(arguments, name)
    for name in ("preview", "assume_job_description"):
        changes[name] = bool(getattr(arguments, name, False))
    return replace(settings, **changes), chosen


def _rulebook(settings: Settings) -> Rulebook:
    from jdlint.rulebook import load_rulebook, rules_folder

    return load_rulebook([rules_folder(), *settings.rules])


def _check(arguments: argparse.Namespace, lang: str) -> int:
    from jdlint.lint import lint  # spaCy comes with it only when a document is read
    from jdlint.report import REPORTERS
    from jdlint.report.look import Look

    settings, lang = _settings(arguments, lang)
    for ru, en in settings.notices:
        _complain(en if lang == "en" else ru)
    sources: list[Any] = []
    if arguments.paths == ["-"]:
        if not arguments.stdin_filename:
            raise UsageError("для «-» нужно имя: --stdin-filename ИМЯ.md", "“-” needs a name: --stdin-filename NAME.md")
        sources = [read_standard_input(arguments.stdin_filename)]
    else:
        sources = list(
            discover(arguments.paths or ["."], exclude=settings.exclude, force_exclude=arguments.force_exclude)
        )
    if not arguments.no_cache:
        settings = replace(settings, cache=Path(arguments.cache_dir) if arguments.cache_dir else default_folder())
    rulebook = _rulebook(settings)
    if not sources and not arguments.quiet:
        _complain("документов .docx и .md здесь нет" if lang == "ru" else "no .docx or .md documents here")
    as_of = settings.as_of or _today()
    with _progress(len(sources), quiet=arguments.quiet, lang=lang) as step:
        report = lint(sources, rulebook, settings, as_of=as_of, progress=step)
    to_file = arguments.output_file
    width = shutil.get_terminal_size((100, 24)).columns
    look = Look(
        lang,
        not to_file and _colored(arguments.color),
        arguments.show_basis,
        arguments.statistics,
        min(max(width, 60), 120),
    )
    _deliver(REPORTERS[arguments.output_format](report, look), to_file)
    for ru, en in report.faults:
        _complain(f"jdlint: {en if lang == 'en' else ru}")
    return _exit_code(report, settings.fail_on)


def _exit_code(report: Report, fail_on: str) -> ExitCode:
    if report.faults:
        return ExitCode.FAULT
    if fail_on == "never":
        return ExitCode.CLEAN
    least = Severity(fail_on).rank
    return ExitCode.FINDINGS if any(f.severity.rank >= least for f in report.findings) else ExitCode.CLEAN


def _deliver(text: str, file: str | None) -> None:
    """Write the report to standard output, or to a file all at once."""
    if not file:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    target = Path(file)
    unfinished = target.parent / f".{target.name}.{os.getpid()}"
    try:
        unfinished.write_bytes(text.encode("utf-8", "backslashreplace"))
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise UsageError(f"не записать {file}: {why}", f"cannot write {file}: {why}") from error


def _colored(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _interactive() -> bool:
    return sys.stderr.isatty()


@contextlib.contextmanager
def _progress(total: int, *, quiet: bool, lang: str) -> Any:
    """A line on standard error while many documents are read by a person at a terminal."""
    shown = total > 20 and not quiet and _interactive()
    word = "прочитано" if lang == "ru" else "read"

    def step(done: int) -> None:
        if shown:
            print(f"\r{word}: {done}/{total}", end="", file=sys.stderr, flush=True)

    yield step
    if shown:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


def _show(arguments: argparse.Namespace, lang: str) -> int:
    from jdlint.errors import LoadError
    from jdlint.lint import Linter
    from jdlint.load import load_document
    from jdlint.show import show_json, show_text

    settings, lang = _settings(arguments, lang)
    path = Path(arguments.file)
    if not path.is_file():
        raise UsageError(f"нет такого файла: {path}", f"no such file: {path}")
    linter = Linter(_rulebook(settings), settings, settings.as_of or _today())
    try:
        document = load_document(read_source(path))
    except LoadError as error:
        raise UsageError(f"{path}: {error.ru}", f"{path}: {error.en}") from error
    readings = [linter.read(outline) for outline in linter.outlines(document)]
    _deliver(show_json(document, readings) if arguments.format == "json" else show_text(document, readings, lang), None)
    return ExitCode.CLEAN


def _rule(arguments: argparse.Namespace, lang: str) -> int:
    from jdlint.report.look import Look
    from jdlint.report.rule import rule_page
    from jdlint.selection import matching

    settings, lang = _settings(arguments, lang)
    rulebook = _rulebook(settings)
    if not arguments.codes and not arguments.all:
        raise UsageError(
            "назовите правило: jdlint rule SUP001 (или --all)", "name a rule: jdlint rule SUP001 (or --all)"
        )
    codes = sorted(rulebook.rules) if arguments.all else sorted(matching(rulebook, *arguments.codes))
    look = Look(lang, _colored(arguments.color), width=min(max(shutil.get_terminal_size((100, 24)).columns, 60), 110))
    _deliver("\n".join(rule_page(rulebook.rules[code], rulebook.acts, look) for code in codes), None)
    return ExitCode.CLEAN


def _test(arguments: argparse.Namespace, lang: str) -> int:
    from jdlint.prove import prove
    from jdlint.rulebook import load_rulebook, rules_folder

    settings, lang = _settings(arguments, lang)
    ours = rules_folder()
    folder = Path(arguments.folder) if arguments.folder else None
    own = folder is None or folder.resolve() == ours.resolve()
    rulebook = load_rulebook([ours] if own else [ours, folder or ours], strict=own)
    codes = [
        c
        for c, r in sorted(rulebook.rules.items())
        if own or Path(r.path).resolve().is_relative_to((folder or ours).resolve())
    ]
    if not codes:
        raise UsageError(f"в папке {folder} нет правил", f"no rules in {folder}")
    proof = prove(rulebook, codes, settings.as_of or _today())
    for failure in proof.failures:
        print(failure.say(lang))
    if lang == "en":
        print(f"rules: {proof.rules}, examples: {proof.examples}, failures: {len(proof.failures)}")
    else:
        print(f"правил: {proof.rules}, примеров: {proof.examples}, не сошлось: {len(proof.failures)}")
    return ExitCode.FINDINGS if proof.failures else ExitCode.CLEAN


def _register(arguments: argparse.Namespace, lang: str) -> int:
    from jdlint.rulebook.register import stale_entries

    settings, lang = _settings(arguments, lang)
    acts = _rulebook(settings).acts
    as_of = settings.as_of or _today()
    stale = dict(stale_entries(acts, as_of))
    for name in sorted(stale, key=lambda n: (stale[n], n)) if arguments.stale else sorted(acts):
        act = acts[name]
        title = act["title"] if isinstance(act["title"], str) else act["title"].get(lang, act["title"]["ru"])
        print(f"{act['checked']}  {act['status']:10}  {name}  {title}")
    count = len(stale)
    print(f"давно не сверялись (больше года): {count}" if lang == "ru" else f"not checked for over a year: {count}")
    return ExitCode.CLEAN


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _clean(arguments: argparse.Namespace, lang: str) -> int:
    count = clean(Path(arguments.cache_dir) if arguments.cache_dir else default_folder())
    print(f"забыто документов: {count}" if lang == "ru" else f"entries dropped: {count}")
    return ExitCode.CLEAN


def _init(arguments: argparse.Namespace, lang: str) -> int:
    target = Path(arguments.folder or ".") / FILE
    if target.exists():
        raise UsageError(f"{target} уже есть, не трогаю", f"{target} exists already, left alone")
    if not target.parent.is_dir():
        raise UsageError(f"нет такой папки: {target.parent}", f"no such folder: {target.parent}")
    _deliver(TEMPLATE, str(target))
    print(f"создан {target}" if lang == "ru" else f"wrote {target}")
    return ExitCode.CLEAN


COMMANDS = {
    "check": _check,
    "show": _show,
    "rule": _rule,
    "test": _test,
    "init": _init,
    "register": _register,
    "clean": _clean,
}

__all__ = ["__version__", "main"]
