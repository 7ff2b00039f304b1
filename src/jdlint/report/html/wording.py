"""What the page says of itself."""

from __future__ import annotations

import datetime as dt

from jdlint.model.finding import Severity

WORDS = {
    "ru": {
        "title": "Проверка должностных инструкций",
        "skip": "Перейти к документам",
        "summary": "Итог",
        "as_of": "Действие актов на",
        "rulebook": "Редакция правил",
        "engine": "Чтение текста",
        "first": "С чего начать",
        "where": "Где замечания",
        "section": "Раздел",
        "total": "Всего",
        "outside": "вне разделов",
        "documents": "Документы",
        "none": "Документов нет.",
        "unread": "не прочитан",
        "clean": "замечаний нет",
        "map": "Разделы по порядку; черта – место замечания",
        "contents": "Разделы документа",
        "whole": "О документе в целом",
        "finding": "Замечание",
        "accepted": "принято ранее",
        "fix": "Что сделать",
        "basis": "Основание",
        "also": "См. также",
        "why": "Почему",
        "explain": "Почему это важно",
        "rules": "Правила и основания",
        "rule": "Правило",
        "fires": "Так нельзя",
        "silent": "Так можно",
        "close": "Закрыть",
        "filter": "Что показывать",
        "severity": "Уровень",
        "any_rule": "все правила",
        "name": "Документ",
        "name_hint": "часть имени или должности",
        "reset": "Показать всё",
        "open": "Раскрыть все",
        "shut": "Свернуть все",
        "print": "Напечатать",
        "shown": "Показано замечаний: {} из {}",
        "nothing": "Под этот отбор не подходит ни одно замечание.",
        "faults": "Сбои программы",
        "notices": "Обратите внимание",
        "advice": "Замечание – повод посмотреть на место и решить самому. Юридической консультации программа не даёт.",
    },
    "en": {
        "title": "Job descriptions checked",
        "skip": "Skip to the documents",
        "summary": "Summary",
        "as_of": "Acts as they stood on",
        "rulebook": "Edition of the rules",
        "engine": "Text read by",
        "first": "Where to begin",
        "where": "Where the findings are",
        "section": "Section",
        "total": "Total",
        "outside": "outside sections",
        "documents": "Documents",
        "none": "No documents.",
        "unread": "not read",
        "clean": "nothing found",
        "map": "Sections in order; a line marks a finding",
        "contents": "Sections of the document",
        "whole": "On the document as a whole",
        "finding": "Finding",
        "accepted": "accepted before",
        "fix": "What to do",
        "basis": "Basis",
        "also": "See also",
        "why": "Why",
        "explain": "Why it matters",
        "rules": "Rules and their bases",
        "rule": "Rule",
        "fires": "Not like this",
        "silent": "Like this",
        "close": "Close",
        "filter": "What to show",
        "severity": "Severity",
        "any_rule": "all rules",
        "name": "Document",
        "name_hint": "part of a name or position",
        "reset": "Show all",
        "open": "Open all",
        "shut": "Close all",
        "print": "Print",
        "shown": "Findings shown: {} of {}",
        "nothing": "No finding fits this choice.",
        "faults": "Failures of the program",
        "notices": "Please note",
        "advice": "A finding is a place to look at and decide upon. The program gives no legal advice.",
    },
}
MEANING = {
    "ru": {
        Severity.ERROR: "нарушен закон, или документ нельзя утвердить как есть",
        Severity.WARNING: "риск для работника или работодателя",
        Severity.INFO: "так принято и удобно, закон не требует",
    },
    "en": {
        Severity.ERROR: "unlawful, or not fit to be approved as it is",
        Severity.WARNING: "a risk for either side",
        Severity.INFO: "good practice, not demanded by law",
    },
}
MANY = {
    "ru": {Severity.ERROR: "Ошибки", Severity.WARNING: "Предупреждения", Severity.INFO: "Советы"},
    "en": {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Info"},
}
BRIEF = {
    "ru": {**MANY["ru"], Severity.WARNING: "Предупр."},
    "en": MANY["en"],
}


def day(as_of: str, lang: str) -> str:
    """A day as people of that language write it."""
    return f"{dt.date.fromisoformat(as_of):%d.%m.%Y}" if lang == "ru" else as_of
