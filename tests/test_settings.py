"""Settings are found, read and put together; all that is wrong with them is told at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jdlint.discover import find_settings
from jdlint.errors import RulebookError, UsageError
from jdlint.model.finding import Severity
from jdlint.settings import Settings, load_settings, split_codes
from jdlint.settings.form import LATER
from jdlint.settings.template import TEMPLATES, filled

Put = Callable[[Mapping[str, str | bytes]], None]
NAME = ".jdlint.yaml"


def test_found_upwards(put: Put, desk: Path) -> None:
    """The nearest file upwards wins, from a folder or from a file in it."""
    put({NAME: "", "а/б/в.md": "", "г/" + NAME: "", "г/д/е.md": ""})

    assert desk / NAME == find_settings(Path("а/б"))
    assert desk / NAME == find_settings(Path("а/б/в.md"))
    assert desk / "г" / NAME == find_settings(Path("г/д/е.md"))
    assert desk / NAME == find_settings(Path())


def test_search_stops_at_the_repository(put: Put, desk: Path) -> None:
    """A file above the repository's root is not ours."""
    put({NAME: "", "а/.git/HEAD": "", "а/б/в.md": "", "г/.git": "gitdir: elsewhere", "г/д.md": ""})

    assert find_settings(Path("а/б")) is None
    assert find_settings(Path("г/д.md")) is None
    (desk / "а" / NAME).touch()
    assert desk / "а" / NAME == find_settings(Path("а/б"))


def test_no_file_no_settings() -> None:
    """Without a file everything is as it is by default."""
    assert Settings() == load_settings(None)
    assert ("ru", "warning", 0, None) == (Settings().lang, Settings().fail_on, Settings().jobs, Settings().as_of)


def test_every_key(put: Put, desk: Path) -> None:
    """Each key is read into its place; folders count from the file."""
    put(
        {
            NAME: """\
select: [SUP, error]
ignore: FMT001
per-file-ignores:
  "старое/**": [LAW004, BLK]
severity: {SUP001: warning, DUT: info}
rules: [./hr-rules/, ../общие]
profile: strict
sections: [duties, rights]
exclude: ["черновики/**"]
lang: en
fail-on: error
as-of: "2024-02-29"
jobs: 3
"""
        }
    )
    read = load_settings(desk / NAME)

    assert ("SUP", "error") == read.select
    assert ("FMT001",) == read.ignore
    assert {"старое/**": ("LAW004", "BLK")} == dict(read.per_file_ignores)
    assert {"SUP001": Severity.WARNING, "DUT": Severity.INFO} == dict(read.severity)
    assert (desk / "hr-rules", desk / "../общие") == read.rules
    assert ("strict", ("duties", "rights")) == (read.profile, read.sections)
    assert (("черновики/**",), "en", "error", dt.date(2024, 2, 29), 3) == (
        read.exclude,
        read.lang,
        read.fail_on,
        read.as_of,
        read.jobs,
    )
    assert (desk / NAME,) == read.files


@pytest.mark.parametrize("text", ["", "# пусто\n", "---\n", "lang: ru\n", "\ufefflang: ru\n"])
def test_empty_settings(put: Put, desk: Path, text: str) -> None:
    """An empty file, or one of comments, changes nothing."""
    put({NAME: text})

    assert Settings(files=(desk / NAME,)) == load_settings(desk / NAME)


def test_extends(put: Put, desk: Path) -> None:
    """A file adds to the one that it extends: lists grow, single values are replaced, `select` too."""
    put(
        {
            "общие.yaml": "select: [SUP]\nignore: [A]\nlang: en\nfail-on: error\n"
            "severity: {SUP001: info, SUP002: info}\n",
            "а/" + NAME: "extends: ../общие.yaml\nignore: [B]\nfail-on: never\nseverity: {SUP001: error}\n",
            "б/" + NAME: "extends: ../а/" + NAME + "\nselect: [BLK]\nrules: [свои]\n",
            "б/свои/a.yaml": "",
        }
    )
    read = load_settings(desk / "б" / NAME)

    assert (("BLK",), ("A", "B")) == (read.select, read.ignore)
    assert ("en", "never") == (read.lang, read.fail_on)
    assert {"SUP001": Severity.ERROR, "SUP002": Severity.INFO} == dict(read.severity)
    assert (desk / "б" / "свои",) == read.rules


@pytest.mark.parametrize("profile", ["commercial", "budget", "strict"])
def test_extends_a_profile(put: Put, desk: Path, profile: str) -> None:
    """`extends` may name a profile instead of a file."""
    put({NAME: f"extends: {profile}\nlang: en\n"})

    assert (profile, "en") == ((read := load_settings(desk / NAME)).profile, read.lang)


def test_extends_itself(put: Put, desk: Path) -> None:
    """Files that extend each other in a circle are told, not followed for ever."""
    put({NAME: "extends: б.yaml\n", "б.yaml": f"extends: {NAME}\n"})

    with pytest.raises(UsageError, match="сами себя"):
        load_settings(desk / NAME)


def test_extends_nothing(put: Put, desk: Path) -> None:
    """A file that is not there is named with the reason."""
    put({NAME: "extends: нет.yaml\n"})

    with pytest.raises(UsageError) as told:
        load_settings(desk / NAME)
    assert "нет.yaml" in told.value.ru
    assert "нет.yaml" in told.value.en


WRONG: dict[str, tuple[str, int, str]] = {
    "неизвестный ключ": ("lang: ru\nselct: [A]\n", 2, "select"),
    "далёкий ключ": ("пирог: да\n", 1, "пирог"),
    "не уровень": ("severity: {SUP001: warn}\n", 1, "warning"),
    "не язык": ("lang: de\n", 1, "de"),
    "не дата": ('as-of: "29.02.2024"\n', 1, "29.02.2024"),
    "нет такого дня": ('lang: ru\nas-of: "2023-02-29"\n', 2, "2023-02-29"),
    "не число": ("jobs: много\n", 1, "много"),
    "меньше нуля": ("jobs: -1\n", 1, "-1"),
    "не список": ("select: {a: b}\n", 1, "список"),
    "не роль": ("sections: [dutties]\n", 1, "duties"),
    "не набор": ("profile: strickt\n", 1, "strict"),
    "дважды": ("lang: ru\nlang: en\n", 2, "lang"),
    "не таблица": ("- a\n", 1, ""),
    "не YAML": ("lang: [ru\n", 1, ""),
}


@pytest.mark.parametrize(("text", "line", "word"), WRONG.values(), ids=WRONG)
def test_a_mistake_has_its_line(put: Put, desk: Path, text: str, line: int, word: str) -> None:
    """Each mistake is told with file and line, in both languages, with the nearest known word where there is one."""
    put({NAME: text})
    with pytest.raises(RulebookError) as told:
        load_settings(desk / NAME)

    assert 1 == len(told.value.mistakes)
    (mistake,) = told.value.mistakes
    assert mistake.path.endswith(NAME)
    assert line <= mistake.line <= line + 1
    assert word in mistake.ru + mistake.en
    assert mistake.ru != mistake.en


def test_all_mistakes_at_once(put: Put, desk: Path) -> None:
    """One run tells all that is wrong, in the order of the lines."""
    put({NAME: 'selct: [A]\nlang: de\nas-of: "вчера"\njobs: много\n'})
    with pytest.raises(RulebookError) as told:
        load_settings(desk / NAME)

    assert [1, 2, 3, 4] == [mistake.line for mistake in told.value.mistakes]
    assert 4 == len(told.value.say("en").splitlines())


def test_text_of_another_encoding(put: Put, desk: Path) -> None:
    """Settings that are no UTF-8 are told as such."""
    put({NAME: "exclude: [старое]\n".encode("cp1251")})

    with pytest.raises((UsageError, RulebookError), match="UTF-8"):
        load_settings(desk / NAME)


def test_a_folder_that_no_system_can_have(put: Put, desk: Path) -> None:
    """A name too long for any system, or with what none allows, is a mistake with its line."""
    put({NAME: f"rules: {'Ко' * 3000}\n"})

    with pytest.raises(RulebookError, match="ни папки"):
        load_settings(desk / NAME)


@pytest.mark.parametrize("key", LATER)
def test_keys_without_effect_are_told(put: Put, desk: Path, key: str) -> None:
    """A key that the design names and this version does not act on is no mistake, and is told."""
    put({NAME: f"{key}: []\n"})
    (notice,) = load_settings(desk / NAME).notices

    assert all(f"{key}" in words for words in notice)


@pytest.mark.parametrize("lang", TEMPLATES)
def test_the_template_works_uncommented(put: Put, desk: Path, lang: str) -> None:
    """Every line that `init` offers is valid settings once its mark is taken away."""
    lines = [line[2:] for line in TEMPLATES[lang].splitlines() if line.startswith("# ")]
    keys = [line for line in lines if re.match(r"[a-z-]+:| +\S", line)]
    values: Any = YAML(typ="safe").load("\n".join(keys))
    put({NAME: "\n".join(keys) + "\n"})
    read = load_settings(desk / NAME)

    assert {"select", "severity", "rules", "exclude", "lang", "fail-on", "as-of"} <= set(values)
    assert () == read.notices


@pytest.mark.parametrize("lang", TEMPLATES)
def test_the_template_filled_in(put: Put, desk: Path, lang: str) -> None:
    """Values stand in the place of the offered ones, whatever is written in them; all else stays a comment."""
    put({NAME: filled({"profile": "strict", "documents": ['отдел "А": \\1 #/**'], "staff": "штат: 1.csv"}, lang)})
    read = load_settings(desk / NAME)

    assert ("strict", ('отдел "А": \\1 #/**',)) == (read.profile, read.documents)
    assert desk / "штат: 1.csv" == read.staff
    assert TEMPLATES[lang] == filled({}, lang)
    with pytest.raises(ValueError, match="severity"):
        filled({"severity": {}}, lang)


@pytest.mark.parametrize(
    ("expected", "values"),
    [((), []), (("SUP",), ["SUP"]), (("A", "B", "C"), ["A,B", " C "]), (("A",), [",A,,"])],
)
def test_split_codes(expected: tuple[str, ...], values: list[str]) -> None:
    """Repeated and comma-separated options are one list."""
    assert expected == split_codes(values)


def test_positions_and_the_staff_list(tmp_path: Path) -> None:
    """Other names of positions are lists or single names; the staff list is looked for beside the settings."""
    (tmp_path / NAME).write_text("positions: {токарь: [станочник], слесарь: ремонтник}\nstaff: штат.csv\n", "utf-8")
    settings = load_settings(tmp_path / NAME)

    assert {"токарь": ("станочник",), "слесарь": ("ремонтник",)} == settings.positions
    assert tmp_path / "штат.csv" == settings.staff
