"""Folders of rules."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from jdlint.errors import RulebookError, UsageError
from jdlint.rulebook import load_rulebook, rules_folder

Put = Callable[[str, Mapping[str, str]], Path]


def told(folders: list[Path]) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(folders)
    return [mistake.say("ru") for mistake in caught.value.mistakes]


def test_a_folder_becomes_a_rulebook(put: Put, files: dict[str, str]) -> None:
    """Rules by code, the acts by id, the other data by file name; what is hidden or not YAML is left out."""
    book = load_rulebook([put("ours", files)])

    assert ["ZZZ001", "ZZZ002", "ZZZ003"] == list(book.rules)
    assert ["tea-code", "tea-letter", "old-tea-code"] == list(book.acts)
    assert "repealed" == book.acts["old-tea-code"]["status"]
    assert {"cups": {"cups": ["чашка", "блюдце"]}} == book.register
    assert {"drinks": {"чай": ["чёрный", "зелёный"]}} == book.vocabulary
    assert "1999.12" == book.edition


def test_the_digest_follows_names_and_bytes(put: Put, files: dict[str, str]) -> None:
    """The same files give the same digest anywhere; another byte or another name gives another."""
    same = load_rulebook([put("one", files)]).digest
    moved = {**files, "tea/buffets.yaml": files["two-buffets.yaml"]}
    del moved["two-buffets.yaml"]

    assert same == load_rulebook([put("two", files)]).digest
    assert same != load_rulebook([put("three", moved)]).digest
    assert same != load_rulebook([put("four", {**files, "_register/cups.yaml": "cups: []\n"})]).digest


def test_a_later_folder_overrides(put: Put, files: dict[str, str], find: str) -> None:
    """A user's rule of the same code takes the place of ours; his acts and his words join ours."""
    ours = put("ours", files)
    theirs = put(
        "theirs",
        {
            "a.yaml": find.replace("severity: warning", "severity: info").replace("act: tea-code", "act: house-rules"),
            "b.yaml": find.replace("ZZZ001", "HR001").replace("purple-teapot", "hr-teapot"),
            "_register/acts.yaml": "- {id: house-rules, kind: приказ}\n",
            "_vocabulary/cakes.yaml": "[кекс]\n",
        },
    )
    book = load_rulebook([ours, theirs])

    assert ["HR001", "ZZZ001", "ZZZ002", "ZZZ003"] == list(book.rules)
    assert "info" == book.rules["ZZZ001"].severity
    assert {"tea-code", "house-rules"} <= set(book.acts)
    assert ["cakes", "drinks"] == sorted(book.vocabulary)


def test_codes_and_names_are_taken_once(put: Put, files: dict[str, str], find: str) -> None:
    """A code or a name that another file of the folder has is told, with that file."""
    folder = put("ours", {**files, "zz.yaml": find})

    assert [
        f"{folder.as_posix()}/zz.yaml:1:7: «ZZZ001» уже занято: {folder.as_posix()}/tea/purple-teapot.yaml",
        f"{folder.as_posix()}/zz.yaml:2:7: «purple-teapot» уже занято: {folder.as_posix()}/tea/purple-teapot.yaml",
    ] == told([folder])


def test_a_name_is_taken_across_folders(put: Put, files: dict[str, str], find: str) -> None:
    """Two rules of different code cannot share a name: a suppression by name must mean one rule."""
    theirs = put("theirs", {"a.yaml": find.replace("ZZZ001", "HR001")})

    assert 1 == len(told([put("ours", files), theirs]))


def test_mistakes_of_all_files_are_told_at_once(put: Put, files: dict[str, str]) -> None:
    """A broken file does not hide the mistakes of the next one, nor those of the data."""
    broken = {
        "_edition.yaml": "edition: 1999\n",
        "_register/acts.yaml": "- {id: tea-code}\n- {id: tea-code}\n- {kind: кодекс}\n",
        "_vocabulary/drinks.yaml": "чай: [",
        "tea/missing-samovar.yaml": files["tea/missing-samovar.yaml"].replace("info", "inform"),
        "two-buffets.yaml": "code: [",
    }
    folder = put("ours", {**files, **broken})
    latin = folder / "latin.yaml"
    latin.write_bytes("code: ZZZ009\ntitle: чай".encode("cp1251"))

    assert {
        "_edition.yaml:1:10",
        "_register/acts.yaml:2:8",
        "_register/acts.yaml:3:3",
        "_vocabulary/drinks.yaml:2:1",
        "latin.yaml:2:1",
        "tea/missing-samovar.yaml:3:11",
        "two-buffets.yaml:2:1",
    } == {line.removeprefix(f"{folder.as_posix()}/").split(": ")[0] for line in told([folder])}


def test_a_register_that_is_no_list_is_told(put: Put, files: dict[str, str]) -> None:
    """Acts are a list; anything else is a mistake."""
    assert any(
        "реестр актов — это список" in line for line in told([put("a", {**files, "_register/acts.yaml": "a: 1"})])
    )


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    """Settings that name a folder that is not there stop the run with its name."""
    with pytest.raises(UsageError, match="нет папки с правилами"):
        load_rulebook([tmp_path / "нет"])


def test_an_empty_folder_is_an_empty_rulebook(tmp_path: Path) -> None:
    """Someone who begins from nothing gets no error for it."""
    assert {} == load_rulebook([tmp_path]).rules


def test_our_rules_are_sound() -> None:
    """Every rule that comes with jdlint passes what we ask of ourselves."""
    book = load_rulebook([rules_folder()], strict=True)

    assert book.edition
    assert book.acts
    assert book.rules
