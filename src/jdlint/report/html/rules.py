"""The rules that found something: why, by what law, how to mend, with examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.model.report import Report, basis_lines
from jdlint.model.rule import Rule
from jdlint.report.html.safe import flat, safe
from jdlint.report.html.wording import WORDS
from jdlint.report.look import Look
from jdlint.report.page import KINDS, elided

EXAMPLES = 2


def rules(report: Report, look: Look) -> str:
    """An appendix with each rule once; scripts show it beside a finding when asked."""
    codes = sorted({finding.code for finding in report.shown})
    if not codes:
        return ""
    told = "\n".join(_rule(report.rules[code], report, look) for code in codes)
    title = WORDS[look.lang]["rules"]
    return f'<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">{title}</h2>\n{told}\n</section>'


def _rule(rule: Rule, report: Report, look: Look) -> str:
    return "\n".join(_lines(rule, report, look))


def _lines(rule: Rule, report: Report, look: Look) -> Iterator[str]:
    lang, say = look.lang, WORDS[look.lang]
    yield f'<article class="rule" id="rule-{rule.code}">'
    yield f'<h3>{flat(rule.title[lang])} <span class="code">{rule.code}</span></h3>'
    yield f"<p>{flat(elided(rule.why[lang]))}</p><dl>"
    yield f"<dt>{say['basis']}</dt>"
    for basis, line in zip(rule.basis, basis_lines(rule, report.acts, lang), strict=True):
        kind = KINDS.get(basis.kind, {}).get(lang, basis.kind)
        yield f'<dd>{flat(line)} <span class="kind">{flat(kind)}</span></dd>'
    if rule.fix:
        yield f"<dt>{say['fix']}</dt><dd>{flat(elided(rule.fix.note[lang]))}</dd>"
    for title, fires in ((say["fires"], True), (say["silent"], False)):
        chosen = [example for example in rule.examples if example.fires is fires and not example.whole][:EXAMPLES]
        if chosen:
            yield f'<dt class="example-title">{title}</dt>'
            yield from (f'<dd class="example" lang="ru">{_example(one.shown)}</dd>' for one in chosen)
    yield "</dl></article>"


def _example(text: str) -> str:
    """An example with what the rule finds in it marked."""
    marks = {"[[": "<mark>", "]]": "</mark>", "((": "", "))": ""}
    told = safe(re.sub(r"\n\n+", "\n", text))
    for sign, tag in marks.items():
        told = told.replace(sign, tag)
    return told
