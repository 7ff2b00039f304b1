"""Three small rules about things that no job description has, and folders to put them in."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

FIND = """\
code: ZZZ001
name: purple-teapot
severity: warning
since: "0.1"
title: {ru: Лиловый чайник, en: Purple teapot}
why:
  ru: Лиловые чайники свистят не вовремя.
  en: Purple teapots whistle out of turn.
basis:
  - {act: tea-code, at: ст. 4}
  - kind: method
    text: {ru: Опыт буфета, en: Experience of the canteen}
in: [duties, general]
find:
  - "лиловый ?(большой) чайник <gen:owner>"
  - "чайник <gen:owner> (кипит | свистит громко)"
unless:
  - "на (картинке | =рисунке)"
message:
  ru: "«{match}» свистит у {owner}"
  en: "“{match}” whistles at {owner}"
fix: {safety: manual, note: {ru: Замените чайник, en: Replace the teapot}}
examples:
  - fires: "Моет [[лиловый чайник повара]]."
  - fires: "Несёт [[лиловый большой чайник гостя]] в ((буфет))."
    in: duties
  - fires: "[[Чайник буфетчика кипит]]."
    values: {owner: буфетчик}
  - silent: "Моет зелёный чайник повара."
    why: цвет другой
  - silent: "Видит лиловый чайник на картинке повара."
    why: картинка не свистит
  - silent: "Лиловый кофейник повара."
    why: не чайник
"""

REQUIRE = """\
code: ZZZ002
name: missing-samovar
severity: info
since: "0.2"
preview: true
title: {ru: Нет самовара, en: No samovar}
why: {ru: Без самовара скучно, en: Dull without one}
basis: [{act: tea-code}]
require: {phrase: ["самовар"]}
unless: ["термос"]
message: {ru: "нет: {missing}", en: "missing: {missing}"}
examples:
  - fires: |
      # Инструкция буфетчика

      Стоит у окна.
    whole: true
  - fires: "Носит воду."
  - fires: "Моет окно."
  - silent: "Чистит самовар."
    why: самовар есть
  - silent: "Чистит самовары."
    why: их даже несколько
  - silent: "Носит термос."
    why: термос заменяет самовар
"""

MEASURE = """\
code: ZZZ003
name: two-buffets
severity: error
since: "0.1"
title: {ru: Два буфета, en: Two canteens}
why: {ru: Буфет бывает один, en: There is one canteen}
basis:
  - {kind: method, text: {ru: Так заведено, en: It is so}}
measure: {of: fact, name: canteen, where: {line: direct}, per: clause, max: 1, values: canteens}
message: {ru: "буфеты: {canteens}", en: "canteens: {canteens}"}
examples:
  - fires: "Служит в [[первом и втором буфетах]]."
"""

ACTS = """\
- id: tea-code
  kind: кодекс
  title: {ru: Чайный кодекс, en: Tea Code}
  status: in_force
- id: tea-letter
  kind: письмо
  title: {ru: Письмо о чае, en: Letter on tea}
  status: in_force
- id: old-tea-code
  kind: кодекс
  title: {ru: Старый чайный кодекс, en: Old Tea Code}
  status: repealed
  since: "2001-02-03"
  replaced_by: tea-code
"""

FILES = {
    "_edition.yaml": 'edition: "1999.12"\n',
    "_register/acts.yaml": ACTS,
    "_register/cups.yaml": "cups: [чашка, блюдце]\n",
    "_vocabulary/drinks.yaml": "чай: [чёрный, зелёный]\n",
    "_vocabulary/README.md": "не данные",
    ".hidden.yaml": "не правило",
    "tea/purple-teapot.yaml": FIND,
    "tea/missing-samovar.yaml": REQUIRE,
    "two-buffets.yaml": MEASURE,
}

Put = Callable[[str, Mapping[str, str]], Path]


@pytest.fixture
def find() -> str:
    """A rule of kind find."""
    return FIND


@pytest.fixture
def require() -> str:
    """A rule of kind require."""
    return REQUIRE


@pytest.fixture
def measure() -> str:
    """A rule of kind measure."""
    return MEASURE


@pytest.fixture
def files() -> dict[str, str]:
    """A folder of rules: file name → text."""
    return dict(FILES)


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write files into a new folder of that name."""

    def write(name: str, files: Mapping[str, str]) -> Path:
        for file, text in files.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / name

    return write
