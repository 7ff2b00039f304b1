"""Fields: what is an instruction to Word and what a reader sees of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jdlint.load.docx.names import VAL, w
from jdlint.load.docx.properties import number
from jdlint.load.docx.symbols import symbol
from jdlint.model.pattern import expression

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset({"0", "false", "off"})
_BUTTON = expression(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(?P<shown>.*?)\s*", re.DOTALL | re.IGNORECASE)
_SYMBOL = expression(
    r"\s*SYMBOL\s+(?P<code>0x[0-9a-f]+|\d+)(?:.*?\\f\s*\"?(?P<font>[^\"\\]+))?", re.DOTALL | re.IGNORECASE
)


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction, the form data, and where its result begins in the pieces."""

    form: _Element | None
    start: int
    instruction: list[str] = field(default_factory=list)
    shown: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals."""
        words = "".join(self.instruction).split()
        return words[0].upper() if words else ""

    def check_box(self) -> str:
        """The box of a FORMCHECKBOX as Word draws it, "" for other fields."""
        box = None if self.form is None else self.form.find(w("checkBox"))
        if box is None:
            return ""
        for state in (box.find(w("checked")), box.find(w("default"))):
            if state is not None:
                return "☐" if state.get(VAL) in _OFF else "☒"
        return "☐"

    def choice(self) -> str:
        """The entry that a FORMDROPDOWN shows."""
        options = None if self.form is None else self.form.find(w("ddList"))
        if options is None:
            return ""
        entries = [e.get(VAL, "") for e in options.findall(w("listEntry"))]
        for chosen in (options.find(w("result")), options.find(w("default"))):
            if 0 <= (at := number(chosen, len(entries))) < len(entries):
                return entries[at]
        return entries[0] if entries else ""

    def hint(self) -> str:
        """The help that the author of the form wrote for the field."""
        for name in ("statusText", "helpText"):
            told = None if self.form is None else self.form.find(w(name))
            if told is not None and told.get(w("type"), "text") == "text":
                return " ".join(told.get(VAL, "").split())
        return ""

    def button(self) -> str:
        """The words on a MACROBUTTON, where Russian templates keep «введите …»."""
        found = _BUTTON.fullmatch("".join(self.instruction))
        return found["shown"] if found else ""

    def sign(self) -> str:
        """The character of a SYMBOL field."""
        found = _SYMBOL.match("".join(self.instruction))
        return symbol(int(found["code"], 0), (found["font"] or "").strip()) if found else ""


class Fields:
    """The fields open at one place of a story; they may run over paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def instructing(self) -> bool:
        """Whether what comes now is an instruction, not a result."""
        return bool(self._open) and any(not one.shown for one in self._open)

    def begin(self, element: _Element, start: int) -> None:
        """A field begins; its result cannot begin before piece `start`."""
        self._open.append(Field(element.find(w("ffData")), start))

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction.append(text)

    def separate(self, start: int) -> None:
        """The result begins."""
        if self._open:
            self._open[-1].shown = True
            self._open[-1].start = start

    def end(self) -> Field | None:
        """The innermost field ends; None where none had begun."""
        return self._open.pop() if self._open else None

    def paragraph_ends(self) -> None:
        """An instruction does not outlive its paragraph: a field without end must not swallow the rest."""
        if not self._open:
            return
        self._open = [one for one in self._open if one.shown]
        for one in self._open:
            one.start = 0
