"""The keys of a rule file, in the order a reader asks: what, why, by what law, where, what to find, what to say."""

from __future__ import annotations

from jdlint.marked import Choice, Data, Either, Field, Flag, List, MapOf, Table, Text
from jdlint.model.finding import Safety, Severity
from jdlint.model.rule import Mend
from jdlint.rulebook.kinds import KINDS, ROLE_NOUN, ROLES
from jdlint.rulebook.writing import OneOf, Prose, Provision, Regex, choices, languages

BASIS_KINDS = ("law", "clarification", "standard", "method")

CODE = Text(
    r"[A-Z]{2,5}[0-9]{3}", ("код: от двух до пяти заглавных латинских букв и три цифры", "a code such as ABC001")
)
NAME = Text(
    r"(?!no-)[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
    (
        "имя латиницей через дефис; называет найденное, поэтому не начинается с no-",
        "a kebab-case name of what is found, not starting with no-",
    ),
)
SINCE = Text(r"[0-9]+\.[0-9]+(?:\.[0-9]+)?", ("версия вида «0.1»", "a version such as “0.1”"))

BASIS = Table(
    (
        Field("act", Text(), "Имя акта в реестре rules/_register/acts.yaml"),
        Field("at", Provision(), "Место в акте: ст. 64 ч. 2; если в нём есть другие слова, на двух языках"),
        Field("kind", Choice(BASIS_KINDS), "На чём стоит правило; у акта берётся из реестра"),
        Field("text", languages(), "Основание словами, когда акта нет"),
    )
)
REPLACE = Table(
    (
        Field("old", Regex(), "Регулярное выражение; действует там, где задевает найденное", required=True),
        Field("new", Text(), "Что поставить вместо совпавшего; \\1 — первая скобочная группа", required=True),
    )
)
FIX = Table(
    (
        Field("safety", Choice(tuple(Safety)), "Может ли править программа: safe, unsafe, manual", required=True),
        Field("note", languages(), "Что сделать человеку", required=True),
        Field("replace", List(REPLACE), "Замены в найденных словах, одна за другой"),
        Field("mend", Choice(tuple(Mend)), "Способ правки, которого заменами не выразить"),
    )
)
# One document, or several by file name.
_TEXT = Either(Text(), MapOf(Text()))
_ORGANISATION = Table(
    (
        Field("staff", List(Text()), "Должности штатного расписания"),
        Field("aliases", MapOf(List(Text(), lone=True)), "Другие названия должностей"),
        Field("by-order", List(Text(), lone=True), "Кто руководит людьми по приказу"),
        Field("processes", MapOf(List(Text())), "Шаги процессов"),
    )
)
EXAMPLE = OneOf(
    Table(
        (
            Field("fires", _TEXT, "Текст, в котором правило срабатывает; найденное в [[…]], связанное место в ((…))"),
            Field("silent", _TEXT, "Похожий текст, в котором правило молчит"),
            Field("why", Prose(), "Почему молчит"),
            Field("in", Choice(ROLES, ROLE_NOUN), "В разделе какой роли стоит текст"),
            Field("values", MapOf(Data()), "Что правило извлекает"),
            Field("whole", Flag(), "true: это целый документ Markdown, а не отрывок"),
            Field("settings", _ORGANISATION, "Что сказано об организации в настройках"),
            Field("fixed", Text(), "Тот же текст после правки, которую делает fix"),
        )
    ),
    ("fires", "silent"),
)

HEAD = (
    Field("code", CODE, "Код: навсегда, после переименования тот же", required=True),
    Field("name", NAME, "Имя найденного; читается после «allow»", required=True),
    Field("severity", Choice(tuple(Severity), ("важность", "severity")), "error, warning или info", required=True),
    Field("since", SINCE, "С какой версии есть правило", required=True),
    Field("preview", Flag(), "true: пока не включается само"),
    Field("yields", List(CODE), "Правила, чья находка на том же месте заменяет эту"),
    Field("title", languages(stop=False), "Название: что найдено", required=True),
    Field("why", languages(), "Чем это плохо", required=True),
    Field("basis", List(BASIS), "На чём правило стоит", required=True),
    Field("in", choices(ROLES, ROLE_NOUN), "Только в разделах этих ролей"),
)
TAIL = (
    Field("message", languages(stop=False), "Что сказать; в скобках {…} — найденное", required=True),
    Field("fix", FIX, "Как исправить"),
    Field("examples", List(EXAMPLE, least=0), "Доказательства: они же проверка и документация", required=True),
)
_KIND_FIELDS = tuple({field.name: field for kind in KINDS.values() for field in kind.fields}.values())
RULE = Table((*HEAD, *_KIND_FIELDS, *TAIL))
