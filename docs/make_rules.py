"""Write docs/rules/ from the rule files: a page for each rule and an index by group, act and severity.

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
    "STR": "Состав инструкции",
    "SUP": "Подчинённость и замещение",
    "DUT": "Обязанности",
    "BLK": "Незаполненные места",
    "RGT": "Права",
    "LIA": "Ответственность",
    "LAW": "Ссылки на законы",
    "REQ": "Требования к работнику",
    "PRO": "Профессиональные стандарты",
    "FMT": "Оформление",
    "ORG": "Организация в целом",
    "DOC": "Сам файл",
}
NOTE = "<!-- Страница сделана программой docs/make_rules.py из файла правила: правьте правило. -->\n\n"


def page(rule: Rule, rulebook: Rulebook) -> str:
    """One rule as a Markdown page, in Russian with the English title."""
    source = Path(rule.path).relative_to(rules_folder()).as_posix()
    level = SEVERITIES["ru"][rule.severity] + (", само не включается (preview)" if rule.preview else "")
    lines = [f"# {rule.code}: {rule.title['ru']}", "", f"*{rule.title['en']}*", ""]
    lines += [f"Имя: `{rule.name}`. Уровень: {level}. Файл: [rules/{source}](../../rules/{source}).", ""]
    return NOTE + "\n".join(lines) + "\n" + rule_body(rule, rulebook.acts, "ru")


def index(rulebook: Rulebook) -> str:
    """All rules by group, then by act, then by severity."""
    rules = list(rulebook.rules.values())
    lines = ["# Правила", "", f"Всего правил: {len(rules)}. Редакция: {rulebook.edition}.", "", "## По группам"]
    for group, title in GROUPS.items():
        chosen = [r for r in rules if r.code.startswith(group)]
        if chosen:
            lines += ["", f"### {title} ({group})", "", "| код | что находит | уровень |", "| --- | --- | --- |"]
            lines += [f"| {link(r)} | {r.title['ru']} | {level(r)} |" for r in chosen]
    lines += ["", "## По актам", ""]
    by_act: dict[str, list[Rule]] = {}
    for rule in rules:
        for basis in rule.basis:
            by_act.setdefault(basis.act, []).append(rule)
    for act in sorted(filter(None, by_act), key=lambda a: str(name_of(rulebook, a))):
        codes = ", ".join(dict.fromkeys(link(r) for r in by_act[act]))
        lines.append(f"- {name_of(rulebook, act)}: {codes}")
    lines += ["", "## По уровням", ""]
    for severity, word in SEVERITIES["ru"].items():
        codes = ", ".join(link(r) for r in rules if r.severity is severity)
        lines.append(f"- {word}: {codes}")
    return NOTE + "\n".join(lines) + "\n"


def link(rule: Rule) -> str:
    """A link to the rule's page."""
    return f"[{rule.code}]({rule.code}.md)"


def level(rule: Rule) -> str:
    """Severity in words."""
    return SEVERITIES["ru"][rule.severity] + (" (preview)" if rule.preview else "")


def name_of(rulebook: Rulebook, act: str) -> str:
    """What the act is called."""
    entry = rulebook.acts[act]
    title = entry["title"]["ru"] if isinstance(entry["title"], dict) else entry["title"]
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
