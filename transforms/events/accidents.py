"""Whom an accident kills or hurts nobody has attacked: "six people were killed when a boiler exploded"."""

from collections.abc import Iterator, Mapping

from transforms.events.frames import Frame
from transforms.events.happenings import OTHER
from transforms.events.syntax import agents, governed, lemmas, occasions, subjects, with_conjuncts
from transforms.events.words import CLASSES, words
from transforms.text.tokens import Token

_BY_NAME = {frame.name: frame for frame in OTHER}
# What is told of whom an accident befell, by the frame of those whom a deed did.
_FATES = {"kills": _BY_NAME["dies"], "wounds": _BY_NAME["is hurt"], "injures": _BY_NAME["is hurt"]}
# The frames of what befalls people without anybody's doing.
_ACCIDENTS = ("accident", "disaster", "disaster strikes", "falls", "fire breaks out", "is hit")
# What explodes may be a bomb, and a car may hold one; but not these.
_EXPLODING = ("explode", "explosion", "blast")
_BURSTS = words("""
    ammonia balloon battery boiler canister chemical compressor cooker cylinder engine factory firework
    fireworks fuel furnace gas gasoline generator kiln laboratory methane oven petrol pipe pipeline plant
    propane refinery steam stove transformer tyre
""")
_HOSTILE = CLASSES["ARMED"] | CLASSES["BOMB"] | CLASSES["WEAPON"]


def of_accident(frame: Frame, token: Token, told: Mapping[int, Frame]) -> Frame:
    """Return the frame of a word that tells of dead or hurt: `frame`, or what it is where an accident did it.

    `told` are the frames of the sentence's triggers by token.
    """
    fate = _FATES.get(frame.name)
    if fate is None:
        return frame
    causes = [cause for cause in _causes(token) if cause.i in told]
    # Who is shot when a bus crashes was shot.
    if any(told[cause.i].event_type != "OTHER" for cause in causes):
        return frame
    return fate if any(_is_accident(told[cause.i], cause) for cause in causes) else frame


def _causes(token: Token) -> Iterator[Token]:
    """What killed or hurt, or in which: "the explosion killed", "killed in a crash", "fell, killing two"."""
    if token.pos != "VERB":
        return
    if token.dep == "advcl" and token.tag == "VBG" and token.head.lemma != "ram":
        yield token.head  # who rams a crowd may mean to
    for verb in (token, *([token.head] if token.dep == "conj" else [])):
        yield from subjects(verb)
        yield from agents(verb)
        yield from governed(verb, "in", "by")
        yield from occasions(verb, "when", "as", "after")


def _is_accident(frame: Frame, cause: Token) -> bool:
    if frame.name not in _ACCIDENTS:
        return False
    of_whom = subjects(cause) if cause.pos == "VERB" else [cause]
    kinds = lemmas(one for whom in of_whom for one in with_conjuncts(whom))
    if cause.lemma.lower() in _EXPLODING:
        return not _BURSTS.isdisjoint(kinds)
    return cause.pos != "VERB" or _HOSTILE.isdisjoint(kinds)
