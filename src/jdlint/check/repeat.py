"""Kind `repeat`: being written by the helper on duplicates."""
from collections.abc import Iterator
from jdlint.model.finding import Hit
from jdlint.model.kind import Repeat
from jdlint.model.reading import Reading
def check_repeat(options: Repeat, reading: Reading) -> Iterator[Hit]:
    return iter(())
