"""Text in the encodings that Russian files have: read, and told when it is not UTF-8."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from jdlint.errors import LoadError
from jdlint.load.encoding import decoded
from jdlint.load.markdown import load
from jdlint.model.document import Source

TEXT = "# Должностная инструкция садовника\n\nПоливает клумбы; «подметает» дорожки.\n"
CAPITALS = "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\nСАДОВНИК ПОЛИВАЕТ КЛУМБЫ\n"


def read(data: bytes) -> tuple[str, str]:
    """The text of such a file, and its encoding as the document tells it."""
    document = load(Source("а.md", data))
    return document.text, document.encoding


@pytest.mark.parametrize("text", [TEXT, CAPITALS, "Сторож\n"])
@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-16-le", "utf-16-be", "utf-16"])
def test_other_encodings(text: str, codec: str) -> None:
    """Each is told from the others by the letters that a Russian text has most of, and said to be one."""
    told = "utf-16-le" if codec == "utf-16" else codec
    text = text.encode(codec, "ignore").decode(codec)

    assert (text, told) == read(text.encode(codec))


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("utf-8-sig"), b"plain ASCII", b"#"])
def test_utf_8_needs_no_notice(data: bytes) -> None:
    """UTF-8 is what a file should be in."""
    assert "" == read(data)[1]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a\0b", "двоичные"),
        (TEXT.encode() + b"\0" * 3, "двоичные"),
        (bytes(range(256)), "двоичные"),
        (TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:], "повреждён"),
        ("Straße für Größe, Übung: äöü".encode("cp1252"), "не удалось"),
        (b"\xff\xfe\0", "двоичные"),
    ],
    ids=["nul", "nul behind", "all bytes", "a bad byte", "another language", "a mark alone"],
)
def test_no_text(data: bytes, why: str) -> None:
    """What is no Russian text, or is damaged, is refused rather than read as rubbish."""
    with pytest.raises(LoadError, match=why):
        decoded(Source("а.md", data))


def test_a_long_line() -> None:
    """Ten megabytes without a line break are decoded as fast as any others."""
    text = "Сторож " * 1_500_000

    assert text == decoded(Source("а.md", text.encode("koi8-r"))).text


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_notice(
    run: Callable[..., Any], put: Callable[[Mapping[str, bytes]], None], gardener: str, jobs: str
) -> None:
    """The report has the findings, standard error the notice, from the cache too."""
    put({"а.md": gardener.encode("koi8-r"), "б.md": gardener.encode()})
    first = run("check", ".", "--jobs", jobs)
    again = run("check", ".", "--jobs", jobs, "--statistics")

    assert 1 == first.code
    assert "а.md: текст прочитан в кодировке KOI8-R; сохраните файл в UTF-8, чтобы его верно читали все\n" == first.err
    assert first.err == again.err
