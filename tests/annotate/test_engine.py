"""What spaCy's start is spared, in a process of its own: in this one spaCy has long been imported."""

from __future__ import annotations

import subprocess
import sys


def _said(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_what_downloads_models_is_not_imported() -> None:
    """Neither httpx nor what it imports; and nothing else is imported otherwise than before."""
    code = (
        "import sys; finders = list(sys.meta_path)\n"
        "from jdlint.annotate.engine import russian_vocab\n"
        "vocab = russian_vocab()\n"
        "print(vocab.lang, finders == sys.meta_path, *sorted({'httpx._client', 'rich', 'pygments'} & set(sys.modules)))"
    )

    assert ["ru", "True"] == _said(code)


def test_it_is_there_when_asked_for() -> None:
    """Whoever wants to use httpx after spaCy was started can."""
    code = (
        "from jdlint.annotate.engine import russian_vocab\n"
        "russian_vocab()\n"
        "import httpx\n"
        "print(httpx.URL('https://example.org/a').host, httpx.Client.__name__)"
    )

    assert ["example.org", "Client"] == _said(code)
