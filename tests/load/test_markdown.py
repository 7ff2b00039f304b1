"""Markdown becomes a reading text without a character lost, moved or invented."""

from __future__ import annotations

import pytest

from jdlint.load.markdown import parse
from jdlint.model.span import Lines


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and words of every block, as a reader sees them."""
    document = parse("a.md", text)
    return [(b.kind.value, words(b.span.of(document.plain))) for b in document.blocks]


def words(plain: str) -> str:
    """A plain text with single spaces and without what no reader sees."""
    return " ".join(plain.replace("\u00ad", "").split())


BLOCKS = {
    "пусто": ("", []),
    "одни пробелы": ("  \n\n\t\n", []),
    "заголовок и абзац": ("# Кок\n\nВарит уху.\n", [("heading", "Кок"), ("paragraph", "Варит уху.")]),
    "закрытый заголовок": ("## Кок ##\n", [("heading", "Кок")]),
    "пустой заголовок": ("## \n\nКок\n", [("paragraph", "Кок")]),
    "заголовок без пробела": ("#Кок\n", [("paragraph", "#Кок")]),
    "подчёркнутый =": ("Кок\n===\nВарит.\n", [("heading", "Кок"), ("paragraph", "Варит.")]),
    "подчёркнутый -": ("Кок\n---\nВарит.\n", [("heading", "Кок"), ("paragraph", "Варит.")]),
    "абзац над чертой": (
        "Кок варит уху\nи компот.\n---\nПодпись\n",
        [("paragraph", "Кок варит уху и компот."), ("paragraph", "Подпись")],
    ),
    "вложенные пункты": (
        "1. Кок:\n   - уха;\n     * щука;\n   - компот.\n2. Юнга.\n",
        [("item", "1. Кок:"), ("item", "- уха;"), ("item", "* щука;"), ("item", "- компот."), ("item", "2. Юнга.")],
    ),
    "продолжение пункта": (
        "- варит уху\n  и компот\n- моет котёл\n",
        [("item", "- варит уху и компот"), ("item", "- моет котёл")],
    ),
    "ручные номера": (
        "1.1. Варит уху.\n1.2. Моет котёл.\n",
        [("paragraph", "1.1. Варит уху."), ("paragraph", "1.2. Моет котёл.")],
    ),
    "точки в строку": (
        "• уха • компот • чай\n",
        [("paragraph", "• уха"), ("paragraph", "• компот"), ("paragraph", "• чай")],
    ),
    "точка у второй буквы": ("аб • уха\n", [("paragraph", "аб • уха")]),
    "точка у третьей буквы": ("абв • уха\n", [("paragraph", "абв"), ("paragraph", "• уха")]),
    "номера в строку": (
        "Уха.\n\n2.1. Варит. 2.2. Ест.\n",
        [("paragraph", "Уха."), ("paragraph", "2.1. Варит."), ("paragraph", "2.2. Ест.")],
    ),
    "номера в строку заголовка": ("# 2.1. Варит. 2.2. Ест.\n", [("heading", "2.1. Варит. 2.2. Ест.")]),
    "таблица без крайних черт": (
        "Блюдо | День\n--|--\nУха | среда\n",
        [("cell", "Блюдо"), ("cell", "День"), ("cell", "Уха"), ("cell", "среда")],
    ),
    "таблица": (
        "| Блюдо | День |\n|:--|--:|\n| Уха | |\n| **Чай** | среда |\n",
        [("cell", "Блюдо"), ("cell", "День"), ("cell", "Уха"), ("cell", "Чай"), ("cell", "среда")],
    ),
    "черта в ячейке": (
        "| а | б |\n|---|---|\n| уха \\| щи | чай |\n",
        [("cell", "а"), ("cell", "б"), ("cell", "уха | щи"), ("cell", "чай")],
    ),
    "цитата": ("> Кок варит\n> уху.\n>> Юнга моет.\n", [("paragraph", "Кок варит уху."), ("paragraph", "Юнга моет.")]),
    "заголовок в цитате": ("> ## Кок\n", [("heading", "Кок")]),
    "комментарий": ("Варит<!-- соль\n____ --> уху.\n", [("paragraph", "Варит"), ("paragraph", "уху.")]),
    "только комментарий": ("<!-- кок -->\n\nУха.\n", [("paragraph", "Уха.")]),
    "незакрытый комментарий": ("Уха.\n\n<!-- кок\n\nЧай.\n", [("paragraph", "Уха.")]),
    "код": ("```text\nВарит ____\n```\n", [("paragraph", "Варит ____")]),
    "незакрытый код": ("```text\nВарит\nуху", [("paragraph", "Варит уху")]),
    "незакрытый код с концом строки": ("```text\nВарит\n", [("paragraph", "Варит")]),
    "пустой код": ("```\n```\nУха.\n", [("paragraph", "Уха.")]),
    "код в списке": ("- ```\n  Варит\n  ```\n- Уха\n", [("item", "-"), ("paragraph", "Варит"), ("item", "- Уха")]),
    "теги в коде": ("    <h2>Кок</h2>\n", [("paragraph", "Кок")]),
    "заголовок тегом": ("<h2>Кок</h2>\nВарит.\n", [("heading", "Кок"), ("paragraph", "Варит.")]),
    "заголовок тегом ниже": (
        "<div>\n<H3 id='a'>Кок</H3>\nВарит.\n</div>\n",
        [("heading", "Кок"), ("paragraph", "Варит.")],
    ),
    "готовый текст над абзацем": ("<pre>Кок</pre>\nварит\n", [("paragraph", "Кок"), ("paragraph", "варит")]),
    "отступ над кавычкой": ("    Кок варит (уху,\n«щи»)\n", [("paragraph", "Кок варит (уху,"), ("paragraph", "«щи»)")]),
    "отступ над прописной": ("    Кок варит (уху,\nЩи)\n", [("paragraph", "Кок варит (уху,"), ("paragraph", "Щи)")]),
    "отступ табуляцией": ("\tКок варит\nуху\n", [("paragraph", "Кок варит уху")]),
    "заголовок над строчной": ("# Кок\nварит\n", [("heading", "Кок"), ("paragraph", "варит")]),
    "пустые пункты": ("- уха\n-\n- чай\n", [("item", "- уха"), ("item", "-"), ("item", "- чай")]),
    "заголовок под абзацем": ("Уха.\n\nКок\n---\n", [("paragraph", "Уха."), ("heading", "Кок")]),
    "код в строке": ("Ставит `котёл` на огонь.\n", [("paragraph", "Ставит котёл на огонь.")]),
    "отступ в шестьдесят": (
        " " * 60 + "3. Права\n\n" + " " * 60 + "3.1. Ест уху.\n",
        [("paragraph", "3. Права"), ("paragraph", "3.1. Ест уху.")],
    ),
    "выделение": ("**Кок** *варит* ***уху*** __и__ _чай_ ~~нет~~.\n", [("paragraph", "Кок варит уху и чай нет .")]),
    "имя с чертами": ("Файл menu_na_den_1 цел.\n", [("paragraph", "Файл menu_na_den_1 цел.")]),
    "ссылка": (
        'Читает [устав](https://sea.example/u "Устав") и ![рис](a.png).\n',
        [("paragraph", "Читает устав и рис .")],
    ),
    "ссылка на сноску": ("Читает [устав][ust].\n\n[ust]: https://sea.example\n", [("paragraph", "Читает устав .")]),
    "теги": ("Варит<br>уху <b>сам</b>.\n", [("paragraph", "Варит уху сам .")]),
    "тег-блок": ("<div>\n\nКок\n\n</div>\n", [("paragraph", "Кок")]),
    "флажки": ("- [ ] уха\n- [x] чай\n", [("item", "- уха"), ("item", "- чай")]),
    "сущности": (
        "Уха&nbsp;&laquo;Ёрш&raquo; &mdash; 5&#8239;л, A&amp;B, &неведомо;\n",
        [("paragraph", "Уха «Ёрш» — 5 л, A&B, &неведомо;")],
    ),
    "знаки с чертой": ("1\\. Уха \\* чай \\[да\\]\n", [("paragraph", "1 . Уха * чай [да]")]),
    "перенос двумя пробелами": ("Кок  \nварит\n", [("paragraph", "Кок"), ("paragraph", "варит")]),
    "перенос чертой": ("Кок\\\nварит\n", [("paragraph", "Кок"), ("paragraph", "варит")]),
    "мягкий перенос": ("Кок ва\u00adрит.\n", [("paragraph", "Кок варит.")]),
    "черты между абзацами": ("Уха.\n\n---\n\nЧай.\n\n* * *\n", [("paragraph", "Уха."), ("paragraph", "Чай.")]),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    """Each paragraph, heading, item and cell is one block with its words; what no reader sees is none."""
    assert expected == blocks(text)


def test_line_and_column_are_those_of_the_file() -> None:
    """A block begins at the line and column where an editor shows it; its anchor is the line."""
    text = "# Кок\n\n  1. Варит\n> Ест\n\n| а | б |\n|---|---|\n| в | г |\n"
    document = parse("a.md", text)
    lines = Lines(text)

    assert [(1, 3), (3, 3), (4, 3), (6, 3), (6, 7), (8, 3), (8, 7)] == [
        lines.place(b.span.start) for b in document.blocks
    ]
    assert ["1", "3", "4", "6:1", "6:2", "8:1", "8:2"] == [b.anchor for b in document.blocks]


def test_levels_and_labels() -> None:
    """Headings know their level, items their depth and their marker; a number typed by hand is no marker."""
    document = parse("a.md", "# А\n\n### Б\n\n1. В\n   - Г\n\n1.1. Д\n")

    assert [(1, ""), (3, ""), (1, "1."), (2, "-"), (0, "")] == [(b.level, b.label) for b in document.blocks]


def test_headings_in_tags() -> None:
    """They have the level of their tag, and a number in them is typed by hand."""
    document = parse("a.md", "<h2>1. Права</h2>\n<h1>Кок</h1>\n")

    assert [("heading", 2, "", "1"), ("heading", 1, "", "2")] == [
        (b.kind.value, b.level, b.label, b.anchor) for b in document.blocks
    ]


def test_empty_items() -> None:
    """An empty item is one of the first level, its marker its label."""
    assert [(1, "-", "1"), (1, "1.", "3")] == [(b.level, b.label, b.anchor) for b in parse("a.md", "-\n\n1.\n").blocks]


def test_a_typed_indent_begins_a_paragraph() -> None:
    """The first line of a typed paragraph is indented, and goes on in the next one that begins in lower case."""
    text = "    1.1. Кок варит уху и  подчиняется\nбоцману парохода.\n    1.2. Кок печёт хлеб.\n"

    assert ["1.1. Кок варит уху и  подчиняется\nбоцману парохода.", "1.2. Кок печёт хлеб."] == [
        b.span.of(text) for b in parse("a.md", text).blocks
    ]


WRAPPED = """\
Кок варит уху из рыбы, которую дал ему старый боцман
и чистит котёл, который дал ему старый капитан порта
Петров на рейде.
"""


@pytest.mark.parametrize(("rest", "expected"), [("", 2), (f"\n|{'к' * 300}|\n|-|\n", 3), (f"\n{'К' * 300}\n", 5)])
def test_tables_have_no_width(rest: str, expected: int) -> None:
    """Lines broken by width go on in upper case, however wide a table beside them is; a long line says they are not."""
    assert expected == len(parse("a.md", WRAPPED * 2 + rest).blocks)


def test_cells_know_their_place() -> None:
    """A cell knows its table, row, column and the width of the row; an empty cell is counted and is no block."""
    document = parse("a.md", "|а|б|\n|-|-|\n||в|\n\nтекст\n\n|г|\n|-|\n")

    assert [(1, 1, 1, 2), (1, 1, 2, 2), (1, 2, 2, 2), (2, 1, 1, 1)] == [
        (c.table, c.row, c.column, c.columns) for b in document.blocks if (c := b.cell)
    ]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "**1. Права**"),
        (True, "__Права__"),
        (True, "<b>Права</b>"),
        (True, "IV. **Права**"),
        (True, "1. **Права**"),
        (True, "**Права**:"),
        (True, "**кок** а"),
        (False, "**кок** аб"),
        (False, "**кок варит уху** и\nчай"),
        (True, "**кок варит уху** и\n**чай**"),
        (False, "Права"),
        (False, "**Права:** ест уху, пьёт чай"),
        (False, "*Права*"),
        (False, "Права ____"),
    ],
)
def test_bold(text: str, *, expected: bool) -> None:
    """A block is bold when nearly all of its letters are."""
    assert [expected] == [b.bold for b in parse("a.md", text + "\n").blocks]


FRONT = {
    "обычная": ('---\nrole: Кок\nномер: "7"\n---\n# Уха\n', {"role": "Кок", "номер": "7"}),
    "после комментария": ("<!-- камбуз -->\n---\nrole: Кок\n---\n", {"role": "Кок"}),
    "с точками": ("---\nrole: Кок\n...\nтекст\n", {"role": "Кок"}),
    "без значения": ("---\nrole:\ntitle: Кок\n---\n", {"title": "Кок"}),
    "не в начале": ("Уха\n\n---\nrole: Кок\n---\n", {}),
    "не закрыта": ("---\nrole: Кок\n", {}),
}


@pytest.mark.parametrize(("text", "expected"), FRONT.values(), ids=FRONT)
def test_front_matter(text: str, expected: dict[str, str]) -> None:
    """Named values at the top of the file are properties, not text; quotes around them are dropped."""
    document = parse("a.md", text)

    assert expected == {p.name: p.value for p in document.front}
    assert not expected or "Кок" not in "".join(b.span.of(document.plain) for b in document.blocks)
    assert all(p.value == p.span.of(text).strip("\"'") for p in document.front)


@pytest.mark.parametrize("words", ["Кок", "# Кок", "- Кок", "  Кок"])
def test_text_between_rules_is_no_front_matter(words: str) -> None:
    """Text between two rules at the top of the file that names no property is text of the document."""
    document = parse("a.md", f"---\n\n{words}\n\n---\n")

    assert () == document.front
    assert ["Кок"] == ["".join(c for c in b.span.of(document.plain) if c.isalpha()) for b in document.blocks]


def test_hidden_places_are_kept() -> None:
    """What a comment says is kept for suppressions, at its place."""
    text = "Уха. <!-- кок -->\n\n<!--\nюнга -->\n"

    assert ["<!-- кок -->", "<!--\nюнга -->"] == [h.of(text) for h in parse("a.md", text).hidden]
