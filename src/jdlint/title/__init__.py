"""Titles of positions brought to a form that can be compared across documents.

    titles = Titles(rulebook.vocabulary, settings.positions)      # once per run: it remembers what it has read
    titles.read("зам. директора (по персоналу)") == titles.read("заместитель директора по персоналу")
    relate(titles.read("бухгалтер"), titles.read("бухгалтер расчётного отдела")) is Relation.WIDER
    Directory((titles.read(d.position), d) for d in documents).find(titles.read("главный бухгалтер")).same

Works on the values of facts alone: no language engine, a microsecond for a title seen before.
"""

from jdlint.title.directory import Directory, Found, Key, asked_of, found_among, kept_under
from jdlint.title.read import Titles
from jdlint.title.relation import Relation, relate
from jdlint.title.title import Title

__all__ = [
    "Directory",
    "Found",
    "Key",
    "Relation",
    "Title",
    "Titles",
    "asked_of",
    "found_among",
    "kept_under",
    "relate",
]
