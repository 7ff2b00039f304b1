"""One HTML page with everything in it: opens without a network, prints, holds no script."""

from __future__ import annotations

from html import escape
from itertools import groupby

from jdlint.model.finding import Finding
from jdlint.model.report import Report
from jdlint.report.look import Look, first_step, summary
from jdlint.report.place import located, referred

_WORDS = {
    "ru": ("Проверка должностных инструкций", "См. также", "Почему", "Что сделать", "Основание", "Принято ранее"),
    "en": ("Job descriptions checked", "See also", "Why", "Fix", "Basis", "Accepted before"),
}
_STYLE = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
article{border-left:.3rem solid #888;padding:.1rem 1rem;margin:1rem 0}
.error{border-color:#b00020}.warning{border-color:#b26a00}.info{border-color:#00658f}.accepted{opacity:.6}
blockquote{margin:.5rem 0;padding:.3rem .8rem;background:#f4f4f4;overflow-wrap:anywhere}
h2{overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .4rem}"""


def render(report: Report, look: Look) -> str:
    """The findings by document, with what was accepted before marked."""
    title = _WORDS[look.lang][0]
    body = [f"<h1>{title}</h1>", f"<p>{_safe(summary(report, look))}</p>"]
    if step := first_step(report, look):
        body.append(f"<p>{_safe(step)}</p>")
    for path, findings in groupby(report.shown, key=lambda f: f.place.path):
        body.append(f"<section><h2>{_safe(path)}</h2>")
        body += [_article(finding, report, look) for finding in findings]
        body.append("</section>")
    body.append(f"<footer>jdlint {_safe(report.version)} · {_safe(report.rulebook)} · {_safe(report.as_of)}</footer>")
    head = (
        f'<!DOCTYPE html>\n<html lang="{look.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(body) + "\n</body>\n</html>\n"


def _article(finding: Finding, report: Report, look: Look) -> str:
    _, also, why, fix, basis, accepted = _WORDS[look.lang]
    rule = report.rules[finding.code]
    where = located(finding.place, report, look.lang)
    mark = f" · {accepted}" if finding.baseline else ""
    lines = [
        f'<article class="{finding.severity.value}{" accepted" if finding.baseline else ""}">',
        f"<h3>{_safe(where)} · {look.severity(finding.severity)} {finding.code}{mark}</h3>",
        f"<p>{_safe(report.message(finding, look.lang))}</p>",
    ]
    if finding.place.quote.strip():
        lines.append(f"<blockquote>{_safe(finding.place.quote)}</blockquote>")
    notes = [(also, referred(other, finding.place, report, look.lang)) for other in finding.related]
    notes.append((why, rule.why[look.lang]))
    if rule.fix:
        notes.append((fix, report.fill(rule.fix.note[look.lang], finding, look.lang)))
    notes += [(basis, line) for line in report.basis(finding, look.lang)]
    lines += ["<dl>", *(f"<dt>{name}</dt><dd>{_safe(text)}</dd>" for name, text in notes), "</dl>", "</article>"]
    return "\n".join(lines)


def _safe(text: str) -> str:
    return escape(" ".join(text.split()))
