"""What is particular to rule files among the forms: texts in two languages, phrases, patterns."""

from __future__ import annotations

from typing import Any

from jdlint.marked import Choice, Field, List, Listing, Mapping, Node, Page, Scalar, Table, Text, plain_data
from jdlint.model.kind import Pattern
from jdlint.model.provision import in_english
from jdlint.record import record
from jdlint.rulebook.phrase import PhraseError, mixed_letters, parse_phrase

_ATTRIBUTES = frozenset(
    {
        "ORTH",
        "TEXT",
        "NORM",
        "LOWER",
        "LEMMA",
        "POS",
        "TAG",
        "MORPH",
        "DEP",
        "SHAPE",
        "LENGTH",
        "SPACY",
        "FUZZY",
        "OP",
        "_",
    }
    | {"IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP"}
    | {"IS_SENT_START", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID"}
)


@record
class Prose(Text):
    """A text for people: no word of it mixes Latin and Cyrillic letters; with `stop` false it ends without a period."""

    stop: bool = True

    def read(self, node: Node, page: Page) -> str | None:
        """The text."""
        text = Text.read(self, node, page)
        if text is None:
            return None
        if isinstance(node, Scalar) and (mixed := mixed_letters(node.text)):
            offset, word = mixed
            page.blame(
                node,
                f"в слове «{word}» смешаны латинские и русские буквы",
                f"“{word}” mixes Latin and Cyrillic letters",
                offset,
            )
        if not self.stop and text.endswith("."):
            page.blame(node, "в конце не нужна точка", "no full stop at the end", len(text) - 1)
        return text


def languages(*, stop: bool = True) -> Table:
    """A text in both languages, neither of which may be missing."""
    return Table((Field("ru", Prose(stop=stop), required=True), Field("en", Prose(stop=stop), required=True)))


@record
class Provision:
    """A place in an act: «ст. 64 ч. 2», or what is to be said in each language. Words that have no English of their own
    are quoted in English as they stand.
    """

    def read(self, node: Node, page: Page) -> dict[str, str] | None:
        """The place in both languages."""
        if isinstance(node, Mapping):
            return languages().read(node, page)
        text = Prose().read(node, page)
        if text is None:
            return None
        return {"ru": text, "en": in_english(text) or f"“{text}”"}

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """A string, or a text in both languages."""
        return {"anyOf": [Prose().schema(lang), languages().schema(lang)]}


@record
class Phrase:
    """A phrase in our notation."""

    def read(self, node: Node, page: Page) -> Pattern | None:
        """The phrase, expanded."""
        text = Text().read(node, page)
        if text is None or not isinstance(node, Scalar):
            return None
        try:
            return parse_phrase(text)
        except PhraseError as error:
            offset = node.text.find(text) + error.offset
            page.blame(node, f"фраза «{text}»: {error.ru}", f"phrase “{text}”: {error.en}", offset)
            return None

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """A string: the notation itself is beyond JSON Schema."""
        return {"type": "string", "minLength": 1}


PHRASES = List(Phrase())


_REGEX_RU = {
    "missing )": "нет закрывающей скобки",
    "unbalanced parenthesis": "лишняя закрывающая скобка",
    "unterminated character set": "набор в [ ] не закрыт",
    "nothing to repeat": "повторять нечего: знак *, + или ? стоит без того, что повторяется",
    "multiple repeat": "два знака повтора подряд",
    "bad escape": "после обратной косой черты не то: удвойте черту",
    "repeat count too big": "слишком много повторов",
    "bad character range": "диапазон в [ ] идёт задом наперёд",
    "unknown group": "нет группы с таким именем или номером",
    "unknown property": "нет такого свойства знаков",
}


def _said(error: Exception) -> str:
    """In Russian what the `regex` package has against an expression."""
    told = next((ru for start, ru in _REGEX_RU.items() if str(error).startswith(start)), None)
    return told or "проверьте скобки и знаки у этого места"


@record
class Regex:
    """A regular expression over the reading text, in the syntax of the `regex` package."""

    def read(self, node: Node, page: Page) -> str | None:
        """The expression as written, known to compile and never to match nothing."""
        import regex  # 15 ms; only where a rule has one

        text = Text().read(node, page)
        if text is None:
            return None
        try:
            compiled = regex.compile(text, regex.IGNORECASE)
        except regex.error as error:
            page.blame(
                node,
                f"регулярное выражение не читается: {_said(error)}",
                f"not a regular expression: {error}",
                getattr(error, "pos", None),
            )
            return None
        if compiled.match(""):
            page.blame(
                node,
                "регулярное выражение совпадает с пустым местом",
                "the regular expression matches the empty string",
            )
            return None
        return text

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1}


@record
class TokenPattern:
    """A pattern of spaCy's Matcher: a list of mappings, one for each token."""

    def read(self, node: Node, page: Page) -> tuple[dict[str, Any], ...] | None:
        """The pattern as plain data, its attributes known to spaCy."""
        if not isinstance(node, Listing) or not node.items:
            page.blame(node, "нужен список токенов: [{LEMMA: …}, …]", "expected a list of tokens: [{LEMMA: …}, …]")
            return None
        for item in node.items:
            if not isinstance(item, Mapping):
                page.blame(item, "токен описывают ключами: {LEMMA: …}", "a token is a mapping: {LEMMA: …}")
                return None
            for key, _ in item.pairs:
                if key.text.upper() not in _ATTRIBUTES:
                    page.unknown(key, key.text, _ATTRIBUTES, ("неизвестный признак токена", "unknown token attribute"))
        return tuple([plain_data(item) for item in node.items])

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """An array of objects."""
        return {"type": "array", "minItems": 1, "items": {"type": "object"}}


@record
class OneOf:
    """A table of which exactly one of `keys` must be there."""

    table: Table
    keys: tuple[str, ...]

    def read(self, node: Node, page: Page) -> dict[str, Any] | None:
        """The values of the table."""
        values = self.table.read(node, page)
        if values is None or not isinstance(node, Mapping):
            return None
        present = [key for key, _ in node.pairs if key.text in self.keys]
        known = ", ".join(self.keys)
        if not present:
            page.blame(node, f"нужен один из ключей: {known}", f"one of these keys is needed: {known}")
            return None
        for extra in present[1:]:
            page.blame(
                extra,
                f"«{present[0].text}» и «{extra.text}» вместе не бывают",
                f"“{present[0].text}” and “{extra.text}” exclude each other",
            )
        return values

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """The table with one of the keys required."""
        return {**self.table.schema(lang), "oneOf": [{"required": [key]} for key in self.keys]}


def choices(options: tuple[str, ...], noun: tuple[str, str]) -> List:
    """One or several words of `options`."""
    return List(Choice(options, noun), lone=True)
