"""spaCy's tokenizer with rules for Russian official prose, and sentence boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jdlint.model.pattern import expression

_PREFIX = expression(r"""^[«»"„“”'‘’()\[\]{}<>—–…,;:!?/|•№§%*=+~#]|^-(?=\w)|^_+|^\.+""")
_SUFFIX = expression(r"""[«»"„“”'‘’()\[\]{}<>—–…,;:!?/|•№§%*=+~#]$|_+$|(?<=\w)\.$|\.\.+$|-$""")
_INFIX = expression(
    r"""[«»"„“”()\[\]{}<>—–…;:!?/|•№§%=+~]|(?<=[^\W\d_])\.(?=[^\W\d_]{2})|,(?=\D)|(?<=\D),|(?<=[^\W_])_+|_+(?=[^\W_])|(?<=\d)(?=[а-яё]{2,})|\.{2,}"""
)
_INITIALS = expression(r"[^\W\d_](?:\.[^\W\d_])*")


def tokenizer(vocab: Any, abbreviations: Iterable[str]) -> Any:
    """A spaCy tokenizer that keeps hyphenated words whole and abbreviations with their full stop."""
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer  # spaCy's door is this package

    rules = {f"{form}.": [{ORTH: f"{form}."}] for a in abbreviations for form in {a, a.capitalize()}}
    rules |= {f: [{ORTH: f}] for f in ("т.е.", "т.д.", "т.п.", "т.к.", "и.о.", "ст.ст.", "пп.", "врио")}
    return Tokenizer(
        vocab,
        rules=rules,
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
    )


def sentence_starts(
    words: Sequence[str], block_starts: Sequence[bool], never_end: frozenset[str], may_end: frozenset[str]
) -> Iterator[bool]:
    """For each token whether it opens a sentence; a block always does.

    The two sets are abbreviations without their full stop: those that no sentence ends with, and those that it may.
    """
    ended = True
    for index, (word, opens) in enumerate(zip(words, block_starts, strict=True)):
        start = opens or (ended and (word[:1].isupper() or word[:1].isdigit() or word[:1] in '«"(—–-•'))
        yield start
        if opens:
            ended = False
        if (
            word in ("!", "?")
            or (word.endswith((".", "…")) and not _abbreviates(word, words, index, never_end, may_end))
            or (ended and not start and word in ')»"')
        ):
            ended = True
        elif word not in (".", "!", "?", "…"):
            ended = False


def _abbreviates(
    word: str, words: Sequence[str], index: int, never_end: frozenset[str], may_end: frozenset[str]
) -> bool:
    if word.endswith("…"):
        return False
    bare = word.rstrip(".").lower() or (words[index - 1].lower() if index else "")
    return bare in never_end or (bare not in may_end and _INITIALS.fullmatch(bare) is not None)
