"""Records are dataclasses: told apart, shown and kept in sets by their fields, and pickled as they are."""

from __future__ import annotations

import pickle
from dataclasses import field, fields, replace

import pytest

from jdlint.record import record


@record
class Lamp:
    """Two fields that count, and one that is the lamp's own affair."""

    height: int
    colour: str = "белый"
    wick: list[int] = field(default_factory=list, compare=False, repr=False)


@record
class Buoy:
    """The same fields, another thing."""

    height: int
    colour: str = "белый"


@record
class Nothing:
    """No fields."""


@record(order=True)
class Mile:
    """One field, by which miles come one after another."""

    number: int


@record(eq=False)
class Boat:
    """Each is itself alone."""

    name: str


@record
class Named:  # noqa: PLW1641 record makes it
    """Shown and told apart its own way."""

    name: str

    def __repr__(self) -> str:
        return f"«{self.name}»"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.name.lower() == other.name.lower()


def test_fields_tell_records_apart() -> None:
    """Those that are compared, of one and the same class."""
    assert Lamp(3, wick=[1]) == Lamp(3, "белый", [2])
    assert Lamp(3) != Lamp(4)
    assert Lamp(3) != Lamp(3, "красный")
    assert Lamp(3) != Buoy(3)
    assert Lamp(3) != (3, "белый")
    assert Nothing() == Nothing()
    assert Nothing() != Mile(1)
    assert Boat("Чайка") != Boat("Чайка")


def test_equal_records_are_one_in_a_set() -> None:
    """Whatever field does not count."""
    assert 1 == len({Lamp(3, wick=[1]), Lamp(3, wick=[2])})
    assert 2 == len({Lamp(3), Lamp(4)})
    assert 2 == len({Mile(1), Mile(2), Mile(1)})
    assert 2 == len({Boat("Чайка"), Boat("Чайка")})
    assert 1 == len({Nothing(), Nothing()})


def test_a_record_shows_its_fields() -> None:
    """As it would be written."""
    assert "Lamp(height=3, colour='белый')" == repr(Lamp(3, wick=[1]))
    assert "Nothing()" == repr(Nothing())
    assert "Mile(number=7)" == repr(Mile(7))


def test_some_come_in_order() -> None:
    """Where it was asked for."""
    assert [Mile(1), Mile(2), Mile(3)] == sorted([Mile(3), Mile(1), Mile(2)])
    with pytest.raises(TypeError):
        sorted([Lamp(1), Lamp(2)])


def test_what_a_class_says_itself_stays() -> None:
    """Its own comparison and its own words; only the hash is made, as a class with a comparison has none."""
    assert "«Чайка»" == repr(Named("Чайка"))
    assert Named("Чайка") == Named("чайка")
    assert hash(Named("Чайка")) == hash(Named("Чайка"))


def test_it_is_a_dataclass_with_slots() -> None:
    """To be copied with changes and sent to other processes; nothing else can be put on it."""
    lamp = Lamp(3, wick=[1])

    assert ["height", "colour", "wick"] == [f.name for f in fields(lamp)]
    assert Lamp(4, "белый", [1]) == replace(lamp, height=4)
    assert (lamp, [1]) == ((again := pickle.loads(pickle.dumps(lamp))), again.wick)  # noqa: S301 our own
    with pytest.raises(AttributeError):
        lamp.glass = 1
