"""What a reader sees of letters that are typed in a font of signs."""

from __future__ import annotations

import pytest

from jdlint.load.docx.symbols import symbol


@pytest.mark.parametrize("private", [0, 0xF000])
@pytest.mark.parametrize(
    ("font", "typed", "shown"),
    [
        ("Wingdings", ' "(*Jlnopqrstuvwx', " ✂☎✉☺●■□□❑❒⬧⧫◆❖⬥☒"),
        ("Wingdings", "žŸ¡¤§¨Øßàèðûüýþ", "·•○◉▪□➢←→➔⇨✗✓☒☑"),
        ("Wingdings", "A~", "••"),
        ("Wingdings 2", "OPQRST£*—", "✗✓☒☑☒☒□□•"),
        ("Wingdings 2", "A", "•"),
        ("Wingdings 3", "A", "•"),
        ("Webdings", "A", "•"),
        ("Symbol", "-£¥®°±³´·¸¹»¼Öå", "−≤∞→°±≥×•÷≠≈…√∑"),
        ("Symbol", "abgdmpSWD", "αβγδμπΣΩΔ"),
        ("Symbol", " A1~\x1f\x7fÿ", " A1~•••"),
        (" SYMBOL ", "a", "α"),
    ],
)
def test_fonts_of_signs(private: int, font: str, typed: str, shown: str) -> None:
    """A letter shows the sign that its font draws for it, typed as it is or kept in the private area; a picture that
    no letter comes near is a bullet.
    """
    assert shown == "".join(symbol(private + letter.encode("cp1252")[0], font) for letter in typed)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (0x1F, ""),
        (0x20, " "),
        (0x416, "Ж"),
        (0xD7FF, "\ud7ff"),
        (0xD800, ""),
        (0xDFFF, ""),
        (0xE000, "\ue000"),
        (0xEFFF, "\uefff"),
        (0xF000, "•"),
        (0xF0FF, "•"),
        (0xF100, "\uf100"),
        (0x10FFFF, "\U0010ffff"),
        (0x110000, ""),
    ],
)
def test_fonts_of_letters(code: int, shown: str) -> None:
    """In any other font a letter is itself, one of the private area a bullet, and what is no letter nothing."""
    assert shown == symbol(code, "Times New Roman")
