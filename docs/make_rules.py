"""Write docs/rules/ from the rule files: a page for each rule and an index by group, act and severity.

The Russian pages are kept in the tree; the English ones are made with the site (docs/hooks.py).

python docs/make_rules.py            write the pages
python docs/make_rules.py --check    exit 1 and name the pages that are not up to date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jdlint.model.rule import Rule, Rulebook
from jdlint.report.look import SEVERITIES
from jdlint.report.page import page as rule_body
from jdlint.rulebook import load_rulebook, rules_folder

HERE = Path(__file__).resolve().parent / "rules"
GROUPS = {
    "STR": {"ru": "Состав инструкции", "en": "What it is made of"},
    "SUP": {"ru": "Подчинённость и замещение", "en": "Subordination and substitution"},
    "DUT": {"ru": "Обязанности", "en": "Duties"},
    "BLK": {"ru": "Незаполненные места", "en": "Blanks"},
    "RGT": {"ru": "Права", "en": "Rights"},
    "LIA": {"ru": "Ответственность", "en": "Liability"},
    "LAW": {"ru": "Ссылки на законы", "en": "References to law"},
    "REQ": {"ru": "Требования к работнику", "en": "Requirements"},
    "PRO": {"ru": "Профессиональные стандарты", "en": "Professional standards"},
    "FMT": {"ru": "Оформление", "en": "Form"},
    "ORG": {"ru": "Организация в целом", "en": "The organisation as a whole"},
    "DOC": {"ru": "Сам файл", "en": "The file itself"},
}
NOTE = "<!-- Страница сделана программой docs/make_rules.py из файла правила: правьте правило. -->\n\n"
WORDS = {
    "ru": {
        "about": "Имя: `{name}`. Уровень: {level}. Файл: [rules/{source}](../../rules/{source}).",
        "preview": ", само не включается (preview)",
        "rules": "Правила",
        "total": "Всего правил: {count}. Редакция: {edition}.",
        "groups": "По группам",
        "head": "| код | что находит | уровень |",
        "acts": "По актам",
        "levels": "По уровням",
    },
    "en": {
        "about": "Name: `{name}`. Severity: {level}. File: [rules/{source}](../../rules/{source}).",
        "preview": ", off unless asked for (preview)",
        "rules": "Rules",
        "total": "{count} rules, edition {edition}.",
        "groups": "By group",
        "head": "| code | what it finds | severity |",
        "acts": "By act",
        "levels": "By severity",
    },
}


def page(rule: Rule, rulebook: Rulebook, lang: str = "ru") -> str:
    """One rule as a Markdown page, with its title in the other language too."""
    words = WORDS[lang]
    source = Path(rule.path).relative_to(rules_folder()).as_posix()
    level = SEVERITIES[lang][rule.severity] + (words["preview"] if rule.preview else "")
    lines = [f"# {rule.code}: {rule.title[lang]}", "", f"*{rule.title['en' if lang == 'ru' else 'ru']}*", ""]
    lines += [words["about"].format(name=rule.name, level=level, source=source), ""]
    return NOTE + "\n".join(lines) + "\n" + rule_body(rule, rulebook.acts, lang)


def index(rulebook: Rulebook, lang: str = "ru") -> str:
    """All rules by group, then by act, then by severity."""
    rules, words = list(rulebook.rules.values()), WORDS[lang]
    total = words["total"].format(count=len(rules), edition=rulebook.edition)
    lines = [f"# {words['rules']}", "", total, "", f"## {words['groups']}"]
    for group, title in GROUPS.items():
        chosen = [r for r in rules if r.code.startswith(group)]
        if chosen:
            lines += ["", f"### {title[lang]} ({group})", "", words["head"], "| --- | --- | --- |"]
            lines += [f"| {link(r)} | {r.title[lang]} | {level(r, lang)} |" for r in chosen]
    lines += ["", f"## {words['acts']}", ""]
    by_act: dict[str, list[Rule]] = {}
    for rule in rules:
        for basis in rule.basis:
            by_act.setdefault(basis.act, []).append(rule)
    for act in sorted(filter(None, by_act), key=lambda a: name_of(rulebook, a, "ru")):
        codes = ", ".join(dict.fromkeys(link(r) for r in by_act[act]))
        lines.append(f"- {name_of(rulebook, act, lang)}: {codes}")
    lines += ["", f"## {words['levels']}", ""]
    for severity, word in SEVERITIES[lang].items():
        codes = ", ".join(link(r) for r in rules if r.severity is severity)
        lines.append(f"- {word}: {codes}")
    return NOTE + "\n".join(lines) + "\n"


def link(rule: Rule) -> str:
    """A link to the rule's page."""
    return f"[{rule.code}]({rule.code}.md)"


def level(rule: Rule, lang: str) -> str:
    """Severity in words."""
    return SEVERITIES[lang][rule.severity] + (" (preview)" if rule.preview else "")


def name_of(rulebook: Rulebook, act: str, lang: str) -> str:
    """What the act is called."""
    entry = rulebook.acts[act]
    title = entry["title"].get(lang, "") if isinstance(entry["title"], dict) else entry["title"]
    return f"{title} ({entry['number']})" if entry.get("number") else str(title)


def pages() -> Iterator[tuple[Path, str]]:
    """Every file of docs/rules with what it must say."""
    rulebook = load_rulebook([rules_folder()])
    yield HERE / "index.md", index(rulebook)
    for rule in rulebook.rules.values():
        yield HERE / f"{rule.code}.md", page(rule, rulebook)


def main() -> int:
    """Write the pages, or with --check only compare."""
    wanted = dict(pages())
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text("utf-8") != text]
    extra = [p for p in HERE.glob("*.md") if p not in wanted]
    if "--check" in sys.argv[1:]:
        for path in sorted([*stale, *extra]):
            print(f"устарело: docs/rules/{path.name}; запустите python docs/make_rules.py")  # noqa: T201
        return 1 if stale or extra else 0
    HERE.mkdir(exist_ok=True)
    for path in extra:
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
