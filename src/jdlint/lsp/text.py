"""Places in an editor's text: it counts from zero, and columns in units of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lsprotocol.types import Position, PositionEncodingKind, Range

_UNITS: Mapping[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: lambda text: len(text.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf16.value: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    PositionEncodingKind.Utf32.value: len,
}


class Text:
    """A text as the editor has it; `encoding` is what its columns count, UTF-16 units unless agreed otherwise."""

    def __init__(self, source: str, encoding: str = PositionEncodingKind.Utf16.value) -> None:
        self.source = source
        self.lines = re.split(r"\r\n|\r|\n", source)
        self._units = _UNITS[encoding]

    def position(self, line: int, column: int) -> Position:
        """Of a 1-based line and column in code points; beyond the text, its nearest place."""
        index = min(max(line, 1), len(self.lines)) - 1
        return Position(index, self._units(self.lines[index][: column - 1]))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> Range:
        """From one place to another."""
        return Range(self.position(line, column), self.position(end_line, end_column))

    def line_range(self, line: int) -> Range:
        """A whole line without its indentation."""
        words = self.lines[min(line, len(self.lines)) - 1]
        return self.range(line, len(words) - len(words.lstrip()) + 1, line, len(words) + 1)

    @property
    def first_line(self) -> int:
        """The first line with words, from 1; the first one of an empty text."""
        return next((number for number, line in enumerate(self.lines, 1) if line.strip()), 1)

    def stands(self, line: int, column: int, word: str) -> bool:
        """Whether the word stands at that place."""
        return 0 < line <= len(self.lines) and self.lines[line - 1].startswith(word, column - 1)

    def place(self, position: Position) -> tuple[int, int]:
        """1-based line and column in code points of an editor's position."""
        if position.line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        words = self.lines[position.line]
        column, taken = 0, 0
        while column < len(words) and taken < position.character:
            taken += self._units(words[column])
            column += 1
        return position.line + 1, column + 1
