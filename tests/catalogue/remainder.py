"""Examples of the catalogue that do not come out as it says, each with the reason."""

from __future__ import annotations

from table import Key

REMAINDER: dict[Key, str] = {
    ("BLK004", "bad", 2): "a number with a line behind it is a blank: BLK001 says so, and one defect is told once",
    (
        "BLK006",
        "bad",
        0,
    ): "a revision is a thing of Word files, and these documents are Markdown: the tests of the loader hold it",
    ("FMT001", "bad", 1): "the block is there: FMT002 says that position, name and date are missing",
    ("FMT014", "bad", 2): "a digit in place of a letter is no mixed alphabet: LAW006 finds it in the number of the act",
}
