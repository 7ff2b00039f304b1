"""A document for every example of the catalogue: built by description, or read and put into the clean one."""

from __future__ import annotations

import re

import described_blanks
import described_law
import described_numbers
import described_people
import described_requisites
import described_standards
import described_structure
from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, Draft
from jobholder import position
from quoted import place, read
from table import Key

BUILDERS = {
    **described_structure.BUILDERS,
    **described_numbers.BUILDERS,
    **described_requisites.BUILDERS,
    **described_blanks.BUILDERS,
    **described_people.BUILDERS,
    **described_law.BUILDERS,
    **described_standards.BUILDERS,
}

# What of the clean document an example of these rules stands in for.
REPLACED = {
    **dict.fromkeys(("SUP001", "SUP002", "SUP003", "SUP004", "SUP005", "SUP006", "SUP007"), ("supervisor",)),
    **dict.fromkeys(("SUP008", "SUP009", "SUP010"), ("substitution",)),
    "SUP011": ("appointment",), "SUP012": ("subordinates",), "SUP013": ("subordinates",), "SUP014": ("guidance",),
    "STR009": ("category",), "DUT006": (DUTIES,), "DUT008": ("safety",), "DUT013": ("secrecy",), "DUT014": ("fire",),
    "RGT002": (RIGHTS,), "LIA008": (RESPONSIBILITY,), "LAW001": ("law",), "LAW009": ("law",),
    "REQ007": (REQUIREMENTS,), "REQ008": ("education", "experience"), "REQ011": ("knowledge",),
}  # fmt: skip
USUAL = {"DUT": DUTIES, "RGT": RIGHTS, "LIA": RESPONSIBILITY, "REQ": REQUIREMENTS}
_DUTY = re.compile(r"(?:обязанность|кадровик|юрист)")
_DOES = re.compile(r"(?:не\s+)?[а-яё]+(?:ет|ёт|ит|ют|ят|ует|ать|ять|ить)(?:ся)?\b", re.IGNORECASE)


def document(key: Key, example: str) -> str:
    """The Markdown of the document in which an example must fire or be silent."""
    if built := BUILDERS.get(key):
        return (built if isinstance(built, Draft) else built(example)).text()
    code = key[0]
    pieces, whose = read(example)
    draft = Draft().without(*REPLACED.get(code, ()))
    draft = draft.of(position(pieces[0].text if pieces else "", whose))
    for piece in pieces:
        usual = DUTIES if _DUTY.match(whose) else USUAL.get(code[:3]) or guess(piece.text)
        lead = not piece.text.endswith(":")
        draft = draft.having(place(piece, usual), piece.text, numbers=[piece.number] if piece.number and lead else [])
    return draft.text()


def guess(text: str) -> str:
    """The section where words of no rule in particular would stand."""
    if re.search(r"ответственност|штраф", text, re.IGNORECASE):
        return RESPONSIBILITY
    if re.match(r"(?:имеет\s+право|вправе)", text, re.IGNORECASE):
        return RIGHTS
    if re.match(r"(?:должен\s+знать|знает|знани)", text, re.IGNORECASE):
        return REQUIREMENTS
    return (
        DUTIES
        if _DOES.match(text) and not re.match(r"(?:назнача|принима|подчин|работ)", text, re.IGNORECASE)
        else GENERAL
    )
