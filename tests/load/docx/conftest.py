"""Word files in the short notation, read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jdlint.load.docx import load
from jdlint.model.document import Document, Source


@pytest.fixture
def read(x: Any) -> Callable[..., Document]:
    """Packs a body and reads it."""

    def reader(body: str, **parts: object) -> Document:
        return load(Source("инструкция.docx", x.pack(body, **parts)))

    return reader


@pytest.fixture(scope="session")
def shown() -> Callable[[Document], list[str]]:
    """The words of each block."""
    return lambda document: [b.span.of(document.text) for b in document.blocks]
