"""Documents that the catalogue describes in words: numbers of clauses and headings (FMT005–FMT009, FMT013)."""

from __future__ import annotations

import re

from described_structure import ITEMS, SHORT, labelled, sections
from draft import DUTIES, GENERAL, RESPONSIBILITY, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}


def numbered(role: str, *numbers: str, draft: Draft | None = None) -> Draft:
    """A section whose clauses bear these numbers."""
    return (draft or Draft()).only(role, *ITEMS[: len(numbers)], numbers=numbers)


def run(role: str, section: int, last: int) -> Draft:
    """A section numbered from one to `last`."""
    return numbered(role, *(f"{section}.{i}" for i in range(1, last + 1)))


builder(
    BUILDERS,
    "FMT005",
    "bad",
    {
        0: numbered(RIGHTS, "3.5", "3.6", "3.6"),
        1: numbered(GENERAL, "1.1", "1.2", "1.2", "1.3"),
        2: numbered(DUTIES, *(f"2.{i}" for i in range(1, 11)), "2.10"),
        3: numbered(RESPONSIBILITY, "4.1", "4.2", "4.3", "4.4", "4.1"),
    },
)
builder(
    BUILDERS,
    "FMT005",
    "good",
    {
        0: numbered(RIGHTS, "1", "2", draft=numbered(DUTIES, "1", "2", draft=labelled("I.", "II.", "III.", "IV."))),
        1: Draft().but(
            after="Приложение № 1\n\nк должностной инструкции\n\n1.1. Перечень тканей.\n\n1.2. Перечень красок."
        ),
        2: numbered(RIGHTS, "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.6.1"),
        3: run(RIGHTS, 3, 6).having(DUTIES, "Ведёт тетрадь отказов, о которых говорит п. 3.6 настоящей инструкции."),
    },
)
builder(
    BUILDERS,
    "FMT006",
    "bad",
    {
        0: numbered(DUTIES, "2.1", "2.2", "2.4"),
        1: numbered(GENERAL, *(f"1.{i}" for i in range(1, 10)), "1.11"),
        2: numbered(RESPONSIBILITY, "4.5", "4.6"),
        3: numbered(DUTIES, *(f"2.{i}" for i in range(1, 8)), "2.9"),
    },
)
builder(
    BUILDERS,
    "FMT006",
    "good",
    {
        0: run(DUTIES, 2, 10),
        1: Draft().only(DUTIES, *ITEMS[:3], "(исключён)", ITEMS[5], numbers=["2.1", "2.2", "2.3", "2.4", "2.5"]),
        2: numbered(GENERAL, "1.1", "1.1.1", "1.2"),
        3: Draft().only(
            DUTIES,
            "Работник:",
            *(f"{letter}) {ITEMS[i].lower()}" for i, letter in enumerate("абвгдеж")),
            numbers=["2.1", *"-------"],
        ),
    },
)
builder(
    BUILDERS,
    "FMT007",
    "bad",
    {
        0: numbered(RESPONSIBILITY, "3.1"),
        1: numbered(DUTIES, "3.2", draft=labelled("I.", "II.", "III.", "IV.")),
        2: sections(*SHORT[:2], "3. Требования к работнику", "4. Ответственность", "5. Права").only(
            RIGHTS, *ITEMS[:2], numbers=["4.1", "4.2"]
        ),
        3: numbered(DUTIES, "1.1"),
    },
)
builder(
    BUILDERS,
    "FMT007",
    "good",
    {
        0: numbered(DUTIES, "1", "2", draft=labelled("I.", "II.", "III.", "IV.")),
        1: numbered(DUTIES, "2.1", "2.2", draft=labelled("", "", "", "")),
        2: numbered(RESPONSIBILITY, "4.1"),
        3: Draft().having(RESPONSIBILITY, "За нарушение порядка отказа (см. 3.2)."),
    },
)
builder(
    BUILDERS,
    "FMT008",
    "bad",
    {
        0: Draft().only(DUTIES, *ITEMS[:2], f"— {ITEMS[2]}", ITEMS[3], numbers=["2.1", "2.2", "-", "2.4"]),
        1: labelled("I.", "2.", "Раздел 3."),
        2: Draft().only(DUTIES, f"1) {ITEMS[0]}", f"2. {ITEMS[1]}", f"3) {ITEMS[2]}", numbers="---"),
        3: Draft().only(DUTIES, f"а) {ITEMS[0]}", f"2) {ITEMS[1]}", f"в) {ITEMS[2]}", numbers="---"),
    },
)
builder(
    BUILDERS,
    "FMT008",
    "good",
    {
        0: Draft().only(DUTIES, "Работник:", *(f"— {i}" for i in ITEMS[:3]), numbers=["2.1", *"---"]),
        1: Draft().only(DUTIES, "1. Работник:", f"а) {ITEMS[0]}", f"б) {ITEMS[1]}", numbers="---"),
        2: Draft().but(after="Приложение № 1\n\nк должностной инструкции\n\n1) ткани;\n\n2) краски."),
        3: Draft().only(DUTIES, *(f"• {i}" for i in ITEMS[:4]), numbers="----"),
    },
)
builder(
    BUILDERS,
    "FMT009",
    "bad",
    {
        0: lambda e: run(DUTIES, 2, 15).having(RESPONSIBILITY, e.partition(" (")[0]),
        2: lambda e: labelled("I.", "II.", "III.", "IV.").having(GENERAL, f"Смотри также {e.partition(' (')[0]}."),
    },
)
builder(BUILDERS, "FMT009", "good", {3: lambda e: run(DUTIES, 2, 15).having(RESPONSIBILITY, e.partition(" (")[0])})


def as_heading(example: str) -> Draft:
    """A document one of whose headings is what the example gives, among others of the right form."""
    words = (quotations(example) or [example])[0].replace("`", "").removeprefix("## ")
    roman = re.match(r"[IVXivx]+\.", words)
    names = ("Общие положения", "Должностные обязанности", "Права", "Ответственность")
    labels = ("I.", "II.", "III.", "IV.") if roman else ("1.", "2.", "3.", "4.") if words[0].isdigit() else ("",) * 4
    names = tuple(n.upper() for n in names) if words.isupper() else names
    found = (f"{label} {n}".strip() for label, n in zip(labels, names, strict=True))
    return sections(*(words if n.split(". ")[-1].lower() in words.lower() else n for n in found))


builder(BUILDERS, "FMT013", "bad", dict.fromkeys(range(4), as_heading))
builder(
    BUILDERS,
    "FMT013",
    "good",
    {
        0: as_heading,
        1: as_heading,
        2: as_heading,
        3: Draft().having(DUTIES, "Работник:", "i. моет подставки;", "ii. сверяет ценники.", numbers=["-", "-", "-"]),
    },
)
