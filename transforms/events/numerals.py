"""Numbers of people, in digits and in words."""

from collections.abc import Iterator, Sequence
from typing import Optional

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: i for i, word in enumerate(_UNITS.split())} | {
    word: 10 * i for i, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def number_value(words: Sequence[str]) -> Optional[int]:
    """Read a number in digits or words: ["1,200"], ["twenty-one"], ["two", "hundred"], ["2", "million"].

    >>> number_value(["two", "dozen"])
    24
    """
    total = 0
    for word in _parts(words):
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word in NUMBER_WORDS:
            total += NUMBER_WORDS[word]
        elif word.replace(",", "").isascii() and word.replace(",", "").isdigit() and len(word) < 12:
            total += int(word.replace(",", ""))
        else:
            return None
    return total or None


def _parts(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield from word.split("-") if word.replace("-", "").isalpha() else [word]
