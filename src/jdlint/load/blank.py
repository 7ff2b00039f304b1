"""Places left to be filled that are drawn with characters, and the hints beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jdlint.model.document import Blank, Block, BlockKind, Shape
from jdlint.model.label import Label, read_label
from jdlint.model.pattern import expression
from jdlint.model.span import Places, Span

# What stands in the brackets of a reference to a source: «[2, с. 5]», «[3; 4, т. 1, с. 10–12]».
_SOURCE = r"(?i:\s*\d+(?:\s*[,;–-]\s*(?:(?:с|стр|т|гл|разд|ст|п|рис|табл)\.\s*)?\d+)*\s*)"
# A part of a designation: «ГОСТ [Р 1.5]».
_DESIGNATION = r"[А-ЯЁ]{1,3}[\s-]?\d+(?:[.-]\d+)*"
# «наименование организации», НАИМЕНОВАНИЕ ОРГАНИЗАЦИИ in place of it; «графа «наименование …»» speaks of a form.
_NAMED = r"(?:[Пп]олное\s+|[Тт]очное\s+)?(?:[Нн]аименование|[Нн]азвание)"
_OURS = (
    r"(?:организации|компании|предприятия|учреждения|общества|работодателя|должности|структурного|подразделения|отдела)"
)
_DRAWN = expression(
    r"(?P<box>[─━═‗▁]{3,})"
    r"|(?P<underscores>_[_\u00ad]{2,}(?:\s{0,3}_{2,})*|(?<!\S)(?:_ ){2,}_|(?<=[а-яёА-ЯЁ]\s)«\s*(?=»)"
    r"|(?<=[№«\"]\s)_{1,2}(?![\w_])"
    r"|(?<=[№«\"N])_{1,2}(?![\w_])|(?<!\S)_{2}(?![\w_])|(?<=\[)_{1,2}(?=\]))"
    r"|(?P<dots>\.{5,}|…{2,}|(?:\.\s){5,}\.?|(?:(?<=\sза\s)|(?<=\s[кпд]о\s)|(?<=\sна\s)|(?<=\s[вксо]\s)|(?<=\sот\s)|(?<=\sиз\s)|(?<=\sперед\s))(?:\.{3,4}|…)(?=[\s.;]*$)|(?<=\s)(?:\.{3,4}|…)(?=\s?(?:%|процент|руб|дн[ея]|час|лет\b|год|мес)))"
    r"|(?P<dashes>(?<=\w\s)-{5,}|-{5,}(?=\s*\w))"
    r"|(?P<date>(?<!\d)00\.00\.(?:00|20)?(?:00|ХХ|XX)\b|\b[ХX]{2}\.[ХX]{2}\.(?:20)?[ХX]{2,4}\b)"
    rf"|(?P<brackets>\[(?!(?:{_SOURCE}|{_DESIGNATION})\])"
    r"(?=[^\]\[\n]*[А-Яа-яё])[^\]\[\n]{2,80}\](?!\()|\{\{[^{}\n]{1,60}\}\}"
    r"|(?<![/\\_}])\{(?=[^{}\n]*[А-Яа-яё])[^{}\n]{2,60}\}(?![/\\_{]|\.[a-z])"
    # [LEGAL_FORM], {reportsTo}: names of variables that nothing was put in place of
    r"|\[[A-Z]+(?:_[A-Z0-9]+)+\](?!\()|(?<![\w$\\/_}{\]])\{[A-Za-z][A-Za-z_.]{2,40}\}(?![/\\_{}])"
    r"|(?<!\w)#[A-ZА-ЯЁ_]{3,40}#"
    r"|<(?:(?=[^<>\n]*[А-Яа-яё])[^<>\n/=]{2,60}|\.{2,5}|…+)>"
    r"|\[(?:[●•…?]{1,5}|\.{2,5}|0{2,}|0+(?:[:.]0+)+)\]|%[А-Яа-яёA-Za-z_]{3,40}%|\$[A-ZА-ЯЁ_]{3,40}\$"
    rf"|(?<=[а-яё]\s)(?:НАИМЕНОВАНИЕ|НАЗВАНИЕ)\s+{_OURS.upper()}"
    rf"|(?<!поле\s)(?<!поля\s)(?<!графа\s)(?<!графе\s)(?<!графу\s)«{_NAMED}\s+{_OURS}[^«»\n]{{0,60}}»)"
)
# Most blocks hold none of these: asking first is three times faster than trying every shape.
_MAY_HOLD = expression(
    r"[_─━═‗▁…\[{<%$]|«\s*(?:»|[Нн]аим|[Нн]азв|[Пп]олн)|НА(?:ИМЕНО|ЗВА)|\.{3}|#[A-ZА-ЯЁ]|\. \.|-{5}|00\.|[ХX]\."
)
_ASKED = expression(
    r"\((?=(?:(?:кому|кем|кого|кто|чего|чем|что|где|когда|как(?:ой|ая|ое|ие|ого|ому))(?:\s+именно)?\s*[–—,:-]\s*)?"
    r"(?:полное\s+|точное\s+)?(?:указать|указывается|указываются|вписать|впишите|укажите|наименование|название|должность|ф\.\s?и\.\s?о|фио|дата|номер|подразделение|перечислить)\b)"
    r"[^()\n]{3,240}\)",
    re.IGNORECASE,
)
_LETTER = expression(r"\w")
_ROW_NUMBER = expression(r"\W*\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\W*")
_RULE = expression(r"\s*[_─—]{3,}\s*")
_NOTE = expression(r"\s*(?P<mark>\d{1,2})\s+[А-ЯЁA-Z«]")
_CONTENTS_LEADER = expression(r"\s*\d{1,3}\s*$")
_HINT = expression(r"\s{0,80}[.,;]?\s{0,80}\((?P<hint>[^()]{2,200})\)")
_OPEN = expression(r"\s*(?P<dots>\.{3,4}|…)\s*(?:\([^()\n]{3,160}\))?[\s.;,]*")
_HELD_OPEN = expression(r"\s*(?P<hint>\((?:ины[ех]|други[ех]|прочи[ех])\s[^()\n]{3,160}\))[\s.;,]*", re.IGNORECASE)
_NOTHING = expression(r"[\s.,;:\u00ad—–-]*")
# «.», «-;»: what is left of an item whose words were deleted.
_REMAINS = expression(r"\s*[—–-]?\s*[.;]\s*")
# «4.10.      .»: a line whose underline was lost, with the stop behind it.
_LOST_LINE = expression(r"\s{2,}[.;]\s*")


def find_blanks(plain: str, blocks: Sequence[Block], drawn: Sequence[Blank] = ()) -> tuple[Blank, ...]:
    """All blanks of a document in the order of the text.

    `drawn` are those that only the loader can see (borders, tabs, content controls); they win over
    characters at the same place. A bracketed line right after a blank is its hint.
    """
    found = sorted(
        [*drawn, *_of_characters(plain, blocks, drawn), *_empty_items(plain, blocks), *_untold(plain, blocks)],
        key=lambda b: b.span,
    )
    hinted = [_with_hint(blank, plain) for blank in _merged(_rows_as_items(found, plain, blocks), plain)]
    return tuple(sorted([*hinted, *_asked(plain, blocks, hinted)], key=lambda b: (b.span, b.shape.value)))


def _rows_as_items(found: Sequence[Blank], plain: str, blocks: Sequence[Block]) -> list[Blank]:
    """The blanks, an empty cell of a row that holds nothing but its number being an empty item."""
    bare = _bare_rows(plain, blocks)
    cells = [(block.span, block.cell) for block in blocks if block.cell is not None]
    places = Places.of(span for span, _ in cells)
    out: list[Blank] = []
    for blank in found:
        inside = places.overlapping(blank.span.start, blank.span.end) if blank.shape is Shape.CELL else iter(())
        row = next(((cell.table, cell.row) for _, cell in (cells[i] for i in inside)), None)
        out.append(Blank(bare[row], Shape.ITEM) if row in bare else blank)
    return list(dict.fromkeys(out))


def _bare_rows(plain: str, blocks: Sequence[Block]) -> dict[tuple[int, int] | None, Span]:
    """The rows, by table and number, that say nothing but their own number, and its place."""
    rows: dict[tuple[int, int] | None, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    bare: dict[tuple[int, int] | None, Span] = {}
    for place, row in rows.items():
        told = [block for block in row if _LETTER.search(block.span.of(plain).replace("_", ""))]
        if told == row[:1] and _ROW_NUMBER.fullmatch(row[0].span.of(plain)):
            bare[place] = row[0].span
    return bare


def _asked(plain: str, blocks: Sequence[Block], blanks: Sequence[Blank]) -> Iterator[Blank]:
    """Hints in round brackets that stand where the value itself should («подчиняется (указать должность)»)."""
    for block in blocks:
        for match in _ASKED.finditer(plain, block.span.start, block.span.end):
            legend = any(
                b.span.end <= match.start() and not re.search(r"\w", plain[b.span.end : match.start()].replace("_", ""))
                for b in blanks
                if match.start() - b.span.end < 200
            )
            inside = any(b.span.overlaps(Span(match.start(), match.end())) for b in blanks)
            if not legend and not inside:
                yield Blank(Span(match.start(), match.end()), Shape.HINT, match[0][1:-1].strip())


def _of_characters(plain: str, blocks: Sequence[Block], drawn: Sequence[Blank]) -> Iterator[Blank]:
    taken = {i for b in drawn for i in range(b.span.start, b.span.end)}
    for index, block in enumerate(blocks):
        text = block.span.of(plain)
        if not _MAY_HOLD.search(text) or _is_above_notes(plain, blocks, index):
            continue
        for match in _DRAWN.finditer(text):
            shape = Shape(match.lastgroup or "underscores")
            leader = shape is Shape.DOTS and _CONTENTS_LEADER.match(text, match.end())
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            if not leader and span.start not in taken and span.end - 1 not in taken:
                yield Blank(span, shape)


def _is_above_notes(plain: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the line only sets off footnotes: below it stands a number that some word above bears («код1»)."""
    if not _RULE.fullmatch(blocks[index].span.of(plain)) or index + 1 >= len(blocks):
        return False
    note = _NOTE.match(blocks[index + 1].span.of(plain))
    return (
        note is not None and re.search(rf"[а-яё»)]{note['mark']}(?!\d)", plain[: blocks[index].span.start]) is not None
    )


def _empty_items(plain: str, blocks: Sequence[Block]) -> Iterator[Blank]:
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        text = block.span.of(plain)
        label = read_label(text)
        if label is None and _REMAINS.fullmatch(text) and block.cell is None and not _ends_line(blocks, index, plain):
            yield Blank(block.span, Shape.ITEM)
        if not label or not _NOTHING.fullmatch(text, label.end):
            continue
        punctuated = label.style == "bullet" or text.strip()[-1:] in ".)" or "." in label.number
        alone = not text[label.end :].strip()
        if (
            punctuated
            and not (alone and _goes_on(block, label, following, plain))
            and not _beside_cell(block, following)
        ):
            yield Blank(block.span, Shape.SPACES if _LOST_LINE.fullmatch(text, label.end) else Shape.ITEM)


def _goes_on(block: Block, label: Label, below: Block | None, plain: str) -> bool:
    """Whether the words of an item stand in the next block, which bears no number of its own."""
    if below is None or below.part != block.part or below.kind is BlockKind.HEADING or below.cell is not None:
        return False
    words = below.span.of(plain)
    if below.label or read_label(words):
        return False
    # «7. .» lost its words, and a bullet that a line break parted from its words has not.
    between = plain[block.span.end : below.span.start]
    parted = between.count("\n") == 1 and not between.strip() and words[:1].islower()
    return not block.label or (label.style == "bullet" and parted)


def _ends_line(blocks: Sequence[Block], index: int, plain: str) -> bool:
    """Whether the mark alone on a line ends one drawn with tabs or spaces, or the sentence of the line above."""
    span = blocks[index].span
    line = plain[plain.rfind("\n", 0, span.start) + 1 : span.end]
    above = blocks[index - 1].span.of(plain).rstrip()[-1:] if index else ""
    return line[:1].isspace() or (line.strip() in (".", ";") and above not in (*".;:!?", ""))


def _untold(plain: str, blocks: Sequence[Block]) -> Iterator[Blank]:
    """Items left open with three dots or with a hint alone («6) ... (другие сведения)», «2.3. (иные права)»)."""
    for block in blocks:
        text = block.span.of(plain)
        label = read_label(text)
        if label and (dots := _OPEN.fullmatch(text, label.end)):
            place = Span(block.span.start + dots.start("dots"), block.span.start + dots.end("dots"))
            yield Blank(place, Shape.DOTS)
        elif label and (hint := _HELD_OPEN.fullmatch(text, label.end)):
            place = Span(block.span.start + hint.start("hint"), block.span.start + hint.end("hint"))
            yield Blank(place, Shape.HINT, hint["hint"].strip("()"))


def _beside_cell(block: Block, following: Block | None) -> bool:
    """Whether the item's text stands in the next cell of its row, or the cell is none of a list."""
    if block.cell is None:
        return False
    if block.kind is not BlockKind.ITEM:
        return True
    other = following.cell if following else None
    return (
        other is not None
        and (other.table, other.row) == (block.cell.table, block.cell.row)
        and other.column != block.cell.column
    )


def _merged(blanks: Sequence[Blank], plain: str) -> list[Blank]:
    out: list[Blank] = []
    for blank in blanks:
        last = out[-1] if out else None
        if last and last.span.overlaps(blank.span):
            if len(blank.span) > len(last.span) and last.shape is not Shape.ITEM:
                out[-1] = replace(last, span=Span(last.span.start, blank.span.end))
        elif (
            last
            and last.shape == blank.shape == Shape.UNDERSCORES
            and not plain[last.span.end : blank.span.start].strip(" ")
        ):
            out[-1] = replace(last, span=Span(last.span.start, blank.span.end))
        else:
            out.append(blank)
    return out


def _with_hint(blank: Blank, plain: str) -> Blank:
    if blank.hint or blank.shape in (Shape.BRACKETS, Shape.ITEM, Shape.DATE):
        return blank
    if match := _HINT.match(plain, blank.span.end):
        return replace(blank, hint=" ".join(match["hint"].split()))
    return blank
