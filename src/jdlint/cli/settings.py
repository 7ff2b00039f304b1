"""`jdlint settings`: what holds for a file or folder, and where it was said."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode, UsageError


def options(settings: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    settings.add_argument(
        "path", nargs="?", metavar="PATH", help=say("файл или папка (по умолчанию — эта)", "file or folder (this one)")
    )
    settings.add_argument("--format", choices=("text", "json"), default="text", help=say("вид", "format"))
    settings.add_argument(
        "--schema", action="store_true", help=say("схема файла настроек для редакторов", "JSON Schema for editors")
    )


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print the settings of a file or folder."""
    from jdlint.selection import Selection, former_words, rulebook_of
    from jdlint.settings.shown import shown, shown_json

    if arguments.schema:
        from jdlint.settings.json_schema import schema_text

        deliver(schema_text())
        return ExitCode.CLEAN
    path = Path(arguments.path or ".")
    if not path.exists():
        raise UsageError(f"нет такого файла или папки: {path}", f"no such file or folder: {path}")
    settings, lang = settings_of(arguments, lang, path)
    if "lang" not in settings.origins.keys:
        settings = replace(settings, origins=settings.origins.by("lang", _who_speaks(arguments, lang)))
    if arguments.format == "json":
        deliver(shown_json(settings))
        return ExitCode.CLEAN
    rulebook = rulebook_of(settings)
    chosen = len(Selection(rulebook, settings).choice(str(path)).rules)
    root, rules = ("проект", "правил включено") if lang == "ru" else ("project", "rules in force")
    head = f"# {root}: {settings.root or '—'}\n# {rules}: {chosen}/{len(rulebook.rules)}\n"
    notices = [*settings.notices, *former_words(rulebook, settings)]
    tail = "".join(f"# {en if lang == 'en' else ru}\n" for ru, en in notices)
    deliver(head + shown(settings, lang, Path.cwd()) + tail)
    return ExitCode.CLEAN


def _who_speaks(arguments: argparse.Namespace, lang: str) -> str:
    if arguments.lang or arguments.top_lang:
        return "--lang"
    return "язык системы" if lang == "ru" else "language of the system"
