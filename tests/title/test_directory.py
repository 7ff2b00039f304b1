"""Finding who holds a title."""

from __future__ import annotations

from jdlint.model.rule import Rulebook
from jdlint.title import Directory, Found, Relation, Titles, relate


def test_the_same_title_goes_before_a_near_one(rulebook: Rulebook) -> None:
    """Holders of the very same title are told apart from those whose title says more or less."""
    read = Titles(rulebook.vocabulary).read
    names = ["бухгалтер", "бухгалтер расчётного отдела", "главный бухгалтер", "производитель работ (прораб)"]
    directory = Directory((read(name), name) for name in names)

    assert Found(("бухгалтер",), ("бухгалтер расчётного отдела",)) == directory.find(read("бухгалтеру"))
    assert ("бухгалтер",) == directory.find(read("бухгалтер материального отдела")).best
    assert ("производитель работ (прораб)",) == directory.find(read("прораб")).same
    assert Found() == directory.find(read("директор")) == directory.find(read(""))


def test_departments_are_found_by_their_words(rulebook: Rulebook) -> None:
    """A department's longer and shorter names are near, another department is not; the order given is kept."""
    read = Titles(rulebook.vocabulary).read
    names = [
        "начальник отдела сбыта готовой продукции",
        "начальник отдела",
        "начальник отдела сбыта",
        "начальник отдела снабжения",
        "начальник",
        "начальник цеха",
    ]
    directory = Directory((read(name), name) for name in names)

    assert Found((names[2],), (names[0], names[1], names[4])) == directory.find(read("нач. отдела сбыта"))
    assert Found((names[1],), (*names[:1], *names[2:5])) == directory.find(read("начальник отдела"))
    assert tuple(names[:4]) + tuple(names[5:]) == directory.find(read("начальник")).near


def test_looking_among_many_finds_what_looking_at_all_finds(rulebook: Rulebook) -> None:
    """The index leaves out nobody whom a comparison with everybody would find."""
    read = Titles(rulebook.vocabulary).read
    jobs = ["инженер", "ведущий инженер", "заместитель директора", "директор по сбыту (начальник сбыта)", "прораб"]
    units = [
        "",
        " отдела",
        " отдела сбыта",
        " отдела сбыта сукна",
        " отдела приёмки сукна",
        " отдела приёмки и сбыта сукна",
    ]
    units += [" цеха", " цеха сбыта сукна", " цеха № 2", " филиала в г. Туле"]
    names = [f"{job}{unit}{grade}" for job in jobs for unit in units for grade in ("", " 1 категории")]
    directory = Directory((read(name), name) for name in names)

    for asked in names:
        told = {name: relate(read(asked), read(name)) for name in names}
        found = directory.find(read(asked))

        assert [n for n in names if told[n] is Relation.SAME] == list(found.same)
        assert [n for n in names if told[n] in (Relation.NARROWER, Relation.WIDER)] == list(found.near)
