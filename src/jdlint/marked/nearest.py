"""What a person may have meant by a word that we do not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable

# Cyrillic letters that print like Latin ones: a key typed in the wrong layout looks right on the screen.
_LOOK_ALIKE = str.maketrans("асеорхукмнвт", "aceopxykmhbt")
_FEW = 14


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word closest to `word`, or one that begins with it; None when none is close enough to be meant."""
    from rapidfuzz.distance import OSA  # only when a mistake is being told

    typed = word.lower().translate(_LOOK_ALIKE).replace("_", "-")
    best: tuple[int, str] | None = None
    for candidate in sorted(known):
        meant = candidate.lower().translate(_LOOK_ALIKE).replace("_", "-")
        distance = OSA.distance(typed, meant)
        if distance <= max(1, max(len(typed), len(meant)) // 3) and (best is None or distance < best[0]):
            best = (distance, candidate)
    if best:
        return best[1]
    longer = [name for name in known if len(word) > 1 and name.lower().startswith(typed)]
    return min(longer, key=lambda name: (len(name), name), default=None)


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The end of a complaint about an unknown `word`, in Russian and English.

    It names the nearest known word; failing that, all known words if they are few.
    """
    names = sorted(known)
    if candidate := nearest(word, names):
        return f"; возможно, вы имели в виду «{candidate}»", f"; did you mean “{candidate}”?"
    if 0 < len(names) <= _FEW:
        return f"; можно: {', '.join(names)}", f"; known: {', '.join(names)}"
    return "", ""
