"""Reads Word files: one reading text with its blocks and the places left to be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.model.document import Document, Source


def load(source: Source) -> Document:
    """Read a .docx, .docm or .dotx file; raises LoadError when its bytes are no Word document."""
    from jdlint.load.docx.compose import compose
    from jdlint.load.docx.package import Package
    from jdlint.load.docx.reader import read

    return compose(source.path, read(Package(source)))
