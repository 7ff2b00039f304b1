"""Text in the encodings that Russian files have: read, and told when it is not UTF-8."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from jdlint.budget import within
from jdlint.errors import LoadError
from jdlint.load.encoding import Encoded, decoded, unified
from jdlint.load.markdown import load
from jdlint.model.document import Source
from jdlint.model.limits import Limits

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


RARE = "бгджзфхцчшщ"
WAYS = {
    "UTF-8": (TEXT.encode(), TEXT, "utf-8", b""),
    "UTF-8 с меткой": (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, "utf-8", b"\xef\xbb\xbf"),
    "UTF-16 с меткой": (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT, "utf-16-le", b"\xff\xfe"),
    "обратная UTF-16 с меткой": (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16-be", b"\xfe\xff"),
    "UTF-16 без метки": (TEXT.encode("utf-16-le"), TEXT, "utf-16-le", b""),
    "Windows": (TEXT.encode("cp1251"), TEXT, "cp1251", b""),
    "КОИ-8": ("Сторож".encode("koi8-r"), "Сторож", "koi8-r", b""),
    "половина частых": (f"оеаинтсрвл{RARE[:10]}".encode("cp1251"), f"оеаинтсрвл{RARE[:10]}", "cp1251", b""),
    "неразрывные пробелы": ("о \xa0 \xa0 \xa0".encode("cp1251"), "о \xa0 \xa0 \xa0", "cp1251", b""),
    "забой": (("ото" + "\x7f" * 9).encode("cp1251"), "ото" + "\x7f" * 9, "cp1251", b""),
}


@pytest.mark.parametrize(("data", "text", "codec", "mark"), WAYS.values(), ids=WAYS)
def test_what_a_file_is_in(data: bytes, text: str, codec: str, mark: bytes) -> None:
    """Text, encoding and mark are told apart, and another text goes back into the same file."""
    found = decoded(Source("а.md", data))

    assert Encoded(text, codec, mark) == found
    assert data == found.with_text(text)
    assert mark + "кок".encode(codec) == found.with_text("кок")


NOT_ENOUGH = {
    "девять частых из двадцати": (f"оеаинтсрв{RARE}".encode("cp1251"), "не удалось"),
    "управляющие знаки": (("ото" + "\x85" * 9).encode("utf-16-le"), "двоичные"),
    "половина в UTF-8": ("р".encode() + b"\xff\xfe", "не удалось"),
    "больше половины в UTF-8": ("р".encode() + b"\xff", "повреждён"),
    "больше половины и забой": ("р".encode() + b"\xff\x7f", "повреждён"),
    "метка и нули": (b"\xff\xfe" + "сторож\0".encode("utf-16-le"), "двоичные"),
    "метка и обрывок": (b"\xef\xbb\xbf\xff", "повреждён"),
}


@pytest.mark.parametrize(("data", "why"), NOT_ENOUGH.values(), ids=NOT_ENOUGH)
def test_nearly_a_text(data: bytes, why: str) -> None:
    """What is just not Russian enough is refused; what is mostly UTF-8 is told to be damaged."""
    with pytest.raises(LoadError, match=why):
        decoded(Source("а.md", data))


@pytest.mark.parametrize(("text", "expected"), [("а\r\nб\rв\nг", "а\nб\nв\nг"), ("а\r\r\nб", "а\n\nб"), ("", "")])
def test_line_ends(text: str, expected: str) -> None:
    """Every line end of Windows, of old Macs and of Unix is one."""
    assert expected == unified(text)


def test_a_long_line() -> None:
    """Ten megabytes without a line break leave most of the time that a document is given unused."""
    text = "Сторож " * 1_500_000
    with within(Limits(seconds=Limits().seconds // 4)):
        found = decoded(Source("а.md", text.encode("koi8-r"))).text

    assert text == found


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
