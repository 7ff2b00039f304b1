"""The official XML of professional standards, read whole; what is not that, refused in one line."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jdlint.errors import UsageError
from jdlint.standard.official import read_standards

REAL = Path(__file__).parents[3] / "shared/data/professional_standards"
SMALL = (Path(__file__).parents[1] / "data/standards/mayak.xml").read_text("utf-8")


def read(text: str) -> object:
    return read_standards("маяк.xml", text.encode())


def test_all_that_a_standard_says() -> None:
    """Name, order, date, level, titles, actions, skills and knowledge; Cyrillic letters in codes become Latin."""
    (lighthouse,) = read_standards("маяк.xml", SMALL.encode())
    (general,) = lighthouse.functions
    (labour,) = lighthouse.labour()

    assert ("98.001", "Смотритель маяка", "901н") == (lighthouse.code, lighthouse.name, lighthouse.order)
    assert "2025-02-05" == lighthouse.date.isoformat()
    assert ("A", 3, ("Смотритель маяка",)) == (general.code, general.level, general.titles)
    assert [("okz", "9999", "Смотрители")] == [(e.classifier, e.code, e.name) for e in general.entries]
    assert ("A/01.3", 3) == (labour.code, labour.level)
    assert ("Осмотр лампы", "Запись в журнал") == labour.actions
    assert (("Менять лампу",), ("Устройство лампы",)) == (labour.skills, labour.knowledge)


@pytest.mark.skipif(not REAL.is_dir(), reason="the official files are not beside the project")
def test_real_standards_are_read_whole() -> None:
    """Counts of functions, actions, skills and knowledge equal those counted in the XML itself."""
    files = sorted(REAL.glob("*.xml"))
    assert 3 == len(files)
    for file in files:
        tree = ET.parse(file)  # noqa: S314 a file of the register, not of a stranger
        (standard,) = read_standards(file.name, file.read_bytes())
        labour = list(standard.labour())
        for tag, count in (
            ("GeneralizedWorkFunction", len(standard.functions)),
            ("ParticularWorkFunction", len(labour)),
            ("LaborAction", sum(len(f.actions) for f in labour)),
            ("RequiredSkill", sum(len(f.skills) for f in labour)),
            ("NecessaryKnowledge", sum(len(f.knowledge) for f in labour)),
            ("PossibleJobTitle", sum(len(f.titles) for f in standard.functions)),
        ):
            assert sum(1 for _ in tree.iter(tag)) == count, (file.name, tag)
        for code in [g.code for g in standard.functions] + [f.code for f in labour]:
            assert re.fullmatch(r"[A-Z](/\d\d\.\d)?", code), code


def test_a_namespace_is_no_obstacle() -> None:
    """The same export in a default namespace reads the same."""
    spaced = SMALL.replace("<XMLCardInfo>", '<XMLCardInfo xmlns="urn:made-up">')

    assert read(SMALL) == read(spaced)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SMALL[:900], "повреждён или обрезан"),
        ("", "повреждён или обрезан"),
        (SMALL.replace("XMLCardInfo", "html"), "корень <html>"),
        (SMALL.replace("<XMLCardInfo>", "<!DOCTYPE x [<!ENTITY e 'e'>]><XMLCardInfo>"), "объявляет сущности"),
        ("<!DOCTYPE XMLCardInfo SYSTEM 'file:///etc/hostname'><XMLCardInfo/>", "объявляет сущности"),
        ("<XMLCardInfo/>", "нет профессионального стандарта"),
        (SMALL.replace("901н", ""), "<OrderNumber>"),
        (SMALL.replace("05.02.2025", "5 февраля"), "ДД.ММ.ГГГГ"),
        (SMALL.replace(">3<", ">12<"), "от 1 до 9"),
        (SMALL.replace("GeneralizedWorkFunction>", "Other>"), "нет обобщённых трудовых функций"),
        ("<a>" * 5000 + "</a>" * 5000, "повреждён или обрезан"),
    ],
)
def test_what_is_not_a_standard_is_refused_in_one_line(text: str, told: str) -> None:
    """Truncated, hostile, foreign and incomplete XML each give one clear line with the file's name."""
    with pytest.raises(UsageError) as refused:
        read(text)

    for line in (refused.value.ru, refused.value.en):
        assert line.startswith("маяк.xml: ")
        assert "\n" not in line
    assert told in refused.value.ru
