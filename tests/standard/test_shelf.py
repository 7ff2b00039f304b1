"""The folder of standards, and `jdlint standard`: what is put there comes back; a damaged file is told in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.errors import UsageError
from jdlint.standard.official import read_standards
from jdlint.standard.shelf import by_code, put, standards_in

XML = Path(__file__).parents[1] / "data/standards/mayak.xml"


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    """A standard survives the folder whole, and putting it twice leaves one."""
    (lighthouse,) = read_standards("маяк.xml", XML.read_bytes())
    assert tmp_path / "new" / "98.001.json" == put(tmp_path / "new", lighthouse)
    put(tmp_path / "new", lighthouse)

    assert (lighthouse,) == standards_in(tmp_path / "new")
    assert lighthouse == by_code(standards_in(tmp_path / "new"), "98.001")
    assert by_code((lighthouse,), "98.002") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"layout": 1}', '{"layout": 99}', "\x00"])
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    """A file that is not a standard of ours names itself and the remedy."""
    (tmp_path / "98.001.json").write_text(text, "utf-8")
    with pytest.raises(UsageError) as refused:
        standards_in(tmp_path)

    assert "98.001.json: не прочитать стандарт; импортируйте его заново" in refused.value.ru


def test_import_list_show(run: Callable[..., object], desk: Path) -> None:
    """`standard import` fills the folder that settings name; `list` and `show` read it."""
    (desk / ".jdlint.yaml").write_text("standards: ./полка\n", "utf-8")
    brought, listed, shown = (
        run("standard", "import", str(XML)),
        run("standard", "list"),
        run("standard", "show", "98.001"),
    )

    assert (0, 0, 0) == (brought.code, listed.code, shown.code)
    assert "98.001  2025-02-05    901н  Смотритель маяка\n" == listed.out
    assert (desk / "полка" / "98.001.json").is_file()
    for line in ("98.001 Смотритель маяка — утверждён приказом от 05.02.2025 № 901н", "      – Осмотр лампы"):
        assert line in shown.out.splitlines()
    assert "Labour actions:" in run("standard", "show", "98.001", "--lang", "en").out


def test_what_cannot_be_shown_is_a_usage_error(run: Callable[..., object], desk: Path) -> None:
    """No folder, no such file, no such code: one line each, exit 2, with the nearest code."""
    assert (2, "нет папки профессиональных стандартов: professional-standards\n") == (
        (ran := run("standard", "list")).code,
        ran.err,
    )
    assert 2 == (ran := run("standard", "import", "нет.xml")).code
    assert ran.err.startswith("не открыть нет.xml: ")
    run("standard", "import", str(XML))
    assert 2 == (ran := run("standard", "show", "98.01")).code
    assert "98.001" in ran.err
    assert desk.is_dir()
