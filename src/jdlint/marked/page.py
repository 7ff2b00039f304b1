"""One YAML file as a tree with places, and the mistakes found in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from jdlint.errors import Mistake
from jdlint.marked.nearest import did_you_mean, nearest

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+|[-+]?[1-9][0-9]*\.")
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_ESCAPE_WIDTH = {"x": 4, "u": 6, "U": 10}
_SPACE_ESCAPES = frozenset("ntrv _NLP\n")
_SYNTAX_RU = {
    "mapping values are not allowed in this context": "двоеточие здесь не на месте: возьмите текст в кавычки",
    "did not find expected key": "здесь ждали ключ: проверьте отступ и кавычки строкой выше",
    "did not find expected '-' indicator": "здесь ждали элемент списка «- …»: проверьте отступ",
    "did not find expected ',' or ']'": "список в [ ] не закрыт или между элементами нет запятой",
    "did not find expected ',' or '}'": "набор в { } не закрыт или между ключами нет запятой",
    "found unexpected end of stream": "кавычка не закрыта до конца файла",
    "could not find expected ':'": "после ключа нет двоеточия",
    "found character that cannot start any token": "с этого знака текст начинать нельзя: возьмите его в кавычки",
    "found a tab character that violates indentation": "отступ сделан табуляцией: нужны пробелы",
    "found unknown escape character": "после обратной косой черты незнакомый знак: удвойте черту",
    "found undefined alias": "звёздочка в начале значения — это ссылка YAML: возьмите текст в кавычки",
    "did not find expected alphabetic": "знаки & и * начинают ссылку YAML: возьмите текст в кавычки",
    "did not find expected node content": "здесь ждали значение: проверьте скобки и запятые строкой выше",
    "but found another document": "в файле должен быть один документ YAML, без второй черты ---",
}


_UNREAD_RU = "запись не разобрать: проверьте здесь кавычки, скобки и отступы"


class Scalar(NamedTuple):
    """A single value: its text, the offset where it is written, 1-based line and column, and its YAML style."""

    text: str
    start: int
    line: int
    column: int
    style: str = ""

    @property
    def value(self) -> str | int | float | bool | None:
        """What the value stands for: quoted text is text; a bare number, true, false or null is itself."""
        if self.style:
            return self.text
        if self.text.lower() in _CONSTANTS:
            return _CONSTANTS[self.text.lower()]
        if _INTEGER.fullmatch(self.text):
            return int(self.text)
        return float(self.text) if _FLOAT.fullmatch(self.text) else self.text


class Listing(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys and values by name, in the order written."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int

    @property
    def pairs(self) -> Collection[tuple[Scalar, Node]]:
        """Each key with its value."""
        return self.entries.values()

    def get(self, key: str) -> Node | None:
        """The value of that key."""
        return self.entries[key][1] if key in self.entries else None

    def key(self, key: str) -> Scalar | None:
        """The key itself, with its place."""
        return self.entries[key][0] if key in self.entries else None


Node = Scalar | Listing | Mapping


class Page:
    """One YAML file under inspection: its tree (`root`, None if unreadable or empty) and its `mistakes` so far.

    Aliases, tags and duplicate keys are mistakes: what is written is what is meant.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text.removeprefix("\ufeff")
        self.mistakes: list[Mistake] = []
        self._extras = "!" in text or "&" in text
        self.root: Node | None = self._compose()

    def blame(self, node: Node | None, ru: str, en: str, offset: int | None = None) -> None:
        """Add a mistake at `node`, or at that character of its text; at the top of the file without one."""
        line, column = (node.line, node.column) if node else (1, 1)
        if isinstance(node, Scalar) and offset is not None:
            line, column = self.place(node, offset)
        self.mistakes.append(Mistake(self.path, line, column, ru, en))

    def unknown(
        self, node: Node | None, word: str, known: Iterable[str], noun: tuple[str, str], offset: int | None = None
    ) -> None:
        """Add a mistake about a word that is none of `known`, naming the nearest; `noun` is what it is not."""
        names = sorted(known)
        hint_ru, hint_en = did_you_mean(word, names)
        self.blame(node, f"{noun[0]} «{word}»{hint_ru}", f"{noun[1]} “{word}”{hint_en}", offset)
        if meant := nearest(word, names):
            self.mistakes[-1] = self.mistakes[-1]._replace(wrong=word, instead=meant)

    def node(self, *steps: str | int) -> Node | None:
        """The node reached by those keys and indexes, or the last one on the way that exists."""
        here = self.root
        for step in steps:
            following: Node | None = None
            if isinstance(here, Mapping) and isinstance(step, str):
                following = here.get(step)
            elif isinstance(here, Listing) and isinstance(step, int) and step < len(here.items):
                following = here.items[step]
            if following is None:
                return here
            here = following
        return here

    def place(self, node: Scalar, offset: int) -> tuple[int, int]:
        """Line and column in the file of character `offset` of the node's text, whatever its quoting."""
        if offset >= len(node.text) > 0:
            line, column = self.place(node, len(node.text) - 1)
            return line, column + 1
        # YAML changes only white space and escapes on the way, so the n-th visible character stays the n-th.
        ahead = sum(not c.isspace() for c in node.text[:offset])
        at = node.start
        if node.style in {"|", ">"}:
            at = self.text.find("\n", at) + 1
        elif node.style:
            at += 1
        while at < len(self.text):
            width, visible = self._written(at, node.style)
            if visible and ahead == 0:
                break
            ahead -= visible
            at += width
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _written(self, at: int, style: str) -> tuple[int, bool]:
        """How many characters of the file stand for the one at `at`, and whether it is visible."""
        char, following = self.text[at], self.text[at + 1 : at + 2]
        if style == "'" and char == "'" == following:
            return 2, True
        if style == '"' and char == "\\":
            return _ESCAPE_WIDTH.get(following, 2), following not in _SPACE_ESCAPES
        return 1, not char.isspace()

    def _compose(self) -> Node | None:
        import ruamel.yaml  # 40 ms, and not needed when the compiled rulebook is at hand

        loader = ruamel.yaml.CBaseLoader(self.text)
        try:
            root = loader.get_single_node()
        except ruamel.yaml.error.MarkedYAMLError as error:
            self._blame_syntax(str(error.problem), error.problem_mark or error.context_mark)
            return None
        except ruamel.yaml.reader.ReaderError as error:
            before = self.text[: error.position]
            code = f"U+{error.character:04X}" if isinstance(error.character, int) else repr(error.character)
            self.mistakes.append(
                Mistake(
                    self.path,
                    before.count("\n") + 1,
                    len(before) - before.rfind("\n"),
                    f"в YAML не может быть управляющего знака {code}",
                    f"YAML cannot hold the control character {code}",
                )
            )
            return None
        return None if root is None else self._convert(root, set())

    def _blame_syntax(self, problem: str, mark: Any) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        ru = next((text for start, text in _SYNTAX_RU.items() if problem.startswith(start)), _UNREAD_RU)
        self.mistakes.append(
            Mistake(self.path, line, column, f"ошибка записи YAML: {ru}", f"YAML syntax error: {problem}")
        )

    def _convert(self, node: Any, seen: set[int]) -> Node:
        mark = node.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._extras:
            if id(node) in seen:
                said = (
                    "ссылки YAML (& и *) не приняты: повторите значение",
                    "YAML aliases are not accepted: repeat the value",
                )
                self.mistakes.append(Mistake(self.path, line, column, *said))
                return Scalar("", mark.index, line, column)
            seen.add(id(node))
        made: Node
        if node.id == "scalar":
            made = Scalar(node.value, mark.index, line, column, node.style or "")
        elif node.id == "sequence":
            made = Listing(tuple([self._convert(item, seen) for item in node.value]), line, column)
        else:
            made = Mapping(self._entries(node, seen), line, column)
        if self._extras and node.tag not in _PLAIN_TAGS:
            self.blame(made, f"метки YAML не приняты: {node.tag}", f"YAML tags are not accepted: {node.tag}")
        return made

    def _entries(self, node: Any, seen: set[int]) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for raw_key, raw_value in node.value:
            key, value = self._convert(raw_key, seen), self._convert(raw_value, seen)
            if not isinstance(key, Scalar):
                self.blame(key, "ключ должен быть словом", "a key must be a word")
            elif key.text in entries:
                first = entries[key.text][0].line
                self.blame(
                    key,
                    f"ключ «{key.text}» повторён: он уже есть в строке {first}",
                    f"duplicate key “{key.text}”: already on line {first}",
                )
            else:
                entries[key.text] = (key, value)
        return entries
