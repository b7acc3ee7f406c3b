import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.link.words import distinct, hash_ngrams, hash_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Embassy", "the embassy"),
        ("Pakistan’s", "Pakistan's"),
        ("“Stay,” he said…", '"Stay" he said'),
        ("1,200 people", "1200 people"),
        ("Émile ﬁled", "émile filed"),
        ("中国 说", "中国说"),
        ("a\u00a0b – c", "a b - c"),
    ],
)
def test_folding_makes_equal(one: str, other: str) -> None:
    assert hash_words(one).hashes.tolist() == hash_words(other).hashes.tolist()


def test_folding_keeps_apart() -> None:
    words = hash_words("1.5 15 1 5 resume résumé")
    assert len(set(words.hashes.tolist())) == 6


def test_flags() -> None:
    words = hash_words("Kabul fell. The Emirate said 12 guards fled. Émile stayed, said NATO.")
    # kabul fell the emirate said 12 guards fled émile stayed said nato
    assert np.flatnonzero(words.numbers).tolist() == [5]
    assert np.flatnonzero(words.capitals).tolist() == [0, 2, 3, 11]
    assert np.flatnonzero(words.names).tolist() == [3, 11]


def test_stems_drop_a_plural_s() -> None:
    words = hash_words("attack attacks boss bosses gas")
    attack, attacks, boss, _, gas = words.stems.tolist()
    assert attack == attacks == words.hashes[0]
    assert (boss, gas) == (words.hashes[2], words.hashes[4])


def test_values_are_fixed() -> None:
    words = hash_words("Kabul: 1,200 people fled the Émile–中国 front.")
    data = np.concatenate([words.hashes, words.stems, hash_ngrams(words.hashes, 3)]).astype("<u8").tobytes()
    assert hashlib.sha256(data).hexdigest()[:16] == "477b4d427f38ba04"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_has_one_entry_a_word(text: str) -> None:
    words = hash_words(text)
    assert words.hashes.size == words.stems.size == words.numbers.size == words.names.size
    if any(character.isalnum() for character in text):
        assert words.hashes.size > 0
    assert hash_words(text.replace("\n", " ")).hashes.tolist() == words.hashes.tolist()


@given(st.lists(st.integers(0, 50)))
def test_distinct_is_sorted_set(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.uint64)).tolist() == sorted(set(values))


def test_surrogates_are_hashed_too() -> None:
    assert hash_words("a \ud800 b").hashes.size == 2
