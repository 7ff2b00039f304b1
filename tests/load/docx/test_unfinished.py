"""From a Word file with open matters to findings at their places."""

from __future__ import annotations

from typing import Any

from jdlint.linter import Linter
from jdlint.model.rule import Rulebook

RULE = "BLK006"
YELLOW = '<highlight val="yellow"/>'


def found(linter: Linter, rulebook: Rulebook, document: Any) -> list[tuple[str, str, object]]:
    """Anchor, words and value of every finding of the rule."""
    reading = linter.read(linter.outlines(document)[0])
    return [(f.place.anchor, f.place.quote, f.values["note"]) for f in linter.check(reading, [rulebook.rules[RULE]])]


def draft(x: Any, *clauses: str) -> str:
    """A job description with these paragraphs as its duties."""
    head = (
        x.p("Должностная инструкция лоцмана"),
        x.p("2. Должностные обязанности"),
        *clauses,
        x.p("3. Права"),
        x.p("3.1. Лоцман вправе требовать карту."),
    )
    return "".join(head)


def test_every_kind_of_open_matter(x: Any, read: Any, linter: Linter, rulebook: Rulebook) -> None:
    """A change, a comment, hidden and highlighted words are found each in its own paragraph."""
    document = read(
        draft(
            x,
            f'<p>{x.t("2.1. Лоцман ведёт суда ")}<ins author="Юрист">{x.t("и баржи")}</ins>{x.t(".")}</p>',
            f'<p>{x.t("2.2. Лоцман знает ")}<commentRangeStart id="0"/>{x.t("фарватер")}<commentRangeEnd id="0"/>'
            f'<r><commentReference id="0"/></r>{x.t(".")}</p>',
            f"<p>{x.t('2.3. Лоцман читает')}{x.t(' вслух', '<vanish/>')}{x.t(' карту.')}</p>",
            f"<p>{x.t('2.4. Лоцман сдаёт рапорт ')}{x.t('в пятницу', YELLOW)}{x.t('.')}</p>",
        ),
        notes={"comments": '<comment id="0" author="Юрист"><p><r><t>весь?</t></r></p></comment>'},
    )

    assert [
        ("body/p[3]", "и баржи", ("revision",)),
        ("body/p[4]", "фарватер", ("comment",)),
        ("body/p[5]", "2.3. Лоцман читает карту.", ("hidden",)),
        ("body/p[6]", "в пятницу", ("highlight",)),
    ] == found(linter, rulebook, document)


def test_clean_file(x: Any, read: Any, linter: Linter, rulebook: Rulebook) -> None:
    """Highlighted headings, blanks and words for jdlint leave nothing open."""
    document = read(
        x.p("1. Общие положения", "", YELLOW)
        + draft(
            x,
            f"<p>{x.t('2.1. Лоцман сдаёт рапорт ')}{x.t('[указать день]', YELLOW)}{x.t('.')}</p>",
            f'<p>{x.t("2.2. Лоцман ведёт суда")}<r><commentReference id="0"/></r>{x.t(".")}</p>',
        ),
        notes={
            "comments": '<comment id="0" author="Юрист"><p><r><t>jdlint: allow DUT004 -- устав</t></r></p></comment>'
        },
    )

    assert [] == found(linter, rulebook, document)
