"""The characters of a text file, whatever its encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jdlint.errors import LoadError
from jdlint.model.document import Source
from jdlint.record import record

UTF_8: Final = "utf-8"
_MARKS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", UTF_8))
_WIDE: Final = ("utf-16-le", "utf-16-be")
_NARROW: Final = ("cp1251", "koi8-r")
# Two letters of three are these in any Russian text, and one of four when it is read in the other encoding.
_FREQUENT: Final = frozenset("оеаинтсрвлОЕАИНТСРВЛ")
_ENOUGH: Final = 0.45
_LOOKED_AT: Final = 65_536


@record
class Encoded:
    """A text as the file has it, line ends and all; `mark` are the bytes before it that tell its encoding."""

    text: str
    codec: str
    mark: bytes = b""

    def with_text(self, text: str) -> bytes:
        """The bytes of a file of another text; raises UnicodeEncodeError for a character the encoding has not."""
        return self.mark + text.encode(self.codec)


def decoded(source: Source) -> Encoded:
    """The text of a file in UTF-8, UTF-16, Windows-1251 or KOI8-R; raises LoadError when its bytes are no text."""
    data = source.data
    for mark, told in _MARKS:
        if data.startswith(mark):
            found = _as(data[len(mark) :], told)
            if found is not None and "\0" not in found:
                return Encoded(found, told, mark)
    if b"\0" not in data:
        found = _as(data, UTF_8)
        if found is not None:
            return Encoded(found, UTF_8)
    if _is_damaged(data):
        raise LoadError(
            "текст в кодировке UTF-8 повреждён: получите файл заново или сохраните его в редакторе",
            "the UTF-8 text is damaged: fetch the file again, or save it in an editor",
        )
    candidates = list(_candidates(data))
    if not candidates:
        if b"\0" in data:
            raise LoadError("это не текст: файл содержит двоичные данные", "not a text: the file holds binary data")
        raise LoadError(
            "не удалось прочесть текст: сохраните файл в кодировке UTF-8", "unreadable text: save it as UTF-8"
        )
    return max(candidates, key=lambda encoded: _likeness(encoded.text))


def unified(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_damaged(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8 after all; other encodings would make another language of it."""
    high = sum(byte > 0x7F for byte in data[:_LOOKED_AT])
    sound = [c for c in data[:_LOOKED_AT].decode(UTF_8, "ignore") if c > "\x7f"]
    return b"\0" not in data and len("".join(sound).encode()) > high / 2


def _candidates(data: bytes) -> Iterator[Encoded]:
    """The text in each encoding in which it may be Russian."""
    for codec in _WIDE if b"\0" in data else _NARROW:
        text = _as(data, codec)
        if text is not None and "\0" not in text and _likeness(text) > _ENOUGH:
            yield Encoded(text, codec)


def _as(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _likeness(text: str) -> float:
    """How much of what is not ASCII, the rare marks left out, are the most frequent Russian letters."""
    letters = [c for c in text[:_LOOKED_AT] if c > "\x7f" and (c.isalpha() or c < "\xa0")]
    return sum(c in _FREQUENT for c in letters) / len(letters) if letters else 0.0
