"""Whatever a Markdown text is made of, no word of it is lost and no place is wrong."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jdlint.load.markdown import parse
from jdlint.model.document import Shape

WORDS = st.sampled_from(["кок", "варит", "уху", "Юнга", "моет", "котёл", "Права", "чай", "и", "сам"])
PHRASE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PIECES = st.one_of(
    PHRASE,
    PHRASE.map(lambda s: f"# {s}"),
    PHRASE.map(lambda s: f"{s}\n==="),
    PHRASE.map(lambda s: f"**{s}**"),
    PHRASE.map(lambda s: f"- {s}"),
    PHRASE.map(lambda s: f"   * {s}\n     {s}"),
    PHRASE.map(lambda s: f"1) {s}\n2) {s}"),
    PHRASE.map(lambda s: f"2.1. {s};"),
    PHRASE.map(lambda s: f"> {s}\n> {s}"),
    PHRASE.map(lambda s: f"{s} [{s}](https://sea.example)"),
    PHRASE.map(lambda s: f"| {s} | `{s}` |\n|---|---|\n| {s} |  |"),
    PHRASE.map(lambda s: f"{s}  \n{s}\\\n{s}"),
    PHRASE.map(lambda s: f"```\n{s}\n```"),
    PHRASE.map(lambda s: f"{s} ____ ({s})"),
    PHRASE.map(lambda s: f"<p>{s}</p>"),
    PHRASE.map(lambda s: f"{' ' * 60}{s}"),
    st.just("---"),
    st.just("7. ____"),
    st.just("-"),
)
TEXTS = st.lists(PIECES, max_size=8).map("\n\n".join)
ANYTHING = st.text(alphabet="кЮ аЯ.\n\t\r1I)-*_`#>|[]()<>!\\&;:«»\u00a0\u00ad\ufeff", max_size=120)


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Every word that a reader sees stands in some block, in its order."""
    document = parse("a.md", text)
    expected = [w for w in _only_words(text) if w not in {"https", "sea", "example", "p"}]

    assert expected == _only_words(" ".join(b.span.of(document.plain) for b in document.blocks))


def _only_words(text: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in text).split()


@given(st.one_of(TEXTS, ANYTHING))
def test_places_are_sound(text: str) -> None:
    """Plain text is as long as the text; blocks stand in order, apart and inside it; blanks inside it too, and
    all but empty cells share a character with a block.
    """
    document = parse("a.md", text)

    assert text == document.text
    assert len(text) == len(document.plain)
    assert [i for i, c in enumerate(document.plain) if c == "\n" and text[i] != "\n"] == []
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert "\n" not in block.span.of(document.plain)
        assert block.span.of(document.plain).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(document.blocks))
    assert all(0 <= b.span.start < b.span.end <= len(text) for b in document.blanks)
    assert all(
        blank.shape is Shape.CELL or any(block.span.overlaps(blank.span) for block in document.blocks)
        for blank in document.blanks
    )
