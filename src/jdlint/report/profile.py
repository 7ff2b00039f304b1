"""What each stage of a run took, as a table."""

from __future__ import annotations

from jdlint.model.times import Spent

# In the order of the flow: «memory» is what is read from and written to the cache, «engine» the start of spaCy.
STAGES = (
    *("settings", "discover", "rulebook", "memory", "load", "segment", "engine", "annotate", "facts", "check"),
    *("collection", "report"),
)
_HEADS = {
    "ru": ("шаг", "раз", "секунд", "мс на раз", "доля", "всего"),
    "en": ("stage", "calls", "seconds", "ms per call", "share", "total"),
}


def profile(spent: Spent, lang: str) -> str:
    """A row for each stage that did anything, in the order of the flow, and their sum over all processes."""
    stage, calls, seconds, each, share, total = _HEADS[lang]
    whole = sum(taken for _, taken in spent.values())
    rows = [f"{stage:10}  {calls:>6}  {seconds:>9}  {each:>11}  {share:>6}"]
    for name in sorted(spent, key=lambda n: (STAGES.index(n) if n in STAGES else len(STAGES), n)):
        count, taken = spent[name]
        rows.append(f"{name:10}  {count:6}  {taken:9.3f}  {taken / count * 1000:11.2f}  {taken / (whole or 1):6.1%}")
    return "\n".join([*rows, f"{total:10}  {'':6}  {whole:9.3f}"])
