"""What a document carries of a standard, as a table: text, HTML or JSON."""

from __future__ import annotations

import html
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from jdlint.model.coverage import SORTS, Coverage, Line

_WORDS = {
    "actions": ("Трудовые действия", "Labour actions"),
    "skills": ("Необходимые умения", "Skills"),
    "knowledge": ("Необходимые знания", "Knowledge"),
    "gap": ("нет", "gap"),
    "covered": ("покрыто", "covered"),
    "foreign": ("Обязанности, которых стандарт не знает", "Duties that the standard does not know"),
    "powers": (
        "Чего требуют действия, а права не дают",
        "What the actions take and the rights do not grant",
    ),
    "none": ("нет", "none"),
    "item": ("Стандарт", "Standard"),
    "clause": ("Пункт инструкции", "Clause of the document"),
    "level": ("уровень", "level"),
}
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "th,td{border:1px solid #c8c8c8;padding:.35rem .6rem;text-align:left;vertical-align:top;width:50%}"
    "th{background:#f1f1f1}td.gap{background:#fde8e4}caption{text-align:left;font-weight:600}"
)


def coverage_text(coverage: Coverage, names: Mapping[str, Any], lang: str, width: int) -> str:
    """The table for a terminal, wrapped at `width` columns; `names` say what the powers are called."""
    return "\n".join(_text_lines(coverage, names, lang, width)) + "\n"


def coverage_json(coverage: Coverage) -> str:
    """The same as one object: document, standard, functions, items with their clauses, shares."""
    data = {
        "path": coverage.path,
        "position": coverage.position,
        "standard": {"code": coverage.standard.code, "name": coverage.standard.name},
        "functions": [g.code for g in coverage.functions],
        "share": round(coverage.share, 4),
        "counts": {s: dict(zip(("carried", "total"), coverage.counts(s), strict=True)) for s in SORTS},
        "items": [
            {
                "function": line.function.code,
                "sort": line.sort,
                "text": line.text,
                "clause": line.carrier.marks.get("clause", "") if line.carrier else None,
                "carrier": line.carrier.value if line.carrier else None,
            }
            for line in coverage.lines
        ],
        "foreign": [{"clause": f.marks.get("clause", ""), "text": f.value} for f in coverage.foreign],
        "powers": [{"power": name, "action": action} for name, action in coverage.powers],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def coverage_html(coverage: Coverage, names: Mapping[str, Any], lang: str) -> str:
    """The table as one page that needs nothing else: no script, no font, no picture."""
    parts = [
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        f"<title>{_safe(_title(coverage))}</title>",
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_safe(_title(coverage))}</h1>",
        f"<p>{_safe(_summary(coverage, lang))}</p>",
    ]
    for heading, lines in _groups(coverage, lang):
        parts.append(f"<h2>{_safe(heading)}</h2>")
        for sort, told in groupby(lines, key=lambda line: line.sort):
            parts.append(f"<table>\n<caption>{_safe(_word(sort, lang))}</caption>")
            parts.append(f"<tr><th>{_word('item', lang)}</th><th>{_word('clause', lang)}</th></tr>")
            parts += [_row(line, lang) for line in told]
            parts.append("</table>")
    for heading, items in _rest(coverage, names, lang):
        parts.append(f"<h2>{_safe(heading)}</h2>\n<ul>")
        parts += [f"<li>{_safe(item)}</li>" for item in items]
        parts.append("</ul>")
    return "\n".join([*parts, "</body>\n</html>"]) + "\n"


def _text_lines(coverage: Coverage, names: Mapping[str, Any], lang: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(_title(coverage), width)
    yield from textwrap.wrap(_summary(coverage, lang), width)
    for heading, lines in _groups(coverage, lang):
        yield ""
        yield from textwrap.wrap(heading, width)
        for sort, told in groupby(lines, key=lambda line: line.sort):
            yield f"  {_word(sort, lang)}:"
            for line in told:
                mark = "✓" if line.carrier else "–"
                yield from textwrap.wrap(line.text, width, initial_indent=f"    {mark} ", subsequent_indent="      ")
                yield from textwrap.wrap(
                    f"→ {_carrier(line, lang)}", width, initial_indent="        ", subsequent_indent="          "
                )
    for heading, items in _rest(coverage, names, lang):
        yield ""
        yield f"{heading}:"
        for item in items:
            yield from textwrap.wrap(item, width, initial_indent="  – ", subsequent_indent="    ")


def _title(coverage: Coverage) -> str:
    standard = coverage.standard
    return f"{coverage.path} — {standard.code} {standard.name} ({', '.join(g.code for g in coverage.functions)})"


def _summary(coverage: Coverage, lang: str) -> str:
    told = (f"{_word(sort, lang)}: {a} / {b}" for sort in SORTS for a, b in [coverage.counts(sort)])
    return f"{_word('covered', lang)} {coverage.share:.0%}. {'; '.join(told)}."


def _groups(coverage: Coverage, lang: str) -> Iterator[tuple[str, list[Line]]]:
    for function, lines in groupby(coverage.lines, key=lambda line: line.function):
        yield f"{function.code} {function.name} ({_word('level', lang)} {function.level})", list(lines)


def _rest(coverage: Coverage, names: Mapping[str, Any], lang: str) -> Iterator[tuple[str, Sequence[str]]]:
    alien = [" ".join(filter(None, (f.marks.get("clause", ""), f.value))) for f in coverage.foreign]
    powers = [f"{names.get(name, {}).get(lang, name)}: {action}" for name, action in coverage.powers]
    yield _word("foreign", lang), alien or [_word("none", lang)]
    yield _word("powers", lang), powers or [_word("none", lang)]


def _row(line: Line, lang: str) -> str:
    gap = "" if line.carrier else ' class="gap"'
    return f"<tr><td>{_safe(line.text)}</td><td{gap}>{_safe(_carrier(line, lang))}</td></tr>"


def _carrier(line: Line, lang: str) -> str:
    if line.carrier is None:
        return _word("gap", lang)
    return " ".join(filter(None, (line.carrier.marks.get("clause", ""), line.carrier.value)))


def _word(name: str, lang: str) -> str:
    return _WORDS[name][lang == "en"]


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
