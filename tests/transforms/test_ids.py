"""Ids come from content, and from all of it."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.ids import content_id

PARTS = st.lists(st.one_of(st.none(), st.text(max_size=5), st.binary(max_size=5)), max_size=4)


def test_id_is_fixed_for_ever() -> None:
    # Ids are in users' tables: this one changes only with a new schema version.
    assert content_id("article", "a", None, 1) == "a11dd86289a28c32c8c7ec8671cf198f"


@given(PARTS, PARTS)
def test_different_parts_have_different_ids(first: list, second: list) -> None:
    same = [type(p) for p in first] == [type(p) for p in second] and first == second
    if same:
        assert content_id("kind", *first) == content_id("kind", *second)
    elif not any(isinstance(p, bytes) for p in (*first, *second)):
        assert content_id("kind", *first) != content_id("kind", *second)


def test_id_is_32_hex_digits() -> None:
    assert len(content_id("kind")) == 32
    assert set(content_id("kind")) <= set("0123456789abcdef")
