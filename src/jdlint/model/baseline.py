"""What somebody has accepted before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One finding of a baseline: the file as the project calls it, the rule, the identity, and some of the words, for
    people who look the baseline through.
    """

    path: str
    code: str
    fingerprint: str
    quote: str = ""
