"""The families of words, and what they are used for."""

import pytest

from schemas.vocabulary import EVENT_TYPES
from transforms.events.families import FAMILIES, Family, families_of
from transforms.events.lexicon import noun_frames, verb_frames


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_is_well_formed(family: Family) -> None:
    words = family.words.split()
    assert len(words) == len(set(words))
    assert set(family.event_types.split()) <= set(EVENT_TYPES)


def test_names_are_unique() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)


def test_most_words_are_ones_that_tell_of_events() -> None:
    known = {word.split("+")[0].split("/")[0] for word in (*verb_frames(), *noun_frames())}
    words = {word.split("_")[0] for family in FAMILIES for word in family.words.split()}
    assert len(words & known) > 0.8 * len(words)


@pytest.mark.parametrize(
    ("one", "other", "akin"),
    [
        (("kill", "ASSAULT"), ("slaying", "ASSAULT"), True),
        (("murder", "ASSAULT"), ("death", "OTHER"), True),
        (("arrest", "COERCE"), ("pick up", "OTHER"), True),
        (("fire", "SANCTION"), ("dismissal", "SANCTION"), True),
        (("fire", "SANCTION"), ("blaze", "OTHER"), False),
        (("fire", "OTHER"), ("blaze", "OTHER"), True),
        (("fire", "ASSAULT"), ("blaze", "OTHER"), False),
        (("release", "RETREAT"), ("publish", "OTHER"), False),
    ],
)
def test_the_type_tells_senses_apart(one: tuple[str, str], other: tuple[str, str], akin: bool) -> None:
    assert bool(families_of(*one) & families_of(*other)) is akin
