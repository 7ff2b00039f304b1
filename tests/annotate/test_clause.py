"""Labour actions told as duties, and positions in the genitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from jdlint.linter import Linter


@pytest.mark.parametrize(
    ("action", "duty"),
    [
        ("Проверка исправности весов", "Проверяет исправность весов"),
        ("Оценка и согласование сроков поставки", "Оценивает и согласует сроки поставки"),
        ("Обучение учеников вязанию узлов", "Обучает учеников вязанию узлов"),
        ("Ведение учёта тары", "Ведёт учёт тары"),
        ("Формирование месячной сводки", "Формирует месячную сводку"),
        ("Описание мер, снижающих износ", "Описывает меры, снижающие износ"),
        ("Контроль влажности и температуры воздуха", "Контролирует влажность и температуру воздуха"),
        ("Ворошение сена", "Осуществляет ворошение сена"),
        ("Измерять силу ветра", "Измеряет силу ветра"),
    ],
)
def test_an_action_as_a_duty(linter: Linter, action: str, duty: str) -> None:
    """A verb in the third person and its object in the accusative; an empty verb where no verb is known."""
    assert duty == linter.annotator.duty(action)


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Старший кладовщик", "старшего кладовщика"),
        ("Техник-наладчик", "техника-наладчика"),
        ("Помощник мастера по ремонту", "помощника мастера по ремонту"),
        ("Заведующий складом", "заведующего складом"),
        ("Рабочий по уборке", "рабочего по уборке"),
        ("Медицинская сестра", "медицинской сестры"),
    ],
)
def test_whose_it_is(linter: Linter, title: str, whose: str) -> None:
    """The head and its adjectives are declined, what depends on the head stays."""
    assert whose == linter.annotator.of_whom(title)
