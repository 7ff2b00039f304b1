"""The verbs and nouns of invented duties: some listed, the most of them from the dictionary of word forms."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from jdlint.annotate.morphology import Morphology
from jdlint.check.words import Words

# The third person, the infinitive, the noun of the action, and another verb of the same meaning where there is one.
VERBS = (
    ("проверяет", "проверять", "проверка", ""),
    ("составляет", "составлять", "составление", ""),
    ("регистрирует", "регистрировать", "регистрация", ""),
    ("обрабатывает", "обрабатывать", "обработка", ""),
    ("закупает", "закупать", "закупка", "приобретает"),
    ("хранит", "хранить", "хранение", ""),
    ("устанавливает", "устанавливать", "установка", ""),
    ("ремонтирует", "ремонтировать", "ремонт", ""),
    ("настраивает", "настраивать", "настройка", ""),
    ("контролирует", "контролировать", "контроль", "отслеживает"),
    ("готовит", "готовить", "подготовка", ""),
    ("планирует", "планировать", "планирование", ""),
    ("проектирует", "проектировать", "проектирование", ""),
    ("тестирует", "тестировать", "тестирование", ""),
    ("описывает", "описывать", "описание", ""),
    ("измеряет", "измерять", "измерение", ""),
    ("перевозит", "перевозить", "перевозка", ""),
    ("доставляет", "доставлять", "доставка", ""),
    ("упаковывает", "упаковывать", "упаковка", ""),
    ("сортирует", "сортировать", "сортировка", ""),
    ("маркирует", "маркировать", "маркировка", ""),
    ("копирует", "копировать", "копирование", ""),
    ("чистит", "чистить", "чистка", ""),
    ("монтирует", "монтировать", "монтаж", ""),
    ("рассчитывает", "рассчитывать", "расчёт", ""),
    ("согласовывает", "согласовывать", "согласование", ""),
    ("разрабатывает", "разрабатывать", "разработка", ""),
    ("внедряет", "внедрять", "внедрение", ""),
    ("оценивает", "оценивать", "оценка", ""),
    ("сверяет", "сверять", "сверка", ""),
    ("обновляет", "обновлять", "обновление", ""),
    ("размещает", "размещать", "размещение", ""),
    ("распределяет", "распределять", "распределение", ""),
    ("выдаёт", "выдавать", "выдача", ""),
    ("осматривает", "осматривать", "осмотр", ""),
)
_ODD = {"Geox", "Abbr", "Name", "Surn", "Patr", "Orgn", "Trad", "Arch", "Infr", "Slng", "Dist", "Erro", "Pltm"}
_PREFIXES = (
    *("ба", "ве", "во", "га", "да", "ка", "ко", "кр", "ла", "ма"),
    *("мо", "на", "па", "пл", "ре", "ру", "са", "ст", "та", "тр"),
)
_ACTION = ("ание", "ение", "тие", "ция", "ость", "ство", "ка", "изм")
# How the infinitive, the third person and the noun of an action end.
_VERBS = (("овать", "ует", "ование"), ("ывать", "ывает", "ывание"), ("ивать", "ивает", "ивание"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the forms that duties need."""

    nomn: str
    gent: str
    datv: str
    accs: str


def verbs_of(morphology: Morphology, words: Words) -> list[tuple[str, str, str, str]]:
    """Verbs that make their noun the plain way («армировать», «армирование»), in an order of their own."""
    analyzer: Any = morphology.analyzer
    ends = tuple(end for end, *_ in _VERBS)
    known = sorted({word for word in analyzer.dictionary.words.iterkeys("") if word.endswith(ends)})
    listed = {verb[1] for verb in VERBS}
    made = []
    for verb, (end, third, noun) in (
        (word, made_by) for word in known for made_by in _VERBS if word.endswith(made_by[0])
    ):
        stem = verb.removesuffix(end)
        plain = verb not in listed and analyzer.word_is_known(stem + noun) and _is_plain(analyzer.parse(verb)[0].tag)
        if plain and not words.keys(morphology.word(verb)) & (words.light | words.ensures | words.before_carriers):
            made.append((stem + third, verb, stem + noun, ""))
    random.Random(5).shuffle(made)  # noqa: S311
    return made


def _is_plain(tag: Any) -> bool:
    return {"INFN", "impf", "tran"} <= tag.grammemes and not _ODD & tag.grammemes


def nouns_of(morphology: Morphology, words: Words) -> list[Noun]:
    """Nouns of the dictionary for lifeless things that count when duties are compared, in an order of their own."""
    analyzer: Any = morphology.analyzer
    light = words.weak | words.empty | words.modal | words.carriers | words.fronts | words.things
    found: dict[str, Noun] = {}
    for parse in (p for prefix in _PREFIXES for p in analyzer.iter_known_word_parses(prefix)):
        tag, word = parse.tag, parse.word
        if not ({"nomn", "sing", "inan"} <= tag.grammemes and tag.POS == "NOUN") or _ODD & tag.grammemes:
            continue
        if word != parse.normal_form or not 4 < len(word) < 12 or word.endswith(_ACTION) or "-" in word:
            continue
        forms = [form.word for case in ("gent", "datv", "accs") if (form := parse.inflect({case, "sing"}))]
        if len(forms) == 3 and not light & {word, *forms} and all(morphology.word(f).pos == "NOUN" for f in forms):
            found.setdefault(word, Noun(word, *forms))
    taken = sorted(found)
    random.Random(5).shuffle(taken)  # noqa: S311
    return [found[word] for word in taken]
