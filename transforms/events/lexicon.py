"""The lexicon of events: every frame, and the frames of a word."""

import functools
from collections.abc import Callable, Mapping, Sequence

from transforms.events.frames import Frame
from transforms.events.happenings import OTHER
from transforms.events.material_conflict import MATERIAL_CONFLICT
from transforms.events.material_cooperation import MATERIAL_COOPERATION
from transforms.events.verbal_conflict import VERBAL_CONFLICT
from transforms.events.verbal_cooperation import VERBAL_COOPERATION

FRAMES: tuple[Frame, ...] = (
    *VERBAL_CONFLICT,
    *MATERIAL_CONFLICT,
    *VERBAL_COOPERATION,
    *MATERIAL_COOPERATION,
    *OTHER,
)

# The nouns that name a disaster, and the verbs that say what one did.
DISASTERS = frozenset(noun for frame in OTHER if frame.name == "disaster" for noun in frame.nouns.split())
DISASTERS_DO = frozenset(
    verb for frame in OTHER if frame.name == "disaster strikes" for verb in frame.verbs.split()
)


@functools.cache
def verb_frames() -> Mapping[str, Sequence[Frame]]:
    """The frames of each verb and adjective (marked /a), in the order in which they are tried.

    A frame that asks for company is tried before one that takes the word as it comes.
    """
    return _index(lambda frame: frame.verbs)


@functools.cache
def noun_frames() -> Mapping[str, Sequence[Frame]]:
    """The frames of each noun, in the order in which they are tried."""
    return _index(lambda frame: frame.nouns)


def frames_of(lemma: str) -> frozenset[str]:
    """The names of all frames that a lemma ("kill", "take over") stands in: those that share one are akin."""
    return _names().get(lemma, frozenset())


@functools.cache
def _names() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for frame in FRAMES:
        for word in f"{frame.verbs} {frame.nouns}".split():
            found.setdefault(word.split("/")[0].replace("+", " "), set()).add(frame.name)
    return {word: frozenset(names) for word, names in found.items()}


def _index(words_of: Callable[[Frame], str]) -> Mapping[str, Sequence[Frame]]:
    found: dict[str, list[Frame]] = {}
    for frame in sorted(FRAMES, key=_precedence):
        for word in words_of(frame).split():
            found.setdefault(word, []).append(frame)
    return found


def _precedence(frame: Frame) -> tuple[bool, bool]:
    return (frame.event_type == "OTHER", not (frame.needs or frame.subjects or frame.beside))
