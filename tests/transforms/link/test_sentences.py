from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Sentence
from transforms.link.sentences import repeated_sentences


def _sentences(texts: Sequence[str]) -> list[Sentence]:
    return [
        Sentence(str(i), "a", i, i, "body", 0, len(text), text, date(2022, 12, 4))
        for i, text in enumerate(texts)
    ]


def _links(*texts: str) -> list[tuple[str | None, float | None]]:
    return [(s.duplicate_of, s.similarity) for s in repeated_sentences(_sentences(texts))]


LEAD = "The river rose by two metres overnight and didn’t fall, the mayor of Aldermoor said on Monday."


@pytest.mark.parametrize(
    "later",
    [
        LEAD,
        LEAD.upper(),
        LEAD.replace("’", "'").rstrip("."),
        "“The river rose by two metres overnight and didn't fall”, the mayor of Aldermoor said on Monday",
    ],
)
def test_exact_repetition(later: str) -> None:
    assert _links(LEAD, later) == [(None, None), ("0", 1.0)]


@pytest.mark.parametrize(
    "later",
    [
        "The river rose by two metres overnight and didn't fall, the mayor of Aldermoor told reporters.",
        "The river rose by two metres overnight and didn't fall.",
    ],
)
def test_near_repetition(later: str) -> None:
    (_, (first, similarity)) = _links(LEAD, later)
    assert first == "0" and similarity is not None and 0.4 < similarity < 1


@pytest.mark.parametrize(
    "later",
    [
        "The river rose by three metres overnight and didn't fall, the mayor of Aldermoor said on Monday.",
        "The river rose by two metres overnight and did fall, the mayor of Aldermoor said on Monday.",
        "The bridge was closed by the mayor of Aldermoor, who said on Monday that the river had risen.",
    ],
)
def test_no_repetition(later: str) -> None:
    assert _links(LEAD, later) == [(None, None), (None, None)]


def test_short_sentences_are_left_alone() -> None:
    assert (
        _links("He said so.", "He said so.", "Hope is on the ballot.", "Fear is on the ballot.")
        == [(None, None)] * 4
    )


def test_links_point_at_the_earliest() -> None:
    assert [first for first, _ in _links(LEAD, LEAD + " Yes.", LEAD, LEAD)] == [None, "0", "0", "0"]


def test_a_report_of_one_form_is_quick() -> None:
    texts = [
        f"Station number {i} of the river board reported no change of level since {i} hours."
        for i in range(3000)
    ]
    assert all(first is None for first, _ in _links(*texts))


@given(
    st.lists(
        st.lists(
            st.sampled_from(["rain", "fell", "on", "the", "two", "old", "towns", "not"]), max_size=12
        ).map(" ".join)
    )
)
def test_links_are_to_unlinked_earlier_sentences(texts: list[str]) -> None:
    given_sentences = _sentences(texts)
    found = repeated_sentences(given_sentences)
    assert [s._replace(duplicate_of=None, similarity=None) for s in found] == given_sentences
    for i, sentence in enumerate(found):
        if sentence.duplicate_of is not None:
            assert int(sentence.duplicate_of) < i
            assert found[int(sentence.duplicate_of)].duplicate_of is None
            assert 0 < (sentence.similarity or 0) <= 1
