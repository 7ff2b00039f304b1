"""What a section is called tells its role: by the vocabulary, behind an adjective, in a question."""

from __future__ import annotations

import pytest

from jdlint.model.outline import Role
from jdlint.segment.called import Names

HEADINGS = {
    "general": ["общ* положени*", "введение.", "о судне и команде"],
    "requirements": ["что нужно знать", "знания", "требования"],
    "tasks": ["задачи", "зачем нужен"],
    "duties": ["обязанност*", "основн* обязанност*", "учёт"],
    "rights": ["права", "права и обязанности"],
    "responsibility": ["ответственность"],
}
CALLED = {
    "общие положения": ("general", 0),
    "общая положениями": ("general", 0),
    "общие": None,
    "необщие положения": None,
    "обходные положения": None,
    "положения общие": None,
    "общие правила": None,
    "общие положения о судне": ("general", 2),
    "введение": ("general", 0),
    "введение в дело": None,
    "о судне и команде": ("general", 0),
    "о судне и юнге": None,
    "права": ("rights", 0),
    "право": None,
    "правам": None,
    "права боцмана": ("rights", 1),
    "права и обязанности": ("rights", 0),
    "права и обязанности кока": ("rights", 1),
    "права и печали": ("rights", 2),
    "учет": ("duties", 0),
    "якорь": None,
    "": None,
}
BEHIND_OTHERS = {
    "повседневные обязанности": ("duties", 0),
    "повседневные обязанности кока": ("duties", 1),
    "повседневные и праздничные обязанности": ("duties", 0),
    "дневные ночные утренние вечерние обязанности": ("duties", 0),
    "дневные ночные утренние вечерние зимние обязанности": None,
    "повседневно обязанности": None,
    "и повседневные обязанности": None,
    "повседневные морские": None,
    "повседневные заботы обязанности": None,
    "санитарные требования": None,
    "санитарные знания": None,
    "ближайшие задачи": ("tasks", 0),
    "полная ответственность": ("responsibility", 0),
    "весь учет": None,
    "строгий учет": ("duties", 0),
    "морской учет": ("duties", 0),
    "точный учет": ("duties", 0),
}
ASKED = {
    "какие права": ("rights", 0),
    "каковы у боцмана права": ("rights", 0),
    "какова ответственность": ("responsibility", 0),
    "какая у боцмана ответственность на судне": ("responsibility", 2),
    "какие у старшего боцмана права": ("rights", 0),
    "какие у самого старшего боцмана права": None,
    "какие у боцмана требования": None,
    "какие требования и права": ("rights", 0),
    "какие": None,
    "сколько у боцмана прав права": None,
    "что мне нужно знать": ("requirements", 0),
    "что вам нам нужно знать": ("requirements", 0),
    "что нужно знать мне": ("requirements", 1),
    "что боцману нужно знать": None,
    "мне": None,
    "я": None,
    "зачем я нужен": ("tasks", 0),
}


@pytest.mark.parametrize(("words", "expected"), [*CALLED.items(), *BEHIND_OTHERS.items(), *ASKED.items()])
def test_role_and_words_behind_it(words: str, expected: tuple[str, int] | None) -> None:
    """The longest phrase that begins the heading wins; behind adjectives and in questions only a role's own name."""
    assert (expected and (Role(expected[0]), expected[1])) == Names.of(HEADINGS).role_of(words.split())


LIKELY = {
    "ваша ответственность": ("responsibility", 0),
    "наши права": ("rights", 0),
    "твои обязанности": ("duties", 0),
    "ответственность ваша": ("responsibility", 0),
    "ответсвенность": ("responsibility", 0),
    "ваша": None,
    "вашего права": None,
    "наши печали": None,
}


@pytest.mark.parametrize(("words", "expected"), LIKELY.items())
def test_role_of_what_stands_out(words: str, expected: tuple[str, int] | None) -> None:
    """Whose it is does not count, and one misprint does not either."""
    assert (expected and (Role(expected[0]), expected[1])) == Names.of(HEADINGS).likely_role_of(words.split())
