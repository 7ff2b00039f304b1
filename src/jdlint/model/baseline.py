"""What somebody has accepted before."""

from __future__ import annotations

from jdlint.record import record


@record(order=True)
class Accepted:
    """One finding of a baseline: the file as the project calls it, the rule, the identity, and some of the words, for
    people who look the baseline through.
    """

    path: str
    code: str
    fingerprint: str
    quote: str = ""
