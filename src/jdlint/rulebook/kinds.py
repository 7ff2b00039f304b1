"""What each kind of rule can be told: its keys, what its message may name, and its options made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jdlint.marked import Choice, Count, Field, Flag, List, MapOf, Page, Table, Text
from jdlint.model.document import Shape
from jdlint.model.kind import MOST_SHARED, Agree, Cite, Fill, Find, Follow, Measure, Options, Refer, Repeat, Require
from jdlint.model.outline import RequisiteKind, Role
from jdlint.rulebook.phrase import NAME, slot_names
from jdlint.rulebook.writing import PHRASES, OneOf, Phrase, Regex, TokenPattern, choices

Values = Mapping[str, Any]

ROLES = tuple(role.value for role in Role)
ROLE_NOUN = ("роль раздела", "section role")
_REQUIRED = ("section", "content", "requisite", "fact", "act", "phrase")
_FACT = Text(r"[a-z][a-z_-]*", ("вид фактов, например reports_to", "a kind of facts, such as reports_to"))
_NAME = Text(NAME, ("имя латинскими буквами, например superiors", "a name in Latin letters, such as superiors"))
_ACT = Text(r"[a-z0-9][a-z0-9-]*", ("имя акта в реестре, например tk-rf", "the id of an act, such as tk-rf"))
_ZONES = Field(
    "zones", Choice(("content", "all")), "content (по умолчанию): кроме реквизитов и скрытых мест; all: везде"
)
_WHERE = Field("where", MapOf(List(Text(), lone=True)), "Только факты с такими признаками")
_UNLESS = "Фразы-исключения: совпадение, которое с ними пересекается, не считается"


@dataclass(frozen=True, slots=True)
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
    if not any(key in values for key in ("find", "together", "tokens", "regex")):
        return None
    return Find(
        phrases=values.get("find", ()),
        together=values.get("together", ()),
        tokens=values.get("tokens", ()),
        regexes=values.get("regex", ()),
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

_ONLY_FOR = Field("only_for", PHRASES, "Должности: проверяется инструкция только по такой должности")

_FIND = (
    Field("find", PHRASES, "Фразы, которых быть не должно (запись фраз: docs/writing-rules.md)"),
    Field(
        "together",
        List(List(Phrase(), least=2)),
        "Наборы фраз: совпадение там, где все фразы набора стоят рядом в одном предложении, в любом порядке и без «не»",
    ),
    Field("tokens", List(TokenPattern()), "Образцы токенов spaCy Matcher: когда фразой не выразить"),
    Field("regex", List(Regex()), "Регулярные выражения по тексту для чтения: когда фразой не выразить"),
    Field("unless", PHRASES, _UNLESS),
    Field("around", PHRASES, "Фразы-исключения: совпадение в одном с ними предложении не считается"),
    Field(
        "uncited",
        Choice(("beside", "sentence", "document")),
        "Не считается совпадение рядом со ссылкой на акт (beside), в одном с ней предложении (sentence),"
        " а с ним и остальные (document)",
    ),
    Field("not_for", PHRASES, "Должности: инструкция по такой должности не проверяется"),
    _ONLY_FOR,
    Field("lawful", PHRASES, "Фразы, которые для должностей lawful_for исключают совпадение, как unless"),
    Field("lawful_for", PHRASES, "Должности, для которых закон допускает lawful"),
    Field("lead", PHRASES, "Фразы вводной строки: в пунктах под ней ищутся ещё и фразы listed"),
    Field("listed", PHRASES, "Фразы, которых не должно быть в пунктах под вводной строкой lead"),
    Field("related", PHRASES, "Фразы, места которых прилагаются к найденному"),
    Field("once", Flag(), "true: только первое совпадение в документе"),
    _ZONES,
)
_REQUIRE = Table(
    (
        Field("section", choices(ROLES, ROLE_NOUN), "Должен быть раздел каждой из этих ролей"),
        Field("content", choices(ROLES, ROLE_NOUN), "Разделы этих ролей должны что-то говорить"),
        Field("requisite", choices(tuple(RequisiteKind), ("реквизит", "requisite")), "Должен быть реквизит"),
        Field("fact", List(_FACT, lone=True), "Должен быть сказан факт одного из этих видов"),
        Field("act", List(_ACT, lone=True), "Должен быть упомянут один из этих актов"),
        Field("phrase", PHRASES, "Должна быть одна из этих фраз"),
        _WHERE,
    )
)
_MEASURE = Table(
    (
        Field("of", Choice(("fact", "section", "clause-number", "section-number")), "Что считать", required=True),
        Field("name", Text(), "Вид фактов"),
        Field("also", List(_FACT, lone=True), "Виды фактов, которые считаются вместе с названными"),
        _WHERE,
        Field(
            "per",
            Choice(("clause", "document", "section")),
            "В пределах чего считать разные значения (по умолчанию document, а при max: 0 — каждый факт отдельно);"
            " section: сами факты в разделах правила",
        ),
        Field("max", Count(), "Сколько разных значений можно"),
        Field("min", Count(), "Сколько фактов должно быть (при per: section)"),
        Field("by", Text(r"[a-z][a-z_]*"), "Признак фактов: сличаются только те, у которых он один"),
        Field(
            "sequence",
            choices(("gap", "repeat", "section"), ("нарушение порядка", "breach of order")),
            "Номера: пропущен (gap), повторён (repeat), начат номером чужого раздела (section)",
        ),
        Field("values", _NAME, "Имя, под которым найденное доступно сообщению"),
        _ZONES,
    )
)
_BLANK = Table(
    (
        Field(
            "shapes", choices(tuple(Shape), ("вид пропуска", "shape of blank")), "Как нарисован пропуск", required=True
        ),
        Field("near", PHRASES, "Только пропуски рядом с одной из этих фраз"),
        Field("unless", PHRASES, "Кроме пропусков рядом с одной из этих фраз"),
        _ZONES,
    )
)
_REPEAT = Table(
    (
        Field("of", _FACT, "Какие факты не должны повторяться", required=True),
        Field("degree", Choice(("same", "near")), "same: слово в слово; near: почти", required=True),
    )
)
CHECKS = ("article", "status", "standard", "requisites", "foreign", "claim", "expiring", "mandatory")
_CITE = Table(
    (
        Field("check", Choice(CHECKS), "Что проверять", required=True),
        Field("acts", List(_ACT, lone=True), "Только эти акты реестра"),
    )
)
_TARGETS = choices(("clause", "section", "annex"), ("цель ссылки", "target"))
# What each check across documents offers to messages.
AGREE_OFFERS: Mapping[str, tuple[str, ...]] = {
    "duty": ("other", "others", "owner", "count"),
    "cycle": ("others",),
    "line": ("reason", "other"),
    "position": ("other", "approved", "other_approved"),
    "staff": ("title", "reason"),
    "process": ("process", "step", "other"),
}
_AGREE = Table(
    (
        Field("check", Choice(tuple(AGREE_OFFERS)), "О чём документы должны сходиться", required=True),
        Field("most", Count(), "У скольких ещё должностей обязанность может быть, чтобы не считаться общей (duty)"),
    )
)
_REFER = Table((Field("to", _TARGETS, "Что должно существовать", required=True),))
_STANDARDS = ("wrong", "below", "above", "copied", "title", "actions", "foreign", "knowledge")
_FOLLOW = Table((Field("check", Choice(_STANDARDS), "Что сверять со стандартом и уровнем", required=True),))

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("find", ("find", "together", "tokens", "regex"), _FIND, (), _find),
        Kind(
            "require",
            ("require",),
            (
                Field("require", OneOf(_REQUIRE, _REQUIRED), "Должно быть в документе"),
                Field("unless", PHRASES, _UNLESS),
                Field("when", PHRASES, "Фразы, при которых требование возникает (в разделах правила)"),
                _ONLY_FOR,
            ),
            ("missing", "role", "reason"),
            _require,
        ),
        Kind(
            "measure",
            ("measure",),
            (Field("measure", _MEASURE, "Сколько разных значений или в каком порядке номера"),),
            ("found", "expected", "first", "second", "count", "role"),
            _measure,
        ),
        Kind("blank", ("blank",), (Field("blank", _BLANK, "Незаполненные места"),), ("shape", "hint"), _blank),
        Kind(
            "repeat",
            ("repeat",),
            (Field("repeat", _REPEAT, "Одно и то же дважды"),),
            ("other_clause", "other"),
            _repeat,
        ),
        Kind(
            "cite",
            ("cite",),
            (Field("cite", _CITE, "Ссылки на акты по реестру"),),
            ("act", "article", "part", "point", "found", "expected", "replaced_by", "since", "until", "country"),
            _cite,
        ),
        Kind("refer", ("refer",), (Field("refer", _REFER, "Ссылки внутри документа"),), ("target",), _refer),
        Kind(
            "follow",
            ("follow",),
            (Field("follow", _FOLLOW, "Профессиональный стандарт и уровень квалификации"),),
            ("standard", "level", "expected", "found", "count", "total"),
            _follow,
        ),
        Kind("agree", ("agree",), (Field("agree", _AGREE, "В чём сходятся документы одной организации"),), (), _agree),
    )
}
SIGNS: Mapping[str, Kind] = {sign: kind for kind in KINDS.values() for sign in kind.signs}
# Which kinds a key that is no sign itself may stand beside.
OWNERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(kind.name for kind in KINDS.values() if name in {field.name for field in kind.fields})
    for name in (
        *("unless", "around", "uncited", "not_for", "only_for", "lawful", "lawful_for", "lead", "listed", "related"),
        *("when", "once", "zones"),
    )
}
