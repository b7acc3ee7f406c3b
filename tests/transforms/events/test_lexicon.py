"""Each frame's example is coded as the frame says."""

import pytest

from schemas.vocabulary import EVENT_TYPES
from tests.transforms.events.reading import events_of
from transforms.events.frames import Frame
from transforms.events.lexicon import FRAMES, noun_frames, verb_frames
from transforms.events.needs import SPECIAL_NEEDS
from transforms.events.words import CLASSES


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.event_type} {frame.name}")
def test_example_is_coded_by_its_frame(frame: Frame) -> None:
    words = {word.split("/")[0].replace("+", " ") for word in f"{frame.verbs} {frame.nouns}".split()}
    found = [(event.event_type, event.lemma) for event in events_of(frame.example)]
    assert any(kind == frame.event_type and lemma in words for kind, lemma in found), found


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.event_type} {frame.name}")
def test_frame_uses_known_names(frame: Frame) -> None:
    assert frame.event_type in EVENT_TYPES
    for name in (frame.needs, frame.unless, frame.subjects, frame.beside, frame.absent):
        assert name in CLASSES or name in ("", *SPECIAL_NEEDS)


def test_frame_names_are_unique() -> None:
    names = [frame.name for frame in FRAMES]
    assert len(names) == len(set(names))


def test_lexicon_is_broad() -> None:
    assert len(verb_frames()) + len(noun_frames()) > 700


def test_every_class_is_used() -> None:
    used = {
        name
        for frame in FRAMES
        for name in (frame.needs, frame.unless, frame.subjects, frame.beside, frame.absent)
    }
    assert set(CLASSES) - used == set()
