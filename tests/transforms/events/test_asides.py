"""Words that tell nothing of their sentence."""

from typing import NamedTuple

import pytest

from transforms.events.asides import glued


class Word(NamedTuple):
    """A token that counts how often it is read."""

    word: str
    reads: list[str]

    @property
    def text(self) -> str:
        self.reads.append(self.word)
        return self.word


def words(text: str) -> list[Word]:
    reads: list[str] = []
    return [Word(word, reads) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann LowMayor fires chief MORE and left", [2, 3, 4]),
        ("MORE Ann LowMayor fires chief", []),
        ("Ann Low fires chief MORE", []),
        ("", []),
    ],
)
def test_glued_headlines_end_with_more(text: str, places: list[int]) -> None:
    assert list(glued(words(text))) == places  # type: ignore[arg-type]


def test_a_line_of_thousands_of_words_is_read_twice_at_most() -> None:
    tokens = words("in the LowMayor of " * 500 + "MORE")
    glued(tokens)  # type: ignore[arg-type]
    assert len(tokens[0].reads) <= 2 * len(tokens)
