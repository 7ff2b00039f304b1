"""What a comment says."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from jdlint.model.document import Part
from jdlint.model.finding import Finding, Place
from jdlint.model.report import Report
from jdlint.report.look import Look, found
from jdlint.report.place import cited, referred

MOST_FIRST = 5
_LONGEST_QUOTE = 120
_WORDS = {
    "ru": {
        "whole": "документ в целом",
        "why": "Почему",
        "basis": "Основание",
        "fix": "Что сделать",
        "also": "См. также",
        "where": "Где",
        "first": "С чего начать",
        "as_of": "Действие актов проверено на {}.",
    },
    "en": {
        "whole": "the whole document",
        "why": "Why",
        "basis": "Basis",
        "fix": "Fix",
        "also": "See also",
        "where": "Where",
        "first": "Where to begin",
        "as_of": "Acts were checked as they stood on {}.",
    },
}
_PARTS = {
    "ru": {
        Part.TEXTBOX: "надпись",
        Part.HEADER: "верхний колонтитул",
        Part.FOOTER: "нижний колонтитул",
        Part.FOOTNOTE: "сноска",
        Part.ENDNOTE: "концевая сноска",
    },
    "en": {part: part.value for part in Part},
}


class Saying(NamedTuple):
    """A paragraph of a comment: what it is about, in bold, and its words."""

    lead: str
    words: str


def finding_words(finding: Finding, report: Report, lang: str, elsewhere: Part | None = None) -> list[Saying]:
    """Code, message, reason, basis and mend of one finding.

    `elsewhere` names the part of the document that the words stand in when Word allows no comment there.
    """
    say = _WORDS[lang]
    rule = report.rules[finding.code]
    level = Look(lang).severity(finding.severity)
    out = [Saying(f"{finding.code}, {level}:", report.message(finding, lang))]
    if elsewhere is not None:
        quote = f": {_quoted(finding.place)}" if finding.place.quote.strip() else ""
        out.append(Saying(f"{say['where']}:", f"{_PARTS[lang].get(elsewhere, elsewhere.value)}{quote}"))
    out.append(Saying(f"{say['why']}:", " ".join(rule.why[lang].split())))
    out += [Saying(f"{say['basis']}:", line) for line in report.basis(finding, lang)]
    if rule.fix:
        note = report.fill(rule.fix.note[lang], finding, lang)
        out.append(Saying(f"{say['fix']}:", note))
    also = (referred(other, finding.place, report, lang, lines=False) for other in finding.related)
    return out + [Saying(f"{say['also']}:", words) for words in also]


def summary_words(report: Report, lang: str) -> list[Saying]:
    """What was found in the document, and what to do first."""
    say = _WORDS[lang]
    out = [Saying(f"jdlint {report.version}:", found(report, Look(lang)))]
    for number, finding in enumerate(report.first(MOST_FIRST), 1):
        lead = f"{say['first']}:" if number == 1 else ""
        told = f"{report.message(finding, lang)} ({finding.code})"
        place = cited(finding.place, report, lang) or ("" if finding.place.quote else say["whole"])
        out.append(Saying(lead, f"{number}) {place}: {told}" if place else f"{number}) {told}"))
    day = dt.date.fromisoformat(report.as_of)
    out.append(Saying("", say["as_of"].format(f"{day:%d.%m.%Y}" if lang == "ru" else report.as_of)))
    return out


def _quoted(place: Place) -> str:
    text = " ".join((place.quote or place.context).split())
    return f"«{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + '…'}»"
