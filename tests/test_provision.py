"""Acts and places in them have names in both languages."""

from __future__ import annotations

import pytest

from jdlint.model.provision import act_name, in_english, romanised


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("ст. 64 ч. 2", "art. 64 part 2"),
        ("ст. 57 ч. 2, ст. 135", "art. 57 part 2, art. 135"),
        ("п. 7 ч. 1 ст. 81", "point 7 part 1 art. 81"),
        ("ст. 1 и 3", "art. 1 and 3"),
        ("ст. 86–88", "art. 86–88"),
        ("приложение", "annex"),
        ("", ""),
        ("ст. 5 о чае", None),
        ("перечень статей", None),
    ],
)
def test_places(place: str, expected: str | None) -> None:
    """What lawyers abbreviate is said in English; other words are not guessed."""
    assert expected == in_english(place)


@pytest.mark.parametrize(
    ("number", "expected"), [("197-ФЗ", "197-FZ"), ("1061н", "1061n"), ("14-1/ООГ-6636", "14-1/OOG-6636"), ("12", "12")]
)
def test_numbers(number: str, expected: str) -> None:
    """Numbers of acts are written in Latin letters, as their translations do."""
    assert expected == romanised(number)


CODE = {"kind": "кодекс", "number": "5-МЗ", "short": "МК", "title": {"ru": "Маячный кодекс", "en": "Lighthouse Code"}}
ORDER = {"kind": "приказ", "number": "77н", "title": {"ru": "О маяках"}}
LAW = {"kind": "закон", "number": "9-МЗ", "title": "О фонарях"}


@pytest.mark.parametrize(
    ("act", "ru", "en"),
    [
        (CODE, "МК", "Lighthouse Code"),
        (ORDER, "О маяках № 77н", "“О маяках” No. 77n"),
        (LAW, "О фонарях № 9-МЗ", "“О фонарях” No. 9-MZ"),
        ({}, "lamp-law", "lamp-law"),
    ],
)
def test_acts(act: dict[str, object], ru: str, en: str) -> None:
    """A code is told by its short name in Russian and its title in English; a title without English is quoted."""
    assert (ru, en) == (act_name(act, "lamp-law", "ru"), act_name(act, "lamp-law", "en"))
