"""Reads Markdown: the reading text is the file itself, so line and column are exact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jdlint.load.apart import together
from jdlint.load.blank import find_blanks
from jdlint.load.clauses import clauses_in_row
from jdlint.load.encoding import UTF_8, decoded, unified
from jdlint.load.markup import PIPE, Line, blot, mask
from jdlint.load.translation import without_translation
from jdlint.load.wrap import continues, width_of
from jdlint.model.document import Blank, Block, BlockKind, Cell, Document, Property, Shape, Source
from jdlint.model.label import BULLETS, read_label
from jdlint.model.pattern import expression
from jdlint.model.span import Span, trimmed

_LONG_COLUMN = 4
_COMMENT = expression(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# A run of comments is taken as a whole: divided in every way there is, it would never come to an end.
_FRONT = expression(
    r"(?:\s++|<!--(?:(?!-->).)*+-->)*+^---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_YAML_LINE = expression(r"\s*(?:#.*|-(?:\s.*)?|[\w-]+[ \t]*:(?:[ \t].*)?|[ \t]+.*)?$")
_PROPERTY = expression(r"^(?P<name>[\w-]+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
# Dashes, stars and dots stand inside sentences too; only real bullets divide a line.
_BULLET_RUN = expression(rf"\s[{re.escape(''.join(sorted(set(BULLETS) - set('-*+–—−·'))))}]\s*(?=\w)")


_TAGGED_HEADING = expression(r"\s*<h(?P<level>[1-6])\b[^>]*>.*</h(?P=level)>\s*$", re.IGNORECASE)
_LEAVES = ("inline", "code_block", "fence", "html_block", "hr")


def load(source: Source) -> Document:
    """Read a Markdown file; raises LoadError when its bytes are no text."""
    file = decoded(source)
    document = parse(source.path, unified(file.text))
    return document if file.codec == UTF_8 else replace(document, encoding=file.codec)


def parse(path: str, text: str) -> Document:
    """Read Markdown text."""
    hidden = [Span(m.start(), m.end()) for m in _COMMENT.finditer(text)]
    front, front_span = _front_matter(text)
    plain = list(text)
    for span in hidden:
        blot(plain, span.start, span.end)
    if front_span:
        blot(plain, front_span.start, front_span.end)
    bare = "".join(plain)
    starts = _line_starts(text)
    lines = _classify(bare)
    mask(plain, bare, starts, lines)
    blocks, drawn = _blocks("".join(plain), text, starts, lines)
    for block in blocks:
        for i in range(block.span.start, block.span.end):
            if plain[i] == "\n":
                plain[i] = " "
    masked = together(_same_spaces("".join(plain)))
    shown = without_translation(masked, blocks, find_blanks(masked, blocks, drawn))
    return Document(path, "markdown", text, masked, *shown, tuple(front), tuple(hidden))


def _names_properties(body: str) -> bool:
    """Whether text between two rules is front matter, and not a paragraph of the document."""
    return bool(_PROPERTY.search(body)) and all(_YAML_LINE.match(row) for row in body.splitlines())


def _front_matter(text: str) -> tuple[list[Property], Span | None]:
    match = _FRONT.match(text)
    if not match or not _names_properties(match["body"]):
        return [], None
    base = match.start("body")
    found = [
        Property(p["name"], p["value"].strip("\"'"), Span(base + p.start("value"), base + p.end("value")))
        for p in _PROPERTY.finditer(match["body"])
    ]
    return found, Span(match.start(), match.end())


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(i + 1 for i, c in enumerate(text) if c == "\n")
    starts.append(len(text) + 1)
    return starts


def _classify(text: str) -> list[Line | None]:
    """For each line of the file what it is; None for lines without content of their own."""
    from markdown_it import MarkdownIt  # 50 ms: only when a Markdown file is read

    lines: list[Line | None] = [None] * (text.count("\n") + 1)
    depth = heading = table = row = 0
    items: set[int] = set()
    for group, token in enumerate(MarkdownIt("commonmark").enable("table").parse(text)):
        first, last = token.map or (0, 0)
        if token.type in ("list_item_open", "list_item_close"):
            depth += token.nesting
            items |= {first} if token.nesting == 1 else set()
        elif token.type in ("heading_open", "heading_close"):
            underlined_paragraph = token.markup in ("=", "-") and last - first > 2
            heading = int(token.tag[1]) if token.nesting == 1 and not underlined_paragraph else 0
        elif token.type in ("table_open", "table_close"):
            table, row = table + (token.nesting == 1), 0
        elif token.type == "tr_open":
            row += 1
            lines[first] = Line(BlockKind.CELL, row=(table, row))
        elif token.type in _LEAVES and not row and (token.type != "hr" or depth):
            kind = BlockKind.HEADING if heading else BlockKind.ITEM if depth else BlockKind.PARAGRAPH
            if token.type == "fence":  # the line that opens it is none of its text, nor is one that closes it
                first += 1
                last = first + token.content.count("\n") + (token.content[-1:] not in ("", "\n"))
            for number in range(first, min(last, len(lines))):
                lines[number] = Line(kind, heading or depth, number in items, None, group)
            if token.type == "html_block":
                _tagged_headings(token.content, first, lines)
    for number in items:
        if number < len(lines) and lines[number] is None:
            lines[number] = Line(BlockKind.ITEM, 1, item=True, group=-number)
    return lines


def _tagged_headings(html: str, first: int, lines: list[Line | None]) -> None:
    """Takes lines of a piece of HTML for headings where they stand in heading tags."""
    for number, row in enumerate(html.splitlines(), first):
        tag = _TAGGED_HEADING.match(row)
        if tag and number < len(lines):
            lines[number] = Line(BlockKind.HEADING, int(tag["level"]), group=-number)


def _same_spaces(text: str) -> str:
    return re.sub(r"[^\S\n]", " ", text).replace("\u2011", "-").replace("\u2010", "-").replace("\u200b", "\u00ad")


def _blocks(
    plain: str, text: str, starts: Sequence[int], lines: Sequence[Line | None]
) -> tuple[list[Block], list[Blank]]:
    shown = [plain[starts[n] : starts[n + 1] - 1] for n in range(len(lines))]
    width = width_of([shown[n] for n, line in enumerate(lines) if line and line.kind is not BlockKind.CELL])
    blocks: list[Block] = []
    drawn: list[Blank] = []
    previous: tuple[int, Line] | None = None
    tables: dict[int, list[list[Span]]] = {}
    for number, line in enumerate(lines):
        span = trimmed(Span(starts[number], starts[number + 1] - 1), plain)
        if line is None:
            previous = None
            continue
        if line.row:
            cells = list(_cells(text, starts[number], starts[number + 1] - 1))
            tables.setdefault(line.row[0], []).append(cells)
            blocks.extend(_cell_blocks(plain, line.row, number, cells))
        if line.row or not len(span):
            previous = None
            continue
        joined = (
            previous is not None
            and (previous[1].group == line.group or _indented(text, starts, number, previous[1], line))
            and not line.item
            and not shown[number - 1].endswith("  ")
            and text[starts[number] - 2] != "\\"
            and (line.kind is BlockKind.HEADING or continues(shown[number - 1], shown[number], width=width))
        )
        raw = text[starts[number] : starts[number + 1] - 1]
        drawn.extend(_pipe_blanks(raw, starts[number]))
        if joined:
            last = blocks[-1]
            blocks[-1] = Block(
                Span(last.span.start, span.end),
                last.kind,
                last.level,
                last.label,
                last.anchor,
                bold=last.bold and _bold(raw),
            )
        else:
            blocks.extend(_line_blocks(plain, raw, span, line, number))
        previous = (number, line)
    for table in tables.values():
        drawn.extend(_empty_cells(plain, table))
    return blocks, drawn


def _indented(text: str, starts: Sequence[int], number: int, above: Line, line: Line) -> bool:
    """Whether the line above is the first of a typed paragraph, which its indent makes a piece of code to Markdown."""
    first = text[starts[number - 1] : starts[number]]
    return (
        above.kind is line.kind is BlockKind.PARAGRAPH
        and first.startswith(("    ", "\t"))
        and text[starts[number] : starts[number] + 1].islower()
    )


def _line_blocks(plain: str, raw: str, span: Span, line: Line, number: int) -> Iterator[Block]:
    """One block for the line, or several where bullets or clauses stand in a row on it."""
    cuts, bold = [span.start], _bold(raw)
    if line.kind is not BlockKind.HEADING:
        shown = span.of(plain)
        cuts += [span.start + m.start() + 1 for m in _BULLET_RUN.finditer(shown) if m.start() > 2]
        cuts = sorted({*cuts, *(span.start + at for at in clauses_in_row(shown))})
    for start, end in pairwise([*cuts, span.end]):
        piece = trimmed(Span(start, end), plain)
        shown = piece.of(plain)
        label = read_label(shown)
        marker = line.item and start == span.start and label is not None
        yield Block(
            piece,
            BlockKind.PARAGRAPH if line.kind is BlockKind.ITEM and not label else line.kind,
            line.level,
            shown[label.start : label.end] if label and marker else "",
            str(number + 1),
            bold=bold,
        )


def _bold(raw: str) -> bool:
    """Whether nearly all letters of the line stand between double stars or underscores, or in bold tags."""
    outside = re.sub(r"\*\*[^*\n]+\*\*|(?<!_)__[^_\n]+__(?!_)|<(b|strong)>.*?</\1>", "", raw)
    if outside == raw:
        return False
    return (
        sum(c.isalpha() for c in re.sub(r"^[ \t>#*+-]*[IVX]+[.)]", "", outside)) <= sum(c.isalpha() for c in raw) * 0.25
    )


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    pipes = [m.start() for m in PIPE.finditer(raw)]
    inner = list(zip([0, *(pipe + 1 for pipe in pipes)], [*pipes, len(raw)], strict=True))
    if raw.lstrip().startswith("|"):
        inner = inner[1:]
    if raw.rstrip().endswith("|") and len(inner) > 1:
        inner = inner[:-1]
    for left, right in inner:
        yield Span(start + left, start + right)


def _cell_blocks(plain: str, row: tuple[int, int], number: int, cells: Sequence[Span]) -> Iterator[Block]:
    for column, cell in enumerate(cells, 1):
        span = trimmed(cell, plain)
        if len(span):
            place = Cell(row[0], row[1], column, len(cells))
            yield Block(span, BlockKind.CELL, anchor=f"{number + 1}:{column}", cell=place)


def _empty_cells(plain: str, table: Sequence[Sequence[Span]]) -> Iterator[Blank]:
    """Cells left empty in a column that is otherwise filled, in a row that has a name."""
    names, *rows = [[(cell, cell.of(plain).strip()) for cell in row] for row in table]
    held = Counter(column for row in rows for column in range(len(row)))
    full = Counter(column for row in rows for column, (_, words) in enumerate(row) if words)
    for row in rows:
        first, name = row[0]
        for column, (cell, words) in enumerate(row):
            named = name and any(words for _, words in names[column : column + 1])
            label = column == 1 and len(row) == 2 and name.endswith(":")
            if column and not words and (label or (named and _is_asked(full[column], held[column]))):
                yield Blank(Span(first.start, cell.end), Shape.CELL)


def _is_asked(filled: int, of: int) -> bool:
    """Whether so many filled cells of a column make a blank of an empty one: a long column may be remarks."""
    return filled > 0 and (of <= _LONG_COLUMN or 2 * filled >= of - 1)


def _pipe_blanks(raw: str, start: int) -> Iterator[Blank]:
    """Empty cells of a table that lost its ruling, in a line that begins there: «Подчиняется ||.|»."""
    for m in re.finditer(r"(?<=[\w.,\s])\|\s*\|(?:\s*\.\s*\|)?", raw):
        if re.search(r"\w", raw[: m.start()]):
            yield Blank(Span(start + m.start(), start + m.end()), Shape.CELL)
