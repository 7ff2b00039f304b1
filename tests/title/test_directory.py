"""Finding who holds a title."""

from __future__ import annotations

from jdlint.model.rule import Rulebook
from jdlint.title import Directory, Found, Titles


def test_the_same_title_goes_before_a_near_one(rulebook: Rulebook) -> None:
    """Holders of the very same title are told apart from those whose title says more or less."""
    read = Titles(rulebook.vocabulary).read
    names = ["бухгалтер", "бухгалтер расчётного отдела", "главный бухгалтер", "производитель работ (прораб)"]
    directory = Directory((read(name), name) for name in names)

    assert Found(("бухгалтер",), ("бухгалтер расчётного отдела",)) == directory.find(read("бухгалтеру"))
    assert ("бухгалтер",) == directory.find(read("бухгалтер материального отдела")).best
    assert ("производитель работ (прораб)",) == directory.find(read("прораб")).same
    assert Found() == directory.find(read("директор")) == directory.find(read(""))
