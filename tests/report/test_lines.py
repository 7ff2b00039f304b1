"""Lines for a terminal end where a reader would end them."""

from jdlint.report.lines import wrapped


def test_numbers_stay_with_what_they_number() -> None:
    """No line ends between a sign and its number, however the width falls; no word is lost or changed."""
    text = "утверждён приказом № 251н, см. ст. 21 ч. 2 и п. 1.3, as art. 21 part 2 and cl. 1.3 of No. 69-FZ say"
    for width in range(12, 60):
        lines = wrapped(text, width, "  ", "    ")
        assert text == " ".join(line.strip() for line in lines)
        assert not [line for line in lines if line.endswith(("№", "ст.", "ч.", "п.", "art.", "part", "cl.", "No."))]
        assert all(len(line) <= width or " " not in line.strip() or width < 20 for line in lines)


def test_one_line_at_least() -> None:
    """Nothing to say is an empty line with its indent."""
    assert ["  "] == wrapped("", 40, "  ")
