"""Write docs/reference/ from the program itself: its commands and options, and the keys of settings and rules.

python docs/make_reference.py            write the pages
python docs/make_reference.py --check    exit 1 and name the pages that are not up to date
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jdlint.cli.arguments import parser
from jdlint.rulebook.schema import RULE
from jdlint.settings.form import FORM, LATER

HERE = Path(__file__).resolve().parent / "reference"
NOTE = "<!-- Страница сделана программой docs/make_reference.py: правьте то, из чего она сделана. -->\n\n"
SUFFIXES = {"ru": ".md", "en": ".en.md"}
WORDS = {
    "ru": {
        "commands": "Команды и ключи",
        "commands lead": (
            "Всё, что знает командная строка; то же печатает `jdlint КОМАНДА --help`. "
            "Ключи `--lang`, `--config` и `--color` есть у каждой команды."
        ),
        "head": "| ключ | что делает |",
        "choices": "одно из",
        "default": "по умолчанию",
        "settings": "Ключи настроек",
        "settings lead": (
            "Ключи файла `.jdlint.yaml`; все необязательны. "
            "О том, где файл лежит и как складываются несколько, – на странице [«Настройки»](../settings.md)."
        ),
        "rules": "Ключи правил",
        "rules lead": (
            "Ключи файла правила; ключ внутри ключа записан через точку. "
            "Как писать правила – [«Как написать правило»](../writing-rules.md)."
        ),
        "keys": "| ключ | что значит | вид |",
        "any": "что угодно",
        "either": " или ",
        "list": "список: ",
        "map": "набор «ключ: {}»",
        "table": "набор ключей: ",
        "words": "слово или список слов",
        "text": "текст",
        "flag": "true или false",
        "count": "целое число от {}",
    },
    "en": {
        "commands": "Commands and options",
        "commands lead": (
            "All that the command line knows; `jdlint COMMAND --help` prints the same. "
            "Every command takes `--lang`, `--config` and `--color`."
        ),
        "head": "| option | what it does |",
        "choices": "one of",
        "default": "by default",
        "settings": "Keys of the settings",
        "settings lead": (
            "The keys of `.jdlint.yaml`; all are optional. "
            "Where the file lies and how several add up is told under [Settings](../settings.md)."
        ),
        "rules": "Keys of rules",
        "rules lead": (
            "The keys of a rule file; a key inside a key is written with a full stop. "
            "How to write rules is told under [Writing rules](../writing-rules.md)."
        ),
        "keys": "| key | what it means | form |",
        "any": "anything",
        "either": " or ",
        "list": "a list: ",
        "map": "a mapping “key: {}”",
        "table": "a mapping with ",
        "words": "a word or a list of words",
        "text": "text",
        "flag": "true or false",
        "count": "a whole number from {}",
    },
}
COMMON = {"--lang", "--config", "--color", "-h"}


def commands(lang: str) -> str:
    """Every command with its arguments and options."""
    words = WORDS[lang]
    lines = [f"# {words['commands']}", "", words["commands lead"], ""]
    whole = parser(lang)
    lines += [words["head"], "| --- | --- |", *(_row(action, words) for action in _own(whole, shared=True))]
    for name, about, one in _below(whole, "jdlint"):
        lines += ["", f"## {name}", "", f"{about[0].upper()}{about[1:]}.", ""]
        own = list(_own(one))
        if own:
            lines += [words["head"], "| --- | --- |", *(_row(action, words) for action in own)]
    return NOTE + "\n".join(lines) + "\n"


def settings(lang: str) -> str:
    """Every key of the settings that has an effect, with its form."""
    words = WORDS[lang]
    lines = [f"# {words['settings']}", "", words["settings lead"], "", words["keys"], "| --- | --- | --- |"]
    for name, told in FORM.schema(lang)["properties"].items():
        if name not in LATER:
            lines.append(_key(name, told, words))
    return NOTE + "\n".join(lines) + "\n"


def rules(lang: str) -> str:
    """Every key of a rule file, with its form; texts in two languages are not taken apart."""
    words = WORDS[lang]
    lines = [f"# {words['rules']}", "", words["rules lead"], "", words["keys"], "| --- | --- | --- |"]

    def walk(told: Mapping[str, Any], path: str) -> None:
        for name, inner in told.get("properties", {}).items():
            if "description" in inner:
                lines.append(_key(path + name, inner, words))
                walk(inner, f"{path}{name}.")
        for part in (*told.get("anyOf", ()), *([told["items"]] if isinstance(told.get("items"), dict) else ())):
            walk(part, path)

    walk(RULE.schema(lang), "")
    return NOTE + "\n".join(lines) + "\n"


def _key(name: str, told: Mapping[str, Any], words: Mapping[str, str]) -> str:
    return f"| `{name}` | {_cell(told['description'])} | {_cell(_form(told, words))} |"


def _below(one: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Name, purpose and parser of each command, and of each action of a command."""
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            about = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for verb, sub in action.choices.items():
                yield f"{name} {verb}", about[verb], sub
                yield from _below(sub, f"{name} {verb}")


def _own(one: argparse.ArgumentParser, *, shared: bool = False) -> Iterator[argparse.Action]:
    for action in one._actions:
        hidden = action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction)
        if not hidden and (shared or not COMMON & set(action.option_strings)):
            yield action


def _row(action: argparse.Action, words: Mapping[str, str]) -> str:
    called = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.option_strings and action.nargs != 0 and not action.choices:
        called += f" {action.metavar}"
    about = action.help or ""
    if action.choices:
        about += f" ({words['choices']}: {', '.join(map(str, action.choices))})"
    if isinstance(action.default, str) and action.default != argparse.SUPPRESS:
        about += f"; {words['default']} {action.default}"
    return f"| `{called}` | {_cell(about)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _form(told: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """The form of a value in words."""
    if [part.get("type") for part in told.get("anyOf", ())] == ["string", "array"]:
        return words["words"]
    if "anyOf" in told:
        return words["either"].join(dict.fromkeys(_form(part, words) for part in told["anyOf"]))
    if "enum" in told:
        return ", ".join(f"`{word}`" for word in told["enum"])
    kind = told.get("type")
    if kind == "array":
        return words["list"] + _form(told["items"], words)
    if kind == "object" and "properties" in told:
        return words["table"] + ", ".join(f"`{name}`" for name in told["properties"])
    if kind == "object" and told.get("additionalProperties"):
        return words["map"].format(_form(told["additionalProperties"], words))
    if kind == "integer":
        return words["count"].format(told["minimum"])
    return {"string": words["text"], "boolean": words["flag"]}.get(str(kind), words["any"])


def pages() -> dict[Path, str]:
    """Every file of docs/reference with what it must say."""
    made = {"commands": commands, "settings": settings, "rules": rules}
    return {HERE / f"{name}{end}": make(lang) for name, make in made.items() for lang, end in SUFFIXES.items()}


def main() -> int:
    """Write the pages, or with --check only compare."""
    wanted = pages()
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"устарело: docs/reference/{path.name}; запустите python docs/make_reference.py")  # noqa: T201
        return 1 if stale else 0
    HERE.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
