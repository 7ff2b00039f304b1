"""Finds the places inside a paragraph that are drawn to be written on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jdlint.load.docx.flow import BLANK, Piece, cut
from jdlint.load.docx.properties import Properties
from jdlint.load.docx.styles import TabStop
from jdlint.model.document import Shape
from jdlint.model.pattern import expression

# Fewer underlined spaces than this part words; more of them are a line.
_LEAST_SPACES: Final = 3
_SPACES: Final = frozenset(" \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000\t")
_BLANK_STRETCH = expression(rf"[{re.escape(''.join(sorted(_SPACES)))}]+")
_STEPS = expression(r"\t|[^\t\n]+|\n")
_DOTS: Final = frozenset({"dot", "middleDot"})
_CONTENTS = expression(r"\t[ \u00a0]*(?:\d{1,3}|[ivxlc]{1,6})[ \u00a0]*")
# Width of an average letter, in the size of the type: a little less than it is, so that a stop is not overshot.
_LETTER: Final = 0.46
_TYPE_SIZE: Final = 24
_FILLER = expression(
    r"\[.*\]|<.*>|\{.*\}|[xхXХ]{2,}|N{2,}|\W*(?:указать|укажите|вписать|впишите|вставить|вставьте|заполнить|заполните|"
    r"выбрать|выберите|ввести|введите|нужное|наименование|название|ф\.?\s?и\.?\s?о\b|фамилия|инициалы|дата\b|номер\b|должность\b|"
    r"подпись|реквизиты|адрес\b|сумма\b|срок\b|место для|пример\b|образец\b)[^.!?]*|\(.{3,}\)|[\s_.…]{2,}|\?{2,}",
    re.IGNORECASE,
)
_LONGEST_FILLER: Final = 80


def draw(pieces: list[Piece], said: Properties) -> list[Piece]:
    """The pieces of a paragraph with every drawn line as underscores, marked as a blank."""
    if any(piece.marks.underline for piece in pieces):
        pieces = _underlined(pieces)
    if any(stop.leader for stop in said.stops):
        pieces = _leaders(pieces, said.stops, said.left)
    if any(piece.marks.tinted for piece in pieces):
        pieces = _fillers(pieces)
    return pieces


def _underlined(pieces: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    index = 0
    while index < len(pieces):
        if not pieces[index].marks.underline:
            out.append(pieces[index])
            index += 1
            continue
        stop = index
        while stop < len(pieces) and pieces[stop].marks.underline:
            stop += 1
        stretch = pieces[index:stop]
        out.extend(_line_of(stretch) if _is_empty(stretch) else stretch)
        index = stop
    return out


def _is_empty(stretch: Sequence[Piece]) -> bool:
    """Whether nothing but space is underlined, enough of it to write on."""
    text = "".join([p.text for p in stretch if p.shape is None]).replace("\n", "")
    return not set(text) - _SPACES and ("\t" in text or len(text) >= _LEAST_SPACES)


def _line_of(stretch: Sequence[Piece]) -> list[Piece]:
    shape = Shape.TABS if any("\t" in p.text for p in stretch) else Shape.SPACES
    out = []
    for piece in stretch:
        if piece.shape is None:
            text = "".join([BLANK if c == "\t" else c if c == "\n" else "_" for c in piece.text])
            piece = piece._replace(text=text, shape=shape)  # noqa: PLW2901 the same piece, drawn
        out.append(piece)
    return out


def _leaders(pieces: list[Piece], stops: Sequence[TabStop], left: int) -> list[Piece]:
    text = "".join([p.text for p in pieces])
    out: list[Piece] = []
    at, position = float(left), 0
    for piece in pieces:
        for found in _STEPS.finditer(piece.text):
            part = found[0]
            taken = cut(piece, found.start(), found.end())
            if part == "\t":
                stop = next((s for s in stops if s.position > at), None)
                if stop is not None:
                    at = stop.position
                    contents = stop.leader in _DOTS and _CONTENTS.fullmatch(text, position)
                    if stop.leader and not contents and piece.shape is None:
                        taken = taken._replace(text=BLANK, shape=Shape.TABS)
            elif part == "\n":
                at = float(left)
            else:
                at += len(part) * (piece.marks.size or _TYPE_SIZE) * 10 * _LETTER
            position += len(part)
            out.append(taken)
    return out


def _fillers(pieces: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    index = 0
    while index < len(pieces):
        stop = index
        while stop < len(pieces) and pieces[stop].marks.tinted and pieces[stop].shape is None:
            stop += 1
        if stop == index:
            out.append(pieces[index])
            index += 1
            continue
        stretch = pieces[index:stop]
        text = "".join([p.text for p in stretch]).strip()
        if len(text) <= _LONGEST_FILLER and _FILLER.fullmatch(text):
            stretch = [p._replace(shape=Shape.FILLER) for p in stretch]
        out.extend(stretch)
        index = stop
    return out
