"""`jdlint rule`: all that a rule file says, for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jdlint.model.report import basis_lines
from jdlint.model.rule import Rule
from jdlint.report.lines import wrapped
from jdlint.report.look import COLOR_OF, Look
from jdlint.report.page import KINDS

_WORDS = {
    "ru": (
        "Почему",
        "Основание",
        "Что сделать",
        "Сообщение",
        "Где ищет",
        "Находит",
        "Молчит",
        "по умолчанию выключено (preview)",
    ),
    "en": ("Why", "Basis", "Fix", "Message", "Looks in", "Fires", "Silent", "off by default (preview)"),
}


def rule_page(rule: Rule, acts: Mapping[str, Any], look: Look) -> str:
    """What the rule finds, why, by what law, with its examples."""
    why, basis, fix, message, where, fires, silent, preview = _WORDS[look.lang]
    head = f"{look.paint(rule.code, COLOR_OF[rule.severity], 'bold')} {rule.name} · {look.severity(rule.severity)}"
    out = [f"{head} · {preview}" if rule.preview else head, look.paint(rule.title[look.lang], "bold"), ""]
    out += _paragraph(f"{why}: {rule.why[look.lang]}", look.width)
    out.append(f"{basis}:")
    for entry, line in zip(rule.basis, basis_lines(rule, acts, look.lang), strict=True):
        out += _paragraph(f"- {line} ({KINDS.get(entry.kind, {}).get(look.lang, entry.kind)})", look.width)
    if rule.fix:
        out += _paragraph(f"{fix}: {rule.fix.note[look.lang]}", look.width)
    out += _paragraph(f"{message}: {rule.message[look.lang]}", look.width)
    if rule.roles:
        out.append(f"{where}: {', '.join(sorted(r.value for r in rule.roles))}")
    for example in rule.examples:
        why = f" ({example.why})" if example.why and look.lang == "ru" else ""
        out += ["", f"{fires if example.fires else silent}:{why}"]
        for line in example.shown.splitlines():
            out += _paragraph(line, look.width, "    ")
    return "\n".join([*out, ""])


def _paragraph(text: str, width: int, indent: str = "") -> list[str]:
    return wrapped(" ".join(text.split()), width, indent, indent or "  ")
