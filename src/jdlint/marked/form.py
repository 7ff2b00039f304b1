"""What a value in a YAML file must look like: each form reads a node, and tells its JSON Schema."""

from __future__ import annotations

import re
from typing import Any, Protocol

from jdlint.marked.page import Listing, Mapping, Node, Page, Scalar
from jdlint.record import record

Schema = dict[str, Any]


class Form(Protocol):
    """Reads a node into a value; what is wrong it adds to the page's mistakes, and then returns None."""

    def read(self, node: Node, page: Page) -> Any:
        """The value, or None after a mistake."""

    def schema(self, lang: str = "ru") -> Schema:
        """The same demand as JSON Schema (draft 7); `lang` is that of the descriptions."""


def _shape(node: Node) -> tuple[str, str]:
    if isinstance(node, Listing):
        return "список", "a list"
    if isinstance(node, Mapping):
        return "набор ключей", "a mapping"
    value = node.value
    if value is None:
        return "пусто", "nothing"
    if isinstance(value, bool):
        return f"{node.text} (да/нет)", f"{node.text} (a boolean)"
    if isinstance(value, int | float):
        return f"число {node.text}", f"the number {node.text}"
    return f"«{node.text}»", f"“{node.text}”"


def _wrong(node: Node, page: Page, ru: str, en: str) -> None:
    found_ru, found_en = _shape(node)
    page.blame(node, f"нужно: {ru}, а здесь {found_ru}", f"expected {en}, found {found_en}")


@record
class Text:
    """A non-empty text; `pattern` must match all of it, and `like` says in words what that means (ru, en)."""

    pattern: str = ""
    like: tuple[str, str] = ("", "")

    def read(self, node: Node, page: Page) -> str | None:
        """The text without white space at its ends."""
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            quoted = isinstance(node, Scalar) and node.value is not None
            ru, en = ("текст (возьмите значение в кавычки)", "text (put it in quotes)") if quoted else ("текст", "text")
            _wrong(node, page, ru, en)
            return None
        text = node.text.strip()
        if not text:
            _wrong(node, page, "непустой текст", "text that is not empty")
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            _wrong(node, page, *self.like)
            return None
        return text

    def schema(self, lang: str = "ru") -> Schema:
        """A string of that pattern."""
        if self.pattern:
            return {"type": "string", "pattern": f"^(?:{self.pattern})$"}
        return {"type": "string", "minLength": 1}


@record
class Flag:
    """true or false."""

    def read(self, node: Node, page: Page) -> bool | None:
        """The flag."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool):
            return value
        _wrong(node, page, "true или false", "true or false")
        return None

    def schema(self, lang: str = "ru") -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@record
class Count:
    """A whole number, not below `least`."""

    least: int = 0

    def read(self, node: Node, page: Page) -> int | None:
        """The number."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, int) and not isinstance(value, bool) and value >= self.least:
            return value
        _wrong(node, page, f"целое число не меньше {self.least}", f"a whole number of at least {self.least}")
        return None

    def schema(self, lang: str = "ru") -> Schema:
        """An integer with a lower bound."""
        return {"type": "integer", "minimum": self.least}


@record
class Choice:
    """One word of `options`; `noun` is what such a word is called (ru, en)."""

    options: tuple[str, ...]
    noun: tuple[str, str] = ("значение", "value")

    def read(self, node: Node, page: Page) -> str | None:
        """The word."""
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            known = ", ".join(self.options)
            _wrong(node, page, f"{self.noun[0]} ({known})", f"a {self.noun[1]} ({known})")
            return None
        if node.text not in self.options:
            noun = f"неизвестно: {self.noun[0]}", f"unknown {self.noun[1]}"
            page.unknown(node, node.text, self.options, noun)
            return None
        return node.text

    def schema(self, lang: str = "ru") -> Schema:
        """An enumeration."""
        return {"enum": list(self.options)}


@record
class List:
    """A list of such values, none twice; with `lone` a single value may stand without its list."""

    of: Form
    least: int = 1
    lone: bool = False

    def read(self, node: Node, page: Page) -> tuple[Any, ...] | None:
        """The values that could be read."""
        if not isinstance(node, Listing):
            if not self.lone or isinstance(node, Mapping):
                _wrong(node, page, "список (строки «- …»)", "a list (lines “- …”)")
                return None
            value = self.of.read(node, page)
            return None if value is None else (value,)
        if len(node.items) < self.least:
            _wrong(node, page, f"список не короче {self.least}", f"a list of at least {self.least}")
            return None
        written: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar):
                if item.text in written:
                    page.blame(item, f"«{item.text}» уже есть в этом списке", f"“{item.text}” is already in this list")
                written.add(item.text)
        read = [self.of.read(item, page) for item in node.items]
        return tuple([value for value in read if value is not None])

    def schema(self, lang: str = "ru") -> Schema:
        """An array, or also a single value."""
        array = {"type": "array", "items": self.of.schema(lang), "minItems": self.least}
        return {"anyOf": [self.of.schema(lang), array]} if self.lone else array


@record
class MapOf:
    """Any keys, each with such a value."""

    of: Form

    def read(self, node: Node, page: Page) -> dict[str, Any] | None:
        """The values by key."""
        if not isinstance(node, Mapping):
            _wrong(node, page, "набор «ключ: значение»", "a mapping “key: value”")
            return None
        read = {key.text: self.of.read(value, page) for key, value in node.pairs}
        return {key: value for key, value in read.items() if value is not None}

    def schema(self, lang: str = "ru") -> Schema:
        """An object with free keys."""
        return {"type": "object", "additionalProperties": self.of.schema(lang)}


@record
class Either:
    """A mapping read as `table`, anything else as `plain`."""

    plain: Form
    table: Form

    def read(self, node: Node, page: Page) -> Any:
        """The value of the form that fits."""
        return (self.table if isinstance(node, Mapping) else self.plain).read(node, page)

    def schema(self, lang: str = "ru") -> Schema:
        """Either of the two."""
        return {"anyOf": [self.plain.schema(lang), self.table.schema(lang)]}


@record
class Data:
    """Anything, taken as plain data."""

    def read(self, node: Node, page: Page) -> Any:
        """Dictionaries, lists and values."""
        return plain_data(node)

    def schema(self, lang: str = "ru") -> Schema:
        """No demand."""
        return {}


@record
class Field:
    """One key of a table: its form, what it is for (shown by editors and on the site), whether it must be there."""

    name: str
    form: Form
    ru: str = ""
    en: str = ""
    required: bool = False


@record
class Table:
    """Known keys with their forms; an unknown key is a mistake that names the nearest known one."""

    fields: tuple[Field, ...]

    def read(self, node: Node, page: Page) -> dict[str, Any] | None:
        """The values that could be read, by key."""
        if not isinstance(node, Mapping):
            names = ", ".join(f.name for f in self.fields)
            _wrong(node, page, f"набор ключей ({names})", f"a mapping with keys ({names})")
            return None
        forms = {field.name: field.form for field in self.fields}
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            if key.text not in forms:
                page.unknown(key, key.text, forms, ("неизвестный ключ", "unknown key"))
                continue
            read = forms[key.text].read(value, page)
            if read is not None:
                values[key.text] = read
        for field in self.fields:
            if field.required and node.get(field.name) is None:
                page.blame(node, f"нет обязательного ключа «{field.name}»", f"missing key “{field.name}”")
        return values

    def schema(self, lang: str = "ru") -> Schema:
        """An object with these properties only."""
        properties = {}
        for field in self.fields:
            properties[field.name] = field.form.schema(lang)
            if about := field.en if lang == "en" else field.ru:
                properties[field.name] = {"description": about, **properties[field.name]}
        required = [field.name for field in self.fields if field.required]
        made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**made, "required": required} if required else made


def plain_data(node: Node | None) -> Any:
    """The node as dictionaries, lists and values."""
    if isinstance(node, Mapping):
        return {key.text: plain_data(value) for key, value in node.pairs}
    if isinstance(node, Listing):
        return [plain_data(item) for item in node.items]
    return None if node is None else node.value
