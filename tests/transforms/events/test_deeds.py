"""What no frame knows is told of too, and what is no happening is not."""

import pytest

from tests.transforms.events.reading import events_of
from transforms.events.deeds import DEED, NAMED_OCCASION, OCCASION


@pytest.mark.parametrize("frame", [DEED, OCCASION, NAMED_OCCASION], ids=lambda frame: frame.name)
def test_example(frame: object) -> None:
    found = [event for event in events_of(frame.example) if event.mode is None]  # type: ignore[attr-defined]
    assert any(event.event_type == "OTHER" for event in found)


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The crew repaired the cable.", ["repair"]),
        ("The cable was repaired.", ["repair"]),
        ("The museum knows the painter.", []),  # a state
        ("The painter said that it was late.", []),  # speech
        ("The crew may repair the cable.", []),  # nothing asserted
        ("The crew did not repair the cable.", []),
        ("The crew repairs cables.", []),  # a habit
        ("Navy repairs undersea cable", ["repair"]),  # a headline
        # Beside an event of PLOVER's types only what is done in a main clause.
        ("Police arrested a man who wore a helmet and they repaired the gate.", ["arrest", "wear", "repair"]),
        ("Wearing a helmet, the officer arrested a man.", ["arrest"]),
        ("A guard reported a fire.", ["report", "fire"]),
        ("A guard reported that it was late.", []),
        # A decision is no event beside what was decided.
        ("The council decided to build a school.", ["decide", "build"]),
        ("The minister condemned the decision.", ["condemn"]),
    ],
)
def test_deeds(text: str, lemmas: list[str]) -> None:
    assert [event.lemma for event in events_of(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("He agreed in return for a fee.", "return"),
        ("They came at the request of the king.", "request"),
        ("The blast came in the wake of the vote.", "wake"),
    ],
)
def test_nouns_that_are_half_a_preposition_tell_of_nothing(text: str, lemma: str) -> None:
    assert lemma not in [event.lemma for event in events_of(text)]


def test_a_clause_of_time_is_no_complement() -> None:
    events = {
        event.lemma: event.event_type for event in events_of("He committed suicide after being arrested.")
    }
    assert events["suicide"] == "OTHER"
    assert events["arrest"] == "COERCE"
    assert "AGREE" not in events.values()


def test_a_crime_and_the_charge_are_two_events() -> None:
    found = [event.event_type for event in events_of("He was charged with drunken driving.")]
    assert found == ["ACCUSE", "OTHER"]
