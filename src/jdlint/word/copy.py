"""A Word file to be changed: its elements, and the bytes that they make."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lxml import etree

from jdlint.load.docx.names import MAIN, RELATIONSHIPS, w
from jdlint.load.docx.package import serialised
from jdlint.load.docx.runs import Map
from jdlint.word.archive import rewritten
from jdlint.word.segment import Segments

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.model.document import Source

_TYPES: Final = "[Content_Types].xml"
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


class Copy:
    """One file, read for writing; `source` itself is never changed.

    Elements of `way` may be changed; each part so changed is to be told by `touch`. Raises LoadError
    where the loader does.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.way = Map(source)
        self.segments = Segments(self.way)
        self._touched: set[str] = set()
        self._new: dict[str, _Element] = {}

    @property
    def main(self) -> str:
        """The name of the main part."""
        return self.way.package.main

    def root(self, part: str) -> _Element:
        """The root of a part of the package, or of one added."""
        return self._new[part] if part in self._new else self.way.package.parse(part)

    def touch(self, part: str) -> None:
        """Say that elements of `part` were changed."""
        if part not in self._new:
            self._touched.add(part)

    def related(self, kind: str) -> _Element | None:
        """The root of the part that the main part relates to by `kind`, or None."""
        found = self.way.package.related(self.main, kind)
        return self.root(found[0]) if found else None

    def touch_related(self, kind: str) -> None:
        """Say that elements of that related part were changed."""
        for part in self.way.package.related(self.main, kind)[:1]:
            self.touch(part)

    def add(self, kind: str, content_type: str) -> _Element:
        """The root `w:kind` of a new part that the main part relates to by `kind`."""
        folder, main = posixpath.split(self.main)
        name = _free(posixpath.join(folder, f"{kind}.xml"), self.way.package.has)
        root = etree.Element(w(kind), nsmap={"w": MAIN})
        self._new[name] = root
        types = self.root(_TYPES)
        made = types.makeelement(f"{{{_CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": content_type})
        types.append(made)
        self.touch(_TYPES)
        self._relate(posixpath.join(folder, "_rels", f"{main}.rels"), kind, posixpath.basename(name))
        return root

    def written(self) -> bytes:
        """The bytes of the file as its elements are now; parts not touched stay byte for byte."""
        parts = {name: self.way.package.written(name) for name in sorted(self._touched)}
        for name, root in sorted(self._new.items()):
            parts[name] = serialised(root, strict=self.way.package.is_strict(self.main))
        return rewritten(self._source.data, parts)

    def _relate(self, rels: str, kind: str, target: str) -> None:
        if self.way.package.has(rels):
            relations = self.root(rels)
            self.touch(rels)
        else:
            relations = self._new[rels] = etree.Element(
                f"{{{_PACKAGE_RELATIONS}}}Relationships", nsmap={None: _PACKAGE_RELATIONS}
            )
        taken = {relation.get("Id") for relation in relations}
        identity = next(f"rIdJd{n}" for n in range(1, len(taken) + 2) if f"rIdJd{n}" not in taken)
        relations.append(
            relations.makeelement(
                f"{{{_PACKAGE_RELATIONS}}}Relationship",
                {"Id": identity, "Type": f"{RELATIONSHIPS}/{kind}", "Target": target},
            )
        )


def _free(name: str, taken: Callable[[str], bool]) -> str:
    """`name`, or with the first number that makes it new."""
    stem, suffix = posixpath.splitext(name)
    number = 2
    while taken(name):
        name = f"{stem}{number}{suffix}"
        number += 1
    return name
