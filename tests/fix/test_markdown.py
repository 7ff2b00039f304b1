"""Edits in Markdown files: in place, and everything else of the file as it was."""

from __future__ import annotations

import pytest

from jdlint.fix.markdown import mended
from jdlint.fix.text import EditError, applied
from jdlint.model.document import Source
from jdlint.model.finding import Edit

PLAN = Edit(2, 7, 2, 12, "отчёт", "план")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(codec: str, end: str) -> None:
    """The file keeps its encoding, its mark and its line ends."""
    before, after = (f"Первая{end}Сдаёт {word} — № 5{end}Третья{end}" for word in ("отчёт", "план"))

    assert after.encode(codec) == mended(Source("а.md", before.encode(codec)), [PLAN])


def test_mixed_line_ends_stay() -> None:
    """Each line keeps its own end."""
    text = "Первая\r\nСдаёт отчёт\nТретья\r\n\r\nПятая"

    assert text.replace("отчёт", "план").encode() == mended(Source("а.md", text.encode()), [PLAN])


def test_big_endian() -> None:
    """A file in UTF-16 keeps the order of its bytes."""
    before, after = (b"\xfe\xff" + f"Первая\nСдаёт {word}\n".encode("utf-16-be") for word in ("отчёт", "план"))

    assert after == mended(Source("а.md", before), [PLAN])


def test_letters_that_the_encoding_has_not() -> None:
    """An edit that the file cannot hold is refused."""
    source = Source("а.md", "Первая\nСдаёт отчёт".encode("cp1251"))

    with pytest.raises(EditError, match="cp1251"):
        mended(source, [Edit(2, 7, 2, 12, "отчёт", "отчёт ✓")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- а\n- ;\n- б\n", "- а\n- б\n"),
        ("- ;\n- б\n", "- б\n"),
        ("- а\n- ;", "- а"),
        ("- а\n\n- ;\n\n- б\n", "- а\n\n- б\n"),
        ("> - ;\n> - б\n", "> - б\n"),
        ("- ; а\n", " а\n"),
    ],
)
def test_emptied_lines_go(before: str, after: str) -> None:
    """A line that holds nothing any more goes, with one of the empty lines around it."""
    line = before[: before.index("- ;")].count("\n") + 1
    column = before.split("\n")[line - 1].index("- ;") + 1

    assert after == applied(before, [Edit(line, column, line, column + 3, "- ;", "")])
