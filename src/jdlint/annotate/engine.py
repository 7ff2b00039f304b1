"""spaCy's start: what of it is needed to split Russian text into tokens, and nothing more."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

from jdlint.garbage import unsearched


def russian_vocab() -> Any:
    """The vocabulary that `spacy.blank("ru")` makes, without the rest of its pipeline.

    The rest (its configuration, and a tokenizer compiled from rules that ours replaces) is a quarter of its cost.
    """
    # numpy would start a thread for each core, and the language part multiplies no matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _without_collection(), _deferred():
        from spacy.lang.ru import Russian
        from spacy.vocab import create_vocab

        return create_vocab("ru", Russian.Defaults)


class _Deferring(MetaPathFinder):
    """Has httpx be imported no sooner than somebody asks for something in it.

    spaCy's command line imports it, and with it rich and Pygments, to download models: a tenth of spaCy's start.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How to import httpx; of other modules it knows nothing."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname == "httpx" else None
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


@contextmanager
def _deferred() -> Iterator[None]:
    finder = _Deferring()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Make many lasting objects without a search for garbage among them, now or later."""
    with unsearched():
        try:
            yield
        finally:
            gc.freeze()
