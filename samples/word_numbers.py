"""Takes typed numbers out of paragraphs and has Word's multi-level lists compute the same ones."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

Runs = list[tuple[str, bool]]

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_LABEL = re.compile(
    r"(?P<word>Раздел )?(?:(?P<roman>[IVX]+)|(?P<parts>\d+(?:\.\d+)*))(?P<mark>\.)(?:\s+|$)"
    r"|(?P<letter>[а-я])\)\s+|(?P<bullet>–)\s+"
)
_OUTLINE, _LETTERED, _BULLETED = 1, 2, 3


class Numbers:
    """The lists of one document: it counts as Word will, and starts a new list where the text departs from that."""

    def __init__(self, root: Any) -> None:
        for child in list(root):
            root.remove(child)
        self._root = root
        self._counters: dict[int, dict[int, int]] = {_OUTLINE: {}, _LETTERED: {}, _BULLETED: {}}
        self._current: dict[int, int] = {}
        self._base = 0
        self._nums = 0
        self._defined: dict[int, Any] = {}

    def apply(self, paragraph: Paragraph, runs: Runs, *, depth: int, section: bool) -> Runs:
        """The runs without their leading label, which `paragraph` now gets from a list."""
        found = _LABEL.match("".join(text for text, _ in runs))
        if not found or (found["bullet"] and not depth):
            return runs
        if found["bullet"]:
            self._define(_BULLETED, depth - 1, text="–", style="bullet")
            self._attach(paragraph, _BULLETED, depth - 1, self._current.get(_BULLETED) or self._new(_BULLETED, {}))
        elif found["letter"]:
            self._define(_LETTERED, 0, text="%1)", style="russianLower")
            self._count(paragraph, _LETTERED, [_LETTERS.index(found["letter"]) + 1])
        elif found["roman"]:
            self._define(_OUTLINE, 0, text="%1.", style="upperRoman")
            self._count(paragraph, _OUTLINE, [_ROMAN.index(found["roman"])])
        else:
            self._count_parts(paragraph, found, section=section)
        return _without(runs, found.end())

    def _count_parts(self, paragraph: Paragraph, found: re.Match[str], *, section: bool) -> None:
        parts = [int(part) for part in found["parts"].split(".")]
        if len(parts) > 1:
            shown = "".join(f"%{i + 1}." for i in range(len(parts)))
        elif section:
            shown = f"{found['word'] or ''}%1."
        else:  # a number that starts anew in each section
            shown = "%2."
            parts.insert(0, self._counters[_OUTLINE].get(0, 1))
        self._define(_OUTLINE, len(parts) - 1, text=shown, style="decimal")
        self._count(paragraph, _OUTLINE, parts)

    def _count(self, paragraph: Paragraph, family: int, parts: list[int]) -> None:
        """Attach `paragraph` to the family's list so that its number is `parts`."""
        level = len(parts) - 1
        counters = self._counters[family]
        if level == 0 and family == _OUTLINE:
            self._current[family] = self._base or self._new(family, {})
            self._base = self._current[family]
        elif family not in self._current:
            self._current[family] = self._new(family, {})
        expected = [counters.get(i, 1) for i in range(level)] + [counters.get(level, 0) + 1]
        if parts != expected:
            self._current[family] = self._new(family, dict(enumerate(parts)))
        self._counters[family] = dict(enumerate(parts))
        self._attach(paragraph, family, level, self._current[family])

    def _attach(self, paragraph: Paragraph, family: int, level: int, num: int) -> None:
        self._current[family] = num
        listed = _element("w:numPr", {})
        listed.append(_element("w:ilvl", {"w:val": level}))
        listed.append(_element("w:numId", {"w:val": num}))
        properties = paragraph._p.get_or_add_pPr()
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, listed)

    def _define(self, family: int, level: int, *, text: str, style: str) -> None:
        """Give the family this level's look, once; the first label of a level decides it."""
        if family not in self._defined:
            abstract = _element("w:abstractNum", {"w:abstractNumId": family})
            abstract.append(_element("w:multiLevelType", {"w:val": "multilevel"}))
            before = next((n for n in self._root if n.tag == qn("w:num")), None)
            if before is None:
                self._root.append(abstract)
            else:
                before.addprevious(abstract)
            self._defined[family] = abstract
        abstract = self._defined[family]
        levels = {int(lvl.get(qn("w:ilvl"))): lvl for lvl in abstract.findall(qn("w:lvl"))}
        if level in levels:
            return
        made = _element("w:lvl", {"w:ilvl": level})
        made.append(_element("w:start", {"w:val": 1}))
        made.append(_element("w:numFmt", {"w:val": style}))
        if text.count("%") > 1:
            made.append(_element("w:isLgl", {}))
        made.append(_element("w:suff", {"w:val": "space"}))
        made.append(_element("w:lvlText", {"w:val": text}))
        made.append(_element("w:lvlJc", {"w:val": "left"}))
        after = max((i for i in levels if i < level), default=None)
        if after is None:
            abstract[0].addnext(made)
        else:
            levels[after].addnext(made)

    def _new(self, family: int, starts: dict[int, int]) -> int:
        self._nums += 1
        num = _element("w:num", {"w:numId": self._nums})
        num.append(_element("w:abstractNumId", {"w:val": family}))
        for level, start in sorted(starts.items()):
            override = _element("w:lvlOverride", {"w:ilvl": level})
            override.append(_element("w:startOverride", {"w:val": start}))
            num.append(override)
        self._root.append(num)
        return self._nums


def _element(name: str, attributes: dict[str, object]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), str(value))
    return element


def _without(runs: Runs, count: int) -> Runs:
    """The runs less their first `count` characters."""
    left: Runs = []
    for text, bold in runs:
        dropped = min(count, len(text))
        count -= dropped
        if text[dropped:]:
            left.append((text[dropped:], bold))
    return left
