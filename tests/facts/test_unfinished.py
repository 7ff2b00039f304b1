"""What whoever drafted the document left open: `unfinished`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.document import Note, NoteKind
from jdlint.model.reading import Reading
from jdlint.model.span import Span

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция смотрителя\n\n## 2. Должностные обязанности\n\n2.1. Зажигает маяк.\n\n"
TEXT = f"{HEAD}2.2. Чистит линзы до блеска.\n\n| Смена | Дела |\n|---|---|\n| ночная | ____ масла |\n"


def places(reading: Reading) -> list[tuple[str, str]]:
    """Value and words of every fact."""
    text = reading.outline.document.text
    return [(f.value, f.span.of(text)) for f in reading.facts if f.kind == "unfinished"]


def noted(linter: Linter, *notes: tuple[NoteKind, str, str, str], text: str = TEXT) -> list[tuple[str, str]]:
    """The facts of the text with these notes: each a kind, the words it is about, its text and author.

    Words that end in «^» stand for the empty place behind them.
    """
    document = parse("маяк.md", text)
    made = []
    for kind, words, beside, author in notes:
        start = text.index(words.rstrip("^"))
        span = (
            Span(start + len(words) - 1, start + len(words) - 1)
            if words[-1] == "^"
            else Span(start, start + len(words))
        )
        block = next(b.span for b in document.blocks if b.span.start <= start < b.span.end)
        made.append(Note(kind, span, block, beside, author))
    return places(linter.read(linter.outlines(replace(document, notes=tuple(made)))[0]))


def test_comments_of_markdown(read: Read) -> None:
    """Comments with work to do or a question are told; other comments are not."""
    comments = "<!-- TODO: спросить -->\n\n<!-- так ли это? -->\n\n<!-- from mayak.docx -->\n"

    assert [("comment", "<!-- TODO: спросить -->"), ("comment", "<!-- так ли это? -->")] == places(
        read(HEAD + comments)
    )


def test_question_marks(read: Read) -> None:
    """Question marks in place of a value are told, a question is not."""
    assert [("doubt", "???")] == places(read(f"{HEAD}2.2. Получает ??? литров масла.\n"))
    assert [] == places(read(f"{HEAD}2.2. Кто дежурит? Тот, кто назван в графике.\n"))


def test_revisions_of_one_block(linter: Linter) -> None:
    """What one edit puts in and takes out is told once, from its first word to its last; another block is another."""
    found = noted(
        linter,
        (NoteKind.DELETION, "Чистит ^", "лампы", "Юрист"),
        (NoteKind.INSERTION, "линзы", "", "Юрист"),
        (NoteKind.INSERTION, "блеска", "", "Кадровик"),
        (NoteKind.MOVE, "маяк", "", "Юрист"),
    )

    assert [("revision", "маяк"), ("revision", "линзы до блеска")] == found


def test_words_that_are_gone(linter: Linter) -> None:
    """What leaves no words in the text is told by its block."""
    found = noted(linter, (NoteKind.DELETION, "Зажигает^", " вручную", ""), (NoteKind.HIDDEN, "линзы^", " спиртом", ""))

    assert [("revision", "2.1. Зажигает маяк."), ("hidden", "2.2. Чистит линзы до блеска.")] == found


def test_comments_of_word(linter: Linter) -> None:
    """A comment is told by the words it is about; a thread of answers to it is one matter."""
    found = noted(
        linter,
        (NoteKind.COMMENT, "до блеска", "нужно ли?", "Юрист"),
        (NoteKind.COMMENT, "до блеска", "нужно", "Смотритель"),
    )

    assert [("comment", "до блеска")] == found


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("jdlint: allow DUT004 -- так написано в паспорте маяка", "Юрист"),
        (" JDLINT: allow DUT004", ""),
        ("DUT004: непонятная обязанность", "jdlint"),
    ],
)
def test_our_own_comments(linter: Linter, text: str, author: str) -> None:
    """A comment that jdlint wrote or that speaks to it leaves nothing open."""
    assert [] == noted(linter, (NoteKind.COMMENT, "до блеска", text, author))


def test_hidden_words_of_a_pasted_page(linter: Linter) -> None:
    """The hidden ends of a browser's form are nobody's note."""
    assert [] == noted(linter, (NoteKind.HIDDEN, "линзы^", "Начало формы", ""))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("до блеска", [("highlight", "до блеска")]),
        ("2.2. Чистит линзы до блеска.", [("highlight", "2.2. Чистит линзы до блеска.")]),
        ("Должностные обязанности", []),
        ("Должностная инструкция смотрителя", []),
        ("Смена", []),
        ("____ масла", []),
        (".", []),
    ],
)
def test_highlighted_words(linter: Linter, words: str, expected: list[tuple[str, str]]) -> None:
    """A marker over the content is told; over headings, the head of a table and blanks it is not."""
    assert expected == noted(linter, (NoteKind.HIGHLIGHT, words, "", ""))


def test_document_highlighted_as_a_whole(linter: Linter) -> None:
    """A marker over nearly everything marks nothing."""
    text = f"{HEAD}2.2. Чистит линзы до блеска, меняет фитили, ведёт вахтенный журнал и принимает\n"
    text = text[:-1] + " гостей острова, а по праздникам зажигает огни на причале.\n"

    assert [] == noted(linter, (NoteKind.HIGHLIGHT, text[text.index("Чистит") : -2], "", ""), text=text)
