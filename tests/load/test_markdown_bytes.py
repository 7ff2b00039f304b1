"""Which bytes are a Markdown file, however its text is stored."""

from __future__ import annotations

import pytest

from jdlint.errors import LoadError
from jdlint.load import load_document
from jdlint.load.markdown import load
from jdlint.model.document import BlockKind, Source
from jdlint.model.span import Lines


def test_a_space_before_a_windows_line_end() -> None:
    """One space at the end of a line is no hard break, whatever ends the line."""
    text = "# Кок\n\nВарит уху для всей команды и \nкапитана.\n"
    same = [load(Source("a.md", t.encode())) for t in (text, text.replace("\n", "\r\n"))]

    assert same[0] == same[1]
    assert ["Кок", "Варит уху для всей команды и  капитана."] == [b.span.of(same[1].plain) for b in same[1].blocks]


@pytest.mark.parametrize(
    "data",
    [
        "# Кок\n\nВарит уху.\n".encode(),
        "# Кок\n\nВарит уху.\n".encode("utf-8-sig"),
        "# Кок\n\nВарит уху.\n".encode("cp1251"),
        "# Кок\n\nВарит уху.\n".encode("utf-16"),
        b"\xfe\xff" + "# Кок\n\nВарит уху.\n".encode("utf-16-be"),
        "# Кок\r\n\r\nВарит уху.\r\n".encode(),
        "# Кок\r\rВарит уху.\r".encode(),
    ],
    ids=["utf-8", "bom", "cp1251", "utf-16-le", "utf-16-be", "crlf", "cr"],
)
def test_every_way_to_store_a_text(data: bytes) -> None:
    """Any encoding and any line ends give the same blocks at the same lines."""
    document = load(Source("a.md", data))

    assert [(BlockKind.HEADING, "Кок", 1), (BlockKind.PARAGRAPH, "Варит уху.", 3)] == [
        (b.kind, b.span.of(document.plain), Lines(document.text).line(b.span.start)) for b in document.blocks
    ]


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfeodd", b"text\x98\xff \x98"],
    ids=["picture", "half a utf-16 letter", "no encoding of ours"],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    """A picture, or bytes of no known encoding, are refused with a reason in both languages."""
    with pytest.raises(LoadError) as told:
        load(Source("a.md", data))

    assert told.value.ru != told.value.en


@pytest.mark.parametrize("source", [Source("a.md", b""), Source("a.txt", b"cook"), Source("a", b"cook")])
def test_what_is_not_ours(source: Source) -> None:
    """An empty file and a file of another kind are refused."""
    with pytest.raises(LoadError):
        load_document(source)


@pytest.mark.parametrize("name", ["a.md", "a.MD", "папка/a.markdown"])
def test_suffix_in_any_case(name: str) -> None:
    """The loader is chosen by the suffix, whatever its letters."""
    assert "markdown" == load_document(Source(name, b"# Cook\n")).format
