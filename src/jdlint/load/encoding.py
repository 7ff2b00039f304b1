"""The characters of a text file, whatever its encoding."""

from __future__ import annotations

from dataclasses import dataclass

from jdlint.errors import LoadError
from jdlint.model.document import Source

_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the file has it, line ends and all; `mark` are the bytes before it that tell its encoding."""

    text: str
    codec: str
    mark: bytes = b""

    def with_text(self, text: str) -> bytes:
        """The bytes of a file of another text; raises UnicodeEncodeError for a character the encoding has not."""
        return self.mark + text.encode(self.codec)


def decoded(source: Source) -> Encoded:
    """The text of a file in UTF-8, UTF-16 or Windows-1251; raises LoadError when its bytes are no text."""
    data = source.data
    mark, told = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", ""))
    if b"\x00" in data[:4096] and not told.startswith("utf-16"):
        raise LoadError("это не текст: файл содержит двоичные данные", "not a text: the file holds binary data")
    for codec in (told,) if told else ("utf-8", "cp1251"):
        try:
            return Encoded(data[len(mark) :].decode(codec), codec, mark)
        except UnicodeDecodeError:
            continue
    raise LoadError("не удалось прочесть текст: сохраните файл в кодировке UTF-8", "unreadable text: save it as UTF-8")


def unified(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
