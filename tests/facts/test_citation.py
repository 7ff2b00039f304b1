"""Citations of law are read in every form that people write them in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jdlint.budget import within
from jdlint.facts.citation import citations
from jdlint.model.document import Document
from jdlint.model.limits import Limits
from jdlint.model.outline import Outline
from jdlint.model.reading import Fact
from jdlint.model.span import Span

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "dev"
ACTS: dict[str, Any] = {
    entry["id"]: entry
    for entry in YAML(typ="safe").load((ROOT / "rules" / "_register" / "acts.yaml").read_text(encoding="utf-8"))
}


def cite(text: str) -> tuple[Fact, ...]:
    """The citations of a text, one paragraph a line."""
    document = Document("instruction.md", "md", text, text)
    return citations(Outline(document, Span(0, len(text)), None, "", None, (), (), ()), ACTS)


def articles(text: str) -> list[tuple[str, ...]]:
    """Act, article, part and point of each citation; what is not said is left out."""
    told = [(f.value, *(f.marks.get(key, "") for key in ("article", "part", "point"))) for f in cite(text)]
    return [tuple(filter(None, one)) for one in told]


def known(text: str) -> list[str]:
    """The ids of the acts cited."""
    return [fact.value for fact in cite(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("tk-rf", "192")], "ответственность по ст. 192 ТК РФ"),
        ([("tk-rf", "192")], "ответственность по ст.192 Трудового Кодекса России"),
        ([("tk-rf", "57", "2")], "условия ч. 2 ст. 57 ТК РФ"),
        ([("tk-rf", "81", "1", "7")], "увольнение по п. 7 ч. 1 ст. 81 Трудового кодекса РФ"),
        ([("tk-rf", "81", "1", "7")], "увольнение по пункту 7 части первой статьи 81 ТК"),
        ([("tk-rf", "81", "1", "5,6")], "увольнение по ст. 81 ч. 1 п. 5, 6 ТК РФ"),
        ([("tk-rf", "81", "6")], "увольнение по подп. «а» п. 6 ст. 81 ТК РФ"),
        ([("tk-rf", "15"), ("tk-rf", "16")], "на основании ст.ст. 15, 16 ТК РФ"),
        ([("tk-rf", "57", "2"), ("tk-rf", "60", "1"), ("tk-rf", "72")], "ч. 2 ст. 57, ч. 1 ст. 60, ст. 72 ТК РФ"),
        ([("tk-rf", "341.1-4"), ("tk-rf", "348.11-1")], "по ст. 341.1-4, 348.11-1 ТК РФ"),
        ([("tk-rf", "195.1"), ("tk-rf", "195.3")], "по ст. 195.1–195.3 ТК РФ"),
        ([("tk-rf", "241"), ("tk-rf", "242"), ("tk-rf", "243")], "по статьям 241-243 Трудового кодекса"),
        ([("tk-rf", "192")], "по ст. 192 и 5 дней отпуска по ТК РФ"),
        ([("gk-rf-1", "15"), ("tk-rf", "238")], "по ст. 15 ГК РФ и ст. 238 ТК РФ"),
        ([("tk-rf", "15"), ("tk-rf", "16"), ("gk-rf-2", "1064")], "ст. 15, 16 ТК РФ и ст. 1064 Гражданского кодекса"),
        ([("tk-rf", "192"), ("tk-rf", "193"), ("gk-rf-1", "15")], "Трудовой кодекс РФ (ст. 192, 193), ГК РФ (ст. 15)"),
        ([("tk-rf", "21")], "ТК РФ, ст. 21"),
        ([("koap-rf", "5.27"), ("koap-rf", "5.27.1")], "по ст. 5.27, 5.27.1 КоАП РФ"),
        ([("uk-rf", "143")], "по ст. 143 Уголовного кодекса Российской Федерации"),
        ([("nk-rf-2", "226")], "по ст. 226 НК РФ"),
        ([("323-fz", "13")], "тайна по ст. 13 Федерального закона от 21.11.2011 № 323-ФЗ"),
        ([("37",)], "право по ст. 37 Конституции РФ"),
        ([("tk-rf",)], "ст. 5 Устава, ст. 30 Положения о персонале и нормы ТК РФ"),
        ([], "статья расходов 5 и пункт 3.2 договора"),
    ],
)
def test_articles_and_whose_they_are(expected: list[tuple[str, ...]], text: str) -> None:
    """Articles with their parts and points belong to the nearest following act, or to the one they stand behind."""
    assert expected == articles(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["tk-rf"], "Трудового кодекса Российской Федерации от 30.12.2001 г. № 197 ФЗ (ТК РФ)"),
        (["tk-rf", "tk-rf", "tk-rf", "tk-rf"], "№ 197 ФЗ; N197-фз; 197-Ф3; № 197 – ФЗ"),
        (["123-fz", "44-fz", "44-fz"], "ФЗ № 123; ФЗ-44; ФЗ 44"),
        (["152-fz"], "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»"),
        (["152-fz"], "Федеральный закон «О персональных данных» от 27 июля 2006 года N 152-ФЗ"),
        (["152-fz"], "Федерального закона № 152-ФЗ от 27.07.2006"),
        (["69-fz"], "Федеральный закон от 21.12.1994 г. № 69"),
        (["152-fz"], "Федеральный закон «О персональных данных»"),
        (["zakon-2300-1"], "Закон РФ от 7.02.92 № 2300-I «О защите прав потребителей»"),
        (["mintrud-675n"], "приказ Министерства труда и социальной защиты РФ от 29 сентября 2020г. №675н"),
        (["mintrud-675n"], "приказом Минтруда России от 29.09.2020 г. № 675 н"),
        (["mintrud-903n", "mintrud-782n"], "приказами Минтруда России от 15.12.2020 № 903н, от 16.11.2020 № 782н"),
        (["pp-390", ""], "ПП РФ от 25.04.2012 № 390; приказ Минтранса России от 28.09.2022 № 390"),
        (["mchs-806"], "приказ МЧС РФ от 18 ноября 2021 г. № 806"),
        (["mzsr-302n"], "приказ Минздрава РФ от 12.04.2011 № 302н"),
        (["181-fz-1999", "181-fz-1995", ""], "181-ФЗ от 17.07.1999; 181-ФЗ от 24.11.1995; 181-ФЗ"),
        (["181-fz-1995"], "Федеральный закон № 181-ФЗ «О социальной защите инвалидов в Российской Федерации»"),
        (["63-fz", "uk-rf"], "63-ФЗ от 06.04.2011; 63-ФЗ от 13.06.1996"),
        (["gost-r-7-0-97-2016", "ok-016-94"], "ГОСТ Р 7.0.97-2016. ОК 016-94."),
        (["sanpin-2-2-2-2-4-1340-03", "sp-2-2-3670-20"], "СанПиН 2.2.2/2.4.1340-03; СП 2.2.3670-20"),
        (["minfin-26n", "ppb-01-03", "potrm-016-2001"], "ПБУ 6/01; ППБ 01-03; ПОТ Р М-016-2001"),
        (["pb-10-382-00", "potrm-020-2001"], "Правила кранов ПБ 10-382-00; правила сварки ПОТ РМ-020-2001"),
        (["mintrud-1-29"], "утв. постановлением Минтруда и Минобразования от 13.01.2003 № 1/29"),
        (["mintrud-1-29"], "по постановлению Минтруда России и Минобразования России 1/29"),
        ([], "Работает по графику 24/7, составленному постановлением цеха."),
        (["kzot-rsfsr", "kzot-rsfsr"], "КЗоТ РФ; Кодекса законов о труде"),
        (["koap-rf"], "Кодекс Российской Федерации об административных правонарушениях"),
        (["mintrud-684n"], "профстандарт «Системный администратор» 05.10.2015 № 684н"),
        (["mintrud-103n"], "профстандарт «Бухгалтер» (103н)"),
        (["cb-3210-u"], "указание Банка России от 11.03.2014 № 3210-У"),
    ],
)
def test_acts_however_written(expected: list[str], text: str) -> None:
    """An act is known by number and date, by a number of its own, by title or by name."""
    assert expected == known(text)


@pytest.mark.parametrize(
    "text",
    [
        "Торговый центр ТК «Лента» рядом с УК «Жилсервис»",
        "Сотрудник ТК принимает товар, ЖК «Заря» передаёт ключи",
        "Соблюдает кодекс деловой этики и кодекс корпоративного поведения",
        "В порядке, установленном законом и трудовым законодательством",
        "Основы законодательства об охране труда",
        "Издаёт приказы, готовит письма и положения об отделах",
        "Приём по записи 27.07.2006, кабинет № 152",
        "Стандарт обслуживания и стаж 3 года",
        "УТВЕРЖДАЮ\n00.00.0000 № 000",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Trade centres, codes of ethics, laws in general and numbers alone are no citations."""
    assert () == cite(text)


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ({"date": "2001-12-30", "number": "197-ФЗ", "known": "name"},
         "Трудовой кодекс РФ от 30.12.2001 № 197-ФЗ (ред. от 07.04.2025)"),
        ({"date": "2013-04-12", "number": "148н", "known": "number+date", "issuer": "Минтруд России"},
         "приказ Минтруда России от 12.04.2013 № 148н (зарегистрирован в Минюсте России 27.05.2013 № 28534)"),
        ({"known": "name"}, "ТК РФ в редакции Федерального закона от 30.06.2006 № 90-ФЗ"),
        ({"known": "name"}, "Трудовой кодекс РФ (с изменениями на 01.09.2025)"),
        ({"number": "152-ФЗ", "title": "О персональных данных", "known": "title"},
         "Федеральный закон № 152-ФЗ «О персональных данных»"),
        ({"number": "123-ФЗ", "known": "number"}, "ФЗ № 123"),
        ({"number": "15-к", "date": "2026-02-01", "local": "yes"}, "приказ от 01.02.2026 № 15-к"),
        ({"number": "390", "date": "2012-04-25", "local": "yes"}, "приказом ООО «Вектор» от 25.04.2012 № 390"),
        ({"number": "12", "date": "2026-03-02", "local": "yes"},
         "распоряжением генерального директора от 02.03.2026 № 12"),
        ({"known": "name", "country": "KZ", "date": "2015-11-23", "number": "414-V"},
         "Трудовой кодекс Республики Казахстан от 23.11.2015 № 414-V"),
        ({"known": "name", "country": "RB", "article": "53"}, "ст. 53 ТК РБ"),
        ({"title": "Об охране труда", "country": "UA"}, "Закон Украины «Об охране труда»"),
        ({"number": "328н", "issuer": "Минтруд России", "known": "number", "stated_repealed": "yes"},
         "взамен утратившего силу приказа Минтруда № 328н"),
        ({"article": "85", "known": "name", "stated_repealed": "yes"}, "статья 85 ТК РФ (утратила силу)"),
    ],
)  # fmt: skip
def test_marks(marks: dict[str, str], text: str) -> None:
    """Marks say what was written, of the act itself: editions and registrations are not its requisites."""
    facts = cite(text)

    assert 1 == len(facts)
    assert marks == {key: mark for key, mark in facts[0].marks.items() if key != "act"}


def test_a_misdated_act_is_known_by_the_rest() -> None:
    """One number in one year, the same day of another year, or the title tell the act in spite of its date."""
    assert ["mintrud-148n"] == known("приказ Минтруда РФ от 12.04.2021 № 148н")
    assert ["pp-1479"] == known("постановление Правительства РФ от 16.09.2021 № 1479")
    assert ["152-fz"] == known("Федеральный закон от 01.02.2019 № 152-ФЗ «О персональных данных»")
    assert [""] == known("Федеральный закон от 13.07.2015 № 152-ФЗ")
    assert [""] == known("приказ Минпросвещения России от 05.05.2024 № 148н")


def test_a_short_name_stands_for_its_act_from_then_on() -> None:
    """«(далее – Кодекс)» and «(далее – Закон)» give later mentions their act; before, the word is no citation."""
    text = (
        "Кодекс соблюдается.\nТрудовой кодекс РФ (далее – Кодекс), "
        "Федеральный закон от 21.11.2011 № 323-ФЗ (далее – Закон).\n"
        "Согласно ст. 21 Кодекса работник обязан.\nТайну хранит по ст. 13 Закона."
    )

    assert [("tk-rf",), ("323-fz",), ("tk-rf", "21"), ("323-fz", "13")] == articles(text)


def test_spans_are_the_words_of_the_citation() -> None:
    """A lone article takes in its act; in a list each article has its own place, a range the whole of it."""
    text = "Отвечает по ч. 2 ст. 57 ТК РФ, затем по статьям 238, 241–243 Трудового кодекса РФ (ред. от 01.09.2025)."

    assert ["ч. 2 ст. 57 ТК РФ", "статьям 238", "241", "241–243", "243"] == [f.span.of(text) for f in cite(text)]
    assert ["", "", "yes", "yes", "yes"] == [f.marks.get("follows", "") for f in cite(text)]
    assert ["242"] == [f.marks["article"] for f in cite(text) if "within" in f.marks]


def test_only_the_part_of_the_outline_is_read() -> None:
    """Of a file with several documents each is read alone."""
    text = "ст. 21 ТК РФ\nст. 22 ТК РФ"
    document = Document("two.md", "md", text, text)
    second = Outline(document, Span(text.index("\n") + 1, len(text)), None, "", None, (), (), ())

    assert ["22"] == [fact.marks["article"] for fact in citations(second, ACTS)]


@pytest.mark.parametrize(
    "piece",
    [
        "ст. 192, ",
        "ст. ",
        "«",
        "Федеральный закон «",
        "№ 1",
        "приказ ",
        "1.1.",
        "(далее ",
        "утв. ",
        "Министерства труда и ",
        "в ред. ",
    ],
)
def test_a_long_broken_citation_is_read(piece: str) -> None:
    """Half a million characters of one broken citation leave most of the time that a document is given unused."""
    with within(Limits(seconds=Limits().seconds // 4)):
        cite(piece * (500_000 // len(piece)))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real documents is not here")
def test_real_documents_name_the_labour_code_where_people_say_so() -> None:
    """Of the labelled Markdown documents exactly those without LAW001 cite the Labour Code."""
    labels = {
        path: YAML(typ="safe").load(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("gold/*.md.yaml"))
    }
    missing = {
        path.name[:-5] for path, label in labels.items() if any(f["code"] == "LAW001" for f in label["findings"])
    }
    silent = {
        path.name[:-5] for path in labels if "tk-rf" not in known((CORPUS / path.name[:-5]).read_text(encoding="utf-8"))
    }

    assert missing == silent
