"""What an editor shows where the pointer rests: the page of a rule, the meaning of a key, the title of an act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from jdlint.discover import SETTINGS
from jdlint.lsp.analysis import YAML, Analysis
from jdlint.lsp.diagnostics import finding_range
from jdlint.marked import Listing, Node, Page
from jdlint.marked import Mapping as Keys
from jdlint.model.provision import act_name
from jdlint.model.rule import Rule
from jdlint.report.look import SEVERITIES
from jdlint.report.page import page
from jdlint.rulebook.schema import RULE
from jdlint.settings.form import FORM

EXAMPLES = 2
_WORD = re.compile(r"[\w-]+")


def hover(analysis: Analysis, position: Position) -> Hover | None:
    """What there is to say about that place; None for nothing."""
    return _yaml(analysis, position) if analysis.path.suffix in YAML else _finding(analysis, position)


def rule_page(rule: Rule, acts: Mapping[str, object], lang: str) -> str:
    """A rule in Markdown: what it is called, why, by what law, how to mend."""
    head = f"### {rule.code}: {rule.title[lang]}\n\n`{rule.name}` · {SEVERITIES[lang][rule.severity]}\n\n"
    return head + page(rule, acts, lang, examples=EXAMPLES)


def _finding(analysis: Analysis, position: Position) -> Hover | None:
    held = [(f, finding_range(f.place, analysis.text)) for f in analysis.findings]
    here = [(f, where) for f, where in held if where.start <= position <= where.end]
    if not here:
        return None
    codes = dict.fromkeys(finding.code for finding, _ in here)
    pages = [rule_page(analysis.rulebook.rules[code], analysis.rulebook.acts, analysis.lang) for code in codes]
    return Hover(MarkupContent(MarkupKind.Markdown, "\n---\n\n".join(pages)), here[0][1])


def _yaml(analysis: Analysis, position: Position) -> Hover | None:
    """About a word of a settings file or a rule: a rule's code or name, an act, a key."""
    line, column = analysis.text.place(position)
    words = analysis.text.lines[line - 1]
    found = next((m for m in _WORD.finditer(words) if m.start() < column <= m.end() + 1), None)
    if found is None:
        return None
    where = analysis.text.range(line, found.start() + 1, line, found.end() + 1)
    told = next(_about(found[0], line, found.start() + 1, analysis), None)
    return Hover(MarkupContent(MarkupKind.Markdown, told), where) if told else None


def _about(word: str, line: int, column: int, analysis: Analysis) -> Iterator[str]:
    book = analysis.rulebook
    for rule in book.rules.values():
        if word in (rule.code, rule.name):
            yield rule_page(rule, book.acts, analysis.lang)
    if word in book.acts:
        yield f"**{word}**: {act_name(book.acts[word], word, analysis.lang)}"
    form = FORM if analysis.path.name == SETTINGS else RULE
    root = Page(analysis.path.as_posix(), analysis.text.source).root
    if about := _meaning(form.schema(analysis.lang), root, line, column):
        yield f"`{word}` — {about}"


def _meaning(schema: Mapping[str, Any], node: Node | None, line: int, column: int) -> str | None:
    """What the schema says of the key that stands at that place."""
    below: list[tuple[Mapping[str, Any], Node]] = []
    for part in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        if isinstance(node, Keys):
            known = part.get("properties", {})
            for key, value in node.pairs:
                if key.text in known and (key.line, key.column) == (line, column):
                    return str(known[key.text].get("description", "")) or None
                if key.text in known:
                    below.append((known[key.text], value))
        elif isinstance(node, Listing) and isinstance(part.get("items"), dict):
            below += [(part["items"], item) for item in node.items]
    return next(filter(None, (_meaning(inner, value, line, column) for inner, value in below)), None)
