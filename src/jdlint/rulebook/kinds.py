"""What each kind of rule can be told: its keys, what its message may name, and its options made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jdlint.marked import Field, Page
from jdlint.model.document import Shape
from jdlint.model.kind import MOST_SHARED, Agree, Cite, Fill, Find, Follow, Measure, Options, Refer, Repeat, Require
from jdlint.record import record
from jdlint.rulebook.keys import (
    AGREE,
    AGREE_OFFERS,
    BLANK,
    CITE,
    FIND,
    FOLLOW,
    MEASURE,
    ONLY_FOR,
    REFER,
    REPEAT,
    REQUIRE,
    UNLESS,
)  # fmt: skip
from jdlint.rulebook.phrase import slot_names
from jdlint.rulebook.writing import PHRASES, OneOf

Values = Mapping[str, Any]

_REQUIRED = ("section", "content", "requisite", "fact", "act", "phrase")


@record
class Kind:
    """One kind: the keys any of which makes a rule one of this kind (`signs`), all its keys, the values that
    its hits offer to messages, and how its options are made of what was read: None after a mistake.
    """

    name: str
    signs: tuple[str, ...]
    fields: tuple[Field, ...]
    offers: tuple[str, ...]
    build: Callable[[Values, Page], Options | None]


def _find(values: Values, _: Page) -> Options | None:
    if not any(key in values for key in ("find", "together", "tokens", "regex", "rows")):
        return None
    return Find(
        phrases=values.get("find", ()),
        together=values.get("together", ()),
        tokens=values.get("tokens", ()),
        regexes=values.get("regex", ()),
        rows=values.get("rows", ()),
        unless=values.get("unless", ()),
        around=values.get("around", ()),
        uncited=values.get("uncited", ""),
        not_for=values.get("not_for", ()),
        only_for=values.get("only_for", ()),
        lawful=values.get("lawful", ()),
        lawful_for=values.get("lawful_for", ()),
        lead=values.get("lead", ()),
        listed=values.get("listed", ()),
        related=values.get("related", ()),
        once=values.get("once", False),
        domestic=values.get("domestic", False),
        zones=values.get("zones", "content"),
    )


def _require(values: Values, page: Page) -> Options | None:
    told = values.get("require")
    of = next((key for key in _REQUIRED if key in (told or {})), None)
    if told is None or of is None:
        return None
    if "where" in told and of != "fact":
        page.blame(page.node("require", "where"), "«where» бывает только у fact", "“where” goes with fact only")
    return Require(
        of=of,
        names=() if of == "phrase" else told[of],
        where=told.get("where", {}),
        phrases=told[of] if of == "phrase" else (),
        unless=values.get("unless", ()),
        when=values.get("when", ()),
        only_for=values.get("only_for", ()),
    )


def _measure(values: Values, page: Page) -> Options | None:
    told = values.get("measure")
    if told is None or "of" not in told:
        return None
    of, name, here = told["of"], told.get("name", ""), page.node("measure")
    numbered = of in {"clause-number", "section-number"}
    if of == "fact" and not name:
        page.blame(here, "для «fact» нужен «name»: какие факты считать", "“fact” needs “name”: which facts to count")
    if of == "section" and "in" not in values:
        page.blame(here, "для «section» нужен «in»: какие разделы", "“section” needs “in”: which sections")
    for key, fits in (("sequence", numbered), ("where", of == "fact"), ("name", of == "fact"), ("also", of == "fact")):
        if key in told and not fits:
            page.blame(
                page.node("measure", key), f"«{key}» не бывает при of: {of}", f"“{key}” does not go with of: {of}"
            )
    if not any(key in told for key in ("max", "min", "sequence")):
        page.blame(here, "нужно max, min или sequence", "max, min or sequence is needed")
    return Measure(
        of=of,
        name=name,
        also=told.get("also", ()),
        where=told.get("where", {}),
        per=told.get("per", ""),
        maximum=told.get("max"),
        minimum=told.get("min", 0),
        by=told.get("by", ""),
        sequence=told.get("sequence", ()),
        values=told.get("values", "values"),
        zones=told.get("zones", "content"),
    )


def _blank(values: Values, _: Page) -> Options | None:
    told = values.get("blank")
    if told is None or "shapes" not in told:
        return None
    return Fill(
        shapes=frozenset(map(Shape, told["shapes"])),
        near=told.get("near", ()),
        unless=told.get("unless", ()),
        zones=told.get("zones", "content"),
    )


def _repeat(values: Values, _: Page) -> Options | None:
    told = values.get("repeat") or {}
    return Repeat(told["of"], told["degree"]) if {"of", "degree"} <= set(told) else None


def _cite(values: Values, _: Page) -> Options | None:
    told = values.get("cite") or {}
    return Cite(told["check"], told.get("acts", ())) if "check" in told else None


def _refer(values: Values, _: Page) -> Options | None:
    told = values.get("refer") or {}
    return Refer(told["to"]) if "to" in told else None


def _follow(values: Values, _: Page) -> Options | None:
    told = values.get("follow") or {}
    return Follow(told["check"]) if "check" in told else None


def _agree(values: Values, page: Page) -> Options | None:
    told = values.get("agree") or {}
    if "check" not in told:
        return None
    if "most" in told and told["check"] != "duty":
        page.blame(page.node("agree", "most"), "«most» бывает только у duty", "“most” goes with duty only")
    return Agree(told["check"], told.get("most", MOST_SHARED))


def offered(kind: Kind, options: Options) -> frozenset[str]:
    """What the messages of such a rule may name in braces: only what every hit of the rule has."""
    more: frozenset[str] = frozenset()
    if isinstance(options, Agree):
        more = frozenset(AGREE_OFFERS[options.check])
    if isinstance(options, Find) and not (options.together or options.tokens or options.regexes):
        more = slot_names(options.phrases)
    if isinstance(options, Measure):
        more = frozenset({options.values})
    return ALWAYS | more | frozenset(kind.offers)


ALWAYS = frozenset({"match", "quote", "clause", "section", "position"})

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("find", ("find", "together", "tokens", "regex", "rows"), FIND, (), _find),
        Kind(
            "require",
            ("require",),
            (
                Field("require", OneOf(REQUIRE, _REQUIRED), "Должно быть в документе", "What must be in the document"),
                UNLESS,
                Field(
                    "when",
                    PHRASES,
                    "Фразы, при которых требование возникает (в разделах правила)",
                    "Phrases that call for what is required (in the sections of the rule)",
                ),
                ONLY_FOR,
            ),
            ("missing", "role", "reason"),
            _require,
        ),
        Kind(
            "measure",
            ("measure",),
            (
                Field(
                    "measure",
                    MEASURE,
                    "Сколько разных значений или в каком порядке номера",
                    "How many different values, or the order of numbers",
                ),
            ),
            ("found", "expected", "first", "second", "count", "role"),
            _measure,
        ),
        Kind(
            "blank",
            ("blank",),
            (Field("blank", BLANK, "Незаполненные места", "Places left to be filled"),),
            ("shape", "hint"),
            _blank,
        ),
        Kind(
            "repeat",
            ("repeat",),
            (Field("repeat", REPEAT, "Одно и то же дважды", "The same thing said twice"),),
            ("other_clause", "other"),
            _repeat,
        ),
        Kind(
            "cite",
            ("cite",),
            (Field("cite", CITE, "Ссылки на акты по реестру", "Citations of acts, by the register"),),
            ("act", "article", "part", "point", "found", "expected", "replaced_by", "since", "until", "country"),
            _cite,
        ),
        Kind(
            "refer",
            ("refer",),
            (Field("refer", REFER, "Ссылки внутри документа", "References inside the document"),),
            ("target",),
            _refer,
        ),
        Kind(
            "follow",
            ("follow",),
            (
                Field(
                    "follow",
                    FOLLOW,
                    "Профессиональный стандарт и уровень квалификации",
                    "The professional standard and the level of qualification",
                ),
            ),
            ("standard", "level", "expected", "found", "count", "total"),
            _follow,
        ),
        Kind(
            "agree",
            ("agree",),
            (
                Field(
                    "agree",
                    AGREE,
                    "В чём сходятся документы одной организации",
                    "What the documents of an organisation must agree about",
                ),
            ),
            (),
            _agree,
        ),
    )
}
SIGNS: Mapping[str, Kind] = {sign: kind for kind in KINDS.values() for sign in kind.signs}
# Which kinds a key that is no sign itself may stand beside.
OWNERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(kind.name for kind in KINDS.values() if name in {field.name for field in kind.fields})
    for name in (
        *("unless", "around", "uncited", "not_for", "only_for", "lawful", "lawful_for", "lead", "listed", "related"),
        *("when", "once", "domestic", "zones"),
    )
}
