"""One rule file: what it becomes, and every mistake it may hold."""

import re

import pytest

from jdlint.errors import Mistake, RulebookError
from jdlint.model.document import Shape
from jdlint.model.finding import Safety, Severity
from jdlint.model.kind import Cite, Fill, Find, Measure, Options, Refer, Repeat, Require
from jdlint.model.outline import Role
from jdlint.model.rule import Basis
from jdlint.rulebook import parse_rule

ACTS = {
    "tea-code": {"kind": "кодекс", "status": "in_force"},
    "tea-letter": {"kind": "письмо", "status": "in_force"},
    "old-tea-code": {"kind": "кодекс", "status": "repealed", "since": "2001-02-03", "replaced_by": "tea-code"},
}


def mistakes(text: str, *, strict: bool = False) -> list[Mistake]:
    with pytest.raises(RulebookError) as caught:
        parse_rule("tea/rule.yaml", text, ACTS, strict=strict)
    return caught.value.mistakes


def test_a_rule_is_read_whole(find: str) -> None:
    """Every key of the file stands in the rule, checked and compiled."""
    rule = parse_rule("tea/purple-teapot.yaml", find, ACTS, strict=True)

    assert ("ZZZ001", "purple-teapot", Severity.WARNING, "0.1") == (rule.code, rule.name, rule.severity, rule.since)
    assert {"ru": "Лиловый чайник", "en": "Purple teapot"} == rule.title
    assert Basis("law", "tea-code", {"ru": "ст. 4", "en": "art. 4"}) == rule.basis[0]
    assert ("method", "Опыт буфета") == (rule.basis[1].kind, rule.basis[1].text["ru"])
    assert frozenset({Role.DUTIES, Role.GENERAL}) == rule.roles
    assert rule.fix is not None
    assert (Safety.MANUAL, "Замените чайник") == (rule.fix.safety, rule.fix.note["ru"])
    assert isinstance(rule.options, Find)
    assert ["лиловый ?(большой) чайник <gen:owner>", "чайник <gen:owner> (кипит | свистит громко)"] == [
        phrase.source for phrase in rule.options.phrases
    ]
    assert ("find", False, "tea/purple-teapot.yaml") == (rule.kind, rule.preview, rule.path)


def test_examples_are_read_whole(find: str, require: str) -> None:
    """An example keeps its marks, its line, its section, what it captures, and whether it is a whole document."""
    examples = parse_rule("a.yaml", find).examples
    whole = parse_rule("b.yaml", require).examples[0]

    assert (True, "Моет [[лиловый чайник повара]].", 24) == (examples[0].fires, examples[0].text, examples[0].line)
    assert Role.DUTIES == examples[1].role
    assert {"owner": "буфетчик"} == examples[2].values
    assert (False, "цвет другой") == (examples[3].fires, examples[3].why)
    assert (True, "# Инструкция буфетчика\n\nСтоит у окна.") == (whole.whole, whole.text)


@pytest.mark.parametrize(
    ("keys", "kind", "options"),
    [
        ("regex: ['чай{2,3}']\nzones: all\nonce: true", "find", Find(regexes=("чай{2,3}",), zones="all", once=True)),
        ("tokens: [[{LEMMA: чай}, {OP: '*'}]]", "find", Find(tokens=(({"LEMMA": "чай"}, {"OP": "*"}),))),
        ("require: {section: [duties, rights]}", "require", Require("section", ("duties", "rights"))),
        ("require: {content: duties}", "require", Require("content", ("duties",))),
        ("require: {requisite: approval}", "require", Require("requisite", ("approval",))),
        (
            "require: {fact: position, where: {form: person}}",
            "require",
            Require("fact", ("position",), {"form": ("person",)}),
        ),
        ("require: {act: tea-code}", "require", Require("act", ("tea-code",))),
        (
            "measure: {of: clause-number, sequence: [gap, repeat]}",
            "measure",
            Measure("clause-number", sequence=("gap", "repeat")),
        ),
        ("in: [duties]\nmeasure: {of: section, max: 1}", "measure", Measure("section", maximum=1)),
        (
            "measure: {of: fact, name: position, max: 1}",
            "measure",
            Measure("fact", "position", maximum=1),
        ),
        (
            "blank: {shapes: [dots, box], zones: all}",
            "blank",
            Fill(frozenset({Shape.DOTS, Shape.BOX}), zones="all"),
        ),
        ("repeat: {of: duty, degree: near}", "repeat", Repeat("duty", "near")),
        ("cite: {check: status, acts: [tea-code]}", "cite", Cite("status", ("tea-code",))),
        ("refer: {to: [clause, annex]}", "refer", Refer(("clause", "annex"))),
    ],
)
def test_each_kind_has_its_options(measure: str, keys: str, kind: str, options: Options) -> None:
    """The kind is told by its key, and its options are those of the model."""
    rule = parse_rule("a.yaml", replaced(measure, "measure: ", keys).replace("{canteens}", "{match}"), ACTS)

    assert (kind, options) == (rule.kind, rule.options)


def test_the_kind_of_a_basis_comes_from_the_register(find: str) -> None:
    """A code is law, a letter is a clarification, unless the rule says otherwise."""
    letter = find.replace("act: tea-code", "act: tea-letter")

    assert "clarification" == parse_rule("a.yaml", letter, ACTS).basis[0].kind
    assert "standard" == parse_rule("a.yaml", letter.replace("{act", "{kind: standard, act"), ACTS).basis[0].kind


@pytest.mark.parametrize(
    ("at", "missing"),
    [("ст. 1", []), ("ст. 3.1 ч. 2", []), ("ст. 5", []), ("ст. 2", ["2"]), ("ст. 1, ст. 9 ч. 1", ["9"]), ("гл. 9", [])],
)
def test_a_basis_rests_on_an_article_that_stands(find: str, at: str, missing: list[str]) -> None:
    """Articles of an act whose articles the register lists must be among them; other places are not looked up."""
    articles = {"articles-tk": {"act": "tea-code", "articles": {"1": {}, "3.1": {}}, "added_later": {"5": "чай"}}}
    text = re.sub(r"(\{act: tea-code, at: )[^}]*", rf'\1"{at}"', find)
    try:
        parse_rule("a.yaml", text, ACTS, articles)
        told: list[str] = []
    except RulebookError as error:
        told = [m.ru for m in error.mistakes]

    assert text != find
    assert [f"в акте «tea-code» нет статьи {article}" for article in missing] == told


def replaced(text: str, start: str, line: str) -> str:
    """The text with the line that starts so replaced."""
    lines = [line if old.startswith(start) else old for old in text.split("\n")]

    assert line in lines
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("start", "line", "place", "ru"),
    [
        (
            "code:",
            "code: zzz1",
            (1, 7),
            "нужно: код: от двух до пяти заглавных латинских букв и три цифры, а здесь «zzz1»",
        ),
        ("name:", "name: no-teapot", (2, 7), "имя латиницей через дефис"),
        ("name:", "name: PurpleTeapot", (2, 7), "имя латиницей через дефис"),
        ("severity:", "severity: warnin", (3, 11), "важность «warnin»; возможно, вы имели в виду «warning»"),
        (
            "severity:",
            "serverity: warning",
            (3, 1),
            "неизвестный ключ «serverity»; возможно, вы имели в виду «severity»",
        ),
        ("since:", "since: 0.1", (4, 8), "возьмите значение в кавычки"),
        ("title:", "title: {ru: Лиловый чайник}", (5, 8), "нет обязательного ключа «en»"),
        ("title:", "title: {ru: Чайник., en: Teapot}", (5, 19), "в конце не нужна точка"),
        (
            "title:",
            "title: {ru: Лиловый чaйник, en: Teapot}",
            (5, 21),
            "в слове «чaйник» смешаны латинские и русские буквы",
        ),
        (
            "  - {act",
            "  - {act: tea-cod, at: ст. 4}",
            (10, 11),
            "в реестре нет акта «tea-cod»; возможно, вы имели в виду «tea-code»",
        ),
        (
            "  - {act",
            "  - {act: old-tea-code}",
            (10, 11),
            "акт «old-tea-code» утратил силу с 2001-02-03, вместо него tea-code",
        ),
        ("  - {act", "  - {at: ст. 4}", (10, 6), "«at» без «act»"),
        ("  - {act", "  - {kind: method}", (10, 5), "основание — это act и at либо kind и text"),
        ("in:", "in: [duties, dutys]", (13, 14), "роль раздела «dutys»; возможно, вы имели в виду «duties»"),
        ('  - "лиловый', '  - "лиловый (чайник"', (15, 14), "скобка не закрыта"),
        ('  - "лиловый', '  - "лиловый <dativ>"', (15, 14), "неизвестный падеж <dativ>"),
        (
            "fix:",
            "fix: {safety: auto, note: {ru: а, en: b}}",
            (22, 15),
            "неизвестно: значение «auto»; можно: manual, safe, unsafe",
        ),
        ("find:", "findd:", (14, 1), "неизвестный ключ «findd»; возможно, вы имели в виду «find»"),
        ("fix:", "cite: {check: status}", (22, 1), "«find» и «cite» в одном правиле не бывают"),
        ("fix:", "regex: ['(']", (22, 11), "регулярное выражение не читается"),
        ("fix:", "regex: ['ч*']", (22, 9), "совпадает с пустым местом"),
        ("fix:", "tokens: [[{LEMA: чай}]]", (22, 12), "признак токена «LEMA»; возможно, вы имели в виду «LEMMA»"),
        ("fix:", "tokens: [{LEMMA: чай}]", (22, 10), "нужен список токенов"),
        ("fix:", "since: '0.1'", (22, 1), "ключ «since» повторён"),
        ('  - fires: "Моет', '  - fires: "Моет лиловый чайник."', (24, 12), "найденное место не отмечено"),
        ('  - fires: "Моет', '  - fires: "Моет [[лиловый чайник."', (24, 18), "«[[» не закрыто"),
        ('  - silent: "Моет', '  - silent: "Моет [[чайник]]."', (29, 13), "отмечать нечего"),
        (
            '  - silent: "Моет',
            '  - fyres: "Моет."',
            (29, 5),
            "неизвестный ключ «fyres»; возможно, вы имели в виду «fires»",
        ),
        ("    why: не чайник", "    in: duties", (33, 5), "нужен «why»"),
        (
            "    why: не чайник",
            "    why: не чайник\n    values: {owner: повар}",
            (35, 5),
            "«values» бывает только у fires",
        ),
        ("    in: duties", "    in: duties\n    whole: true", (26, 5), "«in» не нужно там, где «whole»"),
        ("title:", "title: чай", (5, 8), "нужно: набор ключей (ru, en), а здесь «чай»"),
        ("find:", "find: []\naround:", (14, 7), "нужно: список не короче 1"),
        ("fix:", "tokens: [[чай]]", (22, 11), "токен описывают ключами"),
        ("    in: duties", "    {in: duties", (27, 10), "ошибка записи YAML"),
    ],
)
def test_each_mistake_is_told_at_its_place(find: str, start: str, line: str, place: tuple[int, int], ru: str) -> None:
    """A mistake has the line and column of the wrong word, and says what to do in both languages."""
    told = mistakes(replaced(find, start, line))

    assert [(*place, True)] == [(m.line, m.column, ru in m.ru) for m in told if ru in m.ru]
    assert all(m.en and m.path == "tea/rule.yaml" for m in told)


@pytest.mark.parametrize(
    ("message", "column", "ru"),
    [
        ("{macth}", 14, "не даёт значения «macth»; возможно, вы имели в виду «match»"),
        ("чай {missing}", 18, "не даёт значения «missing»"),
        ("чай {match", 18, "непарная скобка {"),
    ],
)
def test_a_placeholder_must_be_offered(find: str, message: str, column: int, ru: str) -> None:
    """A message may name only what this kind of rule finds."""
    told = mistakes(find.replace('  ru: "«{match}» свистит у {owner}"', f'  ru: "«чай» {message}"'))

    assert [(20, column, True)] == [(m.line, m.column, ru in m.ru) for m in told]


@pytest.mark.parametrize(
    ("keys", "ru"),
    [
        ("measure: {of: fact, max: 1}", "для «fact» нужен «name»"),
        ("measure: {of: section, max: 1}", "для «section» нужен «in»"),
        ("in: [duties]\nmeasure: {of: section, name: duties, max: 1}", "«name» не бывает при of: section"),
        ("measure: {of: clause-number}", "нужно max, min или sequence"),
        ("measure: {of: fact, name: position, sequence: gap}", "«sequence» не бывает при of: fact"),
        ("measure: {of: clause-number, sequence: [hole]}", "нарушение порядка «hole»"),
        ("require: {section: duties, act: tea-code}", "«section» и «act» вместе не бывают"),
        ("require: {where: {form: person}}", "нужен один из ключей: section, content, requisite"),
        ("require: {requisite: aproval}", "реквизит «aproval»; возможно, вы имели в виду «approval»"),
        ("require: {act: teacode}", "в реестре нет акта «teacode»; возможно, вы имели в виду «tea-code»"),
        ("require: {act: tea-code, where: {form: person}}", "«where» бывает только у fact"),
        ("blank: {shapes: [dot]}", "вид пропуска «dot»; возможно, вы имели в виду «dots»"),
        ("blank: {near: [чай]}", "нет обязательного ключа «shapes»"),
        ("cite: {check: state}", "неизвестно: значение «state»"),
        ("cite: {check: status, acts: [tea]}", "в реестре нет акта «tea»"),
        ("refer: {to: [clauses]}", "цель ссылки «clauses»; возможно, вы имели в виду «clause»"),
        ("repeat: {of: duty, degree: close}", "неизвестно: значение «close»"),
        ("repeat: {of: duty, degree: near}\nonce: true", "«once» бывает только рядом с find, а здесь repeat"),
        ("preview: true", "не сказано, что искать: нужен ключ из числа find, require"),
    ],
)
def test_each_kind_polices_its_options(measure: str, keys: str, ru: str) -> None:
    """A wrong option of a kind is told with what would be right."""
    told = mistakes(replaced(measure, "measure: ", keys).replace("{canteens}", "{match}"))

    assert [True] == [ru in m.ru for m in told], [m.ru for m in told]
    assert told[0].line in {1, 9, 10}


def test_all_mistakes_of_a_file_are_told_at_once(find: str) -> None:
    """Five wrong lines are five mistakes, in the order of the file."""
    text = find.replace("severity: warning", "severity: bad").replace("in: [duties", "in: [dutie")
    text = text.replace("{owner}", "{owners}").replace("why: цвет другой", "wy: цвет другой")

    assert [3, 13, 20, 21, 29, 30] == [m.line for m in mistakes(text)]


def test_our_own_rules_need_three_examples_of_each_sort(measure: str) -> None:
    """A user's rule needs one example that fires; a rule of ours needs three, and three that are silent."""
    parse_rule("a.yaml", measure, ACTS)

    assert ["примеров «fires» 1, а нужно не меньше 3", "примеров «silent» 0, а нужно не меньше 3"] == [
        m.ru for m in mistakes(measure, strict=True)
    ]
    assert any("примеров «fires» 0" in m.ru for m in mistakes(measure.replace("- fires:", "- silent:")))


@pytest.mark.parametrize("text", ["", "# только заметка\n", "чай\n", "- code: ZZZ001\n"])
def test_a_file_that_is_no_rule_is_told(text: str) -> None:
    """An empty file, a word or a list is one mistake, not a crash."""
    assert 1 == len(mistakes(text))
