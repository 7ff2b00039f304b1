"""Reads Markdown: the reading text is the file itself, so line and column are exact."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jdlint.errors import LoadError
from jdlint.load.blank import find_blanks
from jdlint.load.wrap import continues, width_of
from jdlint.model.document import Blank, Block, BlockKind, Cell, Document, Property, Shape, Source
from jdlint.model.label import BULLETS, read_label
from jdlint.model.span import Span, trimmed

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"(?:\s|<!--.*?-->)*^---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PROPERTY = re.compile(r"^(?P<name>[\w-]+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?P<mark>[!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[(?P<text>[^\]\[]*)\](?P<target>\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]+);")
_UNDERSCORED = re.compile(r"(?<![\w_])(?P<mark>_{1,3})(?=[^\s_])(?P<text>[^_\n]*[^\s_])(?P=mark)(?![\w_])")
_STARS = re.compile(r"(?<=\S)\*+|\*+(?=\S)|`+|~~")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)+")
_HEADING = re.compile(r"[ \t]*#{1,6}(?=[ \t]|$)|[ \t]+#+[ \t]*$")
_CHECKBOX = re.compile(r"(?P<bullet>[ \t]*[-*+][ \t]+)\[[ xX]\](?=\s|$)")
_RULE_LINE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+|-+)[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_BULLET_RUN = re.compile(rf"\s[{re.escape(BULLETS.replace('-', '').replace('*', '').replace('+', '').replace('–', '').replace('—', '').replace('−', '').replace('·', ''))}]\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class _Line:
    """What Markdown makes of one line of the file."""

    kind: BlockKind
    level: int = 0
    item: bool = False
    row: tuple[int, int] | None = None
    group: int = 0
    rule: bool = False


def load(source: Source) -> Document:
    """Read a Markdown file; raises LoadError when its bytes are no text."""
    return parse(source.path, _decode(source))


def parse(path: str, text: str) -> Document:
    """Read Markdown text."""
    hidden = [Span(m.start(), m.end()) for m in _COMMENT.finditer(text)]
    front, front_span = _front_matter(text)
    plain = list(text)
    for span in hidden:
        _blot(plain, span)
    if front_span:
        _blot(plain, front_span)
    bare = "".join(plain)
    starts = _line_starts(text)
    lines = _classify(bare)
    _mask_markup(plain, bare, starts, lines)
    blocks, drawn = _blocks("".join(plain), text, starts, lines)
    for block in blocks:
        for i in range(block.span.start, block.span.end):
            if plain[i] == "\n":
                plain[i] = " "
    masked = _same_spaces("".join(plain))
    return Document(
        path, "markdown", text, masked, tuple(blocks), find_blanks(masked, blocks, drawn), tuple(front), tuple(hidden)
    )


def _decode(source: Source) -> str:
    if b"\x00" in source.data[:4096] and not source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LoadError("это не текст: файл содержит двоичные данные", "not a text: the file holds binary data")
    encodings = ["utf-16"] if source.data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            return source.data.decode(encoding).replace("\r\n", " \n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise LoadError("не удалось прочесть текст: сохраните файл в кодировке UTF-8", "unreadable text: save it as UTF-8")


def _front_matter(text: str) -> tuple[list[Property], Span | None]:
    match = _FRONT.match(text)
    if not match:
        return [], None
    base = match.start("body")
    found = [
        Property(p["name"], p["value"].strip("\"'"), Span(base + p.start("value"), base + p.end("value")))
        for p in _PROPERTY.finditer(match["body"])
    ]
    return found, Span(match.start(), match.end())


def _blot(plain: list[str], span: Span) -> None:
    for i in range(span.start, span.end):
        if plain[i] != "\n":
            plain[i] = " "


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(i + 1 for i, c in enumerate(text) if c == "\n")
    starts.append(len(text) + 1)
    return starts


def _classify(text: str) -> list[_Line | None]:
    """For each line of the file what it is; None for lines without content of their own."""
    from markdown_it import MarkdownIt  # 50 ms: only when a Markdown file is read

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    count = text.count("\n") + 1
    lines: list[_Line | None] = [None] * count
    depth = heading = table = row = group = 0
    item_lines: set[int] = set()
    in_table = False
    for token in tokens:
        first, last = token.map or (0, 0)
        if token.type == "list_item_open":
            depth += 1
            item_lines.add(first)
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "heading_open":
            heading = int(token.tag[1])
            if token.markup in ("=", "-") and last - first > 2:
                heading = 0
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "table_open":
            table, row, in_table = table + 1, 0, True
        elif token.type == "table_close":
            in_table = False
        elif token.type == "tr_open":
            row += 1
            lines[first] = _Line(BlockKind.CELL, row=(table, row))
        elif token.type in ("inline", "code_block", "fence", "html_block", "hr") and not in_table:
            group += 1
            skip = 1 if token.type == "fence" else 0
            if token.type == "hr" and not depth:
                continue
            for number in range(first + skip, min(last - skip if token.type == "fence" else last, count)):
                kind = BlockKind.HEADING if heading else BlockKind.ITEM if depth else BlockKind.PARAGRAPH
                lines[number] = _Line(
                    kind, heading or depth, number in item_lines, None, group, rule=token.type == "hr" and depth > 0
                )
    for number in item_lines:
        if number < count and lines[number] is None:
            lines[number] = _Line(BlockKind.ITEM, 1, item=True, group=-number)
    return lines


def _mask_markup(plain: list[str], text: str, starts: Sequence[int], lines: Sequence[_Line | None]) -> None:
    def blot(start: int, end: int) -> None:
        _blot(plain, Span(start, end))

    for m in _TAG.finditer(text):
        blot(m.start(), m.end())
    for m in _LINK.finditer(text):
        if m["target"].startswith("[") and not m["target"][1:-1].strip().isascii():
            continue
        blot(m.start(), m.start("text"))
        blot(m.end("text"), m.end())
    for m in _UNDERSCORED.finditer(text):
        blot(m.start(), m.end("mark"))
        blot(m.end("text"), m.end())
    for number, line in enumerate(lines):
        start, stop = starts[number], starts[number + 1] - 1
        raw = text[start:stop]
        if line is None:
            blot(start, stop)
            continue
        for pattern in (_PREFIX, _CHECKBOX, _HEADING):
            if m := pattern.match(raw):
                blot(start + (m.end("bullet") if pattern is _CHECKBOX else m.start()), start + m.end())
        if line.kind is BlockKind.HEADING:
            if (tail := re.search(r"[ \t]#+[ \t]*$", raw)) is not None:
                blot(start + tail.start(), stop)
            if re.fullmatch(r"[ \t]*(?:=+|-+)[ \t]*", raw):
                blot(start, stop)
        marker = len(raw) - len(raw.lstrip("*+-> \t")) if line.item else 0
        for m in _STARS.finditer(raw, marker):
            blot(start + m.start(), start + m.end())
        if line.row:
            for m in _PIPE.finditer(raw):
                blot(start + m.start(), start + m.end())
    for m in _ESCAPE.finditer(text):
        plain[m.start()] = "_" if m["mark"] == "_" else " " if m["mark"] in ".)" else "\u00ad"
    for m in _ENTITY.finditer(text):
        decoded = html.unescape(m[0])
        if len(decoded) == 1:
            fill = " " if decoded.isspace() else "\u00ad"
            plain[m.start() : m.end()] = [decoded if not decoded.isspace() else " ", *fill * (len(m[0]) - 1)]


def _same_spaces(text: str) -> str:
    return re.sub(r"[^\S\n]", " ", text).replace("\u2011", "-").replace("\u2010", "-").replace("\u200b", "\u00ad")


def _blocks(plain: str, text: str, starts: Sequence[int], lines: Sequence[_Line | None]) -> tuple[list[Block], list[Blank]]:
    shown = [plain[starts[n] : starts[n + 1] - 1] for n in range(len(lines))]
    width = width_of([s for s, line in zip(shown, lines, strict=True) if line and line.kind is not BlockKind.CELL])
    blocks: list[Block] = []
    drawn: list[Blank] = []
    previous: tuple[int, _Line] | None = None
    rows: list[tuple[int, list[Span]]] = []
    for number, line in enumerate(lines):
        span = trimmed(Span(starts[number], starts[number + 1] - 1), plain)
        if line is None:
            previous = None
            continue
        if line.row:
            rows.append((number, list(_cells(text, starts[number], starts[number + 1] - 1))))
            blocks.extend(_cell_blocks(plain, line.row, number, rows[-1][1]))
            previous = None
            continue
        if not len(span):
            if line.item:
                marker = trimmed(Span(starts[number], starts[number + 1] - 1), text)
                blocks.append(Block(marker, BlockKind.ITEM, max(1, line.level), anchor=str(number + 1)))
            previous = None
            continue
        joined = (
            previous is not None
            and previous[1].group == line.group
            and not line.item
            and not shown[number - 1].endswith("  ")
            and (line.kind is BlockKind.HEADING or continues(shown[number - 1], shown[number], width=width))
        )
        drawn.extend(_pipe_blanks(text, starts[number], starts[number + 1] - 1))
        if joined:
            last = blocks[-1]
            blocks[-1] = Block(
                Span(last.span.start, span.end), last.kind, last.level, last.label, last.anchor, bold=last.bold and _bold(text, span)
            )
        else:
            blocks.extend(_line_blocks(plain, text, span, line, number))
        previous = (number, line)
    drawn.extend(_empty_cells(plain, rows, lines))
    return blocks, drawn


def _line_blocks(plain: str, text: str, span: Span, line: _Line, number: int) -> Iterator[Block]:
    """One block for the line, or several where bullets stand in a row on it."""
    cuts = [span.start]
    if line.kind is not BlockKind.HEADING:
        cuts += [span.start + m.start() + 1 for m in _BULLET_RUN.finditer(span.of(plain)) if m.start() > 2]
    for start, end in zip(cuts, [*cuts[1:], span.end], strict=True):
        piece = trimmed(Span(start, end), plain)
        shown = piece.of(plain)
        label = read_label(shown)
        marker = line.item and start == span.start and label is not None
        kind = BlockKind.ITEM if line.kind is BlockKind.ITEM and (marker or label) else line.kind
        if kind is BlockKind.ITEM and not label:
            kind = BlockKind.PARAGRAPH
        yield Block(
            piece,
            kind,
            line.level,
            shown[label.start : label.end] if label and marker else "",
            str(number + 1),
            bold=_bold(text, Span(start, end)),
        )


def _bold(text: str, span: Span) -> bool:
    """Whether nearly all letters of the place stand between double stars or underscores, or in bold tags."""
    start = max(text.rfind("\n", 0, span.start) + 1, 0)
    end = text.find("\n", span.end)
    raw = text[start : end if end >= 0 else len(text)]
    outside = re.sub(r"\*\*[^*\n]+\*\*|(?<!_)__[^_\n]+__(?!_)|<(b|strong)>.*?</\1>", "", raw)
    if outside == raw:
        return False
    return sum(c.isalpha() for c in re.sub(r"^[ \t>#*+-]*[IVX]+[.)]", "", outside)) <= sum(c.isalpha() for c in raw) * 0.25


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    pipes = [m.start() for m in _PIPE.finditer(raw)]
    edges = sorted({-1, *pipes, len(raw)})
    inner = list(zip(edges, edges[1:], strict=False))
    if raw.lstrip().startswith("|"):
        inner = inner[1:]
    if raw.rstrip().endswith("|") and len(inner) > 1:
        inner = inner[:-1]
    for left, right in inner:
        yield Span(start + left + 1, start + right)


def _cell_blocks(plain: str, row: tuple[int, int], number: int, cells: Sequence[Span]) -> Iterator[Block]:
    for column, cell in enumerate(cells, 1):
        span = trimmed(cell, plain)
        if len(span):
            place = Cell(row[0], row[1], column, len(cells))
            yield Block(span, BlockKind.CELL, anchor=f"{number + 1}:{column}", cell=place)


def _empty_cells(plain: str, rows: Sequence[tuple[int, list[Span]]], lines: Sequence[_Line | None]) -> Iterator[Blank]:
    """Cells left empty in a column that is otherwise filled, in a row that has a name."""
    tables: dict[int, list[list[Span]]] = {}
    for number, cells in rows:
        line = lines[number]
        if line and line.row:
            tables.setdefault(line.row[0], []).append(cells)
    for table in tables.values():
        for row in table[1:]:
            for column, cell in enumerate(row):
                others = [r[column] for r in table[1:] if len(r) > column and r is not row]
                filled = sum(1 for other in others if other.of(plain).strip())
                named = row[0].of(plain).strip() and len(table[0]) > column and table[0][column].of(plain).strip()
                label = column == 1 and len(row) == 2 and row[0].of(plain).strip().endswith(":")
                if column and not cell.of(plain).strip() and ((named and filled and filled * 4 >= len(others)) or label):
                    yield Blank(Span(row[0].start, cell.end), Shape.CELL)


def _pipe_blanks(text: str, start: int, end: int) -> Iterator[Blank]:
    """Empty cells of a table that lost its ruling: «Подчиняется ||.|»."""
    raw = text[start:end]
    for m in re.finditer(r"(?<=[\w.,\s])\|\s*\|(?:\s*\.\s*\|)?", raw):
        if re.search(r"\w", raw[: m.start()]) or re.fullmatch(r"\s*[\d.]+\s*", raw[: m.start()]):
            yield Blank(Span(start + m.start(), start + m.end()), Shape.CELL)
