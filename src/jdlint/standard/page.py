"""A professional standard as one readable page of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from jdlint.model.provision import romanised
from jdlint.model.standard import GeneralFunction, LabourFunction, Standard

Say = Callable[[str], str]
_WORDS = {
    "order": ("утверждён приказом от {date} № {order}", "approved by the order of {date} No. {order}"),
    "level": ("уровень {level}", "level {level}"),
    "titles": ("Должности", "Job titles"),
    "education": ("Образование", "Education"),
    "experience": ("Опыт", "Experience"),
    "conditions": ("Допуск к работе", "Conditions of admission"),
    "other": ("Другое", "Other"),
    "actions": ("Трудовые действия", "Labour actions"),
    "skills": ("Необходимые умения", "Skills"),
    "knowledge": ("Необходимые знания", "Knowledge"),
    "purpose": ("Цель", "Purpose"),
}


def standard_page(standard: Standard, lang: str, width: int) -> str:
    """All that a standard says, wrapped at `width` columns; headings in `lang`, its own words as they are."""
    return "\n".join(_lines(standard, lang, width)) + "\n"


def _lines(standard: Standard, lang: str, width: int) -> Iterator[str]:
    def word(name: str) -> str:
        return _WORDS[name][lang == "en"]

    approved = word("order").format(
        date=standard.date.strftime("%d.%m.%Y"), order=standard.order if lang == "ru" else romanised(standard.order)
    )
    yield from _wrapped(f"{standard.code} {standard.name} — {approved}", "", width)
    if standard.purpose:
        yield from _wrapped(f"{word('purpose')}: {standard.purpose}", "", width)
    for general in standard.functions:
        yield ""
        level = word("level").format(level=general.level)
        yield from _wrapped(f"{general.code}. {general.name} ({level})", "", width)
        yield from _asked(general, word, width)
        for labour in general.functions:
            yield ""
            yield from _wrapped(f"{labour.code} {labour.name}", "  ", width)
            yield from _listed(labour, word, width)


def _asked(general: GeneralFunction, word: Say, width: int) -> Iterator[str]:
    for name in ("titles", "education", "experience", "conditions", "other"):
        told: Sequence[str] = getattr(general, name)
        if told:
            joined = "; ".join(told).replace("; или; ", " или ")
            yield from _wrapped(f"{word(name)}: {joined}", "  ", width)


def _listed(labour: LabourFunction, word: Say, width: int) -> Iterator[str]:
    for name in ("actions", "skills", "knowledge", "other"):
        told: Sequence[str] = getattr(labour, name)
        if told:
            yield f"    {word(name)}:"
            for item in told:
                yield from _wrapped(f"– {item}", "      ", width)


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False)
