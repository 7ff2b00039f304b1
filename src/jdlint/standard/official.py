"""The official XML of professional standards (выгрузка реестра Минтруда) → Standard."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from jdlint.errors import UsageError
from jdlint.model.standard import Entry, GeneralFunction, LabourFunction, Standard, latin

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST = 32 * 1024 * 1024
_BLANK = re.compile(r"\s+")
_NOTHING = frozenset({"", "-", "–", "—"})
_CLASSIFIERS = {"okz": "OKZ", "okved": "OKVED", "eks": "EKS", "okpdtr": "OKPDTR", "okso": "OKSO"}


def read_standards(path: str, data: bytes) -> tuple[Standard, ...]:
    """The standards of one file, in its order.

    Raises UsageError, one line with the path, for what is damaged, hostile, of another kind or incomplete.
    """
    root = _root(path, data)
    found = [_standard(path, element) for element in root.iter("{*}ProfessionalStandart")]
    if not found:
        _refuse(path, "в файле нет профессионального стандарта", "there is no professional standard in the file")
    return tuple(found)


def _root(path: str, data: bytes) -> Element:
    from jdlint.xml import DamagedXmlError, EntitiesError, parse_xml

    if len(data) > LARGEST:
        _refuse(path, f"больше {LARGEST // 2**20} МБ", f"larger than {LARGEST // 2**20} MB")
    try:
        root = parse_xml(data)
    except DamagedXmlError as error:
        _refuse(path, f"повреждён или обрезан: {error}; скачайте заново", f"damaged or cut off: {error}; download anew")
    except EntitiesError:
        _refuse(
            path,
            "объявляет сущности XML, чего в реестре не бывает; не читается",
            "declares XML entities, which the register never does; not read",
        )
    if _name(root) != "XMLCardInfo":
        _refuse(
            path,
            f"это не выгрузка реестра профессиональных стандартов: корень <{_name(root)}>, нужен <XMLCardInfo>",
            f"no export of the register of professional standards: root <{_name(root)}>, <XMLCardInfo> expected",
        )
    return root


def _standard(path: str, element: Element) -> Standard:
    code = _needed(path, element, "FirstSection/CodeKindProfessionalActivity")
    functions = tuple(_general(path, item) for item in _all(element, "GeneralizedWorkFunction"))
    if not functions:
        _refuse(path, f"{code}: нет обобщённых трудовых функций", f"{code}: no generalised labour functions")
    return Standard(
        code,
        _needed(path, element, "NameProfessionalStandart"),
        _needed(path, element, "OrderNumber"),
        _date(path, _needed(path, element, "DateOfApproval")),
        _text(element, "RegistrationNumber"),
        _text(element, "FirstSection/KindProfessionalActivity"),
        _text(element, "FirstSection/PurposeKindProfessionalActivity"),
        tuple(_entries(element, "FirstSection/EmploymentGroup")),
        functions,
    )


def _general(path: str, element: Element) -> GeneralFunction:
    code = latin(_needed(path, element, "CodeOTF"))
    return GeneralFunction(
        code,
        _needed(path, element, "NameOTF"),
        _level(path, code, _needed(path, element, "LevelOfQualification")),
        _texts(element, "PossibleJobTitles", "PossibleJobTitle"),
        _texts(element, "EducationalRequirements", "EducationalRequirement"),
        _texts(element, "RequirementsWorkExperiences", "RequirementsWorkExperience"),
        _texts(element, "SpecialConditionsForAdmissionToWork", "SpecialConditionForAdmissionToWork"),
        _texts(element, "OtherCharacteristics", "OtherCharacteristics"),
        tuple(_entries(element, "OtherCharacteristicPlus")),
        tuple(_labour(path, item) for item in _all(element, "ParticularWorkFunction")),
    )


def _labour(path: str, element: Element) -> LabourFunction:
    code = latin(_needed(path, element, "CodeTF"))
    return LabourFunction(
        code,
        _needed(path, element, "NameTF"),
        _level(path, code, _text(element, "SubQualification") or code.rsplit(".", 1)[-1]),
        _texts(element, "LaborActions", "LaborAction"),
        _texts(element, "RequiredSkills", "RequiredSkill"),
        _texts(element, "NecessaryKnowledges", "NecessaryKnowledge"),
        _texts(element, "OtherCharacteristics", "OtherCharacteristic"),
    )


def _entries(element: Element, under: str) -> Iterator[Entry]:
    holder = element.find(_path(under))
    if holder is None:
        return
    for classifier, tag in _CLASSIFIERS.items():
        for unit in _all(holder, f"Unit{tag}"):
            code, name = _text(unit, f"Code{tag}").rstrip("."), _text(unit, f"Name{tag}")
            if name not in _NOTHING:
                yield Entry(classifier, "" if code in _NOTHING else code, name)


def _texts(element: Element, holder: str, item: str) -> tuple[str, ...]:
    """The texts of `holder`'s children `item`; a lone dash says that there is nothing."""
    found = (_plain(child) for child in element.iterfind(_path(f"{holder}/{item}")))
    return tuple(text for text in found if text not in _NOTHING)


def _all(element: Element, tag: str) -> Iterator[Element]:
    return element.iter(f"{{*}}{tag}")


def _text(element: Element, path: str) -> str:
    found = element.find(_path(path))
    return "" if found is None else _plain(found)


def _plain(element: Element) -> str:
    return _BLANK.sub(" ", "".join(element.itertext())).strip()


def _needed(path: str, element: Element, tag: str) -> str:
    text = _text(element, tag)
    if not text:
        _refuse(path, f"нет обязательного <{tag}>", f"<{tag}> is missing")
    return text


def _level(path: str, code: str, text: str) -> int:
    level = text.strip()
    if not re.fullmatch(r"[1-9](?:\.\d)?", level):
        _refuse(
            path, f"{code}: уровень квалификации «{text}», нужен от 1 до 9", f"{code}: level “{text}”, 1 to 9 expected"
        )
    return int(level[0])


def _date(path: str, text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%d.%m.%Y").replace(tzinfo=dt.UTC).date()
    except ValueError:
        _refuse(path, f"дата приказа «{text}», нужна ДД.ММ.ГГГГ", f"date of the order “{text}”, DD.MM.YYYY expected")


def _path(path: str) -> str:
    """A path whose tags may stand in any namespace."""
    return "/".join(f"{{*}}{tag}" for tag in path.split("/"))


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _refuse(path: str, ru: str, en: str) -> NoReturn:
    raise UsageError(f"{path}: {ru}", f"{path}: {en}")
