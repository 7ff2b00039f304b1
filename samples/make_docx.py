"""Builds the DOCX samples from the Markdown ones, in the two ways people number a Word document.

`python samples/make_docx.py` writes `samples/docx/`; with `--check` it only says whether that folder is current.
Tests import `to_docx` and compare what jdlint finds in the three forms of one text.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token
from word_numbers import Numbers

Numbering = Literal["typed", "automatic"]

FOLDER = Path(__file__).parent
COMMITTED: dict[str, Numbering] = {
    "inzhener-tehnolog": "automatic",
    "kladovshchik": "typed",
    "marketolog": "automatic",
    "melnik": "automatic",
    "menedzher-po-zakupkam": "automatic",
    "pekar": "typed",
    "prodavets-konsultant": "automatic",
    "rabotnik-kofeyni": "typed",
    "sekretar-referent": "typed",
    "sistemnyy-administrator": "automatic",
    "specialist-po-kadram": "automatic",
    "specialist-po-ohrane-truda": "automatic",
    "upakovshchik": "typed",
    "voditel-furgona": "typed",
    "zaveduyuschiy-skladom": "typed",
}
# Parts that hold the content; the rest of a package is python-docx's template and varies with its version.
CONTENT_PARTS = ("word/document.xml", "word/numbering.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(markdown_text: str, *, numbering: Numbering) -> bytes:
    """The same document as a Word file; equal input gives equal bytes.

    `typed` keeps every number and bullet as characters of the text and draws headings as bold lines.
    `automatic` takes them out of the text, lets Word's multi-level lists compute them, and uses heading styles.
    """
    document = docx.Document()
    body = document.styles["Normal"]
    body.font.name, body.font.size = "Times New Roman", Pt(12)
    numbers = Numbers(document.part.numbering_part.element) if numbering == "automatic" else None
    # A line for the pen is text, though CommonMark would take some runs of underscores for emphasis.
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown_text.replace("_", r"\_"))
    _Writer(document, numbers).write(tokens)
    return _frozen(document)


class _Writer:
    """Walks the Markdown tokens and appends paragraphs and tables."""

    def __init__(self, document: Document, numbers: Numbers | None) -> None:
        self._document = document
        self._numbers = numbers

    def write(self, tokens: list[Token]) -> None:
        """Append everything the tokens stand for."""
        depth, marker, position = 0, "", 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[position:end])
                position = end
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                depth += 1
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                depth -= 1
            elif token.type == "list_item_open":
                marker = f"{token.info}{token.markup}" if token.info else "–"
                if tokens[position + 1].type == "list_item_close":
                    self._paragraph([], marker=marker, depth=depth)
                    marker = ""
            elif token.type == "inline":
                opening = tokens[position - 1]
                heading = int(opening.tag[1]) if opening.type == "heading_open" else 0
                for runs in self._paragraphs(_runs(token)):
                    self._paragraph(runs, marker=marker, depth=depth, heading=heading)
                    marker = ""
            position += 1

    def _paragraphs(self, runs: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
        """Hard line breaks as people make them: each line a paragraph where all is typed, a break otherwise."""
        if self._numbers:
            return [runs]
        paragraphs: list[list[tuple[str, bool]]] = [[]]
        for text, bold in runs:
            if text == "\n":
                paragraphs.append([])
            else:
                paragraphs[-1].append((text, bold))
        return paragraphs

    def _paragraph(self, runs: list[tuple[str, bool]], *, marker: str, depth: int, heading: int = 0) -> None:
        bold = bool(runs) and all(b for text, b in runs if text.strip())
        if heading and not self._numbers:
            runs, bold = [(text, True) for text, _ in runs], True
        style = f"Heading {heading}" if heading and self._numbers else None
        paragraph = self._document.add_paragraph(style=style)
        if heading == 1 or (bold and not heading and "ИНСТРУКЦИЯ" in runs[0][0]):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif runs and runs[0][0].startswith("УТВЕРЖД"):
            paragraph.paragraph_format.left_indent = Cm(9)
        self._fill(paragraph, runs, marker=marker, depth=depth, section=bool(heading) or bold)

    def _fill(
        self, paragraph: Paragraph, runs: list[tuple[str, bool]], *, marker: str, depth: int, section: bool
    ) -> None:
        if marker:
            runs = [(f"{marker} ", False), *runs]
        if self._numbers:
            runs = self._numbers.apply(paragraph, runs, depth=depth, section=section)
        for text, bold in runs:
            for number, line in enumerate(text.split("\n")):
                run = paragraph.add_run()
                if number:
                    run.add_break()
                run.add_text(line)
                run.bold = bold or None

    def _table(self, tokens: list[Token]) -> None:
        rows = list(_rows(tokens))
        table = self._document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for number, (row, content) in enumerate(zip(table.rows, rows, strict=True)):
            cells = list(row.cells)
            if number == 0 and len(cells) == 2 and not content[1]:
                cells[0].merge(cells[1])
            for cell, runs in zip(cells, content, strict=True):
                if runs:
                    self._cell(cell, runs, section=number == 0)
        self._document.add_paragraph()

    def _cell(self, cell: _Cell, runs: list[tuple[str, bool]], *, section: bool) -> None:
        self._fill(cell.paragraphs[0], runs, marker="", depth=0, section=section)


def _runs(inline: Token) -> list[tuple[str, bool]]:
    """Text with its boldness; a hard break is a line feed, a soft one a space."""
    runs: list[tuple[str, bool]] = []
    bold = False
    for child in inline.children or []:
        if child.type in {"strong_open", "strong_close"}:
            bold = child.type == "strong_open"
        elif child.type == "softbreak":
            runs.append((" ", bold))
        elif child.type == "hardbreak":
            runs.append(("\n", bold))
        elif child.content:
            runs.append((child.content, bold))
    return runs


def _rows(tokens: list[Token]) -> Iterator[list[list[tuple[str, bool]]]]:
    row: list[list[tuple[str, bool]]] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(_runs(token))
        elif token.type == "tr_close":
            yield row


def _frozen(document: Document) -> bytes:
    """The package with fixed dates, so that equal content is equal bytes."""
    properties = document.core_properties._element
    for child in list(properties):
        properties.remove(child)
    packed = io.BytesIO()
    document.save(packed)
    frozen = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return frozen.getvalue()


def _content(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(part) for part in CONTENT_PARTS]


def main() -> int:
    """Write or check `samples/docx/`; the exit code is 1 if a file is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is missing or stale")
    check = parser.parse_args().check
    missing = {p.stem for p in FOLDER.glob("*.md")} - set(COMMITTED) - {"README"}
    stale = [f"{name}: not listed in COMMITTED" for name in sorted(missing)]
    (FOLDER / "docx").mkdir(exist_ok=True)
    for name, numbering in COMMITTED.items():
        target = FOLDER / "docx" / f"{name}.docx"
        data = to_docx((FOLDER / f"{name}.md").read_text(encoding="utf-8"), numbering=numbering)
        if target.exists() and _content(target.read_bytes()) == _content(data):
            continue
        if check:
            stale.append(f"{target.name}: run samples/make_docx.py")
        else:
            target.write_bytes(data)
    sys.stderr.writelines(f"{line}\n" for line in stale)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
