"""What a headline tells of, where the model takes its verb for a name or for a noun."""

import pytest

from tests.transforms.events.reading import events_of


@pytest.mark.parametrize(
    ("title", "lemmas"),
    [
        ("Boy Dies After Fall From Harbour Crane", {"die"}),
        ("Lions Clinch Title With Late Goal", {"clinch"}),
        ("Earthquake Jolts Northern Chile", {"jolt"}),  # with what shakes before it
        ("Singer Checks Into Seaside Clinic", {"check into"}),  # with its particle
        ("Skipper Found Off Cape Horn", {"find"}),
        ("Coast guard foils smuggling attempt", {"foil"}),  # the only verb, read as a plural
    ],
)
def test_verbs_of_headlines(title: str, lemmas: set[str]) -> None:
    assert lemmas <= {event.lemma for event in events_of("Text follows here.", title=title)}


@pytest.mark.parametrize(
    ("title", "event_type"),
    [
        ("Storms, Floods And Fires In Peru", "ASSAULT"),  # nobody storms
        ("Mayor Of Lima Opens New Target Store", "ASSAULT"),  # no army that targets it
        ("Anna Rally Wins Tennis Title", "ASSAULT"),
    ],
)
def test_nouns_stay_what_they_are(title: str, event_type: str) -> None:
    assert event_type not in {event.event_type for event in events_of("Text follows here.", title=title)}


def test_a_name_is_no_bare_verb() -> None:
    found = events_of("Text follows here.", title="Ellis Clinch Named Mayor Of Leeds")
    assert "clinch" not in {event.lemma for event in found}
