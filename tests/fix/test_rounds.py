"""Round after round until nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from jdlint.errors import Fault
from jdlint.fix.choice import mendings
from jdlint.fix.rounds import Mended, mend
from jdlint.fix.text import EditError, applied
from jdlint.model.document import Source
from jdlint.model.finding import Edit, Finding, Place, Severity
from jdlint.model.rule import Rulebook

SAFE, UNSAFE, MANUAL = "FMT014", "LAW010", "BLK001"


def finding(code: str, *edits: Edit, suppressed: str = "") -> Finding:
    """A finding that these edits mend."""
    place = Place("а.md", 1, 1, 1, 1, "", "")
    return Finding(code, Severity.ERROR, place, {}, edits=edits, suppressed=suppressed)


def word(column: int, old: str, new: str) -> Edit:
    """An edit in the first line."""
    return Edit(1, column, 1, column + len(old), old, new)


def write(source: Source, edits: Sequence[Edit]) -> bytes:
    """The bytes of the text with the edits made; «нельзя» cannot be put in."""
    if any(e.new == "нельзя" for e in edits):
        raise EditError
    return applied(source.data.decode(), edits).encode()


def test_choice(rulebook: Rulebook) -> None:
    """Safe edits always, unsafe ones when asked for, none of a suppressed finding, none over another."""
    one, other, over = word(1, "а", "б"), word(3, "в", "г"), word(1, "а в", "д")
    findings = [
        finding(SAFE, one),
        finding(SAFE, one),
        finding(SAFE, over),
        finding(UNSAFE, other),
        finding(SAFE, word(5, "е", "ж"), suppressed="так надо"),
    ]

    assert [(one,)] == mendings(findings, rulebook.rules, unsafe=False)
    assert [(one,), (other,)] == mendings(findings, rulebook.rules, unsafe=True)


def test_overlapping_edits_take_several_rounds(rulebook: Rulebook) -> None:
    """What overlaps is mended in the next round."""

    def find(source: Source) -> Sequence[Finding]:
        text = source.data.decode()
        return [finding(SAFE, word(i + 1, text[i : i + 2], "б")) for i in range(len(text) - 1)]

    done = mend(Source("а.md", "аааа".encode()), find, write, rulebook.rules, unsafe=False)

    assert ("б".encode(), 3) == (done.source.data, done.count)


def test_what_cannot_be_written_is_left(rulebook: Rulebook) -> None:
    """An edit that the file does not take does not keep the others from being made."""

    def find(source: Source) -> Sequence[Finding]:
        text = source.data.decode()
        found = [finding(SAFE, word(1, "а", "нельзя"))]
        return [*found, *(finding(SAFE, word(i + 1, "в", "г")) for i, c in enumerate(text) if c == "в")]

    done = mend(Source("а.md", "а в в".encode()), find, write, rulebook.rules, unsafe=False)

    assert ("а г г".encode(), 2) == (done.source.data, done.count)


def test_circles_are_a_fault(rulebook: Rulebook) -> None:
    """Fixes that undo each other are a defect of ours, not an endless run."""
    turn = {"а": "б", "б": "а"}

    def find(source: Source) -> Sequence[Finding]:
        text = source.data.decode()
        return [finding(SAFE, word(1, text, turn[text]))]

    with pytest.raises(Fault, match="не приходят к концу"):
        mend(Source("а.md", "а".encode()), find, write, rulebook.rules, unsafe=False)


NUMBERS = """\
# Должностная инструкция пасечника

## 2. Должностные обязанности

2.1. Осматривает ульи.

2.2. Чистит летки.

{duplicate}. Качает мёд, как сказано в п. {reference} настоящей инструкции.

2.3. Ведёт журнал.
"""


@pytest.mark.parametrize(
    ("duplicate", "reference", "wanted", "leads"),
    [("2.2", "2.1", "2.3", "2.1"), ("2.2", "2.3", "2.3", "2.4"), ("2.2", "2.2", None, ""), ("2.2", "2.7", None, "")],
    ids=["untouched", "moved", "ambiguous", "dangling"],
)
def test_references_to_numbers(
    fix: Callable[..., Mended], duplicate: str, reference: str, wanted: str | None, leads: str
) -> None:
    """Clauses are counted anew when every reference to them is clear, and the references with them."""
    text = NUMBERS.format(duplicate=duplicate, reference=reference)
    after = (
        text
        if wanted is None
        else NUMBERS.format(duplicate=wanted, reference=leads).replace("2.3. Ведёт", "2.4. Ведёт")
    )

    assert after == fix(Source("а.md", text.encode()), "FMT005").source.data.decode()


@pytest.mark.parametrize(
    "items",
    [
        ["2.1. Моет.", "2.2. Исключён приказом от 12.05.2026 № 31.", "2.4. Чистит."],
        ["2.1. Моет.", "2.5. Чистит.", "2.3. Красит."],
        ["2.3. Моет.", "2.4. Чистит."],
        ["2.1. Моет крыльцо.", "2.2. Чистит.", "2.1. Моет крыльцо."],
        ["2.1. Моет.", "2.2. Чистит по правилам 2.4 завода.", "2.4. Красит."],
    ],
    ids=["removed", "backwards", "lost-beginning", "copied", "mentioned"],
)
def test_numbers_in_doubt(fix: Callable[..., Mended], items: list[str]) -> None:
    """Where the author may have meant something by a number it stays."""
    text = "\n\n".join(["# Должностная инструкция дворника", "## 2. Должностные обязанности", *items, ""])

    assert text == fix(Source("а.md", text.encode()), "FMT005", "FMT006").source.data.decode()


def test_children_follow_their_parent(fix: Callable[..., Mended]) -> None:
    """When a clause gets another number those inside it do too."""
    lines = ["2.1. Моет.", "2.3. Чистит:", "2.3.1. окна;", "2.3.2. двери.", "2.4. Красит."]
    text = "\n\n".join(["# Должностная инструкция дворника", "## 2. Должностные обязанности", *lines, ""])
    after = text.replace("2.3", "2.2").replace("2.4", "2.3")

    assert after == fix(Source("а.md", text.encode()), "FMT006").source.data.decode()
