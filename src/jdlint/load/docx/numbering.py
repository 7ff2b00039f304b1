"""Automatic numbers as Word counts and prints them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.names import ALTERNATE, CHOICE, FALLBACK, RPR, VAL, w, whole_number
from jdlint.model.label import to_roman
from jdlint.model.pattern import expression
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.load.docx.styles import Styles

# ё, й, ъ and ь number nothing (ECMA-376, 17.18.59: 29 letters).
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Word counts and writes no further; a file that asks for more would have labels of millions of letters.
MOST: Final = 32767
_DEPTHS: Final = 9
_LONGEST_TEXT: Final = 255
_SLOT = expression(r"%([1-9])")
_OFF = frozenset({"0", "false", "off"})
# What the symbol fonts show where these characters are typed in them.
_DASHES = frozenset("-–—−‑")
_SHOWN_BULLETS = frozenset("•●○◦▪▫■□❖➢➤✓✔*+·‣⁃►▶►◆◇★☆♦→☐☑")


def repeated(alphabet: str) -> Callable[[int], str]:
    """Letters of `alphabet`, doubled and tripled when they run out, as Word does."""

    def spell(value: int) -> str:
        if value > MOST:
            return str(value)
        times, index = divmod(value - 1, len(alphabet))
        return alphabet[index] * (times + 1) if value > 0 else ""

    return spell


def circled(value: int) -> str:
    """① to ⑳, then plain digits."""
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


def roman(value: int) -> str:
    """Roman numerals as far as Word writes them, then plain digits."""
    return to_roman(value) if value <= MOST else str(value)


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: repeated(_LATIN)(value).upper(),
    "lowerLetter": repeated(_LATIN),
    "russianLower": repeated(_RUSSIAN),
    "russianUpper": lambda value: repeated(_RUSSIAN)(value).upper(),
    "ordinal": lambda value: f"{value}-й",
    "decimalEnclosedCircle": circled,
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _: "",
}


@record
class Level:
    """One level of a list as its definition says."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str
    symbol: bool
    courier: bool
    hidden: bool


@record
class Numbered:
    """A computed label, and what stands between it and the text."""

    label: str
    gap: str


class Numbering:
    """Counts the numbered paragraphs of a document in the order they are met."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._instances: dict[str, _Element] = {}
        self._levels: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in () if root is None else root:
            if element.tag == w("abstractNum"):
                self._abstract[element.get(w("abstractNumId"), "")] = element
            elif element.tag == w("num"):
                self._instances[element.get(w("numId"), "")] = element

    def depth_of_style(self, num: str, style: str) -> int | None:
        """The level of the list that is tied to a paragraph style."""
        _, levels, _ = self._definition(num)
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def next(self, num: str, depth: int) -> Numbered | None:
        """Count one more paragraph of that list; None when there is no such list or level."""
        if not 0 <= depth < _DEPTHS:
            return None
        key, levels, starts = self._definition(num)
        level = levels.get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(key, [None] * _DEPTHS)
        # An instance with a start of its own begins anew where it first numbers a paragraph of that level.
        if depth in starts and (num, depth) not in self._begun:
            self._begun.add((num, depth))
            counts[depth] = None
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
        # A level that was passed over counts as used once: the next paragraph on it is the second.
        for shallower in range(depth):
            if counts[shallower] is None and shallower in levels:
                counts[shallower] = levels[shallower].start
        for deeper in range(depth + 1, _DEPTHS):
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after != 0 and depth < after):
                counts[deeper] = None
        if level.hidden:
            return Numbered("", "")
        label = self._print(level, levels, counts)
        return Numbered(label, "" if level.suffix == "nothing" else " ")

    def _print(self, level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
        if level.format == "bullet":
            return _bullet(level)

        def slot(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            one = levels.get(index)
            if one is None:
                return "0"
            count = counts[index]
            value = one.start if count is None else count
            style = "decimal" if level.legal and one.format != "none" else one.format
            return FORMATS.get(style, str)(value)

        return _SLOT.sub(slot, level.text).strip()

    def _definition(self, num: str) -> tuple[str, dict[int, Level], dict[int, int]]:
        if num not in self._levels:
            self._levels[num] = self._define(num)
        return self._levels[num]

    def _define(self, num: str) -> tuple[str, dict[int, Level], dict[int, int]]:
        instance = self._instances.get(num)
        if instance is None:
            return "", {}, {}
        key = self._abstract_of(instance)
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for element in self._abstract.get(key, ()):
            if element.tag == w("lvl"):
                levels[whole_number(element.get(w("ilvl")))] = _level(element)
        for override in instance.findall(w("lvlOverride")):
            depth = whole_number(override.get(w("ilvl")))
            own = override.find(w("lvl"))
            if own is not None:
                levels[depth] = _level(own)
            start = override.find(w("startOverride"))
            if start is not None and depth in levels:
                starts[depth] = whole_number(start.get(VAL))
                levels[depth] = replace(levels[depth], start=starts[depth])
        return key, levels, starts

    def _abstract_of(self, instance: _Element) -> str:
        for _ in range(8):
            reference = instance.find(w("abstractNumId"))
            key = "" if reference is None else reference.get(VAL, "")
            element = self._abstract.get(key)
            link = None if element is None else element.find(w("numStyleLink"))
            linked = None if link is None else self._instances.get(self._styles.number_of(link.get(VAL, "")))
            if linked is None:
                break
            instance = linked
        return key


def _level(element: _Element) -> Level:
    said: dict[object, _Element] = {one.tag: one for one in element}

    def value(name: str) -> str | None:
        one = said.get(w(name))
        return None if one is None else one.get(VAL)

    look = said.get(RPR)
    fonts, hidden = (None, None) if look is None else (look.find(w("rFonts")), look.find(w("vanish")))
    font = "" if fonts is None else (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "").lower()
    return Level(
        start=whole_number(value("start")),
        format=_form(said),
        text=(value("lvlText") or "")[:_LONGEST_TEXT],
        suffix=value("suff") or "tab",
        restart=whole_number(value("lvlRestart")) if w("lvlRestart") in said else None,
        legal=w("isLgl") in said and value("isLgl") not in _OFF,
        style=value("pStyle") or "",
        symbol=font.startswith(("wingdings", "symbol", "webdings")),
        courier="courier" in font,
        hidden=hidden is not None and hidden.get(VAL) not in _OFF,
    )


def _form(said: Mapping[object, _Element]) -> str:
    own, versions = said.get(w("numFmt")), said.get(ALTERNATE)
    for place in () if versions is None else (versions.find(CHOICE), versions.find(FALLBACK)):
        inside = None if place is None else place.find(w("numFmt"))
        if inside is not None:
            return _format(inside)
    return "decimal" if own is None else _format(own)


def _format(element: _Element) -> str:
    value = element.get(VAL, "decimal")
    if value == "custom":
        pattern = element.get(w("format"), "").split(",")[0].strip()
        return {"01": "decimalZero", "а": "russianLower", "А": "russianUpper"}.get(pattern, "decimal")
    return value


def _bullet(level: Level) -> str:
    text = level.text.strip()
    if not text:
        return ""
    if text in _DASHES or (text in _SHOWN_BULLETS and not level.symbol):
        return text
    if level.courier and text == "o":
        return "○"
    if level.symbol or any("\ue000" <= c <= "\uf8ff" for c in text):
        return "•"
    return text
