"""The frames that a word may be of: by its part of speech, its particle, and what it stands before."""

from collections.abc import Sequence

from schemas.vocabulary import QUAD_CLASS
from transforms.events.frames import Frame
from transforms.events.inflections import lemma_of
from transforms.events.lexicon import noun_frames, verb_frames
from transforms.events.play import PLAY, is_of_play
from transforms.events.roles import NAMED_BY_ROLE
from transforms.events.syntax import first, governed
from transforms.events.words import words
from transforms.text.tokens import Token

# What a participle in front says is hurt: "a sprained knee".
_BODY_PARTS = words("""
    ankle arm back calf collarbone elbow finger foot groin hamstring hand head hip jaw knee leg ligament
    muscle neck nose pelvis rib shoulder skull thigh thumb toe wrist
""")

# "murder suspect", "bombing victim", "shooting death": the first noun tells of a deed.
_OF_A_DEED = words(
    "suspect victim scene case spree death rampage trial verdict attempt plot charge conviction date accused "
    "arraignment suspicion probe inquiry investigation hearing appearance spot seed berth driver raid"
)
# Nouns that with a preposition are one themselves, and tell of nothing: "in return for", "at the request of".
_IDIOMS = {
    ("in", "return"), ("in", "support"), ("in", "cooperation"), ("in", "protest"), ("in", "search"),
    ("at", "request"), ("upon", "request"), ("on", "request"), ("at", "invitation"),
    ("under", "construction"), ("in", "response"), ("in", "demand"),
    ("under", "fire"), ("on", "offer"), ("in", "session"), ("into", "session"), ("in", "succession"),
    ("in", "operation"), ("on", "record"), ("for", "record"), ("in", "recess"), ("into", "recess"),
    ("in", "collaboration"), ("in", "consultation"), ("in", "recognition"), ("on", "sale"), ("for", "sale"),
}  # fmt: skip
# In the plural these are something else: jobs.
_OTHERS_IN_PLURAL = frozenset(["occupation"])
# Who falls so does not fall.
_SHORT = words("afoul apart asleep behind flat short silent")
# With a particle that the lexicon does not know, these are other verbs.
_IDIOMATIC = words("""
    bear break bring call carry cast come cut draw drive fire give go hang hold keep lay make miss pay play
    pull put run set shell sign take tie turn
""")


def falls_short(verb: Token) -> bool:
    """Whether a verb of falling says how something is: "fell short of the target", "fell asleep"."""
    return verb.lemma in ("fall", "stop") and any(child.lower in _SHORT for child in verb.children)


def frames_of_word(token: Token) -> Sequence[Frame]:
    """Return the frames that a word may be of, in the order in which they are tried."""
    lemma = lemma_of(token)
    if token.dep == "amod" and token.head.lemma in _BODY_PARTS:
        return [frame for frame in verb_frames().get(lemma, ()) if frame.mode == "injury"]
    if token.pos == "VERB":
        # A finite verb is no modifier, whatever the model makes of it: "Bomb hits bank".
        if token.dep in ("amod", "compound", "case") and token.tag not in ("VBZ", "VBP", "VBD"):
            return _frames_before(token, lemma)
        if is_of_play(token):
            return (PLAY,)
        frames: list[Frame] = []
        # "took him out over it" is not "took over it"
        deps = ("prt",) if first(token, "prt") else ("prt", "prep", "advmod")
        for child in token.children:
            if child.dep in deps and child.i > token.i and not _is_of_time(child):
                frames[:0] = verb_frames().get(f"{lemma}+{child.lower}", ())
        if not frames and lemma in _IDIOMATIC and first(token, "prt"):
            return ()  # "pulled off a heist" is no pulling
        if falls_short(token):
            return ()
        return [*frames, *verb_frames().get(lemma, ())]
    if token.pos == "ADJ":
        # "ten dead"; "the poet, dead at 91"
        bare = token.dep != "amod" or token.head.pos == "NUM" or token.i > token.head.i
        return verb_frames().get(lemma + "/a", ()) if bare else ()
    if token.tag == "MD":
        return verb_frames().get(lemma + "/m", ())
    if token.pos == "NOUN" or (token.pos == "PROPN" and not token.entity):
        if token.tag == "NNS" and lemma in _OTHERS_IN_PLURAL:
            return ()
        idle = (
            _only_specifies(token) or _is_display(token) or (token.dep == "pobj" and _is_idiom(token, lemma))
        )
        return () if idle else noun_frames().get(lemma, ())
    return ()


def _frames_before(participle: Token, lemma: str) -> Sequence[Frame]:
    """The frames of a participle before whom it was done to: "the jailed editor", not "the elected mayor"."""
    person = participle.head
    if not (participle.tag == "VBN" and participle.dep == "amod" and participle.i < person.i):
        return ()
    if person.entity != "PERSON" and person.lemma.lower() not in NAMED_BY_ROLE:
        return ()
    frames = [
        frame
        for frame in verb_frames().get(lemma, ())
        if QUAD_CLASS[frame.event_type] == "material conflict" or frame.mode in ("death", "injury")
    ]
    # Who was fired at is not called "the fired man".
    return [frame._replace(needs="") for frame in frames if frame.needs == "PERSON"] or frames


def _is_idiom(noun: Token, lemma: str) -> bool:
    """Whether a noun behind a preposition is one with it, or only says what state there is: "of siege"."""
    preposition = noun.head
    if preposition.lower == "of" and preposition.head.lemma == "state":
        return True
    return (preposition.lower, lemma) in _IDIOMS


def _is_display(noun: Token) -> bool:
    """Whether a noun is what shows something: "a demonstration of skill", but not "of farmers"."""
    shown = list(governed(noun, "of")) if noun.lemma == "demonstration" else []
    return any(not one.entity and one.lemma.lower() not in NAMED_BY_ROLE for one in shown)


def _is_of_time(preposition: Token) -> bool:
    return any(child.entity in ("DATE", "TIME") for child in preposition.children)


def _only_specifies(noun: Token) -> bool:
    """Whether a noun only says of what kind the next is: "attack helicopter", but not "murder suspect"."""
    head = noun.head
    in_front = noun.dep in ("compound", "amod", "nmod") and head.i > noun.i and head.pos in ("NOUN", "PROPN")
    return in_front and head.lemma.lower() not in _OF_A_DEED
