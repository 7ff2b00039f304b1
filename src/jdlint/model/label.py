"""What the number or bullet in front of a clause looks like."""

from __future__ import annotations

import re
from functools import lru_cache

from jdlint.model.pattern import expression
from jdlint.record import record

ROMAN = "ivxlcdmіхсм"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
# Keyboard and OCR stand-ins: Cyrillic letters and digits that print like Roman numerals.
_ROMAN_FOLD = str.maketrans(
    {"і": "i", "х": "x", "с": "c", "м": "m", "ш": "iii", "п": "ii", "у": "v", "1": "i", "|": "i"}
)
BULLETS = "•●○◦▪▫■□–—−-*+·‣⁃➢➤✓✔🔹🔸🔷🔶📌\uf0b7\uf0a7\uf0d8"
_BULLET = expression(rf"\s*(?P<bullet>[{re.escape(BULLETS)}]|o(?=\s))(?:\s+|$|(?<=[^\-–—−*+])(?=\w))")
_NUMBER = expression(
    r"\s*(?:(?P<word>раздел|глава|часть|статья|пункт|§|пп?\.)(?:(?<=\.)\s*|(?<!\.)\s+))?"
    r"(?P<number>\d{1,3}(?:\s?\.\s?\d{1,3}){1,5}(?=\s?[.)])|\d{1,3}(?:\.\d{1,3}){0,5})(?P<mark>\s?[.)]|(?(word):|(?!))|(?=\s|$))(?=\D|$)",
    re.IGNORECASE,
)
_ROMAN = expression(
    r"\s*(?:(?P<word>раздел|глава|часть)\s+)?(?P<number>[IVXLІХivx1|]{1,6}|[ШПУ]{1,2})(?P<mark>\s?[.)]|(?(word):|(?!))|(?=\s*$)|(?=\s))(?=\s|$|[А-ЯЁ])",
    re.IGNORECASE,
)
_KEYCAP = expression(r"\s*(?P<key>(?P<digit>\d)\ufe0f?\u20e3|\U0001f51f)[.)]?(?=\s|$)")
# «4.а.», «4б)»: a letter that goes on with a number.
_MIXED = expression(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}\.?[а-е])[.)](?=\s)")
_LETTER = expression(r"\s*(?P<number>[а-яёa-z]\s?\)|[А-ЯЁ]\)|[а-яёa-z]\.(?=\s))(?=\s|\w)")


@record
class Label:
    """A clause label: `number` without punctuation ("2.3", "IV", "а"; "" for a bullet), the numeric
    `parts` where it has them (Roman numerals counted), `style` one of arabic, roman, letter, bullet, and
    the offsets `[start, end)` of the label with its punctuation in the text it was read from.
    """

    number: str
    parts: tuple[int, ...]
    style: str
    start: int
    end: int
    word: str = ""


def roman_value(text: str) -> int:
    """Value of a Roman numeral written in any case, with Cyrillic look-alikes; 0 if it is none."""
    letters = text.lower().translate(_ROMAN_FOLD)
    if not letters or any(c not in _ROMAN_VALUES for c in letters):
        return 0
    total = 0
    for c, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN_VALUES[c]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total if to_roman(total) == letters else 0


def to_roman(value: int) -> str:
    """`value` as a lower-case Roman numeral."""
    digits = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")]
    digits += [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    out = ""
    for number, letters in digits:
        while value >= number:
            out += letters
            value -= number
    return out


@lru_cache(maxsize=4096)
def read_label(line: str) -> Label | None:
    """The label that stands at the start of `line` (plain text), or None.

    A bare number without punctuation counts only before a capital letter or at the end of the line:
    "5 рабочих дней" is no clause.
    """
    if found := _BULLET.match(line):
        return Label("", (), "bullet", found.start("bullet"), found.end("bullet"))
    if found := _KEYCAP.match(line):
        number = found["digit"] or "10"
        return Label(number, (int(number),), "arabic", found.start("key"), found.end())
    if found := _MIXED.match(line):
        letter = found["number"][-1]
        return Label(found["number"], (ord(letter),), "letter", found.start("number"), found.end())
    if (found := _NUMBER.match(line)) and (label := _arabic(found, line)):
        return label
    if (found := _ROMAN.match(line)) and (label := _roman(found, line)):
        return label
    if found := _LETTER.match(line):
        letter = found["number"][0].lower()
        return Label(letter, (ord(letter),), "letter", found.start("number"), found.end())
    return None


def _arabic(found: re.Match[str], line: str) -> Label | None:
    number = re.sub(r"\s", "", found["number"])
    parts = number.split(".")
    if any(len(p) > 1 and p.startswith("0") for p in parts):
        return None
    if (found["word"] or "").endswith(".") and not found["mark"].strip():
        return None  # «п. 5 ч. 1 ст. 81 ТК РФ» refers to an article
    if not found["mark"].strip() and not found["word"]:
        rest = line[found.end() :].lstrip()
        if rest and not (rest[0].isupper() or rest[0] in '«"_(….' or (len(parts) > 1 and rest[0].isalpha())):
            return None
    start = found.start("word") if found["word"] else found.start("number")
    return Label(number, tuple(map(int, parts)), "arabic", start, found.end(), (found["word"] or "").lower())


def _roman(found: re.Match[str], line: str) -> Label | None:
    number = found["number"]
    value = roman_value(number)
    if not value:
        return None
    if not found["mark"].strip() and not found["word"]:
        rest = line[found.end() :].lstrip()
        if not rest[:1].isupper() or set(number) - set("IVX"):
            return None
    start = found.start("word") if found["word"] else found.start("number")
    return Label(number, (value,), "roman", start, found.end(), (found["word"] or "").lower())
