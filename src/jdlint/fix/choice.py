"""Which edits are made together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jdlint.model.finding import Edit, Finding, Safety
from jdlint.model.rule import Rule

Mending = tuple[Edit, ...]


def mendings(findings: Iterable[Finding], rules: Mapping[str, Rule], *, unsafe: bool) -> list[Mending]:
    """The edits of these findings, a tuple for each finding, none of which overlap.

    Suppressed findings are left alone. Where two would change the same words the first in the order of the text is
    taken: the other may come in the next round. The same edits brought by several findings are one.
    """
    allowed = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    out: list[Mending] = []
    for finding in findings:
        fix = rules[finding.code].fix
        if not finding.edits or finding.suppressed or fix is None or fix.safety not in allowed:
            continue
        if not any(_overlap(one, other) for taken in out for one in taken for other in finding.edits):
            out.append(finding.edits)
    return out


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )
