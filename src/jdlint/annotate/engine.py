"""spaCy's start: what of it is needed to split Russian text into tokens, and nothing more."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jdlint.garbage import unsearched


def russian_vocab() -> Any:
    """The vocabulary that `spacy.blank("ru")` makes, without the rest of its pipeline.

    The rest (its configuration, and a tokenizer compiled from rules that ours replaces) is a quarter of its cost.
    """
    # numpy would start a thread for each core, and the language part multiplies no matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _without_collection():
        from spacy.lang.ru import Russian
        from spacy.vocab import create_vocab

        return create_vocab("ru", Russian.Defaults)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Make many lasting objects without a search for garbage among them, now or later."""
    with unsearched():
        try:
            yield
        finally:
            gc.freeze()
