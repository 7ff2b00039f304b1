"""The keys of a rule file, in the order a reader asks: what, why, by what law, where, what to find, what to say."""

from __future__ import annotations

from jdlint.marked import Choice, Data, Either, Field, Flag, List, MapOf, Table, Text
from jdlint.model.finding import Safety, Severity
from jdlint.model.rule import Mend
from jdlint.rulebook.keys import ROLE_NOUN, ROLES
from jdlint.rulebook.kinds import KINDS
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
        Field(
            "act",
            Text(),
            "Имя акта в реестре rules/_register/acts.yaml",
            "The id of the act in rules/_register/acts.yaml",
        ),
        Field(
            "at",
            Provision(),
            "Место в акте: ст. 64 ч. 2; если в нём есть другие слова, на двух языках",
            "The place in the act, in both languages when it has words of its own",
        ),
        Field(
            "kind",
            Choice(BASIS_KINDS),
            "На чём стоит правило; у акта берётся из реестра",
            "What the rule rests on; of an act the register knows it",
        ),
        Field("text", languages(), "Основание словами, когда акта нет", "The basis in words, when there is no act"),
    )
)
REPLACE = Table(
    (
        Field(
            "old",
            Regex(),
            "Регулярное выражение; действует там, где задевает найденное",
            "A regular expression; it acts where it touches what is found",
            required=True,
        ),
        Field(
            "new",
            Text(),
            "Что поставить вместо совпавшего; \\1 — первая скобочная группа",
            "What takes the place of the match; \\1 is the first group",
            required=True,
        ),
    )
)
FIX = Table(
    (
        Field(
            "safety",
            Choice(tuple(Safety)),
            "Может ли править программа: safe, unsafe, manual",
            "Whether the program may mend it: safe, unsafe, manual",
            required=True,
        ),
        Field("note", languages(), "Что сделать человеку", "What a person should do", required=True),
        Field(
            "replace",
            List(REPLACE),
            "Замены в найденных словах, одна за другой",
            "Replacements in what is found, one after the other",
        ),
        Field(
            "mend",
            Choice(tuple(Mend)),
            "Способ правки, которого заменами не выразить",
            "A way of mending that replacements cannot express",
        ),
    )
)
# One document, or several by file name.
_TEXT = Either(Text(), MapOf(Text()))
_ORGANISATION = Table(
    (
        Field("staff", List(Text()), "Должности штатного расписания", "Positions of the staff list"),
        Field("aliases", MapOf(List(Text(), lone=True)), "Другие названия должностей", "Other names of positions"),
        Field("by-order", List(Text(), lone=True), "Кто руководит людьми по приказу", "Who leads people by order"),
        Field("processes", MapOf(List(Text())), "Шаги процессов", "Steps of processes"),
    )
)
EXAMPLE = OneOf(
    Table(
        (
            Field(
                "fires",
                _TEXT,
                "Текст, в котором правило срабатывает; найденное в [[…]], связанное место в ((…))",
                "A text in which the rule fires; what is found in [[…]], a related place in ((…))",
            ),
            Field(
                "silent", _TEXT, "Похожий текст, в котором правило молчит", "A text like it in which the rule is silent"
            ),
            Field("why", Prose(), "Почему молчит", "Why it is silent"),
            Field(
                "in",
                Choice(ROLES, ROLE_NOUN),
                "В разделе какой роли стоит текст",
                "The role of the section in which the text stands",
            ),
            Field("values", MapOf(Data()), "Что правило извлекает", "What the rule captures"),
            Field(
                "whole",
                Flag(),
                "true: это целый документ Markdown, а не отрывок",
                "true: this is a whole Markdown document, no excerpt",
            ),
            Field(
                "settings",
                _ORGANISATION,
                "Что сказано об организации в настройках",
                "What the settings say of the organisation",
            ),
            Field(
                "fixed", Text(), "Тот же текст после правки, которую делает fix", "The same text once fix has mended it"
            ),
        )
    ),
    ("fires", "silent"),
)

HEAD = (
    Field(
        "code", CODE, "Код: навсегда, после переименования тот же", "The code: for ever, renamed or not", required=True
    ),
    Field(
        "name",
        NAME,
        "Имя найденного; читается после «allow»",
        "The name of what is found; it reads well after “allow”",
        required=True,
    ),
    Field(
        "severity",
        Choice(tuple(Severity), ("важность", "severity")),
        "error, warning или info",
        "error, warning or info",
        required=True,
    ),
    Field("since", SINCE, "С какой версии есть правило", "The version that brought the rule", required=True),
    Field("preview", Flag(), "true: пока не включается само", "true: not on by itself yet"),
    Field(
        "yields",
        List(CODE),
        "Правила, чья находка на том же месте заменяет эту",
        "Rules whose finding at the same place takes the place of this one",
    ),
    Field("title", languages(stop=False), "Название: что найдено", "The title: what is found", required=True),
    Field("why", languages(), "Чем это плохо", "What harm there is in it", required=True),
    Field("basis", List(BASIS), "На чём правило стоит", "What the rule rests on", required=True),
    Field("in", choices(ROLES, ROLE_NOUN), "Только в разделах этих ролей", "Only in sections of these roles"),
)
TAIL = (
    Field(
        "message",
        languages(stop=False),
        "Что сказать; в скобках {…} — найденное",
        "What to say; {…} is what was found",
        required=True,
    ),
    Field("fix", FIX, "Как исправить", "How to mend it"),
    Field(
        "examples",
        List(EXAMPLE, least=0),
        "Доказательства: они же проверка и документация",
        "Proofs: they are the test and the documentation",
        required=True,
    ),
)
_KIND_FIELDS = tuple({field.name: field for kind in KINDS.values() for field in kind.fields}.values())
RULE = Table((*HEAD, *_KIND_FIELDS, *TAIL))
