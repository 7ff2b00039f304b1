"""Work during which no garbage is searched for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from jdlint.garbage import unsearched


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The search is left as it was found."""
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


def test_the_search_goes_on_after_the_work() -> None:
    """Garbage is not searched for during the work, and is again behind it."""
    gc.enable()
    with unsearched():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_work_that_fails() -> None:
    """Nor does a failure leave the search switched off."""
    gc.enable()
    with pytest.raises(KeyError), unsearched():
        raise KeyError
    assert gc.isenabled()


def test_a_search_switched_off_before_stays_off() -> None:
    """Who has switched the search off is not overruled, one piece of work within another neither."""
    gc.disable()
    with unsearched(), unsearched():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_what_is_settled_counts_as_old() -> None:
    """What was made during settled work is of the oldest generation, which is searched least."""
    gc.enable()
    with unsearched(settled=True):
        made = [[number] for number in range(5_000)]
    old = {id(each) for each in gc.get_objects(generation=2)}

    assert all(id(each) in old for each in made)
    assert len(gc.get_objects(generation=0)) < len(made)
