"""What of a line is the name of a position, and whether the next line goes on with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.segment.naming import Namer

Reader = Callable[[str], Namer]


@pytest.fixture(scope="module")
def namer(linter: Linter) -> Reader:
    """The reader of names in a Markdown text."""
    told = linter.rulebook.vocabulary["naming"]
    return lambda text: Namer.of(parse("a.md", text), linter.annotator.name, told)


READ = {
    "кок": (0, "кок", 3),
    "ко": None,
    "ко к": (0, "ко к", 4),
    "№ 5 кок": (4, "кок", 3),
    "«Кок» судна": (1, "кок", 3),
    " «кок»": (2, "кок", 3),
    "(кок)": (1, "кок", 3),
    "(кок) судна": None,
    "— кок": (2, "кок", 3),
    "Ship Cook / Кок": (12, "кок", 3),
    "Ship Cook (Кок судна)": (11, "кок судна", 9),
    "Ship Cook": (0, "ship cook", 9),
    "кок (ЗП)": (0, "кок", 3),
    "кок камбуза (ЗП) 4 разряда": (0, "кок камбуза (зп) 4 разряда", 26),
    "кок камбуза (ЗП) по выпечке": (0, "кок камбуза (зп) по выпечке", 27),
    "кок камбуза (ЗП), смена": (0, "кок камбуза", 11),
    "кок котельной «Ясень»": (0, "кок котельной «ясень»", 20),
    "кок подстанции 35/10 кВ «Ясень»": (0, "кок подстанции 35/10 кв «ясень»", 30),
    "кок котельной «Ясень» ООО «Бриз»": (0, "кок котельной «ясень»", 20),
    "кок кафе «Ясень»": (0, "кок кафе", 8),
    "кок «Ясень»": (0, "кок", 3),
    "(ЗП)": None,
    "кок. Варит": (0, "кок", 3),
    "кок.": (0, "кок", 3),
    "кок; юнга": (0, "кок", 3),
    "кок ____": (0, "кок", 3),
    "гл. бухгалтер": (0, "гл. бухгалтер", 13),
    "техн. директор": (0, "техн. директор", 14),
    "эконом. Кок": (0, "эконом", 6),
    "директор. Права": (0, "директор", 8),
    "кок склада № 3": (0, "кок склада № 3", 14),
    "кок № 3": (0, "кок", 3),
    "мастер цеха № 5 и мастер № 7": (0, "мастер цеха № 5 и мастер", 24),
    "кок ООО «Бриз»": (0, "кок", 3),
    "ООО «Бриз»": None,
    " ".join(["зала"] * 14): (0, " ".join(["зала"] * 14), 69),
    " ".join(["зала"] * 15): None,
    "123": None,
    "1С аналитик": (0, "1с аналитик", 11),
    "[кок]": None,
    "(наименование)": None,
    "(фамилия, имя)": None,
    "": None,
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_name_in_a_line(namer: Reader, text: str, expected: tuple[int, str, int] | None) -> None:
    """Where it begins, how it is told, and how long it is; at least three letters and at most fourteen words."""
    read = namer("").read(text)

    assert expected == (read and (read[0], read[1].nominative, read[1].length))


GOING_ON = {
    ("заведующего", "складом"): "заведующий складом",
    ("заведующего", "«складом»"): None,
    ("заведующего", "СКЛАДОМ"): None,
    ("заведующего", "Складом"): None,
    ("ЗАВЕДУЮЩЕГО", "СКЛАДОМ"): "заведующий складом",
    ("ЗАВЕДУЮЩЕГО", "ДИРЕКТОР"): None,
    ("КАССИРА", "СТАРШЕГО"): "кассир старший",
    ("КАССИРА", "ПОВАРА"): None,
    ("кассира", "повара"): None,
    ("кассира", "директор"): None,
    ("кассира", "зала"): "кассир зала",
    ("КАССИРА", "ЗАЛА"): None,
    ("КАССИРА", "ОТДЕЛА"): "кассир отдела",
    ("КАССИРА", "ЛОЦМАНА"): None,
    ("КАССИР", "УТВЕРЖДЕНО"): None,
    ("КАССИР", "ОТДЕЛ"): None,
    ("КАССИР", "КАМБУЗ"): None,
    ("КАССИРА", "ЮНГИ"): None,
    ("специалиста по", "кадрам"): "специалист по кадрам",
    ("специалиста по", "Кадрам"): None,
    ("специалист по", "повар"): "специалист по повар",
    ("СПЕЦИАЛИСТ ПО", "БУХГАЛТЕР"): "специалист по бухгалтер",
    ("менеджер", "eCommerce проектов"): "менеджер ecommerce проектов",
    ("кассира", "организации порта"): None,
    ("кассира", "бюджетного порта"): None,
    ("кассира", "порта ООО «Бриз»"): "кассир порта",
    ("кассира", "№ 7"): None,
    ("кассира", "от"): None,
    ("кассира", " ".join(["зала"] * 13)): " ".join(["кассир"] + ["зала"] * 13),
    ("кассира", " ".join(["зала"] * 14)): None,
    ("специалист по", " ".join(["зала"] * 12)): " ".join(["специалист", "по"] + ["зала"] * 12),
    ("специалист по", " ".join(["зала"] * 13)): None,
}


@pytest.mark.parametrize(("lines", "expected"), GOING_ON.items())
def test_name_in_two_lines(namer: Reader, lines: tuple[str, str], expected: str | None) -> None:
    """It goes on where the next line is written alike and no name itself, or where the first is torn off."""
    reader = namer("\n\n".join(lines))
    first, second = (block.span for block in reader.document.blocks)
    named = reader.named(first)

    assert named is not None
    longer = reader.continued(named, second)
    assert expected == (longer and longer.name.nominative)
    assert longer is None or (named.span, " ".join([lines[0], lines[1].removesuffix(" ООО «Бриз»")])) == (
        longer.span,
        longer.said,
    )
