"""The keys of each kind of rule: what may stand there, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.marked import Choice, Count, Field, Flag, List, MapOf, Table, Text
from jdlint.model.document import Shape
from jdlint.model.outline import RequisiteKind, Role
from jdlint.rulebook.phrase import NAME
from jdlint.rulebook.writing import PHRASES, Phrase, Regex, TokenPattern, choices

ROLES = tuple(role.value for role in Role)
ROLE_NOUN = ("роль раздела", "section role")
_FACT = Text(r"[a-z][a-z_-]*", ("вид фактов, например reports_to", "a kind of facts, such as reports_to"))
_NAME = Text(NAME, ("имя латинскими буквами, например superiors", "a name in Latin letters, such as superiors"))
_ACT = Text(r"[a-z0-9][a-z0-9-]*", ("имя акта в реестре, например tk-rf", "the id of an act, such as tk-rf"))
_ZONES = Field(
    "zones",
    Choice(("content", "all")),
    "content (по умолчанию): кроме реквизитов и скрытых мест; all: везде",
    "content (by default): all but requisites and hidden places; all: everywhere",
)
_WHERE = Field(
    "where", MapOf(List(Text(), lone=True)), "Только факты с такими признаками", "Only facts with these marks"
)
UNLESS = Field(
    "unless",
    PHRASES,
    "Фразы-исключения: совпадение, которое с ними пересекается, не считается",
    "Phrases that excuse a match which they overlap",
)
ONLY_FOR = Field(
    "only_for",
    PHRASES,
    "Должности: проверяется инструкция только по такой должности",
    "Positions: only the description of such a position is checked",
)

FIND = (
    Field(
        "find",
        PHRASES,
        "Фразы, которых быть не должно (запись фраз: docs/writing-rules.md)",
        "Phrases that must not occur (how to write them: docs/writing-rules.md)",
    ),
    Field(
        "together",
        List(List(Phrase(), least=2)),
        "Наборы фраз: совпадение там, где все фразы набора стоят рядом в одном предложении, в любом порядке и без «не»",
        "Sets of phrases: a match is where all of a set stand close in one sentence, in any order and without “не”",
    ),
    Field(
        "tokens",
        List(TokenPattern()),
        "Образцы токенов spaCy Matcher: когда фразой не выразить",
        "Patterns of tokens for spaCy's Matcher: where no phrase can say it",
    ),
    Field(
        "regex",
        List(Regex()),
        "Регулярные выражения по тексту для чтения: когда фразой не выразить",
        "Regular expressions over the reading text: where no phrase can say it",
    ),
    Field(
        "rows",
        List(List(Phrase(), least=2)),
        "Наборы фраз: совпадение там, где первая стоит в ячейке таблицы, а одна из прочих — в следующей ячейке строки",
        "Sets of phrases: a match is where the first stands in a cell and one of the others in the next of its row",
    ),
    UNLESS,
    Field(
        "around",
        PHRASES,
        "Фразы-исключения: совпадение в одном с ними предложении не считается",
        "Phrases that excuse a match in the same sentence",
    ),
    Field(
        "uncited",
        Choice(("beside", "sentence", "document")),
        "Не считается совпадение рядом со ссылкой на акт (beside), в одном с ней предложении (sentence),"
        " а с ним и остальные (document)",
        "A match does not count beside a citation of an act (beside), in one sentence with it (sentence),"
        " or that and all others (document)",
    ),
    Field(
        "not_for",
        PHRASES,
        "Должности: инструкция по такой должности не проверяется",
        "Positions: the description of such a position is not checked",
    ),
    ONLY_FOR,
    Field(
        "lawful",
        PHRASES,
        "Фразы, которые для должностей lawful_for исключают совпадение, как unless",
        "Phrases that excuse a match, like unless, for the positions of lawful_for",
    ),
    Field(
        "lawful_for",
        PHRASES,
        "Должности, для которых закон допускает lawful",
        "Positions for which the law admits what lawful says",
    ),
    Field(
        "lead",
        PHRASES,
        "Фразы вводной строки: в пунктах под ней ищутся ещё и фразы listed",
        "Phrases of a lead-in: in the items below it the phrases of listed are looked for too",
    ),
    Field(
        "listed",
        PHRASES,
        "Фразы, которых не должно быть в пунктах под вводной строкой lead",
        "Phrases that must not occur in the items below a lead-in",
    ),
    Field(
        "related",
        PHRASES,
        "Фразы, места которых прилагаются к найденному",
        "Phrases whose places are told together with what is found",
    ),
    Field("once", Flag(), "true: только первое совпадение в документе", "true: only the first match of a document"),
    Field(
        "domestic",
        Flag(),
        "true: документ, который следует праву другого государства, не проверяется",
        "true: a document that follows the law of another state is not checked",
    ),
    _ZONES,
)
REQUIRE = Table(
    (
        Field(
            "section",
            choices(ROLES, ROLE_NOUN),
            "Должен быть раздел каждой из этих ролей",
            "There must be a section of each of these roles",
        ),
        Field(
            "content",
            choices(ROLES, ROLE_NOUN),
            "Разделы этих ролей должны что-то говорить",
            "Sections of these roles must say something",
        ),
        Field(
            "requisite",
            choices(tuple(RequisiteKind), ("реквизит", "requisite")),
            "Должен быть реквизит",
            "There must be this requisite",
        ),
        Field(
            "fact",
            List(_FACT, lone=True),
            "Должен быть сказан факт одного из этих видов",
            "A fact of one of these kinds must be told",
        ),
        Field(
            "act",
            List(_ACT, lone=True),
            "Должен быть упомянут один из этих актов",
            "One of these acts must be mentioned",
        ),
        Field("phrase", PHRASES, "Должна быть одна из этих фраз", "There must be one of these phrases"),
        _WHERE,
    )
)
MEASURE = Table(
    (
        Field(
            "of",
            Choice(("fact", "section", "clause-number", "section-number")),
            "Что считать",
            "What to count",
            required=True,
        ),
        Field("name", Text(), "Вид фактов", "The kind of facts"),
        Field(
            "also",
            List(_FACT, lone=True),
            "Виды фактов, которые считаются вместе с названными",
            "Kinds of facts that are counted together with those named",
        ),
        _WHERE,
        Field(
            "per",
            Choice(("clause", "document", "section")),
            "В пределах чего считать разные значения (по умолчанию document, а при max: 0 — каждый факт отдельно);"
            " section: сами факты в разделах правила",
            "Within what different values are counted (document by default, each fact alone with max: 0);"
            " section: the facts themselves in the sections of the rule",
        ),
        Field("max", Count(), "Сколько разных значений можно", "How many different values there may be"),
        Field(
            "min",
            Count(),
            "Сколько фактов должно быть (при per: section)",
            "How many facts there must be (with per: section)",
        ),
        Field(
            "by",
            Text(r"[a-z][a-z_]*"),
            "Признак фактов: сличаются только те, у которых он один",
            "A mark of facts: only those that share it are compared",
        ),
        Field(
            "sequence",
            choices(("gap", "repeat", "section"), ("нарушение порядка", "breach of order")),
            "Номера: пропущен (gap), повторён (repeat), начат номером чужого раздела (section)",
            "Numbers: left out (gap), repeated (repeat), begun with the number of another section (section)",
        ),
        Field(
            "values",
            _NAME,
            "Имя, под которым найденное доступно сообщению",
            "The name by which the message may call what is found",
        ),
        _ZONES,
    )
)
BLANK = Table(
    (
        Field(
            "shapes",
            choices(tuple(Shape), ("вид пропуска", "shape of blank")),
            "Как нарисован пропуск",
            "How the blank is drawn",
            required=True,
        ),
        Field("near", PHRASES, "Только пропуски рядом с одной из этих фраз", "Only blanks near one of these phrases"),
        Field(
            "unless",
            PHRASES,
            "Кроме пропусков рядом с одной из этих фраз",
            "All blanks but those near one of these phrases",
        ),
        _ZONES,
    )
)
REPEAT = Table(
    (
        Field("of", _FACT, "Какие факты не должны повторяться", "Which facts must not be told twice", required=True),
        Field(
            "degree",
            Choice(("same", "near")),
            "same: слово в слово; near: почти",
            "same: word for word; near: almost",
            required=True,
        ),
    )
)
CHECKS = ("article", "status", "standard", "requisites", "foreign", "claim", "expiring", "mandatory")
CITE = Table(
    (
        Field("check", Choice(CHECKS), "Что проверять", "What to check", required=True),
        Field("acts", List(_ACT, lone=True), "Только эти акты реестра", "Only these acts of the register"),
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
AGREE = Table(
    (
        Field(
            "check",
            Choice(tuple(AGREE_OFFERS)),
            "О чём документы должны сходиться",
            "What the documents must agree about",
            required=True,
        ),
        Field(
            "most",
            Count(),
            "У скольких ещё должностей обязанность может быть, чтобы не считаться общей (duty)",
            "How many other positions may have a duty that is not common to all (duty)",
        ),
    )
)
REFER = Table((Field("to", _TARGETS, "Что должно существовать", "What must exist", required=True),))
_STANDARDS = ("wrong", "below", "above", "copied", "title", "actions", "foreign", "knowledge")
FOLLOW = Table(
    (
        Field(
            "check",
            Choice(_STANDARDS),
            "Что сверять со стандартом и уровнем",
            "What to hold against the standard and the level",
            required=True,
        ),
    )
)
