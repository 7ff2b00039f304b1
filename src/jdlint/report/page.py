"""A rule's page in Markdown: the documentation, the help of SARIF and the hover of editors share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.report import basis_lines
from jdlint.model.rule import Rule

KINDS = {
    "law": {"ru": "закон", "en": "law"},
    "clarification": {"ru": "разъяснение", "en": "clarification"},
    "standard": {"ru": "стандарт", "en": "standard"},
    "method": {"ru": "методика", "en": "method"},
}
_WORDS = {
    "ru": ("Почему", "Основание", "Что сделать", "Срабатывает", "Молчит"),
    "en": ("Why", "Basis", "Fix", "Fires", "Silent"),
}


def page(rule: Rule, acts: Mapping[str, Any], lang: str, *, examples: int | None = None) -> str:
    """Why, by what law, how to mend, with examples: all, or so many of each sort."""
    why, basis, fix, fires, silent = _WORDS[lang]
    lines = [f"**{why}.** {elided(rule.why[lang])}", "", f"**{basis}.**", ""]
    bases = zip(rule.basis, basis_lines(rule, acts, lang), strict=True)
    lines += [f"- {elided(text)} ({KINDS.get(entry.kind, {}).get(lang, entry.kind)})" for entry, text in bases]
    if rule.fix:
        lines += ["", f"**{fix}.** {elided(rule.fix.note[lang])}"]
    lines += [*_examples(rule, fires, examples, fires=True), *_examples(rule, silent, examples, fires=False)]
    return "\n".join(lines) + "\n"


def unmarked(markdown: str) -> str:
    """A page as plain text; its examples stay as they are."""
    lines = []
    example = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            example = not example
        elif example:
            lines.append(f"    {line}")
        else:
            lines.append(re.sub(r"^## (.+)$", r"\1:", re.sub(r"^\*\*(.+?)\.\*\*", r"\1:", line)))
    return "\n".join([*lines, ""])


def _examples(rule: Rule, title: str, most: int | None, *, fires: bool) -> Iterator[str]:
    chosen = [e for e in rule.examples if e.fires is fires][:most]
    if chosen:
        yield from ("", f"## {title}")
    for example in chosen:
        yield ""
        if example.why:
            yield from (f"{example.why[0].upper()}{example.why[1:]}:", "")
        yield from ("```text", *example.shown.splitlines(), "```")


def elided(text: str) -> str:
    """`text` in one line, with an ellipsis for what a finding would put in."""
    return re.sub(r"\{\w+\}", "…", " ".join(text.split()))
