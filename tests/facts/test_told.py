"""What has to be said in some words or other: `appointment`, `guidance`, `known_acts`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция лесника\n\n## 1. Общие положения\n\n"


def kinds(reading: Reading) -> set[str]:
    """The kinds of facts told."""
    return {f.kind for f in reading.facts} & {"appointment", "guidance", "known_acts"}


SAID = [
    ("1.1. Лесник назначается на должность приказом лесничего.", {"appointment"}),
    ("1.1. Назначение и увольнение лесника производятся директором лесхоза.", {"appointment"}),
    ("1.1. Нанимает и увольняет лесника директор лесхоза.", {"appointment"}),
    ("1.1. Приём на работу и увольнение производит лесничий.", {"appointment"}),
    ("1.1. Соблюдает Лесной кодекс, устав лесхоза.", {"guidance"}),
    ("1.1. Работает по уставу лесхоза, Лесному кодексу.", {"guidance"}),
    ("1.1. Лесник пользуется в работе уставом лесхоза.", {"guidance"}),
    ("1.1. Документы лесника: устав лесхоза.", {"guidance"}),
    ("1.1. Документы: устав лесхоза, план рубок.", {"guidance"}),
    ("1.1. Рабочие документы лесника: устав лесхоза, план рубок.", {"guidance"}),
    ("1.1. Основа работы: Лесной кодекс.", {"guidance"}),
    ("1.1. Лесник должен знать Федеральный закон о лесе.", {"known_acts"}),
    ("1.1. Лесник руководствуется уставом лесхоза.", {"guidance"}),
    ("1.1. Руководствуется:\n\n- положением о лесничестве;\n- приказами лесничего.", {"guidance"}),
    ("1.1. Нормативные документы\n\n| № | Документ |\n|---|---|\n| 1 | Устав |", {"guidance"}),
    ("1.1. Лесник ведёт свою деятельность на основе плана и устава лесхоза.", {"guidance"}),
    ("1.1. Лесник осуществляет свою деятельность на основе устава лесхоза.", {"guidance"}),
    ("1.1. Свою работу лесник строит в соответствии с положением о лесничестве.", {"guidance"}),
    ("1.1. Нормативные ссылки\n\n- устав лесхоза;\n- ГОСТ 18486.", {"guidance"}),
    ("1.1. Лесник должен знать законодательные акты о лесе.", {"known_acts"}),
]


@pytest.mark.parametrize(("text", "told"), SAID)
def test_told(read: Read, text: str, told: set[str]) -> None:
    """Each is found in any of its forms, lists included."""
    assert told == kinds(read(HEAD + text + "\n"))


NOT_SAID = [
    "1.1. Лесник назначается на должность.",
    "1.1. Лесника заменяет лицо, назначенное приказом.",
    "1.1. Лесник руководствуется здравым смыслом.",
    "1.1. Руководствуется:\n\n1.2. Лесник носит форму по уставу.",
    "1.1. Лесник должен знать породы деревьев.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_told(read: Read, text: str) -> None:
    """An empty lead-in, and words about something else, tell nothing."""
    assert set() == kinds(read(HEAD + text + "\n"))
